package import Metrics
package import Programme
package import Scoring

/// The assessment and award rules of a programme (考核与评优细则), made from the pipeline file itself, so that an office can check
/// what is computed before anything is.
///
/// Every sentence comes from the rule that computes; none is written a second time beside it.
package struct RuleBook: Sendable {
  /// A rule: what it is about, what holds, and the clause it follows.
  package struct Rule: Sendable {
    /// The name in the pipeline file, for programs; the part of an award's rule for awards.
    let id: String
    let subject: String
    let text: String
    let cite: String?

    /// A rule whose text ends as a sentence does.
    init(_ id: String, _ subject: String, _ text: String, cite: String? = nil) {
      self.id = id
      self.subject = subject
      self.text = text.isEmpty || text.hasSuffix("。") ? text : text + "。"
      self.cite = cite
    }
  }

  /// Rules under a heading of their own: those of one award.
  package struct Section: Sendable {
    /// The award's name in the pipeline file; empty where a chapter has no sections.
    let id: String
    let title: String
    let cite: String?
    let rules: [Rule]
  }

  /// A part of the book on one subject; a sheet of the workbook.
  package struct Chapter: Sendable {
    /// A stable English word for programs.
    let id: String
    let title: String
    let sections: [Section]

    init(_ id: String, _ title: String, sections: [Section]) {
      self.id = id
      self.title = title
      self.sections = sections
    }

    /// A chapter without sections.
    init(_ id: String, _ title: String, _ rules: [Rule]) {
      self.init(id, title, sections: rules.isEmpty ? [] : [Section(id: "", title: "", cite: nil, rules: rules)])
    }
  }

  let programme: Programme
  let title: String
  /// What must be known to read the rules: levels, cohorts, the length of an hour.
  let basics: [String]
  let chapters: [Chapter]

  /// The book of a pipeline file that was read without a fault, with what the exact stages made of it.
  package init(_ programme: Programme, _ scorer: Scorer, _ folder: MetricFolder) {
    self.programme = programme
    title = "\(programme.title)考核与评优细则"
    basics = basicSentences(programme)
    chapters = [
      Chapter("components", "考核项目与计分", componentRules(scorer)),
      Chapter("result", "成绩、合格与认定", resultRules(programme, scorer)),
      Chapter("tallies", "统计量", tallyRules(programme)),
      Chapter("metrics", "统计指标", metricRules(programme)),
      Chapter("satisfaction", "满意度", programme.satisfaction.map { satisfactionRules($0, programme) } ?? []),
      Chapter("awards", "评优", sections: awardSections(programme)),
      Chapter("checks", "配备与数据核查", checkRules(programme, folder)),
      Chapter("judged", "由人认定、不作计算的条款", judgedRules(programme)),
    ].filter { !$0.sections.isEmpty }
  }
}

/// Levels, cohorts and the credit hour.
private func basicSentences(_ programme: Programme) -> [String] {
  var sentences = ["管理层级：\(programme.levels.map(\.title).joined(separator: "—"))。"]
  if !programme.cohorts.isEmpty {
    let cohorts = programme.cohorts.map { cohort in
      "\(cohort.title)（\(chineseDate(cohort.from))至\(chineseDate(cohort.to))"
        + (cohort.learners.map { "，\($0)人" } ?? "") + "）"
    }
    sentences.append("培训班次：\(cohorts.joined(separator: "、"))。")
  }
  sentences.append("1学时为\(programme.minutesPerHour)分钟。")
  return sentences
}
