/// The SHA-256 digest of a stream of bytes (FIPS 180-4), fed block by block.
package struct SHA256: Sendable {
  /// Starts a digest.
  package init() {}

  /// Adds bytes.
  package mutating func update(_ bytes: Span<UInt8>) {}

  /// Ends the digest and answers its 32 bytes.
  package consuming func finish() -> [UInt8] { [] }

  /// The digest of a file in lower-case hexadecimal, read through one buffer; independent of any reader of its rows.
  package static func hexadecimal(ofFile path: String) throws(ExportError) -> String { "" }
}
