import Awards
import Programme
import Scoring
import SQLite

extension Inquiry {
  /// What the office that an award asks has said of a candidate, row by row with its place; nothing where none is asked.
  func officeAnswer(_ stage: NominationStage, _ candidacy: Candidacy, _ award: Award) throws -> [Answer] {
    guard let office = office(stage, award) else { return [] }
    let rows = try database.rows(
      """
      SELECT u.name, n.verdict, n.reason, n.at, r.message_en, r.message, f.path, f.sheet, n.row, r.code
      FROM nomination n JOIN unit u ON u.id = n.by_unit LEFT JOIN source_file f ON f.id = n.file
      LEFT JOIN refusal r ON r.nomination = n.id AND r.award = n.award
      WHERE n.award = ?1 AND n.stage = ?2 AND n.candidate = ?3 AND (n.project IS NULL OR ?4 = 0 OR n.project = ?4)
      ORDER BY n.id
      """, .text(award.id.text), .text(stage.rawValue), .text(candidacy.code), .integer(candidacy.project)
    ) { row throws(SQLiteError) in nomination(row, stage, candidacy) }
    guard rows.isEmpty else { return rows }
    let all =
      try database.integer(
        "SELECT count(*) FROM nomination WHERE award = ? AND stage = ?", .text(award.id.text), .text(stage.rawValue))
      ?? 0
    // One office may have chosen while another has not.
    let isWaiting = stage == .recommended && [.in, .tied].contains(candidacy.outcome)
    let missing =
      all == 0 || isWaiting
      ? Wording(
        all == 0
          ? "awaited: the \(office.english) has \(stage.noun.english) nobody yet"
          : "awaited: what came back from the \(office.english) has no verdict that counts for this candidate",
        all == 0
          ? "尚待\(office.chinese)\(stage.noun.chinese)，还没有名单"
          : "尚待\(office.chinese)\(stage.noun.chinese)：已交回的表中没有对此人作数的结论")
      : Wording("not \(stage.noun.english) by the \(office.english)", "\(office.chinese)\(stage.noun.chinese)名单中未列名")
    return [Answer(stage.rawValue, missing, ["named": .truth(false)])]
  }

  private func nomination(_ row: borrowing Statement, _ stage: NominationStage, _ candidacy: Candidacy) -> Answer {
    let (by, isFavourable, opinion) = (row.text(0), row.integer(1) == 1, row.text(2))
    let place = SourcePlace(row, at: 6)
    let verdict =
      isFavourable
      ? Wording("\(stage.noun.english) by \(by)", "\(by)\(stage.noun.chinese)")
      : Wording("\(by) says no", "\(by)：\(stage == .approved ? "不通过" : "不\(stage.noun.chinese)")")
    let date = row.optionalInteger(3).map { String(TallyUnit.moment.wording($0).english.prefix(10)) }
    let when = date.map { Wording(" on \($0)", "（\($0)）") } ?? Wording("")
    let why = opinion.isEmpty ? Wording("") : Wording(": “\(opinion)”", "，意见：“\(opinion)”")
    let isRefused = row.optionalText(9).map { candidacy.isConcerned(byRefusal: $0) } ?? false
    let refused = isRefused ? Wording("; the row does not count: \(row.text(4))", "；该行不采用：\(row.text(5))") : Wording("")
    return Answer(
      stage.rawValue, verdict + when + why + refused + place.arrow,
      fields: [
        ("named", .truth(true)), ("by", .text(by)), ("favourable", .truth(isFavourable)), ("date", .optional(date)),
        ("counts", .truth(!isRefused)),
      ] + place.fields)
  }

  /// The office that may file, recommend or approve; nil where the award asks none.
  func office(_ stage: NominationStage, _ award: Award) -> Wording? {
    guard let id = award.level(at: stage), let level = programme.levels.first(where: { $0.id == id }) else {
      return nil
    }
    return Wording("\(id) office", "\(level.label)级")
  }
}

extension Candidacy {
  /// Whether a row was refused for the sake of this candidacy: one row can name a person or unit with several entries, and
  /// be refused for another of them.
  fileprivate func isConcerned(byRefusal code: String) -> Bool {
    switch RefusalRule(rawValue: code) {
    case .withdrawn: outcome == .withdrawn
    case .ineligible: outcome == .ineligible
    case .notFiled: outcome == .notFiled
    case .belowEntry: outcome == .belowEntry
    case .sameUnit, .formerWinner, .otherAward: outcome == .excluded
    case .belowLine: outcome == .below
    case .onReserve: outcome == .reserve
    case .notRecommended: stage < .recommended
    case .outsidePool, .twice, .contradicted, .overPlaces, nil: true
    }
  }
}

extension NominationStage {
  /// What an office does at this stage.
  var noun: Wording {
    switch self {
    case .filed: Wording("filed", "申报")
    case .recommended: Wording("recommended", "推荐")
    case .approved: Wording("approved", "审定")
    case .former: Wording("former winner", "曾获奖")
    case .withdrawn: Wording("withdrawn", "退出")
    }
  }
}
