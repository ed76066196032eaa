extension String {
  /// This text as reading makes the cells of exports plain: half-width, trimmed, runs of white space made one blank.
  ///
  /// A pipeline file names texts as the exports have them, `参训学员（上旬班）`; what is compared with them is a cell that was read.
  var asCell: String {
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: plain.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x200B...0x200D, 0x2060, 0xFEFF, 0xAD: continue
      case 0x2212: plain.append("-")
      default: plain.append(scalar)
      }
    }
    return String(plain).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
