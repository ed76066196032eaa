import Programme
import SQLite
import Workbook

/// How a city's learners are written: one row each, from the unit to the rank.
struct ScoreSheet: Sendable {
  let programme: Programme
  let cutOff: CutOff
  let roll: LearnerRoll
  let names: PersonNames
  /// Where each unit that has learners stands.
  let places: [Int64: UnitDirectory.Path]
  let projects: [Int32: String]
  let cohorts: [Int32: String]

  init(
    _ database: Database, _ programme: Programme, _ cutOff: CutOff, _ roll: LearnerRoll, _ names: PersonNames,
    _ units: UnitDirectory
  ) throws(SQLiteError) {
    self.programme = programme
    self.cutOff = cutOff
    self.roll = roll
    self.names = names
    places = Dictionary(uniqueKeysWithValues: Set(roll.units).map { ($0, units.path(of: $0)) })
    projects = try Self.titles("SELECT id, name FROM project ORDER BY id", database)
    cohorts = try Self.titles("SELECT id, title FROM cohort ORDER BY id", database)
  }

  private static func titles(_ sql: String, _ database: Database) throws(SQLiteError) -> [Int32: String] {
    let rows = try database.rows(sql) { row throws(SQLiteError) in
      (Int32(truncatingIfNeeded: row.integer(0)), row.text(1))
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// Writes a city's workbook into a folder.
  func write(_ city: CityRoll, into folder: String) throws {
    let book = try RosterBook(
      path: "\(folder)/\(city.fileName).xlsx",
      properties: DocumentProperties(
        title: "\(programme.title)学员成绩（\(city.title)）", subject: "截至\(cutOff.text)", office: programme.office,
        category: "内部资料", created: cutOff.civilTime),
      sheets: [
        RosterSheet(
          name: "学员成绩", title: "\(city.title)学员成绩", left: "单位：分　内部资料", right: "统计时间：截至\(cutOff.text)",
          columns: columns, frozenColumns: 2)
      ])
    try book.writeSheet { (writer: inout PlainSheetWriter) in
      for row in city.learners { try write(Int(row), to: &writer) }
    }
    try book.close()
  }

  private var columns: [RosterSheet.Column] {
    let decimals = programme.scoring.decimals
    let below = programme.levels.dropFirst(2)
    let places = below.enumerated().map { index, level in
      RosterSheet.Column(level.title, .text, units: index < below.count - 1 ? 15 : 26, repeats: true)
    }
    let study: [RosterSheet.Column] =
      programme.studyTally == nil ? [] : [RosterSheet.Column("学习时长\n（学时）", .decimal(places: 2), units: 11)]
    let open = programme.provisionalComponents(at: cutOff)
    let components = programme.scoring.components.map { component in
      let lines = [component.short, "（\(points(component.points))\(open.contains(component.id) ? "，暂定" : "")）"]
      let widest = lines.map { TextWidth.units($0, size: 11) }.max() ?? 0
      return RosterSheet.Column(
        lines.joined(separator: "\n"), .decimal(places: decimals), units: max(9, widest + 2))
    }
    return [
      RosterSheet.Column("学员编号", .text, units: 16), RosterSheet.Column("姓名", .text, units: 11),
    ] + places + (hasProjects ? [RosterSheet.Column("项目", .text, units: 22, repeats: true)] : []) + [
      RosterSheet.Column("班次", .word, units: 11)
    ] + study + components + [
      RosterSheet.Column("总成绩", .decimal(places: decimals), units: 9), RosterSheet.Column("是否\n合格", .word, units: 9),
    ] + resultColumns + [
      RosterSheet.Column("名次", .integer, units: 8), RosterSheet.Column("状态", .word, units: 11),
    ] + (flags.isEmpty ? [] : [RosterSheet.Column("提示", .text, units: Self.demandUnits)])
      + (demands.isEmpty ? [] : [RosterSheet.Column("未达到的要求", .text, units: Self.demandUnits)])
  }

  /// Grade and credited hours, as far as the programme has them.
  private var resultColumns: [RosterSheet.Column] {
    let scheme = programme.scoring
    return (scheme.grades.isEmpty ? [] : [RosterSheet.Column("等第", .word, units: 10)])
      + (scheme.credit == nil ? [] : [RosterSheet.Column("认定\n学时", .decimal(places: 2), units: 9)])
  }

  /// Requirements and vetoes in the order of their bits; whoever a veto strikes is named with it.
  private var demands: [String] {
    programme.scoring.requirements.map(\.title) + programme.scoring.vetoes.map { "否决：\($0.title)" }
  }

  /// What may be remarked of a learner, in the order of its bits; it changes no mark.
  private var flags: [String] { programme.scoring.flags.map(\.title) }

  /// The width of what is not met, and of what is remarked; what has no room in it is counted.
  private static let demandUnits: Double = 30

  private var hasProjects: Bool { programme.hasProjects }

  /// Full marks without idle zeros.
  private func points(_ units: Int64) -> String {
    var scale: Int64 = 1
    for _ in 0..<programme.scoring.decimals { scale *= 10 }
    let places = programme.scoring.decimals
    return units % scale == 0
      ? "\(units / scale)" : NumberFormat.decimal(places: places).printed(units: units, decimals: places)
  }

  private func write(_ row: Int, to writer: inout PlainSheetWriter) throws(WorkbookError) {
    let person = roll.people[row]
    let place = places[roll.units[row]]
    names.withCode(person) { writer.text($0) }
    names.withName(person) { writer.text($0) }
    for level in 2..<max(2, programme.levels.count) { writer.text(place?[level] ?? "") }
    if hasProjects { writer.text(projects[roll.projects[row]] ?? "") }
    writer.text(cohorts[roll.cohorts[row]] ?? "")
    if programme.studyTally != nil { writeHours(roll.studied[row], to: &writer) }
    for column in 0..<roll.width {
      if let points = roll.points(row, column) {
        writer.decimal(units: points, decimals: programme.scoring.decimals)
      } else {
        writer.blank()
      }
    }
    let status = roll.statuses[row]
    let isCounted = (status == .enrolled || status == .vanished) && roll.points(row, roll.width - 1) != nil
    if isCounted { writer.text(roll.passed[row] ? "合格" : "未合格") } else { writer.blank() }
    writeResults(row, isCounted: isCounted, to: &writer)
    if roll.ranks[row] == LearnerRoll.absent { writer.blank() } else { writer.integer(Int64(roll.ranks[row])) }
    writer.text(status.title)
    if !roll.flags.isEmpty { writer.text(isCounted ? listing(flags, roll.flags[row]) : "") }
    if !roll.unmet.isEmpty { writer.text(isCounted ? listing(demands, roll.unmet[row]) : "") }
    try writer.endRow()
  }

  private func writeResults(_ row: Int, isCounted: Bool, to writer: inout PlainSheetWriter) {
    if !roll.grades.isEmpty {
      let grade = roll.grades[row]
      if isCounted, grade != LearnerRoll.absent {
        writer.text(programme.scoring.grades[Int(grade)].title)
      } else {
        writer.blank()
      }
    }
    if !roll.credit.isEmpty {
      if isCounted { writer.decimal(units: Int64(roll.credit[row]), decimals: 2) } else { writer.blank() }
    }
  }

  /// Those whose bits are set, as many as there is room for: `必修课程不少于20学时；参加在线考试等5项`.
  private func listing(_ titles: [String], _ bits: UInt64) -> String {
    let missing = titles.enumerated().filter { bits & (1 << UInt64($0.offset)) != 0 }.map(\.element)
    for count in stride(from: missing.count, through: 1, by: -1) {
      let rest = count < missing.count ? "等\(missing.count)项" : ""
      let text = missing.prefix(count).joined(separator: "；") + rest
      if count == 1 || TextWidth.units(text, size: 11) <= Self.demandUnits - 2 { return text }
    }
    return ""
  }

  /// Seconds as credit hours with two decimals, halves up.
  private func writeHours(_ seconds: Int64, to writer: inout PlainSheetWriter) {
    guard seconds != Int64(LearnerRoll.absent) else { return writer.blank() }
    let hour = Int64(programme.minutesPerHour) * 60
    writer.decimal(units: (seconds * 200 + hour) / (2 * hour), decimals: 2)
  }
}

extension Programme {
  /// Whether learners are in projects at all; where no export lists any, all are in the programme itself.
  var hasProjects: Bool { sources.contains { $0.kind == .project } }
}
