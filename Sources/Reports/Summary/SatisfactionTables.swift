import Metrics
import Programme
import Scoring

/// The tables of the survey's answers.
extension SatisfactionFigures {
  /// Every question with its n, its counts, the share with its interval, and the mean: the wide table of the workbook.
  var wholeTable: PaperTable {
    let (counts, shares) = (countColumns, shareColumns)
    return PaperTable(
      topicColumns + [PaperColumn("有效", unit: "份", .count)] + counts + shares,
      whole.map { row in topic(row) + [.count(row.answered)] + self.counts(row) + self.shares(row) })
  }

  /// Every question with its n, its share with the interval, and the mean.
  var shareTable: PaperTable {
    PaperTable(
      topicColumns + [PaperColumn("有效", unit: "份", .count)] + shareColumns,
      whole.map { row in topic(row) + [.count(row.answered)] + shares(row) })
  }

  /// Every question with how many gave each answer.
  var countTable: PaperTable {
    PaperTable(topicColumns + countColumns, whole.map { row in topic(row) + counts(row) })
  }

  private var topicColumns: [PaperColumn] { [PaperColumn("评价对象", .name), PaperColumn("维度", .name)] }
  private var countColumns: [PaperColumn] { rules.scale.map { PaperColumn(broken($0), .count) } }

  private var shareColumns: [PaperColumn] {
    [
      PaperColumn("满意率", .share), PaperColumn("95%\n下限", .share), PaperColumn("95%\n上限", .share),
      PaperColumn("五分\n均值", .number),
    ] + (rules.weights.isEmpty ? [] : [PaperColumn("百分制\n折算分", .number)])
  }

  private func topic(_ row: Row) -> [Entry] {
    let title = title(row.dimension, among: rules.dimensions)
    return [.text(self.title(row.object, among: rules.objects)), .text(isReverse(row) ? title + "（反向题）" : title)]
  }

  private func counts(_ row: Row) -> [Entry] {
    rules.scale.indices.map { .count(row.counts.indices.contains($0) ? row.counts[$0] : 0) }
  }

  private func shares(_ row: Row) -> [Entry] {
    [.figure(row.share), .figure(Row.bound(row.low)), .figure(Row.bound(row.high)), .figure(row.meanText)]
      + (rules.weights.isEmpty ? [] : [.figure(row.weighted(rules.weights))])
  }

  /// Whether all questions about it are reverse ones, whose answers stand turned round.
  private func isReverse(_ row: Row) -> Bool {
    rules.items.filter { $0.object == row.object && $0.dimension == row.dimension }.allSatisfy(\.isReverse)
  }

  /// Shares by unit: one column a question, then all questions pooled, with what stands for a withheld figure. Too wide for an upright
  /// page where there are many questions.
  var unitTable: PaperTable? {
    guard !units.isEmpty else { return nil }
    return unitTable(of: whole) {
      title($0.object, among: rules.objects) + "\n" + title($0.dimension, among: rules.dimensions)
    }
  }

  /// The same in tables that an upright page holds, where one would be too wide: the pooled share in the first, and whole objects, as many as
  /// fit, in each of the others.
  var unitTables: [(title: String, table: PaperTable)] {
    guard let table = unitTable else { return [] }
    guard table.columns.count > Self.widest else { return [("分\(unitTitle)满意率", table)] }
    var tables = [("分\(unitTitle)满意率（各项合计）", unitTable(of: []) { _ in "" })]
    for group in objectGroups {
      let names = group.map { title($0[0].object, among: rules.objects) }
      let table = unitTable(of: group.flatMap(\.self), isPooled: false) { question in
        let dimension = title(question.dimension, among: rules.dimensions)
        return group.count > 1 ? title(question.object, among: rules.objects) + "\n" + dimension : dimension
      }
      tables.append(("分\(unitTitle)满意率（\(names.joined(separator: "、"))）", table))
    }
    return tables
  }

  /// The questions by object, the objects in groups that one table holds; an object with very many questions is a group of its own.
  private var objectGroups: [[[Row]]] {
    var groups: [[[Row]]] = []
    for object in rules.objects {
      let questions = whole.filter { $0.object == object.id }
      guard !questions.isEmpty else { continue }
      let width = 2 + (groups.last?.joined().count ?? 0) + questions.count
      if groups.isEmpty || width > Self.widest { groups.append([]) }
      groups[groups.count - 1].append(questions)
    }
    return groups
  }

  /// Most columns that an upright page holds in a size that can be read.
  private static var widest: Int { 9 }

  private func unitTable(of questions: [Row], isPooled: Bool = true, heading: (Row) -> String) -> PaperTable {
    let columns =
      [PaperColumn(unitTitle, .name), PaperColumn("回收", unit: "份", .count)]
      + questions.map { PaperColumn(heading($0), .share) }
    let pooled =
      isPooled ? [PaperColumn("各项合计\n有效回答", unit: "次", .count), PaperColumn("各项合计\n满意率", .share)] : []
    return PaperTable(
      columns + pooled,
      units.map { unit in
        [.text(unit.name), .count(unit.rows.map(\.responses).max() ?? 0)] + shares(of: unit.rows, questions)
          + (isPooled ? self.pooled(unit.rows) : [])
      })
  }

  private func shares(of rows: [Row], _ questions: [Row]) -> [Entry] {
    questions.map { question in
      guard let row = rows.first(where: { $0.object == question.object && $0.dimension == question.dimension }) else {
        return .text("—")
      }
      return row.isSuppressed ? .text(suppressionWord(row)) : .figure(row.share)
    }
  }

  /// All questions together, unless one is withheld, which the sum would give back.
  private func pooled(_ rows: [Row]) -> [Entry] {
    guard !rows.contains(where: \.isSuppressed) else { return [.text("—"), .text("—")] }
    let (answered, top) = rows.reduce((Int64(0), Int64(0))) { ($0.0 + $1.answered, $0.1 + $1.top) }
    return [.count(answered), .figure(Printed(share: Fraction(Int128(top), over: Int128(answered)), decimals: 1))]
  }

  /// 样本不足 for too few answers; 不单列 for a unit withheld so that the first cannot be worked out.
  private func suppressionWord(_ row: Row) -> String {
    row.answered < Int64(rules.minimumN) ? "样本不足" : "不单列"
  }

  /// A long word in two lines, for the heading of a narrow column.
  func broken(_ word: String) -> String {
    word.count > 3 && word.count % 2 == 0 || word.count > 4
      ? String(word.prefix(word.count / 2)) + "\n" + String(word.dropFirst(word.count / 2)) : word
  }
}
