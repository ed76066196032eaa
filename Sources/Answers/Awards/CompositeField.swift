import Awards
import Metrics
import Programme
import Scoring
import SQLite
import Stages

/// The printed figures of all who are compared by a composite key, as the award stage compared them.
///
/// Under `min_max` a candidate's value rests on the least and the greatest figure of the others, so that one cannot be
/// explained without the field.
struct CompositeField {
  private let composite: Composite
  private let candidates: [Int64]
  private let figures: [[Fraction?]]
  private let texts: [[String]]
  private let titles: [String]

  init(_ inquiry: Inquiry, _ award: Award, _ composite: Composite, at position: Int) throws {
    self.composite = composite
    // Whoever was not compared has no value in the key's place.
    let rated = try inquiry.candidacies(of: award).filter {
      $0.keys.indices.contains(position) && !$0.keys[position].isEmpty
    }
    let reading = try FigureReading(inquiry, award)
    let cells = try rated.map { candidacy in try composite.parts.map { try reading.figure($0.figure, of: candidacy) } }
    candidates = rated.map(\.candidate)
    figures = cells.map { $0.map(\.value) }
    texts = cells.map { $0.map(\.text) }
    titles = composite.parts.map { part in
      part.figure == "briefs"
        ? "简报" : inquiry.programme.metrics.first { $0.id.text == part.figure }?.title ?? part.figure
    }
  }

  /// One line for each figure with what it counts, and one for the value that they come to.
  func answers(for candidacy: Candidacy) -> [Answer] {
    guard let row = candidates.firstIndex(of: candidacy.candidate) else { return [] }
    let lines = composite.parts.indices.map { line(of: $0, row) }
    let value = decimalText(composite.values(of: figures)[row].rounded(decimals: 4), decimals: 4)
    let weights = composite.parts.reduce(0) { $0 + $1.weight }
    let sum =
      switch composite.method {
      case .minMax: Wording("sum of weight × share, over \(weights) = \(value)", "各项折算值×权重之和÷\(weights)＝\(value)")
      case .weighted: Wording("sum of weight × figure = \(value)", "各项数值×权重之和＝\(value)")
      case .meanOfRanks: Wording("sum of weight × rank, over \(weights) = \(value)", "各项名次×权重之和÷\(weights)＝\(value)")
      }
    return lines + [Answer("composite", sum, ["value": .text(value), "compared": .number(Int64(candidates.count))])]
  }

  private func line(of part: Int, _ row: Int) -> Answer {
    let (own, weight) = (texts[row][part], composite.parts[part].weight)
    let text =
      switch composite.method {
      case .minMax: scaled(part, row)
      case .weighted: capped(part)
      case .meanOfRanks: ranked(part, row)
      }
    return Answer(
      "figure",
      Wording(
        "\(titles[part]) \(own)\(text.english), weight \(weight)", "\(titles[part])\(own)\(text.chinese)，权重\(weight)"),
      ["figure": .text(composite.parts[part].figure), "value": .text(own), "weight": .number(weight)])
  }

  private func capped(_ part: Int) -> Wording {
    composite.parts[part].cap.map { Wording(" of at most \($0)", "（\($0)封顶，按占比计）") } ?? Wording("")
  }

  /// The figure's rank among those compared; whoever has none comes after all who have one.
  private func ranked(_ part: Int, _ row: Int) -> Wording {
    let ahead = figures.count { other in
      guard let theirs = other[part] else { return false }
      return figures[row][part].map { $0 < theirs } ?? true
    }
    return Wording(": rank \(ahead + 1) of \(figures.count)", "：第\(ahead + 1)名，共\(figures.count)个")
  }

  /// Where the figure lies between the least and the greatest of those compared.
  private func scaled(_ part: Int, _ row: Int) -> Wording {
    let known = figures.indices.filter { figures[$0][part] != nil }.sorted { one, other in
      guard let left = figures[one][part], let right = figures[other][part] else { return false }
      return left < right
    }
    guard let own = figures[row][part], let first = known.first, let last = known.last,
      let least = figures[first][part], let greatest = figures[last][part]
    else { return Wording(": no figure, counts 0", "：无数值，计0") }
    guard least < greatest, let share = (own - least).divided(by: greatest - least) else {
      return Wording(": the same for all \(known.count), counts 0", "：\(known.count)个参评对象相同，计0")
    }
    let (low, high) = (texts[first][part], texts[last][part])
    let value = decimalText(share.rounded(decimals: 4), decimals: 4)
    return Wording(
      ": (\(own == least ? low : texts[row][part]) − \(low)) ÷ (\(high) − \(low)) = \(value)",
      "：（\(texts[row][part])−\(low)）÷（\(high)−\(low)）＝\(value)")
  }
}

/// Reads the printed figures of candidates' units that composite keys are made of.
private struct FigureReading {
  private let inquiry: Inquiry
  private let night: Int64
  private let briefs: [Int64: Int64]
  private let staffBriefs: [Int64: Int64]

  init(_ inquiry: Inquiry, _ award: Award) throws {
    self.inquiry = inquiry
    night = try inquiry.night(of: .measure)?.id ?? 0
    briefs = try briefsByUnit(inquiry.database)
    guard case .staff(let role, _, _) = award.pool else {
      staffBriefs = [:]
      return
    }
    let own = try inquiry.database.rows(
      "SELECT id, briefs FROM staff WHERE role = ? AND briefs IS NOT NULL ORDER BY id", .text(role)
    ) { row throws(SQLiteError) in (row.integer(0), row.integer(1)) }
    staffBriefs = Dictionary(uniqueKeysWithValues: own)
  }

  /// A figure as it is compared, rates as shares of 1, and as it is printed.
  func figure(_ name: String, of candidacy: Candidacy) throws -> (value: Fraction?, text: String) {
    guard let unit = candidacy.unit else { return (nil, "—") }
    if name == "briefs" {
      let count = staffBriefs[candidacy.subject] ?? briefs[unit] ?? 0
      return (Fraction(count), "\(count)")
    }
    guard let measure = inquiry.folder.measures.first(where: { $0.metric.id.text == name }),
      let stored = try inquiry.figure(of: measure, unit: unit, project: candidacy.project, night: night)
    else { return (nil, "—") }
    let printed = measure.printed(stored)
    let value = printed.units.flatMap {
      Fraction(Int128($0), over: powerOfTen(printed.decimals + (printed.isPercent ? 2 : 0)))
    }
    return (value, printed.text)
  }
}

extension Inquiry {
  /// A figure of a unit on a night; with a single project, its figures are those of all projects together.
  func figure(of measure: Measure, unit: Int64, project: Int64 = 0, night: Int64) throws -> Figure? {
    try database.rows(
      """
      SELECT numerator, denominator FROM metric_value
      WHERE night = ? AND metric = ? AND unit = ? AND project = (SELECT CASE WHEN count(*) > 1 THEN ? ELSE 0 END FROM project)
      """, .integer(night), .text(measure.metric.id.text), .integer(unit), .integer(project)
    ) { row throws(SQLiteError) in Figure(numerator: row.integer(0), denominator: row.integer(1)) }.first
  }
}
