import Programme
import SQLite

/// The responses to one questionnaire that the database holds, in the order of their keys.
struct KnownResponses: Sendable {
  /// Their codes, numbered from 0.
  private(set) var codes = TermIndex(capacity: 4096)
  private(set) var keys: [Int32] = []
  /// The keys of who gave them; 0 where the export names nobody.
  private(set) var persons: [Int32] = []
  /// The key of the first response that is new.
  let next: Int32

  init(_ database: Database, _ source: Source) throws {
    next = Int32((try database.integer("SELECT max(id) FROM response") ?? 0) + 1)
    let responses = try database.prepare("SELECT id, code, person FROM response WHERE source = ? ORDER BY id")
    try responses.bind(1, source.id.text)
    while try responses.step() {
      _ = responses.withBytes(1) { codes.add($0) }
      keys.append(Int32(responses.integer(0)))
      persons.append(Int32(responses.optionalInteger(2) ?? 0))
    }
  }
}
