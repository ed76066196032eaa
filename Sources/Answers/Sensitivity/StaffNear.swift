import Awards
import Programme
import Scoring
import SQLite
import Stages

extension Inquiry {
  /// The candidates of an award for staff that goes by a number of their own rows, with the smallest change of it by which others win.
  func staffNear(_ decided: DecidedAward, beside: Int) throws -> Answer {
    let names = SubjectNames(store: store)
    let award = decided.award
    guard let name = decided.ownFigure, let key = award.rank.first?.value else { return byFigures(decided) }
    let standings = decided.standings(isBound: false)
    // What the entry percentile goes by may be the same number; then both are tried together.
    let entersBy = award.entry.map { $0.key.value.attribute == name } ?? false
    let figures = decided.ruling.decisions.indices.compactMap { decided.candidate($0).keys[0] }
    let lines = try decided.near(beside).map { index -> Answer in
      let own = decided.candidate(index)
      guard let value = own.keys[0] else { return try candidate(index, decided, names, count: 0, parts: []) }
      var known: [Figures: WinnersChange] = [:]
      let highest = max(figures.max() ?? 0, value) + 1
      var distance: Int64 = 1
      var found: (value: Int64, change: WinnersChange)?
      while found == nil, value - distance >= 0 || value + distance <= highest {
        for other in [value - distance, value + distance] where found == nil && other >= 0 && other <= highest {
          var keys = own.keys
          for (position, key) in award.rank.enumerated() where key.value.attribute == name { keys[position] = other }
          let entry = entersBy ? other : own.entryFigure
          let standing = standings.standing(of: index, keys: keys, entryFigure: nil, isEligible: true)
          let trial = Figures(
            standing: standing, ahead: figures.count { $0 > other }, equal: figures.count { $0 == other })
          let change =
            known[trial]
            ?? WinnersChange(
              from: decided.ruling, to: decided.ruling(with: keys, entryFigure: entry, of: index))
          known[trial] = change
          if !change.isNone { found = (other, change) }
        }
        distance += 1
      }
      guard let found else { return try candidate(index, decided, names, count: 0, parts: []) }
      let (was, becomes) = (programme.printed(value, key), programme.printed(found.value, key))
      let title = programme.title(of: key, in: award)
      let unit = programme.unit(of: key)
      let line = Answer(
        "regrade",
        Wording(
          "\(title.english): \(was) → \(becomes) \(unit.english): ",
          "\(title.chinese)：\(was)→\(becomes)\(unit.chinese)：")
          + (try movement(found.change, decided, names)),
        fields: [
          ("figure", .text(name)), ("value_before", .text(was)), ("value_after", .text(becomes)),
        ] + (try fields(found.change, decided, names)), parts: [])
      return try candidate(index, decided, names, count: 1, parts: [line])
    }
    return self.award(decided, lines)
  }
}

/// What decides who wins, as far as a number of one candidate has a part in it.
private struct Figures: Hashable {
  let standing: Standing
  /// How many candidates have more, and as much.
  let ahead: Int
  let equal: Int
}

extension RankValue {
  fileprivate var attribute: String? {
    if case .attribute(let name) = self { name } else { nil }
  }
}
