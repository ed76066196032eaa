import Foundation
import Programme
import Reports
import SQLite
import TestSupport

/// An invented province with its learners on two nights, as the stages would leave it in the database.
///
/// Every figure is added up from the same learners, so that counts agree wherever they appear.
final class BulletinProvince {
  let database: Database
  let programme: Programme
  private var generator = SeededGenerator(seed: 18)
  private var learners: [Learner] = []

  /// One enrolment and what its learner had done by each of the two nights.
  private struct Learner {
    let key: Int64
    /// From the school up to the province.
    let units: [Int64]
    let project: Int64
    let cohort: Int64
    var isWithdrawn = false
    var isVanished = false
    var nights: [Work]
  }

  private struct Work {
    var seconds: Int64 = 0
    var handedIn: Int64 = 0
    var essays: Int64 = 0
    /// Hundredths of a mark.
    var essayMarks: Int64 = 0
    var posts: Int64 = 0
    /// Hundredths of a point.
    var total: Int64 = 0

    var passed: Bool { total >= 8000 }
  }

  init() throws {
    programme = try provincialProgramme()
    database = try Database(path: ":memory:")
    try database.execute(String(contentsOf: repository.appending(path: "Sources/Store/schema.sql"), encoding: .utf8))
    try database.execute(
      """
      CREATE TABLE score (enrolment INTEGER PRIMARY KEY, total INTEGER NOT NULL, passed INTEGER NOT NULL) STRICT;
      INSERT INTO night VALUES (1, '2023-08-19'), (2, '2023-08-20');
      INSERT INTO cohort VALUES (1, '2023-08A', '上旬班'), (2, '2023-08B', '下旬班');
      """)
    try insertProjects()
    try insertUnits()
    try insertLearners()
    try insertFigures(night: 1)
    try insertFigures(night: 2)
    try insertAccounts()
  }

  /// The issue of the second night, compared with the first.
  var secondEdition: Edition {
    Edition(
      programme: programme, night: 2, asOf: "2023-08-20", previousNight: 1, previousAsOf: "2023-08-19", number: 2,
      totalNumber: 2)
  }

  /// The first issue, which has nothing to compare with.
  var firstEdition: Edition {
    Edition(programme: programme, night: 1, asOf: "2023-08-19", number: 1, totalNumber: 1)
  }

  private static let cities = "青岚 云泽 松浦 石渚 临溪 澄湖 白鹭 川阳 长汐 远岫 碧梧 归云 荻洲".split(separator: " ").map(String.init)
  private static let subjects = "语文 数学 英语 科学 音乐 美术 体育 信息技术".split(separator: " ").map(String.init)

  private func insertProjects() throws {
    for (index, stage) in ["小学", "初中", "高中"].enumerated() {
      for (order, subject) in Self.subjects.enumerated() {
        let number = index * Self.subjects.count + order + 1
        try database.run(
          "INSERT INTO project VALUES (?, ?, ?, ?, ?, 1, ?)", .integer(Int64(number)), .text("XM\(100 + number)"),
          .text(stage + subject), .text(stage), .text(subject), .integer(Int64(number)))
      }
    }
  }

  private func insertUnits() throws {
    var key: Int64 = 1
    try insertUnit(key, "云川省", level: 0, parent: nil)
    for (index, city) in Self.cities.enumerated() {
      key += 1
      let cityKey = key
      try insertUnit(cityKey, city + "市", level: 1, parent: 1)
      for (order, county) in counties(of: city, index).enumerated() {
        key += 1
        let countyKey = key
        try insertUnit(countyKey, county, level: 2, parent: cityKey)
        for school in schools(of: county, 5 + (index + order) % 3) {
          key += 1
          try insertUnit(key, school, level: 3, parent: countyKey)
          if county != "雁落县" { enrol([key, countyKey, cityKey, 1], city: index, county: county) }
        }
      }
    }
  }

  private func counties(of city: String, _ index: Int) -> [String] {
    let first = String(city.prefix(1))
    let names = [first + "城区", first + "北区", first + "南县", first + "东县"].prefix(3 + index % 2)
    return index == Self.cities.count - 1 ? names.dropLast() + ["秋水县", "雁落县"] : Array(names)
  }

  private func schools(of county: String, _ count: Int) -> [String] {
    ["第一小学", "第二小学", "实验学校", "中心小学", "第一中学", "第二中学", "高级中学"].prefix(count).map { county.dropLast() + $0 }
  }

  private func insertUnit(_ key: Int64, _ name: String, level: Int64, parent: Int64?) throws {
    try database.run(
      "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, 1, ?, 1)", .integer(key), .text("DW\(10000 + key)"), .text(name),
      .integer(level), .optional(parent), .integer(key), .integer(key))
  }

  private func enrol(_ units: [Int64], city: Int, county: String) {
    for _ in 0..<Int.random(in: 6...12, using: &generator) {
      let diligence = Int64.random(in: 0...100, using: &generator) - Int64(city * 4)
      let first = county == "秋水县" ? Work() : work(diligence)
      let second = county == "秋水县" || generator.oneIn(2) ? first : work(diligence + 9, from: first)
      learners.append(
        Learner(
          key: Int64(learners.count + 1), units: units, project: Int64.random(in: 1...24, using: &generator),
          cohort: generator.oneIn(4) ? 2 : 1, nights: [first, second]))
    }
  }

  private func work(_ diligence: Int64, from earlier: Work = Work()) -> Work {
    guard diligence > -30 else { return earlier }
    let share = min(100, max(3, diligence + 45))
    var work = Work(
      seconds: max(earlier.seconds, 540 * share), handedIn: max(earlier.handedIn, 6 * share / 100),
      posts: max(earlier.posts, 6 * share / 100))
    work.essays = min(2, work.handedIn / 3)
    work.essayMarks = work.essays * (70_00 + share * 25)
    work.total = max(earlier.total, 50_00 * share / 100 + work.handedIn * 5_00 + work.posts * 2_95)
    return work
  }

  private func insertLearners() throws {
    for index in [40, 700, 1500] { learners[index].isVanished = true }
    for index in [55, 900] { learners[index].isWithdrawn = true }
    let person = try database.prepare("INSERT INTO person VALUES (?, ?, ?, '女', ?, ?)")
    let enrolment = try database.prepare("INSERT INTO enrolment VALUES (?, ?, ?, ?, ?, ?, ?, 0, 1, ?)")
    let score = try database.prepare("INSERT INTO score VALUES (?, ?, ?)")
    for learner in learners {
      try insert(
        person,
        [
          .integer(learner.key), .text("YC23-\(10000 + learner.key)"), .text(name(of: learner.key)),
          .text("99\(1000 + learner.key % 9000)19800101\(1000 + learner.key % 9000)"),
          .text("100\(10_000_000 + learner.key)"),
        ])
      let status = learner.isWithdrawn ? "withdrawn" : learner.isVanished ? "vanished" : "enrolled"
      try insert(
        enrolment,
        [
          .integer(learner.key), .integer(learner.key), .integer(learner.project), .integer(learner.cohort),
          .integer(learner.units[0]), .text(status), .text(learner.isVanished ? "2023-08-20" : "2023-08-19"),
          .integer(learner.key + 3),
        ])
      let work = learner.nights[1]
      try insert(score, [.integer(learner.key), .integer(work.total), .integer(work.passed ? 1 : 0)])
    }
  }

  private func name(of key: Int64) -> String {
    let family = Array("云柏谷郁晏闻冷祁景荀蒲终")[Int(key) % 12]
    let given = Array("望书清南怀知亦照安竹川野")
    return "\(family)\(given[Int(key / 12) % 12])\(given[Int(key / 144) % 12])"
  }

  /// Adds the learners up for every unit, over all projects and for every project of the province.
  private func insertFigures(night: Int) throws {
    var counts: [[Int64]: [Int64]] = [:]
    var figures: [[Int64]: [String: (Int64, Int64)]] = [:]
    for learner in learners {
      let isGone = learner.isWithdrawn && night == 2
      let isVanished = learner.isVanished && night == 2
      for key in learner.units.map({ [$0, 0] }) + [[1, learner.project]] {
        var count = counts[key] ?? [0, 0, 0]
        count[isGone ? 1 : 0] += 1
        if isVanished { count[2] += 1 }
        counts[key] = count
        guard !isGone else { continue }
        for (metric, part) in parts(of: learner.nights[night - 1]) {
          let sum = figures[key]?[metric] ?? (0, 0)
          figures[key, default: [:]][metric] = (sum.0 + part.0, sum.1 + part.1)
        }
      }
    }
    let insertCount = try database.prepare("INSERT INTO unit_count VALUES (?, ?, ?, ?, ?, ?)")
    let insertValue = try database.prepare("INSERT INTO metric_value VALUES (?, ?, ?, ?, ?, ?)")
    for (key, count) in counts {
      try insert(insertCount, ([Int64(night)] + key + count).map(Value.integer))
    }
    for (key, values) in figures {
      for (metric, value) in values {
        try insert(
          insertValue,
          [
            .integer(Int64(night)), .text(metric), .integer(key[0]), .integer(key[1]), .integer(value.0),
            .integer(value.1),
          ])
      }
    }
  }

  private func parts(of work: Work) -> [(String, (Int64, Int64))] {
    [
      ("participation_rate", (work.seconds > 0 ? 1 : 0, 1)), ("study_rate", (work.seconds >= 2700 ? 1 : 0, 1)),
      ("study_hours", (work.seconds, 1)), ("assignment_completion_rate", (work.handedIn, 6)),
      ("discussion_rate", (work.posts > 0 ? 1 : 0, 1)), ("assignment_quality", (work.essayMarks, work.essays * 100)),
      ("pass_rate", (work.passed ? 1 : 0, 1)), ("mean_total", (work.total, 1)),
    ]
  }

  private func insertAccounts() throws {
    try database.execute(
      """
      INSERT INTO source_file (id, night, source, title, path, sheet, size, digest, encoding, as_of, header_row, mapping,
        rows_read, accepted, duplicates, rejected, non_data) VALUES
      (1, 2, 'roster', '学员名册', '2023-08-20/学员名册.xlsx', '学员名册', 1, 'a', 'XLSX', '2023-08-20 23:59:00', 3,
        '{"headers":["序号","学员编号","姓名","身份证号","手机号","工作单位"],"columns":{"person":1}}', 2495, 2486, 3, 2, 4),
      (2, 2, 'study', '学习时长', '2023-08-20/学习时长.csv', '', 1, 'b', 'gb18030', NULL, 1,
        '{"headers":["学员编号","项目","课程编号","学习时长（分钟）","最后学习时间"],"columns":{"person":0}}', 20412, 20397, 11, 3, 1),
      (3, 2, 'assignment', '课程作业', '2023-08-20/课程作业.csv', '', 1, 'c', 'utf8BOM', NULL, 1, '{"headers":[],"columns":{}}', 12207, 12206, 0, 0, 1);
      INSERT INTO reject (file, row, column_name, code, found, message, message_en, raw) VALUES
      (1, 77, '身份证号', 'id_precision_lost', '9.90101E+17', '已成科学记数，后几位丢失；请按原件填写', '',
        '["74","YC23-10074","闻知衡","9.90101E+17","10010000074","岚北第一小学"]'),
      (1, 1611, '工作单位', 'unknown_unit', '岚北一小', '不在单位表中（相近的有“岚北第一小学”）；请在单位表中添加单位或别名', '',
        '["1608","YC23-11608","祁照青","991001198001011234","10010001608","岚北一小"]'),
      (2, 118, '学习时长（分钟）', 'not_a_duration', '3(异常)', '不是时长；请核对后填分钟数', '',
        '["YC23-10341","小学语文","KC-0107","3\\n(异常)","2023-08-11 20:14:09"]'),
      (2, 15020, '学员编号', 'unknown_person', 'YC23-92491', '不在名册中', '', '["YC23-92491","小学语文","KC-0301","96",""]'),
      (2, 20117, '学习时长（分钟）', 'negative_value', '-45', '为负数', '', '["YC23-11377","初中英语","KC-0105","-45","2023-08-16 10:00:12"]');
      INSERT INTO notice (file, night, row, column_name, code, message, message_en) VALUES
      (1, 2, 903, '身份证号', 'id_check_digit', '校验位不符', ''),
      (3, 2, NULL, '', 'total_differs', '合计行为12205，逐行相加为12206', '');
      INSERT INTO fact_change (night, kind, enrolment, subject, item, before, after, file, row) VALUES
      (2, 'roster', 12, 'YC23-10012', 'unit', '青城第一小学', '青城第二小学', 1, 15),
      (2, 'roster', 41, 'YC23-10041', 'status', 'enrolled', 'vanished', NULL, NULL);
      """)
  }

  private func insert(_ statement: borrowing Statement, _ values: [Value]) throws {
    try statement.bind(values)
    try statement.run()
  }
}

/// The folder that holds Package.swift.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The programme of the provincial pipeline file.
func provincialProgramme() throws -> Programme {
  let file = repository.appending(path: "pipelines/jiangsu-provincial/pipeline.json5")
  let faults = FaultCollector()
  guard var programme = Programme.read(Array(try Data(contentsOf: file)), faults) else {
    throw UnreadablePipeline(faults: faults.faults.map { "\($0)" })
  }
  let calendar = try Data(contentsOf: repository.appending(path: "pipelines/calendars/2023.json5"))
  _ = programme.reports.nominees?.publicity.calendar.read(Array(calendar), faults)
  return programme
}

/// The pipeline file of the repository could not be read.
struct UnreadablePipeline: Error {
  let faults: [String]
}
