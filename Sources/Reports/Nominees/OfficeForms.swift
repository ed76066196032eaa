import Awards
import Foundation
import Programme
package import SQLite
import Workbook

/// Writes the forms on which offices recommend and approve (推荐表、审批表) into a folder, which is made when there is one to write: a
/// workbook for each office that still has to speak, named so that it can go among the exports as it is.
///
/// - Returns: the names of the files.
/// - Throws: `ReportsError`, `WorkbookError`, `SQLiteError`.
package func writeOfficeForms(_ edition: Edition, from database: Database, into folder: String) throws -> [String] {
  try OfficeForms(try NomineeFigures.read(database, edition), edition, database).write(into: folder)
}

/// The forms that the offices of a programme have to fill in, for the stage that comes next in each award.
struct OfficeForms {
  private let figures: NomineeFigures
  private let edition: Edition
  private let units: UnitDirectory
  private let said: OfficeSayings

  init(_ figures: NomineeFigures, _ edition: Edition, _ database: Database) throws(SQLiteError) {
    self.figures = figures
    self.edition = edition
    units = try UnitDirectory.read(database)
    said = try OfficeSayings(database)
  }

  private var programme: Programme { edition.programme }

  /// Writes a workbook for each office and stage, its sheets being the awards; answers the names of the files.
  func write(into folder: String) throws -> [String] {
    let cutOff = try CutOff(edition.asOf)
    let forms = [NominationStage.recommended, .approved].flatMap(forms)
    guard !forms.isEmpty else { return [] }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw ReportsError.unwritable(path: folder, reason: error.localizedDescription)
    }
    for form in forms {
      let title = "\(form.office.title)\(form.source.title)"
      let book = try Workbook(
        path: "\(folder)/\(form.fileName)",
        properties: DocumentProperties(
          title: title, subject: "截至\(cutOff.text)", office: programme.office, category: "内部资料",
          created: cutOff.civilTime))
      var names: [String: Int] = [:]
      for sheet in form.sheets {
        let name = sheetName(sheet.part.award.title)
        names[name, default: 0] += 1
        let count = names[name] ?? 1
        let page = sheet.page(of: form.office, form.source, programme)
        try book.add(page, named: count == 1 ? name : "\(name.prefix(27))（\(count)）")
      }
      try book.close()
    }
    return forms.map(\.fileName)
  }

  /// The forms of one stage, in organisational order of the offices.
  private func forms(_ stage: NominationStage) -> [Form] {
    guard let source = programme.sources.first(where: { $0.kind == .nomination && $0.stage == stage }) else {
      return []
    }
    var sheets: [Int64: [OfficeSheet]] = [:]
    for part in figures.parts {
      guard let id = part.award.level(at: stage), let level = programme.levels.firstIndex(where: { $0.id == id })
      else { continue }
      let offices = units.units(ofLevel: level)
      var candidates: [Int64: [DecidedCandidate]] = [:]
      for candidate in part.candidates where isAsked(stage, about: candidate, of: part.award) {
        // Whoever belongs to no office can be named by any.
        let own = candidate.unit.map { unit in units.ancestor(of: unit, atLevel: level).map { [$0] } ?? [] } ?? offices
        for office in own { candidates[office, default: []].append(candidate) }
      }
      for (office, candidates) in candidates {
        let sheet = OfficeSheet(
          part: part, stage: stage,
          candidates: inOrderOfRank(candidates).map { ($0, said[stage, part.award, $0]) })
        if sheet.isOpen { sheets[office, default: []].append(sheet) }
      }
    }
    let titles = Dictionary(grouping: sheets.keys, by: { units[$0]?.name ?? "" })
    return units.ordered.compactMap { unit in
      guard let own = sheets[unit], let name = units[unit]?.name else { return nil }
      let isAlone = units.units(ofLevel: units[unit]?.level ?? 0).count { units[$0]?.name == name } == 1
      let office = Office(
        title: (titles[name]?.count ?? 0) > 1 ? units.path(of: unit).written : name,
        text: isAlone ? name : units[unit]?.code ?? name,
        level: units[unit]?.level ?? 0, label: units[unit].map { programme.levels[$0.level].label } ?? "")
      return Form(office: office, source: source, sheets: own)
    }
  }

  /// Whoever was refused stands at the own rank still; equals keep the order of the papers.
  private func inOrderOfRank(_ candidates: [DecidedCandidate]) -> [DecidedCandidate] {
    candidates.enumerated().sorted { left, right in
      (left.element.rank ?? .max, left.offset) < (right.element.rank ?? .max, right.offset)
    }.map(\.element)
  }

  /// Whether the office of a stage has a word on a candidate; equals at the line whom it settles stand in the form for ties.
  private func isAsked(_ stage: NominationStage, about candidate: DecidedCandidate, of award: Award) -> Bool {
    let isTied = candidate.outcome == .tied && stage != award.settlingStage
    switch stage {
    case .recommended:
      return candidate.outcome == .in || isTied || candidate.outcome == .notRecommended
    case .approved:
      let isReady = award.recommendedBy == nil || candidate.stage >= .recommended
      return candidate.outcome == .in && isReady || candidate.outcome == .rejected
    case .filed, .former, .withdrawn: return false
    }
  }
}

/// What an office that speaks is called.
struct Office {
  /// In titles and in the name of the file.
  let title: String
  /// In the cells, so that the reader finds it: the name, or the code where several units have the name.
  let text: String
  /// Levels are numbered from that of the whole area, 0.
  let level: Int
  /// The level in one word, 市.
  let label: String
}

private struct Form {
  let office: Office
  let source: Source
  let sheets: [OfficeSheet]

  var fileName: String { source.fileName(of: office.title) }
}

/// What the offices' files say of candidates so far, rows that the rules refuse left out.
private struct OfficeSayings {
  private var rows: [Key: Saying] = [:]

  private struct Key: Hashable {
    let stage: String
    let award: String
    let candidate: String
    /// nil where the row speaks of every entry of the candidate.
    let project: Int64?
  }

  init(_ database: Database) throws(SQLiteError) {
    try database.rows(
      """
      SELECT n.stage, n.award, n.candidate, n.project, n.verdict, n.reason, coalesce(date(n.at, 'unixepoch'), '') FROM nomination n
      WHERE n.stage IN ('recommended', 'approved')
        AND NOT EXISTS (SELECT 1 FROM refusal r WHERE r.nomination = n.id) ORDER BY n.id
      """
    ) { row throws(SQLiteError) in
      (
        Key(stage: row.text(0), award: row.text(1), candidate: row.text(2), project: row.optionalInteger(3)),
        Saying(isFavourable: row.integer(4) == 1, reason: row.text(5), day: row.text(6))
      )
    }.forEach { rows[$0] = $1 }
  }

  subscript(stage: NominationStage, award: Award, candidate: DecidedCandidate) -> Saying? {
    let project = candidate.projectNumber == 0 ? nil : candidate.projectNumber
    let keys = [project, nil].map { number in
      Key(stage: stage.rawValue, award: award.id.text, candidate: candidate.code, project: number)
    }
    return keys.lazy.compactMap { rows[$0] }.first
  }
}
