import Awards
import Programme
import Workbook

import struct Workbook.Column

/// What an office said of a candidate.
struct Saying {
  let isFavourable: Bool
  let reason: String
  /// `2023-08-20`, or empty where none was given.
  let day: String
}

/// One award on the form of one office: its candidates, what was said of them before, and cells for the rest.
struct OfficeSheet {
  let part: NomineeFigures.AwardPart
  let stage: NominationStage
  let candidates: [(candidate: DecidedCandidate, said: Saying?)]

  /// Whether nothing was said yet of somebody who can have a place.
  var isOpen: Bool {
    candidates.contains { $0.said == nil && ($0.candidate.outcome == .in || $0.candidate.outcome == .tied) }
  }

  /// The sheet; only tinted cells can be changed.
  func page(of office: Office, _ source: Source, _ programme: Programme) -> Page {
    let fields = fields(office, source, programme)
    let rows = candidates.enumerated().map { index, entry in
      Table.Row.cells(fields.map { $0.cell(index + 1, entry.candidate, entry.said) })
    }
    // A locked row cannot be taken out, which is the answer where there is no column for one.
    let hasVerdict = source.header("verdict") != nil
    return Page(
      title: "\(part.award.title)\(title(source))（\(office.title)）", left: places(office),
      right: hasVerdict ? "填写底色单元格，其余不可改" : "删去不\(stage.title)的行",
      frozenColumns: 2, isOnePage: true, orientation: .landscape, isForm: hasVerdict,
      blocks: [
        .table(Table(columns: fields.map(\.column), rows: rows, rowHeight: isRecommendation ? 30 : nil)),
        // One paragraph, so that whoever reads the form back finds one note.
        .notes([notes(source, programme).joined()]),
        .signatures([["填表人：", "联系电话："], ["负责人：", "单位（盖章）及日期："]]),
      ])
  }

  private var isRecommendation: Bool { stage == .recommended }
  private var isOfUnits: Bool { if case .units = part.award.pool { true } else { false } }
  private var word: String { isOfUnits ? "个" : "人" }

  /// 推荐表 or 审批表; 审定表 where the programme says so.
  private func title(_ source: Source) -> String {
    stage == .approved && source.title.contains("审定") ? "审定表" : "\(stage.title)表"
  }

  /// The places that are the office's own, where they are divided among offices of its level.
  private var ownPlaces: Int64? {
    guard let level = part.award.level(at: stage), case .level(level)? = part.award.quota?.split?.by,
      let section = candidates.first?.candidate.sectionTitle
    else { return nil }
    return part.shares.first { $0.title == section }?.places
  }

  /// `本市名额7个；候选8人`.
  private func places(_ office: Office) -> String {
    let places =
      if let ownPlaces { "本\(office.label)名额\(ownPlaces)个" } else if let all = part.places?.places { "名额共\(all)个" } else
      {
        "不设名额"
      }
    return "\(places)；候选\(candidates.count)\(word)"
  }

  private func notes(_ source: Source, _ programme: Programme) -> [String] {
    var notes: [String] = []
    if let ownPlaces { notes.append("\(stage.title)\(word == "人" ? "人数" : "单位")不得超过\(ownPlaces)\(word)。") }
    let tied = candidates.count { $0.candidate.outcome == .tied }
    if tied > 0 {
      let wording = AwardWording(award: part.award, programme: programme)
      notes.append("名次并列的\(tied)\(word)尚待\(wording.decidingOffice)决定，可先填写意见。")
    }
    if let header = source.header("verdict") {
      let words = source.verdicts
      let list = words.isEmpty ? "填写结论" : "选“\(words.joined(separator: "”或“"))”"
      let why = source.header("reason").map { header in
        (isRecommendation ? "，在“\(header)”栏写200字以内，" : "，") + "不\(stage.title)的写明原因"
      }
      notes.append("每行在“\(header)”栏\(list)\(why ?? "")；留空的不作数。")
    }
    notes.append("请按原文件交回；编号与姓名不符、不在候选名单内的不予采用。")
    return notes
  }
}

extension OfficeSheet {
  /// A column of the form with what it shows.
  fileprivate struct Field {
    let column: Column
    let cell: (_ number: Int, _ candidate: DecidedCandidate, _ said: Saying?) -> Cell
  }

  /// The columns that an officer reads come first, those that tell the reader of the file what a row belongs to last.
  fileprivate func fields(_ office: Office, _ source: Source, _ programme: Programme) -> [Field] {
    let shown = candidates.map(\.candidate)
    // Names may go on in another line, numbers may not.
    let codes = 3 + (shown.map { TextWidth.units($0.code, size: 11) }.max() ?? 0)
    var fields = [
      Field(column: .rank("序号")) { number, _, _ in .integer(number) },
      Field(column: .name(source.header("name") ?? (isOfUnits ? "单位" : "姓名"))) { _, one, _ in .text(one.name) },
      Field(column: .identifier(source.header("candidate") ?? "编号").with { $0.minimumUnits = codes }) { _, one, _ in
        .text(one.code)
      },
    ]
    if isRecommendation, !isOfUnits { fields.append(blank("性别", .list(["男", "女"], isStrict: true), 6)) }
    if !isOfUnits {
      fields.append(
        Field(column: .name("单位")) { _, one, _ in
          let below = one.path.written(below: office.level)
          return .text(below.isEmpty && one.unit != nil ? office.title : below)
        })
    }
    // A programme without projects is one project that bears its own name.
    if shown.contains(where: { !$0.project.isEmpty && $0.project != programme.title }) {
      fields.append(Field(column: .name(source.header("project") ?? "项目")) { _, one, _ in .text(one.project) })
    }
    if shown.contains(where: { $0.rank != nil }) {
      fields.append(Field(column: .rank("名次")) { _, one, _ in one.rank.map { .integer($0) } ?? .missing })
    }
    if isRecommendation { fields += merits }
    // Deeds are what the reason of a recommendation consists of.
    if isRecommendation, source.header("reason") == nil { fields.append(blank("主要事迹", .text(limit: 200), 26)) }
    return fields + answers(source) + [
      Field(column: .name(source.header("by") ?? "单位")) { _, _, _ in .text(office.text) },
      Field(column: .name(source.header("award") ?? "奖项")) { [part] _, _, _ in .text(part.award.title) },
    ]
  }

  /// What a recommending office says of its people beside the verdict (推荐汇总表).
  private var merits: [Field] {
    let most = max(1, Int(ownPlaces ?? part.places?.places ?? Int64(candidates.count)))
    let duties = ["教师", "班主任", "备课组长", "教研组长", "年级组长", "教研员", "中层干部", "副校长", "校长"]
    return (isOfUnits ? [] : [blank("职务", .list(duties, isStrict: false), 11)]) + [
      blank(OfficeFormWords.order.prefix(2) + "\n" + OfficeFormWords.order.dropFirst(2), .integer(1...most), 7)
    ]
  }

  /// The cells that are read back, with what was said before.
  private func answers(_ source: Source) -> [Field] {
    var fields: [Field] = []
    if let header = source.header("reason") {
      fields.append(
        Field(
          column: .input(header, .text(limit: 200), minimumUnits: isRecommendation ? 26 : 16).with { $0.format = .text }
        ) { _, _, said in
          said.map { $0.reason.isEmpty ? .blank : .text($0.reason) } ?? .blank
        })
    }
    if let header = source.header("verdict") {
      let words = source.verdicts
      let column = Column.input(
        header, words.isEmpty ? .text(limit: 20) : .list(words, isStrict: true), minimumUnits: 9)
      let texts = source.column("verdict")?.map ?? [:]
      fields.append(
        Field(column: column.with { $0.format = .text }) { _, _, said in
          said.map { said in .text(words.first { (texts[$0] == "yes") == said.isFavourable } ?? "") } ?? .blank
        })
    }
    if let header = source.header("at") {
      fields.append(
        Field(column: .input(header, .text(limit: 20), minimumUnits: 12).with { $0.format = .text }) { _, _, said in
          said.map { $0.day.isEmpty ? .blank : .text($0.day) } ?? .blank
        })
    }
    return fields
  }

  private func blank(_ heading: String, _ input: Input, _ units: Double) -> Field {
    let column = Column.input(heading, input, minimumUnits: units)
    let isNumber = if case .integer = input { true } else { false }
    return Field(column: isNumber ? column.with { $0.alignment = .centre } : column.with { $0.format = .text }) {
      _, _, _ in
      .blank
    }
  }
}
