/// How the words of the sample data's oracle are ours.
///
/// The oracle says in one word how a candidacy ended; we keep apart *where* it ended. Where the two differ by more than
/// words, the entry says why.
struct DecisionMapping {
  /// The oracle's outcome and reason, and its stage where that matters.
  let outcome: String
  let reason: String
  /// Our outcome and the stage we say was reached; nil for the oracle's stage.
  let ours: String
  let stage: String?

  static let table = [
    Self("in", "", "in", nil),
    Self("below_line", "no_place_left", "below", "ranked"),
    // An equal at the line whom the policy 'exclude' settles is below it; `tied` is kept for those a person must decide about.
    Self("tied_at_line", "tie_excluded_place_stays_empty", "below", "ranked"),
    Self("ineligible", "total_below_90", "ineligible", "pool"),
    Self("ineligible", "online_time_not_in_top_half", "below_entry", "eligible"),
    Self("ineligible", "not_filed", "not_filed", "eligible"),
    // An application by another city is refused, with its row, and so the candidate is not filed.
    Self("ineligible", "filed_by_wrong_city", "not_filed", "eligible"),
    // We rank all who meet the conditions before anyone recommends: they were candidates.
    Self("not_recommended", "no_recommendation", "not_recommended", "candidate"),
    Self("not_recommended", "recommended_by_wrong_city", "not_recommended", "candidate"),
    Self("not_approved", "refused_by_province", "rejected", "recommended"),
    // Only the better of two projects competes, so that the other has no rank to lose.
    Self("excluded", "already_in_with_better_rank", "excluded", "eligible"),
    Self("withdrawn", "withdrawn", "withdrawn", "pool"),
  ]

  private init(_ outcome: String, _ reason: String, _ ours: String, _ stage: String?) {
    self.outcome = outcome
    self.reason = reason
    self.ours = ours
    self.stage = stage
  }

  /// Our outcome and stage for a row of the oracle; the oracle's own words where the table has no entry.
  static func ours(of row: [String: String]) -> (outcome: String, stage: String) {
    let (outcome, reason, stage) = (row["outcome"] ?? "", row["reason"] ?? "", row["stage"] ?? "")
    guard let entry = table.first(where: { $0.outcome == outcome && $0.reason == reason }) else {
      return ("\(outcome) without an entry", stage)
    }
    return (entry.ours, entry.stage ?? stage)
  }
}
