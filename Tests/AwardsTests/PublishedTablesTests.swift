import Awards
import Programme
import Scoring
import Testing

/// The apportionment populations of 1900, together 74,562,608, with which Congress worked from 1901 on.
///
/// Balinski and Young, *Fair Representation*, chapter 5, tell what Hamilton's method made of them.
private let states1900: [(String, Int64)] = [
  ("AL", 1_828_697), ("AR", 1_311_564), ("CA", 1_483_504), ("CO", 539_103), ("CT", 908_420), ("DE", 184_735),
  ("FL", 528_542), ("GA", 2_216_331), ("ID", 159_475), ("IL", 4_821_550), ("IN", 2_516_462), ("IA", 2_231_853),
  ("KS", 1_470_495), ("KY", 2_147_174), ("LA", 1_381_625), ("ME", 694_466), ("MD", 1_188_044), ("MA", 2_805_346),
  ("MI", 2_420_982), ("MN", 1_749_626), ("MS", 1_551_270), ("MO", 3_106_665), ("MT", 232_583), ("NE", 1_066_300),
  ("NV", 40_670), ("NH", 411_588), ("NJ", 1_883_669), ("NY", 7_264_183), ("NC", 1_893_810), ("ND", 314_454),
  ("OH", 4_157_545), ("OR", 413_536), ("PA", 6_302_115), ("RI", 428_556), ("SC", 1_340_316), ("SD", 390_638),
  ("TN", 2_020_616), ("TX", 3_048_710), ("UT", 275_277), ("VT", 343_641), ("VA", 1_854_184), ("WA", 515_572),
  ("WV", 958_800), ("WI", 2_067_385), ("WY", 92_531),
]

private func places(
  _ places: Int64, _ sizes: [(String, Int64)], minimum: Int64 = 0, by method: SplitMethod = .largestRemainder
) throws -> [String: Int64] {
  let claims = sizes.enumerated().map { Claim(unit: Int64($0.offset), size: $0.element.1) }
  let split = try #require(apportion(places, among: claims, minimum: minimum, by: method))
  #expect(split.unplaced == 0)
  return Dictionary(uniqueKeysWithValues: zip(sizes.map(\.0), split.allotments.map(\.places)))
}

@Test func `Maine gains and loses a seat as the House of 1901 grows, and Colorado loses one at 357 alone`() throws {
  #expect(states1900.reduce(0) { $0 + $1.1 } == 74_562_608)
  let maine = try (382...391).map { try places($0, states1900, minimum: 1)["ME"] }
  #expect(maine == [3, 4, 4, 4, 3, 4, 3, 3, 3, 4])
  let colorado = try (350...386).filter { try places($0, states1900, minimum: 1)["CO"] != 3 }
  #expect(colorado == [357])
}

@Test func `when Oklahoma came with five seats of its own in 1907, New York would have lost one to Maine`() throws {
  let before = try places(386, states1900, minimum: 1)
  let after = try places(391, states1900 + [("OK", 1_000_000)], minimum: 1)
  #expect(after["OK"] == 5)
  #expect(before.filter { after[$0.key] != $0.value } == ["NY": 38, "ME": 3])
  #expect([after["NY"], after["ME"]] == [37, 4])
}

/// Angel, Abbott and Runde, *A Survey of Mathematics with Applications*, tables 14.48 and 14.49.
@Test func `a part that grows faster than another can lose a place to it`() throws {
  let before = try places(100, [("A", 23_527), ("B", 5_548), ("C", 70_925)])
  let after = try places(100, [("A", 23_926), ("B", 5_648), ("C", 71_110)])
  #expect(before == ["A": 23, "B": 6, "C": 71])
  #expect(after == ["A": 24, "B": 5, "C": 71])
}

/// The Bundeswahlleiter's final results; overhang seats come on top. In 2002 two seats of the PDS were taken off beforehand.
@Test func `the Bundestag's seats of 2002, 2005 and 2009 are those that were published`() throws {
  let of2002 = try places(
    596,
    [("SPD", 18_488_668), ("CDU", 14_167_561), ("CSU", 4_315_080), ("Grüne", 4_110_355), ("FDP", 3_538_815)])
  #expect(of2002 == ["SPD": 247, "CDU": 189, "CSU": 58, "Grüne": 55, "FDP": 47])
  let of2005 = try places(
    598,
    [
      ("SPD", 16_194_665), ("CDU", 13_136_740), ("FDP", 4_648_144), ("Linke", 4_118_194), ("Grüne", 3_838_326),
      ("CSU", 3_494_309),
    ])
  #expect(of2005 == ["SPD": 213, "CDU": 173, "FDP": 61, "Linke": 54, "Grüne": 51, "CSU": 46])
  let of2009 = try places(
    598,
    [
      ("CDU", 11_828_277), ("SPD", 9_990_488), ("FDP", 6_316_080), ("Linke", 5_155_933), ("Grüne", 4_643_272),
      ("CSU", 2_830_238),
    ], by: .webster)
  #expect(of2009 == ["CDU": 173, "SPD": 146, "FDP": 93, "Linke": 76, "Grüne": 68, "CSU": 42])
}

@Test(arguments: [
  (SplitMethod.dhondt, [Int64(4), 3, 1, 0]), (.webster, [3, 3, 1, 1]), (.largestRemainder, [3, 3, 1, 1]),
])
func `the usual example of eight seats for four parties`(method: SplitMethod, expected: [Int64]) throws {
  let votes: [(String, Int64)] = [("A", 100_000), ("B", 80_000), ("C", 30_000), ("D", 20_000)]
  let result = try places(8, votes, by: method)
  #expect(votes.map { result[$0.0] } == expected)
}
