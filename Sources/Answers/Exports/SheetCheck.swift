import Exports
import Programme
import Store

/// What was recognised in the first rows of one sheet.
struct SheetCheck {
  let name: String
  let answer: Answer
  /// How many wanted columns were found.
  let found: Int
  /// Whether every column without which the source means nothing was found.
  let fits: Bool
  let isStampedLater: Bool

  init(_ sheet: SheetName, _ rows: [[String]], _ source: Source, _ programme: Programme, end: Int64) {
    // Every column is asked for as if it were required, so that those merely wished for get their nearest headers too.
    let wanted = source.wantedColumns.map { WantedColumn(id: $0.id, headers: $0.headers, isRequired: true) }
    let match = findHeader(rows: rows, wanted: wanted)
    let required = Set(source.columns.filter(source.isNeeded).map(\.id.text))
    name = sheet.name
    found = match.columns.count
    fits = match.row != nil && !match.missing.contains { required.contains($0.id) }
    isStampedLater = match.snapshot.map { $0 > end } ?? false
    var parts = Self.above(match, isStampedLater: isStampedLater)
    parts += match.columns.map { Self.column($0, source) }
    parts += match.ambiguous.map { Answer("duplicate_header", $0.firstCounts, ["header": .text($0.header)]) }
    parts += match.missing.map { Self.missing($0, source, isRequired: required.contains($0.id)) }
    parts += Self.extras(match, source, programme)
    let row =
      match.row.map { Wording("header in row \($0 + 1)", "表头在第\($0 + 1)行") } ?? Wording("no header row found", "未找到表头")
    let height = match.height == 2 ? Wording(" and the next, joined", "及下一行（两行合并）") : Wording("")
    let title = sheet.name.isEmpty ? Wording("") : Wording("sheet “\(sheet.name)”: ", "工作表“\(sheet.name)”：")
    let hidden = sheet.isHidden ? Wording(", hidden", "，隐藏") : Wording("")
    answer = Answer(
      "sheet", title + row + height + hidden,
      [
        "sheet": .text(sheet.name), "header_row": match.row.map { .number(Int64($0 + 1)) } ?? .none,
        "fits": .truth(fits),
        "snapshot": .optional(match.snapshot.map(moment)),
      ], parts: parts)
  }

  /// The rows above the header, and the time that they state.
  private static func above(_ match: HeaderMatch, isStampedLater: Bool) -> [Answer] {
    var answers = match.rowsAbove.map { row in
      let cells = row.filter { !$0.isEmpty }
      let text = cells.enumerated().filter { $0.offset == 0 || cells[$0.offset - 1] != $0.element }.map(\.element)
        .joined(separator: " ")
      return Answer("above", Wording("above the header: \(text)", "表头以上：\(text)"))
    }
    if let snapshot = match.snapshot {
      let late =
        isStampedLater
        ? Wording(", later than the as-of: take the export of the night", "，晚于统计时点：请使用当晚的导出文件") : Wording("")
      answers.append(
        Answer(
          "snapshot", Wording("stamped \(moment(snapshot))", "导出时间 \(moment(snapshot))") + late,
          ["at": .text(moment(snapshot))]))
    }
    return answers
  }

  private static func column(_ found: HeaderMatch.Column, _ source: Source) -> Answer {
    let headers = source.column(Identifier(found.id))?.headers ?? []
    let how: Wording =
      if headers.first == found.header {
        Wording("its usual header", "首选表头")
      } else if headers.contains(found.header) {
        Wording("another of its headers", "另列的表头")
      } else {
        Wording(
          "like “\(headers.joined(separator: "/"))” but for spaces, brackets, unit or group",
          "与“\(headers.joined(separator: "/"))”相同，仅空格、括号、单位或分组不同")
      }
    let unit = found.unit.map { Wording(", stated in \($0)", "，表头注明单位：\($0)") } ?? Wording("")
    return Answer(
      "column",
      Wording(
        "column \(found.index + 1) “\(found.header)” is \(found.id): \(how.english)",
        "第\(found.index + 1)列“\(found.header)”→ \(found.id)：\(how.chinese)") + unit,
      [
        "column": .text(found.id), "header": .text(found.header), "index": .number(Int64(found.index + 1)),
        "unit": .optional(found.unit),
      ])
  }

  private static func missing(_ missing: HeaderMatch.MissingColumn, _ source: Source, isRequired: Bool) -> Answer {
    let headers = (source.column(Identifier(missing.id))?.headers ?? []).map { "“\($0)”" }.joined(separator: "/")
    let list = missing.candidates.map { "“\($0)”" }.joined(separator: "、")
    let near = missing.candidates.isEmpty ? Wording("") : Wording("; nearest: \(list)", "；相近的有\(list)")
    let kind =
      isRequired
      ? Wording("required column is missing", "缺少必需的列") : Wording("column not found, not required", "没有非必需的列")
    return Answer(
      "missing_column",
      Wording("\(kind.english): \(missing.id) (\(headers))", "\(kind.chinese) \(missing.id)（\(headers)）") + near,
      ["column": .text(missing.id), "required": .truth(isRequired), "nearest": .list(missing.candidates)])
  }

  /// Headers that no column takes, and for a questionnaire the questions that no header asks.
  private static func extras(_ match: HeaderMatch, _ source: Source, _ programme: Programme) -> [Answer] {
    let taken = Set(match.columns.map(\.index))
    var open = match.headers.enumerated().filter { !taken.contains($0.offset) && !$0.element.isEmpty }.map(\.element)
    var answers: [Answer] = []
    let rated = programme.satisfaction?.asked(in: source.id)?.items.map(\.question) ?? []
    let questions = source.kind == .survey ? rated + source.questions.map(\.number) : []
    if !questions.isEmpty {
      let unasked = questions.filter { question in !open.contains { QuestionHeader($0).asks(question) } }
      answers.append(
        Answer(
          "questions",
          Wording(
            "\(questions.count - unasked.count) of \(questions.count) questions found",
            "找到\(questions.count)题中的\(questions.count - unasked.count)题")
            + (unasked.isEmpty
              ? Wording("")
              : Wording("; none asks \(unasked.joined(separator: ", "))", "；缺第\(unasked.joined(separator: "、"))题")),
          ["found": .number(Int64(questions.count - unasked.count)), "missing": .list(unasked)]))
      open = open.filter { header in !questions.contains { QuestionHeader(header).asks($0) } }
    }
    guard !open.isEmpty else { return answers }
    let list = open.map { "“\($0.replacing("\n", with: " "))”" }.joined(separator: "、")
    return answers + [Answer("extra", Wording("headers not used: \(list)", "未使用的表头：\(list)"), ["headers": .list(open)])]
  }
}
