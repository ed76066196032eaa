/// How the certificates of approved winners (荣誉证书) are numbered, worded and dated.
package struct Certificates: Sendable {
  package var number: CertificateNumber
  /// The least digits of the running number.
  package var digits: Int
  /// The day that stands on the certificates; nil as long as nobody has decided it.
  package var date: CalendarDate?
  /// What the certificates and the public list of an award say instead of its title, and what stands for it in the numbers.
  package var awards: [Entry<CertificateAward>]

  /// Certificates numbered `2023-01-0001`.
  package init(
    number: CertificateNumber = .usual, digits: Int = 4, date: CalendarDate? = nil,
    awards: [Entry<CertificateAward>] = []
  ) {
    self.number = number
    self.digits = digits
    self.date = date
    self.awards = awards
  }

  /// The title of an award as it is printed on the certificate and in the public list.
  package func title(of award: Award) -> String { entry(of: award)?.title ?? award.title }

  /// What stands for an award in the numbers: its code, or its place among the awards of the pipeline file, `01`.
  package func code(of award: Award, in programme: Programme) -> String {
    if let code = entry(of: award)?.code { return code }
    let place = (programme.awards.firstIndex { $0.id == award.id } ?? 0) + 1
    return place < 10 ? "0\(place)" : "\(place)"
  }

  private func entry(of award: Award) -> CertificateAward? { awards.first { $0.key == award.id.text }?.value }
}

/// What the pipeline file says about the certificates of one award.
package struct CertificateAward: Sendable {
  package var title: String?
  package var code: String?

  package init(title: String? = nil, code: String? = nil) {
    self.title = title
    self.code = code
  }
}

/// The pattern of a certificate's number: `苏教培〔{year}〕{award}{serial}号`.
package struct CertificateNumber: Sendable, Hashable {
  /// A piece of the pattern.
  package enum Part: Sendable, Hashable {
    case text(String)
    /// The year of the programme.
    case year
    /// How many of the programme's terms had begun, from 1: winners of one term are not those of another.
    case term
    /// The code of the award.
    case award
    /// The running number in the order of the public list.
    case serial
  }

  package let parts: [Part]

  /// `{year}-{award}-{serial}`.
  package static let usual = CertificateNumber(parts: [.year, .text("-"), .award, .text("-"), .serial])

  package init(parts: [Part]) { self.parts = parts }

  /// Reads a pattern; nil where it has an unknown word in braces or no running number, without which numbers would repeat.
  package init?(_ pattern: String) {
    var parts: [Part] = []
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      switch rest[rest.index(after: open)..<close] {
      case "year": parts.append(.year)
      case "term": parts.append(.term)
      case "award": parts.append(.award)
      case "serial": parts.append(.serial)
      default: return nil
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    guard parts.count(where: { $0 == .serial }) == 1, !pattern.contains(where: \.isNewline) else { return nil }
    self.parts = parts
  }

  /// Whether every award is numbered from 1: the award is part of the number then; otherwise the number runs on through all awards, so
  /// that no two certificates have the same.
  package var countsByAward: Bool { parts.contains(.award) }

  /// The number of one certificate; `digits` is how long the running number is at least.
  package func text(year: Int, term: Int = 1, award: String, serial: Int, digits: Int) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .year: "\(year)"
      case .term: "\(term)"
      case .award: award
      case .serial: String(repeating: "0", count: max(0, digits - "\(serial)".count)) + "\(serial)"
      }
    }.joined()
  }
}
