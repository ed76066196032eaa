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
      "\(part) is larger than \(limit) bytes when unpacked; if the file is genuine, raise unpacked_mib and ratio, or "
        + "strings_mib for shared texts, under limits in the pipeline file"
    case .tooManySheets(let limit):
      "more than \(limit) sheets or tables in one file; if it is genuine, raise sheets under limits in the pipeline file"
    case .tooManyMerges(let limit):
      "the sheet has more than \(limit) merged ranges; if it is genuine, raise merged_ranges under limits in the pipeline file"
    case .documentType(let part): "\(part) declares a document type, which no spreadsheet program writes; not read"
    case .conversionFailed:
      "an Excel 97-2003 workbook that LibreOffice cannot convert; open it in Excel or WPS and save it as .xlsx"
    case .conversionTooLong(let seconds):
      "an Excel 97-2003 workbook that LibreOffice did not convert in \(seconds) seconds; "
        + "open it in Excel or WPS and save it as .xlsx"
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
    case .tooLarge(let part, let limit):
      "\(part) 解压后超过 \(limit) 字节；确认文件无误后可在流程文件的 limits 中调高 unpacked_mib 和 ratio（共享文本为 strings_mib）"
    case .tooManySheets(let limit): "一个文件内超过 \(limit) 个工作表或表格；确认文件无误后可在流程文件的 limits 中调高 sheets"
    case .tooManyMerges(let limit): "合并区域超过 \(limit) 个；确认文件无误后可在流程文件的 limits 中调高 merged_ranges"
    case .documentType(let part): "\(part) 含有文档类型声明，表格软件不会这样写；拒绝读取"
    case .conversionFailed: "Excel 97-2003 工作簿，LibreOffice 无法转换；请用 Excel 或 WPS 打开后另存为 .xlsx"
    case .conversionTooLong(let seconds):
      "Excel 97-2003 工作簿，LibreOffice 在 \(seconds) 秒内未能完成转换；请用 Excel 或 WPS 打开后另存为 .xlsx"
    case .noSheet(let number): "没有第 \(number + 1) 个工作表"
    }
  }
}

extension FileKind {
  fileprivate var english: String {
    switch self {
    case .text, .workbook, .encryptedWorkbook, .spreadsheetML: "not read as it stands; save it as .xlsx or .csv"
    case .legacyWorkbook:
      "an Excel 97-2003 workbook; open it in Excel or WPS and save it as .xlsx, or install LibreOffice (soffice on the PATH)"
    case .webPage: "a web page without a table, maybe the platform's log-in page; log in and export again"
    case .otherMarkup:
      "a markup file, but neither a web page with tables nor an XML spreadsheet; export it as .xlsx or .csv"
    case .otherDocument: "an old Office document without a workbook in it; export it as .xlsx or .csv"
    case .binaryWorkbook: "an Excel binary workbook (.xlsb); open it and save it as .xlsx"
    case .openDocument: "an OpenDocument spreadsheet (.ods); open it and save it as .xlsx"
    case .otherArchive: "a ZIP archive without a workbook in it; unpack it and name the export inside"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .text, .workbook, .encryptedWorkbook, .spreadsheetML: "不能直接读取；请另存为 .xlsx 或 .csv"
    case .legacyWorkbook: "Excel 97-2003 工作簿；请用 Excel 或 WPS 打开后另存为 .xlsx，或安装 LibreOffice（soffice 须在 PATH 中）"
    case .webPage: "实为不含表格的网页，可能是平台的登录页；请登录后重新导出"
    case .otherMarkup: "标记文件，但既非含表格的网页也非 XML 表格；请导出为 .xlsx 或 .csv"
    case .otherDocument: "旧版 Office 文档，其中没有工作簿；请导出为 .xlsx 或 .csv"
    case .binaryWorkbook: "Excel 二进制工作簿（.xlsb）；请打开后另存为 .xlsx"
    case .openDocument: "OpenDocument 表格（.ods）；请打开后另存为 .xlsx"
    case .otherArchive: "压缩包内没有工作簿；请解压后使用其中的导出文件"
    }
  }
}
