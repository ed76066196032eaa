import Awards
import Programme
import Testing

/// A contest of candidates in sections: each row is a section, a figure, and a unit where units win once.
private func divided(
  _ rows: [(section: Int32, figure: Int64, unit: Int64)], places: Int64, sizes: [Int64?],
  method: SplitMethod = .largestRemainder, minimum: Int64 = 0, equals: SplitEquals = .person,
  ties: TiePolicy = .person, oncePerUnit: Bool = false
) -> Contest {
  let candidates = rows.enumerated().map { position, row in
    var candidate = Candidate(
      key: Int64(position + 1), unit: row.unit, listing: Int64(position), keys: [row.figure])
    candidate.section = row.section
    return candidate
  }
  return Contest(
    order: KeyOrder(descending: [true]), ties: ties, places: places,
    division: Division(
      method: method, minimum: minimum, equals: equals, sections: sizes.map { Section(size: $0) }),
    oncePerUnit: oncePerUnit, candidates: candidates)
}

@Test func `every section has its own ranking and its own line`() {
  let rows: [(Int32, Int64, Int64)] = [(0, 90, 1), (0, 80, 2), (0, 70, 3), (1, 60, 4), (1, 50, 5)]
  let ruling = decide(divided(rows, places: 3, sizes: [200, 100]))
  #expect(ruling.outcomes == [.in, .in, .below, .in, .below])
  #expect(ruling.decisions.map(\.rank) == [1, 2, 3, 1, 2])
  #expect(ruling.decisions.map(\.gap?.difference) == [10, nil, -10, nil, -10])
}

@Test func `places that a section has no candidates for go to the others`() throws {
  let rows: [(Int32, Int64, Int64)] = [(0, 90, 1), (1, 60, 2), (1, 50, 3), (1, 40, 4)]
  let ruling = decide(divided(rows, places: 4, sizes: [300, 100]))
  #expect(ruling.outcomes == [.in, .in, .in, .in])
  #expect(try #require(ruling.split).allotments.map(\.places) == [1, 3])
  #expect(ruling.vacancies.isEmpty)
}

@Test func `a minimum for which there are too few places is nobody's`() throws {
  let rows: [(Int32, Int64, Int64)] = [(0, 90, 1), (1, 60, 2), (2, 50, 3)]
  let ruling = decide(divided(rows, places: 2, sizes: [500, 300, 1], minimum: 1))
  #expect(!ruling.keepsMinimum)
  #expect(try #require(ruling.split).allotments.map(\.places) == [1, 1, 0])
}

@Test func `places of equal claims stay empty until a person has decided, and the reason is told`() {
  let rows: [(Int32, Int64, Int64)] = [(0, 90, 1), (1, 60, 2)]
  let ruling = decide(divided(rows, places: 1, sizes: [100, 100]))
  #expect(ruling.outcomes == [.below, .below])
  #expect(ruling.vacancies == [Vacancy(cause: .splitOpen, count: 1)])
}

@Test func `places without a section that has a size and a candidate are told apart from those`() {
  let rows: [(Int32, Int64, Int64)] = [(0, 90, 1)]
  let ruling = decide(divided(rows, places: 2, sizes: [0, 100]))
  #expect(ruling.vacancies == [Vacancy(cause: .noSection, count: 2)])
}

@Test func `a unit that wins in two sections keeps the better entry, and the place passes to the next in the other`() {
  let rows: [(Int32, Int64, Int64)] = [(0, 90, 1), (0, 80, 2), (1, 95, 1), (1, 70, 3)]
  let ruling = decide(divided(rows, places: 2, sizes: [100, 100], oncePerUnit: true))
  #expect(ruling.outcomes == [.excluded, .in, .in, .below])
  #expect(ruling.decisions[0].other == 3)
}

@Test func `a unit whose better entry does not win keeps the place of the other`() {
  let rows: [(Int32, Int64, Int64)] = [(0, 60, 1), (0, 50, 2), (1, 95, 3), (1, 70, 1)]
  let ruling = decide(divided(rows, places: 2, sizes: [100, 100], oncePerUnit: true))
  #expect(ruling.outcomes == [.in, .below, .in, .below])
}

@Test func `a place that exclusivity frees in a section without a next one goes to another section`() throws {
  let rows: [(Int32, Int64, Int64)] = [(0, 90, 1), (1, 95, 1), (1, 70, 3)]
  let ruling = decide(divided(rows, places: 2, sizes: [100, 100], oncePerUnit: true))
  #expect(ruling.outcomes == [.excluded, .in, .in])
  #expect(try #require(ruling.split).allotments.map(\.passedOn) == [-1, 1])
  #expect(ruling.vacancies.isEmpty)
}

@Test func `sizes can be the candidates themselves`() throws {
  let rows: [(Int32, Int64, Int64)] = [(0, 90, 1), (0, 80, 2), (0, 70, 3), (1, 60, 4)]
  let ruling = decide(divided(rows, places: 2, sizes: [nil, nil], method: .dhondt))
  #expect(ruling.sizes == [3, 1])
  #expect(try #require(ruling.split).allotments.map(\.places) == [2, 0])
}
