import Programme

/// Reports keys that candidates of the award's pool have no figure for, and keys by which somebody would win by number or name.
func checkKeys(of award: Award, _ programme: Programme, _ faults: FaultCollector) {
  let keys = award.rank.map(\.value) + (award.entry.map { [$0.key.value] } ?? [])
  for key in keys { checkKey(key, known: programme.keys(of: award.pool), award.place, faults) }
  if award.rank.count > 32 {
    faults.refuse(
      award.place, Wording("award '\(award.id)' has more than 32 rank keys", "奖项 '\(award.id)' 的排序项超过 32 个"))
  }
  guard award.entry != nil, case .units = award.pool else { return }
  faults.refuse(
    award.place,
    Wording(
      "award '\(award.id)' has an entry by rank, which units have no figure for; expected eligible, filed_by or a split",
      "奖项 '\(award.id)' 设有入围条件 entry，但单位没有可比的数值；可改用 filed_by 等"))
}

/// Score sheets rank learners by their own figures alone.
func checkScoreRank(_ programme: Programme, _ faults: FaultCollector) {
  guard let place = programme.scoring.components.first?.place else { return }
  for key in programme.scoring.rank.map(\.value) {
    switch key {
    case .composite, .lot:
      faults.refuse(
        place,
        Wording(
          "score sheets cannot rank by a composite or a lot; expected total, a tally or a component",
          "成绩表不能按综合指标或抽签排名；应为 total、汇总或考核项"))
    default: checkKey(key, known: programme.keys(of: .learners), place, faults)
    }
  }
}

/// Names of columns that say who somebody is, and not what somebody has done.
private let identifying: Set<String> = [
  "id", "code", "name", "person", "phone", "id_card", "candidate", "编号", "姓名", "身份证号", "手机号",
]

private func checkKey(_ key: RankValue, known: [String], _ place: Place, _ faults: FaultCollector) {
  guard let name = key.name, !known.contains(name) else { return }
  guard !identifying.contains(name.lowercased()) else {
    faults.refuse(
      place,
      Wording(
        "'\(name)' is an identifier or a name, and nobody wins by number or name; expected a figure, or ties: 'lot'",
        "'\(name)' 是编号或姓名，不得据以定先后；应为成绩等数值，或以 ties: 'lot' 抽签"))
    return
  }
  let hint = Spelling.hint(for: name, among: known, in: .prose)
  faults.refuse(
    place,
    Wording("candidates have no figure '\(name)'; \(hint.english)", "参评对象没有“\(name)”这一数值；\(hint.chinese)"))
}

extension RankValue {
  /// The name by which the file calls the figure; nil for a composite or a lot, which candidates of every pool can have.
  fileprivate var name: String? {
    switch self {
    case .total: "total"
    case .tally(let id): id.text
    case .component(let id): id.text
    case .attribute(let name): name
    case .composite, .lot: nil
    }
  }
}

extension Programme {
  /// The figures that candidates of a pool have.
  fileprivate func keys(of pool: Pool) -> [String] {
    switch pool {
    case .learners: ["total"] + tallies.map(\.id.text) + scoring.components.map(\.id.text)
    case .staff: ["score", "online", "briefs"]
    case .units: []
    }
  }
}
