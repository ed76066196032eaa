extension JSON5 {
  /// Walks a document once, builds its tree and reports what breaks the grammar.
  ///
  /// After a fault it goes on at the next place where the document makes sense again, and it reports no consequence of a
  /// fault as a fault of its own.
  struct Parser {
    /// Deeper documents are refused, so that no document can exhaust the stack.
    static let greatestDepth = 100

    let source: Source
    /// The offset of the scalar that is read next.
    var offset = 0
    /// Whether every bracket found its counterpart; once not, further bracket faults would only be consequences.
    var isBalanced = true
    private let faults: FaultCollector
    private var reported: Set<Int> = []
    /// The offsets of the brackets that are open.
    private var open: [Int] = []
    /// The brackets that were closed, in the order of closing.
    private var closed: [(opening: Int, closing: Int)] = []

    init(_ source: Source, _ faults: FaultCollector) {
      self.source = source
      self.faults = faults
    }

    /// The whole document; `nil` if its brackets do not match.
    mutating func document() -> Node? {
      skipSpace()
      guard next != nil else {
        reportEnd(Wording("the file is empty; expected an object", "文件是空的；应为一个对象"))
        return nil
      }
      let root = value()
      skipSpace()
      if isBalanced, let found = next, !isUnreadable(root) {
        report(at: offset, Wording("found \(found.shown) after the end; expected nothing more", "结尾之后还有 \(found.shown)；不应再有内容"))
        isBalanced = false
      }
      return isBalanced ? root : nil
    }

    /// The scalar that is read next; `nil` at the end.
    var next: Unicode.Scalar? { source[offset] }

    /// Reports a fault, one at most for each offset.
    mutating func report(at offset: Int, _ wording: Wording) {
      guard reported.insert(offset).inserted else { return }
      faults.refuse(source.place(at: offset), wording)
    }

    /// Reports that the document ends too early, unless a bracket or comment is known to have swallowed the rest.
    mutating func reportEnd(_ wording: Wording) {
      if isBalanced { report(at: offset, wording) }
      isBalanced = false
    }

    /// Whether a fault was reported at an offset.
    func isReported(at offset: Int) -> Bool { reported.contains(offset) }

    private func isUnreadable(_ node: Node) -> Bool { node.value == .unreadable }

    /// The value that begins here.
    mutating func value() -> Node {
      let place = source.place(at: offset)
      guard let first = next else {
        reportEnd(Wording("the file ends here; expected a value", "文件到此结束；应有一个值"))
        return Node(place, .unreadable)
      }
      switch first {
      case "{", "[", "｛", "［":
        if first == "｛" || first == "［" { reportWrongMark(first, expected: first == "｛" ? "{" : "[") }
        return Node(place, nested(first))
      case "'", "\"":
        return Node(place, string().map(Node.Value.string) ?? .unreadable)
      case _ where Marks.quotes.contains(first):
        skipWrongQuotes()
        return Node(place, .unreadable)
      case _ where Marks.endWord.contains(first):
        report(at: offset, Wording("found \(first.shown); expected a value", "此处是 \(first.shown)；应有一个值"))
        return Node(place, .unreadable)
      default:
        return Node(place, word())
      }
    }

    private mutating func nested(_ bracket: Unicode.Scalar) -> Node.Value {
      guard open.count < Self.greatestDepth else {
        report(
          at: offset,
          Wording(
            "brackets are nested too deeply; expected at most \(Self.greatestDepth) levels",
            "括号嵌套过深；至多 \(Self.greatestDepth) 层"))
        skipNested()
        return .unreadable
      }
      open.append(offset)
      offset += 1
      let value = bracket == "{" || bracket == "｛" ? object() : array()
      open.removeLast()
      return value
    }

    private mutating func object() -> Node.Value {
      var members: [Node.Member] = []
      var places: [String: Place] = [:]
      var isWhole = true
      var goesOn = !closes("}")
      while goesOn {
        let keyOffset = offset
        let member = member()
        if let member, let first = places[member.key] {
          report(at: keyOffset, .repeated(member.key, first))
        } else if let member {
          places[member.key] = member.keyPlace
          members.append(member)
        }
        isWhole = isWhole && member != nil
        let wasRead = member.map { !isUnreadable($0.node) } ?? false
        goesOn = separates(before: "}", afterFault: !wasRead)
      }
      return .object(Node.Members(list: members, areWhole: isWhole))
    }

    private mutating func member() -> Node.Member? {
      let start = offset
      let place = source.place(at: start)
      let key = key()
      skipSpace()
      guard isColon(after: isReported(at: start) ? nil : key) else {
        return key.map { Node.Member(key: $0, keyPlace: place, node: Node(place, .unreadable)) }
      }
      skipSpace()
      let node = value()
      return key.map { Node.Member(key: $0, keyPlace: place, node: node) }
    }

    private mutating func array() -> Node.Value {
      var nodes: [Node] = []
      var goesOn = !closes("]")
      while goesOn {
        let node = value()
        nodes.append(node)
        goesOn = separates(before: "]", afterFault: isUnreadable(node))
      }
      return .array(nodes)
    }

    /// Skips the space before an element, and the closing bracket if it comes instead.
    private mutating func closes(_ bracket: Unicode.Scalar) -> Bool {
      skipSpace()
      switch next {
      case nil:
        reportUnclosed()
        return true
      case bracket:
        close()
        return true
      case "]", "}", "］", "｝":
        closeWrongly(expected: bracket)
        return true
      default:
        return false
      }
    }

    /// Reads what stands between elements; answers whether another element follows.
    private mutating func separates(before bracket: Unicode.Scalar, afterFault: Bool) -> Bool {
      var isResuming = afterFault
      while !closes(bracket) {
        guard let found = next else { return false }
        if found == "," || Marks.commas.contains(found) {
          if found != "," { reportWrongMark(found, expected: ",") }
          offset += 1
          return !closes(bracket)
        }
        if !isResuming {
          report(
            at: offset,
            Wording(
              "found \(found.shown); expected ',' or '\(bracket)'", "此处是 \(found.shown)；应为 ',' 或 '\(bracket)'"))
          if bracket == "]" ? startsElement : startsMember { return true }
        } else if bracket == "}", startsMember, isAfterLineBreak {
          return true
        }
        isResuming = true
        skipToSeparator(inObject: bracket == "}")
      }
      return false
    }

    private mutating func close() {
      if let opening = open.last { closed.append((opening, offset)) }
      offset += 1
    }

    /// A closing bracket of the wrong kind: a slip if it closes its own line or nothing else, else one is missing before it.
    private mutating func closeWrongly(expected: Unicode.Scalar) {
      guard let opening = open.last, let found = next else { return }
      let counterpart: Unicode.Scalar = found == "}" || found == "｝" ? "{" : "["
      let isSlip =
        source.line(of: opening) == source.line(of: offset)
        || !open.dropLast().contains { source[$0] == counterpart } || found == "］" || found == "｝"
      if isBalanced {
        let place = source.place(at: opening)
        report(
          at: offset,
          Wording(
            "found \(found.shown); expected '\(expected)' for the bracket opened at \(place)",
            "此处是 \(found.shown)；\(place) 处的括号应以 '\(expected)' 结束"))
      }
      if isSlip { close() } else { isBalanced = false }
    }

    private mutating func reportUnclosed() {
      guard isBalanced, let opening = open.last else { return }
      isBalanced = false
      let suspect = closed.first { pair in
        source.isFirstOnLine(pair.closing)
          && source.indentation(of: pair.opening) != source.indentation(of: pair.closing)
      }
      guard let suspect else {
        report(at: opening, Wording("this bracket is never closed; expected its counterpart", "这个括号没有结束；应有与之配对的括号"))
        return
      }
      let place = source.place(at: suspect.closing)
      report(
        at: suspect.opening,
        Wording(
          "a bracket is missing, probably for this one; the bracket at \(place), which closes it, is indented differently",
          "缺少一个括号，很可能属于此处；在 \(place) 与之配对的括号缩进不同"))
    }
  }
}

extension Wording {
  fileprivate static func repeated(_ key: String, _ first: Place) -> Wording {
    Wording("key '\(key)' is repeated; it is first given at \(first)", "键 '\(key)' 重复；它首先出现在 \(first)")
  }
}
