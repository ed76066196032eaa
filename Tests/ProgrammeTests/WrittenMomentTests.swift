import Programme
import Testing

@Test(
  arguments: [
    ("1970-01-01", 0, 86_399), ("1970-01-02 00:00", 86_400, 86_400), ("2021-10-22 12:00", 1_634_904_000, 1_634_904_000),
    ("2021-10-22 12：00", 1_634_904_000, 1_634_904_000), ("2021-10-22 12:00:01", 1_634_904_001, 1_634_904_001),
  ] as [(String, Int64, Int64)])
func `S2-06 a date is a whole day, and a time is that second alone`(text: String, first: Int64, last: Int64) throws {
  let moment = try #require(WrittenMoment(text))
  #expect(moment.first == first)
  #expect(moment.last == last)
}

@Test(arguments: [
  "", "2021-10-22T12:00", "2021-10-22 12", "2021-10-22 24:00", "2021-10-22 12:60", "2021-02-29", "12:00",
  "2021-10-22 9:00",
  "2021-10-22 12:00:61", "2021-10-22 12:00 12:00",
])
func `anything else is no time`(text: String) {
  #expect(WrittenMoment(text) == nil)
}
