import Foundation
import TestSupport
import Testing

/// An invented questionnaire with its answers, and how each form of export writes it.
private struct InventedSurvey {
  private static let words = ["满意", "一般", "不满意", "其他【请注明】", "ACG（动漫、游戏）", "无", "10%左右", "A/B"]

  let options: [String]
  /// The codes of the options, some left out.
  let codes: [Int]
  /// What each response chose of the multiple choice, and on the scale; empty and nil are no answer.
  let responses: [(chosen: Set<Int>, rated: Int?)]
  private let seed: UInt64

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    self.seed = seed
    options = Array(Self.words.shuffled(using: &random).prefix(Int.random(in: 2...6, using: &random)))
    codes = Array((1...9).shuffled(using: &random).prefix(options.count))
    let positions = Array(options.indices)
    responses = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      let chosen = Set(positions.filter { _ in random.oneIn(3) })
      return (chosen, random.oneIn(6) ? nil : random.pick(positions))
    }
  }

  var questions: String {
    let list = zip(options, codes).map { "'\($0)': \($1)" }.joined(separator: ", ")
    return "{ '1': { choice: 'multiple', options: { \(list) } } }"
  }

  var satisfaction: String {
    let list = options.map { "'\($0)'" }.joined(separator: ", ")
    return """
      scale: [\(list)], codes: \(codes), top: 1, objects: { a: '甲' }, dimensions: { b: '乙' },
      items: [{ question: '2', object: 'a', dimension: 'b' }]
      """
  }

  /// Option texts, joined, with remarks behind some.
  var textForm: [String] {
    var random = SeededGenerator(seed: ~seed)
    func written(_ option: Int) -> String { options[option] + (random.oneIn(5) ? "〖另┋有〗" : "") }
    return ["序号,1、选择,2、评价"]
      + responses.enumerated().map { index, response in
        let chosen = response.chosen.sorted().map(written).joined(separator: "┋")
        let none = random.pick(["", "(空)", "(跳过)", "-3"]) ?? ""
        return "\(index + 1),\(chosen.isEmpty ? none : chosen),\(response.rated.map(written) ?? none)"
      }
  }

  /// Option codes, the multiple choice spread over columns.
  var codeForm: [String] {
    let headers = options.map { "第1题(\($0))" }.joined(separator: ",")
    return ["序号,\(headers),2、评价"]
      + responses.enumerated().map { index, response in
        let ticks = options.indices.map { response.chosen.isEmpty ? "-3" : response.chosen.contains($0) ? "1" : "0" }
        return "\(index + 1),\(ticks.joined(separator: ",")),\(response.rated.map { "\(codes[$0])" } ?? "-2")"
      }
  }

  var counted: [String] {
    let answered = responses.count { !$0.chosen.isEmpty }
    return options.indices.map { option in
      "1 \(options[option]) \(responses.count { $0.chosen.contains(option) })/\(answered)"
    }
  }

  var rated: String {
    options.indices.map { option in "\(responses.count { $0.rated == option })" }.joined(separator: ",")
  }
}

@Test func `whatever was answered, texts and codes give what was invented`() throws {
  for seed in Cases.seeds(usually: 15) {
    let survey = InventedSurvey(seed: seed)
    for form in [survey.textForm, survey.codeForm] {
      let fixture = try SurveyFixture(questions: survey.questions, satisfaction: survey.satisfaction)
      try fixture.load(form)
      let rejected = try fixture.rejected
      #expect(rejected == [], "SEED=\(seed)")
      #expect(try fixture.choices == survey.counted, "SEED=\(seed)")
      #expect(
        try texts(fixture.night.store, "SELECT counts FROM satisfaction_value WHERE unit = 0") == [survey.rated],
        "SEED=\(seed)")
    }
  }
}
