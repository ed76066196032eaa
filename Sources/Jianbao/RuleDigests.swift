/// The digests of the files of rules, by the names that the pipeline file gives them.
struct RuleDigests {
  private let digests: [String: String]

  init(of digests: [String: String]) { self.digests = digests }

  /// The digests as `text` wrote them.
  init(_ text: String) {
    let pairs = text.split(separator: "\n").compactMap { line -> (String, String)? in
      line.lastIndex(of: "=").map { (String(line[..<$0]), String(line[$0...].dropFirst())) }
    }
    digests = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// A line for each file, in the order of their names.
  var text: String { digests.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n") }

  /// What became of a file since earlier digests were taken.
  enum Change {
    case altered, added, removed
  }

  /// The files that are not what they were, in the order of their names.
  func changes(since earlier: RuleDigests) -> [(name: String, change: Change)] {
    Set(digests.keys).union(earlier.digests.keys).sorted().compactMap { name in
      switch (earlier.digests[name], digests[name]) {
      case (nil, _): (name, .added)
      case (_, nil): (name, .removed)
      case (let before, let now): before == now ? nil : (name, .altered)
      }
    }
  }
}
