import Answers
import Programme
import Testing

private func refusal(_ reply: Reply) -> String {
  if case .unknown(let wording) = reply { wording.chinese } else { "found" }
}

@Test(arguments: [
  ("T0I", "没有编号或名称为“T0I”的学员、管理人员或单位；相近的有：T01（安一）、T02（白二）、T03（程三）"),
  ("T10", "没有编号或名称为“T10”的学员、管理人员或单位；相近的有：T01（安一）"),
  ("安一", "“安一”是学员姓名；请改用学员编号：T01 安一（东市一中）"),
  ("实验学校", "“实验学校”对应 2 个单位；请改用单位编码：S2 东市·东市二中；S3 西市·西市一中"),
  ("东市三中", "没有编号或名称为“东市三中”的学员、管理人员或单位；相近的有：“东市一中”、“东市二中”、“东市”"),
  ("？", "没有编号或名称为“？”的学员、管理人员或单位；请给出学员编号，或单位的名称、编码"),
])
func `a name that stands for nothing, or for several, is refused with those it may mean`(name: String, expected: String)
  throws
{
  #expect(refusal(try Province().inquiry().explain(name)) == expected)
}

@Test(arguments: [
  ("T99", "best_lerner", "--award：未知奖项“best_lerner”；是否想写“best_learner”？"),
  ("G3", "best_administrator", "“G3”不是“优秀管理员”的参评对象；相近的有：G1（江一）"),
  ("柯二", "best_administrator", "“柯二”不是“优秀管理员”的参评对象；相近的有：G2（柯二）"),
  ("东市", "best_school", "“东市”不在“优秀学校”的参评范围内"),
])
func `whoever is no candidate of an award is refused with the nearest who are`(
  name: String, award: String, expected: String
) throws {
  #expect(refusal(try Province().inquiry().explain(name, award: award)) == expected)
}

@Test(arguments: ["东市一中", "一中", "S1", " 东市 一中", "Ｓ1"])
func `a unit is known by its name, an alias or its code`(name: String) throws {
  #expect(try Province().explained(name).text("code") == "S1")
}
