import Exports
import SQLite

/// Holds what the program computed against what a rival wrote about the same exports, figure by figure.
///
/// The rival's workbooks are read with our own reader. Every learner, every unit at every level and every winner has to
/// be there on both sides; numbers must be equal to the last printed decimal. With `--scores` the published score
/// workbooks are held against the database as well. Answers whether everything agreed.
func compare(_ options: Options) throws -> Bool {
  let database = try Database(path: try options.required("database"), readOnly: true)
  let rival = try options.required("rival")
  let differences = Differences()
  let learners = try ScoredLearners(database)
  try compareRosters(of: rival, with: learners, differences)
  if let scores = options["scores"] { try compareScoreWorkbooks(in: scores, with: learners, differences) }
  try compareUnits("\(rival)/bulletin.xlsx", with: try UnitFigures(database), differences)
  try compareWinners("\(rival)/nominees.xlsx", database, differences)
  differences.report()
  return differences.count == 0
}
