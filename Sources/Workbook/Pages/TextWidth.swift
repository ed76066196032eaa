/// How much room text takes, counted in half-width characters: a Chinese character takes two, a Latin letter or digit one.
///
/// No font is asked: every Chinese font keeps this grid, and a paper made on one machine must fit on another.
package enum TextWidth {
  /// The width of a line in half-width characters.
  package static func halfWidths(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + halfWidths($1) }
  }

  /// The width of a character: 2 when wide, full-width or drawn so by Chinese fonts, 0 when it joins another, else 1.
  package static func halfWidths(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0xA0 { return value < 0x20 || value == 0x7F ? 0 : 1 }
    if contains(joining, value) { return 0 }
    return contains(wide, value) ? 2 : 1
  }

  /// The width in units of the default font (7 pixels each) of a line of `size` points, without padding.
  ///
  /// The 5 % above the plain grid is what fonts wider than SimSun need.
  package static func units(_ text: some StringProtocol, size: Double) -> Double {
    Double(halfWidths(text)) * 1.05 * size / 11
  }

  private static func contains(_ ranges: [ClosedRange<UInt32>], _ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(value)
  }

  /// Characters that take no room of their own.
  private static let joining: [ClosedRange<UInt32>] = [
    0x0300...0x036F, 0x200B...0x200F, 0x2060...0x2060, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xE0100...0xE01EF,
  ]

  /// Wide and full-width characters, and those that Unicode calls ambiguous and Chinese fonts draw wide (`—`, `“`, `①`).
  private static let wide: [ClosedRange<UInt32>] = [
    0x00A7...0x00A8, 0x00B0...0x00B1, 0x00B7...0x00B7, 0x00D7...0x00D7, 0x00F7...0x00F7, 0x0391...0x03C9,
    0x0401...0x0451, 0x1100...0x115F, 0x2010...0x2016, 0x2018...0x2019, 0x201C...0x201D, 0x2025...0x2026,
    0x2030...0x2030, 0x2032...0x2033, 0x203B...0x203B, 0x2103...0x2103, 0x2116...0x2116, 0x2160...0x216B,
    0x2170...0x2179, 0x2190...0x2199, 0x2208...0x2208, 0x220F...0x2211, 0x2215...0x2215, 0x221A...0x221A,
    0x221D...0x2220, 0x2223...0x222E, 0x2234...0x2237, 0x2248...0x2248, 0x2260...0x2261, 0x2264...0x2267,
    0x2295...0x22A5, 0x2312...0x2312, 0x231A...0x231B, 0x2329...0x232A, 0x2460...0x24E9, 0x2500...0x2573,
    0x2581...0x258F, 0x25A0...0x25A1, 0x25B2...0x25BD, 0x25C6...0x25C7, 0x25CB...0x25CB, 0x25CE...0x25CF,
    0x2605...0x2606, 0x2609...0x2609, 0x2640...0x2642, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
    0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
