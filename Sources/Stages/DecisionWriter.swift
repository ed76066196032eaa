import Awards
import Programme
import SQLite
import Store

/// Writes the decisions of one award after another, the candidates of each in the order in which the papers list them.
struct DecisionWriter: ~Copyable {
  private let programme: Programme
  private let units: [Int64]
  private let learners: Int
  private let database: Database
  private let insert: BulkInsert
  /// The number of the last row that was written, and that of the last form.
  private var last: Int64 = 0
  private var lastForm: Int64 = 0

  /// Takes all decisions out of the database.
  init(_ field: CandidateField) throws {
    programme = field.programme
    units = field.learners.units.all.map(\.id)
    learners = field.learners.count
    database = field.store.database
    try database.execute(
      "DELETE FROM decision_award; DELETE FROM decision_form; DELETE FROM decided; DELETE FROM award_line")
    insert = try BulkInsert(
      database, into: "decided",
      columns: [
        "id", "form", "candidate", "unit", "position", "rank", "tied", "keys", "gap_text", "gap_text_en", "reserve",
        "shown_rank", "subject", "project", "batch", "lot",
      ])
  }

  /// Writes a decision for every candidate of an award.
  mutating func write(_ decided: DecidedAward) throws {
    let rows = DecisionRows(
      decided, programme, order: ListingOrder(decided.ruling, decided.contest.candidates).indices, units: units,
      firstForm: lastForm + 1)
    let first = last + 1
    // Of learners, where each enrolment is listed, from 1; 0 for those who do not compete.
    var places = [UInt32](repeating: 0, count: decided.kind == "learner" ? learners : 0)
    try forEachPiece(rows.pieces, make: rows.piece) { piece in
      for (number, decision) in piece.forms {
        try decided.writeForm(of: decision, number: number, programme, database)
        lastForm = number
      }
      let start = last + 1
      try insert.insert(piece.rows.count) { index, statement, place in
        try Self.bind(piece.rows[index], of: piece, id: start + Int64(index), to: statement, place)
      }
      if !places.isEmpty {
        for index in piece.rows.indices {
          places[Int(piece.rows[index].subject) - 1] = UInt32(start - first) + UInt32(index) + 1
        }
      }
      last += Int64(piece.rows.count)
    }
    let award = try database.prepare("INSERT INTO decision_award VALUES (?, ?, ?, ?, ?)")
    try award.bind([.text(decided.award.id.text), .text(decided.kind), .integer(first), .integer(last)])
    if !places.isEmpty { try award.bind(5, places: places) }
    try award.run()
    try writeLines(of: decided, rows)
  }

  private static func bind(
    _ row: DecisionRows.Row, of piece: DecisionRows.Piece, id: Int64, to statement: borrowing Statement, _ first: Int
  ) throws(SQLiteError) {
    try statement.bind(first, id)
    try statement.bind(first + 1, row.form)
    try statement.bind(first + 2, row.candidate)
    try statement.bind(first + 3, row.unit)
    try statement.bind(first + 4, row.position)
    try statement.bind(first + 5, row.rank)
    try statement.bind(first + 6, row.tied)
    try statement.bind(first + 7, piece.bytes.span.extracting(row.keys))
    for (place, text) in [row.gap, row.englishGap].enumerated() {
      if let text {
        try statement.bind(first + 8 + place, piece.bytes.span.extracting(text))
      } else {
        try statement.bindNull(first + 8 + place)
      }
    }
    try statement.bind(first + 10, row.reserve)
    try statement.bind(first + 11, row.shownRank)
    try statement.bind(first + 12, row.subject == row.candidate ? nil : row.subject)
    try statement.bind(first + 13, row.project)
    try statement.bind(first + 14, row.batch)
    if let lot = row.lot {
      try statement.bind(first + 15, piece.bytes.span.extracting(lot))
    } else {
      try statement.bindNull(first + 15)
    }
  }

  /// Writes how many are ranked in each part of an award, and the last of them whom its places reach.
  private func writeLines(of decided: DecidedAward, _ rows: DecisionRows) throws {
    let (decisions, isDivided) = (decided.ruling.decisions, decided.ruling.split != nil)
    var reached = [(ranked: Int64, last: Int?)](repeating: (0, nil), count: decided.ruling.lines.count)
    for index in decisions.indices {
      guard let rank = decisions[index].rank else { continue }
      let part = isDivided ? Int(decisions[index].section) : 0
      reached[part].ranked = max(reached[part].ranked, rank + decisions[index].tied - 1)
      guard let places = decided.ruling.lines[part].places, rank <= places else { continue }
      if let best = reached[part].last {
        let other = decisions[best].rank ?? 0
        guard (other, decided.listing(best)) < (rank, decided.listing(index)) else { continue }
      }
      reached[part].last = index
    }
    for (part, (ranked, last)) in reached.enumerated() where ranked > 0 {
      try database.run(
        "INSERT INTO award_line VALUES (?, ?, ?, ?, ?, ?)", .text(decided.award.id.text),
        .integer(isDivided ? Int64(part) + 1 : 0), .integer(ranked), .optional(last.flatMap { decisions[$0].rank }),
        .optional(last.map { decisions[$0].tied }), .optional(last.map(rows.keys)))
    }
  }
}
