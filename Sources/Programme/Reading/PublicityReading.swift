extension Publicity {
  init(_ fields: Fields) {
    contact = fields.optional("contact", .object(PublicityContact.init))
  }
}

extension PublicityContact {
  fileprivate init(_ fields: Fields) {
    unit = fields.optional("unit", .text)
    phone = fields.optional("phone", .text)
    email = fields.optional("email", .text)
    address = fields.optional("address", .text)
  }
}
