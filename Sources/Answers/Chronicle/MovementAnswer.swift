import Awards
package import Programme
package import Stages

/// Who moved, award by award: the difference that a correction makes, or what changed since results were frozen.
package func movementAnswer(_ movements: [Movement], title: Wording, of programme: Programme) -> Answer {
  let awards = programme.awards.compactMap { award -> Answer? in
    let own = movements.filter { $0.award == award.id.text }
    guard !own.isEmpty else { return nil }
    return Answer(
      "award", Wording("\(award.title): \(own.count)", "\(award.title)：\(own.count)\(award.counted)"),
      ["award": .text(award.id.text), "count": .number(Int64(own.count))], parts: own.map(movementLine))
  }
  let none = movements.isEmpty ? Wording(": nobody moves", "：无人变动") : Wording("")
  return Answer("movements", title + none, ["count": .number(Int64(movements.count))], parts: awards)
}

private func movementLine(_ movement: Movement) -> Answer {
  func word(_ outcome: String, _ stage: String) -> Wording {
    Outcome(rawValue: outcome)?.wording(at: Stage(rawValue: stage) ?? .candidate) ?? Wording("not a candidate", "未参评")
  }
  let (before, after) = (
    word(movement.before, movement.stageBefore), word(movement.after, movement.stageAfter)
  )
  let name = movement.name.isEmpty ? movement.code : "\(movement.name)（\(movement.code)）"
  let reason =
    movement.reason.chinese.isEmpty
    ? Wording("") : Wording("; \(movement.reason.english)", "；\(movement.reason.chinese)")
  return Answer(
    "movement",
    Wording(
      "\(name): \(before.english) → \(after.english)", "\(name)：\(before.chinese)→\(after.chinese)") + reason,
    [
      "code": .text(movement.code), "name": .text(movement.name), "before": .text(movement.before),
      "after": .text(movement.after), "reason": .text(movement.reason.chinese),
    ])
}
