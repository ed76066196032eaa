import Programme
import SQLite

/// A returned form that a check of the survey found fault with.
package struct SurveyFault: Sendable {
  /// What the wave is called.
  package let wave: String
  let check: AnswerCheck
  package let place: String
  package let row: Int64
  package let sentence: String
  package let isDropped: Bool

  /// Reads a night's faults in the order of the waves' files and rows.
  static func read(night: Int64, _ programme: Programme, from database: Database) throws -> [SurveyFault] {
    let tables = try database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'survey_finding'")
    guard let satisfaction = programme.satisfaction, tables == 1 else { return [] }
    return try database.rows(
      """
      SELECT s.wave, s.fault, f.path, f.sheet, s.row, s.seconds, s.mark, s.questions, s.contradictory, s.same, s.of_row, s.dropped
      FROM survey_finding s JOIN source_file f ON f.id = s.file
      WHERE s.night = ? ORDER BY s.wave, s.file, s.row, s.fault
      """, .integer(night)
    ) { row throws(SQLiteError) in
      let check = AnswerCheck(rawValue: row.text(1)) ?? .duplicate
      let sentence =
        switch check {
        case .tooFast: "用时\(row.integer(5))秒"
        case .straightLine:
          "\(row.integer(7))题均答“\(satisfaction.word(ofMark: row.integer(6)))”"
            + (row.integer(8) == 1 ? "，与反向题自相矛盾" : "")
        case .duplicate: "与第\(row.integer(10))行\(DuplicateKey(rawValue: row.text(9))?.title.chinese ?? "相同")"
        }
      let wave = satisfaction.everyWave.first { $0.id == row.text(0) }
      let source = programme.sources.first { $0.id == wave?.source }
      return SurveyFault(
        wave: wave.flatMap { $0.title.isEmpty ? nil : $0.title } ?? source?.title ?? row.text(0), check: check,
        place: filePlace(row.text(2), sheet: row.text(3)), row: row.integer(4), sentence: sentence,
        isDropped: row.integer(11) == 1)
    }
  }
}

extension Satisfaction {
  /// The word of the scale that a form's mark stands for.
  fileprivate func word(ofMark mark: Int64) -> String {
    let step = scale.count - Int(mark)
    return scale.indices.contains(step) ? scale[step] : "\(mark)"
  }
}

extension DataQualityFigures {
  /// Returned forms with a fault.
  package var surveyFaultTable: PaperTable {
    PaperTable(
      [
        PaperColumn("序号", .rank), PaperColumn("问卷", .name), PaperColumn("文件", .sentence), PaperColumn("行号", .rank),
        PaperColumn("类别", .name), PaperColumn("情况", .sentence), PaperColumn("处理", .word),
      ],
      surveyFaults.enumerated().map { index, fault in
        [
          .rank(index + 1), .text(fault.wave), .text(fault.place), .rank(Int(fault.row)),
          .text(fault.check.title.chinese),
          .text(fault.sentence), .text(fault.isDropped ? "剔除" : "提示"),
        ]
      })
  }
}
