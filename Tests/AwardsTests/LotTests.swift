import Awards
import TestSupport
import Testing

@Test func `a draw digests seed, award and identifier, a line each`() {
  let message = Lot.message(seed: "第7期", award: "best", identifier: "320001/YW/1")
  #expect(String(decoding: message, as: UTF8.self) == "第7期\nbest\n320001/YW/1")
}

@Test func `a lot prints the sixteen digits with which the digest begins`() {
  let digest: [UInt8] = [0x00, 0x1F, 0xAB, 0, 0, 0, 0, 0x09, 0xFF, 0xFF]
  #expect(Lot(digest: digest).text == "001fab0000000009")
  #expect(Lot(digest: digest).number == 0x001F_AB00_0000_0009)
}

@Test func `the key of a lot orders as the lot does`() {
  for seed in Cases.seeds(usually: 10_000) {
    var random = SeededGenerator(seed: seed)
    let (one, other) = (Lot(number: random.next()), Lot(number: random.next()))
    #expect((one < other) == (one.key < other.key), "SEED=\(seed)")
    #expect(Lot(key: one.key) == one, "SEED=\(seed)")
  }
}
