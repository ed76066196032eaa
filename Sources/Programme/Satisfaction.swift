/// How survey answers become satisfaction figures.
package struct Satisfaction: Sendable {
  package var source: Identifier<Source>
  package var place: Place
  /// Texts of the answers from best to worst.
  package var scale: [String]
  /// What exports of codes write for the answers, from best to worst; empty when the file does not say.
  ///
  /// Platforms number a scale from its first option, a best or a worst one, so a questionnaire's codes are never guessed; in
  /// exports with one row per answer, which bear marks, the best is the highest number.
  package var codes: [Int]
  /// How many of the best answers count as satisfied.
  package var top: Int
  /// A unit with fewer valid answers is not shown.
  package var minimumN: Int
  /// The level that figures are also split by.
  package var by: Identifier<UnitLevel>?
  package var objects: [Labelled]
  package var dimensions: [Labelled]
  package var items: [SurveyItem]
  /// What each answer counts of a hundred, from the best to the worst, such as 100, 80, 60, 30, 0; empty for no such mark.
  package var weights: [Int]
  package var alpha: AlphaRules?
  package var checks: AnswerChecks?
  /// The times that the questions were asked, the earliest first; empty where they were asked once.
  package var waves: [SurveyWave]
  package var cite: String?

  /// How good an answer is by the code that an export gives it: 1 for the worst of the scale; nil for no answer.
  package func mark(ofCode code: Int64) -> Int64? {
    guard !codes.isEmpty else { return (1...Int64(scale.count)).contains(code) ? code : nil }
    return codes.firstIndex { $0 == code }.map { Int64(scale.count - $0) }
  }
}

/// A name of the pipeline file and what the papers call it.
package struct Labelled: Sendable {
  package var id: String
  package var title: String
}

/// One question of the survey and what it asks about.
package struct SurveyItem: Sendable {
  /// The question's number as its header starts with: `3`.
  package var question: String
  package var object: String
  package var dimension: String
  /// Whether agreeing is a bad answer (反向题): its marks are turned round before anything is counted.
  package var isReverse: Bool
}
