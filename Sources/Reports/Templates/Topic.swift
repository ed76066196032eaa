import Metrics
import Programme
import Templates

/// What templates can say of a kind of thing, each name with how it is read: the one list from which names are checked, explained and
/// printed.
struct Topic<Subject> {
  /// One name.
  struct Member {
    let signature: Signature.Member
    let read: (Subject) -> Datum
  }

  /// What such things are called where their fields are explained; empty for a paper.
  private let name: String
  /// What the thing itself is as a value, such as a unit's name.
  private let kind: Signature.ValueKind?
  private let value: (Subject) -> PrintedValue?
  private let members: [Member]

  /// A thing that has fields only.
  init(_ name: String = "", @MemberList<Subject> _ members: () -> [Member]) {
    (self.name, kind, value, self.members) = (name, nil, { _ in nil }, members())
  }

  /// A thing that is a value itself.
  init(
    _ name: String, _ kind: Signature.ValueKind, _ value: @escaping (Subject) -> PrintedValue,
    @MemberList<Subject> _ members: () -> [Member]
  ) {
    (self.name, self.kind, self.value, self.members) = (name, kind, value, members())
  }

  /// What is known of it before there are figures.
  var signature: Signature { Signature(name, value: kind, members: members.map(\.signature)) }

  /// One such thing, to be asked by name.
  func bound(to subject: Subject) -> Bound {
    Bound(value: value(subject)) { name in
      members.first { $0.signature.names.contains(name) }?.read(subject)
    }
  }
}

/// Puts names together that stand below each other.
@resultBuilder
enum MemberList<Subject> {
  static func buildExpression(_ member: Topic<Subject>.Member) -> [Topic<Subject>.Member] { [member] }
  static func buildExpression(_ members: [Topic<Subject>.Member]) -> [Topic<Subject>.Member] { members }
  static func buildOptional(_ members: [Topic<Subject>.Member]?) -> [Topic<Subject>.Member] { members ?? [] }
  static func buildBlock(_ parts: [Topic<Subject>.Member]...) -> [Topic<Subject>.Member] { parts.flatMap(\.self) }
}

/// A thing whose fields can be asked for by name.
struct Bound {
  let value: PrintedValue?
  let member: (String) -> Datum?
}

/// What a name comes to.
enum Datum {
  case thing(Bound)
  /// In their own order, and from the first rank down.
  case list([Bound], byRank: [Bound])
  case blocks([PaperBlock])

  /// Whether there is anything.
  var exists: Bool {
    switch self {
    case .thing(let bound): bound.value?.exists ?? true
    case .list(let items, _): !items.isEmpty
    case .blocks(let blocks): !blocks.isEmpty
    }
  }
}

/// A value as it is printed, and as it is compared.
struct PrintedValue {
  let text: String
  /// Nil of texts, and of numbers that are missing.
  var number: TemplateNumber?
  /// Nil of what is no condition.
  var truth: Bool?
  var isMissing = false

  var exists: Bool { truth ?? !isMissing }

  static func text(_ text: String?) -> PrintedValue {
    PrintedValue(text: text ?? "", isMissing: text?.isEmpty ?? true)
  }

  /// A count with its thousands apart.
  static func count(_ count: Int64?) -> PrintedValue {
    PrintedValue(
      text: count.map(grouped) ?? "—", number: count.map { TemplateNumber(units: $0) }, isMissing: count == nil)
  }

  static func figure(_ printed: Printed?, text: String? = nil) -> PrintedValue {
    let number = printed.flatMap { printed in
      printed.units.map {
        TemplateNumber(units: $0, decimals: printed.decimals, isPercent: printed.isPercent)
      }
    }
    return PrintedValue(text: text ?? printed?.text ?? "—", number: number, isMissing: number == nil)
  }

  static func truth(_ truth: Bool) -> PrintedValue { PrintedValue(text: truth ? "是" : "否", truth: truth) }
}

extension Topic {
  private static func value(
    _ names: [String], _ meaning: Wording, _ kind: Signature.ValueKind, _ read: @escaping (Subject) -> PrintedValue
  ) -> Member {
    Member(signature: Signature.Member(names, meaning, Signature.value(kind))) { subject in
      .thing(Bound(value: read(subject)) { _ in nil })
    }
  }

  /// A text; nil and an empty one are none.
  static func text(
    _ name: String, _ english: String, _ chinese: String, _ read: @escaping (Subject) -> String?
  ) -> Member {
    value([name], Wording(english, chinese), .text) { .text(read($0)) }
  }

  /// A whole number, printed with its thousands apart.
  static func count(
    _ name: String, _ english: String, _ chinese: String, _ read: @escaping (Subject) -> Int64?
  ) -> Member {
    value([name], Wording(english, chinese), .number) { .count(read($0)) }
  }

  /// A number that is printed in a way of its own.
  static func number(
    _ name: String, _ english: String, _ chinese: String, _ read: @escaping (Subject) -> PrintedValue
  ) -> Member {
    value([name], Wording(english, chinese), .number, read)
  }

  /// A share of a hundred.
  static func share(
    _ name: String, _ english: String, _ chinese: String, _ read: @escaping (Subject) -> Printed?
  ) -> Member {
    value([name], Wording(english, chinese), .percent) { .figure(read($0)) }
  }

  /// Something that holds or does not.
  static func truth(
    _ name: String, _ english: String, _ chinese: String, _ read: @escaping (Subject) -> Bool
  ) -> Member {
    value([name], Wording(english, chinese), .truth) { .truth(read($0)) }
  }

  /// A thing with fields.
  static func thing<Part>(
    _ names: [String], _ meaning: Wording, of topic: Topic<Part>, _ read: @escaping (Subject) -> Part
  ) -> Member {
    Member(signature: Signature.Member(names, meaning, .thing(topic.signature))) { .thing(topic.bound(to: read($0))) }
  }

  /// Things to go over.
  static func list<Item>(
    _ names: [String], _ meaning: Wording, of topic: Topic<Item>, _ read: @escaping (Subject) -> [Item]
  ) -> Member {
    Member(signature: Signature.Member(names, meaning, .list(topic.signature, isRanked: false))) { subject in
      let items = read(subject).map(topic.bound)
      return .list(items, byRank: items)
    }
  }

  /// Things that have ranks, to go over in their own order or from the first rank down.
  static func ranking<Item>(
    _ names: [String], _ meaning: Wording, of topic: Topic<Item>, _ read: @escaping (Subject) -> [Item],
    byRank: @escaping (Subject) -> [Item]
  ) -> Member {
    Member(signature: Signature.Member(names, meaning, .list(topic.signature, isRanked: true))) { subject in
      .list(read(subject).map(topic.bound), byRank: byRank(subject).map(topic.bound))
    }
  }

  /// A table; nil for none.
  static func table(
    _ name: String, _ english: String, _ chinese: String, _ read: @escaping (Subject) -> PaperTable?
  ) -> Member {
    part(name, Wording(english, chinese), .table) { read($0).map { [.table($0)] } ?? [] }
  }

  /// A chart; nil for none.
  static func chart(
    _ name: String, _ english: String, _ chinese: String, _ read: @escaping (Subject) -> ChartFile?
  ) -> Member {
    part(name, Wording(english, chinese), .chart) { read($0).map { [.chart($0)] } ?? [] }
  }

  /// Another part of the paper that the program lays out.
  static func element(
    _ name: String, _ english: String, _ chinese: String, _ read: @escaping (Subject) -> PaperBlock
  ) -> Member {
    part(name, Wording(english, chinese), .element) { [read($0)] }
  }

  private static func part(
    _ name: String, _ meaning: Wording, _ part: TemplatePart, _ read: @escaping (Subject) -> [PaperBlock]
  ) -> Member {
    Member(signature: Signature.Member([name], meaning, .part(part))) { .blocks(read($0)) }
  }
}
