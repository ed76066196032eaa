import Metrics
import Programme
package import SQLite
import Workbook

/// Writes the nominee papers of an edition into a folder that exists: `nominees.xlsx`, and once an award is approved
/// `nominees-public.md`, `.html` and `.xlsx`, and `certificates.xlsx` for the printer; the list of all decisions is written apart, by
/// `writeDecisionList`.
///
/// The papers are internal except the public ones and the printer's, which are searched for personal numbers before they are put in
/// place.
package func writeNominees(_ edition: Edition, from database: Database, into folder: String) throws {
  let figures = try NomineeFigures.read(database, edition)
  let cutOff = try CutOff(edition.asOf)
  let notice = try PublicNotice.read(database, edition)
  let movements = try MovementPage(database, edition.programme, cutOff)
  try writeNominees(figures, movements, edition, cutOff, to: folder + "/nominees.xlsx")
  if let notice {
    let paper = try notice.paper()
    try paper.write(into: folder, as: "nominees-public")
    try notice.writeWorkbook(paper, cutOff, to: folder + "/nominees-public.xlsx")
    try CertificateList(notice).write(cutOff, to: "\(folder)/\(CertificateList.fileName).xlsx")
  }
}

/// Writes the workbook: places first, then a sheet for each award, then what the offices handed in.
private func writeNominees(
  _ figures: NomineeFigures, _ movements: MovementPage?, _ edition: Edition, _ cutOff: CutOff, to path: String
) throws {
  let title = edition.programme.reports.nominees?.title ?? "评优名单"
  let workbook = try Workbook(
    path: path,
    properties: DocumentProperties(
      title: "\(edition.programme.title)\(title)", subject: "截至\(cutOff.text)", office: edition.programme.office,
      category: "内部资料", created: cutOff.civilTime))
  let measures = edition.programme.measures
  let quotas = QuotaPages(figures: figures, edition: edition, cutOff: cutOff)
  var pages = [NamedPage("名额分配", quotas.places), NamedPage("结论统计", quotas.outcomes)]
  pages += figures.parts.map { part in
    NamedPage(
      sheetName(part.award.title), AwardPage(part: part, edition: edition, cutOff: cutOff, measures: measures).page)
  }
  if let page = ExclusionPage(figures: figures, cutOff: cutOff, programme: edition.programme).page {
    pages.append(NamedPage("排除名单", page))
  }
  let filing = FilingPages(figures: figures, cutOff: cutOff, programme: edition.programme)
  if let page = filing.filings { pages.append(NamedPage("申报情况", page)) }
  if let page = filing.refusals { pages.append(NamedPage("不予采用", page)) }
  if let movements { pages.append(NamedPage("定稿后变动", movements.page)) }
  try workbook.add(
    pages, left: "\(edition.programme.title)\(title)　内部资料", right: "统计时间：截至\(cutOff.text)")
  try workbook.close()
}

extension Programme {
  /// The metrics with what their figures are worth; a metric with faults stops the run long before a paper.
  var measures: [Measure] {
    var scope = MetricScope(
      tallies: tallies, components: scoring.components.map(\.id), decimals: scoring.decimals,
      creditHour: Int64(minutesPerHour) * 60)
    scope.levels = levels
    return MetricFolder(metrics, scope, faults: FaultCollector()).measures
  }
}
