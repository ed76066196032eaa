package import Programme

/// The reply to an objection (复核答复) to a learner's score or to a decision, made of the same tree that `explain` prints: what was
/// looked into, the outcome, the reckoning with clause and rows, and what the smallest change would have been.
///
/// It names nobody but who asked: those who share a rank are counted and not named. Date and signature stay blank.
package struct ObjectionReply: Sendable {
  /// A row of an export that was counted, for whoever has to look it up.
  package struct Record: Sendable, Equatable {
    package let text: Wording
    package let file: String
    /// Empty for a text file.
    package let sheet: String
    package let row: Int64
  }

  /// A part of the letter: statements, each below the one that it supports by its depth, and the rows that they rest on.
  package struct Section: Sendable {
    package let title: Wording
    /// Whether it is a part of the section before it.
    package let isPart: Bool
    package let lines: [(depth: Int, text: Wording)]
    package let records: [Record]

    init(_ title: Wording, isPart: Bool = false, lines: [(depth: Int, text: Wording)] = [], records: [Record] = []) {
      self.title = title
      self.isPart = isPart
      self.lines = lines
      self.records = records
    }
  }

  package let title: Wording
  /// Who asked: name and code.
  package let addressee: Wording
  /// What was asked, and up to when the figures count.
  package let opening: Wording
  package let sections: [Section]
  /// What can be done by who does not agree.
  package let closing: Wording
  /// The office that answers.
  package let office: String
}

/// Why an answer makes no letter.
package enum NoLetter: Error, Sendable {
  /// The answer is about a unit, an award or several candidacies at once.
  case notOfOnePerson
  /// The figures and the rules or facts differ; a letter would defend what a new run changes.
  case figuresDiffer

  package var wording: Wording {
    switch self {
    case .notOfOnePerson:
      Wording(
        "--letter answers one learner, or one candidate of one award; give the code, and --award for a decision",
        "--letter 用于答复一名学员，或一个奖项的一个参评对象；请给出编号，答复评优结论时加 --award")
    case .figuresDiffer:
      Wording(
        "--letter: the figures of the last run do not agree with the rules or facts as they stand; run the programme again, then answer",
        "--letter：上次运行的结果与现有规则或数据不符；请重新运行 jianbao run 后再答复")
    }
  }
}

extension Answer {
  /// The letter of an answer about one learner or one candidacy.
  package func objectionReply(of programme: Programme, asOf: String?) throws(NoLetter) -> ObjectionReply {
    guard !contains(where: { $0.kind == "outdated" || $0.kind == "disagreement" || $0.kind == "unscored" }) else {
      throw .figuresDiffer
    }
    switch kind {
    case "learner": return scoreReply(programme, asOf)
    case "candidacy": return decisionReply(programme, asOf)
    default: throw .notOfOnePerson
    }
  }

  /// Whether a statement of the tree is of a sort.
  private func contains(where isMeant: (Answer) -> Bool) -> Bool {
    isMeant(self) || parts.contains { $0.contains(where: isMeant) }
  }
}

extension Answer {
  /// The text of a field; empty where there is none.
  func written(_ name: String) -> String {
    if case .text(let text)? = fields.first(where: { $0.name == name })?.value { text } else { "" }
  }

  /// The row that the statement rests on, its text without the place; nil where it rests on none.
  var record: ObjectionReply.Record? {
    let file = written("file")
    guard !file.isEmpty, case .number(let row)? = fields.first(where: { $0.name == "row" })?.value else { return nil }
    let place = SourcePlace(file: file, sheet: written("sheet"), row: row)
    return ObjectionReply.Record(text: text.dropping(place.arrow), file: file, sheet: place.sheet, row: row)
  }
}

extension SourcePlace {
  /// The place behind an arrow, as statements end with it.
  fileprivate var arrow: Wording { SourcePlace?.some(self).arrow }
}

extension Wording {
  /// The wording without an ending.
  func dropping(_ ending: Wording) -> Wording {
    Wording(
      english.hasSuffix(ending.english) ? String(english.dropLast(ending.english.count)) : english,
      chinese.hasSuffix(ending.chinese) ? String(chinese.dropLast(ending.chinese.count)) : chinese)
  }
}
