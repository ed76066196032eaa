package import Metrics
import Programme
import Scoring
import SQLite
package import Store

/// The figures of every unit, of all projects together and of each.
package struct UnitMeasures: Sendable {
  package let folder: MetricFolder
  let totals: UnitFigures
  let units: Int
  /// The level of each unit, 0 the widest.
  let levels: [Int]
  let projectPlace: [Int64: Int]
  /// Learners who count, by place.
  package let enrolled: [Int64]
  let withdrawn: [Int64]
  let vanished: [Int64]

  /// Where a unit's figures lie; project 0 is all projects together.
  func place(unit: Int, project: Int64) -> Int {
    (projectPlace[project] ?? 0) * units + unit
  }

  /// The figure of a metric for a unit (by index), in the order of `folder.measures`.
  ///
  /// Where tallies of units are summed up, a single project has no figure of its own: their facts name none.
  package func figures(unit: Int, project: Int64) -> [Figure] {
    let figures = folder.figures(of: place(unit: unit, project: project), in: totals)
    let isOfProject = place(unit: unit, project: project) >= units
    return zip(folder.measures, figures).map { measure, figure in
      let isNone = isOfProject && measure.sumsUnits || !measure.isOf(level: levels[unit])
      return isNone ? Figure(numerator: 0, denominator: 0) : figure
    }
  }

  package func enrolled(unit: Int, project: Int64) -> Int64 { enrolled[place(unit: unit, project: project)] }
}

/// Measures every unit from the learners' tallies and points and writes the figures of the night: the measure stage.
package func measure(
  _ store: ProgrammeStore, night: Int64, _ learners: Learners, _ scores: Scores, _ folder: MetricFolder
) throws -> UnitMeasures {
  let measures = try fold(store, learners, scores, folder)
  try write(measures, store, night: night, learners)
  try writeBands(store, night: night, learners, scores)
  try writeUnstarted(store, learners, scores, folder)
  try keepLedger(store)
  try writeUnitFindings(of: measures, store, night: night, learners)
  try writeStaffFindings(store, night: night)
  try measureSatisfaction(store, night: night, learners, measures)
  return measures
}

/// Folds learners into units and rolls units up, without writing.
package func fold(
  _ store: ProgrammeStore, _ learners: Learners, _ scores: Scores, _ folder: MetricFolder
) throws -> UnitMeasures {
  let units = learners.units.all.count
  // With a single project its figures are those of all projects.
  let split = learners.projects.count > 1 ? learners.projects : []
  let projectPlace = Dictionary(uniqueKeysWithValues: split.enumerated().map { ($0.element, $0.offset + 1) })
  let places = (split.count + 1) * units
  var figures = folder.blankFigures(units: places)
  var enrolled = [Int64](repeating: 0, count: places)
  var withdrawn = enrolled
  var vanished = enrolled
  let width = store.programme.scoring.components.count
  var marks = Marks(components: width)
  let tallies = learners.tallies.values.span
  for index in 0..<learners.count {
    scores.fill(&marks, index)
    let unit = Int(learners.unit[index])
    let project = projectPlace[Int64(learners.project[index])]
    for place in [unit, project.map { $0 * units + unit }].compactMap({ $0 }) {
      folder.add(
        tallies.extracting(learners.row(index)), marks, withdrawn: !learners.counts(index), to: place, in: &figures)
      guard learners.competes(index) else { continue }
      switch learners.status[index] {
      case .applied: break
      case .withdrawn: withdrawn[place] += 1
      case .vanished:
        vanished[place] += 1
        enrolled[place] += 1
      case .enrolled: enrolled[place] += 1
      }
    }
  }
  var parents: [Int?] = []
  for block in 0...split.count {
    parents += learners.units.all.map { unit in unit.parent.map { block * units + $0 } }
  }
  let counted = rolledUp(enrolled, parents)
  for (index, unit) in learners.units.all.enumerated() {
    let row = learners.unitTallies.row(of: index)
    for block in 0...split.count {
      let place = block * units + index
      folder.add(
        unit: row, level: unit.level, participates: counted[place] > 0, sums: block == 0, to: place, in: &figures)
    }
  }
  for returned in try returnedForms(store, folder, learners.units) {
    let project = returned.project.flatMap { projectPlace[$0] }
    for place in [returned.unit, project.map { $0 * units + returned.unit }].compactMap({ $0 }) {
      folder.add(responses: returned.count, of: returned.survey, to: place, in: &figures)
    }
  }
  return UnitMeasures(
    folder: folder, totals: figures.rolledUp(parents: parents), units: units,
    levels: learners.units.all.map(\.level), projectPlace: projectPlace,
    enrolled: counted, withdrawn: rolledUp(withdrawn, parents),
    vanished: rolledUp(vanished, parents))
}

/// Keeps who has not begun by the measure that the bulletin prints, so that whoever is reminded is who was counted.
private func writeUnstarted(
  _ store: ProgrammeStore, _ learners: Learners, _ scores: Scores, _ folder: MetricFolder
) throws {
  try store.database.run("DELETE FROM unstarted")
  guard let participation = store.programme.participation else { return }
  let insert = try store.database.prepare("INSERT INTO unstarted VALUES (?)")
  var marks = Marks(components: store.programme.scoring.components.count)
  let tallies = learners.tallies.values.span
  for index in 0..<learners.count where learners.counts(index) {
    scores.fill(&marks, index)
    if folder.counts(tallies.extracting(learners.row(index)), marks, in: participation.id) { continue }
    try insert.bind(1, Int64(index + 1))
    try insert.run()
  }
}

/// Adds the counts of every place to all places above it.
private func rolledUp(_ counts: [Int64], _ parents: [Int?]) -> [Int64] {
  var totals = counts
  for place in counts.indices where counts[place] != 0 {
    var above = parents[place]
    while let parent = above {
      totals[parent] += counts[place]
      above = parents[parent]
    }
  }
  return totals
}

private func write(_ measures: UnitMeasures, _ store: ProgrammeStore, night: Int64, _ learners: Learners) throws {
  let database = store.database
  try database.run("DELETE FROM metric_value WHERE night = ?", .integer(night))
  try database.run("DELETE FROM unit_count WHERE night = ?", .integer(night))
  let insertFigure = try database.prepare("INSERT INTO metric_value VALUES (?, ?, ?, ?, ?, ?)")
  let insertCount = try database.prepare("INSERT INTO unit_count VALUES (?, ?, ?, ?, ?, ?)")
  let lowest = store.programme.levels.count - 1
  for project in [0] + learners.projects {
    if project != 0, measures.projectPlace[project] == nil { continue }
    for (index, unit) in learners.units.all.enumerated() {
      let place = measures.place(unit: index, project: project)
      // A school's figures by project would be a row for nearly every learner.
      if project != 0, measures.enrolled[place] == 0 || unit.level == lowest { continue }
      for (measure, figure) in zip(measures.folder.measures, measures.figures(unit: index, project: project)) {
        try insertFigure.bind(1, night)
        try insertFigure.bind(2, measure.metric.id.text)
        try insertFigure.bind(3, unit.id)
        try insertFigure.bind(4, project)
        try insertFigure.bind(5, figure.numerator)
        try insertFigure.bind(6, figure.denominator)
        try insertFigure.run()
      }
      for (column, value) in [
        night, unit.id, project, measures.enrolled[place], measures.withdrawn[place], measures.vanished[place],
      ].enumerated() {
        try insertCount.bind(column + 1, value)
      }
      try insertCount.run()
    }
  }
}

/// Counts learners by whole points of their total, for the distribution; those without any study are left out of no band.
private func writeBands(_ store: ProgrammeStore, night: Int64, _ learners: Learners, _ scores: Scores) throws {
  var bands: [Int32: Int64] = [:]
  for index in 0..<learners.count where learners.counts(index) { bands[scores.total[index] / 100, default: 0] += 1 }
  try store.database.run("DELETE FROM total_band WHERE night = ?", .integer(night))
  for (band, learners) in bands.sorted(by: { $0.key < $1.key }) {
    try store.database.run(
      "INSERT INTO total_band VALUES (?, ?, ?)", .integer(night), .integer(Int64(band)), .integer(learners))
  }
}
