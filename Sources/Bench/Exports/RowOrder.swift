/// The rows of one export in the order in which they are written, some of them twice.
struct RowOrder {
  /// A row: a learner, and the number of the row among the learner's own.
  struct Key {
    let packed: UInt32

    var learner: Int { Int(packed >> 6) }
    var number: Int { Int(packed & 63) }
  }

  private(set) var keys: [Key] = []

  /// Lists every learner's rows, at most 64 each, repeats one in 2000, and shuffles them as a platform's dump does.
  init(_ world: World, _ purpose: Chance.Purpose, rows: (_ learner: Int) -> Int) {
    for learner in 0..<world.learners {
      for number in 0..<rows(learner) { append(learner, number, world, purpose) }
    }
    var chance = world.chance(.order, purpose.rawValue)
    keys.shuffle(by: &chance)
  }

  /// Lists the same number of rows for each of some learners, repeats one in 2000, and keeps the order.
  init(_ world: World, _ purpose: Chance.Purpose, inOrder learners: [Int32], rows: Int) {
    for learner in learners {
      for number in 0..<rows { append(Int(learner), number, world, purpose) }
    }
  }

  private mutating func append(_ learner: Int, _ number: Int, _ world: World, _ purpose: Chance.Purpose) {
    let key = Key(packed: UInt32(learner) << 6 | UInt32(number))
    keys.append(key)
    var chance = world.chance(.repeated, purpose.rawValue << 32 | UInt64(key.packed))
    if chance.happens(perMillion: Dirt.perMillion) { keys.append(key) }
  }
}

/// What is wrong with a row on purpose; the fourth kind is the row that stands there twice.
enum Dirt {
  case none, noPerson, unknownPerson, impossibleValue

  /// How many of a million rows have each kind.
  static let perMillion = 500
}

extension World {
  /// What is wrong with a row of an export; the same on both nights.
  func dirt(_ purpose: Chance.Purpose, _ key: RowOrder.Key) -> Dirt {
    var chance = self.chance(.dirt, purpose.rawValue << 32 | UInt64(key.packed))
    switch chance.number(0..<1_000_000) {
    case ..<Dirt.perMillion: return .noPerson
    case ..<(2 * Dirt.perMillion): return .unknownPerson
    case ..<(3 * Dirt.perMillion): return .impossibleValue
    default: return .none
    }
  }

  /// What a row is on the second night if it changed since the first; nil if it did not.
  func change(_ purpose: Chance.Purpose, _ key: RowOrder.Key, _ night: Night) -> Chance? {
    guard night.changedPerMillion > 0 else { return nil }
    var chance = self.chance(.changed, purpose.rawValue << 32 | UInt64(key.packed))
    return chance.happens(perMillion: night.changedPerMillion) ? chance : nil
  }
}

extension ExportFile {
  private static let learnerLetter = [UInt8]("T".utf8)
  private static let unknownLetter = [UInt8]("X".utf8)

  /// The code of the learner whom a row is about, as far as the row says it.
  func person(_ world: World, _ learner: Int, _ dirt: Dirt = .none) {
    switch dirt {
    case .noPerson: blank()
    case .unknownPerson: code(Self.unknownLetter, learner % 9, digits: 10)
    case .none, .impossibleValue: code(Self.learnerLetter, world.number(of: learner), digits: 10)
    }
  }
}
