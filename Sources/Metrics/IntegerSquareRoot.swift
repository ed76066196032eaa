/// The largest integer whose square is not above the number, which must not be negative; by Newton's steps from above.
func integerSquareRoot(_ number: Int128) -> Int128 {
  guard number > 1 else { return max(0, number) }
  let bits = Int128.bitWidth - number.leadingZeroBitCount
  var root = Int128(1) << ((bits + 1) / 2)
  while true {
    let next = (root + number / root) / 2
    guard next < root else { return root }
    root = next
  }
}
