/// What the papers are called and how they are ordered.
package struct Reports: Sendable {
  package var bulletin: BulletinReport?
  package var summary: SummaryReport?
  package var nominees: NomineesReport?
}

package struct BulletinReport: Sendable {
  package var title: String
  package var firstNumber: Int
  /// The metric that units are ranked by.
  package var rankBy: Identifier<Metric>
  package var metrics: [Identifier<Metric>]
  /// Where `rank_by` and each of the metrics stand in the file.
  package var rankPlace: Place
  package var metricPlaces: [Place]
}

package struct SummaryReport: Sendable {
  package var title: String
}

package struct NomineesReport: Sendable {
  package var title: String
  package var publicity: Publicity
  /// nil where the file says nothing of certificates, which are numbered the usual way then.
  package var certificates: Certificates?
}

/// A condition on a night's figures that warns or blocks.
package struct Check: Sendable {
  package var id: Identifier<Check>
  package var place: Place
  package var blocks: Bool
  /// What the papers call it; the conditions of units are named by it.
  package var title: String
  package var cite: String?
  package var condition: CheckCondition
  /// The last day on which the check is not due yet, such as the day until which offices hand in; nil for one that always is.
  package var after: CalendarDate?

  /// Whether the check is due on a night that is written `2023-09-04`, with or without a time.
  package func isDue(asOf night: String) -> Bool {
    guard let after, let day = CalendarDate(String(night.prefix(10))) else { return true }
    return day > after
  }
}

package enum CheckCondition: Sendable {
  /// The share of enrolments of `of` that have rows in `by`, in millionths.
  case coverage(of: Identifier<Source>, by: Identifier<Source>, atLeast: Int64)
  /// The largest fall of a metric since the last night for any unit of the level, in millionths.
  case dayChange(of: Identifier<Metric>, level: Identifier<UnitLevel>, maxDrop: Int64)
  /// What every one of the units must meet by its own tallies, or, where they are pooled, by the sums over the unit and all below
  /// it; those that do not are listed.
  case units(UnitSelection, [UnitCondition], pooled: Bool)
  /// How many people of a role each of the units must have, its own and not those of the units below.
  case staff(UnitSelection, role: String, atLeast: Int64, atMost: Int64?)
  /// What everybody of a role must meet; those who do not are listed.
  case people(StaffCondition)
  /// What the printed figure of a metric must be for each of the units that have such a figure.
  case figure(UnitSelection, of: Identifier<Metric>, [FigureBound])
}
