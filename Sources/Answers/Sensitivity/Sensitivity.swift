import Awards
import Programme
import Scoring
import SQLite
import Stages
import Store

extension Inquiry {
  /// What the places of awards hang on: for those nearest to the line, the smallest change of one fact, or the removal of one row, by
  /// which other people would win.
  ///
  /// nil of `id` is every award. `beside` is how many are looked at on either side of the line, of each part of a divided award.
  package func sensitivity(award id: String? = nil, beside: Int = 5) throws -> Reply {
    let chosen = programme.awards.filter { id == nil || $0.id.text == id || $0.title == id }
    if let id, chosen.isEmpty {
      let hint = Spelling.hint(for: id, among: programme.awards.map(\.id.text), in: .prose)
      return .unknown(Wording("--award: unknown award '\(id)'; \(hint.english)", "--award：未知奖项“\(id)”；\(hint.chinese)"))
    }
    let base = try Reckoning(store, scorer, folder)
    let standings = base.awards.filter { $0.kind == "learner" }.map { decided in
      LearnerStandings(
        decided, base, isBound: programme.exclusive.contains { $0.awards.contains(decided.award.id) })
    }
    var tries = FactRanges(self)
    let answers = try chosen.compactMap { base.award($0.id) }.map { decided in
      switch decided.award.pool {
      case .learners: try learnersNear(decided, base, standings, &tries, beside: beside)
      case .staff where decided.ownFigure != nil: try staffNear(decided, beside: beside)
      case .staff, .units: byFigures(decided)
      }
    }
    return .found(
      Answer(
        "sensitivity",
        Wording(
          "what the places hang on, as of \(try asOf() ?? "")", "入选结果取决于哪一项、哪一行，统计时点 \(try asOf() ?? "")"),
        ["as_of": .optional(try asOf())], parts: answers))
  }

  private func learnersNear(
    _ decided: DecidedAward, _ base: Reckoning, _ standings: [LearnerStandings], _ ranges: inout FactRanges, beside: Int
  ) throws -> Answer {
    let names = SubjectNames(store: store)
    var lines: [Answer] = []
    for index in decided.near(beside) {
      let learner = Int(decided.subject(index)) - 1
      let own = try held(for: cohort(of: learner, base))
      let trial = LearnerTrial(own, base, standings, learner: learner)
      var found: [(FactTrial, FactTrial.Found)] = []
      for source in own.programme.sources where source.kind.isFact {
        let facts = try own.facts(of: source, Int64(learner + 1))
        for position in facts.indices {
          let fact = FactTrial(
            source: source, facts: facts, index: position,
            highest: try ranges.highest(source, facts[position]))
          if let change = try fact.smallestChange(of: decided.award.id, trial) { found.append((fact, change)) }
          if let change = try fact.removal(decided.award.id, trial) { found.append((fact, change)) }
        }
      }
      found.sort { ($0.1.points.magnitude, $0.0.source.id.text) < ($1.1.points.magnitude, $1.0.source.id.text) }
      lines.append(try line(index, decided, found, names))
    }
    return award(decided, lines)
  }

  /// One candidate with what would change the winners: marks and then rows, each with the smallest change of the total first.
  private func line(
    _ index: Int, _ decided: DecidedAward, _ found: [(FactTrial, FactTrial.Found)], _ names: SubjectNames
  ) throws -> Answer {
    let regrades = found.filter { $0.1.value != nil }.prefix(shown(3))
    let removals = found.filter { $0.1.value == nil }.prefix(shown(2))
    var parts = try (regrades + removals).map { try told($0.0, $0.1, decided, names) }
    if found.count > parts.count { parts.append(more(found.count - parts.count)) }
    return try candidate(index, decided, names, count: found.count, parts: parts)
  }

  private func told(
    _ trial: FactTrial, _ found: FactTrial.Found, _ decided: DecidedAward, _ names: SubjectNames
  ) throws -> Answer {
    let (source, fact) = (trial.source, trial.fact)
    let what = source.title + (fact.item.isEmpty ? "" : " \(source.exportedItem(fact.item))")
    let was = fact.value.map { source.wording($0) } ?? fact.missing.wording(submitted: fact.isSubmitted)
    let becomes = found.value.map { source.wording($0) }
    let points = decimalText(found.points, decimals: scorer.decimals)
    let signed = found.points > 0 ? "+\(points)" : points
    let change =
      becomes.map { Wording(": \(was.english) → \($0.english)", "：\(was.chinese)→\($0.chinese)") }
      ?? Wording(" taken out (\(was.english))", "：删去该行（\(was.chinese)）")
    return Answer(
      found.value == nil ? "removal" : "regrade",
      Wording(what) + change + fact.place.arrow + Wording(", total \(signed): ", "，总成绩\(signed)分：")
        + (try movement(found.change, decided, names)),
      fields: [
        ("source", .text(source.id.text)), ("item", .text(fact.item)), ("value_before", .optional(fact.value)),
        ("value_after", .optional(found.value)), ("points", .text(signed)),
      ] + fact.place.fields + (try fields(found.change, decided, names)))
  }

  private func cohort(of learner: Int, _ base: Reckoning) throws -> Identifier<Cohort> {
    let code = try database.text(
      "SELECT code FROM cohort WHERE id = ?", .integer(Int64(base.learners.cohort[learner])))
    return Identifier(code ?? "")
  }
}

/// How far the values of a source can go where a row does not say it.
struct FactRanges {
  private let inquiry: Inquiry
  private var largest: [Identifier<Source>: Int64] = [:]

  init(_ inquiry: Inquiry) { self.inquiry = inquiry }

  /// The full marks of the row, else the column's own maximum, else the largest value that anybody has in the source.
  mutating func highest(_ source: Source, _ fact: Fact) throws -> Int64 {
    if let bound = fact.full ?? source.column("value")?.maximum { return max(bound, fact.value ?? 0) }
    guard source.kind != .event else { return 0 }
    if let known = largest[source.id] { return max(known, fact.value ?? 0) }
    let value =
      try inquiry.database.integer(
        "SELECT max(value) FROM \(source.kind.rawValue) WHERE source = (SELECT id FROM fact_source WHERE source = ?)",
        .text(source.id.text)) ?? 0
    largest[source.id] = value
    return max(value, fact.value ?? 0)
  }
}
