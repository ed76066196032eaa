package import Programme
import SQLite
import Scoring
package import Store

/// A correction of a fact that somebody asks for, with what it would change.
package struct CorrectedFact: Sendable {
  package let correction: FactCorrection
  /// Who, which item, what counted and what would count.
  package let text: Wording
}

extension Inquiry {
  /// The correction of an item of a learner that a command names, or why there is none.
  ///
  /// `item` is the export's own word or the code that the pipeline file maps it to. `value` is read as the source's column reads it; `exported` or 原值 takes earlier corrections back. Source and project need only be
  /// named where the learner has several such items.
  package func correctedFact(
    of code: String, item: String, value: String, source named: String?, project: String?
  ) throws -> Result<CorrectedFact, Uncorrectable> {
    guard let person = try person(code: code) else {
      return .failure(
        Uncorrectable(
          wording: Wording("\(code) is no learner's code; name one of the roster", "\(code) 不是学员编号；请写名册中的编号")))
    }
    let sources = programme.sources.filter { source in
      source.kind.isFact && source.column("value") != nil
        && (named == nil || source.id.text == named || source.title == named)
    }
    let enrolments = try enrolments(of: person).filter { project == nil || $0.project == project }
    var found: [(enrolment: Enrolment, source: Source, fact: Fact)] = []
    var items: [String] = []
    for enrolment in enrolments {
      for source in sources {
        let facts = try exportedFacts(of: source, enrolment.id)
        items += facts.map { source.exportedItem($0.item) }
        found += facts.filter { [$0.item, source.exportedItem($0.item)].contains(item) }.map { (enrolment, source, $0) }
      }
    }
    guard let one = found.first, found.count == 1 else {
      return .failure(Uncorrectable(wording: which(item, of: person, found.map { ($0.source, $0.enrolment) }, items)))
    }
    return try corrected(one.fact, of: one.source, person, one.enrolment, value)
  }

  private func which(
    _ item: String, of person: Person, _ found: [(Source, Enrolment)], _ items: [String]
  ) -> Wording {
    guard found.isEmpty else {
      let places = found.map { "\($0.0.id)（\($0.1.project)）" }.joined(separator: "、")
      return Wording(
        "\(item) of \(person.name) is in \(places); say which with --source and --project",
        "\(person.name)的\(item)有\(found.count)处：\(places)；请用 --source、--project 写明")
    }
    let hint = Spelling.hint(for: item, among: Set(items).sorted(), in: .prose)
    return Wording(
      "\(person.name) has no item '\(item)' with a value; \(hint.english)",
      "\(person.name)没有项目“\(item)”的数据；\(hint.chinese)")
  }

  private func corrected(
    _ fact: Fact, of source: Source, _ person: Person, _ enrolment: Enrolment, _ text: String
  ) throws -> Result<CorrectedFact, Uncorrectable> {
    var value: Int64?
    if text != "exported", text != "原值" {
      switch source.corrected(text, minutesPerHour: programme.minutesPerHour) {
      case .success(let read): value = read
      case .failure(let unreadable):
        return .failure(
          Uncorrectable(
            wording: Wording("--value: ", "--value：") + unreadable.wording))
      }
      if let full = fact.full, let value, value > full {
        let most = source.wording(full)
        return .failure(
          Uncorrectable(
            wording: Wording(
              "--value: “\(text)” is above the full marks of \(most.english)", "--value：“\(text)”高于满分\(most.chinese)")))
      }
    }
    let before = try facts(of: source, enrolment.id).first { $0.item == fact.item } ?? fact
    var after = fact
    if let value { after = fact.corrected(to: value, by: nil) }
    guard before.value != after.value || before.missing != after.missing else {
      return .failure(
        Uncorrectable(
          wording: Wording("it counts as that already: ", "现在已按此计：") + source.wording(before)))
    }
    let who = Wording("\(person.name) (\(person.code)), ", "\(person.name)（\(person.code)），") + enrolment.course
    return .success(
      CorrectedFact(
        correction: FactCorrection(
          source: source.id.text, enrolment: enrolment.id, item: fact.item, value: value, stated: fact.stated),
        text: who + Wording(", ", "，") + Wording(source.title) + Wording(": ", "：") + source.wording(before)
          + Wording(" → ") + source.wording(after) + fact.place.arrow))
  }

  /// The corrections that no longer hold, because the export's row is another one or gone: who, which item, and what counts now.
  package func lapsedCorrections() throws -> [Wording] {
    try store.factCorrections().compactMap { entry, correction in
      guard let corrected = correction.value,
        let source = programme.sources.first(where: { $0.id.text == correction.source })
      else { return nil }
      let fact = try exportedFacts(of: source, correction.enrolment).first { $0.item == correction.item }
      guard fact?.stated != correction.stated else { return nil }
      let named = try SubjectNames(store: store).learner(correction.enrolment)
      let value = source.wording(corrected)
      let now =
        fact == nil
        ? Wording("the export no longer has the row", "导出数据中已没有这一行")
        : Wording("the export has changed the row since and counts as it stands", "导出数据中这一行已变，按导出数据计")
      return Wording(
        "correction \(entry) of \(named.name) (\(named.code)), \(source.title) \(source.exportedItem(correction.item)) → \(value.english), holds no more: \(now.english); correct it again, or take it back with --value exported",
        "\(named.name)（\(named.code)）\(source.title) \(source.exportedItem(correction.item)) 的更正（第\(entry)条，按\(value.chinese)计）已失效：\(now.chinese)；请重新更正，或用 --value 原值 撤销"
      )
    }
  }

  /// What people corrected of a person's facts: what it says, why, and who stands for it.
  func factCorrections(of person: Person) throws -> [Answer] {
    let enrolments = Set(try enrolments(of: person).map(\.id))
    let held = Dictionary(
      try store.factCorrections().map { ($0.entry, $0.correction) }, uniquingKeysWith: { first, _ in first })
    return try store.chronicle().compactMap { entry in
      guard let correction = try store.factCorrection(ofEntry: entry.id), enrolments.contains(correction.enrolment),
        let source = programme.sources.first(where: { $0.id.text == correction.source })
      else { return nil }
      let fact = try exportedFacts(of: source, correction.enrolment).first { $0.item == correction.item }
      let value = correction.value.map { source.wording($0) } ?? Wording("as exported", "按导出数据计")
      let item = source.exportedItem(correction.item)
      let holds = held[entry.id] != nil && fact?.stated == correction.stated
      let state =
        held[entry.id] == nil
        ? Wording("; a later entry took its place", "；已由后来的更正取代")
        : holds
          ? Wording("")
          : fact == nil
            ? Wording("; the export no longer has the row", "；导出数据中已没有这一行")
            : Wording("; the export has changed since and counts as it stands", "；导出数据已变，按导出数据计")
      return Answer(
        "correction",
        Wording(
          "correction \(entry.id), \(entry.enteredAt): \(source.title), \(item): \(value.english)",
          "更正第\(entry.id)条，\(entry.enteredAt)：\(source.title)，\(item)：\(value.chinese)") + state,
        [
          "id": .number(entry.id), "source": .text(source.id.text), "item": .text(correction.item),
          "value": .optional(correction.value), "holds": .truth(holds),
        ], parts: try words(of: entry))
    }
  }

  /// What people corrected of one candidacy: what each entry does, why, and who stands for it.
  func candidacyCorrections(_ candidacy: Candidacy, _ award: Award) throws -> [Answer] {
    let entries = try store.chronicle().filter { $0.award == award.id.text && $0.candidate == candidacy.candidate }
    return try entries.map { entry in
      let effect = entry.effect.wording
      let state = entry.id == entries.last?.id ? Wording("") : Wording("; a later entry took its place", "；已由后来的更正取代")
      return Answer(
        "correction",
        Wording(
          "correction \(entry.id), \(entry.enteredAt): \(effect.english)",
          "更正第\(entry.id)条，\(entry.enteredAt)：\(effect.chinese)") + state,
        ["id": .number(entry.id), "effect": .text(entry.effect.rawValue)], parts: try words(of: entry))
    }
  }

  /// Why an entry was made and who stands for it; nothing where the words were erased.
  private func words(of entry: ChronicleEntry) throws -> [Answer] {
    let words =
      try database.rows(
        "SELECT reason, evidence, asked_by, approved_by FROM chronicle_words WHERE entry = ?", .integer(entry.id)
      ) { row throws(SQLiteError) in (0..<4).map { row.text($0) } }.first ?? []
    let titles = [
      ("reason", Wording("reason", "理由")), ("evidence", Wording("evidence", "依据")),
      ("asked_by", Wording("asked for by", "提出人")), ("approved_by", Wording("approved by", "批准人")),
    ]
    return zip(titles, words).filter { !$0.1.isEmpty }.map { title, text in
      Answer(title.0, title.1 + Wording(": ", "：") + Wording(text), ["text": .text(text)])
    }
  }
}

/// Why a fact cannot be corrected as asked.
package struct Uncorrectable: Error, Sendable {
  package let wording: Wording
}
