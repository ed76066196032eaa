import Awards
import Foundation
import Programme
import SQLite
import Stages
import Store

/// What one night comes to by the rules as they are: the database as it stood then, and everything reckoned from it.
struct NightStanding {
  let inquiry: Inquiry
  let reckoning: Reckoning
}

extension Inquiry {
  /// Who entered and who left each award; both states must have been rebuilt. `isKept` is whether lists of offices are known of both.
  func awardDifferences(
    from: History.Night, to: History.Night, newest: History.Night?, isKept: Bool
  ) throws -> AwardDifferences {
    guard !programme.awards.isEmpty else { return .found([]) }
    if let obstacle = try obstacle() { return .unknown(obstacle) }
    guard isKept else {
      return .unknown(
        Wording(
          "lists of offices are kept since a later night, so that \(from.asOf) cannot be decided again",
          "\(from.asOf) 的单位、推荐等名单当时尚未保存，无法重新评定"))
    }
    let before = try standing(at: from, isNewest: false)
    let after = try standing(at: to, isNewest: to == newest)
    let names = ComparedNames(
      before: SubjectNames(store: before.inquiry.store), after: SubjectNames(store: after.inquiry.store))
    let causes = try AwardCauses(self, before, after, from: from, to: to)
    return .found(
      try programme.awards.map { award in
        let moves = AwardMoves(before.reckoning.award(award.id), after.reckoning.award(award.id))
        return try AwardDifference(award, moves, names, causes, limit: shown(20))
      })
  }

  /// Reckons a night: the newest from what the load left, an earlier one from its facts.
  private func standing(at night: History.Night, isNewest: Bool) throws -> NightStanding {
    guard !isNewest else { return NightStanding(inquiry: self, reckoning: try Reckoning(store, scorer, folder)) }
    let earlier = try EarlierNight(
      night, programme: store.programme, folder: URL(filePath: store.path).deletingLastPathComponent().path)
    let learners = try Learners(earlier.store, tallies: try earlier.tallies())
    return NightStanding(
      inquiry: Inquiry(earlier.store, scorer, folder, listsAll: listsAll),
      reckoning: try Reckoning(earlier.store, scorer, folder, learners: learners))
  }
}

extension AwardDifference {
  init(_ award: Award, _ moves: AwardMoves, _ names: ComparedNames, _ causes: AwardCauses, limit: Int) throws {
    self.award = award.id
    title = award.title
    var kinds: [(kind: AwardMoveKind, move: AwardMoves.Move)] = []
    for move in moves.entering + moves.leaving + moves.changing { kinds.append((moves.kind(of: move), move)) }
    var counts = Dictionary(kinds.map { ($0.kind, 1) }, uniquingKeysWith: +)
    if !moves.reranked.isEmpty { counts[.ranks] = moves.reranked.count }
    self.counts = counts
    movers = try AwardMoveKind.told.flatMap { kind in
      try kinds.filter { $0.kind == kind }.prefix(limit).map { try AwardMover(kind, $0.move, moves, names, causes) }
    }
    let (candidates, winners, count) = (moves.candidates, moves.winners, award.counted)
    summary =
      Wording("\(title) (\(award.id.text)): ", "\(title)（\(award.id.text)）：") + moves.places
      + Wording(
        ", \(candidates.before) candidates → \(candidates.after), \(winners.before) in → \(winners.after)",
        "，候选\(candidates.before)\(count)→\(candidates.after)\(count)，入选\(winners.before)\(count)→\(winners.after)\(count)"
      )
    fields =
      [
        ("award", .text(award.id.text)), ("title", .text(title)),
        ("places_before", .optional(moves.before?.step?.places)),
        ("places_after", .optional(moves.after?.step?.places)),
        ("candidates_before", .number(Int64(candidates.before))),
        ("candidates_after", .number(Int64(candidates.after))),
        ("winners_before", .number(Int64(winners.before))), ("winners_after", .number(Int64(winners.after))),
      ] + AwardMoveKind.allCases.map { ($0.rawValue, .number(Int64(counts[$0] ?? 0))) }
  }
}

extension AwardMover {
  init(
    _ kind: AwardMoveKind, _ move: AwardMoves.Move, _ moves: AwardMoves, _ names: ComparedNames, _ causes: AwardCauses
  ) throws {
    let named =
      if let after = moves.after, let index = move.after {
        try names.after.candidate(index, of: after)
      } else if let before = moves.before, let index = move.before {
        try names.before.candidate(index, of: before)
      } else {
        SubjectNames.Named()
      }
    let (was, becomes) = moves.decisions(move)
    (self.kind, code, name, title) = (kind, named.code, named.name, named.title)
    before = moves.conclusion(was, moves.before, move.before)
    after = moves.conclusion(becomes, moves.after, move.after)
    fields =
      named.fields + [
        ("rank_before", .optional(was?.shownRank)), ("rank_after", .optional(becomes?.shownRank)),
        ("outcome_before", .optional(was?.outcome.rawValue)), ("outcome_after", .optional(becomes?.outcome.rawValue)),
        ("stage_before", .optional(was?.stage.rawValue)), ("stage_after", .optional(becomes?.stage.rawValue)),
      ]
    self.causes = try causes.causes(of: move, in: moves)
  }
}

extension AwardMoves {
  func kind(of move: Move) -> AwardMoveKind {
    let (was, becomes) = decisions(move)
    switch (was?.outcome == .in, becomes?.outcome == .in) {
    case (false, true): return .wins
    case (true, false): return .loses
    default: break
    }
    switch (was?.stage ?? .pool >= .candidate, becomes?.stage ?? .pool >= .candidate) {
    case (false, true): return .enters
    case (true, false): return .leaves
    default: return .changes
    }
  }
}
