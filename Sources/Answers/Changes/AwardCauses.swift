import Awards
import Metrics
import Programme
import SQLite
import Stages
import Store

/// Tells because of which rows somebody moved in an award: those of the own facts that came to other tallies, the roster, the lists of
/// offices, corrections; where none of these differs, what changed for everybody.
final class AwardCauses {
  private let inquiry: Inquiry
  private let before: NightStanding
  private let after: NightStanding
  private let from: History.Night
  private let to: History.Night
  private let roster: RosterPlaces
  private let units: Units
  private let staff: [String: [DifferenceLine]]
  private let unitFacts: [Identifier<Source>: [String: [DifferenceLine]]]
  /// The place of every tally by its source.
  private let positions: [Identifier<Source>: [Int]]

  /// `inquiry` is the one in whose database both states have been rebuilt.
  init(
    _ inquiry: Inquiry, _ before: NightStanding, _ after: NightStanding, from: History.Night, to: History.Night
  ) throws {
    (self.inquiry, self.before, self.after, self.from, self.to) = (inquiry, before, after, from, to)
    roster = try inquiry.rosterPlaces(from: from, to: to)
    units = try Units(inquiry.database)
    staff = Dictionary(
      grouping: try inquiry.officeDifferences(limit: .max).flatMap(\.lines), by: \.code)
    unitFacts = Dictionary(
      uniqueKeysWithValues: try inquiry.programme.sources.filter { $0.kind == .unitFact }.map { source in
        (source.id, Dictionary(grouping: try inquiry.unitFactDifference(source, limit: .max).lines, by: \.code))
      })
    positions = Dictionary(
      grouping: inquiry.programme.tallies.indices, by: { inquiry.programme.tallies[$0].source })
  }

  /// The causes of one move: what people said and corrected, rows and figures of the candidate's own, and what changed for everybody.
  func causes(of move: AwardMoves.Move, in moves: AwardMoves) throws -> [AwardCause] {
    guard let decided = moves.after ?? moves.before, let index = move.after ?? move.before else { return [] }
    var own = try nominations(of: try code(index, of: decided), award: decided.award)
    own += try corrections(of: decided.candidate(index).key, award: decided.award)
    own += try changes(of: move, in: moves, decided, index)
    let common = try commonCauses(of: move, in: moves, isAlone: own.isEmpty)
    // Where nobody competes for places, what others have moves nobody.
    return own.isEmpty || moves.after?.step != nil || moves.before?.step != nil ? own + common : own
  }

  private func changes(
    of move: AwardMoves.Move, in moves: AwardMoves, _ decided: DecidedAward, _ index: Int
  ) throws -> [AwardCause] {
    switch decided.kind {
    case "learner": return Self.differs(move, moves) ? try learnerCauses(Int(decided.subject(index)) - 1) : []
    case "staff":
      let lines = staff[try code(index, of: decided)] ?? []
      return try lines.map { cause($0, nil) } + unitCauses(index, of: decided)
    default: return try unitCauses(index, of: decided)
    }
  }

  /// Whether a learner brings something else to the award.
  private static func differs(_ move: AwardMoves.Move, _ moves: AwardMoves) -> Bool {
    guard let was = move.before, let becomes = move.after, let before = moves.before, let after = moves.after else {
      return true
    }
    let (old, new) = (before.candidate(was), after.candidate(becomes))
    return old.keys != new.keys || old.entryFigure != new.entryFigure || old.failed != new.failed
      || old.hasWithdrawn != new.hasWithdrawn || before.unit(was) != after.unit(becomes)
  }

  private func code(_ index: Int, of decided: DecidedAward) throws -> String {
    let store = decided.kind == "learner" ? after.inquiry.store : standing(of: decided).inquiry.store
    return try SubjectNames(store: store).candidate(index, of: decided).code
  }

  /// The night at which an award was decided.
  private func standing(of decided: DecidedAward) -> NightStanding {
    after.reckoning.award(decided.award.id) == nil ? before : after
  }

  private func cause(_ line: DifferenceLine, _ source: Source?) -> AwardCause {
    let values = [line.before, line.after].compactMap { $0 }.joined(by: Wording(" → "))
    let words = [source.map { Wording($0.title) }, line.subject.english.isEmpty ? nil : line.subject, values]
      .compactMap { $0 }.filter { !$0.english.isEmpty }.joined(by: Wording(", ", "，"))
    return AwardCause(
      kind: "row",
      text: line.kind.title + (words.english.isEmpty ? Wording("") : Wording(": ", "：") + words),
      fields: [
        ("change", .text(line.kind.rawValue)), ("source", .optional(source?.id.text)),
        ("before", .optional(line.before?.chinese)), ("after", .optional(line.after?.chinese)),
      ], source: line.source)
  }
}

extension AwardCauses {
  /// The rows of a learner, by index: what the roster says otherwise, and facts that are others and count in a tally that is another.
  private func learnerCauses(_ index: Int) throws -> [AwardCause] {
    let rosterSource = inquiry.programme.sources.first { $0.kind == .roster }
    var causes = try inquiry.rosterLines(of: Int64(index + 1), roster, units)
      .filter { $0.kind != .changed }.map { cause($0, rosterSource) }
    let own = inquiry.programme.cohorts.isEmpty ? inquiry : inquiry.held(for: try cohort(of: index))
    for source in own.programme.sources where source.kind.isFact {
      causes += try factCauses(index, source, own)
    }
    for source in own.programme.sources where source.kind == .unitFact && !changed(source, index).isEmpty {
      causes += unitsAbove(index).flatMap { unitFacts[source.id]?[$0] ?? [] }.map { cause($0, source) }
    }
    return cut(causes)
  }

  private func cohort(of index: Int) throws -> Identifier<Cohort> {
    Identifier(
      try inquiry.database.text(
        "SELECT code FROM cohort WHERE id = ?", .integer(Int64(after.reckoning.learners.cohort[index]))) ?? "")
  }

  /// Places of the tallies of a source that are others for a learner.
  private func changed(_ source: Source, _ index: Int) -> [Int] {
    guard index < after.reckoning.learners.count else { return [] }
    let new = after.reckoning.learners.tallies.values[after.reckoning.learners.row(index)]
    guard index < before.reckoning.learners.count else { return positions[source.id] ?? [] }
    let old = before.reckoning.learners.tallies.values[before.reckoning.learners.row(index)]
    return (positions[source.id] ?? []).filter { old[old.startIndex + $0] != new[new.startIndex + $0] }
  }

  private func factCauses(_ index: Int, _ source: Source, _ own: Inquiry) throws -> [AwardCause] {
    let tallies = changed(source, index).map { own.programme.tallies[$0] }
    guard !tallies.isEmpty else { return [] }
    let (old, new) = (
      try before.inquiry.facts(of: source, Int64(index + 1)), try after.inquiry.facts(of: source, Int64(index + 1))
    )
    let known = Dictionary(old.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    let items = Set(new.map(\.item))
    let pairs = new.map { (known[$0.item], Fact?.some($0)) } + old.filter { !items.contains($0.item) }.map { ($0, nil) }
    return pairs.compactMap { was, becomes in
      guard let kind = DifferenceKind(from: was, to: becomes) else { return nil }
      let counts = tallies.contains { tally in
        [was, becomes].compactMap { $0 }.contains { Omission(of: $0, from: tally) == nil }
      }
      guard counts else { return nil }
      return cause(
        DifferenceLine(
          kind: kind, code: "", name: "", subject: Wording(""), before: was.map(source.wording),
          after: becomes.map(source.wording), source: (becomes ?? was)?.place), source)
    }
  }

  private func unitsAbove(_ index: Int) -> [String] {
    var codes: [String] = []
    var unit: Int? = Int(after.reckoning.learners.unit[index])
    while let own = unit {
      codes.append(after.reckoning.learners.units.all[own].code)
      unit = after.reckoning.learners.units.all[own].parent
    }
    return codes
  }

  /// The first of many, and how many more there are.
  private func cut(_ causes: [AwardCause], _ rest: Int = 0) -> [AwardCause] {
    let shown = causes.prefix(inquiry.shown(5))
    let more = causes.count - shown.count + rest
    guard more > 0 else { return Array(shown) }
    return shown + [
      AwardCause(
        kind: "more",
        text: Wording("and \(more) more \(more == 1 ? "row" : "rows"); --all lists them", "另有\(more)行；加 --all 全部列出"),
        fields: [("count", .number(Int64(more)))])
    ]
  }
}

extension AwardCauses {
  /// The figures of the candidate's unit that rank it and are printed otherwise, with the rows of its learners behind them.
  private func unitCauses(_ index: Int, of decided: DecidedAward) throws -> [AwardCause] {
    let figures = Set(decided.award.figures)
    guard !figures.isEmpty, let unit = decided.unit(index) else { return [] }
    let project = decided.project(index) ?? 0
    let id = standing(of: decided).reckoning.learners.units.all[unit].id
    let old = before.reckoning.learners.units.index(of: id)
    let new = after.reckoning.learners.units.index(of: id)
    var causes: [AwardCause] = []
    for (position, measure) in inquiry.folder.measures.enumerated() where figures.contains(measure.metric.id.text) {
      func printed(_ night: NightStanding, _ unit: Int?) -> Printed? {
        unit.map { measure.printed(night.reckoning.measures.figures(unit: $0, project: project)[position]) }
      }
      let (was, becomes) = (printed(before, old), printed(after, new))
      guard was != becomes else { continue }
      causes.append(figure(measure.metric.title, was?.text, becomes?.text))
    }
    let briefs = (
      try briefsByUnit(before.inquiry.database)[id] ?? 0, try briefsByUnit(after.inquiry.database)[id] ?? 0
    )
    if figures.contains("briefs"), briefs.0 != briefs.1 {
      causes.append(figure("简报", "\(briefs.0)", "\(briefs.1)"))
    }
    guard causes.contains(where: { $0.kind == "figure" }), let new else { return causes }
    return causes + (try learnersBehind(unit: new, project: project))
  }

  private func figure(_ title: String, _ before: String?, _ after: String?) -> AwardCause {
    AwardCause(
      kind: "figure",
      text: Wording("\(title) \(before ?? "—") → \(after ?? "—")", "\(title)\(before ?? "—")→\(after ?? "—")"),
      fields: [("title", .text(title)), ("before", .optional(before)), ("after", .optional(after))])
  }

  /// Rows of the learners of a unit and project that came to something else.
  private func learnersBehind(unit: Int, project: Int64) throws -> [AwardCause] {
    let learners = after.reckoning.learners
    let earlier = before.reckoning.learners
    let touched = (0..<learners.count).filter { index in
      guard project == 0 || Int64(learners.project[index]) == project,
        learners.units.isWithin(Int(learners.unit[index]), unit)
      else { return false }
      return index >= earlier.count || learners.status[index] != earlier.status[index]
        || learners.tallies.values[learners.row(index)] != earlier.tallies.values[earlier.row(index)]
    }
    let most = inquiry.shown(3)
    let rows = try touched.prefix(most).flatMap { index -> [AwardCause] in
      let named = try SubjectNames(store: after.inquiry.store).learner(Int64(index + 1))
      return try learnerCauses(index).map { cause in
        AwardCause(
          kind: cause.kind,
          text: Wording("\(named.name) (\(named.code)): ", "\(named.name)（\(named.code)）：") + cause.text,
          fields: [("code", .text(named.code))] + cause.fields, source: cause.source)
      }
    }
    guard touched.count > most else { return rows }
    let rest = touched.count - most
    return rows + [
      AwardCause(
        kind: "more",
        text: Wording(
          "and rows of \(rest) more \(rest == 1 ? "learner" : "learners"); --all lists them",
          "另有\(rest)名学员的数据有变；加 --all 全部列出"),
        fields: [("count", .number(Int64(rest)))])
    ]
  }
}

extension AwardCauses {
  /// A row of an office's list about a candidate.
  private struct Nomination {
    let key: [String]
    let text: Wording
    let place: SourcePlace?
  }

  /// Rows of the lists of offices about a candidate that are new or gone.
  private func nominations(of code: String, award: Award) throws -> [AwardCause] {
    let (old, new) = (
      try nominations(of: code, award, before.inquiry), try nominations(of: code, award, after.inquiry)
    )
    func causes(_ rows: [Nomination], beside others: [Nomination], _ kind: DifferenceKind) -> [AwardCause] {
      let known = Set(others.map(\.key))
      return rows.filter { !known.contains($0.key) }.map { row in
        AwardCause(
          kind: "row", text: kind.title + Wording(": ", "：") + row.text,
          fields: [("change", .text(kind.rawValue)), ("source", .text(row.key[0]))], source: row.place)
      }
    }
    return causes(new, beside: old, .new) + causes(old, beside: new, .gone)
  }

  private func nominations(of code: String, _ award: Award, _ inquiry: Inquiry) throws -> [Nomination] {
    try inquiry.database.rows(
      """
      SELECT n.source, n.stage, coalesce(u.name, ''), n.project, n.verdict, f.path, f.sheet, n.row
      FROM nomination n LEFT JOIN unit u ON u.id = n.by_unit LEFT JOIN source_file f ON f.id = n.file
      WHERE n.award = ? AND n.candidate = ? ORDER BY n.id
      """, .text(award.id.text), .text(code)
    ) { row throws(SQLiteError) in
      let stage = NominationStage(rawValue: row.text(1)) ?? .filed
      let verdict = row.integer(4) == 1 ? Wording("") : Wording(": no", "：不通过")
      return Nomination(
        key: (0..<5).map { row.text($0) },
        text: Wording("\(stage.noun.english) by \(row.text(2))", "\(row.text(2))\(stage.noun.chinese)") + verdict,
        place: SourcePlace(row, at: 5))
    }
  }

  /// Corrections of a candidate that were entered between the two nights.
  private func corrections(of candidate: Int64, award: Award) throws -> [AwardCause] {
    try inquiry.store.chronicle().filter { entry in
      entry.award == award.id.text && entry.candidate == candidate && entry.night > from.id && entry.night <= to.id
    }.map { entry in
      AwardCause(
        kind: "correction",
        text: Wording(
          "correction \(entry.id): \(entry.effect.wording.english)", "更正第\(entry.id)条：\(entry.effect.wording.chinese)"),
        fields: [("id", .number(entry.id)), ("effect", .text(entry.effect.rawValue))])
    }
  }
}

extension AwardCauses {
  /// What changed for everybody of the award: places, lists of offices, those who came and went. `isAlone` is whether nothing of the
  /// candidate's own did.
  private func commonCauses(
    of move: AwardMoves.Move, in moves: AwardMoves, isAlone: Bool
  ) throws -> [AwardCause] {
    var texts: [Wording] = []
    if moves.before?.step != moves.after?.step {
      func text(_ decided: DecidedAward?) -> Wording { decided?.step?.arithmetic ?? Wording("not limited", "不限") }
      let (was, becomes) = (text(moves.before), text(moves.after))
      texts.append(Wording("places: \(was.english) → \(becomes.english)", "名额：\(was.chinese)→\(becomes.chinese)"))
    }
    let section = section(of: move, in: moves)
    let (was, becomes) = (places(moves.before, section), places(moves.after, section))
    if let section, was != becomes {
      func text(_ places: Int64?) -> String { places.map { "\($0)" } ?? "—" }
      texts.append(
        Wording("\(section): \(text(was)) places → \(text(becomes))", "\(section)：名额\(text(was))→\(text(becomes))"))
    }
    if isAlone, let award = (moves.after ?? moves.before)?.award { texts += try lists(of: award) }
    let others = try rivals(of: move, in: moves, section)
    if !others.isEmpty {
      texts.append(
        Wording("others moved: ", "他人变动：") + others.joined(by: Wording(", ", "、"))
          + Wording("; their rows stand with them", "（依据见各人名下）"))
    }
    if isAlone { texts.insert(Wording("no row of its own changed", "本身数据未变"), at: 0) }
    return texts.map { AwardCause(kind: "award", text: $0) }
  }

  /// The title of the part of a divided award in which somebody competes.
  private func section(of move: AwardMoves.Move, in moves: AwardMoves) -> String? {
    if let after = moves.after, let index = move.after { return after.section(of: index) }
    if let before = moves.before, let index = move.before { return before.section(of: index) }
    return nil
  }

  private func places(_ decided: DecidedAward?, _ title: String?) -> Int64? {
    guard let decided, let title, let place = decided.sectionTitles.firstIndex(of: title) else { return nil }
    return decided.ruling.split?.allotments[place].places
  }

  /// Lists of offices that have another number of rows.
  private func lists(of award: Award) throws -> [Wording] {
    try NominationStage.allCases.compactMap { stage in
      func rows(_ night: NightStanding) throws -> Int64 {
        try night.inquiry.database.integer(
          "SELECT count(*) FROM nomination WHERE award = ? AND stage = ?", .text(award.id.text), .text(stage.rawValue))
          ?? 0
      }
      let (was, becomes) = (try rows(before), try rows(after))
      return was == becomes
        ? nil
        : Wording(
          "rows “\(stage.noun.english)” \(was) → \(becomes)", "\(stage.noun.chinese)名单\(was)行→\(becomes)行")
    }
  }

  /// Up to three of those who gained or lost a place in the same part.
  private func rivals(of move: AwardMoves.Move, in moves: AwardMoves, _ section: String?) throws -> [Wording] {
    let all = (moves.entering + moves.leaving + moves.changing).filter { other in
      let kind = moves.kind(of: other)
      return (kind == .wins || kind == .loses) && self.section(of: other, in: moves) == section
        && (other.before != move.before || other.after != move.after)
    }
    let named = try all.prefix(3).compactMap { other -> Wording? in
      let (decided, night) = other.after == nil ? (moves.before, before) : (moves.after, after)
      guard let decided, let index = other.after ?? other.before else { return nil }
      let name = try SubjectNames(store: night.inquiry.store).candidate(index, of: decided).name
      let title = moves.kind(of: other).title
      return Wording("\(name) \(title.english)", "\(name)\(title.chinese)")
    }
    return all.count > 3
      ? named + [
        Wording("and \(all.count - 3) more", "等\(all.count)\((moves.after ?? moves.before)?.award.counted ?? "人")")
      ] : named
  }
}

extension Award {
  /// The figures of units by which candidates are ranked.
  fileprivate var figures: [String] {
    rank.flatMap { key -> [String] in
      switch key.value {
      case .composite(let composite): composite.parts.map(\.figure)
      case .attribute("briefs"): ["briefs"]
      default: []
      }
    }
  }
}
