import Awards
import Programme

/// What the definitions say of a divided contest without offices, found by trying and comparing, one candidate at a time.
///
/// Written from the rules and not from the program: nothing is ranked or sorted, and every round begins anew.
struct DividedOracle {
  let contest: Contest
  let division: Division
  /// Candidates who are out for the sake of a better entry of the same holder.
  private var doubled: Set<Int> = []
  private(set) var places: [Int64]
  private(set) var unplaced: Int64
  private(set) var waiting: Set<Int>

  init?(_ contest: Contest) {
    guard let division = contest.division, let total = contest.places else { return nil }
    (self.contest, self.division) = (contest, division)
    (places, unplaced, waiting) = ([], 0, [])
    if contest.oncePerUnit {
      doubled = Set(
        contest.candidates.indices.filter { one in isSound(one) && field(one).contains { isListedInstead($0, of: one) }
        })
    }
    (places, unplaced, waiting) = divided(total, among: room, taken: nil)
    while keepBest() || passOn() {}
  }

  func outcome(of index: Int) -> Outcome {
    if contest.candidates[index].hasWithdrawn { return .withdrawn }
    if !contest.candidates[index].failed.isEmpty { return .ineligible }
    if contest.candidates[index].bar != .none { return .excluded }
    if doubled.contains(index) { return .excluded }
    let (better, equals) = standing(of: index)
    let own = Int(places[Int(contest.candidates[index].section)])
    if better + equals.count <= own { return .in }
    let tied = better < own
    if tied {
      switch contest.ties {
      case .extend: return .in
      case .reserve: return .reserve
      case .person: return .tied
      case .byIdentifier where better + equals.count(where: { comesBefore($0, index) }) < own: return .in
      case .lot where better + equals.count(where: { lot($0) < lot(index) }) < own: return .in
      case .exclude: return .below
      case .byIdentifier, .lot: break
      }
    }
    return follows(index) ? .reserve : .below
  }

  private func isSound(_ index: Int) -> Bool {
    let candidate = contest.candidates[index]
    return !candidate.hasWithdrawn && candidate.failed.isEmpty && candidate.bar == .none
  }

  /// The other sound entries of the same holder in the same section.
  private func field(_ index: Int) -> [Int] {
    let me = contest.candidates[index]
    return contest.candidates.indices.filter {
      let other = contest.candidates[$0]
      return $0 != index && isSound($0) && other.unit == me.unit && other.section == me.section
    }
  }

  private func competes(_ index: Int) -> Bool { isSound(index) && !doubled.contains(index) }

  /// How many compete in each section.
  private var room: [Int64] {
    division.sections.indices.map { section in
      Int64(contest.candidates.indices.count { competes($0) && contest.candidates[$0].section == section })
    }
  }

  private func rivals(of index: Int) -> [Int] {
    contest.candidates.indices.filter {
      competes($0) && contest.candidates[$0].section == contest.candidates[index].section
    }
  }

  /// How many are better within the section, and who is equal, the candidate included.
  private func standing(of index: Int) -> (better: Int, equals: [Int]) {
    let rivals = rivals(of: index)
    return (
      rivals.count { value($0).lexicographicallyPrecedes(value(index)) }, rivals.filter { value($0) == value(index) }
    )
  }

  /// Smaller is better, in every key.
  private func value(_ index: Int) -> [Int64] {
    zip(contest.candidates[index].keys, contest.order.descending).map { figure, descending in
      figure.map { descending ? -$0 : $0 } ?? 1_000
    }
  }

  private func lot(_ index: Int) -> Lot { contest.candidates[index].lot }

  private func comesBefore(_ one: Int, _ other: Int) -> Bool {
    contest.candidates[one].listing < contest.candidates[other].listing
  }

  private func isListedInstead(_ one: Int, of other: Int) -> Bool {
    func place(_ index: Int) -> [Int64] {
      let candidate = contest.candidates[index]
      return value(index) + [-(candidate.enrolled ?? -1), candidate.project ?? 1_000, candidate.listing]
    }
    return place(one).lexicographicallyPrecedes(place(other))
  }

  /// Whether a loser stands on the reserve list: fewer than its length come before, equals counting together but under lots.
  private func follows(_ index: Int) -> Bool {
    guard contest.ties != .exclude || !isAcross(index), !rivals(of: index).contains(where: isOpen) else { return false }
    let ahead = rivals(of: index).filter { other in
      guard isLoser(other) else { return false }
      if value(other) != value(index) { return value(other).lexicographicallyPrecedes(value(index)) }
      return contest.ties == .lot && lot(other) < lot(index)
    }
    let section = Int(contest.candidates[index].section)
    return Int64(ahead.count) < contest.reserve?.length(places: places[section]) ?? 0
  }

  /// Whether a candidate is one of the equals whom the line runs through.
  private func isAcross(_ index: Int) -> Bool {
    let (better, equals) = standing(of: index)
    let own = Int(places[Int(contest.candidates[index].section)])
    return better < own && better + equals.count > own
  }

  private func isOpen(_ index: Int) -> Bool { contest.ties == .person && isAcross(index) }

  /// Whether a candidate has no place and may follow those who have one.
  private func isLoser(_ index: Int) -> Bool {
    let (better, equals) = standing(of: index)
    let own = Int(places[Int(contest.candidates[index].section)])
    if better + equals.count <= own { return false }
    guard better < own else { return true }
    switch contest.ties {
    case .extend, .exclude, .person: return false
    case .reserve: return true
    case .byIdentifier: return better + equals.count(where: { comesBefore($0, index) }) >= own
    case .lot: return better + equals.count(where: { lot($0) < lot(index) }) >= own
    }
  }

  /// Takes out whatever is worse than a winning entry of the same holder; answers whether there was anything.
  private mutating func keepBest() -> Bool {
    guard contest.oncePerUnit else { return false }
    let winners = contest.candidates.indices.filter { outcome(of: $0) == .in }
    let dropped = contest.candidates.indices.filter { one in
      competes(one)
        && winners.contains {
          contest.candidates[$0].unit == contest.candidates[one].unit && isListedInstead($0, of: one)
        }
    }
    doubled.formUnion(dropped)
    return !dropped.isEmpty
  }

  /// Divides the places that sections have no candidates for among those that have; answers whether there were any.
  private mutating func passOn() -> Bool {
    let room = room
    let freed = zip(places, room).reduce(0) { $0 + max(0, $1.0 - $1.1) }
    guard freed > 0 else { return false }
    places = zip(places, room).map { min($0, $1) }
    let (more, rest, open) = divided(freed, among: zip(room, places).map { $0 - $1 }, taken: places)
    places = zip(places, more).map { $0 + $1 }
    unplaced += rest
    waiting.formUnion(open)
    return true
  }

  /// Divides a number of places by the contest's method, no section getting more than it has room for; equal claims wait.
  private func divided(
    _ total: Int64, among caps: [Int64], taken: [Int64]?
  ) -> (places: [Int64], unplaced: Int64, waiting: Set<Int>) {
    let sizes = zip(division.sections, room).map { $0.size ?? $1 }
    let oracle = ApportionmentOracle(places: total, sizes: sizes, caps: caps, method: division.method)
    let given = (taken == nil ? oracle.divided(minimum: division.minimum) : nil) ?? oracle.divided(minimum: 0)
    guard let given else { return (sizes.map { _ in 0 }, total, []) }
    return (given.places, total - given.places.reduce(0, +), given.waiting)
  }
}
