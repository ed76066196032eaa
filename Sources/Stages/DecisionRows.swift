import Awards
import Programme

/// The decisions of an award as the database keeps them, in the order of the papers, made piece by piece: all at once they would take
/// more memory than the candidates. The order jumps about among the candidates, which is done here, on a thread of its own, so that
/// whoever writes the rows finds each piece lying in one run.
struct DecisionRows: Sendable {
  private let programme: Programme
  private let formats: [RankKeyFormat]
  private let decided: DecidedAward
  private let order: [Int32]
  private let forms: DecisionForms
  /// The keys of the units.
  private let units: [Int64]

  /// Some decisions in a row.
  struct Piece: Sendable {
    fileprivate(set) var rows: [Row] = []
    /// The texts of the rows.
    fileprivate(set) var bytes: [UInt8] = []
    /// The forms that no row before has, each with a decision that has it.
    fileprivate(set) var forms: [(number: Int64, decision: Decision)] = []
  }

  /// What differs from one decision to the next; texts are ranges of the piece's bytes.
  struct Row: Sendable {
    let form: Int64
    let candidate: Int64
    let unit: Int64?
    let position: Int64
    let rank: Int64?
    let tied: Int64
    /// The printed values of the rank keys, with tabs between them.
    let keys: Range<Int>
    /// How far the candidate is from the line in the first key that differs, signed; nil where one of the two has no figure.
    let gap: Range<Int>?
    /// The same in English, where it is another text.
    let englishGap: Range<Int>?
    let reserve: Int64?
    /// The rank that is printed, where it is another one.
    let shownRank: Int64?
    let subject: Int64
    let project: Int64?
    let batch: Int64?
    let lot: Range<Int>?
  }

  /// `order` holds the places of the decisions in the order of the papers, `units` the keys of the units; the forms are numbered from
  /// `firstForm` on.
  init(_ decided: DecidedAward, _ programme: Programme, order: [Int32], units: [Int64], firstForm: Int64) {
    self.decided = decided
    self.programme = programme
    self.order = order
    self.units = units
    forms = DecisionForms(first: firstForm)
    formats = decided.award.rank.map { RankKeyFormat($0.value, programme) }
  }

  private static let size = 4_096

  /// How many pieces there are.
  var pieces: Int { (order.count + Self.size - 1) / Self.size }

  /// One piece; they are to be made in their order.
  @Sendable func piece(_ number: Int) -> Piece {
    let start = number * Self.size
    var piece = Piece()
    piece.rows.reserveCapacity(Self.size)
    piece.bytes.reserveCapacity(Self.size * 48)
    var last: (form: DecisionForm, number: Int64)?
    for place in start..<min(start + Self.size, order.count) {
      let index = Int(order[place])
      let decision = decided.ruling.decisions[index]
      let form = DecisionForm(decision, section: decided.section(of: decision))
      // Candidates who are listed one after another mostly have the same.
      if last?.form != form {
        let (number, isNew) = forms.number(of: form)
        if isNew { piece.forms.append((number, decision)) }
        last = (form, number)
      }
      piece.rows.append(row(index, decision, form: last?.number ?? 0, texts: &piece.bytes))
    }
    return piece
  }

  private func row(_ index: Int, _ decision: Decision, form: Int64, texts: inout [UInt8]) -> Row {
    let keys = appended(to: &texts) { appendKeys(of: index, to: &$0) }
    var (gap, englishGap, lot): (Range<Int>?, Range<Int>?, Range<Int>?)
    if let told = decision.gap, let difference = told.difference {
      let wording =
        formats[told.key].isMoment
        ? programme.printedDifference(difference, decided.award.rank[told.key].value)
        : Self.same(formats[told.key].text(difference))
      gap = appended(to: &texts) { $0.append(contentsOf: wording.chinese.utf8) }
      if wording.english != wording.chinese {
        englishGap = appended(to: &texts) { $0.append(contentsOf: wording.english.utf8) }
      }
    }
    if decided.award.ties == .lot {
      lot = appended(to: &texts) { $0.append(contentsOf: decided.candidate(index).lot.text.utf8) }
    }
    return Row(
      form: form, candidate: decision.candidate, unit: decided.unit(index).map { units[$0] },
      position: decided.listing(index), rank: decision.rank, tied: decision.tied, keys: keys, gap: gap,
      englishGap: englishGap, reserve: decision.reserve,
      shownRank: decision.shownRank == decision.rank ? nil : decision.shownRank, subject: decided.subject(index),
      project: decided.project(index), batch: decision.batch.map(Int64.init), lot: lot)
  }

  private func appendKeys(of index: Int, to texts: inout [UInt8]) {
    for (position, format) in formats.enumerated() {
      if position > 0 { texts.append(UInt8(ascii: "\t")) }
      if let value = decided.candidate(index).keys[position] { texts.append(contentsOf: format.text(value).utf8) }
    }
  }

  private static func same(_ text: String) -> Wording { Wording(text, text) }

  /// The printed values of a candidate's rank keys, with tabs between them.
  func keys(of index: Int) -> String {
    var texts: [UInt8] = []
    appendKeys(of: index, to: &texts)
    return String(decoding: texts, as: UTF8.self)
  }
}

/// Where the bytes lie that `append` adds.
private func appended(to bytes: inout [UInt8], _ append: (inout [UInt8]) -> Void) -> Range<Int> {
  let start = bytes.count
  append(&bytes)
  return start..<bytes.count
}
