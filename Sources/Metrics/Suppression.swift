/// Which figures of a table with a printed total must be withheld because too few people stand behind them.
///
/// Withholding one alone would let the total give it back by subtraction. So the next smallest go with it, until at least two
/// are withheld and together reach the minimum. Nothing is withheld about nobody.
package func withheld(_ answers: [Int64], minimum: Int64) -> [Bool] {
  var hidden = answers.map { $0 > 0 && $0 < minimum }
  let shown = answers.indices.filter { !hidden[$0] && answers[$0] > 0 }.sorted { (answers[$0], $0) < (answers[$1], $1) }
  var count = hidden.count(where: \.self)
  var sum = answers.indices.reduce(0) { $0 + (hidden[$1] ? answers[$1] : 0) }
  for index in shown where count > 0 && (count < 2 || sum < minimum) {
    hidden[index] = true
    count += 1
    sum += answers[index]
  }
  return hidden
}
