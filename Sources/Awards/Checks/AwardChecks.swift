package import Programme
import Scoring

/// Reports awards that could not do what the pipeline file says: faults of one award, then of several together.
///
/// What makes the file useless is an error; what can hardly be meant is a warning.
package func checkAwards(_ programme: Programme, _ faults: FaultCollector) {
  var seen: [Identifier<Award>: Place] = [:]
  for award in programme.awards {
    if let earlier = seen[award.id] {
      faults.refuse(
        award.place,
        Wording(
          "award '\(award.id)' is already declared at \(earlier); give it another id",
          "奖项 '\(award.id)' 已在 \(earlier) 处声明；请另取名称"))
    }
    seen[award.id] = award.place
    checkKeys(of: award, programme, faults)
    checkQuota(of: award, programme, faults)
    checkConditions(of: award, programme, faults)
    checkTies(of: award, programme, faults)
    checkHolders(of: award, faults)
  }
  checkScoreRank(programme, faults)
  checkExclusive(programme, faults)
}

/// Conditions that no learner can meet.
private func checkConditions(of award: Award, _ programme: Programme, _ faults: FaultCollector) {
  let most = programme.scoring.components.reduce(0) { $0 + $1.points }
  var passed: Set<Bool> = []
  for condition in award.eligible {
    switch condition {
    case .passed(let flag): passed.insert(flag)
    case .totalAtLeast(let total) where total > most:
      let decimals = programme.scoring.decimals
      let (asked, sum) = (Points(total, decimals: decimals).short, Points(most, decimals: decimals).short)
      faults.warn(
        award.place,
        Wording(
          "nobody can win award '\(award.id)': it asks for a total of \(asked), and the components sum to \(sum)",
          "无人能够获得奖项 '\(award.id)'：要求总成绩 \(asked) 分，而各项分值合计 \(sum) 分"))
    default: break
    }
  }
  if passed.count == 2 {
    faults.warn(
      award.place,
      Wording(
        "nobody can win award '\(award.id)': it asks for learners who have passed and have not",
        "无人能够获得奖项 '\(award.id)'：同时要求合格与不合格"))
  }
}

private func checkTies(of award: Award, _ programme: Programme, _ faults: FaultCollector) {
  guard award.quota != nil else { return }
  if award.ties == .byIdentifier {
    faults.warn(
      award.place,
      Wording(
        "award '\(award.id)' lets identifiers decide between equals; the paper will say so ('lot', 'person' and 'reserve' do not)",
        "奖项 '\(award.id)' 以编号先后确定并列者，名单上将注明（可改用 'lot'、'person' 或 'reserve'）"))
  }
  guard award.ties == .person else { return }
  let stage = award.settlingStage
  if stage == nil || !programme.sources.contains(where: { $0.kind == .nomination && $0.stage == stage }) {
    faults.warn(
      award.place,
      Wording(
        "nobody can settle a tie of award '\(award.id)': expected approved_by or recommended_by, and a source of kind 'nomination' with that stage",
        "奖项 '\(award.id)' 的并列无人可以决定：应写 approved_by 或 recommended_by，并有相应 stage 的 nomination 数据源"))
  }
}

private func checkHolders(of award: Award, _ faults: FaultCollector) {
  guard let once = award.oncePer else { return }
  let isOfUnits = if case .units = award.pool { true } else { false }
  guard (once == .unit) != isOfUnits else { return }
  let meant: OncePer = isOfUnits ? .unit : .person
  faults.refuse(
    award.place,
    Wording(
      "award '\(award.id)' is once per \(once.rawValue), but its candidates are \(isOfUnits ? "units" : "persons"); expected '\(meant.rawValue)'",
      "奖项 '\(award.id)' 的 once_per 为 '\(once.rawValue)'，而参评对象是\(isOfUnits ? "单位" : "个人")；应为 '\(meant.rawValue)'"))
}
