import Foundation
import Testing
import Workbook

private func figures(_ values: [Int64], _ heading: String) -> Chart.Values {
  .listed(values.map { .decimal(units: $0, decimals: 4) }, heading: heading, format: .percent(places: 2))
}

private let names = Chart.Values.listed(["甲市", "乙市"].map { .text($0) }, heading: "地市", format: .general)

private func drawn(_ form: Chart.Form) throws -> String {
  let chart = Chart(title: "各市合格率", description: "图说", categories: names, form: form, height: 200)
  return try Examples.written([("图", Page(title: "图", blocks: [.chart(chart)]))]).part("xl/charts/chart1.xml")
}

@Test func `every chart has a title that is not bold, no border and its words`() throws {
  let written = try Examples.written([("地市排名", Examples.ranking)])
  let chart = try written.part("xl/charts/chart1.xml")
  #expect(chart.contains("<a:rPr lang=\"en-US\" sz=\"1200\" b=\"0\""))
  #expect(chart.contains("<a:latin typeface=\"黑体\"/>"))
  #expect(chart.contains("</c:chart><c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:ln><a:noFill/>"))
  let drawing = try written.part("xl/drawings/drawing1.xml")
  #expect(drawing.contains("descr=\"条形图：各市合格率排名\""))
  #expect(drawing.contains("editAs=\"oneCell\""))
}

@Test func `a ranking draws from its table, first on top, pale below the reference, from 0 to 1`() throws {
  let chart = try Examples.written([("地市排名", Examples.ranking)]).part("xl/charts/chart1.xml")
  #expect(chart.contains("<c:f>'地市排名'!$B$4:$B$6</c:f>"))
  #expect(chart.contains("<c:f>'地市排名'!$E$4:$E$6</c:f>"))
  #expect(chart.contains("<c:idx val=\"0\"/><c:spPr><a:solidFill><a:srgbClr val=\"1F4E79\"/>"))
  #expect(chart.contains("<c:idx val=\"2\"/><c:spPr><a:solidFill><a:srgbClr val=\"B7C6D6\"/>"))
  #expect(chart.contains("<c:gapWidth val=\"45\"/>"))
  #expect(chart.contains("<c:orientation val=\"maxMin\"/>"))
  #expect(chart.contains("<c:max val=\"1\"/><c:min val=\"0\"/>"))
  #expect(chart.contains("formatCode=\"0.00%\""))
  #expect(!chart.contains("<c:legend>"))
}

@Test func `a trend labels the last point of its headline and no other`() throws {
  let trend = Trend(
    headline: Series("合格率", figures([5459, 6114], "合格率")), others: [Series("参训率", figures([9453, 9453], "参训率"))],
    points: 2)
  let chart = try drawn(.trend(trend))
  #expect(chart.components(separatedBy: "<c:dLbl><c:idx val=\"0\"/><c:delete val=\"1\"/></c:dLbl>").count == 2)
  #expect(!chart.contains("<c:idx val=\"1\"/><c:delete"))
  #expect(chart.contains("<a:ln w=\"31750\"><a:solidFill><a:srgbClr val=\"1F4E79\"/>"))
  #expect(chart.contains("<a:prstDash val=\"lgDash\"/>"))
  #expect(chart.contains("<c:symbol val=\"circle\"/>"))
  #expect(chart.contains("<c:legendPos val=\"t\"/>"))
}

@Test func `diverging bars are hatched on the left and keep their order`() throws {
  let series = ["一般", "不满意", "非常不满意", "一般", "满意", "非常满意"].enumerated().map {
    Series($1, figures([$0 < 3 ? -100 : 3000, 200], "\($0)\($1)"))
  }
  let chart = try drawn(
    .diverging(
      Diverging(
        lowerMiddle: series[0], low: series[1], lowest: series[2], upperMiddle: series[3], high: series[4],
        highest: series[5])))
  #expect(chart.contains("<c:grouping val=\"stacked\"/>"))
  #expect(chart.contains("prst=\"wdUpDiag\""))
  #expect(chart.contains("prst=\"dkUpDiag\""))
  #expect(chart.contains("<c:max val=\"1\"/><c:min val=\"-0.2\"/>"))
  #expect(chart.contains("<c:overlap val=\"100\"/>"))
  let order = chart.matches(of: #/<c:tx><c:v>([^<]+)</#).map { String($0.1) }
  #expect(order == ["一般", "不满意", "非常不满意", "一般", "满意", "非常满意"])
}

@Test func `intervals leave the lower bound empty`() throws {
  let chart = try drawn(
    .intervals(
      Intervals(
        lowerBound: Series("下限", figures([9180, 8590], "下限")), below: Series("下半", figures([120, 150], "下半")),
        above: Series("上半", figures([100, 140], "上半")), axis: 75...100, step: 5)))
  #expect(chart.contains("<c:tx><c:v>下限</c:v></c:tx><c:spPr><a:noFill/>"))
  #expect(chart.contains("<c:max val=\"100\"/><c:min val=\"75\"/>"))
  #expect(chart.contains("<c:majorUnit val=\"5\"/>"))
}

@Test func `stacked bars fill a whole`() throws {
  let chart = try drawn(
    .stacked(Stacked(parts: ["甲", "乙", "丙"].map { Series($0, figures([3000, 4000], $0)) })))
  #expect(chart.contains("<c:overlap val=\"100\"/>"))
  #expect(chart.contains("<c:max val=\"1\"/>"))
}
