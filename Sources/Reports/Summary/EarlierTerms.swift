import Metrics
import Programme
import SQLite
import Scoring

/// What earlier terms of the programme came to, as far as the database holds their nights.
///
/// A term is the cohorts that are open together; its figures are those of its last night, reckoned by the rules of that night.
struct EarlierTerms: Sendable {
  /// One term on its last night.
  struct Term: Sendable {
    /// The titles of its cohorts.
    let title: String
    let cutOff: CutOff
    let enrolled: Int64
    /// In the order of the summary's indicators.
    let figures: [Figure]
  }

  /// From the earliest to this one.
  let terms: [Term]

  /// Reads the terms up to this night; nil where it is the only one.
  static func read(
    _ database: Database, _ programme: Programme, _ records: StandingRecords, _ whole: Standing, _ cutOff: CutOff
  ) throws -> EarlierTerms? {
    let enrolled = Dictionary(
      try database.rows(
        "SELECT night, enrolled FROM unit_count WHERE unit = ? AND project = 0 ORDER BY night", .integer(whole.id)
      ) { row throws(SQLiteError) in (row.integer(0), row.integer(1)) }, uniquingKeysWith: { first, _ in first })
    let nights = try records.nights(of: whole.id).map { night in (night, try CutOff(night.asOf)) }
      .filter { $0.1.seconds <= cutOff.seconds && enrolled[$0.0.night] ?? 0 > 0 }
      .sorted { $0.1.seconds > $1.1.seconds }
    var known: Set<String> = []
    var terms: [Term] = []
    for (night, nightCutOff) in nights {
      let open = programme.open(on: nightCutOff)
      defer { known.formUnion(open.map(\.id.text)) }
      guard !open.isEmpty, known.isDisjoint(with: open.map(\.id.text)) else { continue }
      terms.insert(
        Term(
          title: open.map(\.title).joined(separator: "、"), cutOff: nightCutOff, enrolled: enrolled[night.night] ?? 0,
          figures: night.figures),
        at: 0)
    }
    return terms.count > 1 ? EarlierTerms(terms: terms) : nil
  }
}

extension Programme {
  /// The cohorts that have begun and whose term is not over.
  fileprivate func open(on cutOff: CutOff) -> [Cohort] {
    cohorts.filter { $0.closing(asOf: "\(cutOff.day)") == nil && $0.from <= cutOff.day }
  }
}

extension SummaryWording {
  /// The leading figures term by term, and what the ranked one changed by.
  var termTable: PaperTable? {
    guard let earlier = figures.earlier else { return nil }
    let shown = [indicators.started, indicators.passed, indicators.hours, indicators.meanTotal].compactMap(\.self)
    let columns =
      [PaperColumn("学期", .name), PaperColumn("统计时间", .word), PaperColumn("报名\n学员", unit: "人", .count)]
      + shown.flatMap { place -> [PaperColumn] in
        let indicator = indicators.all[place]
        let count = indicator.learners.map { [PaperColumn("\($0)\n人数", unit: "人", .count)] } ?? []
        return count + [PaperColumn(twoLines(indicator.title), indicator.isShare ? .share : .number)]
      }
    let change = indicators.passed.map { _ in [PaperColumn("合格率较\n上一学期", unit: "百分点", .change)] } ?? []
    let printed = earlier.terms.map { term in
      zip(indicators.all, term.figures).map { $0.measure.printed($1) }
    }
    return PaperTable(
      columns + change,
      earlier.terms.enumerated().map { index, term in
        var entries: [Entry] = [.text(term.title), .text("截至\(chineseDate(term.cutOff.day))"), .count(term.enrolled)]
        for place in shown {
          if indicators.all[place].learners != nil { entries.append(.count(term.figures[place].numerator)) }
          entries.append(.figure(printed[index][place]))
        }
        if let passed = indicators.passed {
          entries.append(
            .change(index == 0 ? nil : PrintedChange(from: printed[index - 1][passed], to: printed[index][passed])))
        }
        return entries
      })
  }

  static let termNote = "各学期取其最后一次统计，按当时的规则计算；本学期为末行。"
}
