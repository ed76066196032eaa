import CXLSXWriter
import Foundation

/// What a cell of a form accepts.
package enum Input: Hashable, Sendable {
  /// One of a list; when `isStrict` is false, another value is taken after a warning.
  case list([String], isStrict: Bool)
  /// A whole number.
  case integer(ClosedRange<Int>)
  /// Any text of at most so many characters.
  case text(limit: Int)
  /// Anything.
  case anything
}

extension Sheet {
  /// Lets only unlocked cells be changed and rows be made higher; there is no password, it guards against slips only.
  package func protect() {
    var options = lxw_protection()
    options.format_rows = 1
    worksheet_protect(handle, nil, &options)
  }

  /// Refuses or questions what does not fit a form's cells; `title` heads the message.
  package func accept(_ input: Input, in area: Area, title: String) {
    var rule = lxw_data_validation()
    // Both halves of the message are limited by XLSX: 32 characters for its title, 255 for its text.
    let heading = strdup(String(title.prefix(32)))
    let words = strdup(String(input.complaint.prefix(255)))
    defer {
      free(heading)
      free(words)
    }
    rule.error_title = heading
    rule.error_message = words
    switch input {
    case .anything: return
    case .list(let choices, let isStrict):
      rule.error_type = UInt8((isStrict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING).rawValue)
      accept(choices, rule: &rule, in: area)
    case .integer(let range):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      rule.minimum_number = Double(range.lowerBound)
      rule.maximum_number = Double(range.upperBound)
      apply(&rule, to: area)
    case .text(let limit):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
      rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
      rule.value_number = Double(limit)
      apply(&rule, to: area)
    }
  }

  private func accept(_ choices: [String], rule: inout lxw_data_validation, in area: Area) {
    var texts: [UnsafeMutablePointer<CChar>?] = choices.map { strdup($0) }
    texts.append(nil)
    defer { texts.forEach { free($0) } }
    texts.withUnsafeMutableBufferPointer { list in
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      rule.value_list = list.baseAddress
      apply(&rule, to: area)
    }
  }

  private func apply(_ rule: inout lxw_data_validation, to area: Area) {
    let result = worksheet_data_validation_range(
      handle, lxw_row_t(clamping: area.rows.lowerBound), lxw_col_t(clamping: area.columns.lowerBound),
      lxw_row_t(clamping: area.rows.upperBound), lxw_col_t(clamping: area.columns.upperBound), &rule)
    report(result, "input rule of \(area.first.name)")
  }
}

extension Input {
  /// What the program says when something else is typed.
  fileprivate var complaint: String {
    switch self {
    case .list(let choices, isStrict: true): "请从列表中选择：\(choices.joined(separator: "、"))。"
    case .list(_, isStrict: false): "列表中没有的内容请核对后填写。"
    case .integer(let range): "只能填\(range.lowerBound)至\(range.upperBound)的整数。"
    case .text(let limit): "不超过\(limit)字。"
    case .anything: ""
    }
  }
}
