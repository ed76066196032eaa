import Programme
import Templates

/// What a template can say of the public list: what stands on the built-in one, and nothing else about anybody.
extension Topic where Subject == PublicNotice {
  static var notice: Self {
    Topic {
      text("题目", "the name of the paper", "材料名称") { $0.title }
      text("项目名称", "the programme", "培训项目名称") { $0.edition.programme.title }
      text("发文单位", "the office that puts up the list", "发布公示的单位") { $0.edition.programme.office }
      text("审批单位", "the office that approved, such as 省级项目办", "审批单位，如 省级项目办") { $0.approvingOffice }
      truth("经申报推荐", "whether any award had candidates filed or recommended", "是否有奖项经过申报或推荐") { $0.isFiled }
      text("公示期", "the period; none as long as the day of publication is not decided", "公示起止日期；发布日期未定时没有") {
        $0.publicity.period?.text
      }
      text("公示期规则", "how its days are counted", "公示天数的算法，如 5个工作日，自发布次日起算") { $0.publicity.rule }
      text("发布日期", "the day on which the list is put up; none as long as it is not decided", "发布日期；未定时没有") {
        $0.publicity.published.map(chineseDate)
      }
      text("联系单位", "who takes objections", "受理异议的单位") { $0.publicity.contact?.unit ?? $0.edition.programme.office }
      text("联系电话", "its telephone, where the pipeline file has one", "受理电话；流程文件未写时没有") { $0.publicity.contact?.phone }
      text("邮箱", "its e-mail address, where the pipeline file has one", "受理邮箱；流程文件未写时没有") {
        $0.publicity.contact?.email
      }
      text("地址", "its address, where the pipeline file has one", "通信地址；流程文件未写时没有") { $0.publicity.contact?.address }
      list(["名单"], Wording("the lists, one for each award", "各奖项的名单"), of: .roll) { notice in
        notice.rolls.map { (roll: $0, notice: notice) }
      }
    }
  }
}

extension Topic where Subject == (roll: PublicNotice.Roll, notice: PublicNotice) {
  fileprivate static var roll: Self {
    Topic(
      "名单", .text, { .text($0.roll.title) }
    ) {
      text("名称", "the title of the award as its certificates have it", "奖项名称，与证书所印相同") { $0.roll.title }
      text("名称人数", "the title with the number, such as 优秀学员12名", "奖项名称与人数，如 优秀学员12名") { $0.notice.counted($0.roll) }
      count("人数", "how many are in the list", "名单中的人数（个数）") { Int64($0.roll.winners.count) }
      truth("是单位奖项", "whether units win it, and no persons", "是否授予单位而不是个人") { $0.notice.isOfUnits($0.roll.award) }
      table(
        "表", "the list: number, unit, name, project or subject where places are divided between them, award",
        "名单：序号、单位、姓名、项目或学科（名额按其分配时）、奖项"
      ) { $0.notice.table($0.roll) }
      list(["获奖者"], Wording("those in the list", "名单中的每一个"), of: .winner) { of in
        let isOfUnits = of.notice.isOfUnits(of.roll.award)
        return of.roll.winners.map { (unit: $0.unit, name: isOfUnits ? "" : $0.name, part: $0.part) }
      }
    }
  }
}

extension Topic where Subject == (unit: String, name: String, part: String) {
  fileprivate static var winner: Self {
    Topic("获奖者") {
      text("单位", "the unit", "单位") { $0.unit }
      text("姓名", "the name as the public may read it; none of units", "姓名，按公示要求遮盖；授予单位的奖项没有") { $0.name }
      text(
        "名额所属", "the project or subject whose place it is, where places are divided between them",
        "名额所属的项目或学科；名额不按其分配时没有"
      ) {
        $0.part
      }
    }
  }
}
