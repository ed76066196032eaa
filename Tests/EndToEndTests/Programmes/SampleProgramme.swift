import Testing
import TestSupport

/// A programme whose sample data and expectations are committed; one row of the table that its tests run over.
struct SampleProgramme: Sendable, CustomTestStringConvertible {
  let id: String
  /// The nights of its sample data, the earlier first.
  let nights: [String]
  /// The levels of its units from the widest, as its expectations name them.
  let levels: [String]
  /// The components of its scores, as its expectations name their columns.
  let components: [String]
  /// The expectations it has beyond points, figures of units and decisions.
  let parts: Set<Part>
  /// Sources that read a file which another source accounts for: what one of them sends back the other may take.
  let secondReaders: [String]

  /// What a programme has that others have not.
  enum Part {
    case satisfaction, choices, clauses, splits, checks, projects, places, completions, lots, ledger
  }

  static let partySecretaries = Self(
    id: "party-secretaries-2020", nights: ["2020-09-09", "2020-09-22"],
    levels: ["country", "province", "city", "county", "school"],
    components: ["course", "discussion", "essay", "exam"],
    parts: [.satisfaction, .choices, .clauses, .checks], secondReaders: ["essay_length", "exam_time"])

  static let hunanGuopei = Self(
    id: "hunan-guopei-2023", nights: ["2024-04-08", "2024-04-09"],
    levels: ["province", "city", "county", "school"],
    components: ["study", "live", "deliverables", "group"],
    parts: [.satisfaction, .choices, .splits, .checks], secondReaders: [])

  static let lanxiSchoolBased = Self(
    id: "lanxi-school-based-2021", nights: ["2021-11-27", "2022-05-28"], levels: ["county", "school"],
    components: ["county", "plan", "attendance", "record", "material", "reflection", "summary"],
    parts: [.clauses, .splits, .checks, .projects, .places, .lots, .ledger], secondReaders: [])

  static let haian = Self(
    id: "haian-2023", nights: ["2023-08-18", "2023-09-04"], levels: ["province", "city", "county", "school"],
    components: ["study", "objective", "subjective", "excellent", "interaction"],
    parts: [.satisfaction, .checks, .projects, .places, .completions], secondReaders: [])

  static let all = [partySecretaries, hunanGuopei, lanxiSchoolBased, haian]

  /// Every night of every programme.
  static let allNights = all.flatMap(\.everyNight)

  /// Every night of the programmes that have a part.
  static func nights(with part: Part) -> [SampleNight] {
    all.filter { $0.parts.contains(part) }.flatMap(\.everyNight)
  }

  /// Its nights, the earlier first.
  var everyNight: [SampleNight] { nights.map { SampleNight(programme: self, asOf: $0) } }

  var testDescription: String { id }
}

/// A night of a sample programme.
struct SampleNight: Sendable, CustomTestStringConvertible {
  let programme: SampleProgramme
  let asOf: String

  var testDescription: String { "\(programme.id) \(asOf)" }

  /// The rows of an expectation file of the night.
  func expected(_ name: String) throws -> [[String: String]] {
    try Expected.rows("\(programme.id)/\(name)-\(asOf)")
  }

  /// The rows of an expectation file of all nights that are about this one.
  func expectedOfAll(_ name: String) throws -> [[String: String]] {
    try Expected.rows("\(programme.id)/\(name)").filter { $0["night"] == asOf }
  }

  /// The rows of a query of the database as the night left it, each as its columns joined by blanks; NULL is empty.
  func lines(_ sql: String) throws -> [String] {
    try TwoNights.lines(in: "\(folder)/\(programme.id).sqlite", sql)
  }

  /// The programme's outputs as the night left them.
  var folder: String {
    get throws { try SampleRuns.output(of: self) }
  }
}

extension SampleNight {
  /// The code of the learner whose figures were set under that name.
  func person(of name: String) throws -> String {
    let found = try Expected.rows("\(programme.id)/cases").first { $0["case"] == name }
    return try #require(found?["person"], "\(name)")
  }

  /// A learner's points in the order of the components, and the total.
  func points(of person: String) throws -> String {
    let parts = try programme.components.map { component in
      let sql = "SELECT points FROM component_score WHERE person = '\(person)' AND component = '\(component)'"
      return try lines(sql).joined()
    }
    let total = try lines("SELECT total FROM learner_score WHERE person = '\(person)'")
    return (parts + total).joined(separator: " ")
  }
}
