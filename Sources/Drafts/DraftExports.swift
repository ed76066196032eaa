import Exports
import Programme
import Store

/// The exports that a draft is made from, grouped into sources.
struct DraftExports {
  private(set) var sources: [DraftSource] = []
  private(set) var unknown: [(name: String, headers: String)] = []
  private(set) var unreadable: [ExportError] = []
  /// The folder below which the nights lie.
  private(set) var input = "."
  /// The newest night that a path names.
  private(set) var night: CalendarDate?
  /// Files that do not lie where the proposed patterns look for them.
  private(set) var misplaced: [String] = []

  init(_ files: [String]) {
    var samples: [(pattern: FilePattern, sheets: [SheetSample])] = []
    let patterns = files.sorted().map { ($0, FilePattern($0)) }
    night = patterns.compactMap(\.1.night).max()
    input = (patterns.first { $0.1.night != nil } ?? patterns.first)?.1.input ?? "."
    // Of several nights the newest speaks for all.
    for (path, pattern) in patterns where pattern.night == night || pattern.night == nil {
      if pattern.night == nil || pattern.input != input { misplaced.append(path) }
      do throws(ExportError) {
        let sheets = try sheets(of: path)
        guard !sheets.isEmpty else { continue }
        if let index = samples.firstIndex(where: { $0.pattern.files == pattern.files }) {
          samples[index].sheets += sheets
        } else {
          samples.append((pattern, sheets))
        }
      } catch {
        unreadable.append(error)
      }
    }
    let stems = patterns.map(\.1.stem)
    for (pattern, sheets) in samples {
      // A pattern must not find the files of another source whose name begins alike.
      let isPrefix = stems.contains { $0 != pattern.stem && $0.hasPrefix(pattern.stem) }
      let files = isPrefix ? pattern.files.replacing("*", with: "") : pattern.files
      sources += DraftSource.sources(sheets, files: files, stem: pattern.stem)
    }
    sources = sources.enumerated().sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }.map(
      \.element)
    for index in sources.indices {
      let number = sources[..<index].count { $0.baseID == sources[index].baseID } + 1
      if number > 1 { sources[index].id += "\(number)" }
    }
  }

  private mutating func sheets(of path: String) throws(ExportError) -> [SheetSample] {
    let export = try Export.open(path)
    var known: [SheetSample] = []
    for (index, sheet) in export.sheets.enumerated() {
      if let sample = try SheetSample(export, sheet: index) {
        known.append(sample)
        continue
      }
      let rows = try export.firstRows(ofSheet: index).filter { row in row.contains { !$0.isEmpty } }
      guard let widest = rows.max(by: { filled($0) < filled($1) }) else { continue }
      let name = path.split(separator: "/").suffix(2).joined(separator: "/")
      let headers = widest.filter { !$0.isEmpty }.prefix(20).map(oneLine).joined(separator: "、")
      // Only what may be headers is shown: a row with long numbers is one of people.
      let isHeader = !headers.contains(/\d{6,}/)
      unknown.append((sheet.name.isEmpty ? name : "\(name) “\(sheet.name)”", isHeader ? headers : "—"))
    }
    return known
  }

  private func filled(_ row: [String]) -> Int { row.count { !$0.isEmpty } }

  private func order(_ source: DraftSource) -> Int {
    let kinds: [SourceKind] = [
      .unit, .project, .roster, .measure, .item, .event, .survey, .answer, .staff, .brief, .nomination,
    ]
    return kinds.firstIndex(of: source.kind) ?? kinds.count
  }
}
