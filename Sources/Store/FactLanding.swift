import Exports
import Programme
import SQLite

/// Merges the sorted rows of one source with the facts that lie in the database, and records what changed.
final class FactLanding {
  private let night: Night
  private let source: Source
  private let key: Int64
  private let rules: [Identifier<Column>: MergeRule]
  /// Digests of the last night by enrolment; 0 is none.
  private var digests: [Int64] = []
  private var seen: [Bool] = []
  /// Enrolments that had two rows for one item.
  private(set) var repeating: [Int32] = []
  private let insert: Statement
  private let insertMany: Statement
  /// How many columns a row has.
  private let width: Int
  /// Rows that wait to be written together, which costs a fifth less than one by one.
  private var waiting: [FactRecord] = []
  private static let many = 24
  private let update: Statement
  private let delete: Statement
  private let select: Statement
  /// The same for one item.
  private let selectOne: Statement
  private let recordsChanges: Bool
  /// Facts that are new, and those of the last night that are gone.
  private var (added, removed) = (0, 0)
  private let firstFile: Int
  /// Rows that were merged into another, told once however many learners they are about.
  private var merged: Set<UInt64> = []
  /// Facts that the rows of tonight came to.
  private var landed = 0

  /// `firstFile` is the number of the source's first sheet among those of the night.
  init(_ night: Night, _ source: Source, firstFile: Int) throws {
    self.night = night
    self.firstFile = firstFile
    self.source = source
    rules = source.duplicates
    let database = night.database
    try database.run("INSERT INTO fact_source (source) VALUES (?) ON CONFLICT DO NOTHING", .text(source.id.text))
    key = try database.integer("SELECT id FROM fact_source WHERE source = ?", .text(source.id.text)) ?? 0
    let table = source.kind.rawValue
    let columns =
      switch source.kind {
      case .item: "source, enrolment, item, category, value, at, file, row, full, flag, missing"
      case .event: "source, enrolment, item, category, at, file, row"
      default: "source, enrolment, item, category, value, at, file, row"
      }
    let stored = "SELECT \(FactRecord.columns(of: source.kind)) FROM \(table) WHERE source = ? AND enrolment = ?"
    select = try database.prepare("\(stored) ORDER BY item")
    selectOne = try database.prepare("\(stored) AND item = ?")
    width = columns.split(separator: ",").count
    // OR FAIL spares SQLite from preparing to undo half a statement: whatever fails here ends the whole load.
    let places = "(" + Array(repeating: "?", count: width).joined(separator: ", ") + ")"
    insert = try database.prepare("INSERT INTO \(table) (\(columns)) VALUES \(places)")
    insertMany = try database.prepare(
      "INSERT OR FAIL INTO \(table) (\(columns)) VALUES "
        + Array(repeating: places, count: Self.many).joined(separator: ", "))
    // The key's columns come first among the places, so that one binding serves both statements.
    let values = columns.split(separator: ", ").enumerated().dropFirst(3).map { "\($0.element) = ?\($0.offset + 1)" }
    update = try database.prepare(
      "UPDATE OR FAIL \(table) SET \(values.joined(separator: ", ")) WHERE source = ?1 AND enrolment = ?2 AND item = ?3"
    )
    delete = try database.prepare("DELETE FROM \(table) WHERE source = ? AND enrolment = ? AND item = ?")
    try insert.bind(1, key)
    for position in 0..<Self.many { try insertMany.bind(position * width + 1, key) }
    try update.bind(1, key)
    digests = [Int64](repeating: 0, count: night.enrolments.count)
    seen = [Bool](repeating: false, count: night.enrolments.count)
    let lastNight = try database.prepare("SELECT digests FROM fact_digest WHERE source = ?")
    try lastNight.bind(1, key)
    let known = try lastNight.step()
    if known {
      for (index, digest) in lastNight.integers(0).enumerated() where index < digests.count { digests[index] = digest }
    }
    recordsChanges = known
  }

  /// Lands one enrolment's rows; what is left in `rows` is what holds, one row for each item.
  func land(_ enrolment: Int32, _ rows: inout [FactRecord]) throws {
    let count = rows.count
    merge(&rows)
    if rows.count < count { repeating.append(enrolment) }
    landed += rows.count
    if keepsOthers(enrolment) { try keepOthers(enrolment, beside: &rows) }
    let stated = rows.reduce(0) { $0 &+ $1.stated }
    let index = Int(enrolment) - 1
    seen[index] = true
    guard digests[index] != stated else { return }
    if digests[index] == 0 {
      added += rows.count
      for row in rows {
        try add(row)
        if recordsChanges { try note(enrolment, row.item, before: nil, after: row) }
      }
    } else {
      try mergeWithStored(enrolment, rows)
    }
    digests[index] = stated
  }

  /// Whether tonight's export has any row of an enrolment.
  func hasRows(_ enrolment: Int32) -> Bool { seen[Int(enrolment) - 1] }

  /// Lands what is new of an enrolment and takes away what is gone, the rest standing as it stood, and keeps its tallies in step.
  ///
  /// `rows` are about different items, none of which is that of a row that stands; both lists are in the order of the items.
  func patch(
    _ enrolment: Int32, _ rows: [FactRecord], gone: ArraySlice<GroupItem>, _ folder: TallyFolder,
    into tallies: inout [Int64], row: Int
  ) throws {
    let index = Int(enrolment) - 1
    if !rows.isEmpty { seen[index] = true }
    var isInStep = true
    var gone = keepsOthers(enrolment) ? [] : gone
    func takeAway(before item: Int64) throws {
      while let lost = gone.first?.item, lost < item {
        gone.removeFirst()
        guard let old = try stored(enrolment, lost) else { continue }
        try remove(enrolment, lost)
        try note(enrolment, lost, before: old, after: nil)
        removed += 1
        digests[index] &-= old.stated
        if !folder.replace(old, by: nil, in: &tallies, row: row) { isInStep = false }
      }
    }
    for new in rows {
      try takeAway(before: new.item)
      if gone.first?.item == new.item { gone.removeFirst() }
      let old = digests[index] == 0 ? nil : try stored(enrolment, new.item)
      if let old {
        guard !old.states(sameAs: new) else { continue }
        try change(new)
      } else {
        added += 1
        try add(new)
      }
      try note(enrolment, new.item, before: old, after: new)
      digests[index] = digests[index] &- (old?.stated ?? 0) &+ new.stated
      if !folder.replace(old, by: new, in: &tallies, row: row) { isInStep = false }
    }
    try takeAway(before: .max)
    guard !isInStep else { return }
    try flush()
    folder.clear(&tallies, row: row)
    try folder.fold(stored(enrolment).map(\.record), into: &tallies, row: row)
  }

  /// Whether facts hold that tonight's rows do not state: where a file tells only what is new, and in a cohort that is closed.
  func keepsOthers(_ enrolment: Int32) -> Bool {
    source.mode == .append || night.enrolments.isClosed(Int(enrolment) - 1)
  }

  /// Puts the stored facts beside tonight's rows, which go before them where both are about one item.
  private func keepOthers(_ enrolment: Int32, beside rows: inout [FactRecord]) throws {
    guard digests[Int(enrolment) - 1] != 0 else { return }
    let stated = Set(rows.map(\.item))
    let others = try stored(enrolment).map(\.record).filter { !stated.contains($0.item) }
    guard !others.isEmpty else { return }
    rows = (rows + others).sorted { $0.item < $1.item }
  }

  /// Hands over the facts, enrolment by enrolment, of those about whom tonight has no row and who keep what they have.
  func forEachKept(_ body: (_ enrolment: Int32, _ rows: [FactRecord]) throws -> Void) throws {
    for index in digests.indices where digests[index] != 0 && !seen[index] && keepsOthers(Int32(index + 1)) {
      try body(Int32(index + 1), try stored(Int32(index + 1)).map(\.record))
    }
  }

  private func mergeWithStored(_ enrolment: Int32, _ rows: [FactRecord]) throws {
    let old = try stored(enrolment)
    var (left, right) = (0, 0)
    while left < old.count || right < rows.count {
      if right == rows.count || (left < old.count && old[left].record.item < rows[right].item) {
        try remove(enrolment, old[left].record.item)
        try note(enrolment, old[left].record.item, before: old[left].record, after: nil)
        removed += 1
        left += 1
      } else if left == old.count || rows[right].item < old[left].record.item {
        added += 1
        try add(rows[right])
        try note(enrolment, rows[right].item, before: nil, after: rows[right])
        right += 1
      } else {
        if !old[left].record.states(sameAs: rows[right]) {
          try change(rows[right])
          try note(enrolment, rows[right].item, before: old[left].record, after: rows[right])
        }
        left += 1
        right += 1
      }
    }
  }

  /// Notes enrolments of which rows stand as they stood.
  func see(_ standing: [Bool]) {
    for index in standing.indices where standing[index] { seen[index] = true }
  }

  /// Takes away the facts of enrolments that a full snapshot no longer has.
  func removeUnseen(limit: Int64?) throws {
    let before = digests.indices.count { digests[$0] != 0 && (seen[$0] || !night.enrolments.isClosed($0)) }
    let gone = digests.indices.filter { digests[$0] != 0 && !seen[$0] && !night.enrolments.isClosed($0) }
    if let limit, Int64(gone.count) * 1_000_000 > limit * Int64(before) {
      throw BlockedSource.shrunk(source, missing: gone.count, of: before, limit: limit)
    }
    for index in gone {
      let enrolment = Int32(index + 1)
      for old in try stored(enrolment) {
        try remove(enrolment, old.record.item)
        try note(enrolment, old.record.item, before: old.record, after: nil)
        removed += 1
      }
      digests[index] = 0
    }
    // An export that was cut off can have lost many rows and still some of everybody's.
    let accepted = source.by == .group ? landed : night.accounts[firstFile...].reduce(0) { $0 + $1.accepted }
    let facts = accepted - added + removed
    if let limit, Int64(removed) * 1_000_000 > limit * Int64(facts) {
      throw BlockedSource.shrunk(source, missing: removed, of: facts, limit: limit)
    }
  }

  /// Brings rows of one item down to one, by the declared rules; the rest are counted as duplicates of their files.
  private func merge(_ rows: inout [FactRecord]) {
    var kept = 0
    for index in rows.indices.dropFirst() {
      if rows[index].item == rows[kept].item {
        let other = merge(rows[index], into: &rows[kept])
        if merged.insert(UInt64(other.file) << 32 | UInt64(other.row)).inserted {
          night.accounts[firstFile + Int(other.file)].countDuplicate()
        }
      } else {
        kept += 1
        rows[kept] = rows[index]
      }
    }
    rows.removeLast(rows.count - 1 - kept)
  }

  /// Merges a later row into the kept one and answers the row that was not kept.
  private func merge(_ later: FactRecord, into kept: inout FactRecord) -> FactRecord {
    let first = kept
    switch rules["value"] ?? .first {
    case .first: break
    case .last: kept = later
    case .max: if later.value > kept.value { kept = later }
    case .min:
      if later.value != FactRecord.none, later.value < kept.value || kept.value == FactRecord.none { kept = later }
    case .sum:
      if let value = kept.optionalValue {
        kept.value = Int32(clamping: value + (later.optionalValue ?? 0))
      } else {
        kept = later
      }
    }
    let takesLater = kept.row == later.row && kept.file == later.file
    let (one, other) = (first.at, later.at)
    switch rules["at"] ?? .first {
    case .max: kept.at = max(one, other)
    case .min: kept.at = one == FactRecord.none ? other : other == FactRecord.none ? one : min(one, other)
    case .last: kept.at = other
    case .first, .sum: break
    }
    return takesLater ? first : later
  }

  private func add(_ row: FactRecord) throws {
    waiting.append(row)
    guard waiting.count == Self.many else { return }
    for (position, row) in waiting.enumerated() { try bind(row, to: insertMany, after: position * width) }
    try insertMany.run()
    waiting.removeAll(keepingCapacity: true)
  }

  /// Keeps the digests for the next night.
  func storeDigests() throws {
    let store = try night.database.prepare(
      "INSERT INTO fact_digest VALUES (?, ?) ON CONFLICT DO UPDATE SET digests = excluded.digests")
    try store.bind(1, key)
    try store.bind(2, integers: digests)
    try store.run()
  }

  /// Writes the rows that still wait.
  func flush() throws {
    for row in waiting {
      try bind(row, to: insert, after: 0)
      try insert.run()
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// The key of the source is bound once and for all.
  private func bind(_ row: FactRecord, to insert: borrowing Statement, after place: Int) throws {
    try insert.bind(place + 2, Int64(row.enrolment))
    try insert.bind(place + 3, row.item)
    try insert.bind(place + 4, row.category == 0 ? Int64?.none : Int64(row.category))
    let file = night.key(ofFile: firstFile + Int(row.file))
    if source.kind == .event {
      try insert.bind(place + 5, row.moment)
      try insert.bind(place + 6, file)
      try insert.bind(place + 7, Int64(row.row))
    } else {
      try insert.bind(place + 5, row.optionalValue)
      try insert.bind(place + 6, row.moment)
      try insert.bind(place + 7, file)
      try insert.bind(place + 8, Int64(row.row))
      if source.kind == .item {
        try insert.bind(place + 9, row.optionalFull)
        try insert.bind(place + 10, Int64(row.flag ? 1 : 0))
        try insert.bind(place + 11, row.missingReason?.rawValue)
      }
    }
  }

  /// Puts a fact in place of what the last night left under its key.
  private func change(_ row: FactRecord) throws {
    try bind(row, to: update, after: 0)
    try update.run()
  }

  private func remove(_ enrolment: Int32, _ item: Int64) throws {
    try delete.bind(1, key)
    try delete.bind(2, Int64(enrolment))
    try delete.bind(3, item)
    try delete.run()
  }

  private func stored(_ enrolment: Int32) throws -> [(record: FactRecord, file: Int64)] {
    try select.bind(1, key)
    try select.bind(2, Int64(enrolment))
    var rows: [(FactRecord, Int64)] = []
    while try select.step() { rows.append((FactRecord(stored: select, of: enrolment), select.integer(4))) }
    select.reset()
    return rows
  }

  private func stored(_ enrolment: Int32, _ item: Int64) throws -> FactRecord? {
    try selectOne.bind(1, key)
    try selectOne.bind(2, Int64(enrolment))
    try selectOne.bind(3, item)
    defer { selectOne.reset() }
    return try selectOne.step() ? FactRecord(stored: selectOne, of: enrolment) : nil
  }

  private func note(_ enrolment: Int32, _ item: Int64, before: FactRecord?, after: FactRecord?) throws {
    let person = night.enrolments.person[Int(enrolment) - 1]
    try night.change(
      kind: source.id.text, enrolment: Int64(enrolment), subject: night.enrolments.persons.text(Int(person) - 1),
      item: try night.database.itemText(item), before: before?.described, after: after?.described,
      file: after.map { night.key(ofFile: firstFile + Int($0.file)) }, row: after.map { Int64($0.row) })
  }
}
