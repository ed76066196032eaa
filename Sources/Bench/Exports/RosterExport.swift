extension World {
  /// The roster (learners.csv), nearly in the order of the schools; identity and phone numbers have prefixes never issued.
  func writeRoster(_ path: String, _ night: Night) throws {
    let file = try ExportFile(path, header: "学员编号,姓名,身份证号,手机号,地市,区县,学校,学段,学科,班级")
    let cities = province.cities.map { [UInt8]($0.utf8) }
    let counties = province.counties.map { [UInt8]($0.name.utf8) }
    let schools = province.schools.map { (name: [UInt8]($0.name.utf8), stage: [UInt8]($0.stage.utf8)) }
    for entry in rosterOrder {
      let school = Int(school[entry.learner])
      let county = province.schools[school].county
      var drawn = chance(.roster, UInt64(entry.learner))
      file.person(self, entry.learner, entry.isBlank ? .noPerson : .none)
      file.text(Self.names[drawn.number(0..<Self.names.count)])
      file.code(Self.cardPrefix, drawn.number(0..<1_000_000_000_000), digits: 12)
      let phone = drawn.number(0..<100_000_000)
      let change = change(.roster, RowOrder.Key(packed: UInt32(entry.learner) << 6), night)
      file.code(Self.phonePrefix, change == nil ? phone : (phone + 1) % 100_000_000, digits: 8)
      file.text(cities[province.counties[county].city])
      file.text(counties[county])
      file.text(schools[school].name)
      file.text(schools[school].stage)
      file.text(Self.subjects[drawn.number(0..<Self.subjects.count)])
      file.text(Self.classes[drawn.number(0..<Self.classes.count)])
      try file.endRow()
    }
    try file.close()
  }

  private struct RosterEntry {
    let learner: Int
    let isBlank: Bool
  }

  /// Every learner once, a few twice, and a few rows without a code; rows stray from their place by up to fifty.
  private var rosterOrder: [RosterEntry] {
    var chance = chance(.order, Chance.Purpose.roster.rawValue)
    var placed: [(place: Int, entry: RosterEntry)] = []
    placed.reserveCapacity(learners + learners / 500)
    for learner in 0..<learners {
      placed.append((learner + chance.number(0..<50), RosterEntry(learner: learner, isBlank: false)))
      if chance.happens(perMillion: Dirt.perMillion) {
        placed.append((learner + chance.number(0..<50), RosterEntry(learner: learner, isBlank: false)))
      }
      if chance.happens(perMillion: Dirt.perMillion) {
        placed.append((learner + chance.number(0..<50), RosterEntry(learner: learner, isBlank: true)))
      }
    }
    placed.sort { ($0.place, $0.entry.learner) < ($1.place, $1.entry.learner) }
    return placed.map(\.entry)
  }

  static let surnames = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹".map(String.init)
  static let givenNames = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉建文国志红春秀梅云龙海燕鹏宇欣怡".map(String.init)

  /// Every surname with every one or two characters.
  private static let names: [[UInt8]] = surnames.flatMap { surname in
    givenNames.flatMap { first in
      ([""] + givenNames.prefix(20)).map { [UInt8]("\(surname)\(first)\($0)".utf8) }
    }
  }
  private static let subjects = "语文 数学 英语 物理 化学 生物 历史 地理 政治 音乐 体育 信息技术".split(separator: " ").map { [UInt8]($0.utf8) }
  private static let classes = (1...30).map { [UInt8]("\($0)班".utf8) }
  private static let cardPrefix = [UInt8]("000000".utf8)
  private static let phonePrefix = [UInt8]("100".utf8)
}
