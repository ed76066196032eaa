import Programme
import SQLite

/// How many learners fall into each bin of totals: equal bins with the pass line at an edge, the lowest one open.
package struct ScoreDistribution: Hashable, Sendable {
  /// One bin; it holds its lower edge and not its upper one, the last bin both.
  package struct Bin: Hashable, Sendable {
    /// nil for the open bin at the bottom.
    package var from: Int64?
    package var to: Int64
    package var learners: Int64

    /// `85—90`, `50以下`.
    package var title: String {
      guard let from else { return "\(to)以下" }
      return from == to ? "\(to)" : "\(from)—\(to)"
    }
  }

  package let bins: [Bin]
  /// The pass line in whole points, rounded up.
  package let pass: Int64
  /// Learners with less than one point.
  package let none: Int64

  /// Points from edge to edge.
  static let width: Int64 = 5
  /// How many closed bins there are below the pass line, at most.
  static let closedBelow: Int64 = 6

  /// Reads the totals of a night; nil when nobody has one.
  static func read(
    _ database: Database, night: Int64, _ scheme: Scheme
  ) throws(SQLiteError) -> ScoreDistribution? {
    let bands = try database.rows(
      "SELECT band, learners FROM total_band WHERE night = ? ORDER BY band", .integer(night)
    ) { row throws(SQLiteError) in (band: row.integer(0), learners: row.integer(1)) }
    guard !bands.isEmpty else { return nil }
    var scale: Int64 = 1
    for _ in 0..<scheme.decimals { scale *= 10 }
    return ScoreDistribution(
      bands, pass: (scheme.pass.totalAtLeast + scale - 1) / scale,
      highest: scheme.components.reduce(0) { $0 + $1.points } / scale)
  }

  /// Sorts bands of one point into bins; the pass line is above 0.
  package init(_ bands: [(band: Int64, learners: Int64)], pass: Int64, highest: Int64) {
    let closed = max(0, min(Self.closedBelow, (pass - 1) / Self.width))
    var edges = Array(stride(from: pass - closed * Self.width, to: highest, by: Int(Self.width)))
    if edges.last ?? 0 < pass || edges.isEmpty { edges.append(pass) }
    let count = { (range: Range<Int64>) in bands.filter { range.contains($0.band) }.reduce(0) { $0 + $1.learners } }
    var bins = [Bin(from: nil, to: edges[0], learners: count(Int64.min..<edges[0]))]
    for (index, edge) in edges.enumerated() {
      let isLast = index == edges.count - 1
      let to = isLast ? max(highest, edge) : edges[index + 1]
      bins.append(Bin(from: edge, to: to, learners: count(edge..<(isLast ? Int64.max : to))))
    }
    self.bins = bins
    self.pass = pass
    none = count(Int64.min..<1)
  }

  /// All learners in it.
  package var learners: Int64 { bins.reduce(0) { $0 + $1.learners } }
  /// Those at or above the pass line.
  package var passed: Int64 { bins.filter { ($0.from ?? Int64.min) >= pass }.reduce(0) { $0 + $1.learners } }
  /// The bins with the most learners.
  package var fullest: [Bin] {
    let most = bins.map(\.learners).max() ?? 0
    return bins.filter { $0.learners == most }
  }
}
