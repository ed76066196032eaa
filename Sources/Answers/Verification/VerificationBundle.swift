import Archive
import Exports
import Foundation
package import Programme

/// A file that a third party can check: the evidence, the results and the rules, as JSON parts of one ZIP file.
///
/// `evidence.json`, `scores.json`, `decisions.json`, `figures.json`, the rules as `rules/0` (the pipeline file), `rules/1` and so on with
/// their names in `rules.json`, and `digests.json` with the SHA-256 digest of every other part.
package struct VerificationBundle: Sendable {
  package var evidence: Evidence
  package var results: Results
  /// The pipeline file and the files it names, by the names it gives them.
  package var rules: [Rule]
  /// Parts whose bytes are not those that the bundle's list of digests is about.
  package private(set) var altered: [String] = []

  /// A file of rules.
  package struct Rule: Sendable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      (self.name, self.bytes) = (name, bytes)
    }
  }

  package init(_ evidence: Evidence, _ results: Results, rules: [Rule]) {
    (self.evidence, self.results, self.rules) = (evidence, results, rules)
  }

  /// Writes the bundle; the same results give the same bytes.
  package func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var parts: [(name: String, bytes: [UInt8])] = [
      ("evidence.json", [UInt8](try encoder.encode(evidence))),
      ("scores.json", [UInt8](try encoder.encode(results.scores))),
      ("decisions.json", [UInt8](try encoder.encode(results.decisions))),
      ("figures.json", [UInt8](try encoder.encode(results.figures))),
      ("rules.json", [UInt8](try encoder.encode(rules.map(\.name)))),
    ]
    for (index, rule) in rules.enumerated() { parts.append(("rules/\(index)", rule.bytes)) }
    let digests = Dictionary(uniqueKeysWithValues: parts.map { ($0.name, Self.digest($0.bytes)) })
    parts.append(("digests.json", [UInt8](try encoder.encode(digests))))
    let writer = try ArchiveWriter(path: path)
    for part in parts {
      try writer.beginPart(part.name, packing: .level(6))
      try writer.write(part.bytes.span.bytes)
      try writer.endPart()
    }
    try writer.close()
  }

  /// Reads a bundle back; throws what it lacks.
  package init(path: String) throws(BundleError) {
    let archive: ArchiveReader
    do {
      archive = try ArchiveReader(path: path, maximumParts: 1_000)
    } catch {
      throw BundleError(path: path, part: nil)
    }
    var parts: [String: [UInt8]] = [:]
    for part in archive.parts {
      do {
        parts[part.name] = try Self.bytes(of: part, in: archive)
      } catch {
        throw BundleError(path: path, part: part.name)
      }
    }
    func decoded<Value: Decodable>(_ name: String, as type: Value.Type) throws(BundleError) -> Value {
      guard let bytes = parts[name], let value = try? JSONDecoder().decode(type, from: Data(bytes)) else {
        throw BundleError(path: path, part: name)
      }
      return value
    }
    let digests = try decoded("digests.json", as: [String: String].self)
    evidence = try decoded("evidence.json", as: Evidence.self)
    results = Results(
      scores: try decoded("scores.json", as: [ResultLine].self),
      decisions: try decoded("decisions.json", as: [ResultLine].self),
      figures: try decoded("figures.json", as: [ResultLine].self))
    let names = try decoded("rules.json", as: [String].self)
    rules = []
    for (index, name) in names.enumerated() {
      guard let bytes = parts["rules/\(index)"] else { throw BundleError(path: path, part: "rules/\(index)") }
      rules.append(Rule(name: name, bytes: bytes))
    }
    guard evidence.format == 1, !rules.isEmpty else { throw BundleError(path: path, part: "evidence.json") }
    let all = Set(parts.keys).union(digests.keys).subtracting(["digests.json"])
    altered = all.filter { name in parts[name].map(Self.digest) != digests[name] }.sorted()
  }

  /// How large a part may be; a province's scores are below it by far.
  private static let largest = 1 << 30

  private static func bytes(of part: ArchivePart, in archive: ArchiveReader) throws(ArchiveReadError) -> [UInt8] {
    var reader = try archive.open(part, limits: InflationLimits(bytes: largest, ratio: 400))
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try reader.read(into: &buffer, from: 0)
      bytes += buffer.prefix(count)
      if count < buffer.count { return bytes }
    }
  }

  private static func digest(_ bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes.span)
    return SHA256.hexadecimal(digest.finish())
  }
}

/// A file that is no bundle, or one that lacks or has lost a part.
package struct BundleError: Error, Sendable {
  package let path: String
  /// The part; nil when the file is no ZIP file at all.
  package let part: String?

  package var wording: Wording {
    guard let part else {
      return Wording(
        "\(path): cannot be read as a bundle; expected a file that jianbao verify --bundle wrote",
        "\(path)：不是核验包；应为 jianbao verify --bundle 生成的文件")
    }
    return Wording(
      "\(path): the part \(part) is missing or damaged; ask for the bundle again", "\(path)：部件 \(part) 缺失或损坏；请重新索取核验包")
  }
}
