/// The keys of `at`: the first and the last second that count, for everybody or cohort by cohort.
///
/// `{ until: '2021-10-22 12:00' }`, or `{ until: { '2021-autumn': '2021-10-22 12:00', '2022-spring': '2022-04-22 12:00' } }`.
struct MomentRange {
  let place: Place
  let from: Int64?
  let until: Int64?
  /// One for every cohort of the programme, or none.
  let windows: [CohortWindow]

  init(_ fields: Fields, _ cohorts: [Cohort], isOfUnits: Bool) {
    place = fields.place
    let from = fields.optional("from", .momentByCohort)
    let until = fields.optional("until", .momentByCohort)
    if !fields.has("from"), !fields.has("until") {
      fields.faults.refuse(fields.place, Wording("expected 'from', 'until' or both", "应写 'from'、'until' 之一或两者"))
    }
    var windows: [CohortWindow] = []
    if from?.byCohort != nil || until?.byCohort != nil {
      windows = cohorts.map { cohort in
        CohortWindow(
          cohort: cohort.id, title: cohort.title, from: from?.moment(of: cohort)?.first,
          until: until?.moment(of: cohort)?.last)
      }
      from?.refuseOtherCohorts("from", at: fields.place(of: "from"), cohorts, fields.faults)
      until?.refuseOtherCohorts("until", at: fields.place(of: "until"), cohorts, fields.faults)
      if isOfUnits {
        fields.faults.refuse(
          fields.place,
          Wording("units belong to no cohort; give one time for all", "单位不分班次；请写一个共同的时刻"))
      }
    }
    self.windows = windows
    self.from = windows.isEmpty ? from?.everybody?.first : nil
    self.until = windows.isEmpty ? until?.everybody?.last : nil
    let bounds = windows.isEmpty ? [(self.from, self.until)] : windows.map { ($0.from, $0.until) }
    if bounds.contains(where: { ($0.1 ?? .max) < ($0.0 ?? .min) }) {
      fields.refuse("until", Wording("the time ends before it begins", "结束时刻早于开始时刻"))
    }
  }
}

/// A time for everybody, or one for each cohort.
struct MomentByCohort: Sendable {
  var everybody: WrittenMoment?
  var byCohort: [Entry<WrittenMoment>]?

  func moment(of cohort: Cohort) -> WrittenMoment? {
    everybody ?? byCohort?.first { $0.key == cohort.id.text }?.value
  }
}

extension Form where Value == MomentByCohort {
  static var momentByCohort: Form {
    .either(
      Form<WrittenMoment>.moment.map { MomentByCohort(everybody: $0) },
      Form<[Entry<WrittenMoment>]>.dictionary(of: .moment).map { MomentByCohort(byCohort: $0) })
  }
}

extension MomentByCohort {
  /// Refuses times for cohorts that the programme has not, and cohorts without a time.
  func refuseOtherCohorts(_ key: String, at place: Place, _ cohorts: [Cohort], _ faults: FaultCollector) {
    guard let given = byCohort else { return }
    let known = cohorts.map(\.id.text)
    for entry in given where !known.contains(entry.key) {
      let hint = Spelling.hint(for: entry.key, among: known)
      faults.refuse(
        entry.place,
        Wording("no cohort is named '\(entry.key)'; \(hint.english)", "没有名为 '\(entry.key)' 的班次；\(hint.chinese)"))
    }
    let missing = known.filter { cohort in !given.contains { $0.key == cohort } }
    if !missing.isEmpty {
      faults.refuse(
        place,
        Wording(
          "no time is given for the cohorts \(missing.map { "'\($0)'" }.joined(separator: ", "))",
          "班次 \(missing.map { "'\($0)'" }.joined(separator: "、")) 没有写时刻"))
    }
  }
}
