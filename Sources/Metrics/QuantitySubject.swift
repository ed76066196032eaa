package import Programme
import Scoring

extension Quantity {
  /// What the quantity counts, without its factor: `报名学员数（不含已退出）`, `学习时长多于0分钟的学员数`.
  ///
  /// The pipeline file was read without a fault, so that every condition can be read; `place` is the metric's.
  package func subject(in programme: Programme, at place: Place) -> Wording {
    switch source {
    case .one: return Wording("1", "1")
    case .enrolled, .learners([]): return Wording("learners, the withdrawn left out", "报名学员数（不含已退出）")
    case .learners(let conditions):
      let unheard = FaultCollector()
      let phrases = conditions.compactMap {
        Condition($0, programme.conditionScope, at: place, faults: unheard)?.wording
      }
      let met = phrases.map(\.english).joined(separator: " and ")
      return Wording("learners with \(met)", "\(phrases.map(\.chinese).joined(separator: "且"))的学员数")
    case .responses(let id):
      let title = programme.sources.first { $0.id == id }?.title ?? id.text
      return Wording("responses to “\(title)”", "“\(title)”回收份数")
    case .units(let selection, let conditions):
      let level = programme.levels.first { $0.id == selection.level }?.title ?? selection.level.text
      let whose = selection.among == .all ? Wording("all units", "全部") : Wording("units with learners", "有学员的")
      let phrases = conditions.compactMap { UnitTest($0, programme)?.wording }
      let met = phrases.map(\.english).joined(separator: " and ")
      return Wording(
        "\(whose.english) of level \(level)\(met.isEmpty ? "" : " with \(met)")",
        "\(phrases.map { "\($0.chinese)、" }.joined())\(whose.chinese)\(level)数")
    case .sum(let id):
      let tally = programme.tallies.first { $0.id == id }
      let title = tally?.title ?? id.text
      if tally?.subject == .unit {
        return Wording("\(title), the unit and all below it together", "本单位及以下各单位\(title)之和")
      }
      return Wording("\(title), all learners together", "全体学员\(title)之和")
    case .sumPoints(let ids):
      let titles = ids.map { id in
        programme.scoring.components.first { $0.id == id }.map { Wording($0.title, $0.title) }
          ?? Wording("total", "总成绩")
      }
      let (english, chinese) = (titles.map(\.english), titles.map(\.chinese))
      return Wording(
        "points of \(english.joined(separator: " and ")), all learners together",
        "全体学员\(chinese.joined(separator: "、"))得分之和")
    }
  }
}
