import Programme

extension KindTemplate {
  /// The kinds by which sheets are known; of two that fit equally well the first is taken.
  static let all: [KindTemplate] = [
    units, projects, roster, measure, item, event, survey, answer, nomination, staff, brief,
  ]

  private static let person = ColumnTemplate(
    id: "person", type: .id,
    headers: [
      "学员编号", "师训编号", "学员账号", "继教号", "学号/工号", "学号", "工号", "登录名", "手机号/用户名", "用户名", "账号", "学员ID", "教师编号",
    ])
  private static let project = ColumnTemplate(
    id: "project", type: .text, headers: ["项目", "项目名称", "培训项目", "参训项目", "学科", "培训学科", "报名学科"])
  private static let cohort = ColumnTemplate(id: "cohort", type: .text, headers: ["班次", "期次", "批次", "期别", "班期", "班级"])
  private static let city = ColumnTemplate(
    id: "city", type: .unit(level: "city"), headers: ["地市", "设区市", "市州", "大市", "所属地市", "所在地市", "市"])
  private static let county = ColumnTemplate(
    id: "county", type: .unit(level: "county"),
    headers: ["区县", "县区", "县（市、区）", "所属区县", "所在区县", "县市区", "区（县）", "县"])

  private static let units = KindTemplate(
    kind: .unit,
    columns: [
      ColumnTemplate(id: "code", type: .id, headers: ["单位编码", "机构编码", "组织编码", "单位代码", "机构代码", "单位编号"]),
      ColumnTemplate(id: "name", type: .text, headers: ["单位名称", "机构名称", "组织名称", "名称", "单位"]),
      ColumnTemplate(
        id: "level", type: .words(.level), headers: ["级别", "单位级别", "层级", "机构级别", "单位类型", "机构类型"]),
      ColumnTemplate(
        id: "parent", type: .id, headers: ["上级编码", "上级单位编码", "上级代码", "上级单位代码", "父级编码", "上级机构编码"]),
      ColumnTemplate(id: "aliases", type: .text, headers: ["别名", "简称", "曾用名", "其他名称"]),
    ], needed: ["code", "name", "level"])

  private static let projects = KindTemplate(
    kind: .project,
    columns: [
      ColumnTemplate(id: "code", type: .id, headers: ["项目编码", "项目编号", "项目代码", "项目ID"]),
      ColumnTemplate(id: "name", type: .text, headers: ["项目名称", "名称", "项目"]),
      ColumnTemplate(id: "stage", type: .text, headers: ["学段"]),
      ColumnTemplate(id: "subject", type: .text, headers: ["学科"]),
    ], needed: ["code", "name"])

  private static let identity = ColumnTemplate(
    id: "id_card", type: .id, headers: ["身份证号", "身份证号码", "身份证件号", "身份证件号码", "证件号码", "证件号", "身份证"])

  private static let roster = KindTemplate(
    kind: .roster,
    columns: [
      person,
      ColumnTemplate(id: "name", type: .name, headers: ["姓名", "学员姓名", "真实姓名", "教师姓名"]),
      ColumnTemplate(id: "sex", type: .text, headers: ["性别"]),
      identity,
      ColumnTemplate(id: "phone", type: .phone, headers: ["手机号", "手机号码", "手机", "联系电话", "电话"]),
      city, county,
      ColumnTemplate(
        id: "unit", type: .unit(level: "school"),
        headers: ["工作单位", "所属学校（工作单位）", "所属学校", "学校名称", "学校", "单位名称", "所属单位", "单位"]),
      project, cohort,
      ColumnTemplate(id: "status", type: .words(.status), headers: ["状态", "学员状态", "报名状态", "参训状态"]),
    ], needed: ["person", "name", "unit"])

  private static let measure = KindTemplate(
    kind: .measure,
    columns: [
      person, project, cohort,
      ColumnTemplate(
        id: "item", type: .id, headers: ["课程编号", "课程代码", "课程ID", "模块编号", "课程名称", "课程", "模块名称", "模块"]),
      ColumnTemplate(
        id: "category", type: .words(.category), headers: ["课程类型", "课程性质", "课程类别", "必修/选修", "选修类型", "模块类型"]),
      ColumnTemplate(
        id: "value", type: .duration,
        headers: [
          "学习时长", "看课时长", "在线学习时数", "学习总时长", "总学习时间", "学习时间", "书籍学时", "在线时长", "所得学时", "获得学时", "认定学时", "学时", "时长",
        ]),
      ColumnTemplate(
        id: "at", type: .datetime, headers: ["最后学习时间", "最近学习时间", "最近学习日期", "最后学习日期", "完成时间", "更新时间"]),
    ], needed: ["person", "item", "value"])

  private static let item = KindTemplate(
    kind: .item,
    columns: [
      person, project, cohort,
      ColumnTemplate(
        id: "item", type: .id,
        headers: ["作业编号", "作业ID", "任务编号", "试卷编号", "考试编号", "作业名称", "作业标题", "作业", "考试名称", "任务名称"]),
      ColumnTemplate(id: "category", type: .words(.category), headers: ["题型", "作业类型", "任务类型", "类型"]),
      ColumnTemplate(id: "at", type: .datetime, headers: ["提交时间", "交卷时间", "上交时间", "完成时间", "提交日期"]),
      ColumnTemplate(id: "value", type: .decimal, headers: ["得分", "作业成绩", "成绩", "分数", "最终得分", "评分"]),
      ColumnTemplate(id: "full", type: .decimal, headers: ["满分", "满分值", "总分"]),
      ColumnTemplate(id: "flag", type: .boolean, headers: ["是否优秀", "优秀作业", "是否推优", "推优", "优秀"]),
    ], needed: ["person", "item"], tellingAny: ["value", "at"])

  private static let event = KindTemplate(
    kind: .event,
    columns: [
      person, project, cohort,
      ColumnTemplate(
        id: "item", type: .id,
        headers: ["帖子编号", "帖子ID", "主题编号", "回帖编号", "日志编号", "活动编号", "记录编号", "帖子标题", "日志标题", "活动名称"]),
      ColumnTemplate(id: "category", type: .words(.category), headers: ["类型", "帖子类型", "活动类型"]),
      ColumnTemplate(id: "at", type: .datetime, headers: ["发布时间", "发帖时间", "回复时间", "参与时间", "发表时间", "时间"]),
    ], needed: ["person", "item"])

  private static let survey = KindTemplate(
    kind: .survey,
    columns: [
      ColumnTemplate(id: "response", type: .id, headers: ["序号", "答卷编号", "答卷序号"]),
      ColumnTemplate(id: "at", type: .datetime, headers: ["提交答卷时间", "提交时间", "答题时间"]),
      ColumnTemplate(id: "seconds", type: .duration, headers: ["所用时间", "答题时长", "填写时长"]),
    ], needed: ["response"], tellingAny: ["at", "seconds"])

  private static let answer = KindTemplate(
    kind: .answer,
    columns: [
      ColumnTemplate(id: "response", type: .id, headers: ["答卷编号", "答卷ID", "问卷编号"]), person,
      ColumnTemplate(id: "question", type: .text, headers: ["题号", "题目编号", "问题编号"]),
      ColumnTemplate(id: "value", type: .decimal, headers: ["答案", "评分", "得分", "选项", "分值"]),
    ], needed: ["response", "question", "value"])

  private static let nomination = KindTemplate(
    kind: .nomination,
    columns: [
      ColumnTemplate(id: "by", type: .unit(level: nil), headers: ["申报单位", "推荐单位", "审批单位", "审定单位", "报送单位"]),
      ColumnTemplate(id: "award", type: .text, headers: ["奖项", "奖项名称", "评优类别", "申报奖项", "评优奖项"]),
      ColumnTemplate(id: "candidate", type: .id, headers: ["对象编号", "候选人编号", "人员编号", "学员编号", "单位编码"]),
      ColumnTemplate(id: "name", type: .text, headers: ["对象名称", "候选人", "姓名", "名称"]),
      project,
      ColumnTemplate(id: "verdict", type: .words(.verdict), headers: ["结论", "审批结论", "审定结论", "审批结果", "是否通过"]),
      ColumnTemplate(id: "reason", type: .text, headers: ["推荐意见", "推荐理由", "主要事迹", "理由", "意见"]),
      ColumnTemplate(id: "at", type: .datetime, headers: ["申报日期", "推荐日期", "审批日期", "日期", "申报时间"]),
    ], needed: ["by", "award", "candidate"])

  private static let staff = KindTemplate(
    kind: .staff,
    columns: [
      ColumnTemplate(id: "person", type: .id, headers: ["人员编号", "管理员编号", "辅导员编号", "工号", "账号", "用户名"]),
      ColumnTemplate(id: "name", type: .name, headers: ["姓名", "真实姓名"]),
      ColumnTemplate(id: "level", type: .words(.level), headers: ["级别", "管理级别", "管理员级别", "层级"]),
      ColumnTemplate(id: "unit", type: .unit(level: nil), headers: ["所属单位", "工作单位", "单位", "单位名称", "学校"]),
      project,
      ColumnTemplate(id: "chief", type: .boolean, headers: ["是否总辅导员", "总辅导员"]),
      ColumnTemplate(id: "score", type: .decimal, headers: ["专家组评分", "专家评分", "考核得分", "评分"]),
      ColumnTemplate(id: "online", type: .duration, headers: ["在线时长", "在线时间", "在线活动时间"]),
      identity,
      ColumnTemplate(id: "born", type: .date, headers: ["出生日期", "出生年月", "生日"]),
      ColumnTemplate(id: "phone", type: .phone, headers: ["联系电话", "手机号", "手机号码", "手机", "电话"]),
    ], needed: ["person", "name"], tellingAny: ["level", "chief", "score", "online"])

  private static let brief = KindTemplate(
    kind: .brief,
    columns: [
      ColumnTemplate(id: "item", type: .id, headers: ["简报编号", "简报ID", "信息编号"]),
      ColumnTemplate(id: "unit", type: .unit(level: nil), headers: ["报送单位", "上报单位", "单位", "单位名称"]),
      ColumnTemplate(id: "title", type: .text, headers: ["标题", "简报标题", "题目"]),
      ColumnTemplate(id: "at", type: .datetime, headers: ["上报日期", "报送日期", "发布日期", "上报时间", "发布时间"]),
    ], needed: ["item", "unit"])
}
