import Archive
import Exports
import Foundation
package import Programme
package import SQLite

/// Reads the public papers of a set back and looks for numbers and addresses of people in everything that they hold.
///
/// The papers are read as anybody would who has only the files: every cell, also of hidden sheets, rows and columns, the names of sheets,
/// properties, comments, defined names, headers and footers, and every part that no program shows. A paper is public whose name ends
/// in `-public`, and the list of certificates, which leaves the office. The declared contact of the publicity period may stand there, and
/// codes of units and projects, which are public themselves; codes of people may not, since many platforms take a telephone for one.
package struct PublicationScan {
  /// The spellings of the contact that are meant to be read.
  private let contacts: Set<String>
  private let database: Database
  /// The lines of the office's own template of the public list; none where it has none.
  private let template: [String]
  /// No text of fewer characters gives anybody away: `a@b.cn`.
  private static let shortest = 6

  package init(_ programme: Programme, _ database: Database) {
    let contact = programme.reports.nominees?.publicity.contact
    let texts = [contact?.unit, contact?.phone, contact?.email, contact?.address].compactMap(\.self)
    contacts = Set(texts.flatMap { PrivateText.find(in: $0) }.map(\.plain))
    self.database = database
    template =
      programme.templates[PaperTemplate.nomineesPublic.fileName]?
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? []
  }

  /// Where the template has what was found; nil where it stands in none of its lines.
  private func place(inTemplate plain: String) -> String? {
    let line = template.firstIndex { line in
      PrivateText.find(in: line).contains { $0.plain == plain }
        || PrivateText.digitRuns(in: line, atLeast: 7).contains { $0.contains(plain) }
    }
    return line.map { "\(PaperTemplate.nomineesPublic.fileName):\($0 + 1)" }
  }

  /// Whether a paper is made for people outside the office: the public, or the printer of certificates.
  package static func isPublic(_ name: String) -> Bool {
    let file = name.split(separator: "/").last ?? ""
    let name = file.split(separator: ".").first ?? ""
    return name.hasSuffix("-public") || name == CertificateList.fileName
  }

  /// What must not be released, in the order of the files.
  package func hits(in folder: String) throws -> [PublicHit] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter(Self.isPublic).sorted()
    return try names.flatMap { name in try hits(of: name, at: "\(folder)/\(name)") }
  }

  private func hits(of name: String, at path: String) throws -> [PublicHit] {
    var findings = Findings(file: name)
    try examine(name, as: Wording("the file's name", "文件名"), sheet: "", into: &findings)
    do {
      switch name.split(separator: ".").last?.lowercased() {
      case "xlsx":
        try examineCells(of: path, into: &findings)
        try examineParts(of: path, into: &findings)
      case "csv": try examineCells(of: path, into: &findings)
      case "svg":
        var texts: [String] = []
        try MarkupTexts.each(inFile: path) { texts.append($0) }
        for text in texts { try examine(text, as: Wording("", ""), sheet: "", into: &findings) }
        try examineLines(of: path, into: &findings)
      default: try examineLines(of: path, into: &findings)
      }
    } catch is ExportError {
      findings.unreadable(Wording("", ""))
    } catch is ArchiveReadError {
      findings.unreadable(Wording("", ""))
    }
    return findings.hits
  }

  private func examineCells(of path: String, into findings: inout Findings) throws {
    let export = try Export.open(path)
    for (index, sheet) in export.sheets.enumerated() {
      try examine(sheet.name, as: Wording("the sheet's name", "工作表名称"), sheet: sheet.name, into: &findings)
      var reader = try export.rows(sheet: index)
      var row = Row()
      while try reader.next(&row) {
        for column in 0..<row.count where !row.isBlank(column) {
          let cell = Self.letters(column) + "\(row.number)"
          try examine(
            row.text(column), as: Wording(cell, cell), sheet: sheet.name, isNumber: row.kind(column) == .number,
            into: &findings)
        }
      }
    }
  }

  /// Everything but the cells; a text that is only shared by cells is told with them.
  private func examineParts(of path: String, into findings: inout Findings) throws {
    let archive = try ArchiveReader(path: path)
    for part in archive.parts where !part.name.hasSuffix("/") {
      let place = Wording("part \(part.name)", "部件 \(part.name)")
      try examine(part.name, as: place, sheet: "", into: &findings)
      let isMarkup = [".xml", ".rels", ".vml"].contains { part.name.lowercased().hasSuffix($0) }
      guard isMarkup else {
        findings.unreadable(place)
        continue
      }
      var texts: [String] = []
      try MarkupTexts.each(in: part, of: archive) { text in
        if text.unicodeScalars.count >= Self.shortest, !Self.isGUID(text) { texts.append(text) }
      }
      for text in texts {
        try examine(text, as: place, sheet: "", into: &findings)
      }
    }
  }

  private func examineLines(of path: String, into findings: inout Findings) throws {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      try examine(
        Self.resolved(String(line)), as: Wording("line \(index + 1)", "第\(index + 1)行"), sheet: "", into: &findings)
    }
  }

  private func examine(
    _ text: String, as place: Wording, sheet: String, isNumber: Bool = false, into findings: inout Findings
  ) throws {
    let found = PrivateText.find(in: text)
    for one in found where !contacts.contains(one.plain) {
      if try !isPublicCode(one.plain) {
        findings.add(
          sheet, place, .personal(one.kind), one.plain, Mask.standard.covered(one), self.place(inTemplate: one.plain))
      }
    }
    guard !isNumber || !text.contains(".") else { return }
    let explained = found.map(\.plain)
    for run in PrivateText.digitRuns(in: text, atLeast: 7) where !explained.contains(where: { $0.contains(run) }) {
      guard !contacts.contains(run) else { continue }
      if try isOfSomebody(run) {
        findings.add(sheet, place, .known, run, "\(run.prefix(3))****", self.place(inTemplate: run))
      } else if let part = try numberOfSomebody(within: run) {
        findings.add(sheet, place, .known, part, "\(part.prefix(3))****", self.place(inTemplate: part))
      }
    }
  }

  /// Whether a number is a code of a unit or project and of nobody's telephone or identity number.
  private func isPublicCode(_ plain: String) throws -> Bool {
    let isCode =
      try database.integer(
        "SELECT EXISTS (SELECT 1 FROM unit WHERE code = ?1) OR EXISTS (SELECT 1 FROM project WHERE code = ?1)",
        .text(plain)
      ) ?? 0
    return try isCode == 1 && !isOfSomebody(plain)
  }

  /// A telephone or identity number that somebody has, inside a longer run of digits that is no code of a unit or project: long codes of
  /// people look like such runs, so only numbers that are known give one away.
  private func numberOfSomebody(within run: String) throws -> String? {
    let places = Array(run)
    for length in [11, 15, 18] where places.count > length {
      for start in 0...(places.count - length) where length != 11 || places[start] == "1" {
        let part = String(places[start..<(start + length)])
        if try isOfSomebody(part) { return try isPublicCode(run) ? nil : part }
      }
    }
    return nil
  }

  private func isOfSomebody(_ plain: String) throws -> Bool {
    try database.integer(
      """
      SELECT EXISTS (SELECT 1 FROM person WHERE phone = ?1 OR id_card = ?1) OR EXISTS (SELECT 1 FROM staff WHERE phone = ?1)
      """, .text(plain)) == 1
  }

  /// Whether a text is a number that programs give to parts, never to people: `{DA7ABA51-AAAA-BBBB-0001-000000000001}`.
  private static func isGUID(_ text: String) -> Bool {
    let groups = text.trimmingPrefix("{").split(separator: "-", omittingEmptySubsequences: false)
    guard groups.count == 5 else { return false }
    let last = groups[4].hasSuffix("}") ? groups[4].dropLast() : groups[4]
    return zip(groups.dropLast() + [last], [8, 4, 4, 4, 12]).allSatisfy {
      $0.count == $1 && $0.allSatisfy(\.isHexDigit)
    }
  }

  /// A line with its references to characters (`&#49;`, `&#x31;`) resolved, as a viewer shows it.
  static func resolved(_ line: String) -> String {
    guard line.contains("&#") else { return line }
    return line.replacing(/&#(?:[xX]([0-9A-Fa-f]{1,6})|([0-9]{1,7}));?/) { match in
      let value = match.output.1.flatMap { UInt32($0, radix: 16) } ?? match.output.2.flatMap { UInt32($0) } ?? 0
      return Unicode.Scalar(value).map { String(Character($0)) } ?? String(match.output.0)
    }
  }

  private static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

/// What was found in one paper; a number is told once for each row of a sheet, and elsewhere where no row has it.
private struct Findings {
  let file: String
  private(set) var hits: [PublicHit] = []
  private var told: Set<String> = []

  init(file: String) { self.file = file }

  mutating func add(
    _ sheet: String, _ place: Wording, _ kind: PublicHit.Kind, _ plain: String, _ covered: String, _ template: String?
  ) {
    // A merged cell is read in every column that it covers.
    let key = "\(sheet)\n\(place.english.drop(while: \.isLetter))\n\(plain)"
    guard !told.contains(sheet.isEmpty ? plain : key) else { return }
    told.formUnion([plain, key])
    hits.append(
      PublicHit(file: file, sheet: sheet, place: place, kind: kind, covered: covered, template: template))
  }

  mutating func unreadable(_ place: Wording) {
    hits.append(PublicHit(file: file, sheet: "", place: place, kind: .unreadable, covered: ""))
  }
}
