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
    /// The brackets that are open.
    var open: [Bracket] = []
    /// The brackets that were closed, in the order of closing.
    var closed: [(opening: Int, closing: Int)] = []
    /// Whether a bracket was missing or too many, so that what stands where is a guess from there on.
    var isGuessing = false
    /// Whether every bracket found its counterpart, the guessed ones included.
    var isBalanced = true
    /// Whether something was skipped to find the end of an element, and with it perhaps another element.
    var hasSkipped = false
    private let faults: FaultCollector
    private var reported: Set<Int> = []

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
      let root = startsMember ? impliedObject() : value()
      skipSpace()
      if let found = next, root.value != .unreadable {
        reportBracket(
          at: offset,
          Wording("found \(found.shown) after the end; expected nothing more", "结尾之后还有 \(found.shown)；不应再有内容"))
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

    /// Keeps a consequence of an earlier fault from being reported.
    mutating func silence(at offset: Int) { reported.insert(offset) }

    /// Whether a fault was reported at an offset.
    func isReported(at offset: Int) -> Bool { reported.contains(offset) }

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
        // The opening counterpart of this bracket is what is missing.
        if first == "]", open.last?.closing == "}" { offset += 1 }
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
      let isObject = bracket == "{" || bracket == "｛"
      open.append(Bracket(offset: offset, closing: isObject ? "}" : "]", isImplied: false))
      defer { open.removeLast() }
      offset += 1
      return isObject ? object() : array()
    }

    /// An object whose opening bracket is missing before the key that stands here.
    private mutating func impliedObject() -> Node {
      let place = source.place(at: offset)
      reportBracket(at: offset, Wording("found a key; expected '{' before it", "此处是键；之前应有 '{'"))
      guard open.count < Self.greatestDepth else { return Node(place, .unreadable) }
      open.append(Bracket(offset: offset, closing: "}", isImplied: true))
      defer { open.removeLast() }
      return Node(place, object())
    }

    private mutating func object() -> Node.Value {
      var members: [Node.Member] = []
      var places: [String: Place] = [:]
      var isWhole = true
      var goesOn = !closes()
      while goesOn {
        let start = offset
        let member = member()
        if let member, let first = places[member.key] {
          report(at: start, .repeated(member.key, first))
        } else if let member {
          places[member.key] = member.keyPlace
          members.append(member)
        }
        hasSkipped = false
        goesOn = separates(afterFault: member.map { $0.node.value == .unreadable } ?? true)
        isWhole = isWhole && member != nil && !hasSkipped
      }
      return .object(Node.Members(list: members, areWhole: isWhole))
    }

    private mutating func member() -> Node.Member? {
      let start = offset
      let place = source.place(at: start)
      let key = key()
      skipSpace()
      var node = Node(place, .unreadable)
      if isColon(after: isReported(at: start) ? nil : key) {
        skipSpace()
        node = memberValue(indentation: source.indentation(of: start))
      }
      return key.map { Node.Member(key: $0, keyPlace: place, node: node) }
    }

    /// The value behind a colon.
    ///
    /// Another key there begins either an object without its bracket or the next member.
    private mutating func memberValue(indentation: Int) -> Node {
      guard startsMember else { return value() }
      guard isAfterLineBreak, source.indentation(of: offset) <= indentation else { return impliedObject() }
      report(at: offset, Wording("found a key; expected a value before it", "此处是键；之前应有一个值"))
      return Node(source.place(at: offset), .unreadable)
    }

    private mutating func array() -> Node.Value {
      var nodes: [Node] = []
      var goesOn = !closes()
      while goesOn {
        guard let node = element(after: nodes.last) else { break }
        nodes.append(node)
        goesOn = separates(afterFault: node.value == .unreadable)
      }
      return .array(nodes)
    }

    /// An element of a list; `nil` if a key shows that the list should have been closed.
    private mutating func element(after last: Node?) -> Node? {
      guard startsMember else { return value() }
      let followsObject =
        switch last?.value {
        case nil, .object: true
        default: false
        }
      if followsObject, !isMemberBehindList { return impliedObject() }
      reportMissingClosing()
      return nil
    }
  }
}

extension Wording {
  fileprivate static func repeated(_ key: String, _ first: Place) -> Wording {
    Wording("key '\(key)' is repeated; it is first given at \(first)", "键 '\(key)' 重复；它首先出现在 \(first)")
  }
}
