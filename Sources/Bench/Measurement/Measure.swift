import Foundation

/// Times the whole job, from exports to papers: each night in turn into an empty output folder, several times over.
///
/// With `--peer` a rival runs between the nights, so that both stand beside each other on the same busy machine; the ratio
/// that is printed is the median of the pairs.
func measure(_ options: Options) throws {
  let job = Job(
    program: try options.required("program"), pipeline: try options.required("pipeline"),
    output: try options.required("output"),
    nights: (options["nights"] ?? Night.first.date).split(separator: ",").map(String.init))
  let peer = try options["peer"].map { command in
    Peer(command: command, exports: try options.required("exports"), output: job.output + "-peer", night: job.nights[0])
  }
  var nights = [Trials](repeating: Trials(), count: job.nights.count)
  var rival = Trials()
  for _ in 0..<max(1, try options.number("runs", usually: 3)) {
    try? FileManager.default.removeItem(atPath: job.output)
    for (index, night) in job.nights.enumerated() {
      nights[index].append(try job.run(night))
      if index == 0, let peer { rival.append(try peer.run()) }
    }
  }
  for (night, trials) in zip(job.nights, nights) { printStages(of: trials, night: night) }
  printRatios(nights, peer == nil ? nil : rival)
}

/// The program with everything it is called with.
private struct Job {
  let program: String
  let pipeline: String
  let output: String
  let nights: [String]

  func run(_ night: String) throws -> ChildRun {
    let command = [program, "run", pipeline, "--as-of", night, "--output", output, "--format", "json"]
    return try checked(command, log: "\(output)-\(night).log")
  }
}

/// A rival: a shell command in which `{exports}` and `{output}` stand for its two folders.
private struct Peer {
  let command: String
  let exports: String
  let output: String
  let night: String

  func run() throws -> ChildRun {
    try? FileManager.default.removeItem(atPath: output)
    let filled = command.replacing("{exports}", with: "\(exports)/\(night)").replacing("{output}", with: output)
    return try checked(["sh", "-c", filled], log: "\(output).log")
  }
}

/// Runs a command that must succeed.
func checked(_ command: [String], log: String) throws -> ChildRun {
  let child = try run(command, log: log)
  guard child.exitCode == 0 else {
    throw MeasureError(description: "\(command.joined(separator: " ")): exit code \(child.exitCode); see \(log)")
  }
  return child
}

private func printStages(of trials: Trials, night: String) {
  var table = Table(columns: ["stage", "seconds", "rows", "rows/s", "peak MiB"])
  for stage in trials.stages {
    // The first stage reads the exports; the others say only how long they took.
    let rows = stage.rows ?? (stage.name == trials.stages.first?.name ? trials.rows : nil)
    table.add([stage.name] + figures(seconds: stage.seconds, rows: rows, peakMiB: stage.peakMiB))
  }
  table.add(["whole run"] + figures(seconds: trials.seconds, rows: trials.rows, peakMiB: Double(trials.peakMiB)))
  print("\nNight \(night): medians of \(trials.runs.count) runs (\(range(trials.runs.map(\.seconds))) s)")
  print("Processor: \(decimal(trials.processorSeconds, 2)) s\n")
  table.print()
}

private func figures(seconds: Double, rows: Int?, peakMiB: Double?) -> [String] {
  let rate = rows.flatMap { seconds > 0 ? grouped(Int(Double($0) / seconds)) : nil }
  return [decimal(seconds, 2), rows.map(grouped) ?? "", rate ?? "", peakMiB.map { decimal($0, 0) } ?? ""]
}

private func printRatios(_ nights: [Trials], _ peer: Trials?) {
  print("")
  if nights.count > 1 {
    print("second night / first: \(ratio(nights[1].runs, nights[0].runs))")
  }
  if let peer {
    let processor = decimal(peer.processorSeconds, 2)
    print("peer: \(decimal(peer.seconds, 2)) s, \(processor) s of processor, \(peer.peakMiB) MiB")
    print("first night / peer: \(ratio(nights[0].runs, peer.runs))")
  }
}

/// The median of the ratios of paired runs and how far they lie apart, and that of processor time, which a busy machine
/// moves less.
private func ratio(_ ours: [ChildRun], _ theirs: [ChildRun]) -> String {
  let pairs = zip(ours, theirs)
  let wall = pairs.map { $0.seconds / $1.seconds }
  let processor = pairs.map { $0.processorSeconds / $1.processorSeconds }
  return "\(decimal(median(wall), 2)) (\(range(wall))), of processor time \(decimal(median(processor), 2))"
}

private func range(_ numbers: [Double]) -> String {
  "\(decimal(numbers.min() ?? 0, 2)) to \(decimal(numbers.max() ?? 0, 2))"
}
