import Programme
import Stages
import Store

extension Inquiry {
  /// What people corrected and froze, whether the chain of entries holds, and what moved since.
  func chronicleAnswer() throws -> [Answer] {
    let entries = try store.chronicle()
    guard !entries.isEmpty else { return [] }
    let broken = try store.brokenEntry()
    let state =
      broken.map {
        Wording("the chain is broken at entry \($0): history was altered", "第\($0)条断裂：历史被改动")
      } ?? Wording("the chain holds", "链完整")
    let lines = entries.map { entry in
      let title = programme.awards.first { $0.id.text == entry.award }?.title ?? entry.award
      return Answer(
        "entry",
        Wording(
          "\(entry.id), \(entry.enteredAt): \(title), \(entry.effect.wording.english)",
          "第\(entry.id)条，\(entry.enteredAt)：\(title)，\(entry.effect.wording.chinese)"),
        [
          "id": .number(entry.id), "award": .text(entry.award), "effect": .text(entry.effect.rawValue),
          "candidate": .optional(entry.candidate), "entered_at": .text(entry.enteredAt),
        ])
    }
    var parts = [
      Answer(
        "chronicle",
        Wording("corrections and frozen results: \(entries.count), ", "更正与定稿：\(entries.count)条，") + state,
        ["count": .number(Int64(entries.count)), "broken_at": .optional(broken)], parts: lines)
    ]
    if entries.contains(where: { $0.effect == .freeze }) {
      parts.append(
        movementAnswer(
          try store.movementsSinceFrozen(), title: Wording("moved since results were frozen", "定稿后的变动"), of: programme))
    }
    return parts
  }
}

extension ChronicleEffect {
  /// What the entry does, in one phrase.
  var wording: Wording {
    switch self {
    case .withdraw: Wording("a candidate withdraws", "参评对象退出")
    case .disqualify: Wording("a candidate is disqualified", "取消资格")
    case .restore: Wording("a correction is taken back", "撤销更正")
    case .freeze: Wording("results frozen", "结果定稿")
    }
  }
}
