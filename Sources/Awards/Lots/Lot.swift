/// A drawn number: the first 64 bits of a SHA-256 digest, read as a big-endian number; the smallest wins.
///
/// The digest is taken of the seed, the award and the identifier of the one drawn for, as UTF-8 with a line feed (0x0A) between them.
/// Whoever knows the published seed can repeat the draw with any tool: `printf '%s\n%s\n%s' SEED AWARD IDENTIFIER | sha256sum`, of which
/// the papers print the first sixteen digits. Nothing else goes into it, so nobody's number depends on who else is drawn.
package struct Lot: Hashable, Sendable, Comparable {
  package var number: UInt64

  /// A lot with a known number.
  package init(number: UInt64) {
    self.number = number
  }

  /// The lot that a digest of `message` gives.
  package init(digest: some Sequence<UInt8>) {
    number = digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The bytes that are digested.
  package static func message(seed: String, award: String, identifier: String) -> [UInt8] {
    Array("\(seed)\n\(award)\n\(identifier)".utf8)
  }

  /// The lot as a key of a ranking, which compares signed numbers.
  package var key: Int64 { Int64(bitPattern: number ^ 1 << 63) }

  /// The lot that stands behind a key.
  package init(key: Int64) {
    number = UInt64(bitPattern: key) ^ 1 << 63
  }

  /// Sixteen hexadecimal digits, as `sha256sum` begins its line.
  package var text: String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
