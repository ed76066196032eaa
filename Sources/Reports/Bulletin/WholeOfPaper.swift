import Programme

/// What a paper is about: a unit with all units below it.
struct WholeOfPaper {
  let unit: Standing
  /// 全省.
  let title: String
  /// The unit and all below it.
  private let inside: Set<Int64>

  /// The narrowest unit that all learners belong to, unless that is of the last level; nil without units.
  ///
  /// A county's programme may know the province, its cities and counties, and have learners in the county alone. `units` come level by
  /// level, the widest first.
  ///
  /// `chosen` is the unit that a paper is asked for; nil takes the narrowest one.
  init?(of units: [Standing], levels: [UnitLevel], chosen: Int64? = nil) {
    guard let widest = units.first(where: { chosen == nil ? $0.parent == nil : $0.id == chosen }) else {
      return nil
    }
    var whole = widest
    while chosen == nil, whole.enrolled > 0,
      let next = units.first(where: { $0.holdsAllOf(whole) && $0.level < levels.count - 1 })
    {
      whole = next
    }
    unit = whole
    title = whole.level == 0 ? levels.first?.title ?? whole.name : "全\(Self.kind(of: whole, levels))"
    var inside: Set<Int64> = [whole.id]
    for unit in units where unit.parent.map(inside.contains) == true { inside.insert(unit.id) }
    self.inside = inside
  }

  /// What a place is called in 全区: the kind that its own name ends with, or what the level calls its units.
  private static func kind(of unit: Standing, _ levels: [UnitLevel]) -> String {
    unit.name.last.flatMap { "省市州盟县区旗".contains($0) ? String($0) : nil } ?? levels[unit.level].label
  }

  func contains(_ unit: Standing) -> Bool { inside.contains(unit.id) }
}

extension Standing {
  /// Whether this unit is below another and has all learners of it, those who left as well.
  fileprivate func holdsAllOf(_ other: Standing) -> Bool {
    parent == other.id && enrolled == other.enrolled && withdrawn == other.withdrawn && vanished == other.vanished
  }
}
