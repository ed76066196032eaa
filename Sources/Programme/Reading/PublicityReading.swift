extension Publicity {
  init(_ fields: Fields) {
    contact = fields.optional("contact", .object(PublicityContact.init))
    days = fields.optional("days", .integer(in: 1...60)) ?? days
    count = fields.optional("count", .choice) ?? count
    start = fields.optional("start", .choice) ?? start
    ends = fields.optional("ends", .choice) ?? ends
    published = fields.optional("published", .date)
    calendarFiles = fields.optional("calendar", .oneOrMany(.text)) ?? []
    place = fields.place(of: fields.has("published") ? "published" : "calendar")
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
