extension Form where Value == Node {
  /// Any value, unjudged, for a reader that looks at it itself.
  package static var node: Form {
    Form(
      Noun("a value", many: "values", "值"), standIn: Node(.beginning, .null), admits: { _ in true }
    ) { node, _ in node }
  }
}

extension Form where Value == Bool {
  /// `true` or `false`.
  package static var boolean: Form {
    Form(.boolean, standIn: false, admits: { if case .boolean = $0 { true } else { false } }) { node, _ in
      if case .boolean(let boolean) = node.value { boolean } else { nil }
    }
  }
}

extension Form where Value == String {
  /// A text that may be empty.
  package static var anyText: Form {
    Form(.text, standIn: "", admits: { if case .string = $0 { true } else { false } }) { node, _ in
      if case .string(let text) = node.value { text } else { nil }
    }
  }

  /// A text with at least one character that is not a space.
  package static var text: Form {
    Form(.text, standIn: "", admits: anyText.admits) { node, faults in
      guard let text = anyText.read(node, faults) else { return nil }
      guard text.allSatisfy(\.isWhitespace) else { return text }
      faults.refuse(node.place, Wording("the text is blank; expected a word", "文本为空；应有内容"))
      return nil
    }
  }

  /// A text that is one of the given words, such as the names that another part of the file declares.
  ///
  /// A misspelt word is refused, but read on as the word that was meant.
  package static func word(among words: [String]) -> Form {
    Form(.text, standIn: words.first ?? "", admits: text.admits) { node, faults in
      guard let text = text.read(node, faults) else { return nil }
      guard words.contains(text) else {
        let hint = Spelling.hint(for: text, among: words)
        faults.refuse(
          node.place, Wording("unknown value '\(text)'; \(hint.english)", "未知的值 '\(text)'；\(hint.chinese)"))
        return Spelling.nearest(to: text, among: words)
      }
      return text
    }
  }
}

extension Form where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  /// A text that is the raw value of one of the cases.
  package static var choice: Form {
    let cases = Array(Value.allCases)
    let word = Form<String>.word(among: cases.map(\.rawValue))
    return Form(word.noun, standIn: cases[0], admits: word.admits) { node, faults in
      word.read(node, faults).flatMap(Value.init(rawValue:))
    }
  }
}

extension Form where Value == ExactDecimal {
  /// A number, exactly as written.
  package static var decimal: Form {
    Form(.number, standIn: ExactDecimal(0), admits: { if case .number = $0 { true } else { false } }) { node, _ in
      if case .number(let number) = node.value { number } else { nil }
    }
  }

  /// A number between two bounds, both allowed.
  package static func decimal(in range: ClosedRange<ExactDecimal>) -> Form {
    let (low, high) = (range.lowerBound, range.upperBound)
    let noun = Noun("a number from \(low) to \(high)", many: "numbers from \(low) to \(high)", " \(low) 到 \(high) 的数字")
    return decimal.narrowed(to: noun, standIn: low) { range.contains($0) ? $0 : nil }
  }
}

extension Form where Value: FixedWidthInteger {
  /// A whole number that the type holds; `1.0` and `1e3` are whole.
  package static var integer: Form {
    Form<ExactDecimal>.decimal.narrowed(to: Noun("a whole number", many: "whole numbers", "整数"), standIn: 0) {
      $0.integer.flatMap(Value.init(exactly:))
    }
  }

  /// A whole number between two bounds, both allowed.
  package static func integer(in range: ClosedRange<Value>) -> Form {
    let (low, high) = (range.lowerBound, range.upperBound)
    let noun = Noun(
      "a whole number from \(low) to \(high)", many: "whole numbers from \(low) to \(high)", " \(low) 到 \(high) 的整数")
    return Form<ExactDecimal>.decimal.narrowed(to: noun, standIn: low) {
      $0.integer.flatMap(Value.init(exactly:)).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}
