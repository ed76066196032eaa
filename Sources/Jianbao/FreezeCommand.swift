import Programme
import SQLite
import Stages
import Store

/// `jianbao freeze PIPELINE [--award ID] --reason TEXT --approved-by NAME`: holds results fast as they stand; what moves afterwards is
/// listed.
struct FreezeCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() throws -> ExitCode {
    guard arguments.operands.count == 1, let words = ChronicleWords(arguments) else {
      talk.complain(
        Wording(
          "freeze: name a pipeline file, with --reason and --approved-by, and an award or none; see jianbao --help",
          "freeze：请指定流程文件，并写明 --reason、--approved-by，可用 --award 限定奖项；见 jianbao --help"))
      return .usage
    }
    guard let file = PipelineFile.read(arguments.operands[0], talk) else { return .usage }
    guard let root = file.loadedRoot(arguments, talk) else { return .usage }
    let id = arguments.options["--award"]
    let awards = file.programme.awards.filter { id == nil || $0.id.text == id }
    guard !awards.isEmpty else {
      let hint = Spelling.hint(for: id ?? "", among: file.programme.awards.map(\.id.text), in: .prose)
      talk.complain(
        Wording("no award is named '\(id ?? "")'; \(hint.english)", "没有名为 '\(id ?? "")' 的奖项；\(hint.chinese)"))
      return .usage
    }
    let lock: RunLock
    switch RunLock.taken(root, talk) {
    case .success(let taken): lock = taken
    case .failure(let refused): return refused.code
    }
    return try withExtendedLifetime(lock) {
      try freeze(awards, words, try ProgrammeStore(programme: file.programme, folder: root))
    }
  }

  private func freeze(_ awards: [Award], _ words: ChronicleWords, _ store: ProgrammeStore) throws -> ExitCode {
    let open = try store.openTies().filter { tie in awards.contains { $0.id.text == tie.award } }
    guard open.isEmpty else {
      for tie in open {
        talk.complain(
          Wording("\(tie.title): a tie is open; settle it first", "\(tie.title)：尚有并列待定；请先决定"))
      }
      return .undecided
    }
    var moved: [Award] = []
    for award in awards {
      guard let held = try store.holdingFreeze(award.id.text) else {
        moved.append(award)
        continue
      }
      talk.complain(
        Wording(
          "\(award.title): frozen already by entry \(held.id) of \(held.enteredAt), and nothing has moved since; nothing was entered",
          "\(award.title)：已由更正记录第\(held.id)条（\(held.enteredAt)）定稿，其后没有变动，未再登记"))
    }
    guard !moved.isEmpty else { return .usage }
    try store.database.transaction {
      for award in moved { try store.freeze(award.id.text, words) }
    }
    for award in moved { talk.result(Wording("\(award.title): frozen", "\(award.title)：已定稿")) }
    return .done
  }
}
