import Exports
package import Programme
import SQLite

extension Night {
  /// Warns of a roster that was exported long before the as-of, and of exports that were not taken together (`snapshot_mix`).
  func noticeSnapshots() throws {
    let day: Int64 = 86_400
    let rosters = programme.sources.filter { $0.kind == .roster }.map(\.id)
    for (index, account) in accounts.enumerated() where rosters.contains(account.source) {
      guard let stamp = account.snapshot, end - stamp >= day else { continue }
      try notice(
        file: index, row: nil, code: "snapshot_mix",
        Wording(
          "the roster is stamped \(moment(stamp)), a day or more before the as-of \(asOf); export it again for the night",
          "名册导出时间为 \(moment(stamp))，早于统计时点 \(asOf) 一天以上；请重新导出当晚的名册"))
    }
    let stamped = accounts.filter { $0.snapshot != nil }.sorted { ($0.snapshot ?? 0) < ($1.snapshot ?? 0) }
    guard let first = stamped.first, let last = stamped.last, let from = first.snapshot, let to = last.snapshot,
      to - from > programme.snapshotSpread
    else { return }
    try notice(
      file: nil, row: nil, code: "snapshot_mix",
      Wording(
        "the exports were taken at different times: \(first.file.name) at \(moment(from)), \(last.file.name) at \(moment(to)); export them together, or raise snapshot_spread",
        "各导出文件的时间相差过大：\(first.file.name) 为 \(moment(from))，\(last.file.name) 为 \(moment(to))；请同时导出，或调高 snapshot_spread")
    )
  }

  /// Refuses a list of units, projects or learners without a row, and warns of a fact source without one.
  func judgeEmpty(_ source: Source) throws {
    let own = accounts.indices.filter { accounts[$0].source == source.id }
    guard source.kind.isCore, let first = own.first, own.allSatisfy({ accounts[$0].read == accounts[$0].nonData })
    else { return }
    let name = accounts[first].file.name
    guard source.kind.isFact else {
      throw BlockedSource(
        source: source.id, code: "empty_export",
        wording: Wording(
          "\(name): “\(source.title)” has a header and no row; everything rests on it: export it again",
          "\(name)：“\(source.title)”只有表头，没有数据；各项结果均以此为依据，请重新导出"))
    }
    try notice(
      file: first, row: nil, code: "empty_export",
      Wording(
        "“\(source.title)” has a header and no row, so that everybody counts as having done nothing; if the platform has records, export it again",
        "“\(source.title)”只有表头，没有数据，全体学员均按没有记录计；如平台中有记录，请重新导出"))
  }
}

extension ProgrammeStore {
  /// What somebody should see before the papers of a night go out, besides what blocks them.
  package func warnings(night: Int64) throws -> [Wording] {
    let warnings = try database.prepare(
      """
      SELECT coalesce(f.path || ': ', ''), coalesce(f.path || '：', ''), n.message_en, n.message
      FROM notice n LEFT JOIN source_file f ON f.id = n.file
      WHERE n.night = ? AND n.code IN ('snapshot_mix', 'empty_export') ORDER BY n.id
      """)
    try warnings.bind(1, night)
    var found: [Wording] = []
    while try warnings.step() {
      found.append(Wording(warnings.text(0) + warnings.text(2), warnings.text(1) + warnings.text(3)))
    }
    return found
  }

  /// Sources of which the night has no export although it had one when it was loaded before, or the night before it had one: what rests
  /// on them is left out of the papers without any fault of a file. Those `besides` are told of already.
  package func missingSince(night: Int64, besides blocked: [Identifier<Source>]) throws -> [Wording] {
    let gone = try database.rows(
      """
      SELECT DISTINCT f.source FROM source_file f
      WHERE (f.night = ?1 OR f.current AND f.night = (
        SELECT id FROM night WHERE as_of < (SELECT as_of FROM night WHERE id = ?1) ORDER BY as_of DESC LIMIT 1))
        AND NOT EXISTS (SELECT 1 FROM source_file t WHERE t.night = ?1 AND t.current AND t.source = f.source)
      """, .integer(night)
    ) { row throws(SQLiteError) in row.text(0) }
    return programme.sources.filter { !$0.required && !blocked.contains($0.id) && gone.contains($0.id.text) }.map {
      source in
      Wording(
        "\(source.title): there was an export before and there is none now; what rests on it is missing in the papers",
        "\(source.title)：此前有导出文件，本次没有；材料中缺少依据它的部分")
    }
  }
}
