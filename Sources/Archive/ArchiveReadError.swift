/// Why a file, or a part of an archive, could not be read.
///
/// Only facts: the words for the user belong to the stage that knows what the file was wanted for.
package enum ArchiveReadError: Error, Sendable, Equatable {
  /// There is no such file.
  case missing
  /// The system refused to open or read the file; its own words say why.
  case refused(String)
  /// The path names a directory, a device or a pipe.
  case notAFile
  /// No ZIP directory was found: another kind of file, or one cut off.
  case notAnArchive
  /// The archive has no part of this name.
  case noPart(String)
  /// The part is encrypted.
  case encrypted(part: String)
  /// The part is packed by a method other than stored or deflated.
  case unsupportedMethod(part: String)
  /// The packed bytes of the part are broken or end early.
  case damaged(part: String)
  /// The part unpacks, but not to the bytes that were packed.
  case checksum(part: String)
  /// The part unpacks to more than the limit, in bytes.
  case overInflated(part: String, limit: Int)
}
