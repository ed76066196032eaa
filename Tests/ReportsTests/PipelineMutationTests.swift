import Awards
import Foundation
import Metrics
import Programme
import Scoring
import TestSupport
import Testing

/// The pipeline files that programmes are run with.
private let names = [
  "jiangsu-provincial", "party-secretaries-2020", "hunan-guopei-2023", "lanxi-school-based-2021", "haian-2023",
]

struct PipelineMutationTests {
  /// Twenty thousand files in all, every kind of mutation as often as any other; `CASES=20000` reads a hundred thousand in minutes.
  @Test(arguments: names.indices)
  func `a pipeline file that went wrong is used, or refused with places in it, and never ends the program`(number: Int)
    throws
  {
    let good = [UInt8](
      try Data(contentsOf: URL(filePath: Repository.path("pipelines/\(names[number])/pipeline.json5"))))
    let tokens = PipelineTokens(String(decoding: good, as: UTF8.self))
    #expect(Array(tokens.file.utf8) == good)
    #expect(read(good).isUsed, "\(names[number])")
    let slot = 40 + number
    defer { MutationWatch.shared.end(slot) }
    let kinds = PipelineMutation.allCases
    var refused = [Int](repeating: 0, count: kinds.count)
    var faults = 0
    let seeds = Cases.seeds(whileBuilding: 300, whenChecking: 4_000)
    for seed in seeds {
      MutationWatch.shared.begin(slot, names[number], seed: seed)
      var random = SeededGenerator(seed: seed)
      let kind = Int(seed % UInt64(kinds.count))
      let mutant = kinds[kind].mutant(of: good, tokens, &random)
      let start = processorTime()
      let reading = read(mutant.bytes)
      let seconds = processorTime() - start
      refused[kind] += reading.isUsed ? 0 : 1
      guard let fault = fault(of: reading, mutant, kinds[kind], seconds) else { continue }
      Issue.record("\(names[number]) \(kinds[kind]) SEED=\(seed): \(fault)")
      faults += 1
      if faults == 20 { return }
    }
    guard seeds.count >= 400 else { return }
    // A suite that refuses everything, or nothing, would prove nothing; and comments can be broken without harm.
    #expect(refused.reduce(0, +) < seeds.count)
    for kind in kinds.indices { #expect(refused[kind] > 0, "\(kinds[kind])") }
    let harmless = kinds.indices.filter { !kinds[$0].isAlwaysRefused }.count { refused[$0] < seeds.count / kinds.count }
    #expect(harmless > 5)
  }

  /// What reading came to.
  private struct Reading {
    var isUsed = false
    var faults: [Fault] = []
    var refuses = false
    var omitted = 0
  }

  private func read(_ bytes: [UInt8]) -> Reading {
    let faults = FaultCollector()
    let programme = Programme.read(bytes, faults) { programme in
      checkAwards(programme, faults)
      let scorer = Scorer(programme, faults: faults)
      let folder = MetricFolder(programme, scorer, faults: faults)
      lint(programme, scorer, faults)
      lintMetrics(programme, scorer, folder, faults)
    }
    return Reading(
      isUsed: programme != nil, faults: faults.faults, refuses: faults.refuses, omitted: faults.omitted)
  }

  /// What is wrong with how a file was read; nil when nothing is.
  private func fault(
    of reading: Reading, _ mutant: PipelineMutation.Mutant, _ kind: PipelineMutation, _ seconds: Double
  ) -> String? {
    if seconds > 1 { return "took \(seconds) s" }
    if reading.isUsed == reading.refuses { return "used: \(reading.isUsed), but refused: \(reading.refuses)" }
    if kind.isAlwaysRefused, reading.isUsed { return "used" }
    if let place = mutant.place {
      let told = reading.faults.contains {
        ($0.place.line, $0.place.column) == place && $0.message(in: .english).contains("is repeated")
      }
      if !told, reading.omitted == 0 { return "the repeated key at \(place) is not told" }
    }
    // Lines are counted in bytes, and characters only where a fault is told: a hundred thousand files are read.
    let lines = mutant.bytes.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    for fault in reading.faults {
      let (line, column) = (fault.place.line, fault.place.column)
      guard (1...lines.count).contains(line),
        (1...String(decoding: lines[line - 1], as: UTF8.self).unicodeScalars.count + 1).contains(column)
      else {
        return "the fault \(fault.place) '\(fault.message(in: .english))' has no place in the file"
      }
      if fault.message(in: .english).isEmpty || fault.message(in: .chinese).isEmpty { return "a fault says nothing" }
    }
    return nil
  }

  /// Seconds that this thread has spent computing, so that a busy machine makes no file look slow.
  private func processorTime() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
