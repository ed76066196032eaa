import Foundation
import Programme
import Stages

/// Times the stages, tells which were skipped or redone, and what the process needed at its peak.
final class StageClock {
  /// What one stage took.
  struct Entry: Sendable {
    let name: String
    let seconds: Double
    let peakMebibytes: Int
    let isSkipped: Bool
  }

  private let talk: Talk
  private(set) var entries: [Entry] = []
  /// Rows read by the load.
  var rows = 0
  private let started = ContinuousClock.now

  init(_ talk: Talk) {
    self.talk = talk
  }

  func time<Result>(_ stage: StageName, _ body: () throws -> Result) rethrows -> Result {
    try time(stage.rawValue, stage.title, body)
  }

  private func time<Result>(_ name: String, _ title: Wording, _ body: () throws -> Result) rethrows -> Result {
    let start = ContinuousClock.now
    // The load tells more of itself.
    let result = name == StageName.load.rawValue ? try body() : try showing(title, body)
    let seconds = Self.seconds(ContinuousClock.now - start)
    add(Entry(name: name, seconds: seconds, peakMebibytes: Self.peakMebibytes, isSkipped: false), title)
    return result
  }

  /// Does some work; a terminal is told what and for how long already.
  func showing<Result>(_ title: Wording, _ work: () throws -> Result) rethrows -> Result {
    let start = ContinuousClock.now
    return try talk.showing(
      {
        let seconds = (ContinuousClock.now - start).components.seconds
        return Wording("\(title.english): at work, \(seconds) s", "\(title.chinese)：进行中，\(seconds) 秒")
      }, work)
  }

  /// Does the load; a terminal is told how much has been read, how fast, and how long it will take.
  func showing<Result>(_ progress: LoadProgress, _ work: () throws -> Result) rethrows -> Result {
    try talk.showing({ progress.wording }, work)
  }

  /// From when to when something was at work, on any thread.
  typealias Span = (start: ContinuousClock.Instant, end: ContinuousClock.Instant)

  static func spanned(_ body: () throws -> Void) rethrows -> Span {
    let start = ContinuousClock.now
    try body()
    return (start, ContinuousClock.now)
  }

  /// Takes the papers of a job into the account, all the time in which some part of them was written, and tells it.
  func add(_ spans: [Span], of job: Job) {
    guard var end = spans.map(\.start).min() else { return }
    var total = Duration.zero
    for span in spans.sorted(by: { $0.start < $1.start }) where span.end > end {
      total += span.end - max(span.start, end)
      end = span.end
    }
    let entry = Entry(
      name: job.rawValue, seconds: Self.seconds(total), peakMebibytes: Self.peakMebibytes, isSkipped: false)
    add(entry, job.title)
  }

  /// Takes a measurement into the account and tells it.
  private func add(_ entry: Entry, _ title: Wording) {
    entries.append(entry)
    let text = Self.printed(entry.seconds)
    talk.note(Wording("\(title.english): done in \(text) s", "\(title.chinese)：完成，\(text) 秒"))
  }

  func skipped(_ stage: StageName) {
    entries.append(Entry(name: stage.rawValue, seconds: 0, peakMebibytes: Self.peakMebibytes, isSkipped: true))
    talk.note(
      Wording("\(stage.title.english): unchanged, skipped", "\(stage.title.chinese)：无变化，跳过"))
  }

  /// Tells that a source was taken in; of one without a file there is nothing to tell, nor when units are first drawn from a roster.
  func progress(_ source: String, _ rows: Int) {
    guard rows > 0 else { return }
    talk.note(Wording("  \(source): \(counted(rows, "row")) read", "  \(source)：读取 \(rows) 行"))
  }

  var total: Double { Self.seconds(ContinuousClock.now - started) }

  /// The members of a JSON object that tell of the stages, for benchmarks and monitors.
  var members: [String] {
    let stages = entries.map { entry in
      "{\"name\":\"\(entry.name)\",\"seconds\":\(Self.printed(entry.seconds)),\"peak_mib\":\(entry.peakMebibytes),\"skipped\":\(entry.isSkipped)}"
    }
    return [
      "\"stages\":[\(stages.joined(separator: ","))]", "\"rows\":\(rows)", "\"seconds\":\(Self.printed(total))",
      "\"peak_mib\":\(Self.peakMebibytes)",
    ]
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private static func printed(_ seconds: Double) -> String {
    String(format: "%.3f", seconds)
  }

  /// The most memory the process has held so far.
  private static var peakMebibytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
  }
}
