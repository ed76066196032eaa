/// The invented administrative order: 14 cities, about a hundred counties, and a school for every 60 learners.
struct Province {
  struct County {
    let name: String
    let city: Int
    /// How much harder its learners study than others, in thousandths.
    let effort: Int
  }

  struct School {
    let name: String
    let county: Int
    /// The stage (学段) it teaches.
    let stage: String
  }

  let cities: [String]
  let counties: [County]
  let schools: [School]

  private static let cityNames =
    "云岭 青澜 白汀 临浦 松屏 桃溪里 金麓 安岑 丰渚 平芜 石樵 永漪 龙汀 海晏里".split(separator: " ").map { "\($0)市" }
  private static let kinds = [("幼儿园", "学前", 12), ("小学", "小学", 45), ("初级中学", "初中", 28), ("高级中学", "高中", 15)]

  init(seed: UInt64, learners: Int) {
    var chance = Chance(seed: seed, .province)
    var names = "东南西北中上下新古大小长高清明".flatMap { front in "山河湖林桥塘坪州溪湾".map { "\(front)\($0)" } }
    names.shuffle(by: &chance)
    var counties: [County] = []
    for city in Self.cityNames.indices {
      for _ in 0..<chance.number(5..<10) {
        let kind = chance.happens(perMillion: 300_000) ? "区" : "县"
        counties.append(
          County(name: names[counties.count] + kind, city: city, effort: chance.normal(mean: 0, deviation: 40)))
      }
    }
    cities = Self.cityNames
    self.counties = counties
    schools = Self.schools(of: counties, count: max(counties.count, (learners + 30) / 60), &chance)
  }

  /// Schools in the order of their counties; large counties have several times as many as small ones.
  private static func schools(of counties: [County], count: Int, _ chance: inout Chance) -> [School] {
    let weights = counties.map { _ in 200 + chance.gamma(shape: 3) }
    let whole = weights.reduce(0, +)
    var schools: [School] = []
    schools.reserveCapacity(count)
    var weighed = 0
    for (county, weight) in weights.enumerated() {
      let first = schools.count
      weighed += weight
      while schools.count < count * weighed / whole {
        let (word, stage) = kind(drawn: chance.number(0..<100))
        schools.append(
          School(name: "\(counties[county].name)第\(schools.count - first + 1)\(word)", county: county, stage: stage))
      }
    }
    return schools
  }

  private static func kind(drawn: Int) -> (word: String, stage: String) {
    var left = drawn
    for (word, stage, share) in kinds {
      if left < share { return (word, stage) }
      left -= share
    }
    return (kinds[1].0, kinds[1].1)
  }
}
