/// Looks for e-mail addresses in a text, full-width and spaced ones as well.
struct MailAddresses {
  private(set) var found: [PrivateText] = []
  /// The characters that take room, in half-width, and where each stands in the text.
  private let places: [(scalar: Unicode.Scalar, index: Int)]

  init(_ scalars: [Unicode.Scalar]) {
    places = scalars.enumerated().compactMap { index, scalar in
      scalar.isWithoutWidth ? nil : (scalar.halfWidth, index)
    }
    for sign in places.indices where places[sign].scalar == "@" {
      if let address = address(around: sign) { found.append(address) }
    }
  }

  /// The address whose @ stands at a place: a domain of two labels at least must follow.
  private func address(around sign: Int) -> PrivateText? {
    var end = sign + 1
    var labels = 0
    while true {
      let start = skipBlanks(from: end)
      var stop = start
      while stop < places.count, isWord(places[stop].scalar) || places[stop].scalar == "-" { stop += 1 }
      guard stop > start else { break }
      labels += 1
      end = stop
      let point = skipBlanks(from: stop)
      guard point < places.count, places[point].scalar == "." else { break }
      let next = skipBlanks(from: point + 1)
      guard next < places.count, isWord(places[next].scalar) else { break }
      end = point + 1
    }
    guard labels >= 2 else { return nil }
    var start = sign
    while start > 0, places[start - 1].scalar.properties.isWhitespace, sign - start < 2 { start -= 1 }
    while start > 0, isWord(places[start - 1].scalar) || "._%+-".unicodeScalars.contains(places[start - 1].scalar) {
      start -= 1
    }
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: places[start..<end].map(\.scalar).filter { !$0.properties.isWhitespace })
    return PrivateText(
      kind: .email, plain: String(plain).lowercased(), range: places[start].index..<(places[end - 1].index + 1))
  }

  private func skipBlanks(from start: Int) -> Int {
    var place = start
    while place < places.count, places[place].scalar.properties.isWhitespace, place - start < 2 { place += 1 }
    return place
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
  }
}
