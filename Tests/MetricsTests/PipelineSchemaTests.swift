import Foundation
import Metrics
import Programme
import Scoring
import Testing
import TestSupport

/// The pipeline files of the repository.
private let files: [String] =
  ((try? FileManager.default.contentsOfDirectory(atPath: Repository.path("pipelines"))) ?? []).map {
    "pipelines/\($0)/pipeline.json5"
  }.filter { FileManager.default.fileExists(atPath: Repository.path($0)) }.sorted() + [
    "Sources/Jianbao/Demo/demo-pipeline.json5"
  ]

private func bytes(_ file: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: URL(filePath: Repository.path(file))))
}

private func tree(_ bytes: [UInt8]) throws -> Node { try #require(JSON5.tree(of: bytes, FaultCollector())) }

/// The keys that the readers of a file's objects ask for, by the place of the object.
private func askedKeys(_ bytes: [UInt8]) -> [Place: Set<String>] {
  var keys: [Place: Set<String>] = [:]
  let faults = FaultCollector()
  faults.hearsKeys = { keys[$0, default: []].formUnion($1) }
  _ = Programme.read(bytes, faults) { programme in
    let scorer = Scorer(programme, faults: faults)
    _ = MetricFolder(programme, scorer, faults: faults)
  }
  return keys
}

struct PipelineSchemaTests {
  private let schema: PipelineSchema

  init() throws { schema = try PipelineSchema() }

  @Test func `every object of the schema has the keys that its reader asks for, and no others`() throws {
    var asked: [String: Set<String>] = [:]
    for document in try files.map(bytes) + [Array(everyKey.utf8)] {
      let keys = askedKeys(document)
      for object in schema.objects(in: try tree(document)) {
        asked[object.name, default: []].formUnion(keys[object.place] ?? [])
      }
    }
    let fixed = schema.definitions.filter { $0.value["additionalProperties"] as? Bool == false }
      .merging(["root": schema.root]) { first, _ in first }
    for (name, definition) in fixed.sorted(by: { $0.key < $1.key }) {
      let known = Set((definition["properties"] as? [String: Any] ?? [:]).keys)
      let read = asked[name] ?? []
      #expect(known.subtracting(read).sorted() == [], "\(name): keys of the schema that no reader asks for")
      #expect(read.subtracting(known).sorted() == [], "\(name): keys that readers ask for and the schema has not")
    }
  }

  @Test func `no object is read that the schema does not know`() throws {
    for document in try files.map(bytes) + [Array(everyKey.utf8)] {
      let known = Set(schema.objects(in: try tree(document)).map(\.place))
      let strangers = askedKeys(document).keys.filter { !known.contains($0) }
      #expect(strangers.sorted().map(\.description) == [])
    }
  }

  @Test(arguments: files)
  func `every pipeline file is what the schema describes`(file: String) throws {
    let faults = schema.faults(of: try tree(bytes(file)))
    #expect(faults == [])
  }

  @Test func `every key is described in Chinese`() {
    for (name, definition) in schema.definitions {
      for (key, property) in definition["properties"] as? [String: [String: Any]] ?? [:] {
        let text =
          property["description"] as? String ?? schema.resolved(property).schema["description"] as? String ?? ""
        let isSaid = property["const"] != nil || text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        #expect(isSaid, "\(name).\(key)")
      }
    }
  }

  @Test(arguments: [
    ("format: 1", "format: 2"), ("year: 2023", "year: '2023'"), ("kind: 'item'", "kind: 'items'"),
    ("bulletin: {", "buletin: {"), ("rounding: 'floor'", "rounding: 'down'"), ("severity: 'warn', ", ""),
    ("{ kind: 'threshold', of: 'mark', at_least: 60 }", "{ kind: 'threshold', of: 'mark' }"),
    ("max_drop: '10%'", "max_drop: 10"),
    ("{ number: 3 }", "{}"), ("{ staff: 'tutor' }", "{ staff: 'tutor', unit: 'city' }"),
    ("target: 100 }", "target: true }"),
  ])
  func `what the reader refuses by its form the schema refuses too`(written: String, changed: String) throws {
    let before = schema.faults(of: try tree(Array(everyKey.utf8)))
    #expect(before == [])
    let document = Array(everyKey.replacing(written, with: changed, maxReplacements: 1).utf8)
    #expect(schema.faults(of: try tree(document)) != [], "\(changed)")
    let faults = FaultCollector()
    _ = Programme.read(document, faults) { _ = Scorer($0, faults: faults) }
    #expect(faults.refuses, "\(changed)")
  }

  @Test func `another validator finds the schema sound and the pipeline files valid`() throws {
    guard let python = Tool.python(importing: "jsonschema") else { return }
    let folder = try FreshFolder()
    var paths: [String] = []
    for (number, file) in files.enumerated() {
      paths.append(folder.path("\(number).json"))
      try Data(try tree(bytes(file)).json.utf8).write(to: URL(filePath: folder.path("\(number).json")))
    }
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1], encoding='utf-8'))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for path in sys.argv[2:]:
          for error in validator.iter_errors(json.load(open(path, encoding='utf-8'))):
              print(path, error.json_path, error.message[:200])
      """
    let outcome = try Command.run(
      python, ["-c", script, Repository.path("pipelines/pipeline.schema.json")] + paths,
      environment: ["PYTHONUTF8": "1"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output == "")
  }
}
