extension Privacy {
  init(_ fields: Fields) {
    identity = fields.optional("identity", .object { Ends($0, first: 6, last: 4) }) ?? identity
    phone = fields.optional("phone", .object { Ends($0, first: 3, last: 4) }) ?? phone
    names = fields.optional("names", .choice) ?? names
    alike = fields.optional("alike", .list(of: .choice)) ?? alike
  }
}

extension Privacy.Ends {
  /// At most so much as offices show, so that no setting uncovers a number.
  fileprivate init(_ fields: Fields, first: Int, last: Int) {
    self.first = fields.required("first", .integer(in: 0...first))
    self.last = fields.required("last", .integer(in: 0...last))
  }
}
