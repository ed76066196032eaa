extension Scheme {
  init(_ fields: Fields) {
    let decimals = fields.optional("decimals", .integer(in: 0...6)) ?? Self.scale
    self.decimals = Self.scale
    components = fields.required("components", .list(of: .object(Component.init), atLeast: 1))
    provisional = fields.optional("provisional", .list(of: .object(Provisional.init))) ?? []
    requirements = fields.optional("requirements", .list(of: .object { Clause($0) })) ?? []
    vetoes = fields.optional("vetoes", .list(of: .object { Clause($0, canBarAwards: true) })) ?? []
    flags = fields.optional("flags", .list(of: .object { Clause($0) })) ?? []
    pass = fields.required("pass", .object(PassCondition.init))
    grades = fields.optional("grades", .list(of: .object(Grade.init), atLeast: 1)) ?? []
    credit = fields.optional("credit", .object(Credit.init))
    rank = fields.optional("rank", .list(of: .rankKey)) ?? []
    rankTies = fields.optional("rank_ties", .choice)
    if decimals != Self.scale { refuse(decimals, fields) }
  }

  /// Marks are recorded to 0.01; a coarser scale would move some of them over an edge, a finer one has nothing to show.
  private static let scale = 2

  /// Refuses another scale, with a total that it would let pass though it is below the pass mark.
  private func refuse(_ decimals: Int, _ fields: Fields) {
    guard decimals < Self.scale, pass.totalAtLeast > 0 else {
      fields.refuse(
        "decimals",
        Wording(
          "marks are printed and compared to 0.01; expected 2, or leave 'decimals' out",
          "成绩按0.01分打印和比较；应为 2，或不写 decimals"))
      return
    }
    let step: Int64 = decimals == 1 ? 10 : 100
    let edge = pass.totalAtLeast
    let printed = (edge + step - 1) / step * step
    let least = printed - step / 2
    func text(_ hundredths: Int64) -> String { ExactDecimal(hundredths, exponent: -Self.scale).description }
    let why =
      least < edge
      ? Wording(
        "a total of \(text(least)) would be printed as \(text(printed)) and pass",
        "\(text(least))分会印作\(text(printed))分而合格")
      : Wording("no printed total could be \(text(edge)), the pass mark", "印出的总成绩不可能等于合格线\(text(edge))分")
    fields.refuse(
      "decimals",
      Wording(
        "with \(decimals) decimals \(why.english); expected 2, the scale in which marks are recorded",
        "保留 \(decimals) 位小数时，\(why.chinese)；应为 2，与成绩记录的位数一致"))
  }
}

extension Component {
  fileprivate init(_ fields: Fields) {
    place = fields.place
    id = Identifier(fields.required("id", .identifier))
    title = fields.required("title", .text)
    short = fields.optional("short", .text) ?? title
    points = fields.required("points", .scaled(to: 2, in: 0...1000))
    cite = fields.optional("cite", .text)
    let node = fields.required("rule", .node)
    rule = Rule(kind: node.textMember("kind") ?? "", node: node)
  }
}

extension Node {
  fileprivate func textMember(_ key: String) -> String? {
    guard case .object(let members) = value,
      case .string(let text)? = members.list.first(where: { $0.key == key })?.node.value
    else { return nil }
    return text
  }
}

extension PassCondition {
  fileprivate init(_ fields: Fields) {
    place = fields.place
    totalAtLeast = fields.required("total_at_least", .scaled(to: 2, in: 0...1000))
    cite = fields.optional("cite", .text)
  }
}

extension Clause {
  fileprivate init(_ fields: Fields, canBarAwards: Bool = false) {
    place = fields.place
    id = Identifier(fields.required("id", .identifier))
    title = fields.required("title", .text)
    cite = fields.optional("cite", .text)
    conditions = fields.required("when", .learnerConditions)
    barsAwards = canBarAwards ? fields.optional("bars_awards", .boolean) ?? false : false
    if case .object(let members)? = fields.optional("when", .node)?.value, members.list.isEmpty {
      fields.refuse("when", Wording("no condition is stated; expected at least one", "没有条件；至少应写一项"))
    }
  }
}

extension Grade {
  fileprivate init(_ fields: Fields) {
    place = fields.place
    title = fields.required("title", .text)
    from = fields.required("from", .scaled(to: 2, in: 0...1000))
  }
}

extension Credit {
  fileprivate init(_ fields: Fields) {
    place = fields.place
    cite = fields.optional("cite", .text)
    cap = fields.optional("cap", .creditHours)
    if fields.has("of") {
      let tallies = fields.required("of", .oneOrMany(.identifier)).map { Identifier<Tally>($0) }
      amount = .studied(tallies, fields.optional("rounding", .choice) ?? .none)
      onPass = fields.optional("on_pass", .boolean) ?? false
    } else {
      amount = .stated(fields.required("on_pass", .creditHours))
      onPass = true
    }
  }
}

extension Form where Value == Int64 {
  /// Credit hours in hundredths: `36` or `'36学时'`.
  fileprivate static var creditHours: Form {
    let noun = Noun(
      "credit hours such as 36 or '36学时'", many: "credit hours such as 36 or '36学时'", "学时数，如 36 或 '36学时'")
    let written = Form<String>.anyText.narrowed(to: noun, standIn: 0) { text -> Int64? in
      guard text.hasSuffix("学时") else { return nil }
      return ExactDecimal(digits: text.dropLast(2).filter { $0 != " " })?.scaled(to: 2)
    }
    return .either(.scaled(to: 2, in: 0...100_000), written)
  }
}
