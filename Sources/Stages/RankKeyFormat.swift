import Awards
import Programme
import Scoring
import Store

/// How the papers print the values of a rank key, looked up once for all candidates.
enum RankKeyFormat: Sendable {
  /// A number with so many decimals; hours are counted in seconds.
  case number(decimals: Int, isHours: Bool)
  case lot
  case time

  init(_ key: RankValue, _ programme: Programme) {
    if let decimals = programme.decimals(of: key) {
      let tally = if case .tally(let id) = key { programme.tallies.first { $0.id == id } } else { Tally?.none }
      self = .number(decimals: decimals, isHours: tally?.unit == .seconds)
    } else if case .lot = key {
      self = .lot
    } else {
      self = .time
    }
  }

  /// Whether the key is a moment, of which a difference is a length of time.
  var isMoment: Bool { if case .time = self { true } else { false } }

  /// A value, in the key's printed unit.
  func text(_ value: Int64) -> String {
    switch self {
    case .number(let decimals, let isHours):
      // Hundredths of hours where the key counts seconds.
      decimalText(isHours ? Int64(roundingHalfUp(Int128(value) * 100, over: 3600)) : value, decimals: decimals)
    case .lot: Lot(key: value).text
    case .time: moment(value)
    }
  }
}
