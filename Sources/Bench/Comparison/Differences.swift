/// Counts what was compared and what differed, and keeps the first differences to be shown.
final class Differences {
  private(set) var count = 0
  private var shown: [String] = []
  private var compared: [(topic: String, figures: Int)] = []
  private let limit = 20

  /// Begins a topic, whose figures are counted together.
  func begin(_ topic: String) {
    compared.append((topic, 0))
  }

  /// Compares one figure; a text is made of the place only when they differ.
  ///
  /// Numbers are in units of their last printed decimal.
  func expect<Figure: Equatable & CustomStringConvertible>(
    _ ours: Figure?, equals theirs: Figure?, _ place: @autoclosure () -> String
  ) {
    compared[compared.count - 1].figures += 1
    guard ours != theirs else { return }
    add("\(place()): ours \(ours?.description ?? "none"), theirs \(theirs?.description ?? "none")")
  }

  /// Records something that one side has and the other has not.
  func add(_ difference: String) {
    count += 1
    if shown.count < limit { shown.append(difference) }
  }

  func report() {
    for difference in shown { print("  \(difference)") }
    if count > shown.count { print("  … and \(count - shown.count) more") }
    for (topic, figures) in compared { print("\(figures) figures compared: \(topic)") }
    print("\(count) differences")
  }
}
