/// The name of a font as Excel and WPS know it.
///
/// A cell holds one name and no fallback list, so the papers keep to the three that every Chinese office has.
package struct Font: Hashable, Sendable {
  /// The name written into the file.
  package let name: String

  /// Names a font that an office has set for itself.
  package init(_ name: String) {
    self.name = name
  }

  /// Titles in bold, table bodies and notes.
  package static let song = Font("宋体")
  /// Header cells, section heads and chart titles; never bold, because a faked bold blurs.
  package static let hei = Font("黑体")
  /// Prose.
  package static let fang = Font("仿宋")
}
