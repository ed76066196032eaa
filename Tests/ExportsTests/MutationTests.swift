import Exports
import Foundation
import TestSupport
import Testing

struct MutationTests {
  /// A hundred thousand damaged files in all, unless `CASES=` says how many of each kind; `SEED=` replays one of each.
  @Test(arguments: MutationKind.all.indices)
  func `a damaged file is refused, or every row of it is delivered once`(index: Int) throws {
    let kind = MutationKind.all[index]
    guard let subject = try kind.subject() else { return }
    let folder = try FreshFolder()
    let path = folder.path("export")
    try Data(subject.bytes).write(to: URL(filePath: path))
    let good = MutationReading(path)
    #expect(good.error == nil, "\(kind.name)")
    #expect(good.rowCount > 10, "\(kind.name)")
    defer { MutationWatch.shared.end(index) }
    var faults = 0
    var refused = 0
    let seeds = Cases.seeds(usually: 100_000 / MutationKind.all.count)
    for seed in seeds {
      MutationWatch.shared.begin(index, kind.name, seed: seed)
      var generator = SeededGenerator(seed: seed)
      var limits = ExportLimits.default
      limits.bufferBytes = Int.random(in: 8...4096, using: &generator)
      let damage = try subject.damage(&generator, path)
      let start = processorTime()
      let reading = MutationReading(path, limits: limits)
      let seconds = processorTime() - start
      refused += reading.error == nil ? 0 : 1
      let fault =
        seconds > 1 ? "took \(seconds) s" : reading.error == nil ? subject.judge(damage, reading, good) : nil
      if let fault {
        Issue.record("\(kind.name) SEED=\(seed): \(fault)")
        faults += 1
        if faults == 20 { return }
      }
    }
    // A judge that never sees a file, or a suite that refuses nothing, would prove nothing.
    if seeds.count > 1000 {
      #expect(refused < seeds.count * 999 / 1000, "\(kind.name)")
      #expect(refused > 0 || kind.name.contains("CSV"), "\(kind.name)")
    }
  }

  /// Seconds that this thread has spent computing, so that a busy machine makes no file look slow.
  private func processorTime() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}

/// A kind of good file that the suite damages; nil when the program that writes it is missing here.
struct MutationKind: Sendable {
  let name: String
  let subject: @Sendable () throws -> MutationSubject?

  static let all: [MutationKind] = texts + workbooks
}
