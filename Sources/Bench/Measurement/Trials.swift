/// The runs of one command, from which medians are taken; the machine is rarely quiet, and one run proves nothing.
struct Trials {
  private(set) var runs: [ChildRun] = []
  private var reports: [StageReport] = []

  mutating func append(_ run: ChildRun) {
    runs.append(run)
    reports.append(StageReport(in: run.output))
  }

  var seconds: Double { median(runs.map(\.seconds)) }
  var processorSeconds: Double { median(runs.map(\.processorSeconds)) }
  /// The largest of all runs, not the median: memory that was needed once is needed.
  var peakMiB: Int { runs.map(\.peakMiB).max() ?? 0 }

  /// Rows read from all exports.
  var rows: Int? { reports.last?.rows }

  /// Each stage in the order of the last run, with the median of its seconds.
  var stages: [(name: String, seconds: Double, rows: Int?, peakMiB: Double?)] {
    (reports.last?.stages ?? []).map { stage in
      let same = reports.flatMap { $0.stages.filter { $0.name == stage.name } }
      return (stage.name, median(same.map(\.seconds)), stage.rows, same.compactMap(\.peakMiB).max())
    }
  }
}

/// The middle of the numbers, or the mean of the two in the middle.
func median(_ numbers: [Double]) -> Double {
  guard !numbers.isEmpty else { return 0 }
  let sorted = numbers.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
