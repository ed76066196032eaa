/// What a file manager and the program's information page say of a workbook.
package struct DocumentProperties: Hashable, Sendable {
  /// The name of the paper, `学情通报 第18期`.
  package var title: String
  /// Its cut-off, `截至2026年8月18日24时`.
  package var subject: String
  /// The office that issues it.
  package var office: String
  /// Whom it is for, `内部资料`; may be empty.
  package var category: String
  /// When the paper counts as made: its as-of, never the clock.
  package var created: CivilTime

  /// Makes the properties of a paper.
  package init(title: String, subject: String, office: String, category: String = "", created: CivilTime) {
    self.title = title
    self.subject = subject
    self.office = office
    self.category = category
    self.created = created
  }
}
