import Awards
import Programme
import SQLite

/// Writes how many places an award has and how they were worked out.
func writeQuota(_ step: QuotaStep, _ award: Award, _ title: String, _ database: Database) throws {
  try database.run(
    "INSERT INTO quota_step VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, '')", .text(award.id.text), .integer(step.base),
    .text(title), .integer(step.share), .text(step.exactText), .text(step.rounding.rawValue), .integer(step.places),
    .text(step.arithmetic.chinese))
}

/// Writes what each part of a divided award got, and how.
func writeShares(_ ruling: Ruling, _ award: Award, _ sections: AwardSections, _ database: Database) throws {
  guard let split = ruling.split, let rule = award.quota?.split else { return }
  let insert = try database.prepare(
    "INSERT INTO quota_share VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  for (index, allotment) in split.allotments.enumerated() {
    let section = sections.sections[index]
    try insert.bind([
      .text(award.id.text), .integer(Int64(index + 1)), .text(rule.by.text), .integer(section.key),
      .text(section.code), .text(section.title), .integer(ruling.sizes[index]), .text(allotment.exactText),
      .integer(allotment.whole), .optional(allotment.remainderRank), .optional(allotment.quotientText),
      .integer(allotment.added), .integer(allotment.passedOn), .integer(allotment.places),
      .integer(split.unsettled.contains(allotment.unit) ? 1 : 0),
    ])
    try insert.run()
  }
  guard !ruling.keepsMinimum else { return }
  let note = "名额不足以使每个单位至少有\(rule.minimum)个，未设最低名额"
  try database.run("UPDATE quota_step SET note = ? WHERE award = ?", .text(note), .text(award.id.text))
}

/// Writes why places of an award stay empty.
func writeVacancies(_ ruling: Ruling, _ award: Award, _ database: Database) throws {
  for vacancy in ruling.vacancies {
    try database.run(
      "INSERT INTO vacancy VALUES (?, ?, ?, ?, ?)", .text(award.id.text), .text(vacancy.cause.rawValue),
      .integer(vacancy.count), .text(vacancy.cause.wording.chinese), .text(vacancy.cause.wording.english))
  }
}
