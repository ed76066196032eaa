/// Points of a component or a total, as the papers print them.
package struct Points: Hashable, Sendable {
  /// The points in units of 10^-decimals.
  package let units: Int64
  /// The decimals of the programme's scale.
  package let decimals: Int

  package init(_ units: Int64, decimals: Int) {
    self.units = units
    self.decimals = decimals
  }

  /// With every decimal of the scale: `41.90`.
  package var text: String { decimalText(units, decimals: decimals) }

  /// Without the zeros at the end, for points that a rule states: `50`, `2.5`.
  package var short: String {
    var (units, decimals) = (units, decimals)
    while decimals > 0, units % 10 == 0 {
      units /= 10
      decimals -= 1
    }
    return decimalText(units, decimals: decimals)
  }
}
