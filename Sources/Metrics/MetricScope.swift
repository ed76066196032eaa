package import Programme
import Scoring

/// What the metrics of a programme are read against.
package struct MetricScope: Sendable {
  package let tallies: [Tally]
  package let components: [Identifier<Component>]
  /// Decimals of a printed mark.
  package let decimals: Int
  /// Seconds of one credit hour (学时).
  package let creditHour: Int64
  package let grades: [Grade]
  /// From the widest to the narrowest.
  package var levels: [UnitLevel] = []
  package var cohorts: [Cohort] = []
  package var sources: [Source] = []

  package init(
    tallies: [Tally], components: [Identifier<Component>], decimals: Int, creditHour: Int64, grades: [Grade] = []
  ) {
    self.tallies = tallies
    self.components = components
    self.decimals = decimals
    self.creditHour = creditHour
    self.grades = grades
  }

  /// The lowest level of the units that the answers to a survey can name; the whole where it asks for none.
  func deepestLevel(of survey: Identifier<Source>) -> Int {
    let source = sources.first { $0.id == survey }
    let asked = ["city", "county", "unit"].compactMap { source?.column($0) }
    return asked.map { column in
      column.level.flatMap { id in levels.firstIndex { $0.id == id } } ?? levels.count - 1
    }.max() ?? 0
  }

  /// What conditions on learners are read against.
  var conditions: ConditionScope {
    ConditionScope(tallies: tallies, decimals: decimals, creditHour: creditHour, grades: grades)
  }
}
