/// A form that gives every question one and the same answer.
package struct StraightLine: Hashable, Sendable {
  /// The answer as the form gives it, from 1.
  package let mark: Int
  /// The questions that it answers.
  package let questions: Int
  /// Whether the answer says good of one question and bad of another, because one of them is a reverse one.
  package let isContradictory: Bool

  /// nil for a form with different answers, and for one that answers fewer questions than `least`.
  ///
  /// `marks` are as the form gives them, 0 for no answer; on a scale of `steps` the middle answer contradicts nothing.
  package init?(_ marks: [Int], isReverse: [Bool], steps: Int, least: Int) {
    let answered = marks.indices.filter { marks[$0] > 0 }
    guard answered.count >= max(2, least), let first = answered.first,
      answered.allSatisfy({ marks[$0] == marks[first] })
    else { return nil }
    mark = marks[first]
    questions = answered.count
    let reversed = answered.count { isReverse[$0] }
    isContradictory = reversed > 0 && reversed < answered.count && 2 * mark != steps + 1
  }
}
