extension Programme {
  /// Reads a pipeline file; nil when it must be refused, the reasons being among the faults.
  ///
  /// `checks` are those of the stages, which read rules of their own. They are held even when other parts have faults, so that all
  /// faults are told at once, but not against tallies or a scheme that could not be read themselves.
  package static func read(
    _ bytes: [UInt8], _ faults: FaultCollector, checks: (Programme) -> Void = { _ in }
  ) -> Programme? {
    JSON5.tree(of: bytes, faults).flatMap { read($0, faults, checks: checks) }
  }

  /// The same of a file that was read as a tree, and perhaps changed since.
  package static func read(
    _ root: Node, _ faults: FaultCollector, checks: (Programme) -> Void = { _ in }
  ) -> Programme? {
    guard var programme = Form.object(Programme.init).read(root, faults) else { return nil }
    programme.parts = root.canonicalParts
    programme.checkReferences(faults)
    programme.checkCertificates(faults)
    let scope = programme.tallyScope
    if root.isSound("tallies", .dictionary(of: .object { Tally($0, scope) })),
      root.isSound("scoring", .object(Scheme.init))
    {
      checks(programme)
    }
    return faults.refuses ? nil : programme
  }

  private init(_ fields: Fields) {
    _ = fields.required("format", .integer(in: 1...1)) as Int
    let header = fields.required("programme", .object(ProgrammeHeader.init))
    id = Identifier(header.id)
    title = header.title
    year = header.year
    timezone = header.timezone
    office = header.office
    input = header.input
    minutesPerHour = header.minutesPerHour
    snapshotSpread = header.snapshotSpread
    levels = header.levels
    cohorts = header.cohorts
    sources = fields.required("sources", .dictionary(of: .object(Source.init))).map { entry in
      var source = entry.value
      source.id = Identifier(entry.key)
      source.place = entry.place
      return source
    }
    limits = fields.optional("limits", .object(FileLimits.init)) ?? .standard
    let scope = TallyScope(sources: sources, cohorts: cohorts, creditHour: Int64(minutesPerHour) * 60)
    tallies = fields.required("tallies", .dictionary(of: .object { Tally($0, scope) })).map { entry in
      var tally = entry.value
      tally.id = Identifier(entry.key)
      tally.place = entry.place
      return tally
    }
    let factsOfUnits = Set(sources.filter { $0.kind == .unitFact }.map(\.id))
    for index in tallies.indices where factsOfUnits.contains(tallies[index].source) { tallies[index].subject = .unit }
    scoring = fields.required("scoring", .object(Scheme.init))
    metrics = (fields.optional("metrics", .dictionary(of: .object(Metric.init))) ?? []).map { entry in
      var metric = entry.value
      metric.id = Identifier(entry.key)
      metric.place = entry.place
      return metric
    }
    satisfaction = fields.optional("satisfaction", .object(Satisfaction.init))
    awards = fields.optional("awards", .list(of: .object(Award.init))) ?? []
    ledger = fields.optional("ledger", .object(Ledger.init))
    exclusive = fields.optional("exclusive", .exclusiveAwards) ?? []
    reports = fields.required("reports", .object(Reports.init))
    privacy = fields.optional("privacy", .object(Privacy.init)) ?? .standard
    checks = fields.optional("checks", .list(of: .object(Check.init))) ?? []
    judged = fields.optional("judged", .list(of: .object(JudgedClause.init))) ?? []
    parts = [:]
  }
}

extension Programme {
  /// What the tallies of the file are read against.
  fileprivate var tallyScope: TallyScope { TallyScope(sources: sources, cohorts: cohorts, creditHour: creditHour) }

  /// Seconds of one credit hour (学时).
  package var creditHour: Int64 { Int64(minutesPerHour) * 60 }
}

/// The keys of the part `programme`.
private struct ProgrammeHeader {
  let id: String
  let title: String
  let year: Int
  let timezone: String
  let language: String
  let office: String
  let input: String
  let minutesPerHour: Int
  let snapshotSpread: Int64
  let levels: [UnitLevel]
  let cohorts: [Cohort]

  init(_ fields: Fields) {
    id = fields.required("id", .identifier)
    title = fields.required("title", .text)
    year = fields.required("year", .integer(in: 1990...2199))
    timezone = fields.optional("timezone", .text) ?? "Asia/Shanghai"
    language = fields.optional("language", .word(among: ["zh"])) ?? "zh"
    office = fields.required("office", .text)
    input = fields.required("input", .text)
    minutesPerHour = fields.optional("minutes_per_hour", .integer(in: 1...120)) ?? 45
    snapshotSpread = fields.optional("snapshot_spread", .duration) ?? 86_400
    levels = fields.required("levels", .list(of: .object(UnitLevel.init), atLeast: 1))
    cohorts = fields.optional("cohorts", .list(of: .object(Cohort.init))) ?? []
  }
}

extension UnitLevel {
  fileprivate init(_ fields: Fields) {
    id = Identifier(fields.required("id", .identifier))
    title = fields.required("title", .text)
    label = fields.required("label", .text)
  }
}

extension Cohort {
  fileprivate init(_ fields: Fields) {
    id = Identifier(fields.required("id", .text))
    title = fields.required("title", .text)
    from = fields.required("from", .date)
    to = fields.required("to", .date)
    learners = fields.optional("learners", .integer(in: 0...100_000_000))
    closed = fields.optional("closed", .closing).flatMap(\.self)
    closedAfter = fields.optional("closed_after", .date)
    if let closedAfter, closed == nil || closedAfter < to {
      fields.refuse(
        "closed_after",
        closed == nil
          ? Wording(
            "nothing is closed; say closed: true or closed: 'ledger' too",
            "没有写明如何结束；请同时写 closed: true 或 closed: 'ledger'")
          : Wording("the term would be closed before it ends", "班次将在结束日期之前关闭"))
    }
    if to < from {
      fields.refuse("to", Wording("the cohort ends before it begins", "班次的结束日期早于开始日期"))
    }
  }
}

extension Form where Value == CohortClosing? {
  /// `true`, which is `'counted'`, or `'ledger'`.
  fileprivate static var closing: Form {
    .either(Form<Bool>.boolean.map { $0 ? .counted : nil }, Form<CohortClosing>.choice.map { $0 })
  }
}

extension Form where Value == String {
  /// A name that can also stand in SQL and in file names: small letters, digits, `_` and `-`.
  static var identifier: Form {
    let noun = Noun(
      "a name of small letters, digits, '_' and '-'", many: "names of small letters, digits, '_' and '-'",
      "由小写字母、数字、“_”和“-”组成的名称")
    return text.narrowed(to: noun, standIn: "") { text in
      let isName = text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x2D
      }
      return isName && text.utf8.first.map { $0 >= 0x61 || $0 <= 0x39 } == true ? text : nil
    }
  }
}

extension Node {
  /// Whether a part is there and has no fault of its own.
  fileprivate func isSound<Value>(_ part: String, _ form: Form<Value>) -> Bool {
    guard case .object(let members) = value, let node = members.list.first(where: { $0.key == part })?.node else {
      return false
    }
    let unheard = FaultCollector()
    _ = form.read(node, unheard)
    return !unheard.refuses
  }

  /// Each top-level part of the file in one spelling, whatever its comments, quotes and line breaks.
  fileprivate var canonicalParts: [String: String] {
    guard case .object(let members) = value else { return [:] }
    return Dictionary(members.list.map { ($0.key, $0.node.canonical) }) { first, _ in first }
  }

  /// The value in one spelling, whatever its comments, quotes and line breaks.
  var canonical: String {
    switch value {
    case .object(let members):
      "{" + members.list.map { "\($0.key.debugDescription):\($0.node.canonical)" }.joined(separator: ",") + "}"
    case .array(let nodes): "[" + nodes.map(\.canonical).joined(separator: ",") + "]"
    case .string(let text): text.debugDescription
    case .number(let number): "\(number)"
    case .nonFinite(let spelling): spelling
    case .boolean(let boolean): boolean ? "true" : "false"
    case .null: "null"
    case .unreadable: "?"
    }
  }
}
