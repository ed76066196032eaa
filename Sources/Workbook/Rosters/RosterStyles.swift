/// The styles part of a roster book: one fixed list, to which the cells refer by number.
enum RosterStyles {
  /// The number of a style in the part.
  enum Number {
    static let title = 1
    static let left = 2
    static let right = 3
    static let header = 4
    static let note = 17

    /// The style of a column's values.
    static func of(_ look: RosterSheet.Column.Look) -> Int {
      switch look {
      case .text: 5
      case .word: 6
      case .integer: 7
      case .decimal(let places): 8 + min(max(places, 0), 4)
      case .percent(let places): 13 + min(max(places, 0), 2)
      case .link: 16
      }
    }
  }

  /// The part, in the type, size and rules of every paper.
  static let part =
    XMLPart.declaration + """
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
      <numFmts count="8">\(formats)</numFmts>\
      <fonts count="5"><font><sz val="10"/><name val="Arial"/><family val="2"/></font>\
      <font><b/><sz val="20"/><name val="宋体"/><charset val="134"/></font>\
      <font><sz val="10.5"/><name val="宋体"/><charset val="134"/></font>\
      <font><sz val="11"/><name val="黑体"/><charset val="134"/></font>\
      <font><u/><sz val="10.5"/><color rgb="FF1F4E79"/><name val="宋体"/><charset val="134"/></font></fonts>\
      <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
      <fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/><bgColor indexed="64"/></patternFill></fill></fills>\
      <borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>\
      \(border(bottom: "<bottom style=\"medium\"><color rgb=\"FF000000\"/></bottom>"))\
      \(border(bottom: "<bottom style=\"thin\"><color rgb=\"FF7F7F7F\"/></bottom>"))</borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="18"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      \(cell(font: 1, alignment: "center", more: " shrinkToFit=\"1\""))\(cell(font: 2, alignment: "left"))\(cell(font: 2, alignment: "right"))\
      \(cell(font: 3, fill: 2, border: 1, alignment: "center", more: " wrapText=\"1\""))\
      \(cell(font: 2, border: 2, format: 49, alignment: "left", more: " indent=\"1\" shrinkToFit=\"1\""))\
      \(cell(font: 2, border: 2, alignment: "center"))\(cell(font: 2, border: 2, format: 1, alignment: "center"))\
      \((164...171).map { cell(font: 2, border: 2, format: $0, alignment: "right") }.joined())\
      \(cell(font: 4, border: 2, format: 49, alignment: "left", more: " indent=\"1\""))\
      \(cell(font: 2, alignment: "left", more: " wrapText=\"1\""))\
      </cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
      </styleSheet>
      """

  /// Formats 164 to 168 have 0 to 4 digits behind the point, 169 to 171 are per cent with 0 to 2.
  private static let formats: String = {
    let decimals = (0...4).map { NumberFormat.decimal(places: $0) }
    let percents = (0...2).map { NumberFormat.percent(places: $0) }
    return (decimals + percents).enumerated()
      .map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1.code)\"/>" }.joined()
  }()

  private static func border(bottom: String) -> String {
    let sides = ["left", "right", "top"].map { "<\($0) style=\"thin\"><color rgb=\"FF7F7F7F\"/></\($0)>" }
    return "<border>\(sides.joined())\(bottom)<diagonal/></border>"
  }

  private static func cell(
    font: Int, fill: Int = 0, border: Int = 0, format: Int = 0, alignment: String, more: String = ""
  ) -> String {
    "<xf numFmtId=\"\(format)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\" xfId=\"0\""
      + " applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
      + "<alignment horizontal=\"\(alignment)\" vertical=\"center\"\(more)/></xf>"
  }
}
