import Testing
import TestSupport

/// Figures of units and surveys of the sample programmes, against their oracles.
struct FigureOracleTests {
  @Test(arguments: SampleProgramme.allNights)
  func `every metric of every unit has the counts that were worked out`(night: SampleNight) throws {
    let rows = try night.expected("metrics")
    let expected = rows.map { $0.line("level", "unit", "metric", "numerator", "denominator") }
    let known = Set(rows.map { $0.line("level", "metric") })
    let levels = night.programme.levels
    let found = try night.lines(
      """
      SELECT level, unit, metric, numerator, denominator FROM metric
      WHERE as_of = '\(night.asOf)' AND project = '' ORDER BY unit, metric
      """)
    let named = found.compactMap { line -> String? in
      let parts = line.split(separator: " ").map(String.init)
      let level = Int(parts[0]).map { levels[$0] } ?? ""
      guard known.contains("\(level) \(parts[2])") else { return nil }
      return ([level] + parts.dropFirst()).joined(separator: " ")
    }
    expectSame(named, expected, "metrics")
  }

  @Test(arguments: SampleProgramme.nights(with: .satisfaction))
  func `every object and dimension has the answers that were worked out`(night: SampleNight) throws {
    let expected = try night.expected("satisfaction").map { row in
      let counts = row.line("n5", "n4", "n3", "n2", "n1").replacing(" ", with: ",")
      return "\(row.line("object", "dimension", "unit", "answered", "top")) \(counts)"
    }
    let root = try #require(try night.expected("satisfaction").first?["unit"])
    let found = try night.lines(
      """
      SELECT s.object, s.dimension, coalesce(u.code, '\(root)'), s.answered, s.top, s.counts
      FROM satisfaction_value s JOIN night n ON n.id = s.night LEFT JOIN unit u ON u.id = s.unit
      WHERE n.as_of = '\(night.asOf)' AND s.wave <> 'follow_up' ORDER BY 1, 2, 3
      """)
    expectSame(found, expected, "satisfaction")
  }

  @Test(arguments: SampleProgramme.nights(with: .satisfaction))
  func `a figure of too few answers is withheld, and with a single one the next smallest`(night: SampleNight) throws {
    let rows = try night.expected("satisfaction")
    let root = rows.first?["unit"]
    let groups = Dictionary(grouping: rows.filter { $0["unit"] != root }, by: { $0.line("object", "dimension") })
    let expected = groups.values.flatMap { units in
      // Where nobody answered there is nobody to cover, and the whole less the others gives nothing away.
      let few = units.filter { $0["withheld"] == "yes" && $0["answered"] != "0" }
      let more = units.filter { $0["withheld"] == "no" }
      // The figure of the whole would give a single withheld one back by subtraction.
      let covered = few.count == 1 ? more.min { Int($0["answered"] ?? "") ?? 0 < Int($1["answered"] ?? "") ?? 0 } : nil
      return (few + [covered].compactMap(\.self)).map { $0.line("object", "dimension", "unit") }
    }
    let found = try night.lines(
      """
      SELECT s.object, s.dimension, u.code FROM satisfaction_value s
      JOIN night n ON n.id = s.night JOIN unit u ON u.id = s.unit
      WHERE n.as_of = '\(night.asOf)' AND s.suppressed AND s.wave <> 'follow_up' ORDER BY 1, 2, 3
      """)
    guard !expected.isEmpty else {
      #expect(found == [])
      return
    }
    expectSame(found, expected, "withheld figures")
  }

  @Test(arguments: SampleProgramme.nights(with: .choices))
  func `every option of a question of choice was chosen as often as was invented`(night: SampleNight) throws {
    let expected = try night.expected("choices").map { $0.line("question", "option", "count") }
    let found = try night.lines("SELECT question, option, chosen FROM survey_choice ORDER BY source, question")
    expectSame(found, expected, "choices")
  }
}
