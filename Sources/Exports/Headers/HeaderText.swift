/// A header made comparable: half-width, without white space, enumeration or trailing unit (`domain.md` header rules).
package struct HeaderText: Sendable, Hashable {
  /// What is compared.
  package let key: String
  /// The unit that stood in brackets at the end, such as `分钟`, `%` or `100%`.
  package let unit: String?

  /// Normalises a header as it stands in the file.
  package init(_ header: String) {
    var scalars = FoldedText(Array(header.utf8).span).withoutSpace
    scalars = Self.unified(scalars)
    scalars = Self.withoutEnumeration(scalars)
    let unit = Self.trailingUnit(scalars)
    if let unit { scalars.removeLast(unit.count + 2) }
    self.unit = unit.map { Self.bareUnit(string($0).lowercased()) }
    key = string(scalars).lowercased()
  }

  /// Brackets of every kind become round ones, slashes and colons lose their variants, marks of a required column go.
  private static func unified(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let unified: [Unicode.Scalar] = scalars.map { scalar in
      switch scalar {
      case "[", "【", "〔", "〖", "{", "「": "("
      case "]", "】", "〕", "〗", "}", "」": ")"
      case "、", "／": "、"
      default: scalar
      }
    }
    return unified.filter { $0 != "*" && $0 != "＊" && $0 != "\"" && $0 != "'" }
  }

  /// Takes off `1、`, `1.` and `1:` before words.
  private static func withoutEnumeration(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let rest = scalars.drop { $0.digit != nil }
    guard rest.count < scalars.count, let mark = rest.first, mark == "、" || mark == "." || mark == ":" else {
      return scalars
    }
    let words = rest.dropFirst()
    guard let first = words.first, first.digit == nil else { return scalars }
    return Array(words)
  }

  /// What the brackets at the end hold, when it is a known unit and something stands before them.
  private static func trailingUnit(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard scalars.last == ")", let open = scalars.lastIndex(of: "("), open > 0 else { return nil }
    let inner = Array(scalars[(open + 1)..<(scalars.count - 1)])
    return units.contains(string(inner).lowercased()) ? inner : nil
  }

  /// `单位:小时` states the same as `小时`.
  private static func bareUnit(_ unit: String) -> String {
    unit.hasPrefix("单位:") ? String(unit.dropFirst("单位:".count)) : unit
  }

  private static let units: Set<String> = [
    "分钟", "分", "小时", "时", "秒", "学时", "天", "日", "%", "100%", "百分比", "百分制", "个", "次", "人", "篇", "条", "份", "名",
    "门", "节", "帖", "元", "万元", "字", "min", "h", "s", "hours", "minutes", "seconds", "单位:分钟", "单位:小时", "单位:学时",
    "单位:分", "单位:秒", "单位:天", "单位:%",
  ]
}
