/// Who there is and how hard each works; what all exports of both nights are drawn from.
struct World {
  let seed: UInt64
  let province: Province
  /// The school of each learner, in the order of the schools.
  let school: [Int32]
  /// How hard each learner works, 20 to 1000 thousandths.
  let effort: [Int16]

  var learners: Int { school.count }

  init(seed: UInt64, learners: Int) {
    self.seed = seed
    province = Province(seed: seed, learners: learners)
    var chance = Chance(seed: seed, .learner)
    var sizes = [Int](repeating: 0, count: province.schools.count)
    for _ in 0..<learners { sizes[chance.number(0..<sizes.count)] += 1 }
    school = sizes.enumerated().flatMap { [Int32](repeating: Int32($0.offset), count: $0.element) }
    effort = school.map { [province] school in
      let county = province.counties[province.schools[Int(school)].county]
      return Int16(min(max(chance.beta6and2() + county.effort, 20), 1000))
    }
  }

  /// The number in a learner's code; unique, because the factor has no divisor in common with 10^10.
  func number(of learner: Int) -> Int {
    (learner * 7_368_787_301 + 123_456_789) % 10_000_000_000
  }

  func chance(_ purpose: Chance.Purpose, _ key: UInt64 = 0) -> Chance {
    Chance(seed: seed, purpose, key)
  }
}

/// One of the two nights; on the second, a share of the rows differs from the first.
struct Night {
  let date: String
  /// How many of a million rows are others than on the first night.
  let changedPerMillion: Int

  static let first = Night(date: "2025-11-07", changedPerMillion: 0)

  static func second(changedPerMillion: Int) -> Night {
    Night(date: "2025-11-08", changedPerMillion: changedPerMillion)
  }

  /// When something was changed: on the day of the second night, counted in seconds from the first day of study.
  static func momentOfChange(_ chance: inout Chance) -> Int {
    130 * 86_400 + chance.number(0..<86_400)
  }
}
