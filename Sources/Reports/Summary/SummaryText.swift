import Programme

/// The summary as Markdown: the frame that offices use, figures filled, prose left to people.
struct SummaryText {
  let wording: SummaryWording
  let charts: SummaryCharts

  private var figures: SummaryFigures { wording.figures }

  var markdown: String {
    let blocks = [heading, basics, methods, results, innovation, problems, measures, annex]
    return blocks.flatMap { $0 }.joined(separator: "\n\n") + "\n"
  }

  private var heading: [String] {
    [
      "# \(MarkdownText.escaped(wording.title))", MarkdownText.escaped(wording.programme.office),
      "统计时间：截至\(figures.cutOff.text)",
    ]
  }

  private var basics: [String] {
    ["## 一、基本情况", MarkdownText.escaped(wording.basics), "【待填写：培训依据、目标与主要内容】"]
  }

  private var methods: [String] {
    let bulletins = figures.bulletins > 0 ? ["共编发学情通报\(figures.bulletins)期。"] : []
    return ["## 二、主要做法"] + bulletins + ["【待填写：组织领导、过程管理、学情通报会等做法】"]
  }

  private var results: [String] {
    var blocks = ["## 三、培训成效", "### （一）各\(figures.cityTitle)培训成效"]
    blocks += [wording.results(of: figures.cities, title: figures.cityTitle).markdown.text, image(charts.cities)]
      .compactMap { $0 }
    blocks.append("注：比率的分母均为报名学员数；各\(figures.cityTitle)按组织序排列。口径见附表。")
    if let sentence = wording.distribution {
      blocks += ["### （二）成绩分布", MarkdownText.escaped(sentence)]
      blocks += [image(charts.distribution)].compactMap { $0 }
    }
    blocks += satisfaction
    blocks +=
      ["### （四）评优"]
      + [wording.awards.map(MarkdownText.escaped), wording.awardTable?.markdown.text]
      .compactMap { $0 }
    blocks.append("【待填写：优秀成果、典型案例】")
    return blocks
  }

  private var satisfaction: [String] {
    guard let satisfaction = figures.satisfaction, let sentence = wording.satisfaction else {
      let isAsked = wording.programme.satisfaction != nil
      return ["### （三）满意度", isAsked ? "【待填写：满意度调查情况（本期没有问卷数据）】" : "【待填写：满意度调查情况】"]
    }
    var blocks = ["### （三）满意度", MarkdownText.escaped(sentence), satisfaction.wholeTable.markdown.text]
    blocks += [image(charts.satisfaction)].compactMap { $0 }
    if let table = satisfaction.unitTable {
      blocks += ["分\(satisfaction.unitTitle)满意率：", table.markdown.text]
    }
    let notes = [wording.satisfactionNote, wording.suppressionNote].compactMap { $0 }
    return blocks + ["注：" + MarkdownText.escaped(notes.joined())]
  }

  private var innovation: [String] {
    ["## 四、特色与创新", "【待填写：特色做法，须附佐证材料名称】"]
  }

  private var problems: [String] {
    let found = wording.problems.enumerated().map { index, problem in
      "\(index + 1). \(MarkdownText.escaped(problem.sentence))（条件：\(MarkdownText.escaped(problem.condition))）"
    }
    let list = found.isEmpty ? ["按规则未发现问题。"] : [found.joined(separator: "\n")]
    return ["## 五、问题与不足"] + list + ["【待填写：原因分析】"]
  }

  private var measures: [String] {
    ["## 六、改进措施", "【待填写：改进措施】"]
  }

  private var annex: [String] {
    var blocks = ["## 七、附表", "### 附表1 各\(figures.cityTitle)监测指标", wording.monitoring.markdown.text]
    if figures.hasProjects {
      blocks += ["### 附表2 各项目培训成效", wording.results(of: figures.projects, title: "项目").markdown.text]
    }
    return blocks + ["注：" + MarkdownText.escaped(wording.definitions.joined(separator: "；") + "。")]
  }

  private func image(_ chart: SummaryCharts.File?) -> String? {
    chart.map { "![\(MarkdownText.escaped($0.caption))](charts/\($0.name).svg)" }
  }
}
