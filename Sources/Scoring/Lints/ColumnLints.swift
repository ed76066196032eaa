import Programme

/// Refuses tallies whose unit is not what their column holds: marks kept with one decimal would be read as a tenth of themselves.
func lintColumns(_ programme: Programme, _ faults: FaultCollector) {
  for tally in programme.tallies {
    guard let source = programme.sources.first(where: { $0.id == tally.source }) else { continue }
    lintFilter(tally, source, faults)
    guard tally.operation != .count else {
      if tally.unit != .items {
        faults.refuse(
          tally.place,
          Wording("tally '\(tally.id)' counts; expected the unit 'items'", "统计量 '\(tally.id)' 是计数；unit 应为 'items'"))
      }
      continue
    }
    guard tally.operation != .reached, let folded = tally.column else { continue }
    if folded == .at, tally.operation == .sum {
      faults.refuse(
        tally.place,
        Wording(
          "tally '\(tally.id)' adds up times, which means nothing; expected 'max' or 'min'",
          "统计量 '\(tally.id)' 把时刻相加，没有意义；应为 max 或 min"))
    }
    guard let column = source.column(Identifier(folded.rawValue)) else {
      refuseMissing(folded.rawValue, tally, source, faults)
      continue
    }
    guard let remedy = column.type.remedy(for: tally.unit) else { continue }
    faults.refuse(
      tally.place,
      Wording(
        "tally '\(tally.id)' is in \(tally.unit.rawValue), but column '\(folded.rawValue)' of '\(source.id)' is not; \(remedy.english)",
        "统计量 '\(tally.id)' 的单位是 \(tally.unit.rawValue)，与 '\(source.id)' 的列 '\(folded.rawValue)' 不符；\(remedy.chinese)"))
  }
}

/// Refuses filters and orders by columns that the source does not have.
private func lintFilter(_ tally: Tally, _ source: Source, _ faults: FaultCollector) {
  let filter = tally.filter
  let needed: [(String, Bool)] = [
    ("category", !filter.categories.isEmpty), ("flag", filter.flag != nil),
    ("at", filter.hasTime || tally.operation.needsOrder),
    ("value", filter.atLeast != nil || filter.below != nil || filter.missing != nil || tally.operation == .reached),
  ]
  for (column, isNeeded) in needed where isNeeded && source.column(Identifier(column)) == nil {
    refuseMissing(column, tally, source, faults)
  }
  let known = Set((source.column("category")?.map ?? [:]).values)
  for category in filter.categories where !known.isEmpty && !known.contains(category) {
    let hint = Spelling.hint(for: category, among: known.sorted())
    faults.warn(
      tally.place,
      Wording(
        "tally '\(tally.id)' asks for category '\(category)', which no row of '\(source.id)' can have; \(hint.english)",
        "统计量 '\(tally.id)' 取类别 '\(category)'，但 '\(source.id)' 的任何行都没有该类别；\(hint.chinese)"))
  }
}

private func refuseMissing(_ column: String, _ tally: Tally, _ source: Source, _ faults: FaultCollector) {
  faults.refuse(
    tally.place,
    Wording(
      "tally '\(tally.id)' needs the column '\(column)', which source '\(source.id)' does not declare",
      "统计量 '\(tally.id)' 需要列 '\(column)'，而数据源 '\(source.id)' 未声明"))
}

extension ColumnType {
  /// What to write instead, where a tally of the unit cannot be made of the column; nil where it can.
  fileprivate func remedy(for unit: TallyUnit) -> Wording? {
    switch (self, unit) {
    case (.decimal(2), .marks), (.decimal(0), .items), (.integer, .items), (.duration, .seconds), (.moment, .moment),
      (.date, .moment):
      return nil
    case (.decimal(let decimals), .marks) where decimals < 2:
      let kept = decimals == 1 ? "48.0" : "48"
      return Wording(
        "write decimals: 2, since with \(decimals) a mark of 47.95 is kept as \(kept) and can cross the edge of a band",
        "请写 decimals: 2；保留 \(decimals) 位小数时 47.95 分会记作\(kept)分，可能越过等次界线")
    case (.decimal, .marks):
      return Wording("write decimals: 2, the scale of every mark", "请写 decimals: 2，成绩一律保留两位小数")
    case (_, .marks):
      return Wording("write type: 'decimal', decimals: 2", "请写 type: 'decimal', decimals: 2")
    case (_, .seconds):
      return Wording("write type: 'duration' with its unit", "请写 type: 'duration' 及其 unit")
    case (_, .items):
      return Wording("write type: 'integer', or another unit of the tally", "请写 type: 'integer'，或改统计量的 unit")
    case (_, .moment):
      return Wording("write type: 'datetime'", "请写 type: 'datetime'")
    }
  }
}
