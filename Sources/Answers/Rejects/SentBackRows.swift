package import Programme
package import Store

/// The rows that wait for somebody to mend them, by source, each with its place, its fault and the remedy.
///
/// Decided ones are counted; those of `decided` are listed too, as they are read with a mended value or left out.
package func sentBackAnswer(
  _ rows: [SentBackRow], decided: [SentBackRow], of programme: Programme, asOf: String?, limit: Int
) -> Answer {
  let open = rows.filter { $0.state == .open }
  let sources = programme.sources.compactMap { source -> Answer? in
    let own = open.filter { $0.source == source.id.text }
    guard !own.isEmpty else { return nil }
    var parts = own.prefix(limit).map(line)
    if own.count > limit {
      let rest = own.count - limit
      parts.append(
        Answer(
          "more", Wording("\(rest) more; --all lists them", "另有\(rest)行；加 --all 全部列出"), ["count": .number(Int64(rest))])
      )
    }
    return Answer(
      "source", Wording("\(source.title): \(own.count) open", "\(source.title)：待处理\(own.count)行"),
      ["source": .text(source.id.text), "count": .number(Int64(own.count))], parts: parts)
  }
  let mended = rows.count { $0.state == .mended }
  let void = rows.count { $0.state == .void }
  let night = asOf.map { Wording(", as of \($0)", "，统计时点 \($0)") } ?? Wording("")
  let count = Wording(
    ": \(open.count) open, \(mended) mended and waiting for the next run, \(void) void",
    "：待处理\(open.count)行，已修正、待下次运行\(mended)行，作废\(void)行")
  return Answer(
    "rejects", Wording("rows sent back", "退回的行") + night + count,
    [
      "as_of": .optional(asOf), "open": .number(Int64(open.count)), "mended": .number(Int64(mended)),
      "void": .number(Int64(void)),
    ], parts: sources + decidedAnswer(decided))
}

/// Rows on which somebody has decided: what each is read as, or that it is left out, and who answers for it.
private func decidedAnswer(_ rows: [SentBackRow]) -> [Answer] {
  guard !rows.isEmpty else { return [] }
  return [
    Answer(
      "decided", Wording("decided: \(counted(rows.count, "row"))", "已处理：\(rows.count)行"),
      ["count": .number(Int64(rows.count))], parts: rows.map(decidedLine))
  ]
}

private func decidedLine(_ row: SentBackRow) -> Answer {
  let place = SourcePlace(file: row.file, sheet: row.sheet, row: row.row)
  let column = row.column.isEmpty ? Wording("the whole row", "整行") : Wording(row.column)
  let value = row.decision?.value
  let what =
    value.map { Wording("“\(row.found)” is read as “\($0)”", "“\(row.found)”按“\($0)”计") }
    ?? Wording("left out as void", "作废")
  let by = row.decision?.by ?? ""
  let note = row.decision?.note ?? ""
  let author =
    Wording(", by \(by)", "，\(by)") + (note.isEmpty ? Wording("") : Wording(" (\(note))", "（\(note)）"))
  return Answer(
    value == nil ? "void" : "mended",
    place.wording + Wording(", ", "，") + column + Wording(": ", "：") + what + author,
    fields: [
      ("key", .text(row.key)), ("code", .text(row.code)), ("column", .text(row.column)), ("value", .optional(value)),
      ("by", .text(by)), ("note", .text(note)),
    ] + place.fields)
}

private func line(_ row: SentBackRow) -> Answer {
  let place = SourcePlace(file: row.file, sheet: row.sheet, row: row.row)
  let column = row.column.isEmpty ? Wording("the whole row", "整行") : Wording(row.column)
  return Answer(
    "reject", place.wording + Wording(", ", "，") + column + Wording(": ", "：") + row.wording,
    fields: [("key", .text(row.key)), ("code", .text(row.code)), ("column", .text(row.column))] + place.fields)
}

/// What came of a form that was filled in: the counts, and every row that was refused with its place and the remedy.
package func mendingAnswer(_ result: MendingImport, form: String) -> Answer {
  let name = form.split(separator: "/").last.map(String.init) ?? form
  let refusals = result.refusals.map { refusal in
    let place = SourcePlace(file: name, sheet: refusal.sheet, row: Int64(refusal.row))
    return Answer("refused", place.wording + Wording(": ", "：") + refusal.wording, fields: place.fields)
  }
  return Answer(
    "mendings",
    Wording(
      "\(name): \(result.mended) mended, \(result.void) void, \(result.takenBack) taken back, \(result.unchanged) as before, \(result.untouched) left blank, \(refusals.count) refused",
      "\(name)：修正\(result.mended)行，作废\(result.void)行，撤销\(result.takenBack)行，与此前相同\(result.unchanged)行，未填\(result.untouched)行，未予导入\(refusals.count)行"
    ),
    [
      "mended": .number(Int64(result.mended)), "void": .number(Int64(result.void)),
      "taken_back": .number(Int64(result.takenBack)), "unchanged": .number(Int64(result.unchanged)),
      "untouched": .number(Int64(result.untouched)),
      "refused": .number(Int64(refusals.count)),
    ], parts: refusals)
}
