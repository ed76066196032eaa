import TestSupport

/// A platform whose learners, study, homework and posts change at random between exports.
struct Platform {
  private var learners: [Int: (name: String, phone: String, school: String, status: String)] = [:]
  private var minutes: [String: Int] = [:]
  private var marks: [String: String] = [:]
  private var threads: [String: String] = [:]

  var roster: [String] {
    learners.sorted { $0.key < $1.key }.map { "\($0),\($1.name),\($1.phone),\($1.school),\($1.status)" }
  }
  var study: [String] { minutes.sorted { $0.key < $1.key }.map { "\($0),\($1 % 3 == 0 ? "必修" : "选修"),\($1)," } }
  var homework: [String] { marks.sorted { $0.key < $1.key }.map { "\($0),\($1)" } }
  var posts: [String] { threads.sorted { $0.key < $1.key }.map { "\($0),\($1)" } }

  /// Some learners come, go or change; some facts are new, changed or gone; some name nobody or hold nonsense.
  mutating func change(_ random: inout SeededGenerator) {
    for learner in 1...6 where random.oneIn(2) {
      learners[learner] =
        random.oneIn(4)
        ? nil
        : (
          random.pick(["甲", "乙", "丙"]) ?? "", random.pick(["", "13800000001", "13800000002"]) ?? "",
          random.pick(["东市,一中", "东市,三中", "西市,二中"]) ?? "", random.oneIn(5) ? "退出" : "在册"
        )
    }
    if learners.isEmpty { learners[1] = ("甲", "", "东市,一中", "在册") }
    for _ in 0..<6 {
      let person = Int.random(in: 1...7, using: &random)
      let course = random.pick(["A", "B", "长编号课程"]) ?? ""
      minutes["\(person),\(course)"] = random.oneIn(4) ? nil : Int.random(in: -1...50, using: &random)
      marks["\(person),H\(course)"] =
        random.oneIn(4) ? nil : random.pick(["80,100,是", "80,100,否", "未提交,100,否", "90,100,", "120,100,否"])
      threads["\(person),T\(Int.random(in: 1...9, using: &random))"] =
        random.oneIn(4) ? nil : random.pick(["2023-08-01 10:00", "2023-08-02 11:30", ""])
    }
  }
}
