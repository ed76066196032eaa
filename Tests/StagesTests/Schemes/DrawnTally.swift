import TestSupport

/// A tally drawn at random: what the file says, and what it comes to over raw facts.
struct DrawnTally {
  let id: String
  /// Without braces, so that a filter can be extended.
  let text: String
  /// nil where there is nothing to take a number from.
  let value: (_ work: [InventedFact], _ study: [InventedFact]) -> Int64?

  static func count(_ id: String, _ random: inout SeededGenerator) -> DrawnTally {
    let filter = DrawnFilter(&random)
    return DrawnTally(id: id, text: "count: 'work', unit: 'items'\(filter.text)") { work, _ in
      Int64(work.filter(filter.takes).count)
    }
  }

  static func mark(_ id: String, _ operation: String, _ random: inout SeededGenerator) -> DrawnTally {
    mark(id, operation, DrawnFilter(&random))
  }

  static func mark(_ id: String, _ operation: String, _ filter: DrawnFilter) -> DrawnTally {
    DrawnTally(id: id, text: "\(operation): 'work.value', unit: 'marks'\(filter.text)") { work, _ in
      let taken = work.filter { filter.takes($0) && $0.value != nil }
      let timed = taken.filter { $0.at != nil }.sorted { byTime($0, $1) }
      return switch operation {
      case "max": taken.compactMap(\.value).max()
      case "min": taken.compactMap(\.value).min()
      case "first": timed.first?.value
      default: timed.last?.value
      }
    }
  }

  static func time(_ id: String, _ random: inout SeededGenerator) -> DrawnTally {
    let filter = DrawnFilter(&random, ofMarks: false)
    return DrawnTally(id: id, text: "sum: 'study.value', unit: 'seconds'\(filter.text)") { _, study in
      study.filter(filter.takes).compactMap(\.value).reduce(0, +)
    }
  }

  /// When the minutes of study came to a target.
  static func reached(_ id: String, _ random: inout SeededGenerator) -> DrawnTally {
    let target = Int64.random(in: 1...400, using: &random)
    return DrawnTally(id: id, text: "reached: 'study.value', target: '\(target)min', unit: 'moment'") { _, study in
      var moment: Int64?
      var sum: Int64 = 0
      for at in Set(study.compactMap(\.at)).sorted() where moment == nil {
        sum = study.filter { $0.at.map { $0 <= at } ?? false }.compactMap(\.value).reduce(0, +)
        if sum >= target * 60 { moment = at + epoch }
      }
      return moment
    }
  }

  static func earliest(_ id: String) -> DrawnTally {
    DrawnTally(id: id, text: "min: 'work.at', unit: 'moment'") { work, _ in
      work.compactMap(\.at).min().map { $0 + epoch }
    }
  }

  /// 2023-08-01 in seconds since 1970.
  static let epoch: Int64 = 1_690_848_000

  /// Equal times by code, 2 before 10.
  private static func byTime(_ left: InventedFact, _ right: InventedFact) -> Bool {
    if left.at != right.at { return (left.at ?? 0) < (right.at ?? 0) }
    let (one, other) = (Array(left.code.utf8), Array(right.code.utf8))
    return one.count == other.count ? one.lexicographicallyPrecedes(other) : one.count < other.count
  }
}

/// Which facts a drawn tally takes.
struct DrawnFilter {
  var categories: [String] = []
  var items: [String] = []
  var submitted: Bool?
  var missing: Bool?
  var flag: Bool?
  var from: Int64?
  var until: Int64?
  /// By cohort, in the place of `until`.
  var untilOf: [String: Int64] = [:]
  var atLeast: Int64?
  var below: Int64?
  private let ofMarks: Bool

  init(_ random: inout SeededGenerator, ofMarks: Bool = true) {
    self.ofMarks = ofMarks
    if random.oneIn(3) { categories = InventedFacts.categories.filter { _ in random.oneIn(2) } }
    if random.oneIn(4) { items = InventedFacts.codes.filter { _ in random.oneIn(2) } }
    if ofMarks, random.oneIn(5) { submitted = random.oneIn(2) }
    if ofMarks, random.oneIn(5) { flag = random.oneIn(2) }
    if ofMarks, random.oneIn(6) { missing = random.oneIn(2) }
    if random.oneIn(4) { from = InventedFact.moment(&random) }
    if random.oneIn(4) { until = InventedFact.moment(&random) }
    if let from, let until, until < from { (self.from, self.until) = (until, from) }
    if random.oneIn(5) { atLeast = 60 * .random(in: 0...100, using: &random) }
    if random.oneIn(5) { below = 60 * .random(in: 101...180, using: &random) }
  }

  func takes(_ fact: InventedFact) -> Bool {
    (categories.isEmpty || categories.contains(fact.category)) && (items.isEmpty || items.contains(fact.code))
      && (submitted.map { $0 == (fact.at != nil || fact.value != nil) } ?? true)
      && (missing.map { $0 == (fact.value == nil) } ?? true) && (flag.map { $0 == fact.flag } ?? true)
      && (from.map { from in fact.at.map { $0 >= from } ?? false } ?? true)
      && ((until ?? untilOf[fact.cohort]).map { until in fact.at.map { $0 <= until } ?? false } ?? true)
      && (atLeast.map { low in fact.value.map { $0 >= low } ?? false } ?? true)
      && (below.map { high in fact.value.map { $0 < high } ?? false } ?? true)
  }

  /// The key `where`, behind a comma; nothing when all is taken.
  var text: String {
    func list(_ words: [String]) -> String {
      words.count == 1 ? "'\(words[0])'" : "[\(words.map { "'\($0)'" }.joined(separator: ", "))]"
    }
    func amount(_ value: Int64) -> String {
      ofMarks ? "\(value / 100).\(value % 100 / 10)\(value % 10)" : "'\(value / 60)min'"
    }
    let dates = untilOf.sorted { $0.key < $1.key }.map { "\($0.key): '\(InventedFact.text($0.value))'" }
    let ends =
      dates.isEmpty ? until.map { "until: '\(InventedFact.text($0))'" } : "until: { \(dates.joined(separator: ", ")) }"
    let at = [from.map { "from: '\(InventedFact.text($0))'" }, ends]
    let range = [atLeast.map { "at_least: \(amount($0))" }, below.map { "below: \(amount($0))" }]
    func object(_ key: String, _ parts: [String?]) -> String? {
      let given = parts.compactMap(\.self)
      return given.isEmpty ? nil : "\(key): { \(given.joined(separator: ", ")) }"
    }
    let parts = [
      categories.isEmpty ? nil : "category: \(list(categories))", items.isEmpty ? nil : "item: \(list(items))",
      submitted.map { "submitted: \($0)" }, missing.map { "missing: \($0)" }, flag.map { "flag: \($0)" },
      object("at", at), object("value", range),
    ].compactMap(\.self)
    return parts.isEmpty ? "" : ", where: { \(parts.joined(separator: ", ")) }"
  }
}
