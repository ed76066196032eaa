import SQLite

/// Every unit with its place in the administrative order, read once for a paper.
///
/// The papers list people by unit (组织序): by the widest units, then those below them, each in the order of the unit file.
struct UnitDirectory {
  /// One office or school.
  struct Unit {
    let code: String
    let name: String
    let level: Int
    let parent: Int64?
    /// Where it stands when all units are listed from the top, every unit before its own subordinates.
    var order = 0
  }

  /// The names of one chain of command, however many levels the programme has.
  struct Path: Hashable {
    /// By level, nil where the chain has no unit of it.
    private var names: [String?] = []

    /// The name at a level; levels are numbered from that of the whole area, 0.
    subscript(level: Int) -> String? { names.indices.contains(level) ? names[level] : nil }

    /// The names below the whole area, from the widest.
    var places: [String] { names.dropFirst().compactMap(\.self) }

    /// The unit as people write it: every place from below the whole area, without those that the unit's own name begins with.
    ///
    /// 云川省云泽市泽东白鹭中心小学 lies in 泽东区, which nobody writes before a name that begins with 泽东; 云泽市第一中学 says its city
    /// itself, so that neither the city nor what lies between the two is written again.
    var written: String { written(below: 0) }

    /// The same among units that are all below one of `level`, which need not be said either; nothing for that unit itself.
    func written(below level: Int) -> String {
      let above = names.prefix(level + 1).compactMap(\.self).count
      let chain = names.compactMap(\.self)
      guard let own = chain.last, chain.count > above else { return "" }
      let said = chain.dropLast().firstIndex { own.hasPrefix(Self.stem($0)) }
      return chain[above..<max(above, said ?? chain.count - 1)].joined() + own
    }

    /// A place's name without what kind of place it is, 泽东 of 泽东区; names of one character keep it.
    private static func stem(_ name: String) -> Substring {
      let kinds = ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "林区", "新区", "地区", "省", "市", "州", "盟", "县", "区", "旗"]
      guard let kind = kinds.first(where: { name.hasSuffix($0) && name.count >= $0.count + 2 }) else {
        return name[...]
      }
      return name.dropLast(kind.count)
    }

    /// The chain one unit longer.
    fileprivate func including(_ unit: Unit) -> Path {
      var path = self
      let missing = unit.level + 1 - names.count
      path.names += Array(repeating: nil, count: max(0, missing))
      path.names[unit.level] = unit.name
      return path
    }
  }

  private let units: [Int64: Unit]
  private let paths: [Int64: Path]
  /// Unit numbers in organisational order.
  let ordered: [Int64]

  /// Reads the unit table.
  static func read(_ database: Database) throws(SQLiteError) -> UnitDirectory {
    let rows = try database.rows("SELECT id, code, name, level, parent FROM unit ORDER BY position, id") {
      row throws(SQLiteError) in
      (
        row.integer(0),
        Unit(code: row.text(1), name: row.text(2), level: Int(row.integer(3)), parent: row.optionalInteger(4))
      )
    }
    return UnitDirectory(rows)
  }

  private init(_ rows: [(id: Int64, unit: Unit)]) {
    var units = Dictionary(rows.map { ($0.id, $0.unit) }, uniquingKeysWith: { first, _ in first })
    var subordinates: [Int64?: [Int64]] = [:]
    for row in rows {
      let parent = row.unit.parent.flatMap { units[$0] == nil ? nil : $0 }
      subordinates[parent, default: []].append(row.id)
    }
    var ordered: [Int64] = []
    var paths: [Int64: Path] = [:]
    var waiting = Array((subordinates[nil] ?? []).reversed())
    while let next = waiting.popLast() {
      guard var unit = units[next] else { continue }
      unit.order = ordered.count
      units[next] = unit
      paths[next] = (unit.parent.flatMap { paths[$0] } ?? Path()).including(unit)
      ordered.append(next)
      waiting.append(contentsOf: (subordinates[next] ?? []).reversed())
    }
    self.units = units
    self.paths = paths
    self.ordered = ordered
  }

  /// The unit of a number, or nil when there is none.
  subscript(id: Int64) -> Unit? { units[id] }

  /// The units of a level in organisational order.
  func units(ofLevel level: Int) -> [Int64] {
    ordered.filter { units[$0]?.level == level }
  }

  /// The unit itself or the one above it that stands on `level`.
  func ancestor(of id: Int64, atLevel level: Int) -> Int64? {
    var current: Int64? = id
    while let here = current, let unit = units[here] {
      if unit.level == level { return here }
      current = unit.level < level ? nil : unit.parent
    }
    return nil
  }

  /// The names of the units above and including a unit; nothing for no unit.
  func path(of id: Int64?) -> Path {
    id.flatMap { paths[$0] } ?? Path()
  }
}
