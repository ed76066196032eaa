package import Programme

/// One line of the assessment rules (考核细则), made from the rule itself.
package struct RuleBookLine: Sendable {
  package let title: String
  package let maximum: Points
  package let sentence: Wording
  package let cite: String?
}

extension Scorer {
  /// The assessment rules, a line for each component in the order of the file.
  package var ruleBook: [RuleBookLine] {
    components.map {
      RuleBookLine(
        title: $0.title, maximum: $0.maximum, sentence: $0.rule.ruleBookSentence(maximum: $0.maximum), cite: $0.cite)
    }
  }

  /// How the points become a result, the last line of the rules.
  package var passSentence: Wording {
    let line = Points(passLine, decimals: decimals)
    let step = Points(1, decimals: decimals)
    return Wording(
      "Each component is rounded half up to \(step.text); the total is their sum, and \(line.short) or more passes",
      "各项得分四舍五入到\(step.text)分，总成绩为各项得分之和，\(line.short)分及以上为合格")
  }
}
