import Testing
import TestSupport

/// What changed on the roster between the nights.
struct ChangeTests {
  @Test func `additions, the withdrawal, the disappearance and the transfer are those that were made`() throws {
    let schools = try TwoNights.lines(after: .second, "SELECT code || '=' || name FROM unit ORDER BY code")
    let names = Dictionary(
      uniqueKeysWithValues: schools.map { line in
        (line.prefix { $0 != "=" }, line.drop { $0 != "=" }.dropFirst())
      })
    let expected = try Expected.rows("changes").compactMap { row -> String? in
      let person = row.line("person")
      return switch row["kind"] {
      case "added": "\(person) status  enrolled"
      case "withdrawn": "\(person) status enrolled withdrawn"
      case "vanished": "\(person) status enrolled vanished"
      case "transferred":
        "\(person) unit \(names[row["before"]?[...] ?? ""] ?? "") \(names[row["after"]?[...] ?? ""] ?? "")"
      default: nil
      }
    }
    let found = try TwoNights.lines(
      after: .second,
      """
      SELECT person, item, coalesce(before, ''), after FROM change
      WHERE kind = 'roster' AND as_of = '2023-08-20' ORDER BY person
      """)
    expectSame(found, expected, "changes")
  }

  @Test func `a change names the file and the row where it stands, except a disappearance`() throws {
    let places = try TwoNights.lines(
      after: .second,
      "SELECT coalesce(after, ''), count(*) FROM change WHERE file IS NULL OR row IS NULL GROUP BY after")
    #expect(places == ["vanished 1"])
  }

  @Test func `the first night has no changes`() throws {
    #expect(try TwoNights.lines(after: .first, "SELECT count(*) FROM change") == ["0"])
  }

  @Test func `a roster row finds its school by the alias that came between the nights`() throws {
    let row = try #require(try Expected.rows("changes").first { $0["kind"] == "alias_added" })
    let found = try TwoNights.lines(
      after: .second,
      "SELECT u.code FROM unit_alias a JOIN unit u ON u.id = a.unit WHERE a.alias = '\(row["after"] ?? "")'")
    #expect(found == [row["before"] ?? ""])
    let rejects = try TwoNights.lines(
      after: .second, "SELECT count(*) FROM rejected WHERE raw LIKE '%\(row["after"] ?? "")%'")
    #expect(rejects == ["0"])
  }
}
