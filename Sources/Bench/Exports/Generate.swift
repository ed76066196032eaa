import Foundation

/// Writes the exports of a province of any size, one folder a night: the shape of a training platform's nightly dump.
///
/// `--change 1%` adds a second night in which that share of the rows is new or different. The same seed and size give the
/// same bytes on every machine.
func generate(_ options: Options) throws {
  let learners = try options.number("learners", usually: 100_000)
  guard (1000...1_500_000).contains(learners) else {
    throw UsageError(description: "--learners \(learners): from 1000 to 1500000")
  }
  let world = World(seed: UInt64(try options.number("seed", usually: 1)), learners: learners)
  let folder = try options.required("out")
  try world.write(.first, below: folder)
  if let change = options["change"] {
    try world.write(.second(changedPerMillion: try perMillion(change)), below: folder)
  }
}

/// A percentage such as `1%` or `0.5%` in millionths.
private func perMillion(_ text: String) throws -> Int {
  guard text.hasSuffix("%"), let percent = Decimal(string: String(text.dropLast())), percent > 0, percent <= 100 else {
    throw UsageError(description: "--change \(text): not a percentage such as 1%")
  }
  return NSDecimalNumber(decimal: percent * 10_000).intValue
}

extension World {
  fileprivate func write(_ night: Night, below folder: String) throws {
    let folder = "\(folder)/\(night.date)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try writeRoster("\(folder)/learners.csv", night)
    try writeStudy("\(folder)/study.csv", night)
    try writeHomework("\(folder)/homework.csv", night)
    try writePosts("\(folder)/posts.csv", night)
    try writeSurvey("\(folder)/survey.csv", night)
    try writeStaff("\(folder)/staff.csv", night)
  }
}
