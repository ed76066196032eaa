import Foundation

/// Where the files of this repository lie, found from the place of this source file.
package enum Repository {
  /// The folder that holds Package.swift.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The path of a file or folder named from the root.
  package static func path(_ name: String) -> String { "\(root)/\(name)" }
}
