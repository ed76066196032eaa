package import Awards
package import Programme
package import Scoring
import Store

/// One award as it was decided, with everything that its decisions rest on; nothing of it is written yet.
package struct DecidedAward: Sendable {
  package let award: Award
  /// How the number of places was worked out; nil where there is none.
  package let step: QuotaStep?
  package let ruling: Ruling
  let entrants: Entrants
  let sections: AwardSections
  let offices: OfficeFiles
  let words: ReasonWords
  /// What was decided from.
  let contest: Contest

  /// `learner`, `staff` or `unit`.
  package var kind: String { entrants.kind }

  /// The key of the enrolment, the staff row or the unit that a candidate is.
  package func subject(_ index: Int) -> Int64 { entrants.subjects[index] }

  /// The project with which a unit competes.
  package func project(_ index: Int) -> Int64? { entrants.candidates[index].project }

  /// The index of a candidate's unit.
  package func unit(_ index: Int) -> Int? { entrants.unit(index) }

  /// The parts between which the places are divided, in organisational order; empty where they are not.
  package var sectionTitles: [String] { ruling.split == nil ? [] : sections.sections.map(\.title) }

  /// The part in which a decision was made, from 1; 0 in an award that is not divided.
  func section(of decision: Decision) -> Int32 { ruling.split == nil ? 0 : decision.section + 1 }

  /// The title of the part in which a candidate competes; nil in an award that is not divided.
  package func section(of index: Int) -> String? {
    ruling.split == nil ? nil : sections.sections[Int(entrants.candidates[index].section)].title
  }

  /// Why a candidacy stands as it does.
  package func reason(_ index: Int) -> Wording {
    let candidate = entrants.candidates[index]
    return ruling.decisions[index].sentence(
      at: ruling.line(of: candidate), in: words,
      within: section(of: index),
      lot: award.ties == .lot ? candidate.lot : nil)
  }
}

extension CandidateField {
  /// Decides award by award, those that bar others first, and hands each over before the next is looked at.
  func forEachAward(_ body: (DecidedAward) throws -> Void) throws {
    var holders = AwardHolders(programme)
    for award in programme.awardsInOrder {
      var entrants = try entrants(of: award)
      let offices = try OfficeFiles(store, award, entrants, learners.units)
      holders.bar(&entrants, of: award, offices)
      try Corrections(store, award).apply(to: &entrants)
      rate(&entrants, for: award, filed: offices.filedRightly)
      try drawLots(&entrants, for: award)
      let applicants = Int64(offices.filedRightly?.count ?? entrants.candidates.count)
      let step = try award.quota.map { $0.places(base: try base(of: $0.base, applicants: applicants)) }
      let sections = try award.quota?.split.map { try AwardSections(of: &entrants, award, $0, self) } ?? .none
      var contest = Contest(
        order: KeyOrder(descending: award.rank.map(\.descending), missingFirst: award.rank.map(\.missingFirst)),
        ties: award.ties, rankStyle: award.rankStyle, places: step?.places, division: sections.division,
        reserve: award.reserve, batches: award.batches, oncePerUnit: award.oncePer != nil, entry: award.entry,
        filing: offices.filing, recommendation: offices.recommendation, approval: offices.approval,
        candidates: entrants.candidates)
      contest.unheard = offices.unheard
      let ruling = decide(contest)
      holders.take(ruling, of: award, entrants)
      var words = words(of: award)
      words.exclusive = holders.titles(preceding: award)
      try body(
        DecidedAward(
          award: award, step: step, ruling: ruling, entrants: entrants, sections: sections, offices: offices,
          words: words, contest: contest))
    }
  }
}

/// What tells a candidate apart under any rules: the enrolment of a learner, the code of others, and the project that a unit competes with.
package struct CandidateIdentity: Hashable, Sendable {
  let number: Int64
  let code: String
}

extension DecidedAward {
  package func identity(_ index: Int) -> CandidateIdentity {
    entrants.kind == "learner"
      ? CandidateIdentity(number: entrants.subjects[index], code: "")
      : CandidateIdentity(number: entrants.candidates[index].project ?? 0, code: entrants.codes[index])
  }

  /// Where a candidate stands when equals are listed.
  package func listing(_ index: Int) -> Int64 { entrants.candidates[index].listing }
}

extension DecidedAward {
  /// The candidates in the order of their figures, to say where one would stand with others.
  ///
  /// `isBound` is whether who wins hangs together with something besides this award's own candidates.
  package func standings(isBound: Bool) -> Standings { Standings(contest, isBound: isBound) }

  /// The ruling if one candidate had other figures, everything else being as it is.
  package func ruling(with keys: RankKeys, entryFigure: Int64?, of index: Int) -> Ruling {
    var other = contest
    other.candidates[index].keys = keys
    other.candidates[index].entryFigure = entryFigure
    return decide(other)
  }

  /// What a candidate was decided from.
  package func candidate(_ index: Int) -> Candidate { contest.candidates[index] }

  /// Where each candidate stands by the figures alone, the best first, those who withdrew or are barred left out.
  package var order: [Int] {
    contest.candidates.indices.filter { !contest.candidates[$0].hasWithdrawn && contest.candidates[$0].bar == .none }
      .sorted { left, right in
        let (mine, theirs) = (contest.candidates[left], contest.candidates[right])
        if contest.order.firstDifference(mine.keys, theirs.keys) != nil {
          return contest.order.isBetter(mine.keys, than: theirs.keys)
        }
        return (mine.listing, mine.key) < (theirs.listing, theirs.key)
      }
  }
}

/// Where a learner would stand in an award with other tallies.
package struct LearnerStandings: Sendable {
  private let entry: LearnerEntry
  private let standings: Standings
  /// Where each enrolment stands among the candidates; -1 for those who do not compete.
  private let places: [Int32]

  package init(_ decided: DecidedAward, _ reckoning: Reckoning, isBound: Bool) {
    entry = LearnerEntry(decided.award, reckoning.programme, reckoning.learners)
    standings = decided.standings(isBound: isBound)
    var places = [Int32](repeating: -1, count: reckoning.learners.count)
    for index in decided.ruling.decisions.indices { places[Int(decided.subject(index)) - 1] = Int32(index) }
    self.places = places
  }

  /// nil for a learner who does not compete.
  package func standing(of learner: Int, _ row: [Int64], _ marks: borrowing Marks) -> Standing? {
    guard places[learner] >= 0 else { return nil }
    return standings.standing(
      of: Int(places[learner]), keys: entry.keys(row.span, marks), entryFigure: entry.entryFigure(row.span, marks),
      isEligible: entry.failed(row.span, marks).isEmpty)
  }
}
