/// What a cell was found to hold when it was read by a form.
package enum Parsed<Value> {
  /// A good value, with what had to be overlooked or mended to read it.
  case value(Value, ValueFlags)
  /// No value, with the reason that the cell gives; reasons score differently.
  case missing(MissingReason)
  /// Something that is no value of this form.
  case fault(ValueFault)

  /// The value, when there is one.
  package var value: Value? {
    if case .value(let value, _) = self { value } else { nil }
  }

  /// The same outcome with another value.
  package func map<Other>(_ change: (Value) -> Other) -> Parsed<Other> {
    switch self {
    case .value(let value, let flags): .value(change(value), flags)
    case .missing(let reason): .missing(reason)
    case .fault(let fault): .fault(fault)
    }
  }
}

extension Parsed: Equatable where Value: Equatable {}
extension Parsed: Sendable where Value: Sendable {}

/// A way to read the contents of a cell; forms are values with settings, and reading is pure.
package protocol ValueForm: Sendable {
  /// What reading yields.
  associatedtype Value

  /// What the form reads, for the sentence about a fault.
  var expected: ValueFault.Expectation { get }

  /// Reads the UTF-8 contents of one cell.
  func parse(_ text: Span<UInt8>) -> Parsed<Value>
}

/// Why a cell holds no value; the raw value is the stable code.
package enum MissingReason: String, Sendable, CaseIterable {
  /// Nothing but white space.
  case blank
  /// A dash, `无`, `N/A`: the cell says that there is nothing, but not why.
  case none
  /// Not handed in.
  case notSubmitted = "not_submitted"
  /// Did not come to the examination.
  case absent
  /// Not examined or marked yet.
  case pending
  /// Never logged in or never studied.
  case never
  /// The question was skipped by the questionnaire's own logic.
  case skipped
  /// The platform does not know.
  case unknown
}

/// What was overlooked or mended on a good value; recorded, so that nothing is changed silently.
package struct ValueFlags: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// A unit or remark behind the number was taken off: `3次`, `95分`, `3(异常)`.
  package static let suffix = ValueFlags(rawValue: 1)
  /// Full-width characters were read as half-width ones.
  package static let fullWidth = ValueFlags(rawValue: 2)
  /// A guard against spreadsheets was taken off: a leading apostrophe or tab, `="…"`.
  package static let guarded = ValueFlags(rawValue: 4)
  /// Digits that mean something were rounded off.
  package static let rounded = ValueFlags(rawValue: 8)
  /// The tail of a binary fraction was rounded off: `56.99999999999999`.
  package static let floatTail = ValueFlags(rawValue: 16)
  /// Thousands separators were taken out.
  package static let grouped = ValueFlags(rawValue: 32)
  /// White space inside the value was taken out.
  package static let innerSpace = ValueFlags(rawValue: 64)
  /// A remark behind a name was set aside: `张三（新）`.
  package static let remark = ValueFlags(rawValue: 128)
  /// A time of day was dropped from a date.
  package static let timeDropped = ValueFlags(rawValue: 256)
  /// A serial day number was read as a date.
  package static let serialDate = ValueFlags(rawValue: 512)

  /// A character was lost before the file was written, and a question mark stands for it.
  package static let lostCharacter = ValueFlags(rawValue: 1024)

  private static let codes: [(ValueFlags, String)] = [
    (.suffix, "suffix_numbers"), (.fullWidth, "fullwidth"), (.guarded, "id_text_guard"), (.rounded, "rounded"),
    (.floatTail, "float_tail"), (.grouped, "grouped_digits"), (.innerSpace, "inner_space"), (.remark, "name_dirt"),
    (.timeDropped, "time_dropped"), (.serialDate, "serial_date"),
    (.lostCharacter, "lost_character"),
  ]

  /// The stable codes of the flags that are set.
  package var codes: [String] {
    Self.codes.filter { contains($0.0) }.map(\.1)
  }
}
