import Metrics
package import Programme
import Templates

/// Prints a template over the figures of a paper.
///
/// Every loop goes over a list that is there already, and all loops together have a limit, so that printing always ends.
struct TemplatePrinter {
  /// How many turns all loops of a paper may take together; a province's longest list has a few thousand units.
  static let mostTurns = 200_000
  /// How many bytes all lines of a paper may have together, counting what stands within a loop again: a thousand times a long paper.
  static let mostLetters = 64 * 1024 * 1024

  private let root: Bound
  /// Whether an empty line is an empty paragraph.
  private let keepsBlanks: Bool
  private var scope: [(name: String, item: Bound)] = []
  private var turns = 0
  private var letters = 0
  /// How many numbered headings of each level there were since the last one above it.
  private var numbers: [Int: Int] = [:]
  private var blocks: [PaperBlock] = []
  /// A block that lines behind it may still add to.
  private var open: OpenBlock?

  private enum OpenBlock {
    case items([PaperItem])
    case notes([String])
    case table([PaperColumn], [[Entry]])
  }

  /// The blocks that a template comes to.
  static func blocks(of template: Template, over root: Bound) throws(TemplateError) -> [PaperBlock] {
    try blocks(of: template, over: root, keepsBlanks: false)
  }

  /// What a template comes to as plain text: each block on lines of its own, and its empty lines as they stand.
  static func text(of template: Template, over root: Bound) throws(TemplateError) -> String {
    try blocks(of: template, over: root, keepsBlanks: true).map { printable($0.plainText) + "\n" }.joined()
  }

  private static func blocks(
    of template: Template, over root: Bound, keepsBlanks: Bool
  ) throws(TemplateError) -> [PaperBlock] {
    var printer = TemplatePrinter(root: root, keepsBlanks: keepsBlanks)
    try printer.print(template.blocks)
    printer.close()
    return printer.blocks
  }

  private init(root: Bound, keepsBlanks: Bool) {
    (self.root, self.keepsBlanks) = (root, keepsBlanks)
  }

  private mutating func print(_ blocks: [TemplateBlock]) throws(TemplateError) {
    for block in blocks { try print(block) }
  }

  private mutating func print(_ block: TemplateBlock) throws(TemplateError) {
    switch block {
    case .heading(let level, let isTitle, let text):
      let text = try heading(text, level: level)
      if !text.isEmpty { add(isTitle ? .title(text, level: level) : .heading(text, level: level)) }
    case .line(let style, let text): add(try self.text(text), as: style)
    case .item(let item):
      let item = PaperItem(
        subject: try text(item.subject), sentence: try text(item.sentence), condition: try text(item.condition))
      guard case .items(var items) = open else {
        close()
        open = .items([item])
        return
      }
      // Nothing else holds the list while it grows, so that it is not copied with every line.
      open = nil
      items.append(item)
      open = .items(items)
    case .tableHead(let columns):
      close()
      var heads: [PaperColumn] = []
      for column in columns { heads.append(PaperColumn(try text(column.heading), column.alignment.kind)) }
      open = .table(heads, [])
    case .tableRow(let cells):
      guard case .table(let columns, var rows) = open else { return }
      var row: [Entry] = []
      for cell in cells { row.append(.text(try text(cell))) }
      open = nil
      rows.append(row)
      open = .table(columns, rows)
    case .insertion(_, let path): if case .blocks(let blocks) = datum(path) { for block in blocks { add(block) } }
    case .rule: add(.rule)
    case .signature(let names): add(.signature(names))
    case .blank: if keepsBlanks { add(.paragraph("")) }
    case .choice(let choice): try print(chosen(choice))
    case .each(let loop, let blocks):
      try each(loop) { (printer) throws(TemplateError) in try printer.print(blocks) }
    }
  }

  private mutating func add(_ text: String, as style: TemplateLineStyle) {
    guard !text.isEmpty else { return }
    switch style {
    case .paragraph: add(.paragraph(text))
    case .centred: add(.byline(text))
    case .slot: add(.slot(text))
    case .note:
      guard case .notes(var notes) = open else {
        close()
        open = .notes([text])
        return
      }
      open = nil
      notes.append(text)
      open = .notes(notes)
    }
  }

  private mutating func add(_ block: PaperBlock) {
    close()
    blocks.append(block)
  }

  private mutating func close() {
    switch open {
    case .items(let items): blocks.append(.numbered(items))
    case .notes(let notes): blocks.append(.notes(notes))
    case .table(let columns, let rows): blocks.append(.table(PaperTable(columns, rows)))
    case nil: break
    }
    open = nil
  }
}

/// What stands within a line.
extension TemplatePrinter {
  /// A heading with its number among those of its level.
  private mutating func heading(_ text: TemplateText, level: Int) throws(TemplateError) -> String {
    for lower in numbers.keys where lower > level { numbers[lower] = nil }
    return try self.text(text, level: level)
  }

  private mutating func text(_ text: TemplateText, level: Int = 0) throws(TemplateError) -> String {
    var written = ""
    for inline in text {
      switch inline {
      case .text(let text): written += text
      case .value(let path): if case .thing(let bound) = datum(path) { written += bound.value?.text ?? "" }
      case .ordinal(let ordinal, let isSame): written += number(ordinal, isSame, level)
      case .choice(let choice): written += try self.text(chosen(choice), level: level)
      case .each(let loop, let text):
        var hasItems = false
        try each(loop) { (printer) throws(TemplateError) in
          let item = try printer.text(text, level: level)
          // Between two that say something, not beside one that says nothing.
          guard !item.isEmpty else { return }
          written += hasItems ? loop.separator + item : item
          hasItems = true
        }
      }
    }
    letters += written.utf8.count
    guard letters <= Self.mostLetters else { throw TemplateError(.tooLong, place: nil) }
    return written
  }

  private mutating func number(_ ordinal: TemplateOrdinal, _ isSame: Bool, _ level: Int) -> String {
    let number = max(1, numbers[level, default: 0] + (isSame ? 0 : 1))
    numbers[level] = number
    return ordinal == .chinese && number < 100 ? chineseOrdinal(number) : String(number)
  }

  /// Goes over a list.
  private mutating func each(
    _ loop: TemplateLoop, _ body: (inout TemplatePrinter) throws(TemplateError) -> Void
  ) throws(TemplateError) {
    guard case .list(let all, let ranked) = datum(loop.list) else { return }
    // Who has no rank is neither among the first nor among the last.
    let list = loop.byRank == nil ? all : loop.pick == nil ? ranked : ranked.filter(\.hasRank)
    let items =
      switch loop.pick {
      case .first(let count): list.prefix(count)
      case .last(let count): list.suffix(count)
      case nil: list[...]
      }
    for (index, item) in items.enumerated() {
      turns += 1
      guard turns <= Self.mostTurns else { throw TemplateError(.tooManyTurns, place: loop.list.place) }
      scope.append((loop.name, item.at(index, of: items.count)))
      defer { scope.removeLast() }
      try body(&self)
    }
  }
}

/// What names come to, and whether conditions hold.
extension TemplatePrinter {
  private func datum(_ path: TemplatePath) -> Datum? {
    guard let first = path.names.first else { return nil }
    var datum = scope.last { $0.name == first.text }.map { .thing($0.item) } ?? root.member(first.text)
    for name in path.names.dropFirst() {
      guard case .thing(let bound) = datum else { return nil }
      datum = bound.member(name.text)
    }
    return datum
  }

  private func value(_ path: TemplatePath) -> PrintedValue? {
    guard case .thing(let bound) = datum(path) else { return nil }
    return bound.value
  }

  private func chosen<Piece>(_ choice: TemplateChoice<Piece>) -> [Piece] {
    choice.branches.first { holds($0.condition) }?.pieces ?? choice.otherwise
  }

  private func holds(_ condition: TemplateCondition) -> Bool {
    switch condition {
    case .exists(let path): datum(path)?.exists ?? false
    case .truth(let path): value(path)?.truth ?? false
    case .comparison(let left, let comparison, let right): holds(left, comparison, right)
    case .not(let inner): !holds(inner)
    case .all(let parts): parts.allSatisfy(holds)
    case .any(let parts): parts.contains(where: holds)
    }
  }

  /// A figure that is missing is neither equal to another nor above or below it.
  private func holds(_ left: TemplateOperand, _ comparison: TemplateComparison, _ right: TemplateOperand) -> Bool {
    let (one, other) = (value(of: left), value(of: right))
    if let one = one?.number, let other = other?.number { return comparison.holds(one.order(to: other)) }
    guard let one, let other, one.number == nil, other.number == nil, !one.isNumberMissing, !other.isNumberMissing
    else {
      return false
    }
    return comparison.holds(one.text == other.text ? 0 : 1)
  }

  private func value(of operand: TemplateOperand) -> PrintedValue? {
    switch operand {
    case .path(let path): value(path)
    case .number(let number, _): PrintedValue(text: "", number: number)
    case .text(let text, _): .text(text)
    }
  }
}

extension Bound {
  /// Whether the unit has a place among the others, where units are ranked.
  fileprivate var hasRank: Bool {
    guard case .thing(let rank) = member("名次") else { return true }
    return rank.value?.exists ?? false
  }

  /// The same as one of a list, which knows its place.
  fileprivate func at(_ index: Int, of count: Int) -> Bound {
    let own = member
    return Bound(value: value) { name in
      if let datum = own(name) { return datum }
      let value: PrintedValue? =
        switch name {
        case "次序": .count(Int64(index + 1))
        case "首个": .truth(index == 0)
        case "末个": .truth(index == count - 1)
        default: nil
        }
      return value.map { value in .thing(Bound(value: value) { _ in nil }) }
    }
  }
}

extension PrintedValue {
  /// Whether it is a number without a value, which prints as a dash.
  fileprivate var isNumberMissing: Bool { isMissing && text == "—" }
}

extension TemplateComparison {
  fileprivate func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .unequal: order != 0
    case .less: order < 0
    case .atMost: order <= 0
    case .greater: order > 0
    case .atLeast: order >= 0
    }
  }
}

extension TemplateColumn.Alignment {
  /// What a column of a table holds whose cells stand there.
  fileprivate var kind: PaperColumn.Kind {
    switch self {
    case .left: .word
    case .centre: .rank
    case .right: .number
    }
  }
}

/// A template that would print for ever, or more than any paper holds, as far as anybody who waits can tell.
package struct TemplateError: Error, Sendable {
  enum Cause {
    case tooManyTurns
    case tooLong
  }

  private let cause: Cause
  private let place: Place?
  /// The name of the template.
  private let file: String

  init(_ cause: Cause, place: Place?) { (self.cause, self.place, file) = (cause, place, "") }

  /// The same with the name of the template that is meant.
  init(_ error: TemplateError, file: String) { (cause, place, self.file) = (error.cause, error.place, file) }

  /// What is wrong where; `folder` is the folder of templates as the reader names it.
  package func wording(in folder: String) -> Wording {
    let start = "\(folder)/\(file)" + (place.map { ":\($0)" } ?? "")
    switch cause {
    case .tooManyTurns:
      return Wording(
        "\(start): the loops take more than \(TemplatePrinter.mostTurns) turns; take one out of the other",
        "\(start)：循环总次数超过\(TemplatePrinter.mostTurns)；请减少循环嵌套")
    case .tooLong:
      let most = TemplatePrinter.mostLetters / 1024 / 1024
      return Wording(
        "\(start): the paper gets longer than \(most) MiB; print less in its loops",
        "\(start)：材料超过 \(most) MiB；请减少循环中的文字")
    }
  }
}
