/// An integer in units of 10^-decimals as decimal text, 61 with two decimals being 0.61.
///
/// `trimmed` drops idle zeros: 2.400000 becomes 2.4.
func decimalText(_ value: Int128, decimals: Int, trimmed: Bool = false) -> String {
  var digits = String(value.magnitude)
  if digits.count <= decimals { digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits }
  let whole = digits.dropLast(decimals)
  var rest = digits.suffix(decimals)
  if trimmed { while rest.last == "0" { rest.removeLast() } }
  return (value < 0 ? "-" : "") + whole + (rest.isEmpty ? "" : "." + rest)
}
