import Answers
import Programme
import Testing

@Test func `a person's credited hours are told term by term, with the row of each earlier one and what is missing`()
  throws
{
  let province = try Province(
    sources: """
      prior: { title: '此前学时', kind: 'credit', files: '{date}/prior.csv', columns: {
        person: { from: '编号', type: 'id', required: true }, item: { from: '说明', type: 'text' },
        year: { from: '年度', type: 'integer' }, value: { from: '学时', type: 'decimal', decimals: 1, required: true } } },
      """,
    credit: "credit: { on_pass: 36 },",
    parts: ", ledger: { title: '五年学时', target: 120, from: 2021, years: 5, prior: 'prior', cite: '办法第八条' }",
    exports: [("prior", "编号,说明,年度,学时\nT01,网络研修,2021,72.5\nT01,网络研修,2019,90\n")])
  let ledger = try #require(try province.explained("T01").all("ledger").first)
  #expect(ledger.text.chinese == "五年学时（2021—2025年）：已计108.5学时，目标120学时，尚缺11.5学时")
  #expect(
    ledger.parts.map(\.text.chinese) == [
      "2019年 网络研修：90学时，不在统计年度内，不计 ← 2023-08-19/prior.csv 第3行",
      "2021年 网络研修：72.5学时 ← 2023-08-19/prior.csv 第2行", "测试项目 测试项目：36学时", "依据：办法第八条",
    ])
  #expect(try province.explained("T02").all("ledger").first?.text("missing") == "120")
}
