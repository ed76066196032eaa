import Foundation
import Programme
package import SQLite
import Synchronization
import Workbook

/// Writes one score workbook per city, or one for the county that all learners belong to, or for the unit that an edition is for, into a
/// folder, which is made: every learner with every component, in the order of the administrative units, then by learner number. Returns
/// the names of the files.
///
/// Everything is read once into flat columns; then `threads` writers share them, each taking the largest city that is
/// left. The bytes do not depend on the number of threads.
@discardableResult
package func writeScores(
  _ edition: Edition, from database: Database, into folder: String, threads: Int = 2
) throws -> [String] {
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  let units = try UnitDirectory.read(database)
  let roll = try LearnerRoll.read(database, edition.programme)
  let names = try PersonNames.read(database)
  let cities = CityRoll.sort(roll, names, units, only: edition.unit)
  let sheet = try ScoreSheet(database, edition.programme, CutOff(edition.asOf), roll, names, units)
  let largestFirst = cities.indices.sorted { left, right in
    (cities[right].learners.count, left) < (cities[left].learners.count, right)
  }
  try forEach(largestFirst, threads: threads) { try sheet.write(cities[$0], into: folder) }
  return cities.map { $0.fileName + ".xlsx" }
}

/// Does the work for each element on several threads, and throws what the earliest element that failed threw.
private func forEach(_ elements: [Int], threads: Int, _ work: @Sendable (Int) throws -> Void) throws {
  let next = Mutex(0)
  let failures = Mutex<[Int: any Error]>([:])
  DispatchQueue.concurrentPerform(iterations: max(1, min(threads, elements.count))) { _ in
    while true {
      let turn = next.withLock { turn in
        defer { turn += 1 }
        return turn
      }
      guard turn < elements.count else { return }
      do {
        try work(elements[turn])
      } catch {
        failures.withLock { $0[elements[turn]] = error }
      }
    }
  }
  if let first = failures.withLock({ $0.min { $0.key < $1.key } }) { throw first.value }
}
