extension Form where Value == [LearnerCondition] {
  /// Conditions by tally: `{ study_time: { above: 0 }, exam: { before: 'completed_at' }, passed: true, total_at_least: 90, grade: '优秀' }`.
  package static var learnerConditions: Form {
    Form<[Entry<Node>]>.dictionary(of: .node).flatMapped { entry, faults in
      switch entry.key {
      case "passed": Form<Bool>.boolean.read(entry.value, faults).map { [.passed($0)] }
      case "total_at_least":
        Form<Int64>.scaled(to: 2, in: 0...1000).read(entry.value, faults).map { [.totalAtLeast($0)] }
      case "grade": Form<Placed<String>>.placed(.text).read(entry.value, faults).map { [.grade($0)] }
      default:
        Form<[LearnerCondition]>.object { fields in
          LearnerCondition.comparisons(of: Identifier(entry.key), fields)
        }.read(entry.value, faults)
      }
    }
  }
}

extension LearnerCondition {
  /// Every comparison that an object states of one tally.
  fileprivate static func comparisons(of tally: Identifier<Tally>, _ fields: Fields) -> [LearnerCondition] {
    let other = Form<Placed<Identifier<Tally>>>.placed(Form<String>.identifier.map { Identifier($0) })
    let found = [
      fields.optional("above", .writtenAmount).map { LearnerCondition.above(tally, $0) },
      fields.optional("at_least", .writtenAmount).map { LearnerCondition.atLeast(tally, $0) },
      fields.optional("at_most", .writtenAmount).map { LearnerCondition.atMost(tally, $0) },
      fields.optional("below", .writtenAmount).map { LearnerCondition.below(tally, $0) },
      fields.optional("before", other).map { LearnerCondition.before(tally, $0) },
      fields.optional("after", other).map { LearnerCondition.after(tally, $0) },
    ].compactMap(\.self)
    if found.isEmpty, !["above", "at_least", "at_most", "below", "before", "after"].contains(where: fields.has) {
      fields.faults.refuse(
        fields.place,
        Wording(
          "nothing is compared; expected 'at_least', 'above', 'at_most', 'below', 'before' or 'after'",
          "没有比较；应写 at_least、above、at_most、below、before 或 after"))
    }
    return found
  }
}

extension Form {
  /// The values of an object's entries, each read with its key at hand, joined into one list.
  fileprivate func flatMapped<Element>(
    _ read: @escaping (Entry<Node>, FaultCollector) -> [Element]?
  ) -> Form<[Element]> where Value == [Entry<Node>] {
    Form<[Element]>(noun, standIn: [], admits: admits) { node, faults in
      self.read(node, faults)?.flatMap { read($0, faults) ?? [] }
    }
  }
}

extension Form where Value == WrittenAmount {
  /// A number, or the text of a duration or a time; the unit of the tally tells which it must be.
  fileprivate static var writtenAmount: Form {
    let noun = Noun(
      "an amount such as 2, '3学时' or '2021-10-22'", many: "amounts such as 2, '3学时' or '2021-10-22'",
      "数量，如 2、'3学时' 或 '2021-10-22'")
    return Form<Node>.node.narrowed(to: noun, standIn: 0) { node in
      switch node.value {
      case .number(let number): WrittenAmount(place: node.place, value: .number(number))
      case .string(let text): WrittenAmount(place: node.place, value: .text(text))
      default: nil
      }
    }
  }
}
