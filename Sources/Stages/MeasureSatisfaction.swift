import Metrics
import Programme
import SQLite
import Store

/// Counts the survey answers by object, dimension and unit, and writes shares, means and intervals.
func measureSatisfaction(
  _ store: ProgrammeStore, night: Int64, _ learners: Learners, _ measures: UnitMeasures
) throws {
  let database = store.database
  try database.run("DELETE FROM satisfaction_value WHERE night = ?", .integer(night))
  guard let satisfaction = store.programme.satisfaction else { return }
  let level = satisfaction.by.flatMap { id in store.programme.levels.firstIndex { $0.id == id } }
  let split = level.map { level in learners.units.all.indices.filter { learners.units.all[$0].level == level } } ?? []
  let place = Dictionary(uniqueKeysWithValues: split.enumerated().map { ($0.element, $0.offset + 1) })

  // In the order of their keys, as the answers come.
  var placed: [(response: Int64, place: Int)] = []
  var responses = [Int64](repeating: 0, count: split.count + 1)
  let forms = try database.prepare("SELECT id, unit FROM response WHERE source = ? ORDER BY id")
  try forms.bind(1, satisfaction.source.text)
  while try forms.step() {
    responses[0] += 1
    let unit = forms.optionalInteger(1).flatMap(learners.units.index(of:))
    let own = unit.flatMap { unit in level.flatMap { learners.units.ancestor(of: unit, at: $0) } }.flatMap { place[$0] }
    if let own {
      placed.append((forms.integer(0), own))
      responses[own] += 1
    }
  }

  let topics = Topic.all(of: satisfaction)
  let steps = satisfaction.scale.count
  var counts = [AnswerCounts](repeating: AnswerCounts(steps: steps), count: topics.count * (split.count + 1))
  let topicOfQuestion = satisfaction.items.map { item in
    topics.firstIndex { $0.object == item.object && $0.dimension == item.dimension } ?? 0
  }
  let answers = try database.prepare(
    "SELECT response, question, code FROM answer ORDER BY response, question")
  var next = 0
  while try answers.step() {
    let question = Int(answers.integer(1)) - 1
    guard topicOfQuestion.indices.contains(question) else { continue }
    let topic = topicOfQuestion[question]
    let step = steps - Int(answers.integer(2))
    counts[topic].add(step: step)
    let response = answers.integer(0)
    while next < placed.count, placed[next].response < response { next += 1 }
    guard next < placed.count, placed[next].response == response else { continue }
    counts[placed[next].place * topics.count + topic].add(step: step)
  }

  let insert = try database.prepare("INSERT INTO satisfaction_value VALUES (?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  let widest = learners.units.all.firstIndex { $0.parent == nil } ?? 0
  for (position, topic) in topics.enumerated() {
    let valid = (1...max(1, split.count)).prefix(split.count).map { unit in
      counts[unit * topics.count + position].steps.reduce(0, +)
    }
    let hidden = withheld(valid, minimum: Int64(satisfaction.minimumN))
    for unit in 0...split.count {
      let answered = counts[unit * topics.count + position]
      let figure = SatisfactionFigure(answered, top: satisfaction.top)
      let index = unit == 0 ? widest : split[unit - 1]
      let isHidden = unit == 0 ? figure.valid < Int64(satisfaction.minimumN) : hidden[unit - 1]
      try insert.bind([
        .integer(night), .text(topic.object), .text(topic.dimension),
        .integer(unit == 0 ? 0 : learners.units.all[index].id), .integer(measures.enrolled(unit: index, project: 0)),
        .integer(responses[unit]), .integer(figure.valid), .integer(figure.satisfied),
        .text(answered.steps.map { "\($0)" }.joined(separator: ",")), .optional(figure.mean.units),
        .optional(figure.interval?.low.units), .optional(figure.interval?.high.units), .integer(isHidden ? 1 : 0),
      ])
      try insert.run()
    }
  }
}

/// An object asked about in one dimension.
private struct Topic {
  let object: String
  let dimension: String

  /// Every pair that has a question, in the order of the pipeline file's objects and dimensions.
  static func all(of satisfaction: Satisfaction) -> [Topic] {
    satisfaction.objects.flatMap { object in
      satisfaction.dimensions.compactMap { dimension in
        let isAsked = satisfaction.items.contains { $0.object == object.id && $0.dimension == dimension.id }
        return isAsked ? Topic(object: object.id, dimension: dimension.id) : nil
      }
    }
  }
}
