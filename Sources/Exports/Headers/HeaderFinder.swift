/// How many rows of a sheet are looked through for its header.
package let headerSearchDepth = 15

/// Finds the header among the first rows of a sheet: the row, or the two rows, that name the most wanted columns.
///
/// `rows` are the first rows in order, blank ones included; rows beyond the fifteenth are not looked at. Where equally
/// many are named, one row goes before two, whose upper might be a merged title, and then the first counts.
package func findHeader(rows: [[String]], wanted: [WantedColumn]) -> HeaderMatch {
  var best = HeaderMatch()
  let searched = rows.prefix(headerSearchDepth)
  for (index, row) in searched.enumerated() {
    best = better(best, HeaderMatch(headers: row, row: index, height: 1, wanted: wanted))
    guard index + 1 < searched.count, isGroupRow(row, above: rows[index + 1]) else { continue }
    let joined = joinedHeaders(groups: row, headers: rows[index + 1])
    best = better(best, HeaderMatch(headers: joined, row: index, height: 2, wanted: wanted))
  }
  guard let row = best.row else {
    best.missing = wanted.filter(\.isRequired).map { .init(id: $0.id, candidates: []) }
    return best
  }
  best.rowsAbove = rows.prefix(row).filter { $0.contains { !$0.isEmpty } }
  best.snapshot = snapshotTime(in: best.rowsAbove)
  return best
}

private func better(_ one: HeaderMatch, _ other: HeaderMatch) -> HeaderMatch {
  let isTie = other.columns.count == one.columns.count && one.row != nil
  return other.columns.count > one.columns.count || isTie && other.height < one.height ? other : one
}

/// Whether a row can hold the groups above another row's headers: it names a group over some column that the lower row
/// names in turn.
private func isGroupRow(_ row: [String], above headers: [String]) -> Bool {
  let named = zip(row, headers).filter { !HeaderText($0).key.isEmpty && !HeaderText($1).key.isEmpty && $0 != $1 }
  // A title merged over the whole table comes filled into every column, and groups nothing.
  return !named.isEmpty && Set(row.filter { !$0.isEmpty }).count > 1
}

/// Headers of two rows as `group/sub`; a header merged over both rows stands alone.
///
/// A group that is merged over its columns comes filled from a workbook, but once and followed by blanks from text.
private func joinedHeaders(groups: [String], headers: [String]) -> [String] {
  var group = ""
  return (0..<max(groups.count, headers.count)).map { column in
    let above = column < groups.count ? groups[column] : ""
    let below = column < headers.count ? headers[column] : ""
    if !above.isEmpty { group = above }
    if below.isEmpty || below == above { return above }
    return above.isEmpty && group.isEmpty ? below : "\(above.isEmpty ? group : above)/\(below)"
  }
}

extension HeaderMatch {
  /// Tries a row as the header.
  fileprivate init(headers: [String], row: Int, height: Int, wanted: [WantedColumn]) {
    let texts = headers.map { HeaderText($0) }
    (self.row, self.height, self.headers) = (row, height, headers)
    var taken: Set<Int> = []
    for column in wanted {
      guard let index = Self.index(of: column, among: texts, headers, excluding: taken) else { continue }
      taken.insert(index)
      columns.append(Column(id: column.id, index: index, header: headers[index], unit: texts[index].unit))
    }
    let found = Set(columns.map(\.id))
    missing = wanted.filter { $0.isRequired && !found.contains($0.id) }.map { column in
      MissingColumn(id: column.id, candidates: nearestHeaders(to: column.headers, among: headers, excluding: taken))
    }
    duplicates = Self.duplicates(texts, headers)
  }

  /// The first column that bears one of the headers, the headers taken in their order; the part behind a group's slash
  /// is enough where it is the only one of its name.
  private static func index(
    of column: WantedColumn, among texts: [HeaderText], _ headers: [String], excluding taken: Set<Int>
  ) -> Int? {
    let keys = column.headers.map { (exact: plain($0), key: HeaderText($0).key) }
    for (exact, key) in keys where !key.isEmpty {
      let open = headers.indices.filter { !taken.contains($0) }
      if let index = open.first(where: { plain(headers[$0]) == exact }) { return index }
      if let index = open.first(where: { texts[$0].key == key }) { return index }
    }
    for (_, key) in keys where !key.isEmpty {
      let ends = headers.indices.filter { !taken.contains($0) && lastPart(texts[$0].key) == key }
      if ends.count == 1 { return ends.first }
    }
    return nil
  }

  private static func lastPart(_ key: String) -> String? {
    key.contains("/") ? key.split(separator: "/").last.map(String.init) : nil
  }

  /// The header with nothing taken off but white space, so that `学时（分钟）` and `学时` can be told apart.
  private static func plain(_ header: String) -> String {
    string(FoldedText(Array(header.utf8).span).withoutSpace)
  }

  private static func duplicates(_ texts: [HeaderText], _ headers: [String]) -> [Duplicate] {
    var indices: [HeaderText: [Int]] = [:]
    for (index, text) in texts.enumerated() where !text.key.isEmpty { indices[text, default: []].append(index) }
    return indices.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.map {
      Duplicate(header: headers[$0[0]], indices: $0)
    }
  }
}
