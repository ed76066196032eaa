/// A rule that two rule books put differently; nil where one of them has none.
package struct RuleBookDifference: Sendable {
  /// What it is about: the award and the part of its rule, or the rule's subject.
  package let title: String
  package let before: String?
  package let after: String?
}

extension RuleBook {
  /// The rules that another book puts differently, in the order of this one.
  package func differences(to other: RuleBook) -> [RuleBookDifference] {
    let (mine, theirs) = (entries, other.entries)
    let changed = mine.compactMap { entry -> RuleBookDifference? in
      let after = theirs.first { $0.key == entry.key }?.text
      return after == entry.text ? nil : RuleBookDifference(title: entry.title, before: entry.text, after: after)
    }
    let known = Set(mine.map(\.key))
    return changed
      + theirs.filter { !known.contains($0.key) }.map {
        RuleBookDifference(title: $0.title, before: nil, after: $0.text)
      }
  }

  /// Every rule with what tells it apart.
  private var entries: [(key: [String], title: String, text: String)] {
    chapters.flatMap { chapter in
      chapter.sections.flatMap { section in
        section.rules.map { rule in
          (
            key: [chapter.id, section.id, rule.id],
            title: section.title.isEmpty ? rule.subject : "\(section.title)·\(rule.subject)", text: rule.text
          )
        }
      }
    }
  }
}
