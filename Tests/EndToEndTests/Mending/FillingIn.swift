import Foundation
import Testing
import TestSupport

/// Fills in a form for mending rows as a person does in another spreadsheet program.
enum FillingIn {
  /// Writes words beside the rows whose reason holds a text: decision, mended value, name, note. nil when openpyxl is missing.
  static func fill(_ form: String, as filled: String, _ entries: [(reason: String, words: [String])]) throws -> Bool {
    guard let python = Tool.python(importing: "openpyxl") else { return false }
    let lines = entries.map { "\($0.reason)\t\($0.words.joined(separator: "\t"))" }.joined(separator: "\n")
    let outcome = try Command.run(python, ["-c", script, form, filled, lines])
    try #require(outcome.code == 0, "\(outcome.errors)")
    return true
  }

  private static let script = """
    import openpyxl, sys
    book = openpyxl.load_workbook(sys.argv[1])
    entries = [line.split('\\t') for line in sys.argv[3].split('\\n')]
    for sheet in book:
        assert sheet.protection.sheet
        places = None
        for row in sheet.iter_rows():
            words = [cell.value for cell in row]
            if '核对码' in words:
                places = [words.index(word) for word in ('退回原因', '处理', '修正值', '修正人', '备注')]
            elif places and isinstance(words[places[0]], str):
                for entry in entries:
                    if entry[0] in words[places[0]]:
                        for place, word in zip(places[1:], entry[1:]):
                            assert not row[place].protection.locked
                            row[place].value = word or None
    book.save(sys.argv[2])
    """
}
