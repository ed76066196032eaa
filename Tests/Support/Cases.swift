import Foundation

/// The cases of a property test: a seed for each, as the environment wants them.
package enum Cases {
  /// The seeds of one loop.
  ///
  /// `CASES=` is the number of cases instead of the usual one; `SEED=` replays a single case by the seed that its failure named.
  package static func seeds(usually count: Int) -> Range<UInt64> {
    if let seed = number("SEED") { return seed..<seed + 1 }
    return 0..<(number("CASES") ?? UInt64(count))
  }

  /// The seeds of a loop that is run for a few cases while the program is written, and for many when it is checked in release.
  package static func seeds(whileBuilding few: Int, whenChecking many: Int) -> Range<UInt64> {
    #if DEBUG
      seeds(usually: few)
    #else
      seeds(usually: many)
    #endif
  }

  private static func number(_ variable: String) -> UInt64? {
    ProcessInfo.processInfo.environment[variable].flatMap(UInt64.init)
  }
}
