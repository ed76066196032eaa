package import Programme

/// Something personal in a paper that is about to become public, with its place; it is quoted covered only.
package struct PublicHit: Sendable, Equatable {
  /// What is wrong with the place.
  package enum Kind: Sendable, Equatable {
    case personal(PrivateText.Kind)
    /// A number that the exports give as somebody's identity number or telephone, whatever it looks like.
    case known
    /// A part that cannot be read, so that nobody can say what is in it.
    case unreadable
  }

  /// The path below the folder of the papers.
  package let file: String
  /// The sheet, or empty.
  package let sheet: String
  /// The cell, the line, or the part of a workbook; empty for the whole file.
  package let place: Wording
  package let kind: Kind
  /// What was found, covered; empty for what cannot be read.
  package let covered: String
  /// Where the office's own template has it, such as `nominees-public.md:3`; nil for what the exports brought.
  package var template: String?

  /// Where, what, and what to do; `folder` is the folder of templates as the reader names it.
  package func wording(templatesIn folder: String) -> Wording {
    let english = [file, sheet.isEmpty ? "" : "[\(sheet)]", place.english].filter { !$0.isEmpty }
    let chinese = [file, sheet.isEmpty ? "" : "[\(sheet)]", place.chinese].filter { !$0.isEmpty }
    guard kind != .unreadable else {
      return Wording(
        "\(english.joined(separator: " ")): cannot be read back, so nobody can say what is in it; run again, and report it if it stays",
        "\(chinese.joined(separator: " "))：无法读回核对；请重新运行，仍出现时请反馈")
    }
    if let template {
      return Wording(
        "\(english.joined(separator: " ")): \(kind.noun.english), \(covered), which the template has (\(folder)/\(template)); take it out there, or, if it is the office's own, declare it under reports.nominees.publicity.contact",
        "\(chinese.joined(separator: " "))：\(kind.noun.chinese) \(covered)，写在模板中（\(folder)/\(template)）；请从模板中删去；若是受理单位的联系方式，请写入 reports.nominees.publicity.contact"
      )
    }
    return Wording(
      "\(english.joined(separator: " ")): \(kind.noun.english), \(covered); correct the row of the exports it comes from, or, if it is the office's own, declare it under reports.nominees.publicity.contact",
      "\(chinese.joined(separator: " "))：\(kind.noun.chinese) \(covered)；请更正导出文件中的来源行；若是受理单位的联系方式，请写入 reports.nominees.publicity.contact"
    )
  }
}

extension PublicHit.Kind {
  fileprivate var noun: Wording {
    switch self {
    case .personal(.identity): Wording("an identity number", "身份证号")
    case .personal(.mobile): Wording("a mobile number", "手机号")
    case .personal(.landline): Wording("a telephone number", "电话号码")
    case .personal(.email): Wording("an e-mail address", "邮箱")
    case .known: Wording("a number that the exports give as somebody's own", "导出文件中登记为个人的号码")
    case .unreadable: Wording("", "")
    }
  }
}
