import Exports
import Programme
import SQLite

extension Night {
  /// Loads the roster: who is new, changed, withdrawn, back, and, from a full snapshot, who vanished.
  func landRoster(_ source: Source, _ files: [SourceFile], from lastNight: LastNight?, runFolder: String) throws {
    // A second roster starts from what the first one left, so that must be written by now.
    try finishRoster()
    enrolments = try lastNight?.takeEnrolments() ?? Enrolments(database)
    try enrolments.readClosedCohorts(database)
    let before = enrolments.count
    let landing = try RosterLanding(self)
    landing.rulings = cohortRulings(source)
    landing.transfers = source.transfers
    landing.source = source
    let recall = try rosterRecall(source, files, runFolder: runFolder)
    recall.mayPass = landing.mayPass
    recall.passed = landing.passed
    try read(source, files, recall: recall) { row, sheet in
      let (remarks, outcome) = (notices, try landing.land(row, sheet))
      recall.note(outcome.isAccepted && notices == remarks ? landing.landed : nil, item: 0)
      return outcome
    }
    try recall.marks.finish()
    marks.append(KeptMarks(source: source.id, recall))
    try notice(landing.contradictions)
    finishRoster = { try landing.finish() }
    try refuseOtherTotals(source)
    try refuseTwoCohorts(source)
    if source.mode == .fullSnapshot { try withdrawMoved(before: before) }
    if source.mode == .fullSnapshot, before > 0 {
      try refuseShrinkage(source, before: before)
      try markVanished(before: before)
    }
  }

  /// What the last load read of a roster; nothing where a unit may be another one than it was, or rows are counted by what they say.
  private func rosterRecall(_ source: Source, _ files: [SourceFile], runFolder: String) throws -> RosterRecall {
    let meaning = reading.meaning(
      of: source, layout: try SourceReader(source, reading, firstFile: 0).layout(of: files))
    let hasSameUnits = try store.setting("units") == meaningOfUnits()
    return RosterRecall(
      hasSameUnits && source.controlTotals.isEmpty ? reading.earlierMarks(source, meaning)?.reader : nil,
      marks: try RowMarksWriter(path: "\(runFolder)/\(source.id).rows"), context: meaning)
  }

  private func refuseShrinkage(_ source: Source, before: Int) throws {
    guard let limit = source.maxShrink else { return }
    // Whoever withdrew may be left out of the roster for good.
    let present = (0..<before).count {
      enrolments.status[$0] == EnrolmentStatus.enrolled.code && !enrolments.isClosed($0)
    }
    let missing = (0..<before).count { isGone($0) && enrolments.status[$0] == EnrolmentStatus.enrolled.code }
    if Int64(missing) * 1_000_000 > limit * Int64(present) {
      throw BlockedSource.shrunk(source, missing: missing, of: present, limit: limit)
    }
  }

  /// Whether tonight's roster has nothing about an enrolment, by its index, that it should have.
  func isGone(_ index: Int) -> Bool { enrolments.isMissing(index) && !enrolments.isClosed(index) }

  /// Whoever was enrolled and is gone has vanished and still counts; whoever only waited for approval has withdrawn.
  private func markVanished(before: Int) throws {
    let update = try database.prepare("UPDATE enrolment SET status = ? WHERE id = ?")
    for index in 0..<before where isGone(index) {
      let key = Int64(index + 1)
      let old = enrolments.status(Int32(key))
      guard old == .enrolled || old == .applied else { continue }
      let now = old == .enrolled ? EnrolmentStatus.vanished : .withdrawn
      try update.bind(1, now.rawValue)
      try update.bind(2, key)
      try update.run()
      try history(key, unit: Int64(enrolments.unit[index]), status: now, file: nil, row: nil)
      try change(
        kind: "roster", enrolment: key, subject: enrolments.persons.text(Int(enrolments.person[index]) - 1),
        item: "status", before: old.rawValue, after: now.rawValue, file: nil, row: nil)
      enrolments.status[index] = now.code
    }
  }

  /// Records the unit and status of an enrolment from this night on.
  func history(_ enrolment: Int64, unit: Int64, status: EnrolmentStatus, file: Int64?, row: Int64?) throws {
    try database.run(
      """
      INSERT INTO enrolment_history VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET unit = excluded.unit, status = excluded.status, file = excluded.file, row = excluded.row
      """, .integer(enrolment), .text(asOf), .integer(unit), .text(status.rawValue), .optional(file), .optional(row))
  }
}

extension BlockedSource {
  /// A full snapshot that lost more rows than the pipeline file allows.
  static func shrunk(_ source: Source, missing: Int, of present: Int, limit: Int64) -> BlockedSource {
    let percent = "\(ExactDecimal(limit, exponent: -4))%"
    return BlockedSource(
      source: source.id, code: "shrunk",
      wording: Wording(
        "\(source.title): \(missing) of the \(present) of the last snapshot are missing, more than max_shrink \(percent); the export may be cut off: export it again, or raise the limit",
        "\(source.title)：上一期的 \(present) 条中有 \(missing) 条不见了，超过 max_shrink \(percent)；导出文件可能不完整，请重新导出，或调高该限值"))
  }

  /// A file that was not the same at the second look as at the first.
  static func changedWhileRead(_ source: Source, _ files: [SourceFile]) -> BlockedSource {
    let names = files.map(\.name).joined(separator: ", ")
    return BlockedSource(
      source: source.id, code: "changed_while_read",
      wording: Wording(
        "\(names): the export changed while it was being read; wait until it is complete and run the night again",
        "\(names)：读取期间文件发生了变化；请等导出完成后重新运行"))
  }

  /// More rejected rows than the pipeline file allows.
  static func rejects(_ source: Source, rejected: Int, of read: Int, limit: RejectLimit, reasons: [Wording])
    -> BlockedSource
  {
    let most =
      switch limit {
      case .share(let millionths): "\(ExactDecimal(millionths, exponent: -4))%"
      case .count(let count): "\(count)"
      }
    let english = reasons.map { " (\($0.english))" }.joined()
    let chinese = reasons.map { "（\($0.chinese)）" }.joined()
    return BlockedSource(
      source: source.id, code: "too_many_rejects",
      wording: Wording(
        "\(source.title): \(rejected) of \(read) rows were rejected, more than max_rejects \(most)\(english); mend the export, or raise the limit",
        "\(source.title)：\(read) 行中有 \(rejected) 行被退回，超过 max_rejects \(most)\(chinese)；请更正导出文件，或调高该限值"))
  }
}

/// Lands the rows of a roster one by one.
private final class RosterLanding {
  private let night: Night
  private let insertPerson: Statement
  private let insertEnrolment: Statement
  private let updatePerson: Statement
  private let updateEnrolment: Statement
  /// Units by the bytes of the unit, county and city cells, which repeat from row to row.
  private var unitCells = TermIndex(capacity: 4096)
  private var unitOfCells: [[Int]] = []
  /// The cohort that counts for people whom the pipeline file names.
  var rulings: [RuledEnrolment: Int32] = [:]
  /// The unit that counts for a learner who moved.
  var transfers = TransferCredit.current
  /// The roster, by whose columns people are found whose number lost its digits.
  var source: Source?
  private lazy var matching = Result { try source.flatMap { try PersonMatching(night, $0) } }

  init(_ night: Night) throws {
    self.night = night
    let database = night.database
    insertPerson = try database.prepare(
      "INSERT INTO person (id, code, name, sex, id_card, phone) VALUES (?, ?, ?, ?, ?, ?)")
    insertEnrolment = try database.prepare(
      "INSERT INTO enrolment (id, person, project, cohort, unit, status, since, digest, file, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    updatePerson = try database.prepare("UPDATE person SET name = ?, sex = ?, id_card = ?, phone = ? WHERE id = ?")
    updateEnrolment = try database.prepare("UPDATE enrolment SET unit = ?, status = ?, digest = ? WHERE id = ?")
  }

  /// A new enrolment. On a first night everybody is one, and they are written while the facts are already being read.
  private struct Newcomer {
    let entry: Entry
    let key: Int64
    let person: Int64
    let isNewPerson: Bool
    let unitKey: Int64
    let digest: Int64
    let file: Int64
    let row: Int64
  }

  private var waiting: [Newcomer] = []
  /// What each person, by number, is called in tonight's first row about them, as a digest, and which row that is; row 0 is none.
  /// The name is 0 while only a row that was passed over has told it.
  private var nameOfPerson: [(name: UInt64, row: UInt32)] = []
  /// The enrolment that the last accepted row states.
  private(set) var landed: Int32 = 0

  /// What a roster row states.
  private struct Entry {
    var code = ""
    /// Set where the code lost its digits.
    var lost: Rejection?
    var name = ""
    var sex = ""
    var identity = ""
    var phone = ""
    var unit = 0
    var project: Int32 = 0
    var cohort: Int32 = 0
    var status = EnrolmentStatus.enrolled
    var group = ""

    /// Differs whenever anything stated differs.
    func digest(unitKey: Int64) -> Int64 {
      var digest: UInt64 = 0x6a09_e667_f3bc_c908
      for text in [name, sex, identity, phone] {
        for byte in text.utf8 { FactRecord.mix(UInt64(byte), into: &digest) }
        FactRecord.mix(0x100, into: &digest)
      }
      FactRecord.mix(UInt64(bitPattern: unitKey), into: &digest)
      FactRecord.mix(UInt64(status.code), into: &digest)
      for byte in group.utf8 { FactRecord.mix(UInt64(byte), into: &digest) }
      return Int64(bitPattern: digest | 1)
    }
  }

  /// Whether the row of an enrolment may be passed over: it is the first about it, and no row that was read speaks of the person.
  func mayPass(_ key: Int32) -> Bool {
    let index = Int(key) - 1
    guard night.enrolments.seen[index] == 0,
      night.enrolments.status[index] != EnrolmentStatus.vanished.code
    else { return false }
    let (name, row) = nameTold(of: Int(night.enrolments.person[index]) - 1)
    return row == 0 || name == 0
  }

  /// Sees an enrolment in a row that was passed over.
  func passed(_ key: Int32, row: Int, sheet: Int) {
    let index = Int(key) - 1
    night.enrolments.seen[index] = UInt32(row)
    night.enrolments.seenIn[index] = UInt32(sheet)
    let person = Int(night.enrolments.person[index]) - 1
    if nameTold(of: person).row == 0 { nameOfPerson[person].row = UInt32(row) }
  }

  private func nameTold(of person: Int) -> (name: UInt64, row: UInt32) {
    while nameOfPerson.count <= person { nameOfPerson.append((0, 0)) }
    return nameOfPerson[person]
  }

  func land(_ row: Row, _ sheet: SheetColumns) throws -> RowOutcome {
    var entry = Entry()
    if let rejection = read(row, sheet, into: &entry) {
      // Whoever stands in a row that cannot be used has not vanished: the last night's state holds until the row is mended.
      if let person = night.enrolments.persons.find(entry.code) {
        night.enrolments.excuse(person: Int32(person) + 1)
      }
      return .rejected(rejection)
    }
    if let lost = entry.lost {
      guard let matching = try matching.get(), let person = matching.find(row, sheet) else { return .rejected(lost) }
      entry.code = night.enrolments.persons.text(Int(person) - 1)
      try night.notice(lost, file: sheet.file, matching, name: entry.name)
    }
    if let cohort = rulings[RuledEnrolment(person: entry.code, project: entry.project)], cohort != entry.cohort {
      return .duplicate
    }
    let unitKey = night.units.all[entry.unit].id
    let digest = entry.digest(unitKey: unitKey)
    let personNumber = night.enrolments.persons.find(entry.code)
    if let rejection = try otherName(entry, personNumber, row, sheet) { return .rejected(rejection) }
    if let personNumber {
      let person = Int32(personNumber) + 1
      if case .one(let key) = night.enrolments.match(person: person, project: entry.project, cohort: entry.cohort) {
        guard night.enrolments.seen[Int(key) - 1] == 0 else {
          note(row, sheet, repeating: Int(key) - 1, digest: digest)
          return .duplicate
        }
        night.enrolments.seenIn[Int(key) - 1] = UInt32(sheet.file)
        landed = key
        try update(key, entry, digest: digest, unitKey: unitKey, row, sheet)
        return .accepted
      }
    }
    try insert(entry, digest: digest, unitKey: unitKey, knownPerson: personNumber, row, sheet)
    return .accepted
  }

  /// Rows that repeat another about the same learner and say something else.
  private(set) var contradictions: [Contradiction] = []

  private func note(_ row: Row, _ sheet: SheetColumns, repeating index: Int, digest: Int64) {
    guard night.enrolments.digest[index] != digest else { return }
    contradictions.append(
      Contradiction(
        file: sheet.file, row: row.number,
        first: (Int(night.enrolments.seenIn[index]), Int(night.enrolments.seen[index]))))
  }

  /// The rejection of a row whose code stands beside another name in an earlier row of tonight: one of the two is somebody else.
  private func otherName(_ entry: Entry, _ person: Int?, _ row: Row, _ sheet: SheetColumns) throws -> Rejection? {
    let number = person ?? night.enrolments.persons.count
    var (known, line) = nameTold(of: number)
    guard line != 0 else {
      nameOfPerson[number] = (digest(ofName: entry.name), UInt32(row.number))
      return nil
    }
    if known == 0 {
      // Only rows that stand as they stood were passed over so far, so that the database has the name in them.
      let name = try night.database.text("SELECT name FROM person WHERE id = ?", .integer(Int64(number) + 1))
      known = digest(ofName: name ?? "")
      nameOfPerson[number].name = known
    }
    guard known != digest(ofName: entry.name), let cell = sheet.roster.name else { return nil }
    return cell.rejection(
      row, "other_name",
      Wording(
        "is not the name that row \(line) has for the code \(entry.code); mend the code or the name",
        "与第 \(line) 行同一编号 \(entry.code) 的姓名不同；请更正编号或姓名"))
  }

  private func digest(ofName name: String) -> UInt64 {
    var digest: UInt64 = 1
    for byte in name.utf8 { FactRecord.mix(UInt64(byte), into: &digest) }
    return digest | 1
  }

  private func insert(
    _ entry: Entry, digest: Int64, unitKey: Int64, knownPerson: Int?, _ row: Row, _ sheet: SheetColumns
  ) throws {
    let person = Int32(knownPerson ?? night.enrolments.persons.add(entry.code)) + 1
    if let knownPerson { night.restless.formUnion(night.enrolments.all(ofPerson: Int32(knownPerson) + 1)) }
    let key = night.enrolments.append(
      person: person, project: entry.project, cohort: entry.cohort, unit: Int32(unitKey), status: entry.status,
      digest: digest)
    night.enrolments.seen[Int(key) - 1] = UInt32(row.number)
    night.enrolments.seenIn[Int(key) - 1] = UInt32(sheet.file)
    landed = key
    waiting.append(
      Newcomer(
        entry: entry, key: Int64(key), person: Int64(person), isNewPerson: knownPerson == nil, unitKey: unitKey,
        digest: digest, file: night.key(ofFile: sheet.file), row: Int64(row.number)))
    night.enrolments.put(key, into: entry.group)
    if !night.isFirst { try writeWaiting() }
  }

  /// Writes the newcomers that were only noted so far.
  private func writeWaiting() throws {
    for newcomer in waiting { try write(newcomer) }
    waiting = []
  }

  private func write(_ newcomer: Newcomer) throws {
    let entry = newcomer.entry
    if newcomer.isNewPerson {
      try insertPerson.bind(1, newcomer.person)
      try insertPerson.bind(2, entry.code)
      try insertPerson.bind(3, entry.name)
      try insertPerson.bind(4, entry.sex)
      try insertPerson.bind(5, entry.identity)
      try insertPerson.bind(6, entry.phone)
      try insertPerson.run()
    }
    try insertEnrolment.bind(1, newcomer.key)
    try insertEnrolment.bind(2, newcomer.person)
    try insertEnrolment.bind(3, Int64(entry.project))
    try insertEnrolment.bind(4, Int64(entry.cohort))
    try insertEnrolment.bind(5, newcomer.unitKey)
    try insertEnrolment.bind(6, entry.status.rawValue)
    try insertEnrolment.bind(7, night.asOf)
    try insertEnrolment.bind(8, newcomer.digest)
    try insertEnrolment.bind(9, newcomer.file)
    try insertEnrolment.bind(10, newcomer.row)
    try insertEnrolment.run()
    if !entry.group.isEmpty { try night.store(group: entry.group, of: newcomer.key) }
    guard !night.isFirst else { return }
    try night.history(
      newcomer.key, unit: newcomer.unitKey, status: entry.status, file: newcomer.file, row: newcomer.row)
    try night.change(
      kind: "roster", enrolment: newcomer.key, subject: entry.code, item: "status", before: nil,
      after: entry.status.rawValue, file: newcomer.file, row: newcomer.row)
  }

  private func update(
    _ key: Int32, _ entry: Entry, digest: Int64, unitKey: Int64, _ row: Row, _ sheet: SheetColumns
  ) throws {
    let index = Int(key) - 1
    night.enrolments.seen[index] = UInt32(row.number)
    let oldStatus = EnrolmentStatus(code: night.enrolments.status[index])
    let oldUnit = Int64(night.enrolments.unit[index])
    // A row that names no cohort means the enrolment that was not withdrawn, and an answer counts for the unit of who gave it.
    if oldStatus != entry.status || oldUnit != unitKey {
      night.restless.formUnion(night.enrolments.all(ofPerson: night.enrolments.person[index]))
    }
    guard digest != night.enrolments.digest[index] || oldStatus != entry.status else { return }
    let database = night.database
    let file = night.key(ofFile: sheet.file)
    let person = Int64(night.enrolments.person[index])
    let old =
      try database.rows("SELECT name, sex, id_card, phone FROM person WHERE id = ?", .integer(person)) {
        row throws(SQLiteError) in
        [row.text(0), row.text(1), row.text(2), row.text(3)]
      }.first ?? ["", "", "", ""]
    let now = [entry.name, entry.sex, entry.identity, entry.phone]
    func note(_ item: String, _ before: String, _ after: String) throws {
      guard before != after else { return }
      try night.change(
        kind: "roster", enrolment: Int64(key), subject: entry.code, item: item, before: before, after: after,
        file: file,
        row: Int64(row.number))
    }
    for (item, pair) in zip(["name", "sex", "id_card", "phone"], zip(old, now)) { try note(item, pair.0, pair.1) }
    if oldUnit != unitKey {
      let left = night.units.index(of: oldUnit).map { night.units.all[$0] }
      let (joined, isSameName) = (night.units.all[entry.unit], left?.name == night.units.all[entry.unit].name)
      func title(_ unit: Unit) -> String { isSameName ? "\(unit.name)（\(unit.code)）" : unit.name }
      try note("unit", left.map(title) ?? "", title(joined))
    }
    let unitKey = transfers == .original ? oldUnit : unitKey
    try note("status", oldStatus.rawValue, entry.status.rawValue)
    let oldGroup = night.enrolments.groupOf[key] ?? ""
    if oldGroup != entry.group {
      try note("group", oldGroup, entry.group)
      try night.store(group: entry.group, of: Int64(key))
      night.enrolments.put(key, into: entry.group)
    }
    if old != now {
      try updatePerson.bind([.text(now[0]), .text(now[1]), .text(now[2]), .text(now[3]), .integer(person)])
      try updatePerson.run()
    }
    try updateEnrolment.bind([
      .integer(unitKey), .text(entry.status.rawValue), .integer(digest), .integer(Int64(key)),
    ])
    try updateEnrolment.run()
    if oldUnit != unitKey || oldStatus != entry.status {
      try night.history(Int64(key), unit: unitKey, status: entry.status, file: file, row: Int64(row.number))
    }
    night.enrolments.unit[index] = Int32(unitKey)
    night.enrolments.status[index] = entry.status.code
    night.enrolments.digest[index] = digest
  }

  /// Writes the newcomers of a first night, and makes the look-ups that later stages use, once the table is full: inserting into an index row by row costs twice.
  func finish() throws {
    try writeWaiting()
    try night.database.execute(
      """
      CREATE UNIQUE INDEX IF NOT EXISTS person_code ON person (code);
      CREATE UNIQUE INDEX IF NOT EXISTS enrolment_key ON enrolment (person, project, cohort);
      """)
  }

  private func read(_ row: Row, _ sheet: SheetColumns, into entry: inout Entry) -> Rejection? {
    let cells = sheet.roster
    guard let personCell = cells.person, let nameCell = cells.name, let unitCell = cells.unit else { return nil }
    switch personCell.text(row) {
    case .value(let code): entry.code = code
    case .missing: return personCell.missing(row)
    case .rejected(let rejection):
      guard rejection.isOfLostPrecision else { return rejection }
      entry.lost = rejection
    }
    switch nameCell.text(row) {
    case .value(let name):
      entry.name = name
      remark(on: name, nameCell, row, sheet)
    case .missing: return nameCell.missing(row)
    case .rejected(let rejection): return rejection
    }
    if let cell = cells.project {
      entry.project = night.projects.key(row.bytes.span.extracting(row.range(cell.index)))
      if entry.project == 0 { return cell.unknownProject(row) }
    } else {
      entry.project = 1
    }
    if let cell = cells.cohort {
      switch cell.text(row) {
      case .value(let text):
        guard let key = night.projects.cohortKeys[text] else {
          return cell.rejection(row, "unknown_cohort", Wording("is no cohort of the programme", "不是本项目的班次"))
        }
        entry.cohort = key
      case .missing: return cell.missing(row)
      case .rejected(let rejection): return rejection
      }
    } else {
      entry.cohort = 1
    }
    if let cell = cells.status {
      switch cell.text(row) {
      case .value(let text):
        guard let status = EnrolmentStatus(rawValue: text), status != .vanished else { return cell.unknownStatus(row) }
        entry.status = status
      case .missing: break
      case .rejected(let rejection): return rejection
      }
    }
    if let cell = cells.group, case .value(let text) = cell.text(row) { entry.group = text }
    if let cell = cells.sex, case .value(let text) = cell.text(row) { entry.sex = text }
    if let cell = cells.identity { entry.identity = privateNumber(cell, row, sheet) }
    if let cell = cells.phone { entry.phone = privateNumber(cell, row, sheet) }
    return unit(row, sheet, unitCell, into: &entry)
  }

  /// An identity number or a phone; the row is known by its person code, so that a fault in it rejects nothing.
  ///
  /// A number whose check digit is wrong is kept as written and remarked; one that lost digits is no number any more and is
  /// left out.
  private func privateNumber(_ cell: CellReader, _ row: Row, _ sheet: SheetColumns) -> String {
    switch cell.text(row) {
    case .value(let text): return text
    case .missing: return ""
    case .rejected(let rejection):
      try? night.notice(
        file: sheet.file, row: row.number, column: rejection.column, code: rejection.code, rejection.wording)
      return rejection.code == ValueFault.Code.checkDigit.rawValue ? rejection.found : ""
    }
  }

  /// Tells what a name is printed without: it goes on lists of winners, where somebody should have looked at it.
  private func remark(on name: String, _ cell: CellReader, _ row: Row, _ sheet: SheetColumns) {
    let dirt = cell.dirt(of: name, in: row)
    guard let code = dirt.codes.first else { return }
    let found = row.text(cell.index)
    let wording =
      dirt.contains(.lostCharacter)
      ? Wording("“\(found)” has lost a character; mend it in the platform", "“\(found)”中有字符丢失；请在平台中更正")
      : Wording("“\(found)” is read as “\(name)”", "“\(found)”按“\(name)”计")
    try? night.notice(file: sheet.file, row: row.number, column: cell.header, code: code, wording)
  }

  /// Finds the unit of a row by name, the county and city columns telling equal names apart.
  private func unit(_ row: Row, _ sheet: SheetColumns, _ cell: CellReader, into entry: inout Entry) -> Rejection? {
    var cells: [UInt8] = Array(row.bytes[row.range(cell.index)])
    cells.append(0x1F)
    if let county = sheet.roster.county { cells.append(contentsOf: row.bytes[row.range(county.index)]) }
    cells.append(0x1F)
    if let city = sheet.roster.city { cells.append(contentsOf: row.bytes[row.range(city.index)]) }
    if let known = unitCells.find(cells.span), unitOfCells[known].count == 1 {
      entry.unit = unitOfCells[known][0]
      return nil
    }
    guard case .value(let name) = cell.text(row) else { return cell.missing(row) }
    let above = [sheet.roster.county, sheet.roster.city].compactMap { $0?.text(row).value }
    let found = candidates(name, above: above, level: night.levelIndex(cell.column.level))
    guard found.count == 1 else { return night.unknownUnit(row, cell, name, found) }
    entry.unit = found[0]
    if remarkMismatch(row, sheet, name, found[0]) { return nil }
    _ = unitCells.add(cells.span)
    unitOfCells.append(found)
    return nil
  }

  /// Remarks a county that is not the unit's own by the list of units; answers whether there was one.
  private func remarkMismatch(_ row: Row, _ sheet: SheetColumns, _ name: String, _ unit: Int) -> Bool {
    if let county = sheet.roster.county, let stated = county.text(row).value,
      let level = night.levelIndex(county.column.level), let actual = night.units.ancestor(of: unit, at: level),
      !night.units.named(stated, level: level).contains(actual)
    {
      try? night.notice(
        file: sheet.file, row: row.number, column: county.header, code: "unit_differs",
        Wording(
          "the row says “\(stated)”, the list of units puts “\(name)” under “\(night.units.all[actual].name)”",
          "本行写“\(stated)”，单位表中“\(name)”属于“\(night.units.all[actual].name)”，按单位表计"))
      return true
    }
    return false
  }

  private func candidates(_ name: String, above: [String], level: Int?) -> [Int] {
    let named = night.units.named(name, level: level)
    guard named.count > 1 else { return named }
    return named.filter { index in
      above.allSatisfy { text in night.units.named(text).contains { night.units.isWithin(index, $0) } }
    }
  }
}

extension Night {
  func levelIndex(_ level: Identifier<UnitLevel>?) -> Int? {
    level.flatMap { id in programme.levels.firstIndex { $0.id == id } }
  }

  /// The rejection of a unit that is not known, or not known from another of the same name; never merged by guess.
  func unknownUnit(_ row: Row, _ cell: CellReader, _ name: String, _ found: [Int]) -> Rejection {
    guard found.isEmpty else {
      return cell.rejection(
        row, "ambiguous_unit",
        Wording(
          "names \(found.count) units; tell them apart by county or by code", "对应 \(found.count) 个单位；请用区县或单位编码区分"))
    }
    let near = units.nearest(to: name, level: levelIndex(cell.column.level)).map { "“\($0)”" }.joined(separator: "、")
    let hint = near.isEmpty ? Wording("", "") : Wording(" (nearest: \(near))", "（相近的有\(near)）")
    return cell.rejection(
      row, "unknown_unit",
      Wording("is not in the list of units\(hint.english); add it or an alias", "不在单位表中\(hint.chinese)；请在单位表中添加单位或别名"))
  }
}

extension Night {
  /// Keeps the group of an enrolment; an empty name is none.
  fileprivate func store(group: String, of enrolment: Int64) throws {
    try database.run("DELETE FROM learner_group WHERE enrolment = ?", .integer(enrolment))
    guard !group.isEmpty else { return }
    try database.run("INSERT INTO learner_group VALUES (?, ?)", .integer(enrolment), .text(group))
  }
}

extension CellReader {
  fileprivate func unknownStatus(_ row: Row) -> Rejection {
    rejection(
      row, "unknown_value",
      Wording(
        "is no status that the programme knows; add it to the column's map as enrolled, applied or withdrawn",
        "不是可识别的状态；请在该列的 map 中对应到 enrolled、applied 或 withdrawn"))
  }

  func unknownProject(_ row: Row) -> Rejection {
    rejection(row, "unknown_project", Wording("is no project of the year", "不是本年度的项目"))
  }
}
