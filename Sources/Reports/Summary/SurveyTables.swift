import Metrics
import Programme

/// The tables and sentences of what a survey comes to beside its figures.
extension SatisfactionFigures {
  /// The forms of every wave, by what became of them; nil where nothing was left out or found and there is one wave.
  var accountTable: PaperTable? {
    guard let results, results.accounts.count > 1 || rules.checks != nil else { return nil }
    let checks = AnswerCheck.allCases.filter { rules.checks?.drops($0) != nil }
    let columns =
      [PaperColumn("调查", .name)]
      + ["发放", "回收"].map { PaperColumn($0, unit: "份", .count) } + [PaperColumn("回收率", .share)]
      + [PaperColumn("空白", unit: "份", .count)]
      + checks.map { check in
        let isDropped = rules.checks?.drops(check) == true
        return PaperColumn("\(check.title.chinese)\n（\(isDropped ? "剔除" : "仅提示")）", unit: "份", .count)
      } + [PaperColumn("有效", unit: "份", .count), PaperColumn("有效率", .share)]
    let rows = results.accounts.map { account -> [Entry] in
      let faults = checks.map { check in
        Entry.count((rules.checks?.drops(check) == true ? account.dropped[check] : account.found[check]) ?? 0)
      }
      return [
        .text(waveTitle(account.wave)), .count(account.invited), .count(account.returned), .figure(account.returnRate),
        .count(account.empty),
      ] + faults + [.count(account.valid), .figure(account.validRate)]
    }
    return PaperTable(columns, rows)
  }

  /// What a wave is called; a survey without waves has one.
  func waveTitle(_ id: String) -> String {
    id.isEmpty ? "本次调查" : rules.waves.first { $0.id == id }?.title ?? id
  }

  /// What the account of the forms says, and how forms are judged.
  var accountNote: String {
    guard let checks = rules.checks else { return "有效＝回收－空白；空白为没有一题有量表回答的问卷。" }
    var criteria: [String] = []
    if let limit = checks.tooFast { criteria.append("所用时间不足\(limit.seconds)秒为作答过快") }
    if let limit = checks.straightLine { criteria.append("至少答了\(limit.items)题量表题且答案全部相同为一致作答") }
    if let limit = checks.duplicates {
      criteria.append("与先交的问卷\(limit.by.map(\.title.chinese).joined(separator: "或"))为重复提交，保留先交的一份")
    }
    let dropping = AnswerCheck.allCases.filter { checks.drops($0) == true }.map(\.title.chinese)
    return "有效＝回收－空白\(dropping.isEmpty ? "" : "－剔除")；\(criteria.joined(separator: "，"))；"
      + (dropping.isEmpty ? "各项只提示，不剔除。" : "剔除的有\(dropping.joined(separator: "、"))，一份只按一种原因计，其余只提示。")
  }

  /// The reliability of every scale of the headline wave.
  var scaleTable: PaperTable? {
    guard let results, !results.scales.isEmpty else { return nil }
    return PaperTable(
      [
        PaperColumn("量表", .name), PaperColumn("题数", .count), PaperColumn("问卷", unit: "份", .count),
        PaperColumn("未答全", unit: "份", .count), PaperColumn("α系数", .number),
      ],
      results.scales.map { scale in
        [
          .text(scaleTitle(scale)), .count(scale.questions), .count(scale.forms), .count(scale.incomplete),
          scale.reason.map { .text("—（\($0.wording.chinese)）") } ?? .figure(scale.printed),
        ]
      })
  }

  private func scaleTitle(_ scale: SurveyResults.Scale) -> String {
    rules.scales(by: scale.grouping).first { $0.id == scale.id }?.title ?? scale.id
  }

  /// How alpha is reckoned.
  var scaleNote: String? {
    guard let alpha = rules.alpha, let results, !results.scales.isEmpty else { return nil }
    return "内部一致性信度为克隆巴赫（Cronbach）α系数：α＝k÷（k－1）×（1－各题方差之和÷总分方差），k为题数；\(alpha.missing.sentence)"
      + (rules.items.contains(where: \.isReverse) ? "；反向题先反向计分。" : "。")
  }

  /// The comparison of waves.
  var changeTable: PaperTable? {
    guard let results, !results.changes.isEmpty else { return nil }
    return PaperTable(
      [
        PaperColumn("评价内容", .name), PaperColumn("比较", .name), PaperColumn("方式", .word), PaperColumn("份数", .name),
        PaperColumn("满意率\n前", .share), PaperColumn("满意率\n后", .share), PaperColumn("变化", unit: "百分点", .change),
        PaperColumn("均值\n前", .number), PaperColumn("均值\n后", .number), PaperColumn("变化", unit: "分", .change),
      ],
      results.changes.map { change in
        let (before, after) = (change.earlier, change.later)
        let n =
          change.isPaired
          ? "\(grouped(after.valid))对" : "\(grouped(before.valid))／\(grouped(after.valid))"
        let head: [Entry] = [
          .text(
            title(change.object, among: rules.objects) + " · " + title(change.dimension, among: rules.dimensions)),
          .text("\(waveTitle(change.before))→\(waveTitle(change.after))"), .text(change.isPaired ? "配对" : "非配对"),
        ]
        guard !change.isSuppressed else {
          return head + [.text("样本不足")] + Array(repeating: .text("—"), count: 6)
        }
        return head + [
          .text(n), .figure(before.share), .figure(after.share),
          .change(PrintedChange(from: before.share, to: after.share)), .figure(before.mean), .figure(after.mean),
          .change(PrintedChange(from: before.mean, to: after.mean)),
        ]
      })
  }

  /// What paired and unpaired mean.
  var changeNote: String? {
    guard let results, !results.changes.isEmpty else { return nil }
    let paired = results.changes.contains(where: \.isPaired) ? "配对：同一填答者两次都答了该题的，份数为对数" : nil
    let unpaired =
      results.changes.contains { !$0.isPaired } ? "非配对：两次填答者不能一一对应，只比较两组的结果，不表示个人变化，份数为前／后" : nil
    return [paired, unpaired].compactMap(\.self).joined(separator: "；") + "。变化为印出数值之差，满意率以百分点计。"
  }
}

extension MissingAnswers {
  /// What becomes of a form that does not answer every question of a scale.
  var sentence: String {
    switch self {
    case .listwise: "缺失值按整份剔除：一组题未答全的问卷不计入该组，问卷份数为答全的份数"
    case .pairwise: "缺失值按成对剔除：每两题的协方差取两题都答的问卷，问卷份数为至少答一题的份数"
    }
  }
}
