/// How the characters of a text file are written; decided strictly, recorded and reported.
package enum TextEncoding: String, Sendable {
  /// UTF-8 without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-8 with a byte order mark, as Excel writes it.
  case utf8BOM = "UTF-8 BOM"
  /// The Chinese national standard, which contains GBK and GB2312.
  case gb18030 = "GB18030"
  /// UTF-16, low byte first, with a byte order mark, as Moodle writes it.
  case utf16LE = "UTF-16LE"
  /// UTF-16, high byte first, with a byte order mark.
  case utf16BE = "UTF-16BE"

  /// How many bytes the byte order mark takes.
  var markLength: Int {
    switch self {
    case .utf8, .gb18030: 0
    case .utf8BOM: 3
    case .utf16LE, .utf16BE: 2
    }
  }

  /// Whether text in the encoding must be made into UTF-8 first.
  var isDecoded: Bool { self != .utf8 && self != .utf8BOM }

  init?(mark bytes: Span<UInt8>) {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      self = .utf8BOM
    } else if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE {
      self = .utf16LE
    } else if bytes.count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF {
      self = .utf16BE
    } else {
      return nil
    }
  }

  /// Chooses by the sequences that are whole in UTF-8 and those that are not.
  ///
  /// Chinese in GB18030 breaks UTF-8 every few bytes, whereas a UTF-8 file damaged in places stays whole nearly
  /// everywhere: its few broken rows are rejected one by one instead of garbling all others.
  init(sound: Int, broken: Int) {
    self = broken == 0 || sound >= 16 * broken ? .utf8 : .gb18030
  }
}
