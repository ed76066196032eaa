package import Programme
package import SQLite

extension PublishedUnit {
  /// The unit that somebody means by its code, its name, or its name with those above it; nil with what to say when there is none, or
  /// several, or when it has no units below it.
  package static func find(
    _ words: String, in database: Database, levels: Int
  ) throws -> (unit: PublishedUnit?, problem: Wording?) {
    let units = try UnitDirectory.read(database)
    let known = units.ordered.compactMap { id in units[id].map { (id: id, unit: $0, path: units.path(of: id)) } }
    let meant = known.filter { one in
      [one.unit.code, one.unit.name, one.path.written, one.path.places.joined()].contains(words)
    }
    let above = meant.filter { $0.unit.level > 0 && $0.unit.level < levels - 1 }
    if above.count == 1, let one = above.first {
      let folder = fileSafe(one.path.written)
      let isAlone = known.count { fileSafe($0.path.written) == folder } == 1
      return (
        PublishedUnit(
          id: one.id, code: one.unit.code, folder: isAlone ? folder : "\(folder)-\(fileSafe(one.unit.code))"), nil
      )
    }
    if meant.contains(where: { $0.unit.level == 0 }) {
      return (
        nil,
        Wording(
          "--unit: '\(words)' is the whole programme, whose bulletin is written anyway; name a city or a county",
          "--unit：“\(words)”即本项目全部范围，通报本已生成；请写其下的市或县")
      )
    }
    guard above.isEmpty else {
      let names = above.map { "\($0.path.written)（\($0.unit.code)）" }.joined(separator: "、")
      return (nil, Wording("--unit: '\(words)' may be \(names); name its code", "--unit：“\(words)”可能是\(names)；请写编码"))
    }
    guard meant.isEmpty else {
      return (
        nil,
        Wording(
          "--unit: '\(words)' has no units below it; name a city or a county", "--unit：“\(words)”没有下级单位；请写市或县")
      )
    }
    let names = known.filter { $0.unit.level > 0 && $0.unit.level < levels - 1 }.map(\.unit.name)
    let hint = Spelling.hint(for: words, among: names, in: .prose)
    return (nil, Wording("--unit: no unit '\(words)'; \(hint.english)", "--unit：没有单位“\(words)”；\(hint.chinese)"))
  }
}
