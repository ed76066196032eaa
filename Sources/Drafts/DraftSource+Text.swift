import Exports
import Programme

extension DraftSource {
  /// Writes the source with its columns as the pipeline file wants them.
  func write(_ text: inout PipelineText) {
    text.comment(described)
    for note in notes { text.comment(note) }
    text.part("\(id): {", closing: "},") { text in
      let tail = sheet.map { ", sheet: \(quoted($0))" } ?? ""
      let isNeeded = !(kind == .survey || kind == .brief || kind == .nomination || kind == .answer)
      let required = isNeeded ? "" : ", required: false"
      text.line("title: \(quoted(title)), kind: '\(kind.rawValue)', files: \(quoted(files))\(tail)\(required),")
      writeRole(&text)
      text.part("columns: {", closing: "},") { text in
        for column in sample.match.columns { write(column, &text) }
        for place in sample.surveyPlaces {
          text.line("\(place.id): { from: \(quoted(place.header)), type: \(place.type) },")
        }
      }
      writeQuestions(&text)
      writeLimits(&text)
    }
  }

  /// Questions of choice are only proposed: in which order the questionnaire has its options, an export of texts does not say.
  private func writeQuestions(_ text: inout PipelineText) {
    let questions = sample.choiceQuestions
    guard !questions.isEmpty else { return }
    text.comment("如需按选项统计下列题目，请去掉 //，按问卷中的顺序写全选项（导出为代码的，__ 处填选项文字）：")
    text.proposal { text in
      text.part("questions: {", closing: "},") { text in
        for question in questions {
          let codes = question.options.compactMap { Int($0) }.sorted()
          let options =
            codes.count == question.options.count
            ? codes.map { "'__\($0)'" }.joined(separator: ", ") : question.options.map(quoted).joined(separator: ", ")
          let choice = question.isMultiple ? "choice: 'multiple', " : ""
          text.line("\(quoted(question.number)): { title: \(quoted(question.title)), \(choice)options: [\(options)] },")
        }
      }
    }
  }

  private func writeRole(_ text: inout PipelineText) {
    if kind == .staff {
      if let role {
        text.line("role: '\(role)',")
      } else {
        text.ask("role", "这些人员的身份，如 'administrator'（管理员）、'tutor'（辅导员）")
      }
    }
    if kind == .nomination {
      if let stage {
        text.line("stage: '\(stage.rawValue)',")
      } else {
        text.ask("stage", "这份名单是申报 'filed'、推荐 'recommended' 还是审批 'approved'")
      }
    }
  }

  /// File, encoding, header and key, as far as they were recognised.
  private var described: String {
    let file = sample.path.split(separator: "/").suffix(2).joined(separator: "/")
    let sheets = samples.map(\.sheet).filter { !$0.isEmpty }.map { "“\($0)”" }.joined(separator: "、")
    let header = "表头在第\((sample.match.row ?? 0) + 1)行\(sample.match.height == 2 ? "及下一行" : "")"
    let cut = samples.contains { $0.rows == SheetSample.depth } ? "前" : ""
    return "\(file)\(sheets.isEmpty ? "" : "，工作表\(sheets)")：\(sample.form)，\(header)，看了\(cut)\(rows)行"
  }

  private var notes: [String] {
    var notes: [String] = []
    if kind.isFact {
      let keys = sample.match.columns.filter { ["person", "project", "cohort", "item"].contains($0.id) }
      let repeated = samples.reduce(0) { $0 + $1.repeated }
      let list = keys.map { oneLine($0.header) }.joined(separator: "＋")
      notes.append("主键：\(list)；所看各行中重复 \(repeated) 行，按 duplicates 合并")
    }
    if !sample.unused.isEmpty { notes.append("未使用的表头：\(sample.unused.map(oneLine).joined(separator: "、"))") }
    for column in sample.match.columns {
      guard let found = sample.columns[column.id], found.faults > 0 else { continue }
      notes.append(
        "请核对：“\(oneLine(column.header))”所看 \(found.filled) 格中有 \(found.faults) 格不是\(found.type.word)，运行时将退回或注明")
    }
    return notes
  }

  private func write(_ column: HeaderMatch.Column, _ text: inout PipelineText) {
    let found = sample.columns[column.id] ?? ColumnSample(.text)
    let isRequired =
      sample.template.needed.contains(column.id) || (kind == .roster && ["project", "cohort"].contains(column.id))
    var parts = ["from: \(quoted(header(column)))", "type: '\(found.type.keyword)'"]
    var question: String?
    switch found.type {
    case .unit(let level):
      if let level { parts.append("level: '\(level)'") }
    case .duration:
      let known = durationUnit(column, found)
      parts.append("unit: \(known.map(quoted) ?? "null")")
      if kind == .measure || column.id == "online" { parts.append("min: 0") }
      if found.hasOneColon {
        parts.append("colon: null")
        question = "12:30 是 'hours_minutes'（时:分）还是 'minutes_seconds'（分:秒）"
      }
      if known == nil {
        question = (question.map { "\($0)；" } ?? "") + "没有写单位的数字是 'minutes'（分钟）、'hours'（小时）还是 'seconds'（秒）"
      }
    case .decimal:
      parts += ["decimals: 2", "min: 0"]
      if column.id == "value", has("full") { parts.append("max_from: 'full'") }
    case .words(let vocabulary):
      let (map, unknown) = vocabulary.map(found)
      if let map { parts.append("map: { \(map) }") }
      if !unknown.isEmpty { question = "\(unknown.map { "“\($0)”" }.joined(separator: "、"))在本项目中对应什么" }
    case .id where column.id == "id_card": parts.append("check: 'gb11643'")
    default: break
    }
    if isRequired { parts.append("required: true") }
    text.line("\(column.id): { \(parts.joined(separator: ", ")) },", note: question.map { "请填写：\($0)" })
    if let question { text.asks(question) }
  }

  /// The header without its unit and number, which are recognised anew every night; of a group and a sub-header the latter.
  private func header(_ column: HeaderMatch.Column) -> String {
    var header = oneLine(column.header)
    if sample.match.height == 2, let last = header.split(separator: "/").last { header = String(last) }
    if let unit = column.unit {
      for (open, close) in [("（", "）"), ("(", ")"), ("[", "]"), ("【", "】"), ("（", ")"), ("(", "）")] {
        let tail = "\(open)\(unit)\(close)"
        if header.hasSuffix(tail) { header.removeLast(tail.count) }
      }
    }
    return header.trimmed
  }

  private func durationUnit(_ column: HeaderMatch.Column, _ found: ColumnSample) -> String? {
    switch column.unit {
    case "分钟", "分", "min", "minutes": "minutes"
    case "小时", "时", "h", "hours", "学时": "hours"
    case "秒", "s", "seconds": "seconds"
    default: found.hasBareNumbers ? nil : column.id == "seconds" ? "seconds" : "minutes"
    }
  }

  private func writeLimits(_ text: inout PipelineText) {
    switch kind {
    case .measure, .item: text.line("duplicates: { value: 'max', at: 'max' },", note: "同一主键取较大值、较晚时间；请核对")
    case .event: text.line("duplicates: 'first',", note: "同一主键取首行；请核对")
    default: break
    }
    guard kind.isFact || kind == .roster else { return }
    text.line("limits: { max_rejects: '1%', max_shrink: '5%' },", note: "退回超过1%或较上晚减少超过5%时停止导入")
  }
}

extension Vocabulary {
  /// The words of a column with the programme's words for them, and those that it has none for.
  func map(_ found: ColumnSample) -> (text: String?, unknown: [String]) {
    let texts = found.texts.isEmpty && !found.isVaried ? usual : found.texts
    let known = texts.filter { words[$0] != nil }
    let unknown = texts.filter { words[$0] == nil }
    if texts.isEmpty || (isOpen && (!unknown.isEmpty || known.isEmpty)) { return (nil, []) }
    let entries =
      known.map { "\(quoted($0)): \(quoted(words[$0] ?? ""))" } + unknown.map { "\(quoted($0)): null" }
    return (entries.joined(separator: ", "), unknown)
  }
}

extension DraftType {
  /// The word of the pipeline file.
  var keyword: String {
    switch self {
    case .text, .words: "text"
    case .name: "name"
    case .id: "id"
    case .phone: "phone"
    case .boolean: "boolean"
    case .date: "date"
    case .datetime: "datetime"
    case .decimal: "decimal"
    case .duration: "duration"
    case .unit: "unit"
    }
  }

  fileprivate var word: String {
    switch self {
    case .id: "编号"
    case .phone: "手机号"
    case .boolean: "是或否"
    case .date, .datetime: "日期"
    case .decimal: "数值"
    case .duration: "时长"
    case .text, .words, .name, .unit: "文本"
    }
  }
}

/// A header on one line.
func oneLine(_ header: String) -> String { header.replacing("\r", with: "").replacing("\n", with: "") }

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
