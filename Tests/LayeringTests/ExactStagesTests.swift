import Foundation
import Testing

private let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Sources")

@Test(arguments: ["Scoring", "Metrics", "Awards"])
func `points, figures and places are reckoned without binary floating point`(stage: String) throws {
  let folder = sources.appending(path: stage)
  let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
  #expect(!files.isEmpty, "no source files were found for \(stage)")
  for file in files.sorted() {
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      #expect(
        line.firstMatch(of: /\b(Double|Float\w*|CGFloat|Decimal|squareRoot)\b/) == nil, "\(stage)/\(file):\(index + 1)")
      #expect(line.firstMatch(of: /[^.$\w]\d[\d_]*\.\d/) == nil || isProse(line), "\(stage)/\(file):\(index + 1)")
    }
  }
}

/// Whether a line with a decimal number in it is a comment or a text, where numbers are only spoken of.
private func isProse(_ line: Substring) -> Bool {
  line.contains("//") || line.contains("\"")
}
