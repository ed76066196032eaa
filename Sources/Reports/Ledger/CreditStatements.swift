import Programme
import SQLite
import Workbook

/// What everybody has been credited with, as flat columns by person number: a number for each term of the cycle and one for earlier
/// credit.
struct CreditStatements {
  private let ledger: Ledger
  /// The titles of the terms within the cycle, in the order of the pipeline file.
  private let terms: [String]
  private let hasPrior: Bool
  /// How many columns say where a person belongs: the levels below that of the sheet.
  private let places: Int
  private let width: Int
  /// Hundredths of an hour, `width` numbers for each person; `absent` where there is none.
  private var hours: [Int32] = []
  /// The unit of each person's latest enrolment; 0 for a person with nothing in the ledger.
  private var units: [Int64] = []

  private static let absent: Int32 = -1

  /// Reads everybody who has an entry in the ledger.
  static func read(_ database: Database, _ programme: Programme, _ ledger: Ledger) throws -> CreditStatements {
    let cycle = ledger.from...ledger.through
    let terms =
      programme.cohorts.isEmpty
      ? [(code: "1", title: programme.title)]
      : programme.cohorts.filter { cycle.contains($0.to.year) }.map { (code: $0.id.text, title: $0.title) }
    var statements = CreditStatements(
      ledger, terms: terms.map(\.title), places: max(0, programme.levels.count - 2))
    let codes = try database.rows("SELECT id, code FROM cohort ORDER BY id") { row throws(SQLiteError) in
      (row.integer(0), row.text(1))
    }
    var slots: [Int64: Int] = [:]
    for (id, code) in codes { slots[id] = terms.firstIndex { $0.code == code } }
    let entries = try database.prepare("SELECT person, cohort, hours, counts FROM credit_entry")
    while try entries.step() {
      let slot = entries.isNull(1) ? terms.count : slots[entries.integer(1)]
      statements.add(Int(entries.integer(0)), slot: entries.integer(3) == 1 ? slot : nil, entries.integer(2))
    }
    // Whoever withdrew this term is still found where the last enrolment was.
    let places = try database.prepare("SELECT person, unit FROM enrolment ORDER BY id")
    while try places.step() { statements.place(Int(places.integer(0)), in: places.integer(1)) }
    return statements
  }

  private init(_ ledger: Ledger, terms: [String], places: Int) {
    self.ledger = ledger
    self.terms = terms
    self.places = places
    hasPrior = ledger.prior != nil
    width = terms.count + 1
  }

  /// Whether a person, by number, has anything in the ledger.
  private var isListed: [Bool] = []

  private mutating func add(_ person: Int, slot: Int?, _ amount: Int64) {
    while isListed.count <= person {
      isListed.append(false)
      units.append(0)
      hours.append(contentsOf: repeatElement(Self.absent, count: width))
    }
    isListed[person] = true
    guard let slot else { return }
    let place = person * width + slot
    hours[place] = max(hours[place], 0) + Int32(clamping: amount)
  }

  private mutating func place(_ person: Int, in unit: Int64) {
    guard person < units.count else { return }
    units[person] = unit
  }

  /// The people of one sheet.
  struct Area {
    let title: String
    /// The name of the sheet, unlike any other.
    let sheet: String
    var people: [Int32]
  }

  /// Everybody by unit of the first level, in organisational order, then by unit and by code; one empty sheet where there is nobody.
  func areas(_ names: PersonNames, _ directory: UnitDirectory) -> [Area] {
    var people: [Int64: [Int32]] = [:]
    for person in isListed.indices where isListed[person] {
      let area = directory.ancestor(of: units[person], atLevel: 1) ?? directory.ordered.first ?? 0
      people[area, default: []].append(Int32(person))
    }
    var taken: Set<String> = []
    let areas = people.keys.sorted { directory.order(of: $0) < directory.order(of: $1) }.map { area in
      let title = directory[area]?.name ?? ""
      return Area(
        title: title, sheet: Self.sheetName(title, &taken),
        people: (people[area] ?? []).sorted { left, right in
          let places = [left, right].map { directory.order(of: units[Int($0)]) }
          return places[0] != places[1] ? places[0] < places[1] : names.order(of: left) < names.order(of: right)
        })
    }
    return areas.isEmpty ? [Area(title: "", sheet: "学时", people: [])] : areas
  }

  private static func sheetName(_ title: String, _ taken: inout Set<String>) -> String {
    let plain = String(title.map { "[]:*?/\\'".contains($0) ? "_" : $0 }.prefix(24))
    let base = plain.isEmpty ? "学时" : plain
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(base)（\(number)）"
      number += 1
    }
    return name
  }

  func columns(_ programme: Programme) -> [RosterSheet.Column] {
    let below = programme.levels.dropFirst(2)
    let places = below.enumerated().map { index, level in
      RosterSheet.Column(level.title, .text, units: index < below.count - 1 || index == 0 ? 17 : 30, repeats: true)
    }
    let amount = { (heading: String) in
      RosterSheet.Column(heading, .decimal(places: 2), units: max(10, TextWidth.units(heading, size: 11) + 2))
    }
    let person = [RosterSheet.Column("学员编号", .text, units: 16), RosterSheet.Column("姓名", .text, units: 11)]
    return person + places + terms.map(amount) + (hasPrior ? [amount("此前学时")] : []) + ["合计", "目标", "尚缺"].map(amount)
  }

  /// How the sum is reckoned.
  var notes: [String] {
    let sum = "合计＝\(ledger.from)—\(ledger.through)年各学期认定的学时\(hasPrior ? "＋此前学时" : "")；尚缺＝目标－合计，已满的为0.00。空白的没有认定记录。"
    return [sum] + (ledger.cite.map { ["依据：\($0)。"] } ?? [])
  }

  func write(
    _ person: Int32, _ names: PersonNames, _ directory: UnitDirectory, to writer: inout PlainSheetWriter
  ) throws(WorkbookError) {
    let path = directory.path(of: units[Int(person)])
    names.withCode(person) { writer.text($0) }
    names.withName(person) { writer.text($0) }
    for level in 2..<2 + places { writer.text(path[level] ?? "") }
    var sum: Int64 = 0
    for slot in 0..<(hasPrior ? width : terms.count) {
      let amount = hours[Int(person) * width + slot]
      if amount == Self.absent { writer.blank() } else { writer.decimal(units: Int64(amount), decimals: 2) }
      sum += Int64(max(amount, 0))
    }
    for amount in [sum, ledger.target, max(ledger.target - sum, 0)] { writer.decimal(units: amount, decimals: 2) }
    try writer.endRow()
  }
}
