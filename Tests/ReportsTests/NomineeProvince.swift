import Programme
import Reports
import SQLite
import TestSupport

/// The invented province of the bulletin tests with what the summary and the nominee papers need besides: components,
/// tallies, survey answers, staff, and the decisions on three awards.
///
/// One award is settled, one waits for a person at a tie, and one has no number of places.
final class NomineeProvince {
  let province: BulletinProvince
  var database: Database { province.database }
  var edition: Edition { province.secondEdition }
  private var generator = SeededGenerator(seed: 7)

  init() throws {
    province = try BulletinProvince()
    try insertScores()
    try insertSatisfaction()
    try insertBands()
    try makeDecisionsWritable()
    try decideLearners()
    try decideModerators()
    try decideCountyAdministrators()
    try decideCountyOffices()
    try insertFilings()
  }

  /// Splits the totals into components the way the scheme would, so that they add up.
  private func insertScores() throws {
    try database.execute(
      """
      CREATE TABLE marks AS SELECT enrolment, total, passed FROM score;
      DROP TABLE score;
      CREATE TABLE score (enrolment INTEGER PRIMARY KEY, total INTEGER NOT NULL, passed INTEGER NOT NULL, rank INTEGER,
        study INTEGER, study_reason INTEGER, objective INTEGER, objective_reason INTEGER, subjective INTEGER,
        subjective_reason INTEGER, excellent INTEGER, excellent_reason INTEGER, interaction INTEGER,
        interaction_reason INTEGER, flags INTEGER NOT NULL) STRICT;
      INSERT INTO score SELECT m.enrolment, m.total, m.passed,
        CASE WHEN e.status <> 'withdrawn' THEN
          rank() OVER (ORDER BY CASE WHEN e.status <> 'withdrawn' THEN -m.total ELSE 1 END) END,
        m.total * 50 / 100, 1, m.total * 10 / 100, 1, m.total * 20 / 100, 1, 0, 2,
        m.total - m.total * 50 / 100 - m.total * 10 / 100 - m.total * 20 / 100, 1, 0
      FROM marks m JOIN enrolment e ON e.id = m.enrolment;
      DROP TABLE marks;
      CREATE TABLE tally (enrolment INTEGER PRIMARY KEY, study_time INTEGER NOT NULL) STRICT;
      INSERT INTO tally SELECT enrolment, total * 6 FROM score;
      """)
  }

  private func insertBands() throws {
    try database.execute(
      """
      INSERT INTO total_band SELECT 2, s.total / 100, count(*) FROM score s JOIN enrolment e ON e.id = s.enrolment
      WHERE e.status <> 'withdrawn' GROUP BY s.total / 100;
      """)
  }

  /// Twelve questions for everybody and for each city; the last city has too few answers to be shown.
  private func insertSatisfaction() throws {
    guard let rules = edition.programme.satisfaction else { return }
    let cities = try database.rows("SELECT id FROM unit WHERE level = 1 ORDER BY position") {
      row throws(SQLiteError) in row.integer(0)
    }
    for item in rules.items {
      var whole: [Int64] = [0, 0, 0, 0, 0]
      for (index, city) in cities.enumerated() {
        let size: Int64 = index == cities.count - 1 ? 4 : 150 - Int64(index) * 8
        let counts = answers(size)
        for step in 0..<5 { whole[step] += counts[step] }
        try insertAnswers(item, unit: city, counts, isHidden: index >= cities.count - 2)
      }
      try insertAnswers(item, unit: 0, whole, isHidden: false)
    }
  }

  private func answers(_ size: Int64) -> [Int64] {
    let high = size * Int64.random(in: 45...58, using: &generator) / 100
    let good = size * Int64.random(in: 30...37, using: &generator) / 100
    let bad = size * Int64.random(in: 0...3, using: &generator) / 100
    let worst = bad / 3
    return [high, good, size - high - good - bad - worst, bad, worst]
  }

  private func insertAnswers(_ item: SurveyItem, unit: Int64, _ counts: [Int64], isHidden: Bool) throws {
    let answered = counts.reduce(0, +)
    let top = counts[0] + counts[1]
    let sum = counts.enumerated().reduce(Int64(0)) { $0 + Int64(5 - $1.offset) * $1.element }
    let share = top * 1000 / answered
    let half = max(2, 1400 / answered)
    try database.run(
      "INSERT INTO satisfaction_value VALUES (2, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", .text(item.object),
      .text(item.dimension), .integer(unit), .integer(unit == 0 ? 2480 : 190),
      .integer(answered + (unit == 0 ? 14 : 1)),
      .integer(answered), .integer(top), .text(counts.map(String.init).joined(separator: ",")),
      .integer((sum * 200 + answered) / (2 * answered)), .integer(max(0, share - half)),
      .integer(min(1000, share + half)),
      .integer(isHidden ? 1 : 0))
  }
}

extension NomineeProvince {
  /// Puts a table in the place of the view that all readers of decisions read, so that tests can write into it.
  private func makeDecisionsWritable() throws {
    try database.execute(
      """
      DROP VIEW decision;
      CREATE TABLE decision (
        award TEXT NOT NULL, listing INTEGER NOT NULL, candidate INTEGER NOT NULL, kind TEXT NOT NULL, project INTEGER NOT NULL,
        subject INTEGER NOT NULL, unit INTEGER, position INTEGER NOT NULL, rank INTEGER, shown_rank INTEGER, tied INTEGER NOT NULL,
        keys TEXT NOT NULL, outcome TEXT NOT NULL, stage TEXT NOT NULL, decided_by TEXT NOT NULL, reason TEXT NOT NULL,
        reason_en TEXT NOT NULL, gap TEXT, gap_key INTEGER, gap_text TEXT, gap_text_en TEXT, section INTEGER NOT NULL DEFAULT 0,
        reserve INTEGER, batch INTEGER, lot TEXT, id INTEGER GENERATED ALWAYS AS (listing),
        PRIMARY KEY (award, listing)
      ) STRICT, WITHOUT ROWID
      """)
  }

  /// Learners at 90 or more: cities recommended most of them, the province approved the recommended.
  private func decideLearners() throws {
    try database.execute(
      """
      INSERT INTO decision \(decisionColumns) SELECT 'excellent_learner', 1000000 + s.enrolment, s.enrolment, 'learner', 0, s.enrolment, e.unit,
        row_number() OVER (ORDER BY s.total DESC, p.code), s.rank, printf('%d.%02d', s.total / 100, s.total % 100),
        CASE WHEN s.enrolment % 5 = 0 THEN 'not_recommended' ELSE 'in' END,
        CASE WHEN s.enrolment % 5 = 0 THEN 'candidate' ELSE 'approved' END,
        CASE WHEN s.enrolment % 5 = 0 THEN '第' || s.rank || '名，入选候选；市级项目办未推荐'
          ELSE '第' || s.rank || '名，符合条件，不限名额' END, '', NULL,
        count(*) OVER (PARTITION BY s.total), 'approving_office'
      FROM score s JOIN enrolment e ON e.id = s.enrolment JOIN person p ON p.id = e.person
      WHERE s.total >= 9000 AND e.status <> 'withdrawn';
      INSERT INTO decision \(decisionColumns) SELECT 'excellent_learner', 1000000 + s.enrolment, s.enrolment, 'learner', 0, s.enrolment, e.unit,
        100000 + s.enrolment, NULL, printf('%d.%02d', s.total / 100, s.total % 100), 'ineligible', 'pool',
        '不符合条件：总成绩90分及以上', '', NULL, 0, 'rules'
      FROM score s JOIN enrolment e ON e.id = s.enrolment WHERE s.total < 9000 AND e.status <> 'withdrawn';
      """)
  }

  /// Thirty moderators, two places, three equals at the line: the rule excludes them and one place stays empty.
  private func decideModerators() throws {
    let names = ["祁望清", "桑知远", "冷溪棠", "宁鹿青", "岑予舟", "谷砚初"]
    for index in 0..<30 {
      let key = Int64(index + 1)
      try insertStaff(
        key, role: "moderator", code: "BZ\(100 + key)", name: names[index % 6] + (index >= 6 ? "\(index)" : ""),
        level: nil, unit: Int64(2), project: key % 24 + 1)
      let rank: Int64 = index < 1 ? 1 : index < 4 ? 2 : key
      let hours = 96 - (index < 1 ? 0 : index < 4 ? 6 : index * 2)
      let isEntered = index < 15
      try decide(
        "excellent_moderator", key, project: key % 24 + 1, position: key, rank: isEntered ? rank : nil,
        keys: "\(hours).50", outcome: !isEntered ? "below_entry" : index == 0 ? "in" : "below",
        stage: index == 0 ? "approved" : isEntered ? "ranked" : "pool",
        reason: !isEntered
          ? "未达到入围条件：在线活动时间居前50%"
          : index == 0
            ? "第1名，在2个名额内"
            : index < 4 ? "第2名并列3人，余1个名额，按规定并列者均不入选" : "第\(rank)名，名额2个；在线时长差\(90 - hours).00小时",
        gap: isEntered ? (hours >= 90 ? "\(hours - 90).00" : "-\(90 - hours).00") : nil,
        tied: (1..<4).contains(index) ? 3 : isEntered ? 1 : 0)
    }
    try insertQuota("excellent_moderator", base: 24, title: "当年项目数", share: 100_000, exact: "2.4", places: 2)
  }

  /// Sixty county administrators, sixteen filed, two places: one certain, two equals for the other.
  private func decideCountyAdministrators() throws {
    let counties = try database.rows("SELECT id FROM unit WHERE level = 2 ORDER BY position") {
      row throws(SQLiteError) in row.integer(0)
    }
    for index in 0..<46 {
      let key = Int64(100 + index)
      try insertStaff(
        key, role: "administrator", code: "GL\(100 + index)", name: "管甲\(index)", level: 2,
        unit: counties[index % counties.count], project: nil)
      let isFiled = index < 16
      let rank: Int64 = index == 0 ? 1 : index < 3 ? 2 : Int64(index + 1)
      let value = index == 0 ? 9312 : index < 3 ? 9105 : 9105 - index * 211
      try decide(
        "excellent_county_administrator", key, position: Int64(index + 1), rank: isFiled ? rank : nil,
        keys: isFiled ? "0.\(value)" : "",
        outcome: !isFiled ? "not_filed" : index == 0 ? "in" : index < 3 ? "tied" : "below",
        stage: isFiled ? (index == 0 ? "candidate" : "ranked") : "pool",
        reason: !isFiled
          ? "市级项目办未申报"
          : index == 0 ? "第1名，在2个名额内" : index < 3 ? "第2名并列2人，余1个名额" : "第\(rank)名，名额2个；综合评价值差0.\(9105 - value)",
        gap: isFiled ? (index == 0 ? "0.0207" : index < 3 ? "0.0000" : "-0.\(9105 - value)") : nil,
        tied: (1..<3).contains(index) ? 2 : isFiled ? 1 : 0)
      if (1..<3).contains(index) {
        try database.run("INSERT INTO open_tie VALUES ('excellent_county_administrator', ?, 1)", .integer(key))
      }
    }
    try insertQuota(
      "excellent_county_administrator", base: 46, title: "县级管理员数", share: 40_000, exact: "1.84", places: 2)
  }

  /// County offices by project; the leader leads in two projects and wins once.
  private func decideCountyOffices() throws {
    let counties = try database.rows("SELECT id FROM unit WHERE level = 2 ORDER BY position LIMIT 8") {
      row throws(SQLiteError) in row.integer(0)
    }
    for (index, county) in ([counties[0]] + counties).enumerated() {
      let key = Int64(900 + index)
      let isRepeated = index == 1
      let rank: Int64 = index == 0 ? 1 : Int64(index)
      let value = 9920 - index * 333
      try database.run(
        """
        INSERT INTO decision \(decisionColumns) VALUES ('excellent_county_office', ?1, ?1, 'unit', ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?)
        """, .integer(key), .integer(Int64(index + 1)), .integer(county), .integer(county), .integer(key),
        isRepeated ? .null : .integer(rank), .text("0.\(value)"),
        .text(isRepeated ? "excluded" : rank <= 4 ? "in" : "below"),
        .text(isRepeated ? "eligible" : rank <= 4 ? "approved" : "ranked"),
        .text(
          isRepeated
            ? "同一单位以更好的项目参评，不重复评优"
            : rank <= 4 ? "第\(rank)名，在4个名额内" : "第\(rank)名，名额4个；综合评价值差0.\(8588 - value)"),
        isRepeated ? .null : .text(rank <= 4 ? "0.\(value - 8255)" : "-0.\(8588 - value)"),
        .integer(isRepeated ? 0 : 1),
        .text(isRepeated || rank > 4 ? "rules" : "approving_office"))
    }
    try insertQuota("excellent_county_office", base: 44, title: "参训区县数", share: 100_000, exact: "4.4", places: 4)
  }

  private func insertFilings() throws {
    try database.execute(
      """
      INSERT INTO nomination (id, source, stage, award, by_unit, candidate, name, file, row)
      SELECT id, 'application', 'filed', 'excellent_county_administrator', id, 'GL100', '管甲0', 1, id + 1 FROM unit
      WHERE level = 1 AND name <> '荻洲市';
      INSERT INTO nomination (id, source, stage, award, by_unit, candidate, name, file, row) VALUES
      (5001, 'recommendation', 'recommended', 'excellent_learner', 2, 'YC23-10099', '谷|望安', 2, 7),
      (5002, 'application', 'filed', 'excellent_county_administrator', 2, '991001198001011234', '管甲0', 1, 40);
      INSERT INTO refusal VALUES (1, 'excellent_learner', 5001, 'ineligible', '不符合评选条件', ''),
      (2, 'excellent_county_administrator', 5002, 'outside_pool', '不在本奖项参评范围内', '');
      """)
  }

  private func insertStaff(
    _ key: Int64, role: String, code: String, name: String, level: Int64?, unit: Int64, project: Int64?
  ) throws {
    try database.run(
      """
      INSERT INTO staff (id, source, role, code, name, level, unit, project, phone, file, row)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', 1, ?)
      """, .integer(key), .text(role), .text(role), .text(code), .text(name), .optional(level), .integer(unit),
      .optional(project), .integer(key))
  }

  private func decide(
    _ award: String, _ key: Int64, project: Int64 = 0, position: Int64, rank: Int64?, keys: String, outcome: String,
    stage: String, reason: String, gap: String?, tied: Int64
  ) throws {
    try database.run(
      "INSERT INTO decision \(decisionColumns) VALUES (?1, ?2, ?2, 'staff', ?, ?, (SELECT unit FROM staff WHERE id = ?), ?, ?, ?, ?, ?, ?, '', ?, ?, 'rules')",
      .text(award), .integer(key), .integer(project), .integer(key), .integer(key), .integer(position), .optional(rank),
      .text(keys), .text(outcome), .text(stage), .text(reason), .optional(gap), .integer(tied))
  }

  private func insertQuota(
    _ award: String, base: Int64, title: String, share: Int64, exact: String, places: Int64
  ) throws {
    try database.run(
      "INSERT INTO quota_step VALUES (?, 0, ?, ?, ?, ?, 'half_up', ?, ?, '')", .text(award), .integer(base),
      .text(title),
      .integer(share), .text(exact), .integer(places),
      .text("\(base)×\(share / 10_000)%=\(exact)→\(places)（四舍五入）"))
  }
}

/// The columns that every decision has, whatever the award.
private let decisionColumns =
  "(award, listing, candidate, kind, project, subject, unit, position, rank, keys, outcome, stage, reason, reason_en, gap, tied, decided_by)"
