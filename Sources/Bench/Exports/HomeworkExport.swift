extension World {
  /// Assignments (homework.csv): four objective, two subjective; one not handed in is absent or has no time and mark.
  func writeHomework(_ path: String, _ night: Night) throws {
    let file = try ExportFile(path, header: "学员编号,作业编号,题型,提交时间,得分,满分,是否优秀")
    for key in RowOrder(self, .homework, rows: { _ in Self.assignments }).keys {
      guard var paper = paper(key) else { continue }
      let dirt = dirt(.homework, key)
      if var change = change(.homework, key, night) { paper.hand(in: &change) }
      file.person(self, key.learner, dirt)
      file.code(Self.letters, key.number + 1, digits: 2)
      file.text(key.number < 4 ? Self.objective : Self.subjective)
      if paper.isHandedIn {
        file.moment(paper.moment)
        file.number(dirt == .impossibleValue ? paper.mark + 200 : paper.mark)
      } else {
        file.blank()
        file.blank()
      }
      file.number(100)
      file.text(paper.isExcellent ? Self.yes : Self.no)
      try file.endRow()
    }
    try file.close()
  }

  private struct Paper {
    var isHandedIn: Bool
    var moment: Int
    var mark: Int
    var isExcellent: Bool

    /// Handed in late, or marked again.
    mutating func hand(in change: inout Chance) {
      if !isHandedIn { moment = Night.momentOfChange(&change) }
      isHandedIn = true
      mark = min(mark + change.number(1..<6), 100)
    }
  }

  /// A learner's paper; nil where the export has no row of it.
  private func paper(_ key: RowOrder.Key) -> Paper? {
    var drawn = chance(.homework, UInt64(key.packed))
    let effort = Int(effort[key.learner])
    let isHandedIn = drawn.happens(perMillion: min(effort * 1200, 985_000))
    guard drawn.happens(perMillion: 300_000) || isHandedIn else { return nil }
    let mark = min(max(drawn.normal(mean: 7000 + 25 * effort / 10, deviation: 700) / 100, 0), 100)
    return Paper(
      isHandedIn: isHandedIn, moment: drawn.number(20 * 86_400..<100 * 86_400), mark: mark,
      isExcellent: drawn.happens(perMillion: 250_000) && isHandedIn && mark >= 92)
  }

  private static let assignments = 6
  private static let letters = [UInt8]("ZY".utf8)
  private static let objective = [UInt8]("客观题".utf8)
  private static let subjective = [UInt8]("主观题".utf8)
  private static let yes = [UInt8]("是".utf8)
  private static let no = [UInt8]("否".utf8)
}
