package import Metrics
import Scoring

/// One value of a table as the papers know it, before it becomes a Markdown cell or a cell of a workbook.
///
/// A figure that stands in both is one entry, so it cannot differ between them.
package enum Entry: Sendable {
  case text(String)
  /// A place in a ranking; `—` for the unranked.
  case rank(Int?)
  case count(Int64)
  case figure(Printed)
  /// One of the counts behind a figure, with its thousands apart.
  case amount(Printed)
  /// A difference since the issue before; `—` when either figure is missing.
  case change(PrintedChange?)
  /// Places gained or lost since the issue before; `—` for none and for the new.
  case climb(Int?)

  /// The value as it stands on paper.
  package var text: String {
    switch self {
    case .text(let text): text
    case .rank(let rank): rank.map(String.init) ?? "—"
    case .count(let count): grouped(count)
    case .figure(let printed): printed.text
    case .amount(let printed): printed.groupedText
    case .change(let change): change?.text ?? "—"
    case .climb(let places): climbText(places ?? 0)
    }
  }

  private func climbText(_ places: Int) -> String {
    places == 0 ? "—" : (places > 0 ? "↑" : "↓") + String(places.magnitude)
  }
}

/// A count with its thousands apart: `2,486`.
package func grouped(_ count: Int64) -> String {
  decimalText(count, decimals: 0, grouped: true)
}

/// A title of more than three signs in two lines, as narrow columns head it; 率, 值 and 分 go with the two characters before them,
/// and what stands in brackets is the second line. Otherwise the first line has an even number of characters, since most words have two:
/// 完成 over 五个一.
func twoLines(_ title: String) -> String {
  if let bracket = title.firstIndex(of: "（"), title.last == "）", bracket > title.startIndex {
    return title[..<bracket] + "\n" + title[bracket...]
  }
  let isOneWord = (5...8).contains(title.count) && ["率", "值", "分"].contains { title.hasSuffix($0) }
  let half = title.count / 2
  let tail = isOneWord ? 3 : title.count - (half + half % 2)
  return title.count > 3 ? title.dropLast(tail) + "\n" + title.suffix(tail) : title
}

/// A column of a table in both forms of a paper.
package struct PaperColumn: Sendable {
  /// What the entries of a column are.
  package enum Kind: Sendable {
    case rank, name, word, sentence, count
    case share
    /// A number with two decimals.
    case number
    case change
    case climb
  }

  /// Broken where a narrow column should break: `报名\n学员`.
  package let heading: String
  /// Said in the heading of Markdown tables always, and of workbooks where `unitInHeading` is set.
  package let unit: String
  package let kind: Kind
  package var unitInHeading = false
  /// Whether the table is ranked by this column.
  package var isRanked = false

  package init(_ heading: String, unit: String = "", _ kind: Kind) {
    self.heading = heading
    self.unit = unit
    self.kind = kind
    unitInHeading = kind == .change
  }

  /// The same column as the one that the table is ranked by.
  package var ranked: PaperColumn {
    var column = self
    column.isRanked = true
    return column
  }

  /// The heading on one line.
  package var plainHeading: String { heading.replacing("\n", with: "") }
}

/// A table of a paper: columns, rows, and a total row that is not ranked.
package struct PaperTable: Sendable {
  /// The last row; its label stands over the first `span` columns.
  package struct Total: Sendable {
    package let label: String
    package let span: Int
    package let entries: [Entry]

    package init(_ label: String, span: Int, _ entries: [Entry]) {
      self.label = label
      self.span = span
      self.entries = entries
    }
  }

  package let columns: [PaperColumn]
  package let rows: [[Entry]]
  package let total: Total?

  package init(_ columns: [PaperColumn], _ rows: [[Entry]], total: Total? = nil) {
    self.columns = columns
    self.rows = rows
    self.total = total
  }

  /// The table for a Markdown paper.
  package var markdown: MarkdownTable {
    MarkdownTable(
      columns: columns.map { column in
        let unit = column.unit.isEmpty ? "" : "（\(column.unit)）"
        return MarkdownTable.Column(column.plainHeading + unit, column.kind.alignment)
      },
      rows: rows.map { $0.map(\.text) },
      total: total.map { total in
        Array(repeating: "", count: total.span - 1) + [total.label] + total.entries.map(\.text)
      })
  }
}

extension PaperColumn.Kind {
  fileprivate var alignment: MarkdownTable.Alignment {
    switch self {
    case .rank, .climb: .centre
    case .name, .word, .sentence: .left
    case .count, .share, .number, .change: .right
    }
  }
}
