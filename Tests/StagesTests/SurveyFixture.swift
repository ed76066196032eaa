import Foundation
import SQLite
import Store
import TestSupport
import Testing

/// A programme of three learners with a questionnaire in the layout of 问卷星.
struct SurveyFixture {
  let night: NightFixture

  /// `questions` and `satisfaction` are put into the pipeline file as they stand.
  init(questions: String = "{}", satisfaction: String = "") throws {
    let source = """
      survey: { title: '问卷', kind: 'survey', files: '{date}/survey.*', columns: {
        response: { from: '序号', type: 'id', required: true }, at: { from: '提交答卷时间', type: 'datetime' },
        seconds: { from: '所用时间', type: 'duration', unit: 'seconds' },
        city: { from: '您所在的地市', type: 'unit', level: 'city' } }, questions: \(questions) },
      """
    let parts = satisfaction.isEmpty ? "" : "satisfaction: { source: 'survey', min_n: 1, by: 'city', \(satisfaction) },"
    night = try NightFixture(sources: source, parts: parts)
    try night.write("2023-08-19", roster: ["1,甲,东市,一中", "2,乙,西市,二中"], study: ["1,A,10"])
  }

  /// Loads and measures a questionnaire of comma-separated rows.
  func load(_ rows: [String]) throws {
    try Data(rows.joined(separator: "\n").utf8).write(to: URL(filePath: "\(night.folder)/2023-08-19/survey.csv"))
    _ = try night.compute(night: try night.load("2023-08-19").night)
  }

  /// Loads and measures one of the sample exports.
  func load(sample: String) throws {
    try FileManager.default.copyItem(
      atPath: Self.sample(sample), toPath: "\(night.folder)/2023-08-19/survey.xlsx")
    _ = try night.compute(night: try night.load("2023-08-19").night)
  }

  static func sample(_ name: String) -> String { Repository.path("Tests/StagesTests/Samples/wjx/\(name)") }

  /// Whether nothing was rejected, and every row of the questionnaire accepted.
  var account: [String] {
    get throws {
      try texts(
        night.store, "SELECT accepted || '/' || rejected || '/' || rows_read FROM account WHERE source = 'survey'")
    }
  }

  /// The satisfaction of everybody: counts from the best answer to the worst, satisfied, mean and interval.
  var satisfaction: [String] {
    get throws {
      try texts(
        night.store,
        "SELECT object || ' ' || counts || ' ' || top || ' ' || mean || ' ' || low || ' ' || high FROM satisfaction_value WHERE unit = 0"
      )
    }
  }

  /// How many chose each option, and how many answered its question.
  var choices: [String] {
    get throws {
      try texts(
        night.store, "SELECT question || ' ' || option || ' ' || chosen || '/' || answered FROM survey_choice")
    }
  }

  /// The rejected rows: row, column, code and what is said in English.
  var rejected: [String] {
    get throws {
      try texts(
        night.store,
        "SELECT r.row || ' ' || r.column_name || ' ' || r.code || ': ' || r.message_en FROM reject r ORDER BY r.row")
    }
  }

  /// The remarks on the file.
  var remarks: [String] {
    get throws { try texts(night.store, "SELECT code || ': ' || message_en FROM notice ORDER BY id") }
  }
}
