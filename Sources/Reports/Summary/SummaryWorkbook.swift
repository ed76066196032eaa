import Awards
import Metrics
import Programme
import Workbook

import struct Workbook.Column

/// The summary as a workbook: results with the distribution, indicators, projects, satisfaction, awards and problems.
struct SummaryWorkbook {
  let wording: SummaryWording

  var figures: SummaryFigures { wording.figures }
  var right: String { "统计时间：截至\(figures.cutOff.text)" }

  func write(to path: String) throws {
    let workbook = try Workbook(
      path: path,
      properties: DocumentProperties(
        title: wording.title, subject: "截至\(figures.cutOff.text)", office: wording.programme.office, category: "内部资料",
        created: figures.cutOff.civilTime))
    try workbook.add(pages, left: wording.title, right: right)
    try workbook.close()
  }

  /// The sheets in their order.
  private var pages: [NamedPage] {
    var pages = results
    if let funnelPage { pages.append(NamedPage(SummaryFunnel.title, funnelPage)) }
    if let termPage { pages.append(NamedPage("学期比较", termPage)) }
    pages += MonitoringPages(wording: wording).pages
    if figures.hasProjects { pages.append(NamedPage("学科成效", projects)) }
    if let satisfaction = figures.satisfaction {
      let found = SatisfactionPages(wording: wording, satisfaction: satisfaction)
      pages += found.whole
      if let quality = found.quality { pages.append(NamedPage("问卷质量与信度", quality)) }
      let units = found.units
      pages += units.enumerated().map { index, page in
        NamedPage("分\(sheetName(satisfaction.unitTitle))满意度" + (units.count > 1 ? "-\(index + 1)" : ""), page)
      }
    }
    for (index, choices) in figures.choices.enumerated() {
      pages.append(NamedPage(sheetName("选项统计\(index + 1) \(choices.title)"), page(of: choices)))
    }
    if let awards { pages.append(NamedPage("评优情况", awards)) }
    return pages + [NamedPage("问题与改进", problems)]
  }

  private var termPage: Page? {
    guard let table = wording.termTable else { return nil }
    return Page(
      title: "学期比较", left: "单位：人、%、学时、分", right: right, frozenColumns: 1,
      blocks: [.table(table.sheetTable()), .notes([SummaryWording.termNote]), .signature])
  }

  /// The results by unit with the distribution of totals below, which has a sheet of its own where one sheet of paper does not hold both.
  private var results: [NamedPage] {
    let table: [Block] = [
      .table(
        wording.results(of: figures.cities, title: figures.cityTitle).sheetTable().namingTotal(wording.resultNames)),
      .notes(["比率的分母均为报名学员数；各\(figures.cityTitle)按组织序排列。"]),
    ]
    guard let distribution = figures.distribution, let sentence = wording.distribution,
      let note = wording.distributionNote
    else { return [NamedPage("培训成效", results(table + [.signature]))] }
    let drawn: [Block] = [.chart(chart(of: distribution)), .prose(sentence), .notes([note])]
    let counts = "学员\(grouped(distribution.learners))人，合格线\(distribution.pass)分"
    let joint = results(
      [.heading("一、各\(figures.cityTitle)培训成效")] + table + [.space(8), .heading("二、成绩分布（\(counts)）")] + drawn)
    guard joint.takesSeveralSheets else { return [NamedPage("培训成效", joint)] }
    return [
      NamedPage("培训成效", results(table + [.signature])),
      NamedPage("成绩分布", Page(title: "成绩分布", left: counts, right: right, isOnePage: true, blocks: drawn)),
    ]
  }

  private func results(_ blocks: [Block]) -> Page {
    Page(
      title: wording.joined(wording.programme.title, "培训成效"), left: "单位：人、%、分", right: right, frozenColumns: 2,
      isOnePage: true, orientation: .portrait, blocks: blocks)
  }

  private func chart(of distribution: ScoreDistribution) -> Chart {
    Chart(
      title: "总成绩分布（人，淡色柱为\(distribution.pass)分以下）",
      description: distribution.bins.map { "\($0.title)分\(grouped($0.learners))人" }.joined(separator: "；"),
      categories: .listed(distribution.bins.map { .text($0.title) }, heading: "总成绩", format: .general),
      form: .distribution(
        Distribution(
          series: Series("学员", .listed(distribution.bins.map { .integer($0.learners) }, heading: "人数", format: .count)),
          isPale: distribution.bins.map { ($0.from ?? Int64.min) < distribution.pass }, axisTitle: "总成绩（分）")),
      height: 300)
  }

  private var projects: Page {
    Page(
      title: "各项目培训成效", left: "单位：人、%、分", right: right, frozenColumns: 2,
      blocks: [
        .table(wording.results(of: figures.projects, title: "项目").sheetTable()),
        .notes(["比率的分母均为报名学员数；参加两个项目的学员在两个项目中各计一次。"]), .signature,
      ])
  }

  private func page(of choices: ChoiceFigures) -> Page {
    Page(
      title: choices.title, left: "单位：份、%", right: right, frozenColumns: 2,
      blocks: [.table(choices.table.sheetTable()), .notes([choices.note]), .signature])
  }

  private var awards: Page? {
    guard let table = wording.awardTable else { return nil }
    return Page(
      title: "评优情况", left: "单位：人、个", right: right, frozenColumns: 2,
      blocks: [
        .lead(wording.awards ?? ""), .table(table.sheetTable()),
        .notes(["“入选候选”不等于获奖，经推荐、审批和公示后方可表彰。"]), .signature,
      ])
  }

  private var problems: Page {
    let found: Block =
      wording.problems.isEmpty ? .prose("按规则未发现问题。") : .table(problemTable)
    return Page(
      title: "问题与改进", right: right, grid: .even(columns: 12, pixels: 56),
      blocks: [found, .space(8), .prose("【待填写：原因分析】"), .prose("【待填写：改进措施】"), .signature])
  }

  private var problemTable: Table {
    PaperTable(
      [PaperColumn("序号", .rank), PaperColumn("问题", .sentence), PaperColumn("条件", .sentence)],
      wording.problems.enumerated().map {
        [.rank($0.offset + 1), .text($0.element.sentence), .text($0.element.condition)]
      }
    ).sheetTable(id: "problems") { index, column in column.spanning([1, 7, 4][index]) }
  }
}
