package import Programme
package import Store

extension Evidence {
  /// What is wrong with the chain of corrections as the evidence has it: entries that are not as they were made, or do not follow.
  package func chainFaults() -> [Wording] {
    var previous = ""
    var faults: [Wording] = []
    for (position, entry) in chain.enumerated() {
      let made = ChronicleEntry(
        id: entry.id, award: entry.award, effect: ChronicleEffect(rawValue: entry.effect) ?? .restore,
        candidate: entry.candidate, night: entry.night, enteredAt: entry.enteredAt, wordsDigest: entry.wordsDigest,
        decisionsDigest: entry.decisionsDigest, previous: entry.previous)
      let fact = entry.correction(of: entry.candidate ?? 0)
      if made.digest != entry.digest || fact.map({ $0.digest != entry.decisionsDigest }) ?? false {
        faults.append(
          Wording(
            "entry \(position + 1): its digest is not that of its fields; it was altered",
            "第\(position + 1)条：摘要与内容不符，已被改动"))
      } else if entry.id != Int64(position + 1) || entry.previous != previous {
        faults.append(
          Wording(
            "entry \(position + 1): does not follow the one before; an entry is missing or was put in",
            "第\(position + 1)条：与前一条不相接，有条目缺失或被插入"))
      }
      previous = entry.digest
    }
    return faults
  }
}

extension Evidence.ChainEntry {
  /// The fact that the entry corrects, of an enrolment as a database numbers it; nil for entries of other kinds.
  package func correction(of enrolment: Int64) -> FactCorrection? {
    guard let fact, fact.count == 4 else { return nil }
    return FactCorrection(
      source: fact[0], enrolment: enrolment, item: fact[1], value: Int64(fact[2]), stated: fact[3])
  }
}
