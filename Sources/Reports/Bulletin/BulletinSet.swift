package import Store

/// Writes the bulletin and the data-quality workbook that goes with it; the score workbooks of the same set are written apart, by
/// `writeScores`.
package func writeBulletinSet(_ edition: Edition, _ store: ProgrammeStore, into folder: String) throws {
  try writeBulletin(edition, from: store.database, into: folder)
  try writeDataQuality(edition, from: store.database, into: folder)
}
