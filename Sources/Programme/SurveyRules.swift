/// Which answers are taken together as one scale when its reliability is reckoned (Cronbach's alpha).
package enum AlphaGrouping: String, Sendable, CaseIterable {
  /// All questions about one dimension, whatever the object.
  case dimension
  /// All questions about one object.
  case object
  /// All questions of the survey.
  case all
}

/// What becomes of a form that answers only some of the questions of a scale.
package enum MissingAnswers: String, Sendable, CaseIterable {
  /// The form counts for the scale only when it answers every question of it.
  case listwise
  /// Every covariance is of the forms that answer both of its questions.
  case pairwise
}

/// How the reliability of the survey's scales is reckoned.
package struct AlphaRules: Sendable {
  package var place: Place
  package var groupings: [AlphaGrouping]
  package var missing: MissingAnswers
}

/// A fault that a returned form may have.
package enum AnswerCheck: String, Sendable, CaseIterable {
  case tooFast = "too_fast"
  /// One answer to every question.
  case straightLine = "straight_line"
  case duplicate

  package var title: Wording {
    switch self {
    case .tooFast: Wording("too fast", "作答过快")
    case .straightLine: Wording("straight-lined", "一致作答")
    case .duplicate: Wording("repeated", "重复提交")
    }
  }
}

/// What two forms have in common when the later one is a repetition.
package enum DuplicateKey: String, Sendable, CaseIterable {
  case person, address
  /// The same address and the same answers to all questions of the scale.
  case addressAndAnswers = "address_and_answers"
  /// The same answers alone, which says something only where the questions are many.
  case answers

  /// The column of the survey that the key reads.
  package var column: Identifier<Column>? {
    switch self {
    case .person: "person"
    case .address, .addressAndAnswers: "address"
    case .answers: nil
    }
  }

  package var title: Wording {
    switch self {
    case .person: Wording("the same person", "同一人")
    case .address: Wording("the same address", "同一IP")
    case .addressAndAnswers: Wording("the same address and answers", "同一IP且答案相同")
    case .answers: Wording("the same answers", "答案相同")
    }
  }
}

/// What the returned forms are held to. Faulty forms are reported; they are left out only where the pipeline file says so.
package struct AnswerChecks: Sendable {
  package var place: Place
  /// Forms filled in within fewer seconds.
  package var tooFast: (seconds: Int64, drops: Bool)?
  /// Forms that give at least so many questions one and the same answer, and no other to any.
  package var straightLine: (items: Int, drops: Bool)?
  package var duplicates: (by: [DuplicateKey], drops: Bool)?

  /// Whether the pipeline file has the check at all, and whether it leaves forms out.
  package func drops(_ check: AnswerCheck) -> Bool? {
    switch check {
    case .tooFast: tooFast?.drops
    case .straightLine: straightLine?.drops
    case .duplicate: duplicates?.drops
    }
  }
}

/// One time that the questions were asked: before the training, after it.
package struct SurveyWave: Sendable {
  package var id: String
  package var place: Place
  package var title: String
  package var source: Identifier<Source>
  /// The questions that bear another number in this questionnaire, by their number in `items`.
  package var questions: [String: String]
}

extension Satisfaction {
  /// The waves in the order of time; a survey without waves is one without a name.
  package var everyWave: [SurveyWave] {
    waves.isEmpty ? [SurveyWave(id: "", place: place, title: "", source: source, questions: [:])] : waves
  }

  /// The wave that the papers' figures are of.
  package var headline: SurveyWave {
    everyWave.first { $0.source == source }
      ?? SurveyWave(id: "", place: place, title: "", source: source, questions: [:])
  }

  /// The survey as one source asks it, the questions with their numbers there; nil for a source that does not.
  package func asked(in source: Identifier<Source>) -> Satisfaction? {
    guard let wave = everyWave.first(where: { $0.source == source }) else { return nil }
    var asked = self
    asked.source = source
    for index in items.indices {
      asked.items[index].question = wave.questions[items[index].question] ?? items[index].question
    }
    return asked
  }

  /// The place among `steps`, from the best, of a mark as the form gives it; a reverse question's best answer is the worst word.
  package func step(ofMark mark: Int, question: Int) -> Int {
    items[question].isReverse ? mark - 1 : scale.count - mark
  }
}

/// Questions whose answers are taken together as one scale.
package struct SurveyScale: Sendable {
  package let grouping: AlphaGrouping
  /// The dimension or object; empty for all questions.
  package let id: String
  package let title: String
  /// Places among the items.
  package let questions: [Int]
}

extension Satisfaction {
  /// The scales of a grouping, in the order of the pipeline file; those without questions are left out.
  package func scales(by grouping: AlphaGrouping) -> [SurveyScale] {
    func scale(_ id: String, _ title: String, _ holds: (SurveyItem) -> Bool) -> SurveyScale {
      SurveyScale(grouping: grouping, id: id, title: title, questions: items.indices.filter { holds(items[$0]) })
    }
    let scales =
      switch grouping {
      case .dimension: dimensions.map { label in scale(label.id, label.title) { $0.dimension == label.id } }
      case .object: objects.map { label in scale(label.id, label.title) { $0.object == label.id } }
      case .all: [scale("", "全部题目") { _ in true }]
      }
    return scales.filter { !$0.questions.isEmpty }
  }
}
