import Foundation

/// A workbook of Excel 97-2003 that LibreOffice has saved as `.xlsx`, in a private folder that lasts as long as this does.
///
/// LibreOffice runs without a window, on a copy, with a profile of its own that is thrown away, and is ended together
/// with whatever it started when it takes longer than it may.
final class Conversion: Sendable {
  /// The folder of the copy, the profile and the result.
  private let folder: String

  /// Where the result lies.
  var result: String { "\(folder)/converted/workbook.xlsx" }

  /// Converts a workbook; throws when LibreOffice is not there, fails or takes too long.
  init(of path: String, limits: ExportLimits) throws(ExportError) {
    let programs = limits.programFolders.map { "\($0)/soffice" }
    guard let office = programs.first(where: FileManager.default.isExecutableFile) else {
      throw ExportError(path: path, cause: .unsupported(.legacyWorkbook))
    }
    Self.removeLeftovers()
    folder =
      FileManager.default.temporaryDirectory.appending(
        path: "\(Self.prefix)\(getpid())-\(UUID().uuidString)"
      ).path
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      try FileManager.default.copyItem(atPath: path, toPath: "\(folder)/workbook.xls")
      let hasEnded = try run(office, seconds: limits.conversionSeconds)
      guard hasEnded else {
        throw ExportError(path: path, cause: .conversionTooLong(seconds: limits.conversionSeconds))
      }
      guard FileManager.default.fileExists(atPath: result) else {
        throw ExportError(path: path, cause: .conversionFailed)
      }
    } catch let error as ExportError {
      throw error
    } catch {
      throw ExportError(path: path, cause: .unreadable(error.localizedDescription))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Runs LibreOffice and answers whether it came to its end in time.
  private func run(_ office: String, seconds: Int) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: office)
    process.arguments = [
      "-env:UserInstallation=\(URL(filePath: "\(folder)/profile").absoluteString)", "--headless", "--norestore",
      "--nologo", "--nodefault", "--nolockcheck", "--infilter=MS Excel 97", "--convert-to",
      "xlsx:Calc MS Excel 2007 XML", "--outdir", "\(folder)/converted", "\(folder)/workbook.xls",
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(["HOME": folder, "TMPDIR": folder]) { $1 }
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    let hasEnded = ended.wait(timeout: .now() + .seconds(seconds)) == .success
    // The program is the head of a process group of its own, in which its children live on.
    kill(-process.processIdentifier, SIGKILL)
    if !hasEnded { ended.wait() }
    return hasEnded
  }

  private static let prefix = "jianbao-conversion-"

  /// Removes the folders of runs that were killed while they converted.
  private static func removeLeftovers() {
    let parent = FileManager.default.temporaryDirectory
    for name in (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? [] where name.hasPrefix(prefix) {
      guard let process = pid_t(name.dropFirst(prefix.count).prefix { $0 != "-" }) else { continue }
      guard kill(process, 0) != 0, errno == ESRCH else { continue }
      try? FileManager.default.removeItem(at: parent.appending(path: name))
    }
  }
}
