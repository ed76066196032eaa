import Archive

/// The links from one part of a workbook to others.
struct Relationships {
  private struct Link {
    let id: String
    /// The last word of the type's address, which strict and transitional namespaces share.
    let type: Substring
    let target: String
  }

  private var links: [Link] = []

  /// Reads the links of a part; the empty name stands for the package itself. A part without links has none.
  init(of part: String, opener: PartOpener) throws(ExportError) {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[..<$0]) } ?? ""
    let file = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let name = (folder.isEmpty ? "" : folder + "/") + "_rels/" + file + ".rels"
    guard let found = opener.archive.part(named: name) else { return }
    var scanner = try opener.scanner(found)
    guard try scanner.nextElement() == XMLName("Relationships") else {
      throw ExportError(path: opener.archive.path, cause: .damaged(name))
    }
    while true {
      let token = try scanner.next()
      if token == .finished { return }
      guard token == .start, scanner.name == XMLName("Relationship") else { continue }
      let type = try scanner.attribute(XMLName("Type")) ?? ""
      let target = try scanner.attribute(XMLName("Target")) ?? ""
      links.append(
        Link(
          id: try scanner.attribute(XMLName("Id")) ?? "", type: type.split(separator: "/").last ?? "",
          target: Self.resolve(target, in: folder)))
    }
  }

  /// The part that the first link of a type leads to.
  func target(ofType type: String) -> String? {
    links.first { $0.type == type }?.target
  }

  /// The part that a link leads to.
  func target(of id: String) -> String? {
    links.first { $0.id == id }?.target
  }

  /// A link to a sheet of cells that is not among those given.
  func worksheet(besides known: [String]) -> String? {
    links.first { $0.type == "worksheet" && !known.contains($0.id) }?.target
  }

  /// Whether a link leads to a sheet of cells, or to nothing known; chart, dialogue and macro sheets have no cells.
  func isWorksheet(_ id: String) -> Bool {
    let type = links.first { $0.id == id }?.type
    return !["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"].contains(type)
  }

  /// The part of the archive that the first link of a type leads to; nil without such a link.
  func part(ofType type: String, in archive: ArchiveReader) throws(ExportError) -> ArchivePart? {
    guard let target = target(ofType: type) else { return nil }
    guard let part = archive.part(named: target) else {
      throw ExportError(path: archive.path, cause: .damaged(target))
    }
    return part
  }

  private static func resolve(_ target: String, in folder: String) -> String {
    var path = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") {
      if step == ".." { _ = path.popLast() } else if step != "." { path.append(step) }
    }
    return path.joined(separator: "/")
  }
}
