import Awards
package import Programme
import Scoring
import Store

extension Programme {
  /// Who files, recommends or approves on a level: 市级项目办, 国家级项目办; a school has no office of its own. Nil where there is no such
  /// level.
  package func office(of level: Identifier<UnitLevel>) -> Wording? {
    levels.first { $0.id == level }.map { found in
      if found.title.hasPrefix("学校") { return Wording("the \(level)", "学校") }
      return Wording("the \(level) office", (found.label == "国" ? "国家" : found.label) + "级项目办")
    }
  }
}

extension CandidateField {
  /// The words of an award's sentences.
  func words(of award: Award) -> ReasonWords {
    let isUnit = if case .units = award.pool { true } else { false }
    let conditions = programme.conditions(of: award).map(\.wording)
    func office(_ id: Identifier<UnitLevel>?, _ fallback: Wording) -> Wording {
      id.flatMap(programme.office) ?? fallback
    }
    let entry = award.entry.map { entry in
      let percent = "\(ExactDecimal(entry.share, exponent: -4))%"
      let title = programme.title(of: entry.key.value, in: award)
      return Wording("in the top \(percent) by \(title.english)", "\(title.chinese)居前\(percent)")
    }
    var words = ReasonWords(
      keys: award.rank.map { keyWords($0.value, award) }, conditions: conditions, counted: isUnit ? "个" : "人",
      entry: entry ?? Wording("", ""), filingOffice: office(award.filedBy, Wording("the filing office", "申报单位")),
      recommendingOffice: office(award.recommendedBy, Wording("the recommending office", "推荐单位")),
      approvingOffice: office(award.approvedBy, Wording("the approving office", "审定单位")))
    words.holdersArePersons = award.oncePer == .person
    return words
  }

  private func keyWords(_ value: RankValue, _ award: Award) -> KeyWords {
    let (title, unit) = (programme.title(of: value, in: award), programme.unit(of: value))
    var words = KeyWords(title: title) { [programme] size in
      let text = programme.printedDifference(size, value)
      return Wording(
        unit.english.isEmpty ? text.english : "\(text.english) \(unit.english)", text.chinese + unit.chinese)
    }
    if case .lot = value { words.isDrawn = true }
    return words
  }
}
