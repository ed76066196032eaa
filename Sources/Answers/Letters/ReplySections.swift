import Programme

extension Answer {
  /// The reply about a learner's total and what follows from it.
  func scoreReply(_ programme: Programme, _ asOf: String?) -> ObjectionReply {
    let enrolments = parts.filter { $0.kind == "enrolment" }
    let rejected = parts.filter { $0.kind == "rejected" || $0.kind == "mended" }
    return ObjectionReply(
      title: Wording("Reply to an objection to a score", "关于成绩复核申请的答复"), addressee: addressee,
      opening: opening(Wording("your score", "您的考核成绩"), programme, asOf),
      sections: enrolments.flatMap(\.scoreSections)
        + (rejected.isEmpty
          ? []
          : [
            ObjectionReply.Section(
              Wording("Rows sent back or mended", "退回或修正的记录"), lines: rejected.flatMap { $0.outline(depth: 0) })
          ]),
      closing: closing, office: programme.office)
  }

  /// The reply about one decision.
  func decisionReply(_ programme: Programme, _ asOf: String?) -> ObjectionReply {
    let award = programme.awards.first { $0.id.text == written("award") }?.title ?? written("award")
    let changes = parts.filter { $0.kind == "would_change" }
    let reasons = parts.filter { $0.kind == "conclusion" }
    let checks = parts.filter { $0.kind != "would_change" && $0.kind != "conclusion" }
    return ObjectionReply(
      title: Wording("Reply to an objection to “\(award)”", "关于“\(award)”评选结果复核申请的答复"), addressee: addressee,
      opening: opening(Wording("the decision on “\(award)”", "“\(award)”的评选结果"), programme, asOf),
      sections: [
        ObjectionReply.Section(
          Wording("Outcome", "复核结论"), lines: [(0, text)] + reasons.flatMap { $0.outline(depth: 0) }),
        ObjectionReply.Section(
          Wording("Step by step", "逐项核对"), lines: checks.flatMap { $0.outline(depth: 0) },
          records: checks.flatMap(\.records)),
        ObjectionReply.Section(
          Wording("What would have changed it", "改变结论所需"),
          lines: changes.isEmpty
            ? [(0, Wording("no change of a figure alone", "仅改变数值不能改变结论，依据见上"))]
            : changes.flatMap { $0.outline(depth: 0) }),
      ], closing: closing, office: programme.office)
  }

  private var addressee: Wording {
    let (name, code) = (written("name"), written("code"))
    return code.isEmpty ? Wording(name) : Wording("\(name) (\(code))", "\(name)（编号：\(code)）")
  }

  private func opening(_ subject: Wording, _ programme: Programme, _ asOf: String?) -> Wording {
    let until = asOf.map { Wording(" The figures are those of \($0).", "以下数据截至\($0)。") } ?? Wording("")
    return Wording(
      "We have received your objection of ____-__-__ to \(subject.english) in “\(programme.title)” and looked into it by the "
        + "rules and the records of the platform; this is what we found.",
      "您于____年__月__日就“\(programme.title)”中\(subject.chinese)提出的复核申请收悉。经按考核与评优细则和平台导出记录逐项复核，现答复如下。") + until
  }

  private var closing: Wording {
    Wording(
      "If a record above is not right, please send us what proves it by ____-__-__; we shall look into it again.",
      "如对上述记录有异议，请于____年__月__日前提交相应证明材料，我们将再次核对。")
  }
}

extension Answer {
  /// The sections of one enrolment: the outcome, component by component, and what more would have been needed.
  fileprivate var scoreSections: [ObjectionReply.Section] {
    let totals = parts.filter { $0.kind == "total" }
    let results = parts.filter { ["pass", "grade", "credit", "flag"].contains($0.kind) }
    let others = parts.filter { ["rank", "roster", "decision"].contains($0.kind) }
    let components = totals.flatMap(\.parts).filter { $0.kind == "component" }
    let found = (totals + results).map { (depth: 0, text: $0.text) }
    let changes = components.flatMap { component in
      let steps = component.parts.filter { $0.kind == "improvement" }
      return steps.isEmpty
        ? [] : [(depth: 0, text: component.text)] + steps.flatMap { $0.outline(depth: 1) }
    }
    let reach = results.flatMap { $0.parts }.filter { $0.kind == "within_reach" }.flatMap { $0.outline(depth: 0) }
    let basis = results.flatMap { result in
      let rest = result.parts.filter { $0.kind != "within_reach" }
      return rest.isEmpty ? [] : [(depth: 0, text: result.text)] + rest.flatMap { $0.outline(depth: 1) }
    }
    return [
      ObjectionReply.Section(Wording("Outcome: ", "复核结论：") + text, lines: found),
      ObjectionReply.Section(Wording("Component by component", "逐项核算")),
    ] + components.map(\.componentSection)
      + [
        ObjectionReply.Section(
          Wording("What follows from the total", "结论的依据"), lines: basis, records: results.flatMap(\.records)),
        ObjectionReply.Section(
          Wording("What the smallest change would have been", "最小的变化"),
          lines: reach + changes
            + (reach.isEmpty && changes.isEmpty ? [(0, Wording("all points are given", "各项均得满分"))] : [])),
        ObjectionReply.Section(
          Wording("Roster, rank and awards", "名册、名次与评优"), lines: others.flatMap { $0.outline(depth: 0) },
          records: others.flatMap(\.records)),
      ].filter { !$0.lines.isEmpty }
  }

  /// One component: reckoning, rule, clause, what was counted, and the rows of it.
  private var componentSection: ObjectionReply.Section {
    let told = parts.filter { $0.kind != "improvement" }
    return ObjectionReply.Section(
      text, isPart: true, lines: told.flatMap { $0.outline(depth: 0) }, records: told.flatMap(\.records))
  }

  /// The statement and what it rests on, as lines; rows of exports are told apart in a table.
  ///
  /// Who shares a rank is counted and not named, and commands of the program are no part of a letter.
  fileprivate func outline(depth: Int) -> [(depth: Int, text: Wording)] {
    switch kind {
    case "fact", "more", "other_entry": return []
    case "tie":
      guard case .number(let tied)? = fields.first(where: { $0.name == "tied" })?.value else { return [] }
      return [(depth, Wording("\(tied) share the rank", "同名次的共\(tied)个"))]
    case "decision":
      let award = written("award")
      return [(depth, text.dropping(Wording(" (--award \(award) tells more)", "（详见 --award \(award)）")))]
    default:
      return [(depth, record?.text ?? text)] + parts.flatMap { $0.outline(depth: depth + 1) }
    }
  }

  /// The rows that the statement and those below it rest on.
  fileprivate var records: [ObjectionReply.Record] {
    (record.map { [$0] } ?? []) + parts.flatMap(\.records)
  }
}
