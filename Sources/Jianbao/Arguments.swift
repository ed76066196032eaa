import Programme
import Stages

/// What was typed, word by word; what it means is settled by the commands.
struct Arguments {
  var command = ""
  var operands: [String] = []
  var options: [String: String] = [:]
  var switches: Set<String> = []
  /// Every value of `--from`, which `init` takes several of.
  private(set) var exports: [String] = []
  /// Every value of `--set`, which `whatif` takes several of.
  private(set) var settings: [String] = []

  /// Every value of `--unit`, which `run` takes several of.
  private(set) var units: [String] = []

  /// The fault in the words, if there is one.
  private(set) var fault: Wording?

  init(_ words: [String]) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "-h" {
        switches.insert("--help")
      } else if word.hasPrefix("--") {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        take(option: parts[0], value: parts.count == 2 ? parts[1] : nil, &rest)
      } else if command.isEmpty {
        command = word
      } else {
        operands.append(word)
      }
    }
    for (option, value) in options.sorted(by: { $0.key < $1.key }) { checkChoice(of: option, value) }
    guard let known = CommandTable.command(command) else { return }
    for option in (Array(options.keys) + Array(switches)).sorted() where fault == nil {
      if known.option(option) == nil, !CommandTable.everywhere.contains(where: { $0.name == option }) {
        fault = Wording("'\(command)' takes no option '\(option)'", "“\(command)”没有选项 \(option)")
      }
    }
  }

  private mutating func checkChoice(of option: String, _ value: String) {
    let description =
      CommandTable.command(command)?.option(option) ?? CommandTable.common.first { $0.name == option }
    guard case .oneOf(let words) = description?.value?.kind, !words.contains(value) else { return }
    let known = words.joined(separator: "|")
    let wording = Wording(
      "\(option): unknown value '\(value)'; one of \(known)", "\(option)：未知取值“\(value)”；应为 \(known)")
    fault = fault ?? wording
  }

  private mutating func take(option: String, value: String?, _ rest: inout ArraySlice<String>) {
    let description = CommandTable.options.first { $0.name == option }
    if description?.value != nil {
      guard let value = value ?? rest.popFirst(), !value.isEmpty else {
        fault = fault ?? Wording("'\(option)' needs a value", "选项 \(option) 缺少取值")
        return
      }
      options[option] = value
      if option == "--from" { exports.append(value) }
      if option == "--set" { settings.append(value) }
      if option == "--unit" { units.append(value) }
    } else if description != nil {
      switches.insert(option)
    } else {
      let hint = Spelling.hint(for: option, among: Set(CommandTable.options.map(\.name)).sorted(), in: .prose)
      fault = fault ?? Wording("unknown option '\(option)'; \(hint.english)", "未知选项 \(option)；\(hint.chinese)")
    }
  }
}

/// How a run ended, the gravest of its jobs' outcomes.
enum ExitCode: Int32 {
  case done = 0
  /// A check, or a missing, unreadable or unmapped input, blocked a paper.
  case blocked = 1
  /// Usage, or a pipeline file with faults.
  case usage = 2
  /// The run broke; running again will finish it.
  case broken = 3
  /// Another run holds the lock.
  case locked = 4
  /// A person must decide; the other papers are published.
  case undecided = 5

  /// The graver of two outcomes: a blocked paper goes before an open decision.
  func graver(_ other: ExitCode) -> ExitCode {
    let order: [ExitCode] = [.done, .undecided, .blocked, .usage, .locked, .broken]
    let (one, two) = (order.firstIndex(of: self) ?? 0, order.firstIndex(of: other) ?? 0)
    return one >= two ? self : other
  }
}
