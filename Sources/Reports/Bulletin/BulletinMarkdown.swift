/// The bulletin as GitHub-flavoured Markdown with its charts beside it.
struct BulletinMarkdown {
  let figures: BulletinFigures
  private(set) var charts: [ChartFile] = []
  private var blocks: [String] = []
  private var sections = 0

  init(_ figures: BulletinFigures) {
    self.figures = figures
    writeHead()
    writeOverall()
    for level in figures.levels where !level.isLast { write(level) }
    writeProjects()
    writeCohorts()
    writeConcerns()
    writeNextStage()
    writeDefinitions()
  }

  /// The whole file.
  var text: String { blocks.joined(separator: "\n\n") + "\n" }

  private mutating func writeHead() {
    let issue = figures.issue
    blocks.append("# " + MarkdownText.escaped(issue.title))
    blocks.append(
      "**\(issue.numberText)**　\(MarkdownText.escaped(issue.office))　\(chineseDate(issue.cutOff.day))")
    blocks.append("## " + MarkdownText.escaped(issue.programmeTitle) + "学情")
    write(prose: figures.lead)
  }

  private mutating func writeOverall() {
    write(section: "总体情况")
    write(figures.overallTable)
    write(figures.trendChart)
  }

  private mutating func write(_ level: BulletinFigures.Level) {
    write(section: "分\(level.title)情况")
    write(prose: figures.spread(of: level))
    write(figures.rankingTable(level))
    if let note = figures.emptyNote(level) { write(prose: "注：" + note) }
    if level.units.count > 5 { write(figures.rankingChart(level)) }
  }

  private mutating func writeProjects() {
    guard figures.projects.count > 1 else { return }
    write(section: "分项目情况")
    write(figures.projectTable)
    if figures.projects.count > 5 { write(figures.projectChart) }
  }

  private mutating func writeCohorts() {
    guard !figures.cohortTable.rows.isEmpty else { return }
    write(section: "分班次情况")
    write(figures.cohortTable)
  }

  private mutating func writeConcerns() {
    write(section: "需要关注")
    let concerns = figures.concerns
    guard !concerns.isEmpty else { return write(prose: "按既定条件，本期没有需要单列的情况。") }
    blocks.append(
      concerns.enumerated().map { index, concern in
        let unit = MarkdownText.escaped(concern.unit)
        return
          "\(index + 1). **\(unit)**：\(MarkdownText.escaped(concern.fact))（条件：\(MarkdownText.escaped(concern.condition))）"
      }.joined(separator: "\n"))
  }

  private mutating func writeNextStage() {
    write(section: "下阶段要求")
    for sentence in figures.pace { write(prose: sentence) }
    blocks.append("【待填写：下阶段工作要求】")
  }

  private mutating func writeDefinitions() {
    write(section: "口径与数据质量")
    write(figures.definitionTable)
    let notes = [figures.roundingNote, figures.orderNote, figures.changeNote]
    blocks.append(notes.enumerated().map { "\($0 + 1). " + MarkdownText.escaped($1) }.joined(separator: "\n"))
    write(figures.accountTable)
    write(prose: figures.accountNote + figures.rejectionNote)
    if let last = figures.levels.last, last.isLast {
      write(prose: "各\(last.title)情况见 bulletin.xlsx 的“\(last.title)”表。")
    }
    blocks.append("---")
    blocks.append("填表人：　　　　　　审核人：　　　　　　单位负责人（盖章）：")
  }

  private mutating func write(section title: String) {
    sections += 1
    blocks.append("### \(chineseOrdinal(sections))、\(MarkdownText.escaped(title))")
  }

  private mutating func write(prose: String) {
    if !prose.isEmpty { blocks.append(MarkdownText.escaped(prose)) }
  }

  private mutating func write(_ table: PaperTable) {
    blocks.append(table.markdown.text)
  }

  private mutating func write(_ chart: ChartFile?) {
    guard let chart else { return }
    charts.append(chart)
    blocks.append(chart.markdown)
  }
}
