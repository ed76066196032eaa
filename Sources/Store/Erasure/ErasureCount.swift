/// What an erasure takes away, or would take away.
package struct ErasureCount: Sendable, Equatable {
  /// The titles of the terms whose people are concerned.
  package var terms: [String] = []
  package var people = 0
  /// How many of them have an identity number, and how many a telephone.
  package var identities = 0
  package var phones = 0
  /// People in office; only where all terms of the programme are over.
  package var staff = 0
  /// Rows of earlier states of people and staff, of what offices handed in, of changes, and of rows that were sent back.
  package var past = 0
  package var nominations = 0
  package var changes = 0
  package var rejects = 0
  package var mendings = 0
  /// Sentences that named somebody.
  package var sentences = 0
  /// Entries of the chronicle whose words were erased; the entries stay.
  package var words = 0

  package init(terms: [String] = []) { self.terms = terms }

  /// Whether there is nothing to erase.
  package var isEmpty: Bool { people == 0 && staff == 0 }
}
