import Metrics
import Programme
import Templates

/// What a template can say of the reminders of a city.
extension Topic where Subject == ReminderFile {
  static func reminders(_ programme: Programme) throws(ReportsError) -> Self {
    let indicators = try Indicators(programme)
    return Topic {
      text("单位", "the unit whose offices are reminded", "所提醒各单位的上级，一个一份文件") { $0.unit.name }
      text("统计时点", "the cut-off, such as 2023年8月20日24时", "如 2023年8月20日24时") { $0.figures.issue.cutOff.text }
      text("范围", "what the whole is called, such as 全省", "全体的称谓，如 全省") { $0.figures.wholeTitle }
      text(
        "开始名", "what those are called who have begun, such as 参训; none where nothing counts them",
        "已开始学习的称谓，如 参训；没有此类指标时没有"
      ) {
        $0.figures.startedWord
      }
      text("达标名", "what those are called whom the ranked figure counts, such as 合格", "达到排名指标的称谓，如 合格") {
        $0.figures.indicators.headline.learners
      }
      text("排名指标", "the title of the ranked figure, such as 合格率", "排名指标的名称，如 合格率") {
        $0.figures.indicators.headline.title
      }
      number("全体数值", "the ranked figure of the whole", "全体的排名指标数值") {
        .figure($0.figures.whole.measured[$0.figures.indicators.ranked].printed)
      }
      truth("分班次", "whether there are several cohorts", "是否有多个班次") { $0.figures.cohorts.count > 1 }
      text("时限", "how long the cohorts still run; none without cohorts", "各班次距结束的天数；没有班次时没有") { file in
        file.running.isEmpty
          ? nil : file.running.map(file.figures.countdown(of:)).joined(separator: "；") + "。"
      }
      list(["提醒"], Wording("the reminders, one for each office", "各单位的提醒，一个一段"), of: .reminder(indicators)) {
        $0.reminders
      }
    }
  }
}

extension Topic where Subject == Reminder {
  fileprivate static func reminder(_ indicators: Indicators) -> Self {
    Topic("提醒", .text, { .text($0.unit.name) }) {
      text("名称", "the name of the office's unit", "单位名称") { $0.unit.name }
      text("全称", "its name with those of the units above it", "单位全称，含上级单位") { $0.figures.fullName(of: $0.unit) }
      count("报名学员", "its learners", "报名学员人数") { $0.unit.enrolled }
      count("未开始人数", "how many have not begun; none where nothing counts them", "尚未开始学习的人数；没有此类指标时没有") { reminder in
        reminder.figures.startedWord.flatMap { _ in reminder.unstarted }
      }
      count("未达人数", "how many have not passed", "未达到排名指标的人数") { $0.open }
      count("在学未达人数", "those of them whose cohort still runs", "其中所在班次尚未结束的人数") { $0.reached }
      number("排名数值", "its ranked figure", "排名指标数值") {
        .figure($0.unit.measured[$0.figures.indicators.ranked].printed)
      }
      truth("查得到名单", "whether it is known who has not begun", "是否查得到尚未开始学习的学员") {
        $0.waiting != nil && $0.figures.startedWord != nil
      }
      count("名单人数", "how many are in that list", "名单中的人数") { $0.waiting?.reduce(0) { $0 + Int64($1.people.count) } }
      list(["学校"], Wording("who has not begun, school by school", "尚未开始学习的学员，按学校"), of: .waiting) { $0.waiting ?? [] }
      figures(indicators) { $0.unit }
    }
  }
}

extension Topic where Subject == WaitingSchool {
  fileprivate static var waiting: Self {
    Topic("学校", .text, { .text($0.name) }) {
      text("名称", "the school; none where the learners are the office's own", "学校名称；直属学员没有") { $0.name }
      count("人数", "how many there are", "人数") { Int64($0.people.count) }
      text("姓名", "their covered names with the last digits of their codes", "姓名，只留姓氏，括号内为学员编号末四位") {
        $0.people.joined(separator: "、")
      }
    }
  }
}

extension BulletinFigures {
  /// What those are called who have begun; nil where nothing counts them.
  fileprivate var startedWord: String? { indicators.counted.first.flatMap { indicators.all[$0].learners } }
}
