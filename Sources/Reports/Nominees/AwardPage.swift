import Awards
import Metrics
import Programme
import Workbook

import struct Workbook.Column

/// The sheet of one award: how many places, by which order, who stands where and why.
struct AwardPage: Sendable {
  let part: NomineeFigures.AwardPart
  let edition: Edition
  let cutOff: CutOff
  let measures: [Measure]

  private var wording: AwardWording { AwardWording(award: part.award, programme: edition.programme) }

  /// The sheet's content; an award without candidates says so instead of a table.
  var page: Page {
    let table = AwardTable(part: part, programme: edition.programme, measures: measures).table
    let body: Block =
      part.candidates.isEmpty ? .prose("本奖项截至统计时间没有参评对象。") : .table(table)
    return Page(
      title: part.award.title + (isApproved ? "评选结果" : "候选排名"), left: "内部资料",
      right: "统计时间：截至\(cutOff.text)", frozenColumns: part.candidates.isEmpty ? 0 : AwardTable.frozenColumns,
      blocks: [.lead(lead)] + division + [body, .notes(notes), .signature])
  }

  /// How the places were divided, where they were.
  private var division: [Block] {
    split.map { [.heading("名额分配"), .table($0.table), .heading("候选排名")] } ?? []
  }

  private var split: SplitTable? {
    guard let rule = part.award.quota?.split, !part.shares.isEmpty else { return nil }
    return SplitTable(shares: part.shares, rule: rule, programme: edition.programme)
  }

  private var isApproved: Bool {
    part.tally.count(.in) > 0 && part.tally.approved == part.tally.count(.in)
  }

  /// The places and the pool in one sentence, then the order of the keys.
  private var lead: String {
    let word = wording.measureWord
    let places =
      part.places.map { "名额\($0.places)个：\($0.baseTitle)\($0.arithmetic)。" } ?? "本奖项\(wording.withoutPlaces)。"
    let outcomes = Outcome.listed.compactMap { outcome -> String? in
      let count = part.tally.count(outcome)
      return count > 0 ? "\(outcome.title(at: part.tally.stage))\(grouped(count))\(word)" : nil
    }
    let pool = "参评对象\(grouped(part.tally.candidates))\(word)，其中\(outcomes.joined(separator: "、"))。"
    return places + (outcomes.isEmpty ? "" : pool) + wording.rankingRule(part.keys)
  }

  private var notes: [String] {
    var notes: [String] = []
    if let cite = part.award.cite { notes.append("依据：\(cite)。") }
    notes.append("参评范围：\(wording.pool)。")
    if let gap = gapRule { notes.append(gap) }
    notes += split?.notes ?? []
    if let note = part.places?.note, !note.isEmpty { notes.append("\(note)。") }
    notes += [
      wording.compositeRule(part.composite.parts.map(\.title)), wording.onceRule, wording.tieRule, wording.lotRule,
      wording.reserveRule,
      wording.batchRule,
    ].compactMap { $0 }
    if !part.vacancies.isEmpty {
      let causes = part.vacancies.map { "\($0.cause)（\($0.places)个）" }.joined(separator: "、")
      notes.append("空缺的原因：\(causes)。")
    }
    if part.candidates.contains(where: { $0.credit == 0 && $0.outcome.cameWithin }) {
      notes.append("认定学时为0.00的，截至统计时间尚未合格。")
    }
    notes.append(wording.stages)
    if let elsewhere { notes.append(elsewhere) }
    return notes
  }

  private var gapRule: String? {
    guard part.places != nil, let key = part.keys.first, part.candidates.contains(where: { $0.gap != nil }) else {
      return nil
    }
    let later = part.keys.count > 1 ? "；首项相同的，写区分先后的排序项及该项之差（如“②+2.00”）" : ""
    return "较入选线＝本\(wording.measureWord == "人" ? "人" : "单位")\(key.title)－入选线上的\(key.title)\(later)。"
  }

  /// How many candidates stand in the decision list only.
  private var elsewhere: String? {
    let missing = part.tally.candidates - Int64(part.candidates.count)
    guard missing > 0 else { return nil }
    return "另有\(grouped(missing))\(wording.measureWord)未列入本表，逐\(wording.measureWord)结论见“评优结论明细”。"
  }
}
