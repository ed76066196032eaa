package import Programme
import Scoring

/// A check that everybody of a role has to pass, one by one.
package struct StaffCheck: Sendable {
  /// What is known of somebody in office.
  package struct Member: Sendable {
    package let born: CalendarDate?
    /// Days on duty; nil where the list says nothing.
    package let duty: Int64?
    package let isChief: Bool

    package init(born: CalendarDate?, duty: Int64?, isChief: Bool) {
      self.born = born
      self.duty = duty
      self.isChief = isChief
    }
  }

  package let check: Check
  package let condition: StaffCondition

  /// nil for a check of another kind.
  package init?(_ check: Check) {
    guard case .people(let condition) = check.condition else { return nil }
    self.check = check
    self.condition = condition
  }

  /// What is demanded, as a phrase: `按2023年8月1日计不大于45周岁`, `值班不少于1天`.
  package var wording: Wording {
    let age = condition.age.map { age in
      age.years.wording(
        least: { Wording("at least \($0) years old on \(age.on)", "\(age.day)不小于\($0)周岁") },
        most: { Wording("at most \($0) years old on \(age.on)", "\(age.day)不大于\($0)周岁") })
    }
    let duty = condition.duty?.wording(
      least: { Wording("days on duty: at least \($0)", "值班不少于\($0)天") },
      most: { Wording("days on duty: at most \($0)", "值班不多于\($0)天") })
    return [age, duty].compactMap(\.self).listed(" and ", "，且")
  }

  /// Whether a member is one of those meant.
  package func concerns(_ member: Member) -> Bool { condition.chief.map { $0 == member.isChief } != false }

  /// What a member has instead, as a phrase; nil for one who passes. What nobody has noted is no pass.
  package func failure(of member: Member) -> Wording? {
    let age = condition.age.flatMap { failure(of: member.born, $0) }
    let duty = condition.duty.flatMap { failure(of: member.duty, $0) }
    let failed = [age, duty].compactMap(\.self)
    return failed.isEmpty ? nil : failed.listed(" and ", "，且")
  }

  private func failure(of born: CalendarDate?, _ bounds: AgeBounds) -> Wording? {
    guard let born else {
      return Wording(
        "no day of birth and no usable identity number, the age cannot be checked", "没有出生日期，也没有可用的身份证号，无法核对年龄")
    }
    let age = born.age(on: bounds.on)
    return bounds.years.hold(age) ? nil : Wording("\(age) years old", "\(age)周岁")
  }

  private func failure(of duty: Int64?, _ bounds: CountBounds) -> Wording? {
    guard let duty else { return Wording("no duty is noted", "没有值班记录") }
    return bounds.hold(duty) ? nil : Wording("days on duty: \(duty)", "值班\(duty)天")
  }
}

extension CountBounds {
  /// The bounds that are there as one phrase.
  func wording(least: (Int64) -> Wording, most: (Int64) -> Wording) -> Wording {
    [atLeast.map(least), atMost.map(most)].compactMap(\.self).listed(" and ", "，且")
  }
}

extension CalendarDate {
  /// Whole years on a day: one more from the birthday on; who was born on 29 February has it on 1 March of other years.
  func age(on day: CalendarDate) -> Int64 {
    Int64(day.year - year - ((day.month, day.day) < (month, self.day) ? 1 : 0))
  }
}

extension AgeBounds {
  /// The day as Chinese papers say it: `按2023年8月1日计`.
  fileprivate var day: String { "按\(on.year)年\(on.month)月\(on.day)日计" }
}
