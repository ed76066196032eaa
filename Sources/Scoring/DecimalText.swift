/// An integer of 10^-decimals in plain digits: 8250 to two decimals is `82.50`.
///
/// `grouped` sets a comma between thousands, as the papers print counts (`2,486`).
package func decimalText(_ units: Int64, decimals: Int, grouped: Bool = false) -> String {
  let digits = String(units.magnitude)
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  let whole = padded.dropLast(decimals)
  let sign = units < 0 ? "-" : ""
  let body = grouped ? inThousands(whole) : String(whole)
  return decimals == 0 ? sign + body : sign + body + "." + padded.suffix(decimals)
}

private func inThousands(_ digits: Substring) -> String {
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return text
}
