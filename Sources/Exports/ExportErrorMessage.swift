extension ExportError: CustomStringConvertible {
  package var description: String { message(chinese: false) }

  /// One sentence: the place, what is wrong, and what to do about it.
  package func message(chinese: Bool) -> String {
    let place = sheet.map { chinese ? "\(path)（工作表“\($0)”）" : "\(path) (sheet \"\($0)\")" } ?? path
    return "\(place)\(chinese ? "：" : ": ")\(chinese ? cause.chinese : cause.english)"
  }
}

extension ExportError.Cause {
  fileprivate var english: String {
    switch self {
    case .missing: "no such file; check the path, or export it again"
    case .unreadable(let reason): "cannot be read (\(reason)); check its permissions"
    case .empty: "the file is empty; export it again"
    case .unsupported(let kind): kind.english
    case .notText: "neither text nor a workbook; export it as .xlsx or .csv"
    case .encrypted: "the workbook is protected by a password; remove the password and save it again"
    case .damaged(let part): "the workbook is damaged or incomplete (\(part)); copy or export it again"
    case .tooLarge(let part, let limit):
      "\(part) is larger than \(limit) bytes when unpacked; raise the limit if the file is genuine"
    case .documentType(let part): "\(part) declares a document type, which no spreadsheet program writes; not read"
    case .noSheet(let number): "there is no sheet number \(number + 1)"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .missing: "文件不存在；请检查路径或重新导出"
    case .unreadable(let reason): "无法读取（\(reason)）；请检查文件权限"
    case .empty: "文件为空；请重新导出"
    case .unsupported(let kind): kind.chinese
    case .notText: "既不是文本也不是工作簿；请导出为 .xlsx 或 .csv"
    case .encrypted: "工作簿设有密码；请取消密码后另存"
    case .damaged(let part): "工作簿已损坏或不完整（\(part)）；请重新复制或导出"
    case .tooLarge(let part, let limit): "\(part) 解压后超过 \(limit) 字节；确认文件无误后可调高上限"
    case .documentType(let part): "\(part) 含有文档类型声明，表格软件不会这样写；拒绝读取"
    case .noSheet(let number): "没有第 \(number + 1) 个工作表"
    }
  }
}

extension FileKind {
  fileprivate var english: String {
    switch self {
    case .text, .workbook, .encryptedWorkbook: "not read as it stands; save it as .xlsx or .csv"
    case .legacyWorkbook: "an Excel 97-2003 workbook; open it and save it as .xlsx"
    case .webPage: "a web page under the name of a workbook; open it in Excel or WPS and save it as .xlsx"
    case .spreadsheetML: "an XML spreadsheet under the name of a workbook; open it in Excel or WPS and save it as .xlsx"
    case .binaryWorkbook: "an Excel binary workbook (.xlsb); open it and save it as .xlsx"
    case .openDocument: "an OpenDocument spreadsheet (.ods); open it and save it as .xlsx"
    case .otherArchive: "a ZIP archive without a workbook in it; unpack it and name the export inside"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .text, .workbook, .encryptedWorkbook: "不能直接读取；请另存为 .xlsx 或 .csv"
    case .legacyWorkbook: "Excel 97-2003 工作簿；请打开后另存为 .xlsx"
    case .webPage: "实为网页文件；请用 Excel 或 WPS 打开后另存为 .xlsx"
    case .spreadsheetML: "实为 XML 表格；请用 Excel 或 WPS 打开后另存为 .xlsx"
    case .binaryWorkbook: "Excel 二进制工作簿（.xlsb）；请打开后另存为 .xlsx"
    case .openDocument: "OpenDocument 表格（.ods）；请打开后另存为 .xlsx"
    case .otherArchive: "压缩包内没有工作簿；请解压后使用其中的导出文件"
    }
  }
}
