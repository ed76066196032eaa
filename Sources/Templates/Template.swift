package import Programme

/// The text of a paper as an office edits it, read into a tree.
///
/// Lines are Markdown in the small: `#` heads, `1. ` items, `| … |` rows, `---` a rule, and every other line is a paragraph. A value is
/// `{{ 合格率 }}`; what is written `{% … %}` is an instruction. The tree knows names only; what they stand for is told by a `Signature`
/// before anything runs, and by a paper's figures when it is printed.
package struct Template: Sendable {
  package let blocks: [TemplateBlock]

  /// Whether there is nothing to print but empty lines.
  package var isBlank: Bool { blocks.allSatisfy { if case .blank = $0 { true } else { false } } }
}

/// What stands on lines of its own.
package indirect enum TemplateBlock: Sendable {
  /// The title of the paper is its first heading, where all others are of lower levels.
  case heading(level: Int, isTitle: Bool, TemplateText)
  case line(TemplateLineStyle, TemplateText)
  case item(TemplateItem)
  case tableHead([TemplateColumn])
  case tableRow([TemplateText])
  /// A table, a chart or another part that the program lays out.
  case insertion(TemplatePart, TemplatePath)
  case rule
  case signature([String])
  /// An empty line; papers of plain text keep it.
  case blank
  case choice(TemplateChoice<TemplateBlock>)
  case each(TemplateLoop, [TemplateBlock])
}

/// How a line of text is set.
package enum TemplateLineStyle: Sendable {
  case paragraph, centred, slot, note
}

/// An item of a numbered list: `1. **单位**：情况（条件：……）`.
package struct TemplateItem: Sendable {
  package let subject: TemplateText
  package let sentence: TemplateText
  package let condition: TemplateText
}

/// A column of a table that the template itself draws.
package struct TemplateColumn: Sendable {
  package enum Alignment: Sendable {
    case left, centre, right
  }

  package let heading: TemplateText
  package let alignment: Alignment
}

/// The parts of a paper that a template puts where it wants, by what an instruction calls them.
package enum TemplatePart: String, Sendable {
  case table = "表"
  case chart = "图"
  case element = "插入"
}

/// A line of text, with its values.
package typealias TemplateText = [TemplateInline]

/// What stands within a line.
package indirect enum TemplateInline: Sendable {
  case text(String)
  case value(TemplatePath)
  /// The number of a heading among those of its level, or once more that of the one before.
  case ordinal(TemplateOrdinal, isSame: Bool)
  case choice(TemplateChoice<TemplateInline>)
  case each(TemplateLoop, TemplateText)
}

/// How headings are numbered: 一、二、… or 1, 2, …
package enum TemplateOrdinal: String, Sendable {
  case chinese = "一"
  case arabic = "1"
}

/// A name, or a name and what of it is meant: `地市.合格率`.
package struct TemplatePath: Sendable {
  package struct Name: Sendable {
    package let text: String
    package let place: Place
  }

  /// At least one.
  package let names: [Name]

  package var place: Place { names.first?.place ?? Place(line: 1, column: 1) }
  package var text: String { names.map(\.text).joined(separator: ".") }
}

/// Conditions with what is printed under each, the first that holds.
package struct TemplateChoice<Piece: Sendable>: Sendable {
  package let branches: [(condition: TemplateCondition, pieces: [Piece])]
  /// What is printed where none holds.
  package let otherwise: [Piece]
}

/// Over what a part is repeated.
package struct TemplateLoop: Sendable {
  package enum Pick: Sendable {
    case first(Int), last(Int)
  }

  package let list: TemplatePath
  /// What one of the list is called inside.
  package let name: String
  /// Where it says that the list is taken from the first rank down; nil for its own order.
  package let byRank: Place?
  package let pick: Pick?
  /// What stands between two of them.
  package let separator: String
}

/// What must hold for a part to be printed.
package indirect enum TemplateCondition: Sendable {
  /// `有 上期`: there is such a value, list, table or chart.
  case exists(TemplatePath)
  case truth(TemplatePath)
  case comparison(TemplateOperand, TemplateComparison, TemplateOperand)
  case not(TemplateCondition)
  case all([TemplateCondition])
  case any([TemplateCondition])
}

package enum TemplateComparison: String, Sendable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
}

/// One side of a comparison.
package enum TemplateOperand: Sendable {
  case path(TemplatePath)
  case number(TemplateNumber, Place)
  case text(String, Place)
}

/// A number as it is written or printed: exact, and a percentage or not.
package struct TemplateNumber: Hashable, Sendable {
  /// In units of 10^-decimals.
  package let units: Int64
  package let decimals: Int
  package let isPercent: Bool

  package init(units: Int64, decimals: Int = 0, isPercent: Bool = false) {
    (self.units, self.decimals, self.isPercent) = (units, decimals, isPercent)
  }

  /// Below nought where this one is the smaller, nought where both are the same.
  package func order(to other: TemplateNumber) -> Int {
    let left = Int128(units) * Self.power(max(0, other.decimals - decimals))
    let right = Int128(other.units) * Self.power(max(0, decimals - other.decimals))
    return left == right ? 0 : left < right ? -1 : 1
  }

  private static func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
