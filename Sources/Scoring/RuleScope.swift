package import Programme

/// What a rule is read against: the tallies it may name, and the component that it is written for.
package struct RuleScope: Sendable {
  package let tallies: [Tally]
  /// Seconds of one credit hour (学时).
  package let creditHour: Int64
  /// The component's points, its scale in them.
  package let maximum: Points

  package init(tallies: [Tally], creditHour: Int64, maximum: Points) {
    self.tallies = tallies
    self.creditHour = creditHour
    self.maximum = maximum
  }
}

extension Form where Value == Operand {
  /// The name of a tally of the programme that is kept in one of the units.
  static func operand(_ scope: RuleScope, in units: [TallyUnit]) -> Form {
    let list = units.map(\.rawValue)
    let noun = Noun(
      "a tally in \(list.joined(separator: " or "))", many: "tallies in \(list.joined(separator: " or "))",
      "单位为 \(list.joined(separator: " 或 ")) 的统计量")
    return Form<String>.word(among: scope.tallies.map(\.id.text)).narrowed(to: noun, standIn: .unread) { name in
      let index = scope.tallies.firstIndex { $0.id.text == name }
      return index.map { Operand(scope.tallies[$0], at: $0) }.flatMap { units.contains($0.unit) ? $0 : nil }
    }
  }
}

extension Operand {
  init(_ tally: Tally, at index: Int) {
    self.init(index: index, id: tally.id, title: tally.title, unit: tally.unit, counter: tally.counter)
  }
}

extension Form where Value == Int64 {
  /// An amount above zero in the unit of a tally: `'15h'` or seconds, marks with up to two decimals, a count.
  static func amount(like operand: Operand, _ scope: RuleScope) -> Form {
    guard operand != .unread else { return Form<Node>.node.map { _ in 1 } }
    return number(like: operand, scope).positive
  }

  /// The same, zero included, as where a band begins.
  static func amountFromZero(like operand: Operand, _ scope: RuleScope) -> Form {
    guard operand != .unread else { return Form<Node>.node.map { _ in 0 } }
    let form = number(like: operand, scope)
    let noun = Noun(
      "\(form.noun.one.english), zero or more", many: "\(form.noun.many.english), zero or more",
      "不小于零的\(form.noun.one.chinese)")
    return form.narrowed(to: noun, standIn: 0) { $0 >= 0 ? $0 : nil }
  }

  private static func number(like operand: Operand, _ scope: RuleScope) -> Form {
    switch operand.unit {
    case .seconds: .either(.integer, .duration(creditHour: scope.creditHour))
    case .marks: .scaled(to: 2, in: 0...1_000_000)
    case .items, .moment: .integer
    }
  }

  /// Points in the scale of the component that the rule is written for, above zero.
  static func points(_ scope: RuleScope) -> Form {
    scaled(to: scope.maximum.decimals, in: 0...1_000_000).positive
  }

  /// The same, zero included.
  static func pointsFromZero(_ scope: RuleScope) -> Form {
    scaled(to: scope.maximum.decimals, in: 0...1_000_000)
  }

  /// The same form without zero and what is below.
  var positive: Form {
    let noun = Noun(
      "\(noun.one.english), above zero", many: "\(noun.many.english), above zero", "大于零的\(noun.one.chinese)")
    return narrowed(to: noun, standIn: 1) { $0 > 0 ? $0 : nil }
  }
}

extension RuleScope {
  /// The tally that an operand stands for; nil for one that could not be read.
  func tally(_ operand: Operand) -> Tally? {
    operand == .unread ? nil : tallies[operand.index]
  }

  /// The same scope for a part of the component that has points of its own.
  func part(_ points: Int64) -> RuleScope {
    RuleScope(tallies: tallies, creditHour: creditHour, maximum: Points(points, decimals: maximum.decimals))
  }
}

extension [Operand] {
  /// Each operand once, in the order of first mention.
  var unrepeated: [Operand] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension [Wording] {
  /// The phrases in one, a sign of each language between them.
  package func listed(_ english: String, _ chinese: String) -> Wording {
    Wording(map(\.english).joined(separator: english), map(\.chinese).joined(separator: chinese))
  }
}
