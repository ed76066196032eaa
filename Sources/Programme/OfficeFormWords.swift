/// Words that the forms of offices are known by when they come back.
package enum OfficeFormWords {
  /// The heading over the order in which an office recommends; no export of a platform has it.
  package static let order = "推荐排序"
}
