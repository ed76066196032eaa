import Metrics
import Programme
import SQLite
import Scoring
import Store

/// Counts the survey answers of every wave by object, dimension and unit, and writes shares, means and intervals, the account of the
/// forms, what the checks found, the reliability of the scales and the change from wave to wave.
func measureSatisfaction(
  _ store: ProgrammeStore, night: Int64, _ learners: Learners, _ measures: UnitMeasures
) throws {
  try store.database.run("DELETE FROM satisfaction_value WHERE night = ?", .integer(night))
  try store.clearSurveyResults(night: night)
  guard let satisfaction = store.programme.satisfaction else { return }
  try store.makeSurveyResultTables()
  let split = UnitSplit(satisfaction, store.programme, learners)
  let writing = SurveyWriting(store.database, night: night, satisfaction)
  var earlier: SurveyCount?
  for wave in satisfaction.everyWave {
    var count = SurveyCount(satisfaction, wave, units: split.units.count)
    try count.count(store, place: split.place)
    try writing.write(count, split, invited: { measures.enrolled(unit: $0, project: 0) })
    if let earlier { try writing.writeChange(from: earlier, to: count) }
    earlier = count
  }
}

/// The units that figures are split by.
struct UnitSplit {
  /// Their places among all units.
  let units: [Int]
  /// The place of everybody's unit.
  let widest: Int
  let learners: Learners
  private let level: Int?
  private let places: [Int: Int]

  init(_ satisfaction: Satisfaction, _ programme: Programme, _ learners: Learners) {
    self.learners = learners
    let level = satisfaction.by.flatMap { id in programme.levels.firstIndex { $0.id == id } }
    self.level = level
    units = level.map { level in learners.units.all.indices.filter { learners.units.all[$0].level == level } } ?? []
    places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($0.element, $0.offset + 1) })
    widest = learners.units.all.firstIndex { $0.parent == nil } ?? 0
  }

  /// Of which unit of the split somebody of a unit is, from 1; nil for whoever belongs to none.
  func place(of unit: Int64) -> Int? {
    guard let level, let index = learners.units.index(of: unit) else { return nil }
    return learners.units.ancestor(of: index, at: level).flatMap { places[$0] }
  }
}

/// Writes what the waves of a night come to.
private struct SurveyWriting {
  private let database: Database
  private let night: Int64
  private let satisfaction: Satisfaction

  init(_ database: Database, night: Int64, _ satisfaction: Satisfaction) {
    self.database = database
    self.night = night
    self.satisfaction = satisfaction
  }

  func write(_ count: SurveyCount, _ split: UnitSplit, invited: (Int) -> Int64) throws {
    try writeFigures(count, split, invited)
    try writeAccount(count, invited: invited(split.widest))
    try writeFindings(count)
    try writeScales(count)
  }

  private func writeFigures(_ count: SurveyCount, _ split: UnitSplit, _ invited: (Int) -> Int64) throws {
    let insert = try database.prepare(
      "INSERT INTO satisfaction_value VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (position, topic) in count.topics.enumerated() {
      let figures = count.counts.map { SatisfactionFigure($0[position], top: satisfaction.top) }
      let people = count.people.map { $0[position] }
      let hidden = withheld(Array(people.dropFirst()), minimum: Int64(satisfaction.minimumN))
      for (unit, figure) in figures.enumerated() {
        let index = unit == 0 ? split.widest : split.units[unit - 1]
        let isHidden = unit == 0 ? people[0] < Int64(satisfaction.minimumN) : hidden[unit - 1]
        try insert.bind([
          .integer(night), .text(count.wave.id), .text(topic.object), .text(topic.dimension),
          .integer(unit == 0 ? 0 : split.learners.units.all[index].id), .integer(invited(index)),
          .integer(count.returned[unit]), .integer(figure.valid), .integer(figure.satisfied),
          .text(figure.counts.text), .optional(figure.mean.units), .optional(figure.interval?.low.units),
          .optional(figure.interval?.high.units), .integer(isHidden ? 1 : 0),
        ])
        try insert.run()
      }
    }
  }

  private func writeAccount(_ count: SurveyCount, invited: Int64) throws {
    let account = count.account
    let dropped = AnswerCheck.allCases.map { Value.integer(account.dropped[$0] ?? 0) }
    let found = AnswerCheck.allCases.map { check in
      satisfaction.checks?.drops(check) == nil ? Value.null : .integer(account.found[check] ?? 0)
    }
    let counts = [invited, account.returned, account.valid, account.empty].map(Value.integer)
    let insert = try database.prepare("INSERT INTO survey_form_count VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try insert.bind([.integer(night), .text(count.wave.id)] + counts + dropped + found)
    try insert.run()
  }

  private func writeFindings(_ count: SurveyCount) throws {
    let insert = try database.prepare("INSERT INTO survey_finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (form, finding) in count.findings {
      try insert.bind([
        .integer(night), .text(count.wave.id), .text(finding.check.rawValue), .integer(form.file), .integer(form.row),
        .optional(finding.seconds), .optional(finding.line.map { Int64($0.mark) }),
        .optional(finding.line.map { Int64($0.questions) }),
        .integer(finding.line?.isContradictory == true ? 1 : 0), .text(finding.same?.rawValue ?? ""),
        .optional(finding.earlier?.file), .optional(finding.earlier?.row), .integer(finding.dropsForm ? 1 : 0),
      ])
      try insert.run()
    }
  }

  private func writeScales(_ count: SurveyCount) throws {
    let insert = try database.prepare("INSERT INTO survey_scale VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (scale, answers) in count.scales {
      let reliability = answers.reliability(minimum: Int64(satisfaction.minimumN))
      var variances: [Int64?] = [nil, nil]
      var reason = ""
      switch reliability {
      case .alpha(_, let items, let total): variances = [items, total].map { $0.rounded(decimals: 4) }
      case .none(let why): reason = why.rawValue
      }
      try insert.bind([
        .integer(night), .text(count.wave.id), .text(scale.grouping.rawValue), .text(scale.id),
        .integer(Int64(scale.questions.count)), .integer(answers.forms), .integer(answers.incomplete),
        .optional(reliability.printed?.units), .optional(variances[0]), .optional(variances[1]), .text(reason),
      ])
      try insert.run()
    }
  }

  func writeChange(from earlier: SurveyCount, to later: SurveyCount) throws {
    let insert = try database.prepare("INSERT INTO survey_comparison VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for change in later.change(from: earlier) {
      try insert.bind([
        .integer(night), .text(earlier.wave.id), .text(later.wave.id), .text(change.topic.object),
        .text(change.topic.dimension), .integer(change.isPaired ? 1 : 0), .text(change.before.text),
        .text(change.after.text), .integer(change.people < Int64(satisfaction.minimumN) ? 1 : 0),
      ])
      try insert.run()
    }
  }
}

extension AnswerCounts {
  /// `15,247,31`, from the best step to the worst.
  fileprivate var text: String { steps.map { "\($0)" }.joined(separator: ",") }
}
