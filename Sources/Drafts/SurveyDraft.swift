import Exports
import Programme
import Store

/// A question of a questionnaire as a draft lists it.
struct DraftQuestion {
  let number: String
  let part: String
  let title: String
  let options: [String]
  var isMultiple = false

  /// As the pipeline file calls it.
  var name: String { part.isEmpty ? number : "\(number)(\(part))" }
}

/// The scale on which most questions of a questionnaire are answered, and those questions.
struct DraftScale {
  let answers: [String]
  let questions: [DraftQuestion]
}

/// Scales of answers from best to worst, as questionnaires word them.
private let knownScales = [
  ["非常满意", "满意", "一般", "不满意", "非常不满意"], ["很满意", "满意", "一般", "不满意", "很不满意"],
  ["非常满意", "比较满意", "一般", "不太满意", "非常不满意"], ["非常满意", "比较满意", "一般", "比较不满意", "非常不满意"],
  ["很满意", "满意", "基本满意", "不太满意", "不满意"], ["非常满意", "满意", "基本满意", "不满意", "非常不满意"],
  ["满意", "基本满意", "不满意"], ["非常同意", "同意", "一般", "不同意", "非常不同意"], ["非常好", "好", "一般", "差", "非常差"],
  ["很好", "较好", "一般", "较差", "很差"], ["优秀", "良好", "一般", "较差"],
]

extension SheetSample {
  /// The scale that most questions fit; nil where none does, as in an export of codes.
  var scale: DraftScale? {
    let columns = questions.keys.sorted()
    let fitting = knownScales.map { scale in (scale, columns.filter { isAnswered($0, on: scale) }) }
    guard let most = fitting.map(\.1.count).max(), most > 0, let best = fitting.first(where: { $0.1.count == most })
    else {
      return nil
    }
    return DraftScale(answers: best.0, questions: best.1.map { question($0) })
  }

  /// Questions that tell where a response belongs: its city, county, school or project.
  var surveyPlaces: [(id: String, header: String, type: String)] {
    let words = [
      ("city", ["地市", "设区市", "市州"], "'unit', level: 'city'"),
      ("county", ["区县", "县区", "县（市", "县(市"], "'unit', level: 'county'"),
      ("unit", ["学校", "工作单位"], "'unit', level: 'school'"), ("project", ["项目", "学科"], "'text'"),
    ]
    let rated = Set((scale?.questions ?? []).map(\.name))
    var taken: Set<Int> = []
    return words.compactMap { id, words, type in
      let column = questions.keys.sorted().first { column in
        let header = match.headers[column]
        return !taken.contains(column) && words.contains(where: header.contains)
          && !rated.contains(question(column).name)
          && !header.contains("评价") && !header.contains("满意")
      }
      guard let column else { return nil }
      taken.insert(column)
      return (id, question(column).title, type)
    }
  }

  /// The other questions with few different answers.
  var choiceQuestions: [DraftQuestion] {
    let placed = Set(surveyPlaces.map(\.header))
    let rated = Set((scale?.questions ?? []).map(\.name))
    let open = questions.keys.sorted().map { ($0, question($0)) }.filter {
      !rated.contains($1.name) && !placed.contains($1.title)
    }
    var found: [DraftQuestion] = []
    for (column, question) in open {
      let spread = open.filter { $0.1.number == question.number }
      if spread.count > 1 {
        guard !found.contains(where: { $0.number == question.number }) else { continue }
        found.append(
          DraftQuestion(
            number: question.number, part: "", title: "第\(question.number)题", options: spread.map(\.1.part),
            isMultiple: true))
      } else if let options = options(column) {
        found.append(
          DraftQuestion(
            number: question.number, part: question.part, title: question.title, options: options.texts,
            isMultiple: options.areJoined))
      }
    }
    return found
  }

  /// The options that the answers name, when they are few; free text is not. Codes leave the texts to be filled in.
  private func options(_ column: Int) -> (texts: [String], areJoined: Bool)? {
    guard let answers = questions[column], (2...15).contains(answers.texts.count) else { return nil }
    let isShort = answers.texts.allSatisfy { $0.count <= 20 && !$0.contains("。") }
    guard isShort, answers.filled > 2 * answers.texts.count else { return nil }
    return (answers.texts, answers.areJoined)
  }

  private func isAnswered(_ column: Int, on scale: [String]) -> Bool {
    guard let texts = questions[column]?.texts, !texts.isEmpty else { return false }
    return texts.allSatisfy(scale.contains)
  }

  /// What might be a scale in an export of codes: its questions, and as many blank answers as there are codes.
  var codedScale: DraftScale? {
    let rated = questions.keys.sorted().filter { column in
      let codes = questions[column]?.texts.map { Int($0) ?? 0 } ?? []
      return !codes.isEmpty && codes.allSatisfy { (1...10).contains($0) } && !question(column).part.isEmpty
    }
    guard let steps = rated.flatMap({ questions[$0]?.texts ?? [] }).compactMap({ Int($0) }).max(), steps > 1 else {
      return nil
    }
    return DraftScale(answers: Array(repeating: "__", count: steps), questions: rated.map { question($0) })
  }

  private func question(_ column: Int) -> DraftQuestion {
    let header = match.headers[column].trimmed
    let parsed = QuestionHeader(header)
    let number = parsed.number ?? ""
    var title = Substring(header.trimmingPrefix { !$0.isNumber }).trimmingPrefix { $0.isNumber }
    title = title.trimmingPrefix { "、.．：:题 ".contains($0) }
    if !parsed.part.isEmpty, let start = title.lastIndex(where: { "(（—".contains($0) }) { title = title[..<start] }
    while title.last == "—" { title.removeLast() }
    return DraftQuestion(
      number: number, part: parsed.part, title: title.isEmpty ? "第\(number)题" : String(title).trimmed, options: [])
  }
}

extension DraftScale {
  /// Writes how answers become satisfaction figures: a question is an object, the row of a matrix a dimension.
  func write(_ text: inout PipelineText, source: DraftSource) {
    let parts = questions.map(\.part).firsts
    let numbers = questions.map(\.number).firsts
    let objects = numbers.map { number in
      let title = questions.first { $0.number == number }?.title ?? number
      return "q\(number): \(quoted(Self.object(title)))"
    }
    let dimensions = parts.enumerated().map { "d\($0 + 1): \(quoted($1.isEmpty ? "总体" : $1))" }
    text.comment("满意度：题目按题干归为评价对象，按矩阵行归为评价维度；top 为计入“满意”的最好几档。请核对")
    text.part("satisfaction: {", closing: "},") { text in
      text.line("source: '\(source.id)',")
      text.line("scale: [\(answers.map(quoted).joined(separator: ", "))],", note: "由好到差")
      text.comment("若改用“按选项序号”导出的问卷，须写明各档的代码，如 codes: [\(Self.codes(answers.count))],")
      text.line("top: 2,")
      text.line("min_n: 5,", note: "不足5份的单位不公布")
      if source.sample.surveyPlaces.contains(where: { $0.id == "city" }) { text.line("by: 'city',") }
      text.line("objects: { \(objects.joined(separator: ", ")) },")
      text.line("dimensions: { \(dimensions.joined(separator: ", ")) },")
      text.part("items: [", closing: "],") { text in
        for question in questions {
          let dimension = (parts.firstIndex(of: question.part) ?? 0) + 1
          text.line(
            "{ question: \(quoted(question.name)), object: 'q\(question.number)', dimension: 'd\(dimension)' },")
        }
      }
    }
  }

  private static func codes(_ count: Int) -> String {
    (1...count).reversed().map { "\($0)" }.joined(separator: ", ")
  }

  /// `对课程开发团队的评价` is about 课程开发团队.
  private static func object(_ title: String) -> String {
    var title = Substring(title)
    if title.hasPrefix("您对") { title = title.dropFirst(2) } else if title.hasPrefix("对") { title = title.dropFirst() }
    for end in ["的评价", "的满意度", "评价"] where title.hasSuffix(end) && title.count > end.count {
      title = title.dropLast(end.count)
      break
    }
    return String(title)
  }
}

extension [String] {
  /// Each text once, in the order of its first place.
  var firsts: [String] {
    enumerated().filter { firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }
}
