/// An integer of 10^-decimals in plain digits: 8250 to two decimals is `82.50`.
///
/// `grouped` sets a comma between thousands, as the papers print counts (`2,486`).
package func decimalText(_ units: Int64, decimals: Int, grouped: Bool = false) -> String {
  let capacity = 32 + max(0, decimals)
  return String(unsafeUninitializedCapacity: capacity) { text in
    // Written from the last digit to the first, and then moved to where the text begins.
    var start = capacity
    func put(_ byte: UInt8) {
      start -= 1
      text[start] = byte
    }
    var rest = units.magnitude
    var written = 0
    while rest > 0 || written <= decimals {
      if written == decimals, written > 0 { put(UInt8(ascii: ".")) }
      let whole = written - decimals
      if grouped, whole > 0, whole % 3 == 0 { put(UInt8(ascii: ",")) }
      put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
      written += 1
    }
    if units < 0 { put(UInt8(ascii: "-")) }
    for index in start..<capacity { text[index - start] = text[index] }
    return capacity - start
  }
}
