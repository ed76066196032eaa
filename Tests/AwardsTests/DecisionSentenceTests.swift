import Awards
import Programme
import Testing

private let words = ReasonWords(
  keys: [
    KeyWords(title: Wording("total", "总成绩"), decimals: 2, unit: Wording("points", "分")),
    KeyWords(title: Wording("assignments", "作业"), decimals: 2, unit: Wording("points", "分")),
    KeyWords(title: Wording("date of completion", "达标日期")) { days in
      Wording("\(days) days", "\(days)天")
    },
  ],
  conditions: [
    Wording("a total of at least 90", "总成绩90分及以上"), Wording("no plagiarism", "无抄袭"),
  ],
  entry: Wording("online time in the top 50%", "在线活动时间居前50%"),
  filingOffice: Wording("the city bureau", "市教育局"), recommendingOffice: Wording("the city bureau", "市教育局"),
  approvingOffice: Wording("the provincial office", "省级项目办"))

/// The mock award of seven places: five certain, three equals for two places, then others.
private func award(_ ties: TiePolicy, approval: Opinion = .notAsked, reserves: Int64 = 0) -> Contest {
  let rows: [[Int64?]] = [
    [9_741, 2_941, 11], [9_574, 2_774, 11], [9_574, 2_774, 11], [9_526, 2_726, 18], [9_508, 2_708, 18],
    [9_470, 2_670, 20], [9_470, 2_670, 20], [9_470, 2_670, 20], [9_470, 2_650, 8], [9_470, 2_670, 23],
    [9_409, 2_609, 11], [nil, nil, nil],
  ]
  var contest = contest(rows.map { $0[0] }, places: 7, ties: ties, reserves: reserves, approval: approval)
  contest.order = KeyOrder(descending: [true, true, false])
  for (index, keys) in rows.enumerated() { contest.candidates[index].keys = RankKeys(keys) }
  return contest
}

private func sentences(_ contest: Contest) -> [Wording] {
  let ruling = decide(contest)
  return ruling.decisions.map { $0.sentence(at: ruling.line, in: words) }
}

@Test func `a sentence says the rank, the places and what is missing to the line`() {
  #expect(
    sentences(award(.person)).map(\.chinese) == [
      "第1名，在7个名额内",
      "第2名并列2人，均在7个名额内",
      "第2名并列2人，均在7个名额内",
      "第4名，在7个名额内",
      "第5名，在7个名额内",
      "第6名并列3人，余2个名额",
      "第6名并列3人，余2个名额",
      "第6名并列3人，余2个名额",
      "第10名，名额7个；总成绩相同，作业差0.20分",
      "第9名，名额7个；总成绩、作业相同，达标日期差3天",
      "第11名，名额7个；总成绩差0.61分",
      "第12名，名额7个；无总成绩",
    ])
  #expect(
    sentences(award(.person)).map(\.english) == [
      "rank 1, within 7 places",
      "rank 2, 2 tied, all within 7 places",
      "rank 2, 2 tied, all within 7 places",
      "rank 4, within 7 places",
      "rank 5, within 7 places",
      "rank 6, 3 tied, 2 places left",
      "rank 6, 3 tied, 2 places left",
      "rank 6, 3 tied, 2 places left",
      "rank 10, 7 places; equal on total, 0.20 points short on assignments",
      "rank 9, 7 places; equal on total, assignments, 3 days short on date of completion",
      "rank 11, 7 places; 0.61 points short on total",
      "rank 12, 7 places; no total",
    ])
}

@Test(arguments: [
  (TiePolicy.extend, "第6名并列3人，余2个名额，按规定并列者均入选", "rank 6, 3 tied, 2 places left; by the rule all who are tied are in"),
  (.exclude, "第6名并列3人，余2个名额，按规定并列者均不入选", "rank 6, 3 tied, 2 places left; by the rule none who are tied are in"),
  (
    .reserve, "第6名并列3人，余2个名额，按规定并列者列入候补；候补第1位",
    "rank 6, 3 tied, 2 places left; by the rule all who are tied go on the reserve list; no. 1 on the reserve list"
  ),
  (
    .byIdentifier, "第6名并列3人，余2个名额，按规定以编号先后确定未入选",
    "rank 6, 3 tied, 2 places left; by the rule the identifier decides: out"
  ),
])
func `a sentence about equals at the line names the policy`(ties: TiePolicy, chinese: String, english: String) {
  #expect(sentences(award(ties))[7] == Wording(english, chinese))
}

@Test func `a sentence about a tie that a person decided names the office`() {
  let sentences = sentences(award(.person, approval: yes(to: 1, 2, 3, 4, 6, 8), reserves: 1))
  #expect(sentences[5].chinese == "第6名并列3人，余2个名额，由省级项目办决定入选")
  #expect(sentences[6].chinese == "第6名并列3人，余2个名额，由省级项目办决定未入选；候补第1位")
  #expect(sentences[5].english == "rank 6, 3 tied, 2 places left; the provincial office decided: in")
}

@Test func `a sentence about somebody who was not ranked says at which step it ended`() {
  var contest = contest([9_000, 8_900, 8_800, 8_700, 8_600, 8_500], places: 1, recommendation: yes())
  for index in contest.candidates.indices { contest.candidates[index].entryFigure = Int64(10 - index) }
  let key = RankKey(value: .total, descending: true)
  contest.entry = EntryPercentile(share: 900_000, key: key, rounding: .floor, tiesIn: true)
  contest.filing = yes(to: 1, 3, 4, 5, 6)
  contest.candidates[0].hasWithdrawn = true
  contest.candidates[2].failed = [0, 1]
  contest.oncePerUnit = true
  contest.candidates[4].unit = 4
  contest.candidates[4].entryFigure = 10
  #expect(
    sentences(contest) == [
      Wording("has withdrawn", "已退出，不参加评选"),
      Wording("not filed by the city bureau", "市教育局未申报"),
      Wording("not eligible: a total of at least 90; no plagiarism", "不符合条件：总成绩90分及以上；无抄袭"),
      Wording("rank 1, a candidate; not recommended by the city bureau", "第1名，入选候选；市教育局未推荐"),
      Wording("the same unit competes with a better project and wins only once", "同一单位以更好的项目参评，不重复评优"),
      Wording("below the entry condition: online time in the top 50%", "未达到入围条件：在线活动时间居前50%"),
    ])
}

@Test func `a sentence about a no by name says that approval was refused`() {
  let approval = Opinion.given([Naming(candidate: 1, isFavourable: false, row: 1)])
  #expect(
    sentences(contest([9_500], places: 1, approval: approval))
      == [Wording("rank 1, a candidate; not approved by the provincial office", "第1名，入选候选；省级项目办审定未通过")])
}

@Test func `a sentence of an award without a number of places says so`() {
  #expect(
    sentences(contest([9_500, 9_500], places: nil))[0]
      == Wording("rank 1, 2 tied, meets the conditions, places are not limited", "第1名并列2人，符合条件，不限名额"))
}

@Test(arguments: RefusalRule.allCases)
func `every rule that refuses a row has its sentence in both languages`(rule: RefusalRule) {
  #expect(!rule.sentence.chinese.isEmpty && !rule.sentence.english.isEmpty)
}
