import Exports
import Programme

/// Where one question of a questionnaire stands in a sheet.
enum QuestionColumns {
  /// One column that holds the answer, or all answers joined.
  case one(Int)
  /// One column for each option, `1` where it was chosen; nil for a column that names no option of the question.
  case spread([(column: Int, option: Int?)])
  case missing
  /// Several columns might be the question.
  case ambiguous([Int])
}

extension QuestionColumns {
  /// The column of a question with one answer: the one that asks it and nothing beside, or the only one that asks it at all.
  static func single(_ question: String, in headers: [String]) -> QuestionColumns {
    let asking = headers.indices.filter { QuestionHeader(headers[$0]).asks(question) }
    let part = QuestionHeader(question).part
    let exact = asking.filter { QuestionHeader(headers[$0]).part == part }
    if let only = exact.count == 1 ? exact.first : asking.count == 1 ? asking.first : nil { return .one(only) }
    return asking.isEmpty ? .missing : .ambiguous(asking)
  }

  /// The columns of a multiple choice, whichever form the export has.
  static func multiple(_ question: SurveyQuestion, _ table: OptionTable, in headers: [String]) -> QuestionColumns {
    let asking = headers.indices.filter { QuestionHeader(headers[$0]).asks(question.number) }
    let spread = asking.map { column -> (column: Int, option: Int?) in
      guard case .option(let key) = OptionText(QuestionHeader(headers[column]).part) else { return (column, nil) }
      return (column, table.position(of: key))
    }
    if asking.isEmpty { return .missing }
    if asking.count == 1, spread[0].option == nil { return .one(asking[0]) }
    return spread.contains { $0.option != nil } ? .spread(spread) : .ambiguous(asking)
  }
}

/// Reads the answers of a sheet's rows: those on the scale of satisfaction, and those to questions of choice.
struct SurveyColumns {
  private let headers: [String]
  private let scale: OptionTable
  private let steps: Int
  /// The questions about satisfaction, counted from 1 in the order of the pipeline file.
  private var rated: [(question: Int, column: Int)] = []
  /// The questions of choice by their positions in the pipeline file.
  private var chosen: [(question: Int, isMultiple: Bool, table: OptionTable, columns: QuestionColumns)] = []
  /// Questions that cannot be read from this sheet: the code of the remark and what it says.
  private(set) var remarks: [(code: String, wording: Wording)] = []

  init(_ source: Source, _ satisfaction: Satisfaction?, headers: [String]) {
    self.headers = headers
    scale = OptionTable(texts: satisfaction?.scale ?? [], codes: satisfaction?.codes ?? [])
    steps = satisfaction?.scale.count ?? 0
    for (index, item) in (satisfaction?.items ?? []).enumerated() {
      let columns = QuestionColumns.single(item.question, in: headers)
      if case .one(let column) = columns { rated.append((index + 1, column)) } else { remark(item.question, columns) }
    }
    for (index, question) in source.questions.enumerated() {
      let table = OptionTable(question)
      let columns =
        question.isMultiple
        ? QuestionColumns.multiple(question, table, in: headers) : .single(question.number, in: headers)
      remark(question.number, columns)
      if case .spread(let spread) = columns { remarkOptions(of: question, spread) }
      chosen.append((index, question.isMultiple, table, columns))
    }
  }

  private mutating func remark(_ question: String, _ columns: QuestionColumns) {
    switch columns {
    case .missing:
      remarks.append(
        ("missing_question", Wording("no column holds question \(question)", "没有第 \(question) 题的列")))
    case .ambiguous(let columns):
      let list = columns.map { "“\(headers[$0])”" }.joined(separator: "、")
      remarks.append(
        (
          "ambiguous_question",
          Wording(
            "several columns ask question \(question), and none was read: \(list); name one, such as '\(question)(…)'",
            "有多列对应第 \(question) 题，均未读取：\(list)；请在流程文件中写明，如 '\(question)(…)'")
        ))
    case .one, .spread: break
    }
  }

  /// Options that have no column, and columns that are no option.
  private mutating func remarkOptions(of question: SurveyQuestion, _ spread: [(column: Int, option: Int?)]) {
    let found = Set(spread.compactMap(\.option))
    for (position, option) in question.options.enumerated() where !found.contains(position) {
      remarks.append(
        (
          "missing_option",
          Wording(
            "question \(question.number) has no column for the option “\(option.text)”",
            "第 \(question.number) 题没有选项“\(option.text)”的列")
        ))
    }
  }

  /// The marks that a row gives, by question; 1 is the worst answer of the scale.
  func marks(of row: Row) throws(UnknownAnswer) -> [(question: Int, mark: Int)] {
    var marks: [(question: Int, mark: Int)] = []
    for (question, column) in rated {
      guard let position = try position(in: scale, row, column) else { continue }
      marks.append((question, steps - position))
    }
    return marks
  }

  /// The options that a row chooses, by the positions of question and option.
  func choices(of row: Row) throws(UnknownAnswer) -> [(question: Int, option: Int)] {
    var choices: [(question: Int, option: Int)] = []
    for (question, isMultiple, table, columns) in chosen {
      switch columns {
      case .one(let column) where !isMultiple:
        if let option = try position(in: table, row, column) { choices.append((question, option)) }
      case .one(let column):
        for text in OptionText.split(row.text(column)) {
          guard let option = try position(in: table, text, row, column) else { continue }
          if !choices.contains(where: { $0 == (question, option) }) { choices.append((question, option)) }
        }
      case .spread(let spread):
        for (column, option) in spread where try isTicked(row, column, option, table) {
          choices.append((question, option ?? 0))
        }
      case .missing, .ambiguous: break
      }
    }
    return choices
  }

  /// The position of the one answer of a cell.
  private func position(in table: OptionTable, _ row: Row, _ column: Int) throws(UnknownAnswer) -> Int? {
    let text = row.text(column)
    // Nearly every cell is an option as the pipeline file spells it, and needs no closer look.
    if let position = table.position(of: text) { return position }
    return try position(in: table, OptionText(text), row, column)
  }

  private func position(
    in table: OptionTable, _ text: OptionText, _ row: Row, _ column: Int
  ) throws(UnknownAnswer) -> Int? {
    guard case .option(let key) = text else { return nil }
    guard let position = table.position(of: key) else {
      let isCode = Int(key) != nil && !table.knowsCodes
      throw UnknownAnswer(
        column: headers[column], found: row.text(column), table: isCode ? .unknownCodes : .options(table))
    }
    return position
  }

  /// Whether the column of one option is ticked; a column that is no option of the question must not be.
  private func isTicked(
    _ row: Row, _ column: Int, _ option: Int?, _ table: OptionTable
  ) throws(UnknownAnswer) -> Bool {
    switch OptionText(row.text(column)) {
    case .missing, .option("0"): return false
    case .option("1") where option != nil: return true
    case .option("1"): throw UnknownAnswer(column: headers[column], found: "1", table: .noOption(table))
    case .option:
      guard option != nil else { return false }
      throw UnknownAnswer(column: headers[column], found: row.text(column), table: .ticks)
    }
  }
}

/// An answer that the pipeline file does not know; the row is rejected with it.
struct UnknownAnswer: Error {
  let column: String
  let found: String
  let table: Expectation

  /// What was expected instead.
  enum Expectation {
    case options(OptionTable)
    /// The cell is a code, but the pipeline file states none.
    case unknownCodes
    /// The column names an option that the question has not.
    case noOption(OptionTable)
    /// `1` or `0`.
    case ticks
  }

  func rejection(row: Int) -> Rejection {
    Rejection(row: row, column: column, code: "unknown_answer", found: found, wording: wording)
  }

  private var wording: Wording {
    switch table {
    case .options(let table):
      Wording(
        "“\(found)” is none of \(table.listing); mend the cell, or add the option to the pipeline file",
        "“\(found)”不是选项“\(table.listing)”之一；请更正单元格，或在流程文件中补上该选项")
    case .unknownCodes:
      Wording(
        "“\(found)” is a code; write in satisfaction.codes what each answer of the scale is coded as",
        "“\(found)”是选项代码；请在流程文件 satisfaction.codes 中写明量表各档的代码")
    case .noOption(let table):
      Wording(
        "the column is ticked but names none of \(table.listing); add the option to the question in the pipeline file",
        "该列被选中，但列名不是选项“\(table.listing)”之一；请在流程文件的题目中补上该选项")
    case .ticks:
      Wording("“\(found)” is neither 1 (chosen) nor 0; mend the cell", "“\(found)”不是 1（选中）或 0；请更正单元格")
    }
  }
}
