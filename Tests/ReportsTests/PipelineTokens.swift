import TestSupport

/// A pipeline file in pieces: words, texts, punctuation, and the space and comments between them, which put together give the file again.
struct PipelineTokens {
  /// What a piece is.
  enum Kind { case word, text, mark, space }

  struct Token {
    var kind: Kind
    var text: String
  }

  var tokens: [Token] = []
  /// Indexes of tokens that are keys: words or texts with a colon behind them, as the file was read.
  private(set) var keys: [Int] = []
  /// Indexes of tokens that are plain values.
  private(set) var values: [Int] = []

  init(_ file: String) {
    let scalars = Array(file.unicodeScalars)
    var offset = 0
    func take(_ kind: Kind, while holds: (Int) -> Bool) -> Token {
      let start = offset
      repeat { offset += 1 } while offset < scalars.count && holds(offset)
      return Token(kind: kind, text: String(String.UnicodeScalarView(scalars[start..<offset])))
    }
    while offset < scalars.count {
      let scalar = scalars[offset]
      if scalar == "/" {
        tokens.append(take(.space) { scalars[$0] != "\n" })
      } else if scalar == "'" || scalar == "\"" {
        var text = take(.text) { scalars[$0] != scalar }
        if offset < scalars.count { text.text.unicodeScalars.append(scalars[offset]) }
        offset += 1
        tokens.append(text)
      } else if "{}[],:".unicodeScalars.contains(scalar) {
        tokens.append(take(.mark) { _ in false })
      } else if scalar == " " || scalar == "\n" {
        tokens.append(take(.space) { scalars[$0] == " " || scalars[$0] == "\n" })
      } else {
        tokens.append(take(.word) { !" \n{}[],:'\"/".unicodeScalars.contains(scalars[$0]) })
      }
    }
    for index in tokens.indices where tokens[index].kind == .word || tokens[index].kind == .text {
      let isKey = tokens[(index + 1)...].first { $0.kind != .space }?.text == ":"
      if isKey { keys.append(index) } else { values.append(index) }
    }
  }

  var file: String { tokens.map(\.text).joined() }

  /// The place of the token at an index: line and column from 1.
  func place(of index: Int) -> (line: Int, column: Int) {
    let before = tokens[..<index].map(\.text).joined()
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
  }

  /// The tokens of the value behind a key: a plain one, or a bracket with what it encloses.
  func value(behind key: Int) -> Range<Int> {
    var start = key + 1
    while tokens[start].kind == .space || tokens[start].text == ":" { start += 1 }
    var depth = 0
    var end = start
    repeat {
      if tokens[end].text == "{" || tokens[end].text == "[" { depth += 1 }
      if tokens[end].text == "}" || tokens[end].text == "]" { depth -= 1 }
      end += 1
    } while depth > 0 && end < tokens.count
    return start..<end
  }
}
