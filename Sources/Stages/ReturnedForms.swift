import Metrics
import Programme
import SQLite
import Store

/// How many filled-in questionnaires name a unit and a project.
struct ReturnedForms {
  let survey: Identifier<Source>
  /// The index of the unit; the whole for those that name none.
  let unit: Int
  let project: Int64?
  let count: Int64
}

/// The responses to the surveys that metrics count.
func returnedForms(_ store: ProgrammeStore, _ folder: MetricFolder, _ units: Units) throws -> [ReturnedForms] {
  guard let whole = units.all.firstIndex(where: { $0.parent == nil }) else { return [] }
  return try folder.surveys.flatMap { survey in
    try store.database.rows(
      "SELECT unit, project, count(*) FROM response WHERE source = ? GROUP BY unit, project ORDER BY unit, project",
      .text(survey.text)
    ) { row throws(SQLiteError) in
      ReturnedForms(
        survey: survey, unit: row.optionalInteger(0).flatMap(units.index(of:)) ?? whole,
        project: row.optionalInteger(1), count: row.integer(2))
    }
  }
}
