import Exports
import Foundation
import Programme
import Store

/// A draft's programme, part by part in the order of the pipeline file.
struct ProgrammeDraft {
  private let exports: DraftExports
  private let folder: String
  private var sources: [DraftSource] { exports.sources }

  init(_ exports: DraftExports, folder: String) {
    self.exports = exports
    self.folder = folder
  }

  func written() -> PipelineText {
    var text = PipelineText()
    text.comment("由 jianbao init 根据导出文件拟出的流程文件草案。")
    text.comment("标有“请填写”处的 null 须由人填写，填好之前 jianbao check 会逐处指出；其余各项请核对。")
    text.part("{", closing: "}") { text in
      text.line("format: 1,")
      text.line("")
      writeProgramme(&text)
      text.line("")
      writeSources(&text)
      text.line("")
      let rules = RulesDraft(sources)
      rules.writeTallies(&text)
      text.line("")
      rules.writeScoring(&text)
      text.line("")
      rules.writeMetrics(&text)
      text.line("")
      if let survey = sources.first(where: { $0.kind == .survey }) {
        writeSatisfaction(survey, &text)
        text.line("")
      }
      writeAwards(&text)
      rules.writeReports(&text)
      rules.writeChecks(&text)
    }
    return text
  }

  private func writeProgramme(_ text: inout PipelineText) {
    text.part("programme: {", closing: "},") { text in
      text.line("id: '\(identifier)',")
      if let title {
        text.line("title: \(quoted(title)),", note: "取自名册的标题行，请核对")
      } else {
        text.ask("title", "项目名称，印在各材料的标题中，如 '2023年教师网络培训'")
      }
      if let year { text.line("year: \(year),") } else { text.ask("year", "年度，如 2023") }
      text.ask("office", "主办单位，印在通报的报头，如 '××市教师培训项目办公室'")
      let input = FilePattern.relative(exports.input, from: folder)
      text.line("input: \(quoted(input)),", note: "导出文件所在目录，相对于本文件；其下按日期分文件夹，如 2023-08-19")
      for path in exports.misplaced {
        text.comment("请将 \(path.split(separator: "/").last ?? "") 移入 input 下以统计日期命名的文件夹")
      }
      if sources.contains(where: { $0.kind == .measure }) { text.line("minutes_per_hour: 45,", note: "1学时折合的分钟数，请核对") }
      text.line("levels: [")
      for level in levels { text.line("  \(level),") }
      text.line("],")
      writeCohorts(&text)
    }
  }

  /// The programme's name as folders and the database bear it.
  private var identifier: String {
    let name = URL(filePath: folder).standardizedFileURL.lastPathComponent.lowercased()
    let kept = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    return kept.first.map { $0.isLetter || $0.isNumber } == true ? kept : "programme"
  }

  /// The title row of the roster, or of another export, without the word for the list itself.
  private var title: String? {
    let rows = sources.sorted { $0.kind == .roster && $1.kind != .roster }.flatMap(\.sample.match.rowsAbove)
    let titles = rows.map { $0.first { !$0.isEmpty } ?? "" }.filter { $0.contains("培训") && !$0.contains("时间") }
    guard var title = titles.first.map(oneLine) else { return nil }
    for end in ["学员名册", "学员花名册", "花名册", "名册", "学员名单", "名单", "汇总表", "统计表"] where title.hasSuffix(end) {
      title.removeLast(end.count)
      break
    }
    return title.isEmpty ? nil : title
  }

  private var year: Int? {
    if let night = exports.night { return night.year }
    return sources.compactMap(\.sample.match.snapshot).first.map { CalendarDate(dayNumber: Int($0 / 86_400)).year }
  }

  private var levels: [String] {
    let words = sources.first { $0.kind == .unit }?.column("level")?.texts.compactMap { Vocabulary.level.words[$0] }
    let roster = sources.first { $0.kind == .roster }
    let ofRoster = ["city", "county"].filter { roster?.has($0) == true } + ["school"]
    let used = Set(words ?? ["province"] + ofRoster)
    return [
      ("province", "{ id: 'province', title: '全省', label: '省' }"), ("city", "{ id: 'city', title: '地市', label: '市' }"),
      ("county", "{ id: 'county', title: '县（市、区）', label: '县' }"),
      ("school", "{ id: 'school', title: '学校', label: '校' }"),
    ].filter { used.contains($0.0) }.map(\.1)
  }

  private func writeCohorts(_ text: inout PipelineText) {
    guard let cohort = sources.first(where: { $0.kind == .roster })?.column("cohort"), !cohort.texts.isEmpty else {
      return
    }
    text.ask("cohorts", "各班次的起止日期；可将下列草案去掉 //、填好日期后代替 null")
    text.proposal { text in
      text.part("cohorts: [", closing: "],") { text in
        for (index, title) in cohort.texts.enumerated() {
          text.line("{ id: 'c\(index + 1)', title: \(quoted(title)), from: '____-__-__', to: '____-__-__' },")
        }
      }
    }
  }

  private func writeSources(_ text: inout PipelineText) {
    text.part("sources: {", closing: "},") { text in
      if !sources.contains(where: { $0.kind == .roster }) {
        text.ask("roster", "未找到学员名册；没有名册无法统计，请补上 roster 类数据源")
      }
      for source in sources where source.kind != .nomination { source.write(&text) }
      let nominations = sources.filter { $0.kind == .nomination }
      if !nominations.isEmpty { text.comment("写好 awards（奖项）后，去掉下列 // 即可读取申报、推荐和审批：") }
      for source in nominations { text.proposal { source.write(&$0) } }
      for sheet in exports.unknown {
        text.comment("未能识别：\(sheet.name)，表头：\(sheet.headers)。如需读取，请补写一项并注明 kind（数据种类）")
      }
      for error in exports.unreadable { text.comment("未能读取：\(error.message(chinese: true))") }
    }
  }

  private func writeSatisfaction(_ survey: DraftSource, _ text: inout PipelineText) {
    if let scale = survey.sample.scale {
      scale.write(&text, source: survey)
    } else {
      text.comment("问卷中没有认出满意度量表（可能导出的是选项代码）；如需统计，请补写 satisfaction，并用 codes 写明各档的代码")
      if let scale = survey.sample.codedScale { text.proposal { scale.write(&$0, source: survey) } }
    }
  }

  private func writeAwards(_ text: inout PipelineText) {
    let nominations = sources.filter { $0.kind == .nomination }
    let titles = nominations.flatMap { $0.column("award")?.texts ?? [] }.firsts
    guard !titles.isEmpty else { return }
    text.comment("评优须按本项目的文件填写条件、名额、排序和并列办法；申报材料中出现的奖项：\(titles.joined(separator: "、"))。草案：")
    text.proposal { text in
      text.part("awards: [", closing: "],") { text in
        for (index, title) in titles.enumerated() {
          text.line(
            "{ id: 'award\(index + 1)', title: \(quoted(title)), pool: { __ }, eligible: [], quota: { percent: __, of: { __ }, rounding: 'half_up' }, rank: ['__ desc'], ties: 'person' },"
          )
        }
      }
    }
    text.line("")
  }
}
