package import Programme

/// What conditions on learners are read against.
package struct ConditionScope: Sendable {
  package let tallies: [Tally]
  /// Decimals of a printed mark.
  package let decimals: Int
  /// Seconds of one credit hour (学时).
  package let creditHour: Int64
  package let grades: [Grade]

  package init(tallies: [Tally], decimals: Int, creditHour: Int64, grades: [Grade] = []) {
    self.tallies = tallies
    self.decimals = decimals
    self.creditHour = creditHour
    self.grades = grades
  }
}

extension Programme {
  /// What the conditions of this programme are read against.
  package var conditionScope: ConditionScope {
    ConditionScope(
      tallies: tallies, decimals: scoring.decimals, creditHour: creditHour, grades: scoring.grades)
  }
}

extension WrittenAmount {
  /// Which end of a span of time an amount stands for: a date is a whole day.
  enum Side {
    case beginning, end
  }

  /// The amount in the stored unit of a tally; nil, and a fault at its place, when it is no amount of that unit.
  func amount(in unit: TallyUnit, _ side: Side, _ scope: ConditionScope, _ faults: FaultCollector) -> Int64? {
    let found: Int64? =
      switch (value, unit) {
      case (.number(let number), .marks): number.scaled(to: unit.decimals)
      case (.number(let number), _): number.integer
      case (.text(let text), .seconds): Self.seconds(text, scope.creditHour)
      case (.text(let text), .moment): WrittenMoment(text).map { side == .beginning ? $0.first : $0.last }
      case (.text, _): nil
      }
    guard let found, (-1_000_000_000_000...1_000_000_000_000).contains(found) else {
      faults.refuse(place, refusal(in: unit))
      return nil
    }
    return found
  }

  private func refusal(in unit: TallyUnit) -> Wording {
    let stated =
      switch value {
      case .number(let number): Wording("found \(number)", "此处是 \(number)")
      case .text(let text): Wording("found '\(text)'", "此处是 '\(text)'")
      }
    let expected =
      switch unit {
      case .seconds: Wording("a duration such as '15h' or '3学时', or seconds", "时长，如 '15h'、'3学时'，或秒数")
      case .marks: Wording("marks with at most two decimals", "至多两位小数的分数")
      case .items: Wording("a whole number", "整数")
      case .moment: WrittenMoment.noun.one
      }
    return Wording(
      "\(stated.english); expected \(expected.english)", "\(stated.chinese)；应为\(expected.chinese)")
  }

  private static func seconds(_ text: String, _ creditHour: Int64) -> Int64? {
    let unheard = FaultCollector()
    return Form.duration(creditHour: creditHour).read(Node(.unstated, .string(text)), unheard)
  }
}

extension Place {
  /// Stands for the place of what no file states.
  fileprivate static let unstated = Place(line: 1, column: 1)
}
