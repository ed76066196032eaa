/// The spellings that say that a cell holds no value, each with its reason (`missing_tokens` of the dirt catalogue).
package struct MissingTokens: Sendable, Equatable {
  private var reasons: [String: MissingReason]
  /// How the spellings begin.
  private var starts: Set<UInt32>

  /// States the spellings; they are compared half-width, without surrounding white space and in lower case.
  package init(_ reasons: [String: MissingReason]) {
    let folded = reasons.map { (FoldedText(Array($0.key.utf8).span).string.lowercased(), $0.value) }
    self.reasons = Dictionary(folded, uniquingKeysWith: { _, later in later })
    starts = Set(self.reasons.keys.map { Self.start(Array($0.utf8).span) })
  }

  /// Spellings that mean the same on every platform known.
  package static let standard = MissingTokens([
    "-": .none, "--": .none, "---": .none, "—": .none, "——": .none, "–": .none, "/": .none, "\\": .none, "无": .none,
    "暂无": .none, "空": .none, "N/A": .none, "#N/A": .none, "NA": .none, "null": .none, "None": .none, "NaN": .none,
    "未提交": .notSubmitted, "未交": .notSubmitted, "未完成": .notSubmitted, "缺考": .absent, "缺席": .absent, "缺勤": .absent,
    "旷考": .absent, "待考": .pending, "未考": .pending, "待批阅": .pending, "待批": .pending, "未批阅": .pending,
    "未评阅": .pending, "批阅中": .pending, "学习中": .pending, "登记中": .pending, "未登录": .never, "从未登录": .never,
    "未登陆": .never, "从未学习": .never, "未学习": .never, "未开始": .never, "未知": .unknown, "不详": .unknown,
  ])

  /// The same spellings and those of a 问卷星 export: -2 for a question skipped, -3 for one left empty.
  package static let questionnaire = standard.adding(["-2": .skipped, "(跳过)": .skipped, "-3": .blank, "(空)": .blank])

  /// These spellings and others; a later reason replaces an earlier one.
  package func adding(_ more: [String: MissingReason]) -> MissingTokens {
    let added = MissingTokens(more)
    var all = self
    all.reasons.merge(added.reasons) { _, new in new }
    all.starts.formUnion(added.starts)
    return all
  }

  /// Whether a plain text begins like one of the spellings; false means that it is none of them.
  func mayHold(_ text: Span<UInt8>) -> Bool { starts.contains(Self.start(text)) }

  /// The first three bytes of a text, which are its first character when that is a Chinese one.
  private static func start(_ text: Span<UInt8>) -> UInt32 {
    var start: UInt32 = 0
    for index in 0..<min(3, text.count) { start = start << 8 | UInt32(text[index]) }
    return start
  }

  /// The reason when the text is one of the spellings or empty.
  func reason(for text: FoldedText) -> MissingReason? {
    if text.scalars.isEmpty { return .blank }
    if text.scalars.count > 8 { return nil }
    return reasons[text.string.lowercased()]
  }
}
