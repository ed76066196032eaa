import Foundation
import TestSupport

/// What lies in an output folder, for comparing it with another.
enum Outputs {
  /// The bytes of every paper and manifest and the targets of the links; neither database nor lock nor row marks.
  static func papers(in output: String) throws -> [String: Data] {
    try bytes(below: "\(output)/jiangsu-provincial").filter { name, _ in
      !name.hasPrefix("jiangsu-provincial.sqlite") && name != ".lock" && !name.hasPrefix(".rows/")
    }
  }

  /// The names of the files that differ between two folders, or lie in one alone.
  static func difference(_ output: [String: Data], _ other: [String: Data]) -> [String] {
    Set(output.keys).union(other.keys).filter { output[$0] != other[$0] }.sorted()
  }

  /// A copy of what the first night left, to run the second night in.
  static func afterFirstNight() throws -> FreshFolder {
    let folder = try FreshFolder()
    try folder.copy(try TwoNights.programme(after: .first), as: "jiangsu-provincial")
    return folder
  }
}
