extension AlphaRules {
  init(_ fields: Fields) {
    place = fields.place
    groupings = fields.optional("by", .oneOrMany(.choice)) ?? [.dimension]
    missing = fields.optional("missing", .choice) ?? .listwise
  }
}

extension AnswerChecks {
  init(_ fields: Fields) {
    place = fields.place
    tooFast = fields.optional("too_fast", .object(TooFast.init)).map { ($0.seconds, $0.drops) }
    straightLine = fields.optional("straight_line", .object(StraightLine.init)).map { ($0.items, $0.drops) }
    duplicates = fields.optional("duplicates", .object(Duplicates.init)).map { ($0.by, $0.drops) }
  }

  private struct TooFast {
    let seconds: Int64
    let drops: Bool

    init(_ fields: Fields) {
      seconds = fields.required("under_seconds", .integer(in: 1...86_400))
      drops = fields.optional("drop", .boolean) ?? false
    }
  }

  private struct StraightLine {
    let items: Int
    let drops: Bool

    init(_ fields: Fields) {
      items = fields.required("items", .integer(in: 2...1000))
      drops = fields.optional("drop", .boolean) ?? false
    }
  }

  private struct Duplicates {
    let by: [DuplicateKey]
    let drops: Bool

    init(_ fields: Fields) {
      by = fields.required("by", .oneOrMany(.choice))
      drops = fields.optional("drop", .boolean) ?? false
    }
  }
}

extension SurveyWave {
  init(_ fields: Fields) {
    place = fields.place
    id = fields.required("id", .identifier)
    title = fields.required("title", .text)
    source = Identifier(fields.required("source", .identifier))
    questions = Dictionary(
      (fields.optional("questions", .dictionary(of: .text)) ?? []).map { ($0.key, $0.value) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Satisfaction {
  /// Refuses weights that are not one for each answer, or that give a worse answer more.
  func checkWeights(_ fields: Fields) {
    guard !weights.isEmpty else { return }
    if weights.count != scale.count {
      fields.refuse(
        "weights",
        Wording(
          "\(weights.count) weights for a scale of \(scale.count) answers; expected one for each, from best to worst",
          "量表有 \(scale.count) 档，折算分有 \(weights.count) 个；应从最好到最差逐档各写一个"))
    } else if zip(weights, weights.dropFirst()).contains(where: { $0 < $1 }) {
      fields.refuse(
        "weights",
        Wording(
          "a worse answer must not count more; list the weights from best to worst", "较差的一档折算分不应更高；请从最好到最差填写"))
    }
  }
}

extension Programme {
  /// Refuses waves that are not times of one survey, and checks that the survey has no column for.
  func checkSurvey(_ faults: FaultCollector) {
    guard let satisfaction else { return }
    satisfaction.checkWaves(sources, faults)
    guard let checks = satisfaction.checks else { return }
    for wave in satisfaction.everyWave {
      guard let source = sources.first(where: { $0.id == wave.source }) else { continue }
      func demand(_ column: Identifier<Column>, _ check: Wording) {
        guard source.column(column) == nil else { return }
        faults.refuse(
          checks.place,
          Wording(
            "the check '\(check.english)' needs a column '\(column)' in source '\(source.id)'; declare it, or remove the check",
            "检查“\(check.chinese)”须有数据源 '\(source.id)' 的列 \(column)；请补写该列，或删去此项检查"))
      }
      if checks.tooFast != nil { demand("seconds", AnswerCheck.tooFast.title) }
      for column in Set(checks.duplicates?.by.compactMap(\.column) ?? []).sorted() {
        demand(column, AnswerCheck.duplicate.title)
      }
    }
  }
}

extension Satisfaction {
  fileprivate func checkWaves(_ sources: [Source], _ faults: FaultCollector) {
    guard !waves.isEmpty else { return }
    if !waves.contains(where: { $0.source == source }) {
      faults.refuse(
        place,
        Wording(
          "'source' names '\(source)', which is the source of no wave; the papers' figures are of that wave",
          "source 所写的 '\(source)' 不是任何一次调查的数据源；材料中的数字取自该次调查"))
    }
    let questions = Set(items.map(\.question))
    for (index, wave) in waves.enumerated() {
      if waves[..<index].contains(where: { $0.id == wave.id || $0.source == wave.source }) {
        faults.refuse(
          wave.place,
          Wording(
            "another wave has this id or this source; each wave is asked once, by a source of its own",
            "已有同名或同一数据源的调查；每次调查应有各自的名称和数据源"))
      }
      for question in wave.questions.keys.sorted() where !questions.contains(question) {
        let hint = Spelling.hint(for: question, among: questions.sorted())
        faults.refuse(
          wave.place,
          Wording("no item asks question '\(question)'; \(hint.english)", "items 中没有第 '\(question)' 题；\(hint.chinese)"))
      }
      if let own = sources.first(where: { $0.id == wave.source }), own.kind != .survey, wave.source != source {
        faults.refuse(
          wave.place,
          Wording(
            "source '\(own.id)' is of kind '\(own.kind.rawValue)'; an earlier or later wave is read from a source of kind 'survey'",
            "数据源 '\(own.id)' 是“\(own.kind.rawValue)”类；其他各次调查须取自“survey”类数据源"))
      }
    }
  }
}
