import Dispatch
import Foundation
import Programme
import SQLite
import Stages
import Store
import Synchronization

/// The list of a paper set with its digests: what was made, from which exports and which pipeline file.
struct Manifest {
  static let name = "manifest.json"
  /// Files below the folder, in order.
  let names: [String]
  private let text: String

  init(folder: String, store: ProgrammeStore, edition: Edition, job: Job) throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder) && !isFolder.boolValue
    }
    names = paths.sorted()
    let digests = try Self.digests(names.map { "\(folder)/\($0)" })
    let papers = zip(names, digests).map { name, digest in
      "    { \"path\": \(jsonQuoted(name)), \"sha256\": \"\(digest)\" }"
    }
    let inputs = try store.database.rows(
      "SELECT DISTINCT path, digest FROM source_file WHERE night = ? AND current ORDER BY path", .integer(edition.night)
    ) { row throws(SQLiteError) in "    { \"path\": \(jsonQuoted(row.text(0))), \"sha256\": \"\(row.text(1))\" }" }
    let pipeline = Stages.digest(of: store.programme.parts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
    text = """
      {
        "programme": \(jsonQuoted(store.programme.id.text)),
        "job": "\(job.rawValue)",
        "as_of": \(jsonQuoted(edition.asOf)),
        "number": \(edition.number),
        "total_number": \(edition.totalNumber),
        "pipeline_sha256": "\(pipeline)",
        "inputs": [
      \(inputs.joined(separator: ",\n"))
        ],
        "papers": [
      \(papers.joined(separator: ",\n"))
        ]
      }

      """
  }

  /// The digests of files, taken side by side.
  private static func digests(_ paths: [String]) throws -> [String] {
    let digests = Mutex<[Result<String, any Error>]>(Array(repeating: .success(""), count: paths.count))
    DispatchQueue.concurrentPerform(iterations: paths.count) { index in
      let digest = Result { try Stages.digest(ofFile: paths[index]) }
      digests.withLock { $0[index] = digest }
    }
    return try digests.withLock { $0 }.map { try $0.get() }
  }

  /// The digest of the whole set.
  var digest: String { Stages.digest(of: [text]) }

  func write(to folder: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(Self.name)"))
  }

  /// The digest of a set that lies in a folder, from its manifest.
  static func digest(ofFolder folder: String) throws -> String {
    Stages.digest(of: [String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(name)")), as: UTF8.self)])
  }

  /// Whether every paper that the manifest lists lies in the folder with the bytes it had.
  static func isWhole(_ folder: String) -> Bool {
    guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8),
      let papers = text.range(of: "\"papers\": [")
    else { return false }
    return text[papers.upperBound...].split(separator: "\n").allSatisfy { line in
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      guard parts.count >= 9 else { return true }
      return (try? Stages.digest(ofFile: "\(folder)/\(parts[3])")) == String(parts[7])
    }
  }
}

private func jsonQuoted(_ text: String) -> String {
  "\"" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
}
