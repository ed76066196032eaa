package import Programme

extension Template {
  /// How many bytes a template may have; a long paper has a hundredth of it.
  package static let largest = 256 * 1024

  /// Reads a template; every fault is told with its place, and what can be read in spite of it is handed over for further checks.
  package static func read(_ bytes: [UInt8], _ faults: FaultCollector) -> Template {
    let beginning = Place(line: 1, column: 1)
    guard bytes.count <= largest else {
      faults.refuse(
        beginning,
        Wording("more than \(largest / 1024) KiB are no template", "超过 \(largest / 1024) KiB，不是模板"))
      return Template(blocks: [])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      faults.refuse(
        beginning, Wording("the text is not UTF-8; save it as UTF-8", "不是 UTF-8 文本；请另存为 UTF-8 编码"))
      return Template(blocks: [])
    }
    var parser = TemplateParser(faults)
    return Template(blocks: parser.blocks(of: text))
  }
}

/// Reads a template line by line.
struct TemplateParser {
  private let faults: FaultCollector
  private var nesting: TemplateNesting<TemplateBlock>
  /// The table that rows belong to: how many columns it has, and how deep its head lies.
  private var table: (columns: Int, depth: Int)?
  /// Rows that are a head if the next line says so.
  private var waiting: (cells: [[TemplateSegment]], place: Place)?
  private var headings: [Int] = []

  init(_ faults: FaultCollector) {
    self.faults = faults
    nesting = TemplateNesting(faults)
  }

  mutating func blocks(of text: String) -> [TemplateBlock] {
    var comment: Place?
    for (index, line) in Self.lines(of: text).enumerated() {
      let content = line.drop { $0 == " " || $0 == "\t" }
      let column = line.count - content.count + 1
      if comment == nil, content.starts(with: "{#".unicodeScalars) {
        comment = Place(line: index + 1, column: column)
      }
      guard let opening = comment else {
        var scanner = TemplateLineScanner(line, line: index + 1, faults)
        take(scanner.segments(), at: Place(line: index + 1, column: column))
        continue
      }
      guard let end = Self.end(ofComment: content) else { continue }
      comment = nil
      let rest = content[end...].filter { !$0.properties.isWhitespace }
      if !rest.isEmpty {
        faults.refuse(
          Place(line: index + 1, column: 1),
          Wording(
            "text behind the end of the remark that begins in line \(opening.line); write it on a line of its own",
            "注释（始于第\(opening.line)行）结束后还有文字；请另起一行"))
      }
    }
    if let comment {
      faults.refuse(comment, Wording("the remark is not closed; write '#}' behind it", "注释没有结束；请在其后写“#}”"))
    }
    endHead()
    return marked(nesting.finish())
  }

  /// The lines; a byte order mark belongs to none.
  private static func lines(of text: String) -> [ArraySlice<Unicode.Scalar>] {
    var scalars = Array(text.unicodeScalars)[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var lines: [ArraySlice<Unicode.Scalar>] = []
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      guard scalars[index] == "\n" || scalars[index] == "\r" else {
        index += 1
        continue
      }
      lines.append(scalars[start..<index])
      index += scalars[index] == "\r" && index + 1 < scalars.endIndex && scalars[index + 1] == "\n" ? 2 : 1
      start = index
    }
    if start < scalars.endIndex { lines.append(scalars[start...]) }
    return lines
  }

  /// Behind the end of a remark.
  private static func end(ofComment line: ArraySlice<Unicode.Scalar>) -> Int? {
    line.indices.dropLast().first { line[$0] == "#" && line[$0 + 1] == "}" }.map { $0 + 2 }
  }

  /// The first heading is the title, where all others are of lower levels; one that is repeated is none.
  private func marked(_ blocks: [TemplateBlock]) -> [TemplateBlock] {
    guard let first = headings.first, headings.dropFirst().allSatisfy({ $0 > first }) else { return blocks }
    return blocks.map { block in
      switch block {
      case .heading(first, _, let text): .heading(level: first, isTitle: true, text)
      case .choice(let choice):
        .choice(
          TemplateChoice(
            branches: choice.branches.map { ($0.condition, marked($0.pieces)) }, otherwise: marked(choice.otherwise)))
      default: block
      }
    }
  }
}

/// Lines of each kind.
extension TemplateParser {
  private mutating func take(_ segments: [TemplateSegment], at place: Place) {
    guard let first = segments.first else {
      endTable()
      return nesting.add(.blank)
    }
    if case .instruction(let tokens, let place) = first, segments.count == 1 { return take(tokens, at: place) }
    if first.text?.hasPrefix("|") == true { return takeRow(segments, at: place) }
    endTable()
    if case .instruction(let tokens, let opening) = first, let style = style(tokens, at: opening) {
      return nesting.add(.line(style, text(Array(segments.dropFirst()).trimmed)))
    }
    let start = first.text ?? ""
    if start.hasPrefix("#") { return takeHeading(segments, start, at: place) }
    if let mark = start.firstMatch(of: #/^[0-9]{1,3}\. */#), mark.output.hasSuffix(" ") {
      return nesting.add(.item(item(segments.dropping(mark.output.count))))
    }
    if segments.count == 1, start.count >= 3, start.allSatisfy({ $0 == "-" }) { return nesting.add(.rule) }
    refuseStructure(behindInstructionsOf: segments)
    nesting.add(.line(start.hasPrefix("【待填写") ? .slot : .paragraph, text(segments)))
  }

  /// A heading or a row of a table that a condition or a loop of the same line begins would be printed as it is written.
  private func refuseStructure(behindInstructionsOf segments: [TemplateSegment]) {
    var isBegun = false
    for segment in segments {
      switch segment {
      case .instruction: isBegun = true
      case .value: return
      case .text(let text, let place):
        guard isBegun else { return }
        let start = text.drop { $0 == " " }
        if start.firstMatch(of: #/^#{1,6} /#) != nil {
          return faults.refuse(
            place,
            Wording(
              "a heading begins its line; put the instructions around it on lines of their own",
              "标题应从行首写起；请把前后的指令各放在单独一行"))
        }
        if start.hasPrefix("|") {
          return faults.refuse(
            place,
            Wording(
              "a row of a table begins its line; put the instructions around it on lines of their own",
              "表格的行应从行首写起；请把前后的指令各放在单独一行"))
        }
        if !start.isEmpty { return }
      }
    }
  }

  /// An instruction on a line of its own.
  private mutating func take(_ tokens: [TemplateToken], at place: Place) {
    var words = TemplateWords(tokens, at: place, faults)
    guard let instruction = words.instruction() else { return }
    if case .each(let loop) = instruction, loop?.separator.isEmpty == false {
      faults.refuse(
        place,
        Wording("以 … 相隔 is for loops within a line", "“以……相隔”只用于写在一行之内的循环"))
    }
    endHead()
    if nesting.take(instruction, at: place) {
      // A head belongs to the rows behind it in the same part alone.
      if let open = table, open.depth > nesting.depth || open.depth == nesting.depth && instruction.isTurn {
        table = nil
      }
      return
    }
    endTable()
    switch instruction {
    case .insertion(let part, let path): if let path { nesting.add(.insertion(part, path)) }
    case .signature(let names): nesting.add(.signature(names))
    default:
      faults.refuse(
        place, Wording("text is missing behind the instruction, on the same line", "指令之后缺少文字；请写在同一行"))
    }
  }

  /// The style that an instruction gives the rest of its line; nil for instructions of other kinds.
  private func style(_ tokens: [TemplateToken], at place: Place) -> TemplateLineStyle? {
    let styles = [TemplateKeyword.centred, .slot, .note].map(\.rawValue)
    guard case .word(let word) = tokens.first?.kind, styles.contains(word) else { return nil }
    var words = TemplateWords(tokens, at: place, faults)
    if case .style(let style) = words.instruction() { return style }
    return .paragraph
  }

  private mutating func takeHeading(_ segments: [TemplateSegment], _ start: String, at place: Place) {
    let level = start.prefix { $0 == "#" }.count
    let rest = segments.dropping(level)
    guard level <= 6, start.dropFirst(level).first == " " || start.count == level else {
      return faults.refuse(
        place,
        Wording(
          "a heading is written with one to six '#' and a blank behind them",
          "标题应以一至六个“#”开头，其后空一格"))
    }
    headings.append(level)
    nesting.add(.heading(level: level, isTitle: false, text(rest.trimmed, isHeading: true)))
  }

  /// `**单位**：情况（条件：……）`: what the item is about, what is said of it, and why it is there.
  private func item(_ segments: [TemplateSegment]) -> TemplateItem {
    var rest = segments
    var subject: [TemplateSegment] = []
    if rest.first?.text?.hasPrefix("**") == true,
      let (inside, behind) = rest.dropping(2).divided(at: "**：", isFirst: true)
    {
      (subject, rest) = (inside, behind)
    }
    var condition: [TemplateSegment] = []
    if rest.last?.text?.hasSuffix("）") == true, let (before, inside) = rest.divided(at: "（条件：") {
      (rest, condition) = (before, inside.droppingLast())
    }
    return TemplateItem(subject: text(subject), sentence: text(rest), condition: text(condition))
  }
}

/// Tables that a template draws by itself.
extension TemplateParser {
  private mutating func takeRow(_ segments: [TemplateSegment], at place: Place) {
    var cells = segments.divided(atEvery: "|").map(\.trimmed)
    if cells.first?.isEmpty == true { cells.removeFirst() }
    if cells.last?.isEmpty == true { cells.removeLast() }
    if let head = waiting, let alignments = Self.alignments(of: cells) {
      waiting = nil
      table = (head.cells.count, nesting.depth)
      guard alignments.count == head.cells.count else {
        return refuseCells(cells.count, head.cells.count, at: place)
      }
      nesting.add(
        .tableHead(zip(head.cells, alignments).map { TemplateColumn(heading: text($0), alignment: $1) }))
      return
    }
    endHead()
    guard let table else {
      waiting = (cells, place)
      return
    }
    guard Self.alignments(of: cells) == nil else {
      return faults.refuse(
        place,
        Wording(
          "a second table begins with an empty line above its head", "另起一个表时，请在表头之前空一行"))
    }
    guard cells.count == table.columns else { return refuseCells(cells.count, table.columns, at: place) }
    nesting.add(.tableRow(cells.map { text($0) }))
  }

  private func refuseCells(_ count: Int, _ columns: Int, at place: Place) {
    faults.refuse(
      place,
      Wording(
        "\(counted(count, "cell")) in a table of \(counted(columns, "column"))", "此行有\(count)格，而表头有\(columns)栏"))
  }

  /// Tells of a row that was to be a head and is none; the rows behind it are of its table all the same, and not told again.
  private mutating func endHead() {
    guard let head = waiting else { return }
    waiting = nil
    table = (head.cells.count, nesting.depth)
    faults.refuse(
      head.place,
      Wording(
        "a table needs a line such as |:---|---:| under its head", "表头的下一行应写对齐方式，如 |:---|---:|"))
  }

  private mutating func endTable() {
    endHead()
    table = nil
  }

  /// Where the cells of the columns stand, of a line such as `|:---|---:|`; nil for any other.
  private static func alignments(of cells: [[TemplateSegment]]) -> [TemplateColumn.Alignment]? {
    guard !cells.isEmpty else { return nil }
    var alignments: [TemplateColumn.Alignment] = []
    for cell in cells {
      guard cell.count == 1, let text = cell[0].text, let match = text.wholeMatch(of: #/(:?)-+(:?)/#) else {
        return nil
      }
      alignments.append(match.output.2.isEmpty ? .left : match.output.1.isEmpty ? .right : .centre)
    }
    return alignments
  }
}

/// What stands within a line.
extension TemplateParser {
  private func text(_ segments: [TemplateSegment], isHeading: Bool = false) -> TemplateText {
    var nesting = TemplateNesting<TemplateInline>(faults)
    for segment in segments {
      switch segment {
      case .text(let text, _): nesting.add(.text(text))
      case .value(let tokens, let place):
        var words = TemplateWords(tokens, at: place, faults)
        guard let value = words.value() else { continue }
        if case .ordinal = value, !isHeading {
          faults.refuse(place, Wording("序号 is for headings", "“序号”只用于标题"))
        }
        nesting.add(value)
      case .instruction(let tokens, let place):
        var words = TemplateWords(tokens, at: place, faults)
        guard let instruction = words.instruction() else { continue }
        if case .style = instruction {
          faults.refuse(
            place, Wording("this instruction stands at the beginning of a line", "此指令应写在行首"))
        } else if !nesting.take(instruction, at: place) {
          faults.refuse(
            place, Wording("this instruction stands on a line of its own", "此指令应单独占一行"))
        }
      }
    }
    return nesting.finish()
  }
}

extension [TemplateSegment] {
  /// The same parts without the first characters of the text that they begin with.
  fileprivate func dropping(_ count: Int) -> [TemplateSegment] {
    guard case .text(let text, let place) = first else { return self }
    let rest = text.dropFirst(count)
    let head = text.count - rest.count
    let column = place.column + text.prefix(head).unicodeScalars.count
    let others = Array(dropFirst())
    return rest.isEmpty ? others : [.text(String(rest), Place(line: place.line, column: column))] + others
  }

  /// The same parts without the last character.
  fileprivate func droppingLast() -> [TemplateSegment] {
    guard case .text(let text, let place) = last else { return self }
    return dropLast() + (text.count > 1 ? [.text(String(text.dropLast()), place)] : [])
  }

  /// What stands before a mark and behind it, where it stands last, or first; nil where it does not stand.
  fileprivate func divided(at mark: String, isFirst: Bool = false) -> (
    before: [TemplateSegment], behind: [TemplateSegment]
  )? {
    for index in isFirst ? [Int](indices) : [Int](indices.reversed()) {
      guard case .text(let text, let place) = self[index] else { continue }
      let ranges = text.ranges(of: mark)
      guard let range = isFirst ? ranges.first : ranges.last else { continue }
      let parts = self[index].parts(text, place, around: range)
      return (Array(self[..<index]) + parts.before, parts.behind + Array(self[(index + 1)...]))
    }
    return nil
  }

  /// The parts between all marks.
  fileprivate func divided(atEvery mark: Character) -> [[TemplateSegment]] {
    var cells: [[TemplateSegment]] = [[]]
    for segment in self {
      guard case .text(let text, let place) = segment else {
        cells[cells.count - 1].append(segment)
        continue
      }
      var column = place.column
      for (index, part) in text.split(separator: mark, omittingEmptySubsequences: false).enumerated() {
        if index > 0 { cells.append([]) }
        if !part.isEmpty {
          cells[cells.count - 1].append(.text(String(part), Place(line: place.line, column: column)))
        }
        column += part.unicodeScalars.count + 1
      }
    }
    return cells
  }
}

extension TemplateSegment {
  /// The text on both sides of a part of it.
  fileprivate func parts(
    _ text: String, _ place: Place, around range: Range<String.Index>
  ) -> (before: [TemplateSegment], behind: [TemplateSegment]) {
    let (before, behind) = (text[..<range.lowerBound], text[range.upperBound...])
    let column = place.column + text[..<range.upperBound].unicodeScalars.count
    return (
      before.isEmpty ? [] : [.text(String(before), place)],
      behind.isEmpty ? [] : [.text(String(behind), Place(line: place.line, column: column))]
    )
  }
}
