import Metrics
import Programme
import SQLite
import Stages
import Store

extension Inquiry {
  /// A unit: how many it has, every metric with its two counts and its change, its excluded, awards, and first learners.
  func unitAnswer(_ index: Int, of units: Units) throws -> Answer {
    let unit = units.all[index]
    let level = programme.levels.indices.contains(unit.level) ? programme.levels[unit.level].title : ""
    guard let night = try night(of: .measure) else {
      return Answer("unit", Wording("\(units.path(of: index)): not measured yet", "\(units.path(of: index))：尚未统计"))
    }
    let before = try self.night(before: night)
    var parts = try [countAnswer(unit, night)].compactMap { $0 }
    // The learners stand behind the figures of the lowest units, as the units below do behind those of the others.
    let shares = units.all.contains { $0.parent == index } ? nil : try learnerShares(unit)
    parts += try folder.measures.indices.map { try metricAnswer(at: $0, index, units, night, before: before, shares) }
    parts += try unitTallyAnswers(index, units)
    parts += try unitCheckAnswers(unit, night)
    if unit.level == 0 { parts += try surveyAnswers(night) }
    parts += try satisfactionAnswers(index, units, night)
    parts += try unitCandidacies(unit)
    parts += try learnerLists(index, units)
    return Answer(
      "unit",
      Wording(
        "\(units.path(of: index)) (\(unit.code), \(level)), as of \(night.asOf)",
        "\(units.path(of: index))（\(unit.code)，\(level)），统计时点 \(night.asOf)"),
      [
        "code": .text(unit.code), "name": .text(unit.name), "level": .number(Int64(unit.level)),
        "as_of": .text(night.asOf),
      ],
      parts: parts)
  }

  private func countAnswer(_ unit: Unit, _ night: Night) throws -> Answer? {
    try database.rows(
      "SELECT enrolled, withdrawn, vanished FROM unit_count WHERE night = ? AND unit = ? AND project = 0",
      .integer(night.id),
      .integer(unit.id)
    ) { row throws(SQLiteError) in
      let (enrolled, withdrawn, vanished) = (row.integer(0), row.integer(1), row.integer(2))
      return Answer(
        "counts",
        Wording(
          "\(enrolled) learners count, \(vanished) of them vanished from the roster; \(withdrawn) withdrawn count nowhere",
          "计入分母的学员\(enrolled)人次，其中名册中消失\(vanished)人次；已退出\(withdrawn)人次不计入"),
        ["enrolled": .number(enrolled), "vanished": .number(vanished), "withdrawn": .number(withdrawn)])
    }.first
  }

  private func unitCandidacies(_ unit: Unit) throws -> [Answer] {
    try programme.awards.flatMap { award -> [Answer] in
      guard case .units = award.pool else { return [] }
      return try candidacies(
        of: award, where: "d.candidate BETWEEN ? AND ?",
        [.integer(unit.id * 100_000), .integer(unit.id * 100_000 + 99_999)]
      ).map { candidacy in
        let line = decisionLine(candidacy, award)
        let project =
          candidacy.projectName.isEmpty
          ? Wording("") : Wording("\(candidacy.projectName): ", "\(candidacy.projectName)：")
        return Answer(line.kind, project + line.text, fields: line.fields)
      }
    }
  }
}
