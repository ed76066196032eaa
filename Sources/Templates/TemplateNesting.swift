import Programme

/// What choices and loops can be made of: lines, and what stands within a line.
protocol TemplatePiece: Sendable {
  static func choice(_ choice: TemplateChoice<Self>) -> Self
  static func each(_ loop: TemplateLoop, _ pieces: [Self]) -> Self
}

extension TemplateBlock: TemplatePiece {}
extension TemplateInline: TemplatePiece {}

/// Puts choices and loops that lie in each other together, and tells what is not closed, or closed without having been opened.
struct TemplateNesting<Piece: TemplatePiece> {
  /// How deep they may lie in each other: what is deeper nobody can read any more.
  static var deepest: Int { 12 }

  private struct Frame {
    let keyword: TemplateKeyword
    let place: Place
    /// Nil for choices, and for loops that were faulty.
    var loop: TemplateLoop?
    var branches: [(condition: TemplateCondition, pieces: [Piece])] = []
    /// What must hold for the pieces that follow; nil behind `否则`.
    var condition: TemplateCondition?
    var isOtherwise = false
    var pieces: [Piece] = []
  }

  private var pieces: [Piece] = []
  private var frames: [Frame] = []
  private let faults: FaultCollector

  init(_ faults: FaultCollector) { self.faults = faults }

  var depth: Int { frames.count }

  mutating func add(_ piece: Piece) {
    if frames.isEmpty { pieces.append(piece) } else { frames[frames.count - 1].pieces.append(piece) }
  }

  /// Takes an instruction of the nesting; false for any other.
  mutating func take(_ instruction: TemplateInstruction, at place: Place) -> Bool {
    switch instruction {
    case .choice(let condition):
      open(Frame(keyword: .choice, place: place, condition: condition ?? Self.never))
    case .each(let loop): open(Frame(keyword: .each, place: place, loop: loop))
    case .otherwiseIf(let condition): turn(to: condition ?? Self.never, .otherwiseIf, at: place)
    case .otherwise: turn(to: nil, .otherwise, at: place)
    case .end(let word): close(word, at: place)
    case .insertion, .signature, .style: return false
    }
    return true
  }

  /// All pieces; what is open still is told.
  mutating func finish() -> [Piece] {
    for frame in frames {
      let word = frame.keyword.rawValue
      faults.refuse(
        frame.place,
        Wording(
          "'\(word)' is not closed; write {% 结束 %} where it ends", "“\(word)”没有结束；请在结束处写 {% 结束 %}"))
    }
    while !frames.isEmpty { fold() }
    return pieces
  }

  /// What stands for a faulty condition: none of several.
  private static var never: TemplateCondition { .any([]) }

  private mutating func open(_ frame: Frame) {
    frames.append(frame)
    guard frames.count == Self.deepest + 1 else { return }
    faults.refuse(
      frame.place,
      Wording(
        "more than \(Self.deepest) conditions and loops in each other; take some apart",
        "条件和循环嵌套超过\(Self.deepest)层；请拆开"))
  }

  private mutating func turn(to condition: TemplateCondition?, _ keyword: TemplateKeyword, at place: Place) {
    let word = keyword.rawValue
    guard let frame = frames.last, frame.keyword == .choice else {
      return faults.refuse(
        place, Wording("'\(word)' without a '如果' before it", "“\(word)”之前没有对应的“如果”"))
    }
    guard !frame.isOtherwise else {
      return faults.refuse(
        place,
        Wording(
          "'\(word)' behind the '否则' of the same '如果' (line \(frame.place.line))",
          "“\(word)”写在同一“如果”（第\(frame.place.line)行）的“否则”之后"))
    }
    endBranch()
    frames[frames.count - 1].condition = condition
    frames[frames.count - 1].isOtherwise = condition == nil
  }

  private mutating func close(_ word: String?, at place: Place) {
    guard let frame = frames.last else {
      return faults.refuse(
        place, Wording("'结束' without a '如果' or '每个' before it", "“结束”之前没有对应的“如果”或“每个”"))
    }
    if let word, word != frame.keyword.rawValue {
      faults.refuse(
        place,
        Wording(
          "'结束 \(word)', but what is open is the '\(frame.keyword.rawValue)' of line \(frame.place.line)",
          "此处写“结束 \(word)”，而未结束的是第\(frame.place.line)行的“\(frame.keyword.rawValue)”"))
    }
    fold()
  }

  /// Puts the pieces that were gathered under their condition.
  private mutating func endBranch() {
    let index = frames.count - 1
    guard let condition = frames[index].condition else { return }
    frames[index].branches.append((condition, frames[index].pieces))
    frames[index].pieces = []
  }

  private mutating func fold() {
    endBranch()
    let depth = frames.count
    let frame = frames.removeLast()
    // What lies too deep was told, and is not kept: nothing that walks the tree need fear for its stack.
    guard depth <= Self.deepest else { return }
    switch frame.keyword {
    case .each: if let loop = frame.loop { add(.each(loop, frame.pieces)) }
    default: add(.choice(TemplateChoice(branches: frame.branches, otherwise: frame.pieces)))
    }
  }
}
