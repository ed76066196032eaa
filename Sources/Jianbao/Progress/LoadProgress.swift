import Foundation
import Programme
import Store
import Synchronization

/// How far the exports of a night are, seen from outside: by where this process stands in the files that it has open.
///
/// Reading counts nothing for it and so is not slowed down. Where the system does not tell (there is no `/proc`), only sources that are
/// taken in count.
final class LoadProgress: Sendable {
  private struct State {
    /// How much of each file has been read.
    var read: [String: Int64] = [:]
    var open: Set<String> = []
    var closed: Set<String> = []
    var landed: Set<String> = []
  }

  private let sizes: [String: Int64]
  private let filesOfSources: [String: [String]]
  private let total: Int64
  private let started = ContinuousClock.now
  private let state = Mutex(State())

  init(_ plan: NightPlan, _ programme: Programme) {
    var sizes: [String: Int64] = [:]
    var filesOfSources: [String: [String]] = [:]
    for source in programme.sources {
      let files = plan.files[source.id] ?? []
      filesOfSources[source.title] = files.map { Self.resolved($0.path) }
      for file in files { sizes[Self.resolved(file.path)] = file.size }
    }
    (self.sizes, self.filesOfSources) = (sizes, filesOfSources)
    total = sizes.values.reduce(0, +)
  }

  /// Notes that a source lies in the database.
  func land(_ source: String) {
    state.withLock { state in
      for file in filesOfSources[source] ?? [] {
        state.closed.insert(file)
        state.landed.insert(file)
        state.read[file] = sizes[file]
      }
    }
  }

  /// What is told of now.
  var wording: Wording {
    let (read, landed) = state.withLock { state in
      look(&state)
      return (state.read.values.reduce(0, +), state.landed.reduce(0) { $0 + (sizes[$1] ?? 0) })
    }
    return Self.wording(read: read, landed: landed, of: total, after: ContinuousClock.now - started)
  }

  /// The line of a moment. Reading takes about four fifths of a load and landing the rest, as was measured on a first night.
  static func wording(read: Int64, landed: Int64, of total: Int64, after time: Duration) -> Wording {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    let start = Wording(
      "load: \(mebibytes(read)) of \(mebibytes(total)) MiB read", "导入：已读 \(mebibytes(read))／\(mebibytes(total)) MiB")
    let done = Double(4 * read + landed) / Double(max(5 * total, 1))
    guard seconds >= 0.3, done > 0.01 else { return start }
    let rate = mebibytes(Int64(Double(read) / seconds))
    let left = Int((seconds * (1 - done) / done).rounded(.up))
    return Wording(
      "\(start.english), \(rate) MiB/s, about \(left < 90 ? "\(left) s" : "\((left + 59) / 60) min") left",
      "\(start.chinese)，每秒 \(rate) MiB，约剩 \(left < 90 ? "\(left) 秒" : "\((left + 59) / 60) 分钟")")
  }

  /// With one decimal.
  private static func mebibytes(_ bytes: Int64) -> String {
    let tenths = bytes * 10 / 1_048_576
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func look(_ state: inout State) {
    let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    var positions: [String: Int64] = [:]
    for descriptor in descriptors {
      guard let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)"),
        let size = sizes[path], !state.closed.contains(path), let position = Self.position(descriptor)
      else { continue }
      positions[path] = min(size, max(position, positions[path] ?? 0))
    }
    for file in state.open where positions[file] == nil && !state.closed.contains(file) {
      state.closed.insert(file)
      state.read[file] = sizes[file]
    }
    state.open = Set(positions.keys)
    state.read.merge(positions) { $1 }
    // Whoever opens it again only wants its digest.
    for (file, position) in positions where position == sizes[file] { state.closed.insert(file) }
  }

  private static func position(_ descriptor: String) -> Int64? {
    let facts = try? String(contentsOfFile: "/proc/self/fdinfo/\(descriptor)", encoding: .utf8)
    let line = facts?.split(separator: "\n").first { $0.hasPrefix("pos:") }
    return line.flatMap { Int64($0.dropFirst(4).trimmingCharacters(in: .whitespaces)) }
  }

  /// As the system names an open file.
  private static func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
  }
}
