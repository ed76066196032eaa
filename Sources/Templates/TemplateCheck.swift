package import Programme

extension Template {
  /// How many loops may lie in each other.
  package static let mostLoops = 4

  /// Tells every name that the paper does not know, and every use of one that it is not meant for.
  package func check(against signature: Signature, _ faults: FaultCollector) {
    TemplateCheck(signature, faults).check(blocks, [])
  }
}

/// Walks a template and holds its names to what a paper knows.
private struct TemplateCheck {
  /// What the items of the loops around are called, the innermost last.
  typealias Scope = [(name: String, signature: Signature, list: TemplatePath)]

  private let root: Signature
  private let faults: FaultCollector

  init(_ root: Signature, _ faults: FaultCollector) { (self.root, self.faults) = (root, faults) }

  func check(_ blocks: [TemplateBlock], _ scope: Scope) {
    for block in blocks {
      switch block {
      case .heading(_, _, let text), .line(_, let text): check(text, scope)
      case .item(let item): for text in [item.subject, item.sentence, item.condition] { check(text, scope) }
      case .tableHead(let columns): for column in columns { check(column.heading, scope) }
      case .tableRow(let cells): for cell in cells { check(cell, scope) }
      case .insertion(let part, let path): check(path, is: part, scope)
      case .rule, .signature, .blank: break
      case .choice(let choice):
        for branch in choice.branches {
          check(branch.condition, scope)
          check(branch.pieces, scope)
        }
        check(choice.otherwise, scope)
      case .each(let loop, let blocks): if let inner = inner(loop, scope) { check(blocks, inner) }
      }
    }
  }

  private func check(_ text: TemplateText, _ scope: Scope) {
    for inline in text {
      switch inline {
      case .text, .ordinal: break
      case .value(let path): _ = value(path, scope)
      case .choice(let choice):
        for branch in choice.branches {
          check(branch.condition, scope)
          check(branch.pieces, scope)
        }
        check(choice.otherwise, scope)
      case .each(let loop, let text): if let inner = inner(loop, scope) { check(text, inner) }
      }
    }
  }

  /// The scope inside a loop; nil, with the fault told, where there is nothing to go over.
  private func inner(_ loop: TemplateLoop, _ scope: Scope) -> Scope? {
    guard let shape = shape(loop.list, scope) else { return nil }
    guard case .list(let item, let isRanked) = shape else {
      refuse(loop, shape, scope)
      return nil
    }
    if let place = loop.byRank, !isRanked {
      faults.refuse(
        place,
        Wording("'\(loop.list.text)' has no ranks; take 按名次 out", "“\(loop.list.text)”没有名次；请删去“按名次”"))
    }
    if root.member(loop.name)?.names.contains(loop.list.text) == false || TemplateKeyword(rawValue: loop.name) != nil {
      refuse(
        loop.list,
        Wording(
          "'\(loop.name)' already means something else; give the items another name: {% 每个 \(loop.list.text) 为 … %}",
          "“\(loop.name)”另有含义；请改用其他名称：{% 每个 \(loop.list.text) 为 …… %}"))
    }
    guard scope.count < Template.mostLoops else {
      refuse(
        loop.list,
        Wording("more than \(Template.mostLoops) loops in each other", "循环嵌套超过\(Template.mostLoops)层"))
      return nil
    }
    return scope + [(loop.name, item.asItem, loop.list)]
  }

  /// Tells that a loop goes over no list; mostly it is the list of a loop around it, whose items bear its name.
  private func refuse(_ loop: TemplateLoop, _ shape: Signature.Shape, _ scope: Scope) {
    let name = loop.list.text
    guard let outer = scope.last(where: { $0.name == name }), outer.list.text == name else {
      return refuse(
        loop.list,
        Wording("'\(name)' is \(shape.name.english), not a list", "“\(name)”是\(shape.name.chinese)，不是可循环的列表"))
    }
    let line = outer.list.place.line
    refuse(
      loop.list,
      Wording(
        "'\(name)' is one of the loop of line \(line) here; to go over all once more, give that one another name: {% 每个 \(name) 为 … %}",
        "“\(name)”在此处是第\(line)行循环中的一项；要再循环一遍，请在外层另取名称：{% 每个 \(name) 为 …… %}"))
  }

  private func check(_ path: TemplatePath, is part: TemplatePart, _ scope: Scope) {
    guard let shape = shape(path, scope) else { return }
    if case .part(part) = shape { return }
    refuse(
      path,
      Wording(
        "'\(path.text)' is \(shape.name.english), not \(Signature.Shape.part(part).name.english); \(shape.use(path).english)",
        "“\(path.text)”是\(shape.name.chinese)，不是\(Signature.Shape.part(part).name.chinese)；\(shape.use(path).chinese)"))
  }

  /// What a name is as a value; nil, with the fault told, where it is none.
  private func value(_ path: TemplatePath, _ scope: Scope) -> Signature.ValueKind? {
    guard let shape = shape(path, scope) else { return nil }
    if case .thing(let signature) = shape, let value = signature.value { return value }
    refuse(
      path,
      Wording(
        "'\(path.text)' is \(shape.name.english), not a value; \(shape.use(path).english)",
        "“\(path.text)”是\(shape.name.chinese)，不能直接写在文字中；\(shape.use(path).chinese)"))
    return nil
  }

  private func refuse(_ path: TemplatePath, _ wording: Wording) { faults.refuse(path.place, wording) }
}

/// Conditions.
extension TemplateCheck {
  private func check(_ condition: TemplateCondition, _ scope: Scope) {
    switch condition {
    case .exists(let path): _ = shape(path, scope)
    case .truth(let path):
      guard let kind = value(path, scope), kind != .truth else { return }
      refuse(
        path,
        Wording(
          "'\(path.text)' is no condition by itself; write 有 \(path.text), or compare it, such as \(path.text) > 5",
          "“\(path.text)”本身不是条件；请写 有 \(path.text)，或加以比较，如 \(path.text) > 5"))
    case .comparison(let left, let comparison, let right): check(left, comparison, right, scope)
    case .not(let inner): check(inner, scope)
    case .all(let parts), .any(let parts): for part in parts { check(part, scope) }
    }
  }

  private func check(
    _ left: TemplateOperand, _ comparison: TemplateComparison, _ right: TemplateOperand, _ scope: Scope
  ) {
    guard let (one, place) = kind(of: left, scope), let (other, otherPlace) = kind(of: right, scope) else { return }
    guard one == other else {
      return faults.refuse(
        otherPlace,
        Wording(
          "\(one.name.english) cannot be compared with \(other.name.english)"
            + (one == .percent ? "; a percentage is written 90%" : ""),
          "\(one.name.chinese)不能与\(other.name.chinese)比较" + (one == .percent ? "；百分率应写作 90%" : "")))
    }
    let isOrdered = one == .number || one == .percent
    guard !isOrdered, comparison != .equal, comparison != .unequal else { return }
    faults.refuse(
      place,
      Wording("\(one.name.english) is only compared by = and !=", "\(one.name.chinese)只能用 = 或 != 比较"))
  }

  private func kind(of operand: TemplateOperand, _ scope: Scope) -> (Signature.ValueKind, Place)? {
    switch operand {
    case .path(let path): value(path, scope).map { ($0, path.place) }
    case .number(let number, let place): (number.isPercent ? .percent : .number, place)
    case .text(_, let place): (.text, place)
    }
  }
}

/// Finding what a name stands for.
extension TemplateCheck {
  private func shape(_ path: TemplatePath, _ scope: Scope) -> Signature.Shape? {
    guard let first = path.names.first else { return nil }
    var shape: Signature.Shape
    if let item = scope.last(where: { $0.name == first.text }) {
      shape = .thing(item.signature)
    } else if let member = root.member(first.text) {
      shape = member.shape
    } else {
      refuseUnknown(path, scope)
      return nil
    }
    for (before, name) in zip(path.names, path.names.dropFirst()) {
      guard case .thing(let signature) = shape else {
        refuseField(name, of: before, shape)
        return nil
      }
      guard let member = signature.member(name.text) else {
        let hint = Spelling.hint(for: name.text, among: signature.members.compactMap(\.names.first), in: .prose)
        faults.refuse(
          name.place,
          Wording(
            "'\(before.text)' has no '\(name.text)'; \(hint.english)",
            "“\(before.text)”没有“\(name.text)”；\(hint.chinese)"))
        return nil
      }
      shape = member.shape
    }
    return shape
  }

  private func refuseField(_ name: TemplatePath.Name, of before: TemplatePath.Name, _ shape: Signature.Shape) {
    guard case .list = shape else {
      return faults.refuse(
        name.place,
        Wording(
          "'\(before.text)' is \(shape.name.english) and has no fields", "“\(before.text)”是\(shape.name.chinese)，没有下级名称"
        ))
    }
    faults.refuse(
      before.place,
      Wording(
        "'\(before.text).\(name.text)' is told of one of a list, and only between {% 每个 \(before.text) %} and {% 结束 %}",
        "“\(before.text).\(name.text)”只能写在 {% 每个 \(before.text) %} 与 {% 结束 %} 之间"))
  }

  /// Tells of a name that is unknown where it stands; it may be a field that lacks its item.
  private func refuseUnknown(_ path: TemplatePath, _ scope: Scope) {
    guard let name = path.names.first else { return }
    let inner = scope.last { $0.signature.member(name.text) != nil }
    if let inner {
      return faults.refuse(
        name.place,
        Wording(
          "unknown name '\(name.text)'; did you mean '\(inner.name).\(name.text)'?",
          "未知名称“\(name.text)”；是否想写“\(inner.name).\(name.text)”？"))
    }
    let known = scope.map(\.name) + root.members.flatMap(\.names)
    let list = root.members.first { member in
      if case .list(let item, _) = member.shape { item.member(name.text) != nil } else { false }
    }
    if let list = list?.names.first {
      return faults.refuse(
        name.place,
        Wording(
          "'\(name.text)' is told of one of a list: write '\(list).\(name.text)' between {% 每个 \(list) %} and {% 结束 %}",
          "“\(name.text)”是列表中每一项的内容：请在 {% 每个 \(list) %} 与 {% 结束 %} 之间写“\(list).\(name.text)”"))
    }
    let hint =
      Spelling.nearest(to: name.text, among: known) != nil
      ? Spelling.hint(for: name.text, among: known, in: .prose)
      : TemplateToken.widePunctuation(in: name.text)
        ?? Wording("jianbao templates lists the names that the paper knows", "可用名称见 jianbao templates")
    faults.refuse(
      name.place,
      Wording("unknown name '\(name.text)'; \(hint.english)", "未知名称“\(name.text)”；\(hint.chinese)"))
  }
}

extension Signature.ValueKind {
  /// What it is called in messages.
  package var name: Wording {
    switch self {
    case .text: Wording("a text", "文字")
    case .number: Wording("a number", "数")
    case .percent: Wording("a percentage", "百分率")
    case .truth: Wording("a condition", "条件")
    }
  }
}

extension Signature.Shape {
  /// What it is called in messages.
  package var name: Wording {
    switch self {
    case .thing(let signature): signature.value?.name ?? Wording("a group of values", "一组值")
    case .list: Wording("a list", "列表")
    case .part(.table): Wording("a table", "表")
    case .part(.chart): Wording("a chart", "图")
    case .part(.element): Wording("a part of the paper", "版面部件")
    }
  }

  /// How it is used.
  fileprivate func use(_ path: TemplatePath) -> Wording {
    switch self {
    case .thing(let signature):
      signature.value == nil
        ? Wording(
          "name one of its values: \(signature.fields(of: path))", "请写其中的一个值：\(signature.fields(of: path))")
        : Wording("write {{ \(path.text) }} within a text", "请在文字中写 {{ \(path.text) }}")
    case .list:
      Wording("go over it by {% 每个 \(path.text) %}", "请用 {% 每个 \(path.text) %} 逐项写出")
    case .part(let part):
      Wording(
        "write {% \(part.rawValue) \(path.text) %} on a line of its own", "请单独一行写 {% \(part.rawValue) \(path.text) %}")
    }
  }
}

extension Signature {
  fileprivate func fields(of path: TemplatePath) -> String {
    members.prefix(5).compactMap { $0.names.first.map { "\(path.text).\($0)" } }.joined(separator: "、")
  }
}
