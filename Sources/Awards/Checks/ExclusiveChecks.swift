package import Programme

/// Reports lists of exclusive awards that name an unknown award, mix persons with units, or contradict each other in their order.
func checkExclusive(_ programme: Programme, _ faults: FaultCollector) {
  let known = programme.awards.map(\.id.text)
  for list in programme.exclusive {
    for id in list.awards where !known.contains(id.text) {
      let hint = Spelling.hint(for: id.text, among: known)
      faults.refuse(
        list.place, Wording("no award is named '\(id)'; \(hint.english)", "没有名为 '\(id)' 的奖项；\(hint.chinese)"))
    }
    let kinds = list.awards.compactMap { id in
      programme.awards.first { $0.id == id }.map { if case .units = $0.pool { true } else { false } }
    }
    if Set(kinds).count > 1 {
      faults.refuse(
        list.place,
        Wording(
          "awards of persons and of units exclude each other in one list; expected one kind",
          "同一列表中既有个人奖项又有单位奖项，无从排斥；应为同一类"))
    }
  }
  guard programme.awardsInOrder.count < programme.awards.count, let first = programme.exclusive.first else { return }
  faults.refuse(
    first.place,
    Wording(
      "the lists of exclusive awards contradict each other in their order",
      "各“一人一奖”列表的先后次序互相矛盾"))
}

extension Programme {
  /// The awards so that each comes after those that take precedence over it, else in the order of the file; one that comes before
  /// itself is left out.
  package var awardsInOrder: [Award] {
    var ordered: [Award] = []
    var waiting = awards
    while let next = waiting.firstIndex(where: { award in
      preceding(award.id).allSatisfy { earlier in !waiting.contains { $0.id == earlier } }
    }) {
      ordered.append(waiting.remove(at: next))
    }
    return ordered
  }

  /// The awards whose holders cannot get this one.
  package func preceding(_ award: Identifier<Award>) -> [Identifier<Award>] {
    exclusive.flatMap { list in list.awards.firstIndex(of: award).map { Array(list.awards[..<$0]) } ?? [] }
  }
}
