import Exports
import Programme
import SQLite

extension Night {
  /// Loads administrators, tutors, moderators; tonight's list replaces the last.
  func landStaff(_ source: Source, _ files: [SourceFile]) throws {
    var list = OfficeList(
      "staff", "source, role, code, name, level, unit, project, chief, score, online, briefs, born, phone, duty")
    var seen = DuplicateRows()
    try read(source, files) { row, sheet in
      let fields = RowFields(self, row, sheet)
      let code = fields.text("person", required: true)
      let name = fields.text("name", required: true)
      let role = source.role ?? fields.text("role", required: true)
      let levelText = fields.text("level")
      let level = levelText.flatMap { text in programme.levels.firstIndex { $0.id.text == text } }
      let unit = fields.unit("unit", level: level)
      let project = fields.project()
      let chief = fields.number("chief")
      let score = fields.number("score")
      let online = fields.number("online")
      let briefs = fields.number("briefs")
      let born = try fields.birthDay()
      let phone = fields.text("phone")
      let duty = fields.number("duty")
      if let rejection = fields.rejection { return .rejected(rejection) }
      guard let code, let name, let role else { return .nonData }
      guard seen.isFirst("\(role)\u{1F}\(code)", row, sheet) else { return .duplicate }
      let ownLevel = level ?? (source.column("level") == nil ? unit.map { units.all[$0].level } : nil)
      list.add(
        [
          .text(source.id.text), .text(role), .text(code), .text(name), .optional(ownLevel.map(Int64.init)),
          .optional(unit.map { units.all[$0].id }), .optional(project), .integer(chief == 1 ? 1 : 0), .optional(score),
          .optional(online), .optional(briefs),
          .optional(born.map { "\(CalendarDate(dayNumber: Int($0)))" }), .text(phone ?? ""),
          .optional(duty),
        ], file: key(ofFile: sheet.file), row: row.number)
      return .accepted
    }
    try replace(list, source)
    try notice(seen.contradictions)
  }

  /// Loads the briefs that units handed in.
  func landBriefs(_ source: Source, _ files: [SourceFile]) throws {
    var list = OfficeList("brief", "source, code, unit, title, at")
    var seen = DuplicateRows()
    try read(source, files) { row, sheet in
      let fields = RowFields(self, row, sheet)
      let code = fields.text("item", required: true)
      let unit = fields.unit("unit", level: nil)
      let title = fields.text("title")
      let at = fields.number("at")
      if let rejection = fields.rejection { return .rejected(rejection) }
      guard let code, let unit else { return .nonData }
      guard seen.isFirst(code, row, sheet) else { return .duplicate }
      list.add(
        [.text(source.id.text), .text(code), .integer(units.all[unit].id), .text(title ?? ""), .optional(at)],
        file: key(ofFile: sheet.file), row: row.number)
      return .accepted
    }
    try replace(list, source)
    try notice(seen.contradictions)
  }

  /// Loads what offices filed, recommended or approved; whether a name may stand there is judged by the award stage.
  func landNominations(_ source: Source, _ files: [SourceFile]) throws {
    var list = OfficeList(
      "nomination", "source, stage, award, by_unit, candidate, name, project, verdict, reason, at")
    let awards = Dictionary(
      programme.awards.flatMap { [(Units.key($0.title), $0.id.text), (Units.key($0.id.text), $0.id.text)] },
      uniquingKeysWith: { first, _ in first })
    try read(source, files) { row, sheet in
      let fields = RowFields(self, row, sheet)
      // Lists of former winners and of those who withdraw come from the programme's own office and need not name one.
      let isOwn = (source.stage == .former || source.stage == .withdrawn) && source.column("by") == nil
      let office = isOwn ? units.all.firstIndex { $0.level == 0 } : fields.unit("by", level: nil)
      let awardText = fields.text("award", required: true)
      let candidate = fields.text("candidate", required: true)
      let name = fields.text("name")
      let project = fields.project()
      let isFavourable = fields.verdict(of: source)
      let reason = fields.text("reason")
      let at = fields.number("at")
      if let rejection = fields.rejection { return .rejected(rejection) }
      guard let office, let awardText, let candidate else { return .nonData }
      guard let award = awards[Units.key(awardText)] else {
        guard let cell = sheet["award"] else { return .nonData }
        let known = programme.awards.map { "“\($0.title)”" }.joined(separator: "、")
        return .rejected(
          cell.rejection(
            row, "unknown_award", Wording("is no award of the programme; they are \(known)", "不是本项目的奖项；奖项有\(known)")))
      }
      list.add(
        [
          .text(source.id.text), .text(source.stage?.rawValue ?? "filed"), .text(award),
          .integer(units.all[office].id), .text(candidate), .text(name ?? ""), .optional(project),
          .integer(isFavourable ? 1 : 0), .text(reason ?? ""), .optional(at),
        ], file: key(ofFile: sheet.file), row: row.number)
      return .accepted
    }
    try replace(list, source)
  }
}

/// Reads the cells of one row and remembers the first fault.
final class RowFields {
  let night: Night
  let row: Row
  let sheet: SheetColumns
  private(set) var rejection: Rejection?

  init(_ night: Night, _ row: Row, _ sheet: SheetColumns) {
    self.night = night
    self.row = row
    self.sheet = sheet
  }

  func text(_ id: Identifier<Column>, required: Bool = false) -> String? {
    guard let cell = sheet[id] else { return nil }
    return take(cell.text(row), cell, required: required)
  }

  func number(_ id: Identifier<Column>) -> Int64? {
    guard let cell = sheet[id] else { return nil }
    return take(cell.number(row), cell, required: false)
  }

  private func take<Value>(_ found: Cell<Value>, _ cell: CellReader, required: Bool) -> Value? {
    switch found {
    case .value(let value): return value
    case .missing:
      if required { refuse(cell.missing(row)) }
      return nil
    case .rejected(let rejection):
      refuse(rejection)
      return nil
    }
  }

  /// Whether an office is for somebody; where its file has no column for that, whoever is named is favoured.
  ///
  /// An empty cell is a fault: a form that comes back half filled in says nothing of the others.
  func verdict(of source: Source) -> Bool {
    guard let cell = sheet["verdict"] else {
      if let column = source.column("verdict") { refuseLostVerdict(column) }
      return true
    }
    let words = cell.column.map.isEmpty ? ["yes", "no"] : cell.column.yesAndNo
    switch cell.text(row) {
    case .value("yes"): return true
    case .value("no"): return false
    case .value:
      refuse(
        cell.rejection(
          row, "unknown_value",
          Wording(
            "is no verdict; write one of \(words.joined(separator: ", "))", "不是结论；请填\(words.joined(separator: "、"))之一"))
      )
    case .missing:
      var fault = cell.missing(row)
      fault.wording = Wording(
        "“\(cell.header)” is empty, which neither names nor refuses anybody; write one of \(words.joined(separator: ", "))",
        "“\(cell.header)”为空，不作数；请填\(words.joined(separator: "、"))之一")
      refuse(fault)
    case .rejected(let rejection): refuse(rejection)
    }
    return false
  }

  /// Refuses a row of a form whose column for the verdict was renamed or taken out: it would favour whoever was refused on it.
  private func refuseLostVerdict(_ column: Column) {
    let wanted = column.headers.first ?? column.id.text
    let stray = (0..<row.count).lazy.map(row.text).first { column.map[$0] != nil }
    let isForm = sheet.header.headers.contains { HeaderText($0).key == HeaderText(OfficeFormWords.order).key }
    guard stray != nil || isForm else { return }
    let found = stray.map { ("“\($0)” stands in another column", "“\($0)”写在别的列中") } ?? ("", "本表是推荐表")
    refuse(
      Rejection(
        row: row.number, column: "", code: "missing_required", found: stray ?? "",
        wording: Wording(
          "the sheet has no column “\(wanted)”\(found.0.isEmpty ? "" : ", and \(found.0)"); give the column its header back",
          "表中没有“\(wanted)”列，而\(found.1)；请恢复该列的表头“\(wanted)”")))
  }

  /// The index of the unit that a cell names; an unknown one is a fault.
  ///
  /// Of several with the name, those are meant that lie within the units of the columns `above`.
  func unit(_ id: Identifier<Column>, level: Int?, within above: [Identifier<Column>] = []) -> Int? {
    guard let cell = sheet[id], let name = take(cell.text(row), cell, required: cell.column.required) else {
      return nil
    }
    let wanted = level ?? night.levelIndex(cell.column.level)
    var found = night.units.named(name, level: wanted)
    if found.count > 1 {
      let outer = above.compactMap { sheet[$0]?.text(row).value }.map { night.units.named($0) }
      found = found.filter { unit in outer.allSatisfy { $0.contains { night.units.isWithin(unit, $0) } } }
    }
    guard found.count == 1 else {
      refuse(night.unknownUnit(row, cell, name, found))
      return nil
    }
    return found[0]
  }

  func project() -> Int64? {
    guard let cell = sheet["project"], let text = take(cell.text(row), cell, required: cell.column.required) else {
      return nil
    }
    guard let key = night.projects.key(text) else {
      refuse(cell.unknownProject(row))
      return nil
    }
    return Int64(key)
  }

  private func refuse(_ fault: Rejection) {
    rejection = rejection ?? fault
  }
}
