import CSHA256

/// The eight words of a SHA-256 digest in the making.
struct SHA256State: Sendable {
  private var words: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// Whether the processor has instructions for this digest, which take a tenth of the time.
  static let hasInstructions = sha256_has_instructions()

  /// The words as 32 bytes, high byte first.
  var bytes: [UInt8] {
    words.indices.flatMap { index in
      stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: words[index] >> UInt32($0)) }
    }
  }

  /// Mixes in whole blocks of 64 bytes.
  mutating func absorb(_ bytes: Span<UInt8>, withInstructions: Bool) {
    if withInstructions { absorbByInstructions(bytes) } else { absorbInSwift(bytes) }
  }

  private mutating func absorbByInstructions(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { bytes in
      Self.constants.span.withUnsafeBufferPointer { constants in
        var target = words.mutableSpan
        target.withUnsafeMutableBufferPointer { words in
          unsafe sha256_absorb(words.baseAddress, bytes.baseAddress, bytes.count / 64, constants.baseAddress)
        }
      }
    }
  }

  private mutating func absorbInSwift(_ bytes: Span<UInt8>) {
    var schedule = InlineArray<16, UInt32>(repeating: 0)
    var start = 0
    while start + 64 <= bytes.count {
      for index in 0..<16 {
        let place = start + index * 4
        schedule[index] =
          UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16 | UInt32(bytes[place + 2]) << 8
          | UInt32(bytes[place + 3])
      }
      mix(&schedule)
      start += 64
    }
  }

  private mutating func mix(_ schedule: inout InlineArray<16, UInt32>) {
    var (a, b, c, d) = (words[0], words[1], words[2], words[3])
    var (e, f, g, h) = (words[4], words[5], words[6], words[7])
    for round in 0..<64 {
      if round >= 16 {
        let early = schedule[(round &+ 1) & 15]
        let late = schedule[(round &+ 14) & 15]
        let first = rotate(early, 7) ^ rotate(early, 18) ^ early >> 3
        let second = rotate(late, 17) ^ rotate(late, 19) ^ late >> 10
        schedule[round & 15] = schedule[round & 15] &+ first &+ schedule[(round &+ 9) & 15] &+ second
      }
      let choice = g ^ (e & (f ^ g))
      let sum =
        h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ choice
        &+ Self.constants[round] &+ schedule[round & 15]
      let majority = (a & b) | (c & (a | b))
      let other = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ sum, c, b, a, sum &+ other)
    }
    let mixed: InlineArray<8, UInt32> = [a, b, c, d, e, f, g, h]
    for index in words.indices { words[index] &+= mixed[index] }
  }

  private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  private static let constants: InlineArray<64, UInt32> = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  ]
}
