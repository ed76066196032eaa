import Exports
package import Programme

/// A fault of one row, as it is stored and shown.
package struct Rejection: Sendable {
  package var row: Int
  /// The header of the faulty column as the file has it.
  package var column: String
  package var code: String
  package var found: String
  /// What is wrong and what was expected, without the place.
  package var wording: Wording
}

extension Rejection {
  /// A value that its form could not read.
  static func value(_ fault: ValueFault, found: String, column: String, row: Int) -> Rejection {
    Rejection(
      row: row, column: column, code: fault.code.rawValue, found: found,
      wording: Wording(fault.message(found: found, chinese: false), fault.message(found: found, chinese: true)))
  }

  /// A row that is damaged as a whole.
  static func row(_ fault: RowFault, row: Int) -> Rejection {
    let wording =
      switch fault {
      case .unbalancedQuote:
        Wording("a quote is not closed; put the cell in quotes and double those inside", "引号不成对；请将单元格加引号，内部引号写两次")
      case .undecodable:
        Wording("bytes that are no characters in the file's encoding; export the row again", "含有无法按文件编码解读的字节；请重新导出该行")
      case .nulByte:
        Wording("a NUL byte, so the file was damaged; export it again", "含有空字节，文件已损坏；请重新导出")
      case .tooLong:
        Wording("the row is longer than a row may be; a quote may be missing above", "该行过长；上文可能缺少引号")
      case .formulaWithoutValue:
        Wording(fault.message(chinese: false), fault.message(chinese: true))
      }
    return Rejection(row: row, column: "", code: fault.rawValue, found: "", wording: wording)
  }
}

/// A fault that stops a source, and with it the papers that need it.
package struct Blockage: Sendable {
  package var source: Identifier<Source>
  package var code: String
  /// `place: what is wrong; what to do`.
  package var wording: Wording

  package init(source: Identifier<Source>, code: String, wording: Wording) {
    self.source = source
    self.code = code
    self.wording = wording
  }
}
