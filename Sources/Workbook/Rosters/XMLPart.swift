/// Text of XML parts that is the same in every part.
enum XMLPart {
  /// The first line of a part.
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// Text as it stands between tags or in an attribute.
  static func escaped(_ text: String) -> String {
    PaperText.withoutForbidden(text)
      .replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
