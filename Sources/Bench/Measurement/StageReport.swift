import Foundation

/// What the program itself says about its stages: the JSON that `--format json` prints at the end.
struct StageReport: Decodable {
  struct Stage: Decodable {
    let name: String
    let seconds: Double
    let rows: Int?
    let peakMiB: Double?

    private enum CodingKeys: String, CodingKey {
      case name, seconds, rows
      case peakMiB = "peak_mib"
    }
  }

  let stages: [Stage]
  /// Rows read from all exports.
  let rows: Int?

  private init(stages: [Stage], rows: Int?) {
    self.stages = stages
    self.rows = rows
  }

  /// Finds the report in what was printed, whether on one line or on many; without one there are no stages.
  init(in output: String) {
    let lines = output.split(separator: "\n").reversed().filter { $0.hasPrefix("{") }
    let candidates = lines.map(String.init) + [String(output.drop { $0 != "{" })]
    let reports = candidates.lazy.compactMap { try? JSONDecoder().decode(StageReport.self, from: Data($0.utf8)) }
    self = reports.first ?? StageReport(stages: [], rows: nil)
  }
}
