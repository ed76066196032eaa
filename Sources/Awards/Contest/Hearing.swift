/// An office's opinion, looked up by candidate, after the rows that cannot stand were refused.
struct Hearing {
  enum Verdict {
    case favourable
    case unfavourable
    /// The file is awaited, or what it says of the candidate contradicts itself.
    case open
  }

  let office: Office
  let isAsked: Bool
  /// The rows that count, by index of the candidate.
  private(set) var named: [Int: Naming] = [:]
  private(set) var refusals: [Refusal] = []
  private var contradicted: Set<Int> = []
  private let absent: Verdict
  /// Those of whose own office nothing has come yet.
  private let unheard: Set<Int>

  init(_ opinion: Opinion, of office: Office, indexes: [Int64: Int], unheard: Set<Int64> = []) {
    self.office = office
    self.unheard = Set(unheard.compactMap { indexes[$0] })
    isAsked = opinion != .notAsked
    guard case .given(let namings) = opinion else {
      absent = .open
      return
    }
    // Approvals come award by award and name by name: who is not named yet is still waited for. A filing or a recommendation is
    // a choice among all, so who is not named was not chosen.
    absent = office == .approving ? .open : .unfavourable
    for naming in namings.sorted(by: { $0.row < $1.row }) { hear(naming, at: indexes[naming.candidate]) }
  }

  func verdict(on index: Int) -> Verdict {
    if contradicted.contains(index) { return .open }
    guard let naming = named[index] else { return unheard.contains(index) ? .open : absent }
    return naming.isFavourable ? .favourable : .unfavourable
  }

  func refusal(of naming: Naming, by rule: RefusalRule) -> Refusal {
    Refusal(office: office, candidate: naming.candidate, row: naming.row, rule: rule)
  }

  private mutating func hear(_ naming: Naming, at index: Int?) {
    guard let index else {
      refusals.append(refusal(of: naming, by: .outsidePool))
      return
    }
    guard !contradicted.contains(index) else {
      refusals.append(refusal(of: naming, by: .contradicted))
      return
    }
    guard let earlier = named[index] else {
      named[index] = naming
      return
    }
    guard earlier.isFavourable != naming.isFavourable else {
      refusals.append(refusal(of: naming, by: .twice))
      return
    }
    named[index] = nil
    contradicted.insert(index)
    refusals += [refusal(of: earlier, by: .contradicted), refusal(of: naming, by: .contradicted)]
  }
}
