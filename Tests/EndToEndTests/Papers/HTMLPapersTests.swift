import Foundation
import FoundationXML
import Testing
import TestSupport

/// The papers as HTML: what Markdown says, in one file, on A4.
struct HTMLPapersTests {
  private static let papers = [("bulletin", "bulletin"), ("summary", "summary"), ("nominees", "nominees-public")]

  @Test(arguments: papers)
  func `HTML has every row of every table, every heading and every picture of the Markdown`(
    job: String, name: String
  ) throws {
    let folder = try TwoNights.papers(job, of: .second)
    let markdown = try Papers.text(of: "\(folder)/\(name).md")
    let page = try Page(of: "\(folder)/\(name).html")
    let rows = Papers.tables(of: markdown).map { $0.map { Self.plain($0) }.joined(separator: "\t") }
    expectSame(page.rows.map { $0.joined(separator: "\t") }, rows, "rows of \(name)")
    let headings = markdown.split(separator: "\n").filter { $0.hasPrefix("#") }.map {
      Self.plain($0.drop { $0 == "#" || $0 == " " })
    }
    expectSame(page.headings, headings, "headings of \(name)")
    #expect(page.drawings == markdown.matches(of: /!\[/).count)
  }

  @Test(arguments: papers)
  func `an HTML paper needs no other file, no script and no network`(job: String, name: String) throws {
    let text = try Papers.text(of: "\(try TwoNights.papers(job, of: .second))/\(name).html")
    let addresses = text.replacing(#"xmlns="http://www.w3.org/2000/svg""#, with: "")
    for part in ["<script", "<link", "src=", "href=", "@import", "url(http", "http:", "https:"] {
      #expect(!addresses.contains(part), "\(part)")
    }
  }

  /// Prints an HTML page and returns the text of its sheets of paper, one after another.
  private func sheets(ofPage text: String, in folder: FreshFolder) throws -> [String]? {
    guard let browser = Tool.find("chromium"), let words = Tool.find("pdftotext") else { return nil }
    let (page, pdf) = (folder.path("page.html"), folder.path("page.pdf"))
    try text.write(toFile: page, atomically: true, encoding: .utf8)
    let outcome = try Command.run(
      browser,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        "--user-data-dir=\(folder.path("profile"))", "--print-to-pdf=\(pdf)", "file://\(page)",
      ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try Command.run(words, ["-layout", pdf, "-"]).output.components(separatedBy: "\u{C}").dropLast()
  }

  @Test func `no sheet of paper ends below the header of a table, and none begins with its last row`() throws {
    let paper = try Papers.text(of: "\(try TwoNights.papers("nominees", of: .second))/nominees-public.html")
    let style = try #require(paper.firstMatch(of: #/<style>[\s\S]*?</style>/#)).output
    // A long table that begins lower and lower on a sheet of paper, from its middle to its edge.
    let tables = (0..<24).map { step in
      let rows = (1...70).map { "<tr><td>第\($0)行</td></tr>" }.joined()
      return "<div style=\"height:\(130 + 5 * step)mm;break-before:page\"></div><h3>第\(step)表</h3>"
        + "<div class=\"scroll\"><table><thead><tr><th>表头</th></tr></thead><tbody>\(rows)</tbody></table></div>"
    }
    let page =
      "<!DOCTYPE html><html><head><meta charset=\"utf-8\"/>\(style)</head><body><main>\(tables.joined())</main></body></html>"
    guard let sheets = try sheets(ofPage: page, in: try FreshFolder()) else { return }
    #expect(sheets.count >= 48)
    for sheet in sheets {
      let rows = sheet.matches(of: #/第(\d+)行/#).count
      #expect(sheet.contains("表头") == (rows > 0), "\(sheet)")
      #expect(rows == 0 || rows >= 3, "\(sheet)")
      #expect(!sheet.contains(#/第\d+表/#) || rows > 0, "\(sheet)")
    }
  }

  @Test func `a browser prints the bulletin on A4 with numbered pages, nothing of a table cut off at the edge`() throws
  {
    guard let browser = Tool.find("chromium"), let info = Tool.find("pdfinfo"), let words = Tool.find("pdftotext")
    else { return }
    let folder = try FreshFolder()
    let page = "\(try TwoNights.papers("bulletin", of: .second))/bulletin.html"
    let pdf = folder.path("bulletin.pdf")
    let outcome = try Command.run(
      browser,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        "--user-data-dir=\(folder.path("profile"))", "--print-to-pdf=\(pdf)", "file://\(page)",
      ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try Command.run(info, [pdf]).output.contains("A4"))
    let printed = try Command.run(words, ["-layout", pdf, "-"]).output
    #expect(printed.contains(/—\s*1\s*—/) && printed.contains(/—\s*2\s*—/))
    // Words cut off at the edge are not in the page's box.
    let boxes = try Command.run(words, ["-bbox", pdf, "-"]).output
    let ends = boxes.matches(of: /xMax="([0-9.]+)"/).compactMap { Double($0.output.1) }
    #expect(ends.count > 1000)
    #expect((ends.max() ?? 1000) < 595.3 - 40, "words reach into the margin of 20 mm")
  }

  /// Markdown's text without its marks.
  private static func plain(_ text: some StringProtocol) -> String {
    String(text).replacing("**", with: "").replacing(/\\([^A-Za-z0-9])/) { String($0.output.1) }
  }
}

/// What an HTML paper says.
private final class Page: NSObject, XMLParserDelegate {
  private(set) var rows: [[String]] = []
  private(set) var headings: [String] = []
  private(set) var drawings = 0
  private var text = ""
  private var span = 1
  private var isBody = false

  /// Reads a paper as XML, which ours are, so that a mark left open is found.
  init(of path: String) throws {
    super.init()
    let parser = XMLParser(data: try Data(contentsOf: URL(filePath: path)))
    parser.delegate = self
    #expect(parser.parse(), "\(path): \(String(describing: parser.parserError)) in line \(parser.lineNumber)")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch name {
    case "tbody": isBody = true
    case "tr": if isBody { rows.append([]) }
    case "td":
      (text, span) = ("", attributes["colspan"].flatMap { Int($0) } ?? 1)
    case "h1", "h2", "h3", "h4", "p": text = ""
    case "svg": drawings += 1
    default: break
    }
    if attributes["class"] == "masthead" { headings.append("") }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    switch name {
    case "tbody": isBody = false
    case "td": rows[rows.count - 1] += Array(repeating: "", count: span - 1) + [text]
    case "h1", "h2", "h3", "h4": headings.append(text)
    case "p": if headings == [""] { headings[0] = text }
    default: break
    }
  }
}
