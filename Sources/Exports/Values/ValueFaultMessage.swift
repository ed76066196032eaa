extension ValueFault {
  /// What is wrong with the text and what was expected, without its place:
  /// `"12小时3O分" is not a duration; expected 12小时30分, 750分钟 or 12:30:00`.
  package func message(found text: String, chinese: Bool) -> String {
    chinese
      ? "“\(text)”\(code.chinese)；应为\(expected.chinese)" : "\"\(text)\" \(code.english); expected \(expected.english)"
  }
}

extension ValueFault.Code {
  fileprivate var english: String {
    switch self {
    case .notInteger: "is not a whole number"
    case .notNumber: "is not a number"
    case .outOfRange: "is out of range"
    case .notDuration: "is not a duration"
    case .ambiguousDuration: "leaves its unit open"
    case .notDate: "is not a date"
    case .impossibleDate: "is a date that does not exist"
    case .ambiguousDate: "leaves open which number is the year and which the month"
    case .notBoolean: "is neither yes nor no"
    case .notRate: "is not a rate"
    case .rateScale: "may be a fraction or a percentage"
    case .notIdentifier: "is not an identifier"
    case .precisionLost: "lost its last digits in a number cell"
    case .checkDigit: "fails its check digit"
    case .notName: "is not a name"
    case .notPhone: "is not a telephone number"
    case .formulaWithoutValue: "is a formula saved without its value"
    case .spreadsheetError: "is a spreadsheet error"
    case .undecodable: "holds bytes that are no characters"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .notInteger: "不是整数"
    case .notNumber: "不是数字"
    case .outOfRange: "超出范围"
    case .notDuration: "不是时长"
    case .ambiguousDuration: "时长单位不明"
    case .notDate: "不是日期"
    case .impossibleDate: "日期不存在"
    case .ambiguousDate: "年、月、日顺序不明"
    case .notBoolean: "不是“是”或“否”"
    case .notRate: "不是比率"
    case .rateScale: "无法判断是小数还是百分数"
    case .notIdentifier: "不是有效编号"
    case .precisionLost: "已被表格软件截断末位数字"
    case .checkDigit: "校验码不符"
    case .notName: "不是姓名"
    case .notPhone: "不是电话号码"
    case .formulaWithoutValue: "是未保存计算结果的公式"
    case .spreadsheetError: "是表格错误值"
    case .undecodable: "含有无法识别的字节"
    }
  }
}

extension ValueFault.Expectation {
  fileprivate var english: String {
    switch self {
    case .integer: "digits such as 12"
    case .decimal: "a number such as 12 or 12.5"
    case .duration: "12小时30分, 750分钟 or 12:30:00"
    case .dateTime: "2023-08-01 10:00:00 or 2023年8月1日"
    case .date: "2023-08-01, 2023/8/1 or 2023年8月1日"
    case .boolean: "是 or 否"
    case .rate: "57% or, with the scale set, 0.57 or 57"
    case .identifier: "the identifier in full, in a cell formatted as text"
    case .identityNumber: "18 places with a right check digit, in a cell formatted as text"
    case .name: "a name"
    case .phone: "11 digits, in a cell formatted as text"
    case .text: "text"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .integer: "整数，如 12"
    case .decimal: "数字，如 12 或 12.5"
    case .duration: "12小时30分、750分钟或 12:30:00"
    case .dateTime: "2023-08-01 10:00:00 或 2023年8月1日"
    case .date: "2023-08-01、2023/8/1 或 2023年8月1日"
    case .boolean: "是或否"
    case .rate: "57%，或在设定口径后的 0.57、57"
    case .identifier: "完整编号（单元格设为文本格式）"
    case .identityNumber: "校验码正确的 18 位号码（单元格设为文本格式）"
    case .name: "姓名"
    case .phone: "11 位号码（单元格设为文本格式）"
    case .text: "文本"
    }
  }
}
