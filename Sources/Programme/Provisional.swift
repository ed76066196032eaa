/// Components whose points are not final before a time, because what they rest on may still come in: marks of a school that are
/// reported before the last list is due.
package struct Provisional: Sendable {
  package var place: Place
  package var title: String
  package var components: [Identifier<Component>]
  /// The last second of the time in which they may change.
  let until: MomentByCohort
  package var cite: String?

  /// The last second in which the points of a cohort's learners may change; nil where the file states none.
  package func end(of cohort: Cohort) -> Int64? { until.moment(of: cohort)?.last }
}

extension Provisional {
  init(_ fields: Fields) {
    place = fields.place
    title = fields.required("title", .text)
    components = fields.required("components", .list(of: Form.identifier.map { Identifier($0) }, atLeast: 1))
    until = fields.required("until", .momentByCohort)
    cite = fields.optional("cite", .text)
  }

  /// Refuses components and cohorts that the programme has not.
  func check(_ scheme: Scheme, _ cohorts: [Cohort], _ faults: FaultCollector) {
    let known = scheme.components.map(\.id.text)
    for name in components.map(\.text) where !known.contains(name) {
      let hint = Spelling.hint(for: name, among: known)
      faults.refuse(
        place, Wording("unknown component '\(name)'; \(hint.english)", "未知的考核项 '\(name)'；\(hint.chinese)"))
    }
    until.refuseOtherCohorts("until", at: place, cohorts, faults)
    for cohort in cohorts {
      guard let end = end(of: cohort), end < WrittenMoment(cohort.from).first else { continue }
      faults.warn(
        place,
        Wording(
          "'\(title)' is final before the cohort \(cohort.title) begins on \(cohort.from), so that nothing is ever provisional; correct the time",
          "“\(title)”的暂定期限早于\(cohort.title)的开始日期\(cohort.from)，不会有暂定成绩；请核对时刻"))
    }
  }
}

extension Programme {
  /// What is provisional at a second, for which cohorts, and until when; cohorts that have not begun are left out.
  package func provisional(at second: Int64) -> [(rule: Provisional, cohort: Cohort, end: Int64)] {
    scoring.provisional.flatMap { rule in
      cohorts.compactMap { cohort in
        guard let end = rule.end(of: cohort), second <= end, second > WrittenMoment(cohort.from).first else {
          return nil
        }
        return (rule, cohort, end)
      }
    }
  }
}
