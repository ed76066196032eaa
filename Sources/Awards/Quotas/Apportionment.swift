package import Programme

/// Splits places among claims by the method that the programme names; nil when they do not suffice for the minimum of every claim.
package func apportion(_ places: Int64, among claims: [Claim], minimum: Int64 = 0, by method: SplitMethod) -> Split? {
  switch method {
  case .largestRemainder: largestRemainder(places: places, among: claims, minimum: minimum)
  case .webster: highestAverages(places: places, among: claims, minimum: minimum) { 2 * $0 + 1 }
  case .dhondt: highestAverages(places: places, among: claims, minimum: minimum) { $0 + 1 }
  }
}
