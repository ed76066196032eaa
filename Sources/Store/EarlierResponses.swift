import Programme
import SQLite

/// The responses of a questionnaire that the database holds, by their codes, with what each came to: one that says the same
/// again stays as it is.
struct EarlierResponses {
  /// What becomes of a response of tonight.
  enum Fate {
    case unchanged
    /// It says something else than before, and keeps its key.
    case changed(Int64)
    case new(Int64)
  }

  private let database: Database
  /// The key of the source among those with digests.
  private let key: Int64
  private var known = TermIndex(capacity: 4096)
  private var ids: [Int64] = []
  private var digests: [Int64] = []
  private var seen: [Bool] = []
  private var next: Int64

  init(_ database: Database, _ source: Source) throws {
    self.database = database
    try database.run("INSERT INTO fact_source (source) VALUES (?) ON CONFLICT DO NOTHING", .text(source.id.text))
    key = try database.integer("SELECT id FROM fact_source WHERE source = ?", .text(source.id.text)) ?? 0
    next = (try database.integer("SELECT max(id) FROM response") ?? 0) + 1
    let responses = try database.prepare("SELECT id, code FROM response WHERE source = ? ORDER BY id")
    try responses.bind(1, source.id.text)
    while try responses.step() {
      _ = responses.withBytes(1) { known.add($0) }
      ids.append(responses.integer(0))
    }
    seen = [Bool](repeating: false, count: ids.count)
    let stored = try database.prepare("SELECT digests FROM fact_digest WHERE source = ?")
    try stored.bind(1, key)
    if try stored.step() { digests = stored.integers(0) }
    // Digests of another set of responses say nothing about these.
    if digests.count != ids.count { digests = [Int64](repeating: 0, count: ids.count) }
  }

  /// Takes a response of tonight, whose statements come to a digest.
  mutating func take(_ code: String, digest: Int64) -> Fate {
    if let place = known.find(code) {
      seen[place] = true
      guard digests[place] != digest else { return .unchanged }
      digests[place] = digest
      return .changed(ids[place])
    }
    _ = known.add(code)
    ids.append(next)
    digests.append(digest)
    seen.append(true)
    next += 1
    return .new(next - 1)
  }

  /// Tells the responses that tonight does not have, and keeps the digests of the others for the next night.
  func finish(gone: (Int64) throws -> Void) throws {
    for place in ids.indices where !seen[place] { try gone(ids[place]) }
    let kept = ids.indices.filter { seen[$0] }
    let store = try database.prepare(
      "INSERT INTO fact_digest VALUES (?, ?) ON CONFLICT DO UPDATE SET digests = excluded.digests")
    try store.bind(1, key)
    try store.bind(2, integers: kept.map { digests[$0] })
    try store.run()
  }
}
