import Foundation
import Store
import TestSupport
import Testing

private func record(_ enrolment: Int32, _ item: Int64, _ row: UInt32) -> FactRecord {
  FactRecord(
    item: item, enrolment: enrolment, at: FactRecord.none, value: 0, full: FactRecord.none, row: row, file: 0,
    category: 0,
    marks: 0)
}

private func groups(_ records: [FactRecord], budget: Int) throws -> [[UInt32]] {
  let folder = FileManager.default.temporaryDirectory.appending(path: "sorter-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let sorter = FactSorter(budget: budget, folder: folder, name: "run")
  for record in records { try sorter.append(record) }
  var found: [[UInt32]] = []
  try sorter.forEachGroup { enrolment, rows in
    #expect(rows.allSatisfy { $0.enrolment == enrolment })
    found.append(rows.map(\.row))
  }
  return found
}

@Test func `rows come by person, then by item, then in the order of reading, whatever the budget`() throws {
  for seed in Cases.seeds(usually: 30) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...600, using: &random)
    let records = (0..<count).map { row in
      record(Int32.random(in: 1...40, using: &random), Int64.random(in: -3...90, using: &random), UInt32(row))
    }
    let sorted = records.sorted { ($0.enrolment, $0.item, $0.row) < ($1.enrolment, $1.item, $1.row) }
    let expected = Dictionary(grouping: sorted, by: \.enrolment).sorted { $0.key < $1.key }.map { $0.value.map(\.row) }
    for budget in [1_000, 7, 64] {
      #expect(try groups(records, budget: budget) == expected, "SEED=\(seed) budget \(budget)")
    }
  }
}

@Test func `runs on disk are taken away when the sorter is done`() throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "sorter-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  do {
    let sorter = FactSorter(budget: 2, folder: folder, name: "run")
    for row in 0..<9 { try sorter.append(record(1, Int64(row), UInt32(row))) }
    try sorter.forEachGroup { _, _ in }
  }
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
}
