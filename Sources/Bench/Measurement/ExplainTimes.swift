import Foundation
import SQLite

/// Times `jianbao explain` for people drawn at random from a loaded programme: each question in a process of its own, as a user asks it.
func timeExplain(_ options: Options) throws {
  let program = try options.required("program")
  let pipeline = try options.required("pipeline")
  let output = try options.required("output")
  let database = try Database(path: try options.required("database"), readOnly: true)
  let learners = try database.integer("SELECT max(id) FROM person") ?? 0
  guard learners > 0 else { throw MeasureError(description: "\(output): nobody has been loaded") }
  var chance = Chance(seed: UInt64(try options.number("seed", usually: 1)), .asked)
  let codes = try (0..<max(1, try options.number("persons", usually: 25))).compactMap { _ in
    try database.text("SELECT code FROM person WHERE id = ?", .integer(Int64(chance.number(0..<Int(learners))) + 1))
  }
  let award = try database.text("SELECT award FROM decision WHERE kind = 'learner' LIMIT 1")
  let questions: [(String, (String) -> [String])] =
    [("a person", { [$0] })]
    + (award.map { award in
      [("a decision", { [$0, "--award", award] }), ("an award", { _ in ["--award", award] })]
    } ?? [])
  var table = Table(columns: ["explain", "median ms", "slowest ms", "processor ms"])
  for (title, words) in questions {
    let runs = try codes.map { code in
      try checked([program, "explain", pipeline, "--output", output] + words(code), log: "\(output)-explain.log")
    }
    let milliseconds = runs.map { $0.seconds * 1000 }
    table.add([
      title, decimal(median(milliseconds), 1), decimal(milliseconds.max() ?? 0, 1),
      decimal(median(runs.map { $0.processorSeconds * 1000 }), 1),
    ])
  }
  print("\nAnswers about \(codes.count) people drawn from \(grouped(Int(learners)))\n")
  table.print()
}
