/// A row of an office's file that a rule does not allow; it counts for nothing, and the caller reports it with its place.
package struct Refusal: Hashable, Sendable {
  package var office: Office
  package var candidate: Int64
  /// The row as the caller numbered it.
  package var row: Int64
  package var rule: RefusalRule

  func precedes(_ other: Refusal) -> Bool {
    (office.turn, row) < (other.office.turn, other.row)
  }
}

/// Whose file is being read.
package enum Office: String, Sendable, CaseIterable {
  case filing
  case recommending
  case approving

  fileprivate var turn: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The rule that an office's row offends against.
package enum RefusalRule: String, Sendable, CaseIterable {
  case outsidePool = "outside_pool"
  case twice
  /// Named with yes and with no; neither counts until the file is mended.
  case contradicted
  case withdrawn
  case ineligible
  case notFiled = "not_filed"
  case belowEntry = "below_entry"
  case sameUnit = "same_unit"
  case formerWinner = "former_winner"
  case otherAward = "other_award"
  case belowLine = "below_line"
  case onReserve = "on_reserve"
  /// More of the equals at the line are named than places are left.
  case overPlaces = "over_places"
  /// Approved without the recommendation that the award asks for.
  case notRecommended = "not_recommended"
}
