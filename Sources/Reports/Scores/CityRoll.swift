import SQLite

/// The learners of one city in the order in which its score workbook lists them: by county and school in organisational
/// order, then by learner number.
struct CityRoll: Sendable {
  /// What the workbook is about: the city, or the whole area for learners who are directly under it.
  let title: String
  /// The name of the file without its ending, unique among all cities.
  let fileName: String
  /// Rows of `LearnerRoll`.
  let learners: [Int32]

  /// Sorts all learners into cities, the cities in organisational order.
  ///
  /// With `only` there is one roll, of the learners of that unit. Where all learners belong to one county there is one roll, the county's:
  /// its programme may know the city and the province above.
  static func sort(
    _ roll: LearnerRoll, _ names: PersonNames, _ units: UnitDirectory, only: Int64? = nil
  ) -> [CityRoll] {
    var learners: [Int64: [Int32]] = [:]
    let level = only.flatMap { units[$0]?.level } ?? max(1, levelOfAll(roll, units))
    for place in places(roll, names, units, level: level).sorted() where only == nil || place.city == only {
      learners[place.city, default: []].append(place.row)
    }
    var taken: Set<String> = []
    return learners.keys.sorted { units.order(of: $0) < units.order(of: $1) }.map { city in
      let title = units[city]?.name ?? "其他"
      var fileName = fileSafe(title)
      if !taken.insert(fileName).inserted {
        fileName += "-" + fileSafe(units[city]?.code ?? "")
        taken.insert(fileName)
      }
      return CityRoll(title: title, fileName: fileName, learners: learners[city] ?? [])
    }
  }

  /// The level of the narrowest unit above the last level that all learners belong to.
  private static func levelOfAll(_ roll: LearnerRoll, _ units: UnitDirectory) -> Int {
    let own = Set(roll.units)
    let deepest = units.ordered.compactMap { units[$0]?.level }.max() ?? 0
    let isOne = { (level: Int) in
      let above = Set(own.map { units.ancestor(of: $0, atLevel: level) })
      return above.count == 1 && above != [nil]
    }
    return (0..<max(1, deepest)).last(where: isOne) ?? 0
  }

  /// Where a learner stands among all.
  private struct Place: Comparable {
    let city: Int64
    let unit: Int
    let person: Int32
    let project: Int32
    let cohort: Int32
    let row: Int32

    static func < (left: Place, right: Place) -> Bool {
      if left.unit != right.unit { return left.unit < right.unit }
      if left.person != right.person { return left.person < right.person }
      return (left.project, left.cohort, left.row) < (right.project, right.cohort, right.row)
    }
  }

  private static func places(
    _ roll: LearnerRoll, _ names: PersonNames, _ units: UnitDirectory, level: Int
  ) -> [Place] {
    var cities: [Int64: Int64] = [:]
    let top = units.ordered.first ?? 0
    return roll.units.indices.map { row in
      let unit = roll.units[row]
      let city = cities[unit] ?? units.ancestor(of: unit, atLevel: level) ?? top
      cities[unit] = city
      return Place(
        city: city, unit: units.order(of: unit), person: names.order(of: roll.people[row]),
        project: roll.projects[row], cohort: roll.cohorts[row], row: Int32(truncatingIfNeeded: row))
    }
  }
}
