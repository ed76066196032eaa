import Programme

/// Spares a source of facts or answers the reading of rows that the last load has read already.
///
/// A row that stands as it stood last time is passed over when nothing that gives it meaning has changed: what it states lies in the
/// database. Rows belong to groups, the facts to an enrolment and the answers to a response. A group with rows that are new or gone
/// is either patched by just these, or, where its rows have to be merged with one another, read as a whole at a second look.
///
/// What every row of an export touches is not checked for overlapping access, which took half the time of passing over a row; nobody
/// but the thread that reads gets hold of it.
final class GroupRecall: RowRecall {
  @exclusivity(unchecked)
  private var memory: RowMemory?
  let marks: RowMarksWriter
  let context: String
  let awaitsRoll = true
  /// Whether groups can be patched; otherwise each with a row that is new or gone is read as a whole.
  private var patches: Bool
  /// Groups that have to be read as a whole, by key less one; empty when there is no memory and everything is read.
  @exclusivity(unchecked)
  private(set) var affected: [Bool] = []
  /// Groups of which a row was known tonight, and those with a row that is new or gone.
  @exclusivity(unchecked)
  private var present: [Bool] = []
  @exclusivity(unchecked)
  private var touched: [Bool] = []
  /// What the rows that are gone stated.
  private var goneItems: [GroupItem] = []
  /// What the rows that are new state.
  private var newItems: Set<GroupItem> = []
  /// How many rows that are new or gone are kept in mind; with more, as when the order of an export has changed, nothing is patched.
  private static let mostPatched = 262_144
  /// The number of the row that is being read among those with marks; every row has one.
  @exclusivity(unchecked)
  var pending = 0 {
    didSet { isNoted = false }
  }
  /// What the mark of the pending row says, at the second look.
  private var expected: Int32?
  /// Whether it has been said what the pending row came to.
  @exclusivity(unchecked)
  private var isNoted = false
  /// Groups of rows that count only because they were mended. They are read as a whole every night: what somebody filled in
  /// does not stand in the row, so that no digest tells of a change.
  private(set) var mended: [Int32] = []
  /// How many rows were passed over at the first look.
  @exclusivity(unchecked)
  private(set) var known = 0

  /// Whether rows are compared with those of the last load.
  let hasMemory: Bool

  /// `earlier` are the marks of the last load, where they hold for tonight.
  init(
    _ earlier: (reader: RowMarksReader, seal: RowMarksSeal)?, patches: Bool, marks: RowMarksWriter, context: String
  ) {
    memory = earlier.map { RowMemory($0.reader) }
    hasMemory = memory != nil
    self.patches = patches
    self.marks = marks
    self.context = context
    for group in earlier?.seal.repeating ?? [] { affect(group) }
  }

  /// Has groups read as a whole whose rows may now mean something else, as of somebody who got another enrolment.
  ///
  /// `count` is how many groups there are.
  func take(restless: some Sequence<Int32>, of count: Int) {
    guard hasMemory else { return }
    for group in restless { affect(group) }
    grow(to: count)
  }

  private func affect(_ group: Int32) {
    guard group > 0 else { return }
    grow(to: Int(group))
    affected[Int(group) - 1] = true
  }

  private func touch(_ group: Int32) {
    grow(to: Int(group))
    touched[Int(group) - 1] = true
    if patches, newItems.count + goneItems.count > Self.mostPatched {
      patches = false
      (newItems, goneItems) = ([], [])
    }
  }

  private func grow(to count: Int) {
    while affected.count < count {
      affected.append(false)
      present.append(false)
      touched.append(false)
    }
  }

  private func lose(_ mark: RowMark) {
    guard mark.group > 0 else { return }
    if patches { goneItems.append(GroupItem(group: mark.group, item: mark.item)) }
    touch(mark.group)
  }

  func knows(_ digest: UInt64) throws -> Bool {
    pending = marks.count
    let mark = try memory?.following(digest) ?? memory?.find(digest, gone: lose)
    guard let mark, mark.group > 0 else {
      try marks.append(RowMark(digest: digest))
      return false
    }
    try marks.append(mark)
    let index = Int(mark.group) - 1
    if index >= present.count { grow(to: index + 1) }
    if !present[index] { present[index] = true }
    known += 1
    return true
  }

  func passOver(row: Int, sheet: Int) {}

  func note(_ group: Int32?, item: Int64) {
    if isNoted {
      // The row was sent back as it stands, and marked so; this is what it came to when it was mended.
      if let group { mended.append(group) }
    } else {
      // Below zero: the second look must not read it again.
      if expected == nil || expected != group { marks.set(-(group ?? 0), item: item, ofRow: pending) }
      isNoted = true
    }
    guard hasMemory, let group, expected == nil else { return }
    // Two new rows about one item have to be merged.
    if patches, !newItems.insert(GroupItem(group: group, item: item)).inserted { affect(group) }
    touch(group)
  }

  /// Ends the first look and answers whether a second one is needed.
  func finish() throws -> Bool {
    try memory?.finish(gone: lose)
    memory = nil
    try marks.finish()
    guard known > 0 else { return false }
    if patches {
      try findRepeated()
    } else {
      for index in touched.indices where touched[index] { affected[index] = true }
    }
    return affected.contains(true)
  }

  /// Finds the groups in which a new row is about the item of a row that was passed over: the two have to be merged.
  private func findRepeated() throws {
    guard !newItems.isEmpty else { return }
    var marks = try marksOfTonight()
    while let mark = try marks.next() {
      marks.advance()
      guard mark.group > 0, touched[Int(mark.group) - 1], !affected[Int(mark.group) - 1] else { continue }
      if newItems.contains(GroupItem(group: mark.group, item: mark.item)) { affect(mark.group) }
    }
  }

  /// The marks of tonight, for the second look.
  func marksOfTonight() throws -> TonightsMarks {
    TonightsMarks(try RowMarksReader(path: marks.path, rows: marks.count))
  }

  /// Whether the second look has to read a row with this mark: it was passed over, and its group is read as a whole.
  func wants(_ group: Int32) -> Bool { group > 0 && affected[Int(group) - 1] }

  /// Takes notice that a row which was passed over is read after all.
  func readAgain(_ mark: RowMark, row: Int) {
    pending = row
    expected = mark.group
  }

  /// Groups that have rows tonight and were not read as a whole.
  var standing: [Bool] { zip(present, affected).map { $0 && !$1 } }

  /// Whether what was read of a group are only the rows that are new, and not all that it has.
  func isPatched(_ group: Int32) -> Bool {
    hasMemory && patches && affected.indices.contains(Int(group) - 1) && !affected[Int(group) - 1]
  }

  /// What is gone of the groups that are patched, in ascending order.
  func goneOfPatched() -> [GroupItem] {
    goneItems.filter { isPatched($0.group) }.sorted { ($0.group, $0.item) < ($1.group, $1.item) }
  }
}

/// One item of a group.
struct GroupItem: Hashable {
  let group: Int32
  let item: Int64
}

/// The marks of tonight's rows one by one, in the order in which they were made.
struct TonightsMarks {
  private let reader: RowMarksReader
  private var block = RowMarksBlock()
  private var position = 0
  /// How many rows came before the next one.
  private(set) var passed = 0

  init(_ reader: RowMarksReader) { self.reader = reader }

  /// The mark of the next row; nil behind the last one.
  mutating func next() throws -> RowMark? {
    if position == block.count {
      block.removeAll()
      position = 0
      guard try reader.next(&block) else { return nil }
    }
    return block[position]
  }

  /// Goes on to the row behind.
  mutating func advance() {
    position += 1
    passed += 1
  }
}

/// An export that is not the same at the second look as at the first: somebody is writing it while it is read.
struct ChangedWhileRead: Error {}
