import Foundation
import Testing
import TestSupport

/// Every paper opens in programs that are not ours.
struct OpeningTests {
  @Test(arguments: Night.allCases)
  func `every workbook opens in openpyxl, has no formula, and prints on paper of a stated size`(night: Night) throws {
    guard let python = Tool.python(importing: "openpyxl") else { return }
    let workbooks = try Papers.all("xlsx", of: night)
    #expect(workbooks.count > 15)
    let script = """
      import sys, warnings
      import openpyxl
      warnings.simplefilter("ignore")
      for path in sys.argv[1:]:
          for sheet in openpyxl.load_workbook(path):
              if not sheet.page_setup.paperSize:
                  print(path, sheet.title, "states no paper size")
              for row in sheet.iter_rows():
                  for cell in row:
                      if cell.data_type in ("f", "e"):
                          print(path, sheet.title, cell.coordinate, cell.value)
      """
    let outcome = try Command.run(python, ["-c", script] + workbooks)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output == "")
  }

  @Test(arguments: [("bulletin", "bulletin"), ("nominees", "nominees"), ("summary", "summary")])
  func `LibreOffice turns the workbook of a job into pages`(job: String, name: String) throws {
    guard let soffice = Tool.find("soffice") else { return }
    let folder = try FreshFolder()
    let workbook = "\(try TwoNights.papers(job, of: .second))/\(name).xlsx"
    let outcome = try Command.run(
      soffice,
      [
        "-env:UserInstallation=file://\(folder.path("profile"))", "--headless", "--convert-to", "pdf", "--outdir",
        folder.path, workbook,
      ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let pages = try Data(contentsOf: URL(filePath: folder.path("\(name).pdf")))
    #expect(pages.starts(with: Data("%PDF".utf8)))
    #expect(pages.count > 10_000)
  }

  @Test(arguments: Night.allCases)
  func `Markdown renders to tables and headings, and every picture it shows is there`(night: Night) throws {
    guard let renderer = Tool.find("cmark-gfm") else { return }
    for path in try Papers.all("md", of: night) {
      let html = try Command.run(renderer, ["-e", "table", path]).output
      #expect(html.contains("<table>") && html.contains("<h1>"), "\(path)")
      #expect(!html.contains("|:") && !html.contains("<p>|"), "\(path)")
      let folder = URL(filePath: path).deletingLastPathComponent().path
      for picture in html.matches(of: /<img src="([^"]+)"/) {
        let file = "\(folder)/\(picture.output.1)"
        #expect(FileManager.default.fileExists(atPath: file), "\(file)")
      }
    }
  }

  @Test(arguments: Night.allCases)
  func `every chart is well-formed XML`(night: Night) throws {
    guard let python = Tool.find("python3") else { return }
    let charts = try Papers.all("svg", of: night)
    #expect(charts.count >= 6)
    let script = "import sys, xml.dom.minidom\nfor path in sys.argv[1:]: xml.dom.minidom.parse(path)"
    let outcome = try Command.run(python, ["-c", script] + charts)
    #expect(outcome.code == 0, "\(outcome.errors)")
  }
}
