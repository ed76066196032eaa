import Programme
import SQLite
import Scoring
import Stages
import Store

extension Inquiry {
  /// What people corrected and froze, whether the chain of entries holds, and what moved since.
  func chronicleAnswer() throws -> [Answer] {
    let entries = try store.chronicle()
    guard !entries.isEmpty else { return [] }
    let broken = try store.brokenEntry()
    let state =
      broken.map {
        Wording("the chain is broken at entry \($0): history was altered", "第\($0)条断裂：历史被改动")
      } ?? Wording("the chain holds", "链完整")
    let lines = try entries.map { entry in
      let (title, effect) = (try title(of: entry), try effect(of: entry))
      return Answer(
        "entry",
        Wording(
          "\(entry.id), \(entry.enteredAt): \(title), \(effect.english)",
          "第\(entry.id)条，\(entry.enteredAt)：\(title)，\(effect.chinese)"),
        [
          "id": .number(entry.id), "award": .text(entry.award), "effect": .text(entry.effect.rawValue),
          "candidate": .optional(entry.candidate), "entered_at": .text(entry.enteredAt),
        ])
    }
    let lapsed = try lapsedCorrections().map { Answer("lapsed", $0, [:]) }
    var parts = [
      Answer(
        "chronicle",
        Wording("corrections and frozen results: \(entries.count), ", "更正与定稿：\(entries.count)条，") + state,
        ["count": .number(Int64(entries.count)), "broken_at": .optional(broken)], parts: lines + lapsed)
    ]
    if entries.contains(where: { $0.effect == .freeze }) {
      parts.append(
        movementAnswer(
          try store.movementsSinceFrozen(), title: Wording("moved since results were frozen", "定稿后的变动"), of: programme))
    }
    return parts
  }
}

extension Inquiry {
  /// What an entry is about: an award, or an item of a learner.
  private func title(of entry: ChronicleEntry) throws -> String {
    guard let correction = try store.factCorrection(ofEntry: entry.id) else {
      let award = programme.awards.first { $0.id.text == entry.award }?.title ?? entry.award
      let candidate = try entry.candidate.flatMap { candidate in
        try store.database.rows(
          "SELECT name, code FROM award_decision WHERE award = ? AND candidate = ?", .text(entry.award),
          .integer(candidate)
        ) { row throws(SQLiteError) in "\(row.text(0))（\(row.text(1))）" }.first
      }
      return candidate.map { "\(award) \($0)" } ?? award
    }
    let named = try SubjectNames(store: store).learner(correction.enrolment)
    let source = programme.sources.first { $0.id.text == correction.source }
    let item = source?.exportedItem(correction.item) ?? correction.item
    return "\(named.name)（\(named.code)）\(source?.title ?? correction.source) \(item)"
  }

  /// What an entry does, with the value where it gives one.
  private func effect(of entry: ChronicleEntry) throws -> Wording {
    guard let correction = try store.factCorrection(ofEntry: entry.id), let value = correction.value,
      let source = programme.sources.first(where: { $0.id.text == correction.source })
    else { return entry.effect.wording }
    return entry.effect.wording + Wording(": ", "：") + source.wording(value)
  }
}

extension ChronicleEffect {
  /// What the entry does, in one phrase.
  var wording: Wording {
    switch self {
    case .withdraw: Wording("a candidate withdraws", "参评对象退出")
    case .disqualify: Wording("a candidate is disqualified", "取消资格")
    case .restore: Wording("a correction is taken back", "撤销更正")
    case .freeze: Wording("results frozen", "结果定稿")
    case .value: Wording("a value is corrected", "更正数值")
    case .exported: Wording("the exported value counts again", "恢复按导出数据计")
    }
  }
}
