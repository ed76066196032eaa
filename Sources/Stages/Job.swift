package import Programme
import Store

/// The three jobs of an office.
package enum Job: String, Sendable, CaseIterable {
  case bulletin, summary, nominees

  /// Whether the pipeline file declares the job's papers.
  package func isDeclared(in programme: Programme) -> Bool {
    switch self {
    case .bulletin: programme.reports.bulletin != nil
    case .summary: programme.reports.summary != nil
    case .nominees: programme.reports.nominees != nil
    }
  }

  /// The sources without which the job's papers would tell less than they seem to.
  package func needs(_ source: Source, in programme: Programme) -> Bool {
    // Facts about units are read by metrics and checks, which every paper shows.
    if source.kind.isCore || source.kind == .unitFact { return true }
    switch self {
    case .bulletin: return false
    case .summary:
      return programme.satisfaction?.asked(in: source.id) != nil || source.id == programme.ledger?.prior
        || isAboutAwards(source)
    case .nominees: return isAboutAwards(source)
    }
  }

  /// The summary counts awards too, so that a missing list of staff must not leave it with the last night's.
  private func isAboutAwards(_ source: Source) -> Bool {
    [.staff, .brief, .nomination].contains(source.kind)
  }

  package var title: Wording {
    switch self {
    case .bulletin: Wording("bulletin", "学情通报")
    case .summary: Wording("summary", "培训总结")
    case .nominees: Wording("nominees", "评优名单")
    }
  }
}
