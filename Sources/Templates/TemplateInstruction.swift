import Programme

/// What an instruction asks for; a part that was faulty is left out, so that the nesting is kept.
enum TemplateInstruction {
  case choice(TemplateCondition?)
  case otherwiseIf(TemplateCondition?)
  case otherwise
  case each(TemplateLoop?)
  /// `结束`, with the word for what it ends where that is said.
  case end(String?)
  case insertion(TemplatePart, TemplatePath?)
  case signature([String])
  case style(TemplateLineStyle)

  /// Whether it begins another part of a choice.
  var isTurn: Bool {
    switch self {
    case .otherwise, .otherwiseIf: true
    default: false
    }
  }
}

/// The words with which instructions begin, and those inside them; no name of a paper is one of them.
package enum TemplateKeyword: String, CaseIterable {
  case choice = "如果"
  case otherwiseIf = "否则如果"
  case otherwise = "否则"
  case each = "每个"
  case end = "结束"
  case table = "表"
  case chart = "图"
  case element = "插入"
  case signature = "落款"
  case centred = "居中"
  case slot = "待填写"
  case note = "附注"
  case ordinal = "序号"
  case same = "沿用"
  case and = "且"
  case or = "或"
  case not = "非"
  case exists = "有"
  case isAbsent = "没有"
  case called = "为"
  case byRank = "按名次"
  case first = "前"
  case last = "后"
  case with = "以"
  case apart = "相隔"

  /// Those that an instruction may begin with.
  static let leading: [TemplateKeyword] = [
    .choice, .otherwiseIf, .otherwise, .each, .end, .table, .chart, .element, .signature, .centred, .slot, .note,
  ]
}

/// Reads the words of one value or instruction.
struct TemplateWords {
  /// How deep brackets and negations of a condition may lie in each other.
  private static let deepest = 16

  private var rest: ArraySlice<TemplateToken>
  /// Where the instruction begins.
  private let place: Place
  private let faults: FaultCollector

  init(_ tokens: [TemplateToken], at place: Place, _ faults: FaultCollector) {
    (rest, self.place, self.faults) = (tokens[...], place, faults)
  }

  /// What stands in `{{ }}`; nil where it was faulty.
  mutating func value() -> TemplateInline? {
    if case .text(let text) = rest.first?.kind, rest.count == 1 { return .text(text) }
    if rest.first?.isWord(TemplateKeyword.ordinal.rawValue) == true {
      rest.removeFirst()
      return ordinal()
    }
    return path().flatMap { isAtEnd() ? .value($0) : nil }
  }

  /// What stands in `{% %}`; nil where nothing can be made of it.
  mutating func instruction() -> TemplateInstruction? {
    guard let first = rest.popFirst() else {
      faults.refuse(place, Wording("an instruction is missing between the signs", "括号内缺少指令"))
      return nil
    }
    guard case .word(let word) = first.kind, let keyword = TemplateKeyword(rawValue: word),
      TemplateKeyword.leading.contains(keyword)
    else {
      let hint =
        first.widePunctuation
        ?? Spelling.hint(for: first.written, among: TemplateKeyword.leading.map(\.rawValue), in: .prose)
      faults.refuse(
        first.place,
        Wording("unknown instruction '\(first.written)'; \(hint.english)", "未知指令“\(first.written)”；\(hint.chinese)"))
      return nil
    }
    switch keyword {
    case .choice: return .choice(wholeCondition())
    case .otherwiseIf: return .otherwiseIf(wholeCondition())
    case .otherwise:
      if rest.first?.isWord(TemplateKeyword.choice.rawValue) == true {
        faults.refuse(
          here, Wording("write 否则如果 as one word, without a blank", "“否则如果”是一个词，中间不空格"))
        rest.removeFirst()
        return .otherwiseIf(wholeCondition())
      }
      // What is too much was told; the choice goes on all the same, so that nothing behind it is told for the same reason.
      _ = isAtEnd()
      return .otherwise
    case .each: return .each(loop())
    case .end: return .end(ended())
    case .table: return .insertion(.table, wholePath())
    case .chart: return .insertion(.chart, wholePath())
    case .element: return .insertion(.element, wholePath())
    case .signature: return .signature(texts())
    case .centred: return isAtEnd() ? .style(.centred) : nil
    case .slot: return isAtEnd() ? .style(.slot) : nil
    case .note: return isAtEnd() ? .style(.note) : nil
    default: return nil
    }
  }

  /// Where the next word stands; behind the last, where the instruction begins.
  private var here: Place { rest.first?.place ?? place }

  /// Whether nothing is left; what is left is told.
  private func isAtEnd() -> Bool {
    guard let token = rest.first else { return true }
    let remedy = token.widePunctuation ?? Wording("take it out", "请删去")
    faults.refuse(
      token.place,
      Wording(
        "'\(token.written)' has no meaning here; \(remedy.english)", "此处不能写“\(token.written)”；\(remedy.chinese)"))
    return false
  }

  private mutating func take(_ keyword: TemplateKeyword) -> Bool {
    guard rest.first?.isWord(keyword.rawValue) == true else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func take(sign: String) -> Bool {
    guard rest.first?.kind == .sign(sign) else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func wholePath() -> TemplatePath? { path().flatMap { isAtEnd() ? $0 : nil } }

  /// `地市.合格率`.
  private mutating func path() -> TemplatePath? {
    var names: [TemplatePath.Name] = []
    repeat {
      guard case .word(let word) = rest.first?.kind else {
        faults.refuse(here, Wording("a name is missing here, such as 报名学员", "此处缺少名称，如 报名学员"))
        return nil
      }
      names.append(TemplatePath.Name(text: word, place: here))
      rest.removeFirst()
    } while take(sign: ".")
    return TemplatePath(names: names)
  }

  private mutating func ordinal() -> TemplateInline? {
    let at = here
    let written = rest.popFirst()?.kind
    let ordinal: TemplateOrdinal? =
      switch written {
      case .word(TemplateOrdinal.chinese.rawValue): .chinese
      case .number(TemplateNumber(units: 1)): .arabic
      default: nil
      }
    guard let ordinal else {
      faults.refuse(
        at, Wording("say how headings are numbered: 序号 一, or 序号 1", "请写明编号方式：序号 一，或 序号 1"))
      return nil
    }
    let isSame = take(.same)
    return isAtEnd() ? .ordinal(ordinal, isSame: isSame) : nil
  }

  /// The texts of a signature, at least one.
  private mutating func texts() -> [String] {
    var texts: [String] = []
    while case .text(let text) = rest.first?.kind {
      texts.append(text)
      rest.removeFirst()
    }
    if texts.isEmpty, rest.isEmpty {
      faults.refuse(
        place, Wording("who signs is missing; write it in quotation marks", "缺少签署栏名称；请用引号写明，如 “填表人”"))
    }
    return isAtEnd() ? texts : []
  }

  /// What `结束` says that it ends.
  private mutating func ended() -> String? {
    guard case .word(let word) = rest.first?.kind else {
      _ = isAtEnd()
      return nil
    }
    guard word == TemplateKeyword.choice.rawValue || word == TemplateKeyword.each.rawValue else {
      _ = isAtEnd()
      return nil
    }
    rest.removeFirst()
    return isAtEnd() ? word : nil
  }

  /// `地市 为 市 按名次 前 3 以 "、" 相隔`, the additions in any order.
  private mutating func loop() -> TemplateLoop? {
    guard let list = path() else { return nil }
    var name = list.names.last?.text ?? ""
    var (byRank, pick, separator): (Place?, TemplateLoop.Pick?, String) = (nil, nil, "")
    while let token = rest.first {
      if take(.called) {
        guard case .word(let word) = rest.popFirst()?.kind else {
          faults.refuse(token.place, Wording("a name is missing behind 为", "“为”之后缺少名称"))
          return nil
        }
        name = word
      } else if take(.byRank) {
        byRank = token.place
      } else if let keyword = [TemplateKeyword.first, .last].first(where: { token.isWord($0.rawValue) }) {
        rest.removeFirst()
        guard let count = count(behind: token) else { return nil }
        pick = keyword == .first ? .first(count) : .last(count)
      } else if take(.with) {
        guard case .text(let text) = rest.popFirst()?.kind, take(.apart) else {
          faults.refuse(
            token.place, Wording("what stands between is written 以 \"、\" 相隔", "间隔符号应写作：以 \"、\" 相隔"))
          return nil
        }
        separator = text
      } else {
        let words: [TemplateKeyword] = [.called, .byRank, .first, .last, .with]
        let hint = Spelling.hint(for: token.written, among: words.map(\.rawValue), in: .prose)
        faults.refuse(
          token.place,
          Wording("'\(token.written)' has no meaning here; \(hint.english)", "此处不能写“\(token.written)”；\(hint.chinese)"))
        return nil
      }
    }
    return TemplateLoop(list: list, name: name, byRank: byRank, pick: pick, separator: separator)
  }

  private mutating func count(behind token: TemplateToken) -> Int? {
    guard case .number(let number) = rest.popFirst()?.kind, number.decimals == 0, !number.isPercent,
      (1...10_000).contains(number.units)
    else {
      faults.refuse(
        token.place,
        Wording("a number is missing behind \(token.written), such as 3", "“\(token.written)”之后应写个数，如 3"))
      return nil
    }
    return Int(number.units)
  }
}

/// Conditions: `有 上期 且 合格率 < 90%`.
extension TemplateWords {
  private mutating func wholeCondition() -> TemplateCondition? {
    condition(depth: 0).flatMap { isAtEnd() ? $0 : nil }
  }

  private mutating func condition(depth: Int) -> TemplateCondition? {
    var parts: [TemplateCondition] = []
    repeat {
      guard let part = conjunction(depth: depth) else { return nil }
      parts.append(part)
    } while take(.or)
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction(depth: Int) -> TemplateCondition? {
    var parts: [TemplateCondition] = []
    repeat {
      guard let part = single(depth: depth) else { return nil }
      parts.append(part)
    } while take(.and)
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func single(depth: Int) -> TemplateCondition? {
    guard depth < Self.deepest else {
      faults.refuse(
        here, Wording("more than \(Self.deepest) brackets in each other", "括号嵌套超过\(Self.deepest)层"))
      return nil
    }
    if take(.not) { return single(depth: depth + 1).map(TemplateCondition.not) }
    if take(.exists) { return path().map(TemplateCondition.exists) }
    if take(.isAbsent) { return path().map { .not(.exists($0)) } }
    if rest.first?.kind == .sign("(") {
      let opening = here
      rest.removeFirst()
      guard let inner = condition(depth: depth + 1) else { return nil }
      guard take(sign: ")") else {
        faults.refuse(opening, Wording("the bracket is not closed", "括号没有结束"))
        return nil
      }
      return inner
    }
    guard let left = operand() else { return nil }
    guard case .sign(let sign) = rest.first?.kind, let comparison = TemplateComparison(rawValue: sign) else {
      if case .path(let path) = left { return .truth(path) }
      faults.refuse(
        here, Wording("a comparison is missing, such as > 5", "缺少比较，如 > 5"))
      return nil
    }
    rest.removeFirst()
    return operand().map { .comparison(left, comparison, $0) }
  }

  private mutating func operand() -> TemplateOperand? {
    let at = here
    switch rest.first?.kind {
    case .number(let number):
      rest.removeFirst()
      return .number(number, at)
    case .text(let text):
      rest.removeFirst()
      return .text(text, at)
    case .word: return path().map(TemplateOperand.path)
    case .sign, nil:
      faults.refuse(
        at, Wording("a condition is missing here, such as 有 上期 or 合格率 < 90%", "此处缺少条件，如 有 上期、合格率 < 90%"))
      return nil
    }
  }
}
