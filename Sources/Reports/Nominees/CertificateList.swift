import Programme
import Workbook

import struct Workbook.Column

/// The list that certificates are printed from (荣誉证书打印清单): everybody whom the approving office approved, and nobody else.
///
/// It stands in the order of the public list and has whole names, because certificates have; it goes to a printer, and is therefore
/// searched for personal numbers like the public papers.
struct CertificateList: Sendable {
  /// The name of the file without its ending.
  static let fileName = "certificates"

  /// One certificate.
  struct Line: Sendable {
    let number: String
    /// Whose name stands on it.
    let holder: String
    /// The holder's unit; `—` where the holder is one.
    let unit: String
    /// The project or subject whose place it is, where places are divided between them; else nothing.
    let part: String
    /// The award as it is printed.
    let award: String
    /// What tells people of one name in one unit apart.
    let remark: String
  }

  let edition: Edition
  let lines: [Line]
  private let rules: Certificates
  /// What the places of the awards are divided between: 项目, 学科; nothing where no award divides them so.
  private let partTitle: String

  init(_ notice: PublicNotice) {
    edition = notice.edition
    rules = edition.programme.reports.nominees?.certificates ?? Certificates()
    let longest =
      rules.number.countsByAward
      ? notice.rolls.map(\.winners.count).max() ?? 0 : notice.rolls.reduce(0) { $0 + $1.winners.count }
    let digits = max(rules.digits, "\(longest)".count)
    let day = CalendarDate(String(edition.asOf.prefix(10)))
    let term = max(1, edition.programme.cohorts.count { cohort in day.map { cohort.from <= $0 } ?? false })
    var parts: [String] = []
    for title in notice.rolls.compactMap(\.partTitle) where !parts.contains(title) { parts.append(title) }
    partTitle = parts.joined(separator: "、")
    var lines: [Line] = []
    for roll in notice.rolls {
      let code = rules.code(of: roll.award, in: edition.programme)
      for (index, winner) in roll.winners.enumerated() {
        let serial = rules.number.countsByAward ? index + 1 : lines.count + 1
        let isUnit = notice.isOfUnits(roll.award)
        lines.append(
          Line(
            number: rules.number.text(
              year: edition.programme.year, term: term, award: code, serial: serial, digits: digits),
            holder: isUnit ? winner.unit : winner.wholeName, unit: isUnit ? "—" : winner.unit,
            part: winner.part, award: roll.title, remark: winner.mark))
      }
    }
    self.lines = lines
  }

  /// Writes the list as a workbook of one sheet.
  func write(_ cutOff: CutOff, to path: String) throws {
    let title = "\(edition.programme.title)荣誉证书打印清单"
    let workbook = try Workbook(
      path: path,
      properties: DocumentProperties(
        title: title, subject: "截至\(cutOff.text)", office: edition.programme.office, category: "交付印制",
        created: cutOff.civilTime))
    let page = Page(
      title: title, left: "共\(grouped(Int64(lines.count)))份", right: "统计时间：截至\(cutOff.text)", frozenColumns: 2,
      blocks: [.table(table), .notes(notes), .signature])
    try workbook.add(page, named: "证书打印清单")
    try workbook.close()
  }

  private var table: Table {
    let hasRemarks = lines.contains { !$0.remark.isEmpty }
    let date = rules.date.map(chineseDate) ?? ""
    let hasParts = !partTitle.isEmpty
    let columns: [Column] =
      [.rank("序号"), .identifier("证书编号"), .name("获奖者"), .name("单位")] + (hasParts ? [.name(partTitle)] : [])
      + [.name("荣誉称号（证书所印）"), .word("落款日期").with { $0.minimumUnits = 17 }]
    return Table(
      columns: columns + (hasRemarks ? [.name("备注（不印）")] : []),
      rows: lines.enumerated().map { index, line in
        .cells(
          [
            .integer(index + 1), .text(line.number), .text(line.holder), .text(line.unit),
          ] + (hasParts ? [.text(line.part)] : []) + [.text(line.award), .text(date)]
            + (hasRemarks ? [.text(line.remark)] : []))
      }, isFiltered: lines.count > 20)
  }

  private var notes: [String] {
    let range = rules.number.countsByAward ? "每个奖项各自从1起编" : "各奖项连续编号"
    var notes = ["只列经审批的获奖者；编号按公示名单的次序编排，\(range)。名单如有增减，编号随之重排，请在公示期满、名单确定后付印。"]
    if rules.date == nil { notes.append("落款日期未定；在流程文件 reports.nominees.certificates.date 中写明后自动填入。") }
    return notes
  }
}
