import Programme
import SQLite
import Workbook

import struct Workbook.Column

/// What one part of a divided award got of its places; a row of `quota_share`.
struct AwardShare: Sendable {
  var title: String
  var size: Int64
  /// The exact share to four decimals, empty where no part has a size.
  var exact: String
  var whole: Int64
  var remainderRank: Int64?
  /// The quotient of the last place, where places go by highest averages.
  var quotient: String?
  var added: Int64
  var passedOn: Int64
  var places: Int64
  /// Whether a claim equal to others' waits for a person.
  var isOpen: Bool

  /// Whether places that another part could not use have raised the whole places above the exact share.
  var isRaised: Bool {
    guard let exact = exact.split(separator: ".").first.flatMap({ Int64($0) }) else { return false }
    return whole > exact
  }

  /// The parts of an award in organisational order.
  static func read(_ database: Database, award: String) throws(SQLiteError) -> [AwardShare] {
    try database.rows(
      """
      SELECT title, size, exact, whole, remainder_rank, quotient, added, passed_on, places, open
      FROM quota_share WHERE award = ? ORDER BY section
      """, .text(award)
    ) { row throws(SQLiteError) in
      AwardShare(
        title: row.text(0), size: row.integer(1), exact: row.text(2), whole: row.integer(3),
        remainderRank: row.optionalInteger(4), quotient: row.optionalText(5), added: row.integer(6),
        passedOn: row.integer(7), places: row.integer(8), isOpen: row.integer(9) == 1)
    }
  }
}

/// The table that shows how an award's places were divided (名额分配), so that the division can be checked with a pocket calculator.
struct SplitTable: Sendable {
  let shares: [AwardShare]
  let rule: SplitRule
  let programme: Programme

  /// The parts with their sizes, exact shares and places, and a sum.
  var table: Table {
    var columns: [Column] = [
      .rank("序号"), .name(partTitle), .count("分配\n基数"),
      Column("应得\n名额", alignment: .right, format: .decimal(places: 4)), .count(wholeTitle),
    ]
    let hasQuotients = rule.method != .largestRemainder
    columns.append(
      hasQuotients
        ? Column("最后名额\n的商", alignment: .right, format: .decimal(places: 2)) : .count("余数\n位次"))
    columns += [.count("补足"), .count("调剂"), .count("名额").bold]
    let rows = shares.enumerated().map { index, share in
      Table.Row.cells([
        .integer(index + 1), .text(share.title), .integer(share.size),
        share.exact.isEmpty ? .missing : .number(printed: share.exact), .integer(share.whole),
        hasQuotients
          ? share.quotient.map { .number(printed: $0) } ?? .missing
          : share.remainderRank.map { .integer($0) } ?? .missing,
        .integer(share.added), .integer(share.passedOn), .integer(share.places),
      ])
    }
    let sum = Table.Row.cells([
      .blank, .text("合计"), .integer(total(\.size)), .blank, .integer(total(\.whole)), .blank, .integer(total(\.added)),
      .integer(total(\.passedOn)), .integer(total(\.places)),
    ])
    return Table(columns: columns, rows: rows + [sum])
  }

  /// How the division was made, sentence by sentence.
  var notes: [String] {
    var notes = ["名额分配：\(methodSentence)；某\(partTitle)用不完的名额按同法在其余\(partTitle)间调剂。"]
    if rule.method == .largestRemainder, rule.minimum == 0, shares.contains(where: \.isRaised) {
      notes.append(
        "有\(partTitle)的参评对象不足应得名额的，先按人数给足，其余名额在余下\(partTitle)间重新计算，“\(wholeTitle.replacing("\n", with: ""))”是重新计算后的，可大于应得名额的整数部分。"
      )
    }
    let open = shares.filter(\.isOpen).map(\.title)
    if !open.isEmpty {
      notes.append("\(open.joined(separator: "、"))的份额完全相同而余下名额不足，待决定（在流程文件 split.decided 中写明）。")
    } else if !rule.decided.isEmpty {
      notes.append("份额完全相同而名额不足时，由人决定给予：\(rule.decided.joined(separator: "、"))。")
    }
    if case .lot(let seed) = rule.equals { notes.append("份额完全相同而名额不足时，以种子“\(seed)”抽签确定。") }
    if case .larger = rule.equals { notes.append("份额完全相同而名额不足时，基数大的优先。") }
    return notes
  }

  private func total(_ number: (AwardShare) -> Int64) -> Int64 { shares.reduce(0) { $0 + number($1) } }

  private var partTitle: String { rule.by.title(in: programme) }

  private var wholeTitle: String { rule.method == .largestRemainder ? "整数\n名额" : "最低\n名额" }

  private var methodSentence: String {
    let base =
      switch rule.base {
      case .enrolled: "报名学员数"
      case .qualified: "合格学员数"
      case .pool: "参评对象数"
      case .eligible: "进入排名的对象数"
      }
    let minimum = rule.minimum > 0 ? "，有参评对象的至少\(rule.minimum)个" : ""
    return switch rule.method {
    case .largestRemainder: "应得名额＝名额总数×\(base)÷\(base)合计，先取整数，余下名额按小数部分由大到小补足（最大余数法）\(minimum)"
    case .webster: "每个名额依次给\(base)÷（2×已得名额＋1）最大的\(partTitle)（圣拉古法）\(minimum)"
    case .dhondt: "每个名额依次给\(base)÷（已得名额＋1）最大的\(partTitle)（洪德法）\(minimum)"
    }
  }
}

extension SplitKey {
  /// What the parts are called that places are divided between.
  func title(in programme: Programme) -> String {
    switch self {
    case .level(let id): programme.levels.first { $0.id == id }?.title ?? id.text
    case .project: "项目"
    case .subject: "学科"
    case .cohort: "班次"
    }
  }
}
