import Awards
import Programme

/// Who holds which award so far, by code, for awards that exclude each other.
struct AwardHolders {
  private let programme: Programme
  private var holders: [Identifier<Award>: Set<String>] = [:]

  init(_ programme: Programme) {
    self.programme = programme
  }

  /// Keeps out whoever had the award before, has given the candidacy up, or holds an award that takes precedence.
  func bar(_ entrants: inout Entrants, of award: Award, _ offices: OfficeFiles) {
    for index in entrants.candidates.indices {
      let key = entrants.candidates[index].key
      if offices.withdrawn.contains(key) { entrants.candidates[index].hasWithdrawn = true }
      if offices.former.contains(key) { entrants.candidates[index].bar = .former }
    }
    for (number, earlier) in programme.preceding(award.id).enumerated().reversed() {
      guard let holders = holders[earlier], !holders.isEmpty else { continue }
      for index in entrants.codes.indices where holders.contains(entrants.codes[index]) {
        entrants.candidates[index].bar = .otherAward(UInt16(number))
      }
    }
  }

  /// Remembers who holds a place of an award that excludes others.
  mutating func take(_ ruling: Ruling, of award: Award, _ entrants: Entrants) {
    guard programme.exclusive.contains(where: { $0.awards.contains(award.id) }) else { return }
    let winners = entrants.codes.indices.filter { ruling.decisions[$0].outcome == .in }
    holders[award.id] = Set(winners.map { entrants.codes[$0] })
  }

  /// The titles of the awards that take precedence over one, in the order in which a bar numbers them.
  func titles(preceding award: Award) -> [Wording] {
    programme.preceding(award.id).map { id in
      let title = programme.awards.first { $0.id == id }?.title ?? id.text
      return Wording(title, title)
    }
  }
}
