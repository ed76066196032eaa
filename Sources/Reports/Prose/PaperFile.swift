import Foundation

/// Writes a text paper as UTF-8; the folder it names below an existing one is made.
package func writeText(_ text: String, to path: String) throws(ReportsError) {
  let file = URL(filePath: path)
  do {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  } catch {
    throw .unwritable(path: path, reason: error.localizedDescription)
  }
}

/// A name that a sheet can bear: at most 31 characters, none of `[]:*?/\`.
package func sheetName(_ name: String) -> String {
  String(name.filter { !"[]:*?/\\".contains($0) }.prefix(31))
}

/// A name that every file system takes.
func fileSafe(_ name: String) -> String {
  let safe = String(
    name.unicodeScalars.map { $0.value < 0x20 || "/\\:*?\"<>|".unicodeScalars.contains($0) ? "_" : Character($0) })
  if safe.isEmpty || safe.allSatisfy({ $0 == "." }) { return "_" }
  // A name may have 255 bytes, and endings are put behind it.
  var short = Substring(safe)
  while short.utf8.count > 150 { short.removeLast() }
  return String(short)
}
