import TestSupport

/// One row of an export: something handed in or studied, in the numbers of the test.
struct InventedFact {
  var code: String
  var category: String
  /// Hundredths of a mark, or seconds.
  var value: Int64?
  /// Seconds since 2023-08-01 00:00:00.
  var at: Int64?
  var flag = false
  /// Of the learner: `early` for the odd ones, `late` for the even ones.
  var cohort = ""

  /// Moments that several facts share, so that equal times occur.
  static func moment(_ random: inout SeededGenerator) -> Int64 {
    let day = Int64.random(in: 0..<12, using: &random)
    let second = random.pick([0, 43_200, 43_201, 61_245, 86_399] as [Int64]) ?? 0
    return day * 86_400 + second
  }

  /// `2023-08-02 12:00:01`.
  static func text(_ at: Int64) -> String {
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = [at % 86_400 / 3600, at % 3600 / 60, at % 60].map(two).joined(separator: ":")
    return "2023-08-\(two(at / 86_400 + 1)) \(clock)"
  }
}

/// What the learners of a small programme did, changing from night to night.
struct InventedFacts {
  static let people = 5
  static let codes = ["1", "2", "10", "A", "B2", "作业一", "作业二十"]
  static let categories = ["甲", "乙", "丙"]

  /// By learner and code, so that no two rows are about the same.
  private var work: [String: InventedFact] = [:]
  private var study: [String: InventedFact] = [:]

  mutating func change(_ random: inout SeededGenerator) {
    for _ in 0..<20 {
      let (person, code) = (Int.random(in: 1...Self.people, using: &random), random.pick(Self.codes) ?? "")
      let category = random.pick(Self.categories) ?? ""
      let at = random.oneIn(4) ? nil : InventedFact.moment(&random)
      work["\(person)|\(code)"] =
        random.oneIn(5)
        ? nil
        : InventedFact(
          code: code, category: category, value: random.oneIn(4) ? nil : .random(in: 0...10_000, using: &random),
          at: at, flag: random.oneIn(3))
      study["\(person)|\(code)"] =
        random.oneIn(5)
        ? nil
        : InventedFact(
          code: code, category: category, value: 60 * .random(in: 0...200, using: &random),
          at: random.oneIn(5) ? nil : InventedFact.moment(&random))
    }
  }

  static func cohort(of person: Int) -> String { person % 2 == 1 ? "early" : "late" }

  func work(of person: Int) -> [InventedFact] { Self.rows(work, of: person) }

  func study(of person: Int) -> [InventedFact] { Self.rows(study, of: person) }

  private static func rows(_ facts: [String: InventedFact], of person: Int) -> [InventedFact] {
    facts.filter { $0.key.hasPrefix("\(person)|") }.sorted { $0.key < $1.key }.map { _, fact in
      var fact = fact
      fact.cohort = cohort(of: person)
      return fact
    }
  }

  var workExport: [String] {
    ["编号,项,类,得分,时间,优"]
      + work.sorted { $0.key < $1.key }.map { key, fact in
        let value = fact.value.map { "\($0 / 100).\($0 % 100 < 10 ? "0" : "")\($0 % 100)" } ?? (fact.flag ? "缺考" : "")
        let at = fact.at.map(InventedFact.text) ?? ""
        return "\(key.prefix(1)),\(fact.code),\(fact.category),\(value),\(at),\(fact.flag ? "是" : "否")"
      }
  }

  var studyExport: [String] {
    ["编号,项,类,分钟,时间"]
      + study.sorted { $0.key < $1.key }.map { key, fact in
        "\(key.prefix(1)),\(fact.code),\(fact.category),\((fact.value ?? 0) / 60),\(fact.at.map(InventedFact.text) ?? "")"
      }
  }
}
