import Awards
import Metrics
import Programme
import Workbook

import struct Workbook.Column

/// The ranking of one award: every candidate with its keys in comparison order, its distance from the line, the outcome
/// and the reason; the line is drawn so that it survives a photocopier.
struct AwardTable: Sendable {
  let part: NomineeFigures.AwardPart
  let programme: Programme
  let measures: [Measure]

  private var wording: AwardWording { AwardWording(award: part.award, programme: programme) }

  /// The table of the award's sheet.
  var table: Table {
    Table(columns: columns.map(\.column), rows: rows)
  }

  /// The first columns, which stay in sight: the rank and the name.
  static let frozenColumns = 2

  /// A column with what it shows of a candidate.
  private struct Field {
    var column: Column
    var cell: (DecidedCandidate) -> Cell
  }

  private var columns: [Field] {
    var fields = [
      Field(column: .rank("名次")) { $0.rank.map { .integer($0) } ?? .missing },
      Field(column: .name(isOfUnits ? "单位" : "姓名")) { .text($0.name) },
    ]
    fields += placeFields + keyFields + compositeFields
    // A lot is no distance.
    if part.award.quota != nil, part.award.rank.first.map({ isLot($0.value) }) != true {
      let unit = part.keys.first?.unit ?? ""
      fields.append(
        Field(
          column: Column(
            unit.isEmpty ? "较入\n选线" : "较入选线", unit: unit, alignment: .right, format: .change(places: 2))
        ) {
          gapCell($0)
        })
    }
    if let rule = part.award.quota?.split {
      if case .level = rule.by {
      } else {
        fields.append(Field(column: .name(rule.by.title(in: programme))) { .text($0.sectionTitle) })
      }
    }
    // A certificate of hours names the hours.
    if part.candidates.contains(where: { $0.credit != nil }) {
      fields.append(
        Field(column: Column("认定\n学时", unit: "", alignment: .right, format: .decimal(places: 2))) { candidate in
          candidate.credit.map { .decimal($0, decimals: 2) } ?? .missing
        })
    }
    fields.append(Field(column: .word("结果")) { .text($0.outcome.title(at: $0.stage)) })
    if part.award.quota != nil, part.candidates.contains(where: \.isTied) {
      fields.append(
        Field(column: Column("并列", unit: wording.measureWord, alignment: .centre, format: .integer)) {
          $0.isTied ? .integer($0.tied) : .blank
        })
    }
    let candidates = part.candidates
    if candidates.contains(where: { $0.lot != nil && $0.isTied }) {
      fields.append(Field(column: .word("签值")) { $0.isTied ? .text($0.lot ?? "") : .blank })
    }
    if candidates.contains(where: { $0.reserve != nil }) {
      fields.append(Field(column: .count("候补\n次序")) { $0.reserve.map { .integer($0) } ?? .blank })
    }
    if candidates.contains(where: { $0.batch != nil }) {
      fields.append(Field(column: .count("批次")) { $0.batch.map { .integer($0) } ?? .blank })
    }
    fields.append(Field(column: .sentence("理由").with { $0.minimumUnits = 32 }) { .text($0.reason) })
    return fields
  }

  /// The distance from the line; where the first key is equal, the number of the one that tells with the distance in it: `②+2.00`.
  private func gapCell(_ candidate: DecidedCandidate) -> Cell {
    guard let gap = candidate.gap else { return .missing }
    guard let told = candidate.told, told.key > 0, part.keys.indices.contains(told.key) else {
      return .number(printed: gap, isChange: true)
    }
    let (sign, value) = (AwardWording.circled(told.key), part.award.rank[told.key].value)
    if isLot(value) { return .text(sign) }
    guard let distance = told.distance else { return .text(sign + "—") }
    let isLess = distance.hasPrefix("-")
    let size = isLess ? distance.dropFirst() : distance[...]
    guard isMoment(value) else { return .text("\(sign)\(isLess ? "−" : "+")\(size)") }
    // The days, or what is widest; the reason has all of it.
    let widest = size.firstMatch(of: #/^[0-9]+[^0-9]+/#).map { String($0.output) } ?? String(size)
    return .text("\(sign)\(isLess ? "早" : "晚")\(widest)")
  }

  /// Whether a key tells when something was done.
  private func isMoment(_ value: RankValue) -> Bool {
    guard case .tally(let id) = value else { return false }
    return programme.tallies.first { $0.id == id }?.unit == .moment
  }

  private func isLot(_ value: RankValue) -> Bool { if case .lot = value { true } else { false } }

  private var isOfUnits: Bool {
    if case .units = part.award.pool { return true }
    return false
  }

  /// The units from the widest, and the project, as far as any candidate has one.
  private var placeFields: [Field] {
    var fields: [Field] = []
    let candidates = part.candidates
    for (index, level) in programme.levels.enumerated().dropFirst()
    where candidates.contains(where: { $0.path[index] != nil && $0.path[index] != $0.name }) && !isTheSame(at: index) {
      fields.append(Field(column: .name(level.title)) { .text($0.path[index] ?? "") })
    }
    // A programme without projects is one project that bears its own name; where each project has its own places, it stands there.
    let isSaid = part.award.quota?.split != nil && candidates.allSatisfy { $0.project == $0.sectionTitle }
    if !isSaid, candidates.contains(where: { !$0.project.isEmpty && $0.project != programme.title }) {
      fields.append(Field(column: .name("项目")) { .text($0.project) })
    }
    return fields
  }

  /// Whether all of many candidates belong to one unit of a level, which then need not stand in every row.
  private func isTheSame(at level: Int) -> Bool {
    guard part.candidates.count > 20, let first = part.candidates.first?.path[level] else { return false }
    return part.candidates.allSatisfy { $0.path[level] == first }
  }

  private var keyFields: [Field] {
    part.keys.enumerated().map { index, key in
      let isLot = isLot(part.award.rank[index].value)
      let heading = part.keys.count > 1 ? AwardWording.circled(index) + "\n" + key.title : twoLines(key.title)
      let figure = Column(heading, unit: key.unit, alignment: .right, format: .decimal(places: 2)).bold
      return Field(column: isLot ? .word(heading) : figure) {
        candidate in
        guard candidate.keys.indices.contains(index) else { return .missing }
        // Sixteen digits may look like a number, which a cell would round.
        if isLot { return .text(candidate.keys[index]) }
        return .number(printed: candidate.keys[index])
      }
    }
  }

  private var compositeFields: [Field] {
    part.composite.parts.map { operand in
      let column: Column =
        switch operand {
        case .metric(let metric) where metric.format == .percent: .rate(twoLines(metric.title))
        case .metric(let metric): .number(twoLines(metric.title))
        case .briefs: .count(operand.title, unit: "期")
        }
      return Field(column: column) { candidate in
        guard
          let figure = part.composite.figure(operand, unit: candidate.unit, project: candidate.projectNumber)
        else { return .missing }
        guard case .metric(let metric) = operand, let measure = measures.first(where: { $0.metric.id == metric.id })
        else { return .integer(figure.numerator) }
        return .printed(
          measure.printed(Figure(numerator: figure.numerator, denominator: figure.denominator)))
      }
    }
  }
}

extension AwardTable {
  /// The candidates with the bands that divide them: the tie at the line, the line, and those who are not ranked. Who came within the
  /// places stands above the line with the outcome beside the name, also whom an office did not recommend.
  private var rows: [Table.Row] {
    let fields = columns
    let row = { (candidate: DecidedCandidate, tone: Table.Tone) in
      Table.Row.cells(fields.map { $0.cell(candidate) }, tone)
    }
    let within = part.candidates.filter { $0.outcome.cameWithin && $0.outcome != .tied }
    let tied = part.candidates.filter { $0.outcome == .tied }
    let below = part.candidates.filter { $0.outcome.isAtLine && !$0.outcome.cameWithin }
    let others = part.candidates.filter { !$0.outcome.isAtLine }
    var rows = within.map { row($0, $0.isTied && part.award.quota != nil ? .harmlessTie : .plain) }
    if !tied.isEmpty {
      rows.append(.band(tieSentence(above: within, tied: tied.count), isLine: !within.isEmpty))
      rows += tied.map { row($0, .tied) }
    }
    if !below.isEmpty, !(within.isEmpty && tied.isEmpty) {
      rows.append(.band(lineSentence(below: below), isLine: true))
    }
    rows += below.map { row($0, .plain) }
    if !others.isEmpty {
      rows.append(.band(othersSentence(others), isLine: below.isEmpty && !(within.isEmpty && tied.isEmpty)))
      rows += others.map { row($0, .plain) }
    }
    return rows
  }

  /// Whom an office did not recommend, or refused, leaves a place that nobody after him gets.
  private func tieSentence(above: [DecidedCandidate], tied: Int) -> String {
    let word = wording.measureWord
    let left = (part.places?.places ?? 0) - Int64(above.count)
    if part.award.quota?.split != nil {
      return "下列\(tied)\(word)在所属部分的入选线上排序值全同，由\(wording.decidingOffice)决定"
    }
    let state = above.allSatisfy { $0.outcome == .in } ? "入选候选" : "在名额之内"
    let told = above.isEmpty ? "" : "以上\(above.count)\(word)\(state)；"
    return "\(told)余\(left)个名额，下列\(tied)\(word)排序值全同，由\(wording.decidingOffice)决定"
  }

  /// The line is where the gap is nothing: the last place, or the equals who would share it.
  private func lineSentence(below: [DecidedCandidate]) -> String {
    guard part.award.quota?.split == nil else { return "以下未进入所属部分的名额" }
    guard let key = part.keys.first, let value = part.candidates.first(where: \.isOnLine)?.keys.first else {
      return "以下未进入名额"
    }
    let equal = below.count(where: \.isOnLine)
    if equal > 0, part.keys.count == 1, let fate = [.exclude: "均不入选", .reserve: "列为候补"][part.award.ties] {
      // The places end among equals, and the last who is in stands above them.
      return "—— 名额线：\(key.title)\(value)\(key.unit)，末位并列\(equal)\(wording.measureWord)\(fate) ——　以下未进入名额"
    }
    // Of several keys the first alone is meant: who has all of them equal stands on the line.
    let title = part.keys.count > 1 ? key.title : ""
    let rest = equal > 0 ? "，其中\(equal)\(wording.measureWord)\(title)与入选线相同" : ""
    return "—— 入选线：\(key.title)\(value)\(key.unit) ——　以下未进入名额\(rest)"
  }

  private func othersSentence(_ others: [DecidedCandidate]) -> String {
    let counts = Outcome.listed.compactMap { outcome -> String? in
      let count = others.count { $0.outcome == outcome }
      return count > 0 ? "\(outcome.title(at: .candidate))\(grouped(Int64(count)))\(wording.measureWord)" : nil
    }
    return "以下\(grouped(Int64(others.count)))\(wording.measureWord)未入选：" + counts.joined(separator: "，")
  }
}
