extension Certificates {
  init(_ fields: Fields) {
    self.init()
    if let pattern = fields.optional("number", .text) {
      if let read = CertificateNumber(pattern) {
        number = read
      } else {
        fields.refuse(
          "number",
          Wording(
            "'\(pattern)' is no pattern of certificate numbers; expected a text with {serial} once, and {year}, {term} and {award} where wanted, such as '{year}-{award}-{serial}'",
            "'\(pattern)' 不是证书编号的格式；应含一处 {serial}，另可用 {year}、{term}、{award}，如 '{year}-{award}-{serial}'"))
      }
    }
    digits = fields.optional("digits", .integer(in: 1...9)) ?? digits
    date = fields.optional("date", .date)
    awards = fields.optional("awards", .dictionary(of: .object(CertificateAward.init))) ?? []
  }
}

extension CertificateAward {
  fileprivate init(_ fields: Fields) {
    title = fields.optional("title", .text)
    code = fields.optional("code", .text)
  }
}

extension Programme {
  /// Reports certificates of awards that the file does not declare, and awards whose certificates would bear the same numbers.
  func checkCertificates(_ faults: FaultCollector) {
    guard let certificates = reports.nominees?.certificates else { return }
    let names = awards.map(\.id.text)
    for entry in certificates.awards where !names.contains(entry.key) {
      let hint = Spelling.hint(for: entry.key, among: names.sorted())
      faults.refuse(
        entry.place,
        Wording(
          "no award is named '\(entry.key)'; \(hint.english)", "没有名为 '\(entry.key)' 的奖项；\(hint.chinese)"))
    }
    guard certificates.number.countsByAward else { return }
    var holders: [String: Award] = [:]
    for award in awards {
      let code = certificates.code(of: award, in: self)
      if let other = holders.updateValue(award, forKey: code) {
        let place = certificates.awards.first { [award.id.text, other.id.text].contains($0.key) }?.place
        faults.refuse(
          place ?? award.place,
          Wording(
            "certificates of '\(other.id)' and '\(award.id)' have the same code '\(code)' and would bear the same numbers; give one of them another",
            "奖项“\(other.title)”“\(award.title)”的证书代码同为 '\(code)'，编号会重复；请改其中一个"))
      }
    }
  }
}
