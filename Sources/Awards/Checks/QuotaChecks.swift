import Programme

/// Reports a quota that can never give a place, batches that do not hold the winners, and a split that its pool cannot have.
func checkQuota(of award: Award, _ programme: Programme, _ faults: FaultCollector) {
  guard let quota = award.quota else { return }
  let most = programme.greatest(quota.base)
  let places = most.map { quota.places(base: $0) }
  if quota.share == 0 && quota.minimum == 0 || places?.places == 0 {
    let why = places.map(\.arithmetic) ?? Wording("0%", "0%")
    faults.warn(
      award.place,
      Wording(
        "award '\(award.id)' can never give a place: \(why.english)", "奖项 '\(award.id)' 永远没有名额：\(why.chinese)"))
  }
  if case .applicants = quota.base, award.filedBy == nil {
    faults.refuse(
      award.place,
      Wording(
        "the quota of award '\(award.id)' is a share of its applicants, but nobody files; expected filed_by",
        "奖项 '\(award.id)' 的名额按申报对象计算，但没有申报单位；应写 filed_by"))
  }
  if !award.batches.isEmpty, let places = places?.places, award.batches.reduce(0, +) < places {
    faults.warn(
      award.place,
      Wording(
        "the batches of award '\(award.id)' hold \(award.batches.reduce(0, +)) of up to \(places) winners; the others are called up in none",
        "奖项 '\(award.id)' 各批共 \(award.batches.reduce(0, +)) 人，而名额可达 \(places) 个；其余入选者不在任何一批"))
  }
  if let split = quota.split { checkSplit(split, of: award, programme, faults) }
}

private func checkSplit(_ split: SplitRule, of award: Award, _ programme: Programme, _ faults: FaultCollector) {
  switch split.by {
  case .level(let id):
    guard let level = programme.levels.firstIndex(where: { $0.id == id }) else {
      let known = programme.levels.map(\.id.text) + ["project", "subject", "cohort"]
      let hint = Spelling.hint(for: id.text, among: known, in: .prose)
      faults.refuse(
        split.place,
        Wording("places cannot be split by '\(id)'; \(hint.english)", "名额不能按“\(id)”分配；\(hint.chinese)"))
      return
    }
    guard let own = award.pool.level.flatMap({ id in programme.levels.firstIndex { $0.id == id } }), own < level else {
      return
    }
    faults.refuse(
      split.place,
      Wording(
        "places cannot be split by '\(id)': the candidates are of level '\(programme.levels[own].id)', above it",
        "名额不能按“\(id)”分配：参评对象属于其上的“\(programme.levels[own].id)”一级"))
  case .project, .subject:
    guard case .units(_, byProject: false) = award.pool else { return }
    faults.refuse(
      split.place,
      Wording(
        "places cannot be split by '\(split.by.text)': the units do not compete by project; expected by_project: true",
        "名额不能按“\(split.by.text)”分配：单位不按项目参评；应写 by_project: true"))
  case .cohort:
    if case .learners = award.pool { return }
    faults.refuse(
      split.place,
      Wording("places cannot be split by 'cohort': only learners have one", "名额不能按“cohort”分配：只有学员有班次"))
  }
}

extension Pool {
  /// The level that all candidates are of, where the pool names one.
  fileprivate var level: Identifier<UnitLevel>? {
    switch self {
    case .learners: nil
    case .staff(_, let level, _): level
    case .units(let level, _): level
    }
  }
}

extension Programme {
  /// The greatest number that a quota can be a share of, as far as the file says it.
  fileprivate func greatest(_ base: QuotaBase) -> Int64? {
    switch base {
    case .stated(let number), .places(let number): number
    case .enrolled, .qualified:
      cohorts.isEmpty || cohorts.contains { $0.learners == nil }
        ? nil : cohorts.reduce(0) { $0 + Int64($1.learners ?? 0) }
    case .staff, .projects, .participating, .applicants: nil
    }
  }
}
