/// How a list of nominees is put up for objections (公示).
package struct Publicity: Sendable {
  /// Who takes objections; these numbers and addresses alone may stand in a public paper.
  package var contact: PublicityContact?

  package init() {}
}

/// Who takes objections, and how they are reached.
package struct PublicityContact: Sendable {
  /// The office; that of the programme where none is named.
  package var unit: String?
  package var phone: String?
  package var email: String?
  package var address: String?
}
