import Foundation
import Testing
import TestSupport

/// A copy of the sample data and its pipeline file, to be damaged.
struct ExportsOfTwoNights {
  private let folder: FreshFolder

  init() throws {
    folder = try FreshFolder()
    try FileManager.default.createDirectory(atPath: folder.path("pipelines"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: folder.path("sample-data"), withIntermediateDirectories: true)
    try folder.copy(Jianbao.pipeline, as: "pipelines/jiangsu-provincial")
    try folder.copy(Repository.path("pipelines/calendars"), as: "pipelines/calendars")
    try folder.copy(Repository.path("sample-data/jiangsu-provincial"), as: "sample-data/jiangsu-provincial")
  }

  /// The folder of the copied pipeline file.
  var pipeline: String { folder.path("pipelines/jiangsu-provincial") }

  /// The path of an export named as the sources name it: `2023-08-20/简报.csv`.
  func path(_ name: String) -> String { folder.path("sample-data/jiangsu-provincial/\(name)") }

  /// A text with the place of the copies and everything that differs from run to run taken out.
  func neutral(_ text: String) -> String { text.replacing(folder.path, with: "…") }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path(name))
  }

  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    try Data(bytes).write(to: URL(filePath: path(name)))
  }

  /// Puts a folder where an export was.
  func obstruct(_ name: String) throws {
    try remove(name)
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: false)
  }

  /// Replaces the first occurrence of a text in a UTF-8 export.
  func replace(_ name: String, _ text: String, with other: String) throws {
    var bytes = try Data(contentsOf: URL(filePath: path(name)))
    let range = try #require(bytes.range(of: Data(text.utf8)), "\(name) holds no \(text)")
    bytes.replaceSubrange(range, with: Data(other.utf8))
    try bytes.write(to: URL(filePath: path(name)))
  }

  /// Adds a line at the end of a UTF-8 export.
  func append(_ name: String, _ line: String) throws {
    var bytes = try Data(contentsOf: URL(filePath: path(name)))
    bytes.append(Data("\(line)\n".utf8))
    try bytes.write(to: URL(filePath: path(name)))
  }

  /// Changes the lines of an export whose bytes are ASCII where it matters; the first line is the header.
  func changeLines(_ name: String, _ change: (_ number: Int, _ line: Data) -> Data?) throws {
    let bytes = try Data(contentsOf: URL(filePath: path(name)))
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let changed = lines.enumerated().compactMap { change($0 + 1, Data($1)) }
    try Data(changed.joined(separator: [UInt8(ascii: "\n")])).write(to: URL(filePath: path(name)))
  }
}
