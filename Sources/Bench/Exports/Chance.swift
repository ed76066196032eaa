import Foundation

/// Random numbers fixed by what they are drawn for: the seed, the export, and the row.
///
/// A row's values depend on nothing but its own key, so that rows can be written in any order, and a second night repeats
/// every row that did not change. SplitMix64 (Steele, Lea and Flood, 2014) scatters the key and draws on from there.
struct Chance {
  private var state: UInt64

  /// What is drawn for; each has numbers of its own.
  enum Purpose: UInt64 {
    case province, learner, roster, studyRows, study, homework, postRows, post, survey, rating, staff
    case dirt, repeated, order, changed, revised, asked
  }

  init(seed: UInt64, _ purpose: Purpose, _ key: UInt64 = 0) {
    state = Self.scattered(Self.scattered(seed &+ purpose.rawValue &<< 56) ^ key)
  }

  /// The next number; all 64 bits are random.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.scattered(state)
  }

  private static func scattered(_ word: UInt64) -> UInt64 {
    var mixed = word
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of the range, each as likely as the other.
  mutating func number(_ range: Range<Int>) -> Int {
    range.lowerBound + Int(next().multipliedFullWidth(by: UInt64(range.count)).high)
  }

  /// Whether something of so many chances in a million happens.
  mutating func happens(perMillion: Int) -> Bool {
    number(0..<1_000_000) < perMillion
  }

  /// A normal number around a mean, as the sum of twelve even ones; integers, so that every machine draws the same.
  mutating func normal(mean: Int, deviation: Int) -> Int {
    var sum = -6 * 65_535
    for _ in 0..<3 {
      let word = next()
      sum += Int(word & 0xFFFF) + Int(word >> 16 & 0xFFFF) + Int(word >> 32 & 0xFFFF) + Int(word >> 48)
    }
    return mean + sum * deviation / 65_536
  }

  /// A number of the gamma distribution with a whole shape, in thousandths of its scale: the sum of that many waits.
  mutating func gamma(shape: Int) -> Int {
    var word = next()
    var sum = 0
    for _ in 0..<shape {
      sum += Self.waits[Int(word & 0x3FF)]
      word >>= 10
    }
    return sum
  }

  /// A number of the beta distribution with parameters 6 and 2, in thousandths: the second largest of seven even ones.
  mutating func beta6and2() -> Int {
    var (largest, second) = (-1, -1)
    for _ in 0..<7 {
      let drawn = number(0..<1001)
      if drawn > largest {
        (largest, second) = (drawn, largest)
      } else if drawn > second {
        second = drawn
      }
    }
    return second
  }

  /// Thousandths of the quantiles of the exponential distribution; whole numbers, so that a last bit of `log` cannot tell.
  private static let waits: [Int] = (0..<1024).map { Int((-1000 * log(1 - (Double($0) + 0.5) / 1024)).rounded()) }
}

extension Array {
  /// Puts the elements into an order that the chance fixes (Fisher and Yates).
  mutating func shuffle(by chance: inout Chance) {
    for last in indices.dropFirst().reversed() {
      swapAt(last, chance.number(0..<last + 1))
    }
  }
}
