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
  /// How the ranks of the papers are counted.
  package var rankStyle: RankStyle
  /// What the lots of `ties: 'lot'` are drawn with.
  package var seed: String?
  /// Whether a holder wins once, and what a holder is.
  package var oncePer: OncePer?
  /// The list that follows the winners, for places that are given back.
  package var reserve: Reserve?
  /// The winners are called up in groups of these sizes, in the order of the list (seed 1: 分批).
  package var batches: [Int64]
}

extension Award {
  /// The level whose offices speak at a stage; nil where the award asks none.
  package func level(at stage: NominationStage) -> Identifier<UnitLevel>? {
    switch stage {
    case .filed: filedBy
    case .recommended: recommendedBy
    case .approved: approvedBy
    case .former, .withdrawn: nil
    }
  }

  /// The stage whose office settles ties: the last one that is asked.
  package var settlingStage: NominationStage? {
    approvedBy != nil ? .approved : recommendedBy != nil ? .recommended : nil
  }
}

/// Who wins an award once, whatever the number of entries (不重复评优).
package enum OncePer: String, Sendable, CaseIterable {
  /// The unit, with its best project.
  case unit
  /// The person, with the best enrolment.
  case person
}

/// How ranks are counted where candidates are equal; it changes what is printed and never who wins.
package enum RankStyle: String, Sendable, CaseIterable {
  /// 1, 2, 2, 4.
  case competition
  /// 1, 2, 2, 3.
  case dense
  /// 1, 2, 3, 4: equals are counted in the order in which they are listed.
  case ordinal
}

/// How long a reserve list is; in a split award, in each of its parts.
package enum Reserve: Sendable, Equatable {
  case number(Int64)
  /// A share of the places in millionths, with its rounding.
  case share(Int64, Rounding)
}

/// Awards of which one person or unit holds at most one; whoever would win several gets the one that is named first.
package struct ExclusiveAwards: Sendable {
  package var place: Place
  package var awards: [Identifier<Award>]
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

/// How many places an award has: a share of a stated number of people, units or projects, or a number as it stands.
package struct Quota: Sendable {
  /// In millionths of the base: 4 % is 40,000.
  package var share: Int64
  package var base: QuotaBase
  package var rounding: Rounding
  package var minimum: Int64
  /// How the places are divided; nil for one list of all candidates.
  package var split: SplitRule?

  /// A quota whose parts are all stated.
  package init(share: Int64, base: QuotaBase, rounding: Rounding, minimum: Int64, split: SplitRule? = nil) {
    self.share = share
    self.base = base
    self.rounding = rounding
    self.minimum = minimum
    self.split = split
  }

  /// A number of places that nothing is worked out for.
  package init(number: Int64, split: SplitRule? = nil) {
    self.init(share: 1_000_000, base: .places(number), rounding: .floor, minimum: 0, split: split)
  }
}

/// How the places of an award are divided between parts, each of which has its own ranking and line.
package struct SplitRule: Sendable {
  package var place: Place
  package var by: SplitKey
  package var base: SplitBase
  package var method: SplitMethod
  /// The places of every part that has candidates, as far as there are places for all of them.
  package var minimum: Int64
  package var equals: SplitEquals
  /// Names or codes of parts with equal claims to too few places that a person has given them to.
  package var decided: [String]

  /// A split whose parts are all stated.
  package init(
    by: SplitKey, base: SplitBase, method: SplitMethod, minimum: Int64 = 0, equals: SplitEquals = .person,
    decided: [String] = [], place: Place = .beginning
  ) {
    self.place = place
    self.by = by
    self.base = base
    self.method = method
    self.minimum = minimum
    self.equals = equals
    self.decided = decided
  }
}

/// What the parts of a split are.
package enum SplitKey: Sendable, Hashable {
  /// Units of a level.
  case level(Identifier<UnitLevel>)
  case project
  case subject
  case cohort

  /// The word of the pipeline file.
  package var text: String {
    switch self {
    case .level(let id): id.text
    case .project: "project"
    case .subject: "subject"
    case .cohort: "cohort"
    }
  }
}

/// What the size of a part is counted in.
package enum SplitBase: String, Sendable, CaseIterable {
  /// Learners of the part who have not withdrawn.
  case enrolled
  /// Those of them who have passed.
  case qualified
  /// Everybody in the pool of the award.
  case pool
  /// Those of the pool who are ranked.
  case eligible
}

/// How places are divided in proportion to sizes.
package enum SplitMethod: String, Sendable, CaseIterable {
  /// Hamilton, Hare and Niemeyer: 最大余数法.
  case largestRemainder = "largest_remainder"
  /// Sainte-Laguë: divisors 1, 3, 5 ….
  case webster
  /// Jefferson: divisors 1, 2, 3 ….
  case dhondt
}

/// Who gets the last places of a split when parts have exactly equal claims to them.
package enum SplitEquals: Sendable, Equatable {
  /// A person, who writes the parts under `decided`; until then the places stay empty.
  case person
  /// The larger parts; a person where these are equal too.
  case larger
  /// A draw with this seed.
  case lot(seed: String)
}

package enum QuotaBase: Sendable {
  case enrolled
  case qualified
  case staff(role: String, level: Identifier<UnitLevel>?)
  case projects
  /// Units of a level with at least one enrolled learner.
  case participating(Identifier<UnitLevel>)
  /// Candidates whom an office that may do so has filed.
  case applicants
  case stated(Int64)
  /// The number of places itself.
  case places(Int64)
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
  /// A draw with a published seed decides.
  case lot
  /// The identifier decides. Allowed only where a programme says so; the papers print the sentence.
  case byIdentifier = "by_id"
}

/// One key of a ranking, the strongest first.
package struct RankKey: Sendable {
  package var value: RankValue
  package var descending: Bool
  /// Whether candidates without a figure stand before all others instead of behind them.
  package var missingFirst: Bool

  /// A key with its direction.
  package init(value: RankValue, descending: Bool, missingFirst: Bool = false) {
    self.value = value
    self.descending = descending
    self.missingFirst = missingFirst
  }
}

package enum RankValue: Sendable {
  case total
  /// A draw among all candidates with a published seed, the smallest number first.
  case lot(seed: String)
  case tally(Identifier<Tally>)
  case component(Identifier<Component>)
  /// A number of a staff row: `score`, `online`, or the unit's count of briefs.
  case attribute(String)
  case composite(Composite)
}

extension Programme {
  /// How many decimals the values of a rank key are printed with; nil for one that is no number, such as a time.
  package func decimals(of key: RankValue) -> Int? {
    switch key {
    case .total, .component, .attribute("score"), .attribute("online"): return 2
    case .composite: return 4
    case .attribute: return 0
    case .lot: return nil
    case .tally(let id):
      switch tallies.first(where: { $0.id == id })?.unit {
      case .marks, .seconds: return 2
      case .items, nil: return 0
      case .moment: return nil
      }
    }
  }
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
  /// The weighted mean of the candidate's ranks by each figure; the smallest is the best.
  case meanOfRanks = "mean_of_ranks"
}
