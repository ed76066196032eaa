import Foundation
package import Store

/// Writes everything that belongs to the nightly bulletin: the bulletin itself, the data-quality workbook and a score workbook for
/// each city.
package func writeBulletinSet(_ edition: Edition, _ store: ProgrammeStore, into folder: String) throws {
  try writeBulletin(edition, from: store.database, into: folder)
  try writeDataQuality(edition, from: store.database, into: folder)
  let scores = "\(folder)/scores"
  try FileManager.default.createDirectory(atPath: scores, withIntermediateDirectories: true)
  try writeScores(edition, from: store.database, into: scores)
}
