import Awards
import Programme
package import SQLite
import Workbook

/// Writes the decision list (评优结论明细), `decisions.xlsx`: every candidate of every award, one row each, whoever they are and
/// whatever became of them.
///
/// It is a plain big sheet, since an award for learners has every learner of the programme as a candidate; rows go from
/// the database to the file one at a time.
package func writeDecisionList(_ edition: Edition, from database: Database, into folder: String) throws {
  let cutOff = try CutOff(edition.asOf)
  let units = try UnitDirectory.read(database)
  let book = try RosterBook(
    path: folder + "/decisions.xlsx",
    properties: DocumentProperties(
      title: "\(edition.programme.title)评优结论明细", subject: "截至\(cutOff.text)", office: edition.programme.office,
      category: "内部资料", created: cutOff.civilTime),
    sheets: edition.programme.awards.map { decisionSheet($0, edition.programme, cutOff) })
  let subjects = try DecisionSubjects(database)
  let statement = try database.prepare(
    """
    SELECT kind, subject, project, coalesce(shown_rank, rank), keys, gap, outcome, stage, tied, reason, decided_by, batch
    FROM decision WHERE award = ? ORDER BY id
    """)
  for award in edition.programme.awards {
    try statement.bind(1, award.id.text)
    let keys = award.rank.map { edition.programme.decimals(of: $0.value) }
    try book.writeSheet { (writer: inout PlainSheetWriter) in
      while try statement.step() {
        try write(
          statement, subjects, units, levels: edition.programme.levels.count,
          hasProjects: edition.programme.hasProjects,
          keys: keys, hasBatches: !award.batches.isEmpty, to: &writer)
      }
    }
    statement.reset()
  }
  try book.close()
}

private func decisionSheet(_ award: Award, _ programme: Programme, _ cutOff: CutOff) -> RosterSheet {
  let wording = AwardWording(award: award, programme: programme)
  let titles = RankKeyTitle.titles(of: award, in: programme)
  let keys = titles.enumerated().map { index, key in
    let title = (titles.count > 1 ? AwardWording.circled(index) : "") + key.title
    let unit = key.unit.isEmpty ? "" : "（\(key.unit)）"
    let look =
      programme.decimals(of: award.rank[index].value).map { RosterSheet.Column.Look.decimal(places: $0) } ?? .word
    let least = units(of: look)
    // The unit stands below a title that leaves no room beside it.
    let heading =
      TextWidth.units(title + unit, size: 11) + 2 <= least || unit.isEmpty ? title + unit : title + "\n" + unit
    let lines = heading.split(separator: "\n").map { TextWidth.units($0, size: 11) }
    return RosterSheet.Column(heading, look, units: max(least, (lines.max() ?? 0) + 2), repeats: false)
  }
  let distance = award.rank.first.flatMap { programme.decimals(of: $0.value) }
  return RosterSheet(
    name: sheetName(award.title), title: "\(award.title)评优结论明细", left: "内部资料",
    right: "统计时间：截至\(cutOff.text)",
    columns: [
      RosterSheet.Column("名次", .integer, units: 8), RosterSheet.Column("编号", .text, units: 17),
      RosterSheet.Column(wording.measureWord == "人" ? "姓名" : "单位", .text, units: 16),
    ] + placeColumns(programme.levels)
      + (programme.hasProjects ? [RosterSheet.Column("项目", .text, units: 20, repeats: true)] : []) + keys + [
        RosterSheet.Column(
          "较入选线", distance.map { .decimal(places: $0) } ?? .word, units: 11, repeats: false),
        RosterSheet.Column("结果", .word, units: 13),
        RosterSheet.Column("并列", .integer, units: 7), RosterSheet.Column("理由", .text, units: 48),
        RosterSheet.Column("决定", .word, units: 11),
      ] + (award.batches.isEmpty ? [] : [RosterSheet.Column("批次", .integer, units: 7)]),
    frozenColumns: 3)
}

/// The least width of a rank key's column: a lot has sixteen digits, a moment nineteen characters.
private func units(of look: RosterSheet.Column.Look) -> Double { look == .word ? 22 : 14 }

/// One column for each level below the whole area.
private func placeColumns(_ levels: [UnitLevel]) -> [RosterSheet.Column] {
  levels.enumerated().dropFirst().map { index, level in
    let units: Double = index == levels.count - 1 ? 28 : index == 1 ? 14 : 16
    return RosterSheet.Column(level.title, .text, units: units, repeats: true)
  }
}

/// The columns that are selected.
private enum Column {
  static let kind = 0
  static let subject = 1
  static let project = 2
  static let rank = 3
  static let keys = 4
  static let gap = 5
  static let outcome = 6
  static let stage = 7
  static let tied = 8
  static let reason = 9
  static let decidedBy = 10
  static let batch = 11
}

/// Writes the row that a statement stands on; long texts go from the database to the file as bytes.
private func write(
  _ row: borrowing Statement, _ subjects: DecisionSubjects, _ units: UnitDirectory, levels: Int, hasProjects: Bool,
  keys: [Int?], hasBatches: Bool, to writer: inout PlainSheetWriter
) throws {
  let kind: DecisionSubjects.Kind = try known(row.text(Column.kind))
  let outcome: Outcome = try known(row.text(Column.outcome))
  let stage: Stage = try known(row.text(Column.stage))
  let decider: Decider = try known(row.text(Column.decidedBy))
  let subject = row.integer(Column.subject)
  if row.isNull(Column.rank) { writer.blank() } else { writer.integer(row.integer(Column.rank)) }
  let path = units.path(of: subjects.withNames(of: subject, kind: kind) { writer.text($0) })
  for level in 1..<max(1, levels) { writer.text(path[level] ?? "") }
  if hasProjects { writer.text(subjects.project(of: subject, kind: kind, stated: row.integer(Column.project))) }
  row.withBytes(Column.keys) { writeKeys($0, keys, to: &writer) }
  row.withBytes(Column.gap) { writeNumber($0, decimals: keys.first ?? nil, to: &writer) }
  writer.text(outcome.title(at: stage))
  if row.integer(Column.tied) > 1 { writer.integer(row.integer(Column.tied)) } else { writer.blank() }
  row.withBytes(Column.reason) { writer.text($0) }
  writer.text(decider.title)
  if hasBatches {
    if row.isNull(Column.batch) { writer.blank() } else { writer.integer(row.integer(Column.batch)) }
  }
  try writer.endRow()
}

/// Writes one cell for each key, `—` for those that have no value.
private func writeKeys(_ printed: Span<UInt8>, _ decimals: [Int?], to writer: inout PlainSheetWriter) {
  var start = 0
  for decimals in decimals {
    var end = start
    while end < printed.count, printed[end] != DecidedCandidate.keySeparatorByte { end += 1 }
    if end > start {
      writeNumber(printed.extracting(start..<end), decimals: decimals, to: &writer)
    } else {
      writer.text("—")
    }
    start = min(end + 1, printed.count)
  }
}

/// Writes a number as one that can be reckoned with, if it is printed with so many decimals; anything else as it stands.
private func writeNumber(_ printed: Span<UInt8>, decimals: Int?, to writer: inout PlainSheetWriter) {
  if let number = PrintedNumber(printed), number.decimals == decimals {
    writer.decimal(units: number.units, decimals: number.decimals)
  } else {
    writer.text(printed)
  }
}
