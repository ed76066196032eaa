/// Names by which formulas find a cell from anywhere in a workbook: `合格率`, `参训人数`.
package enum DefinedName {
  /// The most characters of a name that is made here; a program takes 255.
  static let limit = 100

  /// A title as a name that every spreadsheet program takes.
  ///
  /// Letters of all scripts, digits, `_` and `.` stay; what else stands between them becomes one `_`. A name does not begin with a digit
  /// and does not look like a cell: `A1`, `R1C1` and `TRUE` get a `_` behind them.
  package static func legal(_ title: String) -> String {
    var name = ""
    for scalar in title.unicodeScalars {
      if isAllowed(scalar) {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty, name.last != "_" {
        name += "_"
      }
    }
    if name.hasSuffix("_") { name.removeLast() }
    name = String(name.prefix(limit))
    guard let first = name.unicodeScalars.first else { return "_" }
    if first == "." || isDigit(first) { name = "_" + name }
    return isReserved(name) ? name + "_" : name
  }

  /// A legal name that is not among those taken, which are kept in small letters: programs take `Rate` and `rate` for one name.
  static func unique(_ title: String, _ taken: inout Set<String>) -> String {
    let name = legal(title)
    var unique = name
    var number = 2
    while !taken.insert(unique.lowercased()).inserted {
      unique = "\(name)_\(number)"
      number += 1
    }
    return unique
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" || scalar == "." || isDigit(scalar) { return true }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: true
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Whether a program would read the name as a cell in either of its two notations, or as a truth value.
  private static func isReserved(_ name: String) -> Bool {
    let upper = name.uppercased()
    return upper.wholeMatch(of: /[A-Z]{1,3}[0-9]+|R[0-9]*(C[0-9]*)?|C[0-9]*|TRUE|FALSE/) != nil
  }
}
