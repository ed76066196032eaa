import Programme
import Scoring
import SQLite
import Store

extension Inquiry {
  /// The satisfaction of those who answered about a unit, by object and dimension, with the n behind every share.
  func satisfactionAnswers(_ unit: Unit, _ night: Night) throws -> [Answer] {
    guard let satisfaction = programme.satisfaction else { return [] }
    // Everybody together is kept under unit 0 and belongs to the widest unit.
    let key = unit.level == 0 ? 0 : unit.id
    return try database.rows(
      """
      SELECT object, dimension, invited, responses, answered, top, counts, mean, low, high, suppressed FROM satisfaction_value
      WHERE night = ? AND unit = ? ORDER BY wave, object, dimension
      """, .integer(night.id), .integer(key)
    ) { row throws(SQLiteError) in
      let object = satisfaction.objects.first { $0.id == row.text(0) }?.title ?? row.text(0)
      let dimension = satisfaction.dimensions.first { $0.id == row.text(1) }?.title ?? row.text(1)
      let title = [object, dimension].filter { !$0.isEmpty }.joined(separator: "·")
      let (answered, top) = (row.integer(4), row.integer(5))
      guard row.integer(10) == 0 else {
        return Answer(
          "satisfaction",
          Wording("satisfaction, \(title): withheld, too few answers", "满意度，\(title)：回答人数过少，不公布"),
          ["object": .text(row.text(0)), "dimension": .text(row.text(1)), "suppressed": .truth(true)])
      }
      let interval = "\(decimalText(row.integer(8), decimals: 1))%–\(decimalText(row.integer(9), decimals: 1))%"
      let mean = decimalText(row.integer(7), decimals: 2)
      return Answer(
        "satisfaction",
        Wording(
          "satisfaction, \(title): \(top) of \(answered) satisfied, 95 % interval \(interval), mean \(mean)",
          "满意度，\(title)：\(answered)人作答，满意\(top)人，95%区间\(interval)，均分\(mean)"),
        [
          "object": .text(row.text(0)), "dimension": .text(row.text(1)), "answered": .number(answered),
          "top": .number(top),
          "invited": .number(row.integer(2)), "responses": .number(row.integer(3)), "counts": .text(row.text(6)),
        ])
    }
  }
}
