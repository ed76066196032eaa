package import Programme

/// Scores learners: the scheme of a programme, its rules read and checked.
///
/// Each component is rounded once to the programme's scale, the total is the sum of what is printed, at most one hundred, and every
/// comparison is made on printed values.
package struct Scorer: Sendable {
  package let components: [ScoredComponent]
  /// All must be met to pass; bit n of `Marks.unmet` is the n-th of them.
  package let requirements: [ScoredClause]
  /// Bits behind those of the requirements.
  package let vetoes: [ScoredClause]
  /// Bits of `Marks.flags`.
  package let flags: [ScoredClause]
  /// The highest first.
  package let grades: [Grade]
  package let credit: CreditRule?
  /// How many tallies a learner's row has.
  package let width: Int
  /// Decimals of a printed mark.
  package let decimals: Int
  /// Lowest passing total, in units of 10^-decimals.
  package let passLine: Int64
  /// One hundred points, the highest total, in units of 10^-decimals.
  package let highest: Int64

  /// Reads the rules of the scheme; the scorer of a scheme with faults must not be used.
  package init(_ programme: Programme, faults: FaultCollector) {
    self.init(programme.scoring, tallies: programme.tallies, creditHour: programme.creditHour, faults: faults)
  }

  /// The same from the parts of a programme that scoring reads; `creditHour` is in seconds.
  package init(_ scheme: Scheme, tallies: [Tally], creditHour: Int64, faults: FaultCollector) {
    checkScheme(scheme, faults)
    components = scheme.components.compactMap { component in
      let maximum = Points(component.points, decimals: scheme.decimals)
      let scope = RuleScope(tallies: tallies, creditHour: creditHour, maximum: maximum)
      return Form.rule(scope).read(component.rule.node, faults).map { ScoredComponent(component, maximum, $0) }
    }
    let scope = ConditionScope(
      tallies: tallies, decimals: scheme.decimals, creditHour: creditHour, grades: scheme.grades)
    requirements = scheme.requirements.map { ScoredClause($0, scope, faults) }
    vetoes = scheme.vetoes.map { ScoredClause($0, scope, faults) }
    flags = scheme.flags.map { ScoredClause($0, scope, faults) }
    grades = scheme.grades
    credit = scheme.credit.flatMap { CreditRule($0, scope, faults) }
    width = tallies.count
    decimals = scheme.decimals
    passLine = scheme.pass.totalAtLeast
    highest = 100 * Int64(powerOfTen(scheme.decimals))
  }

  /// Marks of the right size for `score` to fill.
  package var blankMarks: Marks { Marks(components: components.count) }

  /// Scores one learner, whose row of tallies is in the order of the pipeline file.
  package func score(_ tallies: Span<Int64>, into marks: inout Marks) {
    var total: Int64 = 0
    for index in components.indices {
      let outcome = components[index].rule.outcome(tallies, maximum: components[index].maximum.units)
      marks.points[index] = outcome.points
      marks.reasons[index] = outcome.reason
      total += outcome.points
    }
    marks.total = min(total, highest)
    judge(tallies, &marks)
  }

  /// What follows from the total: requirements, vetoes, the pass, the grade, credited hours, flags.
  private func judge(_ tallies: Span<Int64>, _ marks: inout Marks) {
    marks.passed = false
    marks.grade = grade(of: marks.total, passed: true)
    var unmet: UInt64 = 0
    for index in requirements.indices where !requirements[index].holds(tallies, marks) { unmet |= 1 << UInt64(index) }
    for index in vetoes.indices where vetoes[index].holds(tallies, marks) { unmet |= bit(ofVeto: index) }
    marks.unmet = unmet
    marks.passed = marks.total >= passLine && unmet == 0
    if !marks.passed { marks.grade = grade(of: marks.total, passed: false) }
    marks.credit = credit?.hours(tallies, passed: marks.passed) ?? 0
    var raised: UInt64 = 0
    for index in flags.indices where flags[index].holds(tallies, marks) { raised |= 1 << UInt64(index) }
    marks.flags = raised
  }

  /// The bit of a veto in `Marks.unmet`.
  package func bit(ofVeto index: Int) -> UInt64 { 1 << UInt64(requirements.count + index) }

  /// The grade of a total; -1 is none.
  ///
  /// Whoever does not pass has no grade that begins at the pass line or above it: 合格 beside 不合格 would contradict itself.
  private func grade(of total: Int64, passed: Bool) -> Int {
    for index in grades.indices where total >= grades[index].from && (passed || grades[index].from < passLine) {
      return index
    }
    return -1
  }

  /// The points that a learner's total lacks to pass; nil where it reaches the line.
  package func lacking(_ marks: Marks) -> Points? {
    marks.total >= passLine ? nil : Points(passLine - marks.total, decimals: decimals)
  }

  /// The requirements that are not met, and the vetoes that have struck.
  package func unmet(_ marks: Marks) -> [ScoredClause] {
    requirements.indices.filter { marks.unmet & (1 << UInt64($0)) != 0 }.map { requirements[$0] }
      + vetoes.indices.filter { marks.unmet & bit(ofVeto: $0) != 0 }.map { vetoes[$0] }
  }

  /// The flags that are raised.
  package func raised(_ marks: Marks) -> [ScoredClause] {
    flags.indices.filter { marks.flags & (1 << UInt64($0)) != 0 }.map { flags[$0] }
  }

  /// The marks of one learner, for a question about that learner alone.
  package func marks(of tallies: [Int64]) -> Marks {
    var marks = blankMarks
    score(tallies.span, into: &marks)
    return marks
  }
}

/// A component with its rule read.
package struct ScoredComponent: Sendable {
  package let id: Identifier<Component>
  package let title: String
  package let cite: String?
  package let maximum: Points
  package let rule: any RuleKind

  init(_ component: Component, _ maximum: Points, _ rule: any RuleKind) {
    id = component.id
    title = component.title
    cite = component.cite
    self.maximum = maximum
    self.rule = rule
  }

  /// A part of a component, looked at by itself.
  init(_ maximum: Points, _ rule: any RuleKind) {
    id = ""
    title = ""
    cite = nil
    self.maximum = maximum
    self.rule = rule
  }
}
