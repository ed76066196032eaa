import Programme

/// A command as help, manual and completions tell of it, and as what is typed is held to.
struct CommandDescription: Sendable {
  /// One way to call a command.
  struct Form: Sendable {
    /// The words behind the name of the command.
    let words: Wording
    let meaning: Wording
  }

  let name: String
  let forms: [Form]
  /// What stands behind the name, in order; the last is taken again and again.
  let operands: [Operand]
  let options: [OptionDescription]

  init(_ name: String, _ forms: [Form], _ operands: [Operand], _ options: [OptionDescription]) {
    (self.name, self.forms, self.operands, self.options) = (name, forms, operands, options)
  }

  func option(_ name: String) -> OptionDescription? { options.first { $0.name == name } }

  /// The options that are told beside this command and not once for all.
  var ownOptions: [OptionDescription] { options.filter { !$0.isCommon } }
}

/// A word that is no option, as completions offer it.
enum Operand: Sendable {
  case file
  case folder
  case oneOf([String])
  /// Such as a person's code, of which nothing can be offered.
  case free
}

/// An option as one command takes it.
struct OptionDescription: Sendable {
  /// What stands behind an option.
  struct Value: Sendable {
    /// What it is called in help.
    let label: Wording
    let kind: Kind
  }

  /// What completions offer for a value.
  enum Kind: Sendable {
    case file
    case folder
    /// Nothing else is taken.
    case oneOf([String])
    /// The command itself says what else is wrong with another word.
    case suggested([String])
    case free
  }

  let name: String
  /// Nil of an option without a value.
  let value: Value?
  let meaning: Wording
  /// Whether help tells of it once, behind all commands.
  let isCommon: Bool
  /// Whether each time that it is given counts.
  let isRepeated: Bool

  /// An option with a value.
  init(
    _ name: String, _ value: Value?, _ meaning: Wording, isCommon: Bool = false, isRepeated: Bool = false
  ) {
    (self.name, self.value, self.meaning) = (name, value, meaning)
    (self.isCommon, self.isRepeated) = (isCommon, isRepeated)
  }

  /// An option that is there or not.
  init(_ name: String, _ meaning: Wording, isCommon: Bool = false) {
    self.init(name, nil, meaning, isCommon: isCommon)
  }

  /// The words that completions offer for its value.
  var words: [String] {
    switch value?.kind {
    case .oneOf(let words), .suggested(let words): words
    default: []
    }
  }

  /// As it is typed, such as `--as-of DATE`.
  func usage(in language: Language) -> String {
    value.map { "\(name) \($0.label[language])" } ?? name
  }
}

extension OptionDescription.Value {
  static let date = Self(label: Wording("DATE", "日期"), kind: .free)
  static let text = Self(label: Wording("TEXT", "文字"), kind: .free)
  static let person = Self(label: Wording("NAME", "姓名"), kind: .free)
  static let award = Self(label: Wording("ID", "奖项"), kind: .free)
  static let file = Self(label: Wording("FILE", "文件"), kind: .file)
  static let folder = Self(label: Wording("DIR", "目录"), kind: .folder)

  /// One of a few words.
  static func oneOf(_ words: String...) -> Self {
    let label = words.joined(separator: "|")
    return Self(label: Wording(label, label), kind: .oneOf(words))
  }
}
