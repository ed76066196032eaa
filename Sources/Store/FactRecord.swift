/// One accepted row of a fact source, ready to be sorted and landed: 32 bytes, so that millions fit the sort budget.
package struct FactRecord: BitwiseCopyable {
  /// What the row is about; see `ItemKey`.
  package var item: Int64
  /// The enrolment's key in the database.
  package var enrolment: Int32
  /// Civil seconds since 2000-01-01; `none` when the row has no time.
  package var at: Int32
  /// In the column's stored unit; `none` when the row has no value.
  package var value: Int32
  /// Full marks in hundredths; `none` when the row states none.
  package var full: Int32
  /// The physical row of the export.
  package var row: UInt32
  /// The export of the night, counted from 0.
  package var file: UInt16
  /// The category's number within its source; 0 is none.
  package var category: UInt8
  /// Whether the flag column is true (bit 0), and why a value is missing (from bit 1).
  package var marks: UInt8

  package init(
    item: Int64, enrolment: Int32, at: Int32, value: Int32, full: Int32, row: UInt32, file: UInt16, category: UInt8,
    marks: UInt8
  ) {
    self.item = item
    self.enrolment = enrolment
    self.at = at
    self.value = value
    self.full = full
    self.row = row
    self.file = file
    self.category = category
    self.marks = marks
  }

  /// Stands for an absent number.
  package static let none = Int32.min
  /// 2000-01-01 in seconds since 1970.
  package static let epoch: Int64 = 946_684_800

  package var flag: Bool { marks & 1 != 0 }

  /// Whether the item was handed in: it has a time or a mark.
  package var isSubmitted: Bool { at != Self.none || value != Self.none }

  /// Civil seconds since 1970, or nil.
  package var moment: Int64? { at == Self.none ? nil : Int64(at) + Self.epoch }

  package var optionalValue: Int64? { value == Self.none ? nil : Int64(value) }

  package var optionalFull: Int64? { full == Self.none ? nil : Int64(full) }

  /// Whether two rows state the same, wherever they stand.
  package func states(sameAs other: FactRecord) -> Bool {
    item == other.item && at == other.at && value == other.value && full == other.full && category == other.category
      && marks == other.marks
  }

  /// Folds the statement, without its place, into a running digest.
  package func digest(into digest: inout UInt64) {
    Self.mix(UInt64(bitPattern: item), into: &digest)
    Self.mix(UInt64(UInt32(bitPattern: at)) << 32 | UInt64(UInt32(bitPattern: value)), into: &digest)
    Self.mix(
      UInt64(UInt32(bitPattern: full)) << 32 | UInt64(category) << 8 | UInt64(marks), into: &digest)
  }

  /// A digest of the statement, without its place; those of an enrolment's facts are added up, in any order.
  package var stated: Int64 {
    var digest: UInt64 = 0x243f_6a88_85a3_08d3
    self.digest(into: &digest)
    return Int64(bitPattern: digest)
  }

  package static func mix(_ word: UInt64, into digest: inout UInt64) {
    digest = (digest ^ word) &* 0x9e37_79b9_7f4a_7c15
    digest ^= digest >> 32
  }
}
