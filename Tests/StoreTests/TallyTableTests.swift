import Programme
import Store
import Testing

@Test func `tallies of enrolments that are new begin empty`() {
  let faults = FaultCollector()
  let form = Form<[Entry<Tally>]>.dictionary(of: .object(Tally.init))
  let text = "{ time: { sum: 's.value', title: 't', unit: 'seconds' }, last: { max: 's.at', title: 'l', unit: 'moment' } }"
  let tallies = (JSON5.read(Array(text.utf8), as: form, faults) ?? []).map(\.value)
  var table = TallyTable(tallies: tallies, enrolments: 1)
  table.extend(to: 2)
  #expect(table.enrolments == 2)
  #expect(table.values == [0, Tally.absent, 0, Tally.absent])
}
