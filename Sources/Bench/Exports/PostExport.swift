extension World {
  /// Posts and replies (posts.csv): about five a learner, a few with many; on the second night there are new ones at the end.
  func writePosts(_ path: String, _ night: Night) throws {
    let file = try ExportFile(path, header: "学员编号,帖子编号,类型,发布时间")
    let order = RowOrder(self, .postRows) { posts(of: $0) }
    for key in order.keys {
      var drawn = chance(.post, UInt64(key.packed))
      let moment = drawn.number(0..<100 * 86_400)
      try writePost(file, key, number: Int(key.packed), moment, dirt: dirt(.post, key))
    }
    let fresh = order.keys.count * night.changedPerMillion / 1_000_000
    var chance = chance(.changed, Chance.Purpose.post.rawValue)
    for number in 0..<fresh {
      let key = RowOrder.Key(packed: UInt32(chance.number(0..<learners)) << 6)
      try writePost(file, key, number: learners << 6 + number, Night.momentOfChange(&chance), dirt: .none)
    }
    try file.close()
  }

  private func writePost(_ file: ExportFile, _ key: RowOrder.Key, number: Int, _ moment: Int, dirt: Dirt) throws {
    file.person(self, key.learner, dirt)
    // Scattered over eight digits, and unique: the factor has no divisor in common with 10^8.
    file.code(Self.postLetters, number * 73_687_879 % 100_000_000, digits: 8)
    file.text(moment % 10 < 3 ? Self.post : Self.reply)
    file.moment(moment)
    try file.endRow()
  }

  private func posts(of learner: Int) -> Int {
    var chance = chance(.postRows, UInt64(learner))
    guard !chance.happens(perMillion: 60_000) else { return 0 }
    let shape = chance.happens(perMillion: 200_000) ? 3 : 2
    return min(chance.gamma(shape: shape) * 31 * Int(effort[learner]) / 10_000_000, 63)
  }

  private static let postLetters = [UInt8]("TZ".utf8)
  private static let post = [UInt8]("发帖".utf8)
  private static let reply = [UInt8]("回帖".utf8)
}
