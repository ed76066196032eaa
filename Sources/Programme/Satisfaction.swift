/// How survey answers become satisfaction figures.
package struct Satisfaction: Sendable {
  package var source: Identifier<Source>
  package var place: Place
  /// Texts of the answers from best to worst; in numeric exports the best is the highest number.
  package var scale: [String]
  /// How many of the best answers count as satisfied.
  package var top: Int
  /// A unit with fewer valid answers is not shown.
  package var minimumN: Int
  /// The level that figures are also split by.
  package var by: Identifier<UnitLevel>?
  package var objects: [Labelled]
  package var dimensions: [Labelled]
  package var items: [SurveyItem]
  package var cite: String?
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
}
