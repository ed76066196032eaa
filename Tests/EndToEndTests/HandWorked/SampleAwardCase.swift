import Testing

/// A candidate of the sample data's second night, whose place was worked out by hand from the exports.
///
/// The composite of an administrator or office is the mean of its indicators; each is taken as printed, a rate with four decimals, and
/// carried to (own − least) ÷ (greatest − least) of those who were filed. The comments give own figures in this order: process
/// evaluation, participation rate, pass rate, briefs.
struct SampleAwardCase: Sendable, CustomTestStringConvertible {
  /// Where the rule stands.
  let clause: String
  /// The one reason for which the case is there.
  let reason: String
  /// The award without the `excellent_` of its id.
  let award: String
  let code: String
  /// The subject, where a unit is filed with several.
  var project = ""
  /// Rank and ranking figure; empty for who is not ranked.
  var rank = ""
  var figure = ""
  let outcome: String
  /// Why, as the list says it.
  let told: String

  var testDescription: String { "\(clause)：\(reason)" }
}

extension SampleAwardCase {
  private static let notFiled = "市级项目办未申报"

  static let table: [Self] = cityAdministrators + countyAdministrators + schoolAdministrators + tutors + offices

  /// One place. Of the nine filed: 0.7498 (归云市) to 0.8283, 0.8926 (远岫市) to 0.9556, 0.7178 (远岫市) to 0.8694, and 0 to 4 briefs.
  private static let cityAdministrators: [Self] = {
    let clause = "方案·八（三）2.2 市级管理员人数的10%"
    return [
      // 松浦市: 365789 ÷ (68 × 6494) = 0.8283, 6147 ÷ 6494 = 0.9466, 5464 ÷ 6494 = 0.8414, 3:
      // (1 + 540 ÷ 630 + 1236 ÷ 1516 + 3 ÷ 4) ÷ 4 = 0.85561
      Self(
        clause: clause, reason: "the first has the place, though 碧梧市 would be ahead by the figures of all fourteen",
        award: "city_administrator", code: "GL0007", rank: "1", figure: "0.8556", outcome: "in", told: "第1名，在1个名额内"),
      // 碧梧市: 182149 ÷ (68 × 3263) = 0.8209, 3118 ÷ 3263 = 0.9556, 2837 ÷ 3263 = 0.8694, 2:
      // (711 ÷ 785 + 1 + 1 + 2 ÷ 4) ÷ 4 = 0.85143
      Self(
        clause: clause, reason: "who is filed beyond the places is below the line", award: "city_administrator",
        code: "GL0015", rank: "2", figure: "0.8514", outcome: "below", told: "第2名，名额1个；综合评价值差0.0042"),
      // 远岫市: 221065 ÷ (68 × 4302) = 0.7557, the least, the least, 1: (59 ÷ 785 + 0 + 0 + 1 ÷ 4) ÷ 4 = 0.08129
      Self(
        clause: clause, reason: "the least of an indicator counts nothing", award: "city_administrator", code: "GL0014",
        rank: "9", figure: "0.0813", outcome: "below", told: "第9名，名额1个；综合评价值差0.7743"),
      // 云泽市: 0.8512, 0.9579, 0.8581, 2: more than the winner in all but the briefs
      Self(
        clause: clause, reason: "a city that filed in other awards alone has no candidate, however good",
        award: "city_administrator", code: "GL0003", outcome: "not_filed", told: notFiled),
      // 白鹭市 stands in no row of 申报.xlsx
      Self(
        clause: clause, reason: "a city that filed nothing has no candidate", award: "city_administrator",
        code: "GL0008", outcome: "not_filed", told: notFiled),
    ]
  }()

  /// Three places. Of the thirty filed: 0.6504 (栖云县) to 0.9019 (石鼓湾县), 0.8407 (溪北区) to 0.9838 (雁湖县), 0.6519 (栖云县) to
  /// 0.9233 (石鼓湾县), and 0 to 4 briefs.
  private static let countyAdministrators: [Self] = {
    let clause = "方案·八（三）2.2 区县管理员人数的4%"
    return [
      // 云麓县, 上旬班 and 下旬班: (88482 + 28911) ÷ (68 × (1493 + 476)) = 0.8768, (1445 + 464) ÷ 1969 = 0.9695,
      // (1326 + 437) ÷ 1969 = 0.8954, 3: (2264 ÷ 2515 + 1288 ÷ 1431 + 2435 ÷ 2714 + 3 ÷ 4) ÷ 4 = 0.86187
      Self(
        clause: clause, reason: "the best of thirty comes in", award: "county_administrator", code: "GL0023", rank: "1",
        figure: "0.8619", outcome: "in", told: "第1名，在3个名额内"),
      // 松城区: (89340 + 33024) ÷ (68 × 2031) = 0.8860, (1379 + 542) ÷ 2031 = 0.9458, (1325 + 522) ÷ 2031 = 0.9094, 2:
      // (2356 ÷ 2515 + 1051 ÷ 1431 + 2575 ÷ 2714 + 2 ÷ 4) ÷ 4 = 0.78000
      Self(
        clause: clause, reason: "the third has the place that rounding half up gives", award: "county_administrator",
        code: "GL0045", rank: "3", figure: "0.7800", outcome: "in", told: "第3名，在3个名额内"),
      // 雁湖县: (59526 + 9765) ÷ (68 × 1171) = 0.8702, (1002 + 150) ÷ 1171 = 0.9838, (926 + 145) ÷ 1171 = 0.9146, 1:
      // (2198 ÷ 2515 + 1 + 2627 ÷ 2714 + 1 ÷ 4) ÷ 4 = 0.77297
      Self(
        clause: clause, reason: "the fourth is the first outside", award: "county_administrator", code: "GL0021",
        rank: "4", figure: "0.7730", outcome: "below", told: "第4名，名额3个；综合评价值差0.0070"),
      // 荻城区: 0.8490, 0.9839, 0.9001, 2, which would be 0.8010 and ahead of the third; 荻洲市 stands in no row of 申报.xlsx
      Self(
        clause: clause, reason: "who is better than the third and was not filed has no place",
        award: "county_administrator", code: "GL0078", outcome: "not_filed", told: notFiled),
      // of 云麓县 as the first, whom alone 云泽市 filed
      Self(
        clause: clause, reason: "of two in one county only the one who was filed competes",
        award: "county_administrator", code: "GL0024", outcome: "not_filed", told: notFiled),
      // of 岚北区, which is below 青岚市; the row is that of 云泽市
      Self(
        clause: clause, reason: "who was filed by another city than their own was not filed",
        award: "county_administrator", code: "GL0028", outcome: "not_filed", told: notFiled),
    ]
  }()

  /// No number of places: 30 × 1 % = 0.3 would be none, and the base is the province's. Of the sixteen filed: 0.7363 (温泉镇)
  /// to 0.9371 (槿园镇), 0.8788 (栾川乡) to 1, 0.6316 (温泉镇) to 0.9859 (实验初中), and 0 to 2 briefs.
  private static let schoolAdministrators: [Self] = {
    let clause = "方案·八（三）2.2 校级管理员人数的1%"
    return [
      // 城北: 6864.39 ÷ (68 × 113) = 0.8933, 111 ÷ 113 = 0.9823, 103 ÷ 113 = 0.9115, 2:
      // (1570 ÷ 2008 + 1035 ÷ 1212 + 2799 ÷ 3543 + 1) ÷ 4 = 0.85646
      Self(
        clause: clause, reason: "the best of sixteen is first without a line", award: "school_administrator",
        code: "GL0083", rank: "1", figure: "0.8565", outcome: "in", told: "第1名，符合条件，不限名额"),
      // 鹿鸣镇: 4053.99 ÷ (68 × 66) = 0.9033, 64 ÷ 66 = 0.9697, 61 ÷ 66 = 0.9242, 2:
      // (1670 ÷ 2008 + 909 ÷ 1212 + 2926 ÷ 3543 + 1) ÷ 4 = 0.85188
      Self(
        clause: clause, reason: "more marks and more passes do not outweigh less participation",
        award: "school_administrator",
        code: "GL0094", rank: "2", figure: "0.8519", outcome: "in", told: "第2名，符合条件，不限名额"),
      // 栾川乡: 1703.28 ÷ (68 × 33) = 0.7590, the least, 26 ÷ 33 = 0.7879, 0:
      // (227 ÷ 2008 + 0 + 1563 ÷ 3543 + 0) ÷ 4 = 0.13855
      Self(
        clause: clause, reason: "the last of those filed is handed on to the province too",
        award: "school_administrator", code: "GL0107", rank: "16", figure: "0.1385", outcome: "in",
        told: "第16名，符合条件，不限名额"),
      // 远帆镇: 0.9337, 1, 0.9524, 2, which would be 0.9721 and ahead of the first
      Self(
        clause: clause, reason: "even without a line nobody competes who was not filed", award: "school_administrator",
        code: "GL0105", outcome: "not_filed", told: notFiled),
    ]
  }()

  /// Four places. The marks of the thirteen chief ones begin 96.4, 95.7, 94.9, 94.9, 93.8.
  private static let tutors: [Self] = {
    let clause = "方案·八（三）2.3 辅导员总人数的10%"
    return [
      Self(
        clause: clause, reason: "the second of four: a tenth of the chief ones alone would be one place",
        award: "chief_tutor", code: "FD004", rank: "2", figure: "95.70", outcome: "in",
        told: "第2名，在4个名额内"),
      Self(
        clause: clause, reason: "equals for the third and fourth place both come in: the one", award: "chief_tutor",
        code: "FD005", rank: "3", figure: "94.90", outcome: "in", told: "第3名并列2人，均在4个名额内"),
      Self(
        clause: clause, reason: "equals for the third and fourth place both come in: the other", award: "chief_tutor",
        code: "FD007", rank: "3", figure: "94.90", outcome: "in", told: "第3名并列2人，均在4个名额内"),
      Self(
        clause: clause, reason: "the fifth is the first outside", award: "chief_tutor", code: "FD009", rank: "5",
        figure: "93.80", outcome: "below", told: "第5名，名额4个；专家组评分差1.10分"),
    ]
  }()

  /// 云麓县, filed with three subjects; briefs are no indicator. 0.8958 (生物) to 0.9171 (历史), 0.9683 to 0.9898, 0.9206 to 0.9490.
  private static let offices: [Self] = {
    let clause = "方案·八（三）2.5 承担多个培训项目的不重复评优"
    return [
      // 6111.51 ÷ (68 × 98) = 0.9171, 97 ÷ 98 = 0.9898, 93 ÷ 98 = 0.9490, each the greatest
      Self(
        clause: clause, reason: "the best of its subjects stands for the county", award: "county_office",
        code: "990104", project: "初中历史", rank: "1", figure: "1.0000", outcome: "in", told: "第1名，符合条件，不限名额"),
      // 7094.22 ÷ (68 × 115) = 0.9072, 113 ÷ 115 = 0.9826, 109 ÷ 115 = 0.9478:
      // (114 ÷ 213 + 143 ÷ 215 + 272 ÷ 284) ÷ 3 = 0.71936
      Self(
        clause: clause, reason: "the second best wins nothing beside it", award: "county_office", code: "990104",
        project: "初中道德与法治", figure: "0.7194", outcome: "excluded", told: "同一单位以更好的项目参评，不重复评优"),
      // 3837.54 ÷ (68 × 63) = 0.8958, 61 ÷ 63 = 0.9683, 58 ÷ 63 = 0.9206, each the least
      Self(
        clause: clause, reason: "nor does the third", award: "county_office", code: "990104", project: "初中生物",
        figure: "0.0000", outcome: "excluded", told: "同一单位以更好的项目参评，不重复评优"),
    ]
  }()
}
