import Metrics
import Programme
import Stages
import Store
import Testing

/// S4-11: learners judge the training; the questionnaire asks for the city, so that no unit below it has a return rate.
@Test func `responses are counted for the units that they name, and for the whole`() throws {
  let nights = try UnitNights(
    metrics: """
      return_rate: { title: '回收率', format: 'percent', definition: '回收÷报名',
        numerator: { count: 'response', source: 'form' }, denominator: { count: 'enrolled' } },
      """,
    sources: """
      form: { title: '问卷', kind: 'survey', files: '{date}/form.csv', columns: {
        response: { from: '序号', type: 'id', required: true }, city: { from: '地市', type: 'unit', level: 'city' } } },
      """)
  try nights.write("2023-08-19", submission: [], others: ["form": ["序号,地市", "1,东市", "2,东市", "3,"]])
  let (learners, measures) = try nights.measured(try nights.load("2023-08-19").night)
  let figures = learners.units.all.indices.map { unit -> String in
    let figure = measures.figures(unit: unit, project: 0)[0]
    return "\(learners.units.all[unit].code) \(figure.numerator)÷\(figure.denominator)"
  }
  #expect(
    figures == [
      "0 3÷3", "1 2÷3", "2 0÷0", "11 0÷0", "12 0÷0", "21 0÷0", "111 0÷0", "112 0÷0", "121 0÷0", "211 0÷0",
    ])
}

@Test func `a metric of responses names a survey`() {
  let faults = UnitNights.faults(
    metrics: """
      return_rate: { title: '回收率', format: 'percent', definition: '回收÷报名',
        numerator: { count: 'response', source: 'study' }, denominator: { count: 'enrolled' } },
      """)
  #expect(faults.contains("no source of kind 'survey' is named 'study'; nothing is known here"), "\(faults)")
}
