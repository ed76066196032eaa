/// A question of choice of a questionnaire, whose answers are counted by option.
///
/// 问卷星 exports the same answers in two forms, with the options' texts or with their codes; both are read by one declaration.
package struct SurveyQuestion: Sendable {
  /// The question's number as its header starts with: `6`, or `3(教学内容)` for one row of a matrix.
  package var number: String
  package var place: Place
  package var title: String
  /// Whether several options may be chosen: texts joined by `┋`, codes spread over one column an option.
  package var isMultiple: Bool
  package var options: [SurveyOption]
}

/// One option of a question: what exports write for it.
package struct SurveyOption: Sendable {
  package var place: Place
  /// Its text, without the remark that a respondent may add to it.
  package var text: String
  /// Its code: its number in the questionnaire, counted from 1.
  package var code: Int
}
