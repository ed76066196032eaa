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

  /// Options that take a value, and for which commands.
  static let valued: [String: Set<String>] = [
    "--as-of": ["run", "check", "whatif", "verify"], "--set": ["whatif"], "--with": ["whatif"],
    "--output": [
      "run", "status", "explain", "rejects", "diff", "rules", "correct", "freeze", "whatif", "sensitivity", "verify",
      "forget",
    ],
    "--from": ["run", "diff", "init"],
    "--to": ["diff"], "--award": ["explain", "correct", "freeze", "sensitivity"], "--effect": ["correct"],
    "--reason": ["correct", "freeze"], "--evidence": ["correct", "freeze"], "--asked-by": ["correct", "freeze"],
    "--approved-by": ["correct", "freeze"], "--export": ["rejects"], "--import": ["rejects"],
    "--item": ["correct"], "--value": ["correct"], "--source": ["correct"], "--project": ["correct"],
    "--bundle": ["verify"], "--input": ["verify"], "--before": ["forget"],
    "--format": [
      "run", "check", "status", "explain", "rejects", "diff", "rules", "correct", "whatif", "sensitivity", "verify",
      "forget",
    ],
    "--lang": [],
  ]
  /// Options without a value.
  static let bare: [String: Set<String>] = [
    "--dry-run": ["run"], "--help": [], "--version": [], "--quiet": ["run", "verify"],
    "--all": ["explain", "status", "rejects", "diff", "whatif", "sensitivity", "verify"], "--letter": ["explain"],
    "--apply": ["correct"], "--yes": ["forget"],
  ]

  /// Options whose value is one of a few words.
  static let choices: [String: [String]] = ["--format": ["text", "json"], "--lang": ["zh", "en"]]
  /// More words that one command alone takes.
  static let ownChoices: [String: [String: [String]]] = [
    "diff": ["--format": ["markdown"]], "rules": ["--format": ["markdown"]],
  ]

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
    for option in Array(options.keys) + Array(switches) where fault == nil {
      let commands = Self.valued[option] ?? Self.bare[option] ?? []
      if !commands.isEmpty, !command.isEmpty, !commands.contains(command) {
        fault = Wording("'\(command)' takes no option '\(option)'", "“\(command)”没有选项 \(option)")
      }
    }
  }

  private mutating func checkChoice(of option: String, _ value: String) {
    guard var words = Self.choices[option] else { return }
    words += Self.ownChoices[command]?[option] ?? []
    guard !words.contains(value) else { return }
    let known = words.joined(separator: "|")
    let wording = Wording(
      "\(option): unknown value '\(value)'; one of \(known)", "\(option)：未知取值“\(value)”；应为 \(known)")
    fault = fault ?? wording
  }

  private mutating func take(option: String, value: String?, _ rest: inout ArraySlice<String>) {
    if Self.valued[option] != nil {
      guard let value = value ?? rest.popFirst(), !value.isEmpty else {
        fault = fault ?? Wording("'\(option)' needs a value", "选项 \(option) 缺少取值")
        return
      }
      options[option] = value
      if option == "--from" { exports.append(value) }
      if option == "--set" { settings.append(value) }
    } else if Self.bare[option] != nil {
      switches.insert(option)
    } else {
      let hint = Spelling.hint(for: option, among: (Array(Self.valued.keys) + Array(Self.bare.keys)).sorted())
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
