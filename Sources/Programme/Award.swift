/// One award category: who may win, how many, in which order, and who decides.
package struct Award: Sendable {
  package var id: Identifier<Award>
  package var place: Place
  package var title: String
  package var cite: String?
  package var pool: Pool
  package var eligible: [LearnerCondition]
  /// The level whose offices file candidates for their own area; nobody else can be a candidate (自愿申报).
  package var filedBy: Identifier<UnitLevel>?
  /// The level whose offices recommend among the candidates.
  package var recommendedBy: Identifier<UnitLevel>?
  package var approvedBy: Identifier<UnitLevel>?
  package var entry: EntryPercentile?
  /// nil where the programme sets no number.
  package var quota: Quota?
  package var rank: [RankKey]
  package var ties: TiePolicy
  /// A unit wins once, whatever the number of its projects (不重复评优).
  package var oncePerUnit: Bool
}

/// Who the candidates of an award are.
package enum Pool: Sendable {
  case learners
  case staff(role: String, level: Identifier<UnitLevel>?, chief: Bool?)
  /// Units of a level, once per project when `byProject`.
  case units(level: Identifier<UnitLevel>, byProject: Bool)
}

/// A condition of entry by rank: the best `percent` of the pool by one key.
package struct EntryPercentile: Sendable {
  /// In millionths of the whole: 50 % is 500,000.
  package var share: Int64
  package var key: RankKey
  package var rounding: Rounding
  /// Whether those tied at the cut come in.
  package var tiesIn: Bool

  /// An entry by rank.
  package init(share: Int64, key: RankKey, rounding: Rounding, tiesIn: Bool) {
    self.share = share
    self.key = key
    self.rounding = rounding
    self.tiesIn = tiesIn
  }
}

/// How many places an award has: a share of a stated number of people, units or projects.
package struct Quota: Sendable {
  /// In millionths of the base: 4 % is 40,000.
  package var share: Int64
  package var base: QuotaBase
  package var rounding: Rounding
  package var minimum: Int64

  /// A quota whose parts are all stated.
  package init(share: Int64, base: QuotaBase, rounding: Rounding, minimum: Int64) {
    self.share = share
    self.base = base
    self.rounding = rounding
    self.minimum = minimum
  }
}

package enum QuotaBase: Sendable {
  case enrolled
  case qualified
  case staff(role: String, level: Identifier<UnitLevel>?)
  case projects
  /// Units of a level with at least one enrolled learner.
  case participating(Identifier<UnitLevel>)
  case stated(Int64)
}

package enum Rounding: String, Sendable, CaseIterable {
  case floor
  case halfUp = "half_up"
  case ceiling
}

/// What happens to equals at the line.
package enum TiePolicy: String, Sendable, CaseIterable {
  /// All of them come in, over the quota.
  case extend
  /// None of them comes in; the places stay empty.
  case exclude
  /// All of them go to the reserve list.
  case reserve
  /// A person decides; the papers wait.
  case person
  /// The identifier decides. Allowed only where a programme says so; the papers print the sentence.
  case byIdentifier = "by_id"
}

/// One key of a ranking, the strongest first.
package struct RankKey: Sendable {
  package var value: RankValue
  package var descending: Bool

  /// A key with its direction.
  package init(value: RankValue, descending: Bool) {
    self.value = value
    self.descending = descending
  }
}

package enum RankValue: Sendable {
  case total
  case tally(Identifier<Tally>)
  case component(Identifier<Component>)
  /// A number of a staff row: `score`, `online`, or the unit's count of briefs.
  case attribute(String)
  case composite(Composite)
}

/// An indicator made of several printed figures of the candidate's unit.
package struct Composite: Sendable {
  package var method: CompositeMethod
  package var parts: [CompositePart]

  /// An indicator of these parts.
  package init(method: CompositeMethod, parts: [CompositePart]) {
    self.method = method
    self.parts = parts
  }
}

package struct CompositePart: Sendable {
  /// A metric, or `briefs`.
  package var figure: String
  package var weight: Int64
  /// The value that counts in full under `weighted`; larger ones count no more.
  package var cap: Int64?

  /// A figure with its weight and, where it has one, its cap.
  package init(figure: String, weight: Int64, cap: Int64? = nil) {
    self.figure = figure
    self.weight = weight
    self.cap = cap
  }
}

package enum CompositeMethod: String, Sendable, CaseIterable {
  /// Each figure scaled to 0…1 over the candidates.
  case minMax = "min_max"
  /// Weight × figure, figures as printed (rates as shares), capped ones over their cap.
  case weighted
}
