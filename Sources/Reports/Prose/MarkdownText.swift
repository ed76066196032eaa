/// Text from outside made safe for Markdown: it prints as it stands and can open neither a link, a table cell nor HTML.
package enum MarkdownText {
  /// Escapes what GitHub-flavoured Markdown would read as markup, and turns line breaks into spaces and other control characters into
  /// U+FFFD.
  ///
  /// Bare addresses lose their automatic link too: `http://` and `www.` are escaped inside.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if character.isNewline {
        escaped.append(" ")
        continue
      }
      if markup.contains(character) { escaped.append("\\") }
      for scalar in character.unicodeScalars { escaped.unicodeScalars.append(scalar.printable) }
    }
    return
      escaped
      .replacing("://", with: "\\://")
      .replacing("www.", with: "www\\.")
  }

  private static let markup: Set<Character> = ["\\", "|", "`", "*", "_", "<", ">", "[", "]", "~", "#", "&"]
}
