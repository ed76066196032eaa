import Exports
import TestSupport
import Testing

struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func `the published digests come out`(text: String, expected: String) throws {
    var digest = SHA256()
    digest.update(Array(text.utf8).span)
    #expect(SHA256.hexadecimal(digest.finish()) == expected)
    #expect(try withFile(Array(text.utf8)) { try SHA256.hexadecimal(ofFile: $0) } == expected)
  }

  @Test func `bytes may come in pieces of any size, with the instructions of the processor or without`() {
    for seed in Cases.seeds(usually: 200) {
      var generator = SeededGenerator(seed: seed)
      let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      var whole = SHA256()
      whole.update(bytes.span)
      var pieces = SHA256()
      var swift = SHA256(usesInstructions: false)
      swift.update(bytes.span)
      var start = 0
      while start < bytes.count {
        let end = min(bytes.count, start + Int.random(in: 1...70, using: &generator))
        pieces.update(bytes.span.extracting(start..<end))
        start = end
      }
      let expected = whole.finish()
      #expect(pieces.finish() == expected, "SEED=\(seed)")
      #expect(swift.finish() == expected, "SEED=\(seed)")
    }
  }
}
