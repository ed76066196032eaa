import Testing
import TestSupport

/// No paper carries a number that belongs to a person alone.
struct PrivacyTests {
  @Test(arguments: Night.allCases)
  func `no paper holds an identity number or a phone that is not covered`(night: Night) throws {
    let numbers = try TwoNights.lines(
      after: .second, "SELECT id_card FROM person WHERE id_card <> '' UNION SELECT phone FROM person WHERE phone <> ''")
    #expect(numbers.count > 2000)
    let known = Set(numbers)
    for path in try ["md", "xlsx", "svg", "json"].flatMap({ try Papers.all($0, of: night) }) {
      let text = try Papers.text(of: path)
      let found = longNumbers(in: text).filter { known.contains($0) || looksPrivate($0) }
      #expect(found == [], "\(path)")
    }
  }

  @Test func `neither the course of a run nor its results hold one`() throws {
    for night in Night.allCases {
      let outcome = try #require(try TwoNights.outcome(of: night))
      #expect(longNumbers(in: outcome.output + outcome.errors).filter(looksPrivate) == [])
    }
  }

  @Test func `the public list holds no number of a person at all`() throws {
    let text = try Papers.text(of: "\(try TwoNights.papers("nominees", of: .second))/nominees-public.md")
    #expect(text.matches(of: /[0-9]{9,}/).isEmpty)
  }

  /// Runs of digits that stand alone: not inside a digest.
  private func longNumbers(in text: String) -> [String] {
    let words = text.unicodeScalars.split {
      !$0.isASCII || !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
    return words.map(String.init).filter { $0.count >= 11 && $0.dropLast().allSatisfy(\.isNumber) }
  }

  private func looksPrivate(_ digits: String) -> Bool {
    digits.count == 11 && digits.hasPrefix("1") || digits.count == 18
  }
}
