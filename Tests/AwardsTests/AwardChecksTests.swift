import Awards
import Programme
import Testing

/// What the checks say of awards, in English, each line without its file and place.
private func complaints(_ awards: String, parts: String = "", cohorts: String = "") throws -> [String] {
  let text = """
    { format: 1,
      programme: { id: 'p', title: 't', year: 2023, office: 'o', input: '.', cohorts: [\(cohorts)], levels: [
        { id: 'province', title: '全省', label: '省' }, { id: 'city', title: '地市', label: '市' },
        { id: 'county', title: '区县', label: '县' } ] },
      sources: { study: { title: 's', kind: 'measure', files: 'x.csv', columns: {
        person: { from: 'p', type: 'id', required: true }, item: { from: 'i', type: 'id', required: true },
        value: { from: 'v', type: 'duration', unit: 'minutes', required: true } } } },
      tallies: { time: { sum: 'study.value', title: 't', unit: 'seconds' } },
      scoring: { components: [ { id: 'study', title: 's', points: 100, rule: { kind: 'proportion', of: 'time', target: '1h' } } ],
        pass: { total_at_least: 80 } },
      awards: [\(awards)], \(parts) reports: {} }
    """
  let faults = FaultCollector()
  let programme = try #require(
    Programme.read(Array(text.utf8), faults),
    "\(faults.lines(file: "pipeline", in: .english).joined(separator: "\n"))")
  checkAwards(programme, faults)
  return faults.faults.map { ($0.severity == .warning ? "warning: " : "") + $0.message(in: .english) }
}

/// An award of learners with everything in order but what the case changes.
private func award(
  _ id: String = "best", pool: String = "learners: true", quota: String = "number: 3", rank: String = "'total desc'",
  ties: String = "extend", more: String = ""
) -> String {
  "{ id: '\(id)', title: '\(id)', pool: { \(pool) }, quota: { \(quota) }, rank: [\(rank)], ties: '\(ties)', \(more) }"
}

private let units = "unit: 'county'"
private let split = "base: 'enrolled', method: 'largest_remainder'"

@Test func `an award in order has no complaint`() throws {
  #expect(
    try complaints(
      award(
        quota: "number: 3, split: { by: 'city', \(split) }", rank: "'total desc', 'time asc missing_first'",
        more: "rank_style: 'dense', once_per: 'person', reserve: { percent: 10 }, batches: [2, 1]")
        + "," + award("draw", rank: "{ lot: 'seed' }") + "," + award("units", pool: units, rank: "{ lot: 'seed' }"),
      parts: "exclusive: [['best', 'draw']],") == [])
}

@Test(arguments: [
  (award(rank: "'totl desc'"), "candidates have no figure 'totl'; did you mean 'total'?"),
  (
    award(rank: "'code asc'"),
    "'code' is an identifier or a name, and nobody wins by number or name; expected a figure, or ties: 'lot'"
  ),
  (
    award(pool: "staff: 'tutor'", rank: "'total desc'"),
    "candidates have no figure 'total'; expected one of 'score', 'online', 'briefs'"
  ),
  (
    award(quota: "number: 3, split: { by: 'cty', \(split) }"), "places cannot be split by 'cty'; did you mean 'city'?"
  ),
  (
    award(pool: "unit: 'city'", quota: "number: 3, split: { by: 'county', \(split) }", rank: "{ lot: 's' }"),
    "places cannot be split by 'county': the candidates are of level 'city', above it"
  ),
  (
    award(pool: units, quota: "number: 3, split: { by: 'subject', \(split) }", rank: "{ lot: 's' }"),
    "places cannot be split by 'subject': the units do not compete by project; expected by_project: true"
  ),
  (
    award(pool: units, quota: "number: 3, split: { by: 'cohort', \(split) }", rank: "{ lot: 's' }"),
    "places cannot be split by 'cohort': only learners have one"
  ),
  (
    award(quota: "percent: 10, of: { applicants: true }, rounding: 'floor'"),
    "the quota of award 'best' is a share of its applicants, but nobody files; expected filed_by"
  ),
  (
    award(more: "once_per: 'unit'"),
    "award 'best' is once per unit, but its candidates are persons; expected 'person'"
  ),
  (award() + "," + award(), "award 'best' is already declared at 1:602; give it another id"),
])
func `a fault of an award refuses the file`(awards: String, complaint: String) throws {
  let found = try complaints(awards)
  // The place of the first declaration is the only thing that depends on the text above.
  #expect(found.map { $0.replacing(/\d+:\d+/, with: "1:602") } == [complaint])
}

@Test(arguments: [
  (award(quota: "number: 0"), "award 'best' can never give a place: 0 as stated"),
  (
    award(quota: "percent: 1, of: { number: 50 }, rounding: 'floor'"),
    "award 'best' can never give a place: 50 × 1% = 0.5 → 0 (rounded down)"
  ),
  (
    award(quota: "percent: 1, of: { learners: 'enrolled' }, rounding: 'floor'"),
    "award 'best' can never give a place: 60 × 1% = 0.6 → 0 (rounded down)"
  ),
  (
    award(more: "eligible: [{ total_at_least: 101 }]"),
    "nobody can win award 'best': it asks for a total of 101, and the components sum to 100"
  ),
  (
    award(more: "eligible: [{ passed: true }, { passed: false }]"),
    "nobody can win award 'best': it asks for learners who have passed and have not"
  ),
  (
    award(ties: "by_id"),
    "award 'best' lets identifiers decide between equals; the paper will say so ('lot', 'person' and 'reserve' do not)"
  ),
  (
    award(ties: "person"),
    "nobody can settle a tie of award 'best': expected approved_by or recommended_by, and a source of kind 'nomination' with that stage"
  ),
  (
    award(more: "batches: [1, 1]"),
    "the batches of award 'best' hold 2 of up to 3 winners; the others are called up in none"
  ),
])
func `what can hardly be meant is a warning`(awards: String, complaint: String) throws {
  let cohorts = "{ id: '1', title: '第1期', from: '2023-08-01', to: '2023-08-20', learners: 60 }"
  #expect(try complaints(awards, cohorts: cohorts) == ["warning: " + complaint])
}

@Test(arguments: [
  ("[['best', 'bst']]", "no award is named 'bst'; did you mean 'best'?"),
  ("[['best', 'unit']]", "awards of persons and of units exclude each other in one list; expected one kind"),
  ("[['best', 'draw'], ['draw', 'best']]", "the lists of exclusive awards contradict each other in their order"),
])
func `a list of exclusive awards that cannot be followed refuses the file`(lists: String, complaint: String) throws {
  let awards = award() + "," + award("draw") + "," + award("unit", pool: units, rank: "{ lot: 's' }")
  #expect(try complaints(awards, parts: "exclusive: \(lists),") == [complaint])
}

@Test func `awards are decided in the order of precedence, else of the file`() throws {
  let awards = ["a", "b", "c", "d"].map { award($0) }.joined(separator: ",")
  #expect(try order(awards, "[['d', 'b'], ['c', 'a']]") == ["c", "a", "d", "b"])
}

private func order(_ awards: String, _ lists: String) throws -> [String] {
  let text = """
    { format: 1, programme: { id: 'p', title: 't', year: 2023, office: 'o', input: '.', levels: [
        { id: 'province', title: '全省', label: '省' } ] },
      sources: {}, tallies: {}, scoring: { components: [ { id: 'study', title: 's', points: 100, rule: { kind: 'x' } } ],
        pass: { total_at_least: 80 } }, awards: [\(awards)], exclusive: \(lists), reports: {} }
    """
  let programme = try #require(Programme.read(Array(text.utf8), FaultCollector()))
  return programme.awardsInOrder.map(\.id.text)
}
