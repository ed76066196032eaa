import Exports
import Programme

/// The options of one question by everything that an export may write for them.
struct OptionTable {
  /// Positions among the options, by text without white space and by code.
  private var positions: [String: Int] = [:]
  /// Whether codes are told apart too.
  let knowsCodes: Bool
  /// The spellings, for the sentence about an answer that is none of them.
  let listing: String

  /// `codes` is empty where the pipeline file does not say them.
  init(texts: [String], codes: [Int]) {
    knowsCodes = !codes.isEmpty
    listing = texts.joined(separator: "/")
    for (position, code) in codes.enumerated() { positions["\(code)"] = position }
    for (position, text) in texts.enumerated() {
      if case .option(let key) = OptionText(text) { positions[key] = position }
    }
  }

  init(_ question: SurveyQuestion) {
    self.init(texts: question.options.map(\.text), codes: question.options.map(\.code))
  }

  /// The position of the option that a text or code stands for.
  func position(of key: String) -> Int? { positions[key] }
}

/// One answer as it stands in a cell: an option's text or code, a remark behind it set aside, or no answer.
enum OptionText: Equatable {
  /// Half-width, without white space.
  case option(String)
  /// Not shown, skipped or left empty.
  case missing

  /// Spellings of no answer: -2 for a question that was not shown, -3 for one left empty, and their words.
  private static let form = TextForm(
    missing: MissingTokens(["-2": .skipped, "(跳过)": .skipped, "-3": .blank, "(空)": .blank]))

  init(_ text: String) {
    let plain = Self.withoutRemarks(text)
    switch Self.form.parse(Array(plain.utf8).span) {
    case .value(let text, _): self = .option(text.filter { !$0.isWhitespace })
    case .missing: self = .missing
    case .fault: self = .option(plain)
    }
  }

  /// The answers of a multiple choice in one cell, parted by `┋`, which may also stand within a remark.
  static func split(_ text: String) -> [OptionText] {
    withoutRemarks(text).split(separator: "┋").map { OptionText(String($0)) }
  }

  /// Takes off what stands in `〖…〗`; a remark that is not closed runs to the end.
  private static func withoutRemarks(_ text: String) -> String {
    var depth = 0
    return text.filter { character in
      if character == "〖" { depth += 1 }
      defer { if character == "〗", depth > 0 { depth -= 1 } }
      return depth == 0 && character != "〗"
    }
  }
}
