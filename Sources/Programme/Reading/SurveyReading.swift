extension SurveyQuestion {
  /// A question is a list of its options, in the order of their codes, or an object that says more of it.
  static var form: Form<SurveyQuestion> {
    .either(
      Form<[SurveyOption]>.optionsInOrder.map { options in
        SurveyQuestion(number: "", place: .beginning, title: "", isMultiple: false, options: options)
      },
      .object(SurveyQuestion.init))
  }

  private init(_ fields: Fields) {
    number = ""
    place = fields.place
    title = fields.optional("title", .text) ?? ""
    isMultiple = fields.optional("choice", .word(among: ["single", "multiple"])) == "multiple"
    options = fields.required("options", .either(.optionsInOrder, .optionsWithCodes))
  }
}

extension [SurveyQuestion] {
  /// The questions of a survey source by their numbers.
  init(_ entries: [Entry<SurveyQuestion>], _ faults: FaultCollector) {
    self = entries.map { entry in
      var question = entry.value
      question.number = entry.key
      question.place = entry.place
      if question.title.isEmpty { question.title = "第\(entry.key)题" }
      if entry.key.first?.isASCII != true || entry.key.first?.isNumber != true {
        faults.refuse(
          entry.place,
          Wording(
            "found '\(entry.key)'; expected a question's number, such as '6' or '3(教学内容)'",
            "此处是 '\(entry.key)'；应为题号，如 '6' 或 '3(教学内容)'"))
      }
      question.options.checkSpellings(faults)
      return question
    }
  }
}

extension [SurveyOption] {
  /// Refuses what would let a cell mean two options: a text or code given twice, a text that is another option's code.
  func checkSpellings(_ faults: FaultCollector) {
    for (index, option) in enumerated() {
      if let other = self[..<index].first(where: { $0.text == option.text }) {
        faults.refuse(
          option.place,
          Wording(
            "option '\(option.text)' is listed twice, first in line \(other.place.line)",
            "选项“\(option.text)”重复，首次在第 \(other.place.line) 行"))
      } else if let other = self[..<index].first(where: { $0.code == option.code }) {
        faults.refuse(
          option.place,
          Wording(
            "code \(option.code) stands for '\(other.text)' and for '\(option.text)'; each option has a code of its own",
            "代码 \(option.code) 同时表示“\(other.text)”和“\(option.text)”；每个选项的代码应不同"))
      }
      if let other = first(where: { "\($0.code)" == option.text && $0.text != option.text }) {
        faults.refuse(
          option.place,
          Wording(
            "the text '\(option.text)' is also the code of '\(other.text)'; give each option the code that is its text",
            "文本“\(option.text)”又是“\(other.text)”的代码；请让以数字为文本的选项代码与文本一致"))
      }
    }
  }
}

extension Form where Value == [SurveyOption] {
  /// Options in the order of the questionnaire: the first has code 1.
  fileprivate static var optionsInOrder: Form {
    Form<[Placed<String>]>.list(of: .placed(.text), atLeast: 2).map { texts in
      texts.enumerated().map { SurveyOption(place: $1.place, text: $1.value, code: $0 + 1) }
    }
  }

  /// Options with their codes, for a questionnaire whose options were moved after it was begun.
  fileprivate static var optionsWithCodes: Form {
    Form<[Entry<Int>]>.dictionary(of: .integer(in: 0...999)).map { entries in
      entries.map { SurveyOption(place: $0.place, text: $0.key, code: $0.value) }
    }
  }
}
