import Metrics
import Programme
import Scoring

/// The tables of the survey's answers.
extension SatisfactionFigures {
  /// Every question with its n, its five counts, the share with its interval, and the mean.
  var wholeTable: PaperTable {
    PaperTable(
      [PaperColumn("评价对象", .name), PaperColumn("维度", .name), PaperColumn("有效", unit: "份", .count)]
        + rules.scale.map { PaperColumn(broken($0), .count) }
        + [
          PaperColumn("满意率", .share), PaperColumn("95%\n下限", .share), PaperColumn("95%\n上限", .share),
          PaperColumn("五分\n均值", .number),
        ],
      whole.map { row in
        [
          .text(title(row.object, among: rules.objects)), .text(title(row.dimension, among: rules.dimensions)),
          .count(row.answered),
        ] + rules.scale.indices.map { .count(row.counts.indices.contains($0) ? row.counts[$0] : 0) }
          + [
            .figure(row.share), .figure(Row.bound(row.low)), .figure(Row.bound(row.high)), .figure(row.meanText),
          ]
      })
  }

  /// Shares by unit: one column a question, then all questions pooled, with what stands for a withheld figure.
  var unitTable: PaperTable? {
    guard !units.isEmpty else { return nil }
    let columns =
      [PaperColumn(unitTitle, .name), PaperColumn("回收", unit: "份", .count)]
      + whole.map { row in
        PaperColumn(
          title(row.object, among: rules.objects) + "\n" + title(row.dimension, among: rules.dimensions), .share)
      } + [PaperColumn("各项合计\n有效回答", unit: "次", .count), PaperColumn("各项合计\n满意率", .share)]
    return PaperTable(columns, units.map { [.text($0.name)] + entries(of: $0.rows) })
  }

  private func entries(of rows: [Row]) -> [Entry] {
    let returned = rows.map(\.responses).max() ?? 0
    let shares = whole.map { question -> Entry in
      guard let row = rows.first(where: { $0.object == question.object && $0.dimension == question.dimension }) else {
        return .text("—")
      }
      return row.isSuppressed ? .text(suppressionWord(row)) : .figure(row.share)
    }
    guard !rows.contains(where: \.isSuppressed) else {
      return [.count(returned)] + shares + [.text("—"), .text("—")]
    }
    let (answered, top) = rows.reduce((Int64(0), Int64(0))) { ($0.0 + $1.answered, $0.1 + $1.top) }
    return [.count(returned)] + shares
      + [.count(answered), .figure(Printed(share: Fraction(Int128(top), over: Int128(answered)), decimals: 1))]
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
