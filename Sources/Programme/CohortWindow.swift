/// When facts about the learners of one cohort count, where every term has dates of its own.
package struct CohortWindow: Sendable, Hashable {
  package var cohort: Identifier<Cohort>
  /// What the papers call the cohort.
  package var title: String
  /// First and last second that count, in civil seconds since 1970.
  package var from: Int64?
  package var until: Int64?

  package init(cohort: Identifier<Cohort>, title: String, from: Int64? = nil, until: Int64? = nil) {
    self.cohort = cohort
    self.title = title
    self.from = from
    self.until = until
  }
}

extension TallyFilter {
  /// The filter as it holds for the learners of a cohort, with a time that holds for all of them.
  package func held(for cohort: Identifier<Cohort>) -> TallyFilter {
    guard let window = windows.first(where: { $0.cohort == cohort }) else { return self }
    var own = self
    own.windows = []
    own.from = window.from
    own.until = window.until
    return own
  }
}

extension Programme {
  /// The programme as its rules hold for the learners of a cohort; the same where no tally has dates of its own by cohort.
  package func held(for cohort: Identifier<Cohort>) -> Programme {
    guard tallies.contains(where: { !$0.filter.windows.isEmpty }) else { return self }
    var own = self
    for index in own.tallies.indices { own.tallies[index].filter = own.tallies[index].filter.held(for: cohort) }
    return own
  }
}
