import Exports
import Foundation
import Programme
import Store

/// What was found of one source: its files, and in each the sheets that fit.
struct SourceCheck {
  let answer: Answer
  let isBlocked: Bool

  init(
    _ source: Source, _ programme: Programme, input: InputFolder, night: String, end: Int64, conversions: Conversions
  ) {
    let names = input.names(of: source, night: night)
    let files = names.map {
      FileCheck($0, path: "\(input.path)/\($0)", source, programme, end: end, conversions: conversions)
    }
    isBlocked = files.contains(where: \.isBlocked) || (names.isEmpty && source.required)
    var parts = files.map(\.answer)
    if names.isEmpty { parts.append(Self.missing(source, input, night)) }
    let state = isBlocked ? Wording(": blocked", "：受阻") : Wording("")
    answer = Answer(
      "source",
      Wording("\(source.title) (\(source.id), \(source.kind.rawValue))", "\(source.title)（\(source.id)）") + state,
      ["source": .text(source.id.text), "source_kind": .text(source.kind.rawValue), "blocked": .truth(isBlocked)],
      parts: parts)
  }

  private static func missing(_ source: Source, _ input: InputFolder, _ night: String) -> Answer {
    let pattern = "\(input.path)/\(source.files.replacingOccurrences(of: "{date}", with: night))"
    let remedy =
      source.required
      ? Wording("export it for that night and put it there", "请导出该晚的数据并放到该处")
      : Wording("not required; what rests on it is missing in the papers", "非必需；材料中缺少依据它的部分")
    return Answer(
      "missing_file", Wording("\(pattern): no such file; ", "\(pattern)：没有此文件；") + remedy,
      ["pattern": .text(pattern), "required": .truth(source.required)])
  }
}

/// What was found in one export.
private struct FileCheck {
  let answer: Answer
  let isBlocked: Bool

  init(
    _ name: String, path: String, _ source: Source, _ programme: Programme, end: Int64, conversions: Conversions
  ) {
    do throws(ExportError) {
      let export = try Export.open(path, limits: ExportLimits(programme.limits), conversions: conversions)
      var sheets: [SheetCheck] = []
      for (index, sheet) in export.sheets.enumerated() where source.sheet == nil || source.sheet == sheet.name {
        sheets.append(SheetCheck(sheet, try export.firstRows(ofSheet: index), source, programme, end: end))
      }
      let fitting = sheets.filter(\.fits)
      isBlocked = fitting.isEmpty || fitting.contains(where: \.isStampedLater)
      var parts = fitting.map(\.answer)
      // Of sheets that do not fit, the nearest is told when none does; otherwise they are only named.
      if fitting.isEmpty, let nearest = sheets.max(by: { $0.found < $1.found }) { parts.append(nearest.answer) }
      if sheets.isEmpty { parts.append(Self.missingSheet(source, export)) }
      let others = export.sheets.map(\.name).filter { name in !fitting.contains { $0.name == name } }
      if !fitting.isEmpty, !others.isEmpty { parts.append(Self.otherSheets(others)) }
      answer = Answer(
        "file", Wording("\(name) (\(export.form))", "\(name)（\(export.form)）"),
        ["file": .text(name), "encoding": .text(export.form)],
        parts: parts)
    } catch {
      isBlocked = true
      answer = Answer(
        "unreadable", Wording(error.message(chinese: false), error.message(chinese: true)), ["file": .text(name)])
    }
  }

  private static func missingSheet(_ source: Source, _ export: Export) -> Answer {
    let names = export.sheets.map { "“\($0.name)”" }.joined(separator: "、")
    let wanted = source.sheet ?? ""
    return Answer(
      "missing_sheet",
      Wording("no sheet is named “\(wanted)”; it has \(names)", "没有名为“\(wanted)”的工作表；现有\(names)"),
      ["sheet": .text(wanted)])
  }

  private static func otherSheets(_ names: [String]) -> Answer {
    let list = names.map { "“\($0)”" }.joined(separator: "、")
    return Answer("other_sheets", Wording("sheets not read: \(list)", "不读取的工作表：\(list)"), ["sheets": .list(names)])
  }
}
