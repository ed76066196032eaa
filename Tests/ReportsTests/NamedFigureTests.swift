import Foundation
import Programme
import Reports
import SQLite
import TestSupport
import Testing

/// Lists the names of a workbook with the values of their cells, as openpyxl finds them.
private let script = """
  import sys, warnings, openpyxl
  warnings.simplefilter('ignore')
  book = openpyxl.load_workbook(sys.argv[1])
  names = book.defined_names
  for name in names.definedName if hasattr(names, 'definedName') else names.values():
      if name.localSheetId is None:
          for sheet, cell in name.destinations:
              print(name.name, sheet, book[sheet][cell.replace('$', '')].value, sep='\\t')
  """

struct NamedFigureTests {
  private let province: NomineeProvince
  private let papers: WrittenPapers

  init() throws {
    province = try NomineeProvince()
    papers = try WrittenPapers()
  }

  /// The values behind the names of a workbook; nil where there is no openpyxl.
  private func values(_ workbook: String) throws -> [String: Double]? {
    guard let python = Tool.python(importing: "openpyxl") else { return nil }
    let outcome = try Command.run(
      python, ["-c", script, "\(papers.folder)/\(workbook)"], environment: ["PYTHONUTF8": "1"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    var values: [String: Double] = [:]
    for line in outcome.output.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      #expect(values.updateValue(try #require(Double(fields[2]), "\(line)"), forKey: String(fields[0])) == nil)
    }
    return values
  }

  /// How many stored units of the numerator make one of the figure: seconds of a credit hour, hundredths of a mark.
  private func scale(of metric: Metric) -> Int64 {
    let programme = province.edition.programme
    switch metric.numerator.source {
    case .sumPoints: return 100
    case .sum(let id):
      let unit = programme.tallies.first { $0.id == id }?.unit
      return unit == .marks ? 100 : unit == .seconds ? Int64(programme.minutesPerHour) * 60 : 1
    default: return 1
    }
  }

  /// Compares every figure of the whole with the database.
  private func expectAgreement(_ values: [String: Double], _ metrics: [Metric]) throws {
    #expect(metrics.count > 5)
    for metric in metrics {
      let found = try province.database.rows(
        "SELECT numerator, denominator FROM metric_value WHERE night = 2 AND unit = 1 AND project = 0 AND metric = ?",
        .text(metric.id.text)
      ) { row throws(SQLiteError) in (row.integer(0), row.integer(1)) }.first
      guard let (numerator, stored) = found else {
        #expect(values[metric.title] == nil, "what was not measured bears no name: \(metric.title)")
        continue
      }
      let denominator = stored * scale(of: metric)
      let digits: Int64 = metric.format == .percent ? 10_000 : 100
      let value = try #require(values[metric.title], "\(metric.title)")
      #expect(
        Int64((value * Double(digits)).rounded()) == (2 * digits * numerator + denominator) / (2 * denominator),
        "\(metric.title)")
      if case .learners = metric.numerator.source, let title = metric.countTitle, let count = values["\(title)人数"] {
        #expect(Int64(count) == numerator, "\(title)")
      }
    }
    let enrolled = try province.database.integer(
      "SELECT enrolled FROM unit_count WHERE night = 2 AND unit = 1 AND project = 0")
    #expect(values["报名学员人数"].map { Int64($0) } == enrolled)
  }

  @Test func `every figure of the bulletin's whole is found by its name and is that of the database`() throws {
    try writeBulletin(province.edition, from: province.database, into: papers.folder)
    guard let values = try values("bulletin.xlsx") else { return }
    let programme = province.edition.programme
    let shown = programme.reports.bulletin?.metrics ?? []
    try expectAgreement(values, programme.metrics.filter { shown.contains($0.id) })
    #expect(["参训人数", "合格人数", "合格率", "人均学时"].allSatisfy { values[$0] != nil }, "\(values.keys.sorted())")
  }

  @Test func `every figure of the summary's whole is found by its name and is that of the database`() throws {
    try writeSummary(province.edition, from: province.database, into: papers.folder)
    guard let values = try values("summary.xlsx") else { return }
    try expectAgreement(values, province.edition.programme.metrics)
    #expect(["参训人数", "合格人数", "总成绩90分及以上人数", "平均成绩", "合格率"].allSatisfy { values[$0] != nil }, "\(values.keys.sorted())")
  }

  @Test func `names are listed with their values on the sheet behind the cover`() throws {
    try writeBulletin(province.edition, from: province.database, into: papers.folder)
    let rows = try papers.rows("bulletin.xlsx", sheet: "目录")
    let listed = rows.drop { $0.first != "名称" }.dropFirst().prefix { $0.first?.hasPrefix("注") == false }
    let texts = listed.flatMap(\.self)
    #expect(texts.contains("合格率") && texts.count { $0 == "概览" } > 8)
    #expect(try papers.sheets("bulletin.xlsx").prefix(2) == ["概览", "目录"])
  }
}
