import Metrics
import Programme
import Store

/// An object asked about in one dimension.
struct SurveyTopic: Hashable {
  let object: String
  let dimension: String

  /// Every pair that has a question, in the order of the pipeline file's objects and dimensions.
  static func all(of satisfaction: Satisfaction) -> [SurveyTopic] {
    satisfaction.objects.flatMap { object in
      satisfaction.dimensions.compactMap { dimension in
        let isAsked = satisfaction.items.contains { $0.object == object.id && $0.dimension == dimension.id }
        return isAsked ? SurveyTopic(object: object.id, dimension: dimension.id) : nil
      }
    }
  }
}

/// One wave of the survey, counted: answers by topic for everybody and every unit, the account of the forms, and the scales.
struct SurveyCount {
  /// Forms by what became of them.
  struct Account {
    var returned: Int64 = 0
    /// With at least one answer on the scale, and not left out.
    var valid: Int64 = 0
    var empty: Int64 = 0
    var dropped: [AnswerCheck: Int64] = [:]
    var found: [AnswerCheck: Int64] = [:]
  }

  let wave: SurveyWave
  let topics: [SurveyTopic]
  private(set) var account = Account()
  /// Returned forms of everybody, and of each unit of the split.
  private(set) var returned: [Int64]
  /// By unit of the split, everybody first, and by topic.
  private(set) var counts: [[AnswerCounts]]
  /// The forms that answer something about a topic, which is what keeps a person hidden: a topic may have several questions.
  private(set) var people: [[Int64]]
  private(set) var findings: [(form: SurveyForm, finding: AnswerFinding)] = []
  private(set) var scales: [(scale: SurveyScale, answers: ScaleAnswers)]
  /// The first valid form of everybody who can be told apart; kept where waves are compared.
  private(set) var byPerson: [String: [Int]] = [:]
  /// The form that was the last to say something about each topic, so that it is counted once.
  private var lastForm: [Int64]
  private let satisfaction: Satisfaction
  private let topicOfQuestion: [Int]

  init(_ satisfaction: Satisfaction, _ wave: SurveyWave, units: Int) {
    self.satisfaction = satisfaction
    self.wave = wave
    let topics = SurveyTopic.all(of: satisfaction)
    self.topics = topics
    topicOfQuestion = satisfaction.items.map { item in
      topics.firstIndex { $0.object == item.object && $0.dimension == item.dimension } ?? 0
    }
    returned = Array(repeating: 0, count: units + 1)
    let blank = Array(repeating: AnswerCounts(steps: satisfaction.scale.count), count: topics.count)
    counts = Array(repeating: blank, count: units + 1)
    people = Array(repeating: Array(repeating: 0, count: topics.count), count: units + 1)
    lastForm = Array(repeating: 0, count: topics.count)
    let rules = satisfaction.alpha
    scales = (rules?.groupings ?? []).flatMap { satisfaction.scales(by: $0) }.map { scale in
      (scale, ScaleAnswers(items: scale.questions.count, missing: rules?.missing ?? .listwise))
    }
  }

  /// Counts every form of the wave; `place` says of which unit of the split a form is, from 1.
  mutating func count(_ store: ProgrammeStore, place: (Int64) -> Int?) throws {
    var inspection = AnswerInspection(satisfaction)
    try SurveyForm.forEach(of: wave.source, items: satisfaction.items.count, store) { form in
      let unit = form.unit.flatMap(place)
      account.returned += 1
      returned[0] += 1
      if let unit { returned[unit] += 1 }
      guard !form.isEmpty else {
        account.empty += 1
        return
      }
      let found = inspection.findings(form)
      for finding in found {
        findings.append((form, finding))
        account.found[finding.check, default: 0] += 1
      }
      if let reason = found.first(where: \.dropsForm) {
        account.dropped[reason.check, default: 0] += 1
        return
      }
      account.valid += 1
      add(form, to: unit)
    }
  }

  private mutating func add(_ form: SurveyForm, to unit: Int?) {
    for (question, mark) in form.marks.enumerated() where mark > 0 {
      let topic = topicOfQuestion[question]
      let step = satisfaction.step(ofMark: mark, question: question)
      counts[0][topic].add(step: step)
      if let unit { counts[unit][topic].add(step: step) }
      guard lastForm[topic] != account.returned else { continue }
      lastForm[topic] = account.returned
      people[0][topic] += 1
      if let unit { people[unit][topic] += 1 }
    }
    for index in scales.indices {
      let marks = scales[index].scale.questions.map { question in
        form.marks[question] == 0
          ? nil : Int64(satisfaction.scale.count - satisfaction.step(ofMark: form.marks[question], question: question))
      }
      scales[index].answers.add(marks)
    }
    if !satisfaction.waves.isEmpty, let person = form.person, byPerson[person] == nil { byPerson[person] = form.marks }
  }

  /// How the answers to a topic moved since an earlier wave.
  struct Change {
    let topic: SurveyTopic
    let isPaired: Bool
    fileprivate(set) var before: AnswerCounts
    fileprivate(set) var after: AnswerCounts
    /// The pairs, or the fewer forms of the two waves.
    fileprivate(set) var people: Int64
  }

  /// How each topic's answers moved since an earlier wave: those of the people who answered it both times where somebody is known to
  /// have answered both waves, otherwise those of everybody.
  func change(from earlier: SurveyCount) -> [Change] {
    guard byPerson.keys.contains(where: { earlier.byPerson[$0] != nil }) else {
      return topics.indices.map { topic in
        Change(
          topic: topics[topic], isPaired: false, before: earlier.counts[0][topic], after: counts[0][topic],
          people: min(earlier.people[0][topic], people[0][topic]))
      }
    }
    let blank = AnswerCounts(steps: satisfaction.scale.count)
    var changes = topics.map { Change(topic: $0, isPaired: true, before: blank, after: blank, people: 0) }
    for (person, after) in byPerson {
      guard let before = earlier.byPerson[person] else { continue }
      let both = after.indices.filter { after[$0] > 0 && before[$0] > 0 }
      for question in both {
        let topic = topicOfQuestion[question]
        changes[topic].before.add(step: satisfaction.step(ofMark: before[question], question: question))
        changes[topic].after.add(step: satisfaction.step(ofMark: after[question], question: question))
      }
      for topic in Set(both.map { topicOfQuestion[$0] }) { changes[topic].people += 1 }
    }
    return changes
  }
}
