import Foundation
import Testing
import TestSupport

/// Every sheet that an office prints comes out in a size that can be read: nothing below 85 % of what it was designed in, no digit below
/// 8.5 points, and no table of a page wider than A4 holds.
struct LegibilityTests {
  /// Prints each sheet that comes out too small, a line each, and last how many sheets it has measured.
  ///
  /// The scale is reckoned from widths, heights and print set-up as the file has them. Sheets without a print area are plain lists, which
  /// may be smaller than 85 % as long as their digits can be read.
  private static let script = """
    import sys, warnings
    import openpyxl
    from openpyxl.utils import range_boundaries
    warnings.simplefilter("ignore")
    # Inches of A4 and A3 between the margins of 0.59 and 0.75, on the short and the long side.
    paper = {9: (8.268, 11.693), 8: (11.693, 16.535)}
    measured = 0
    for path in sys.argv[1:]:
        for sheet in openpyxl.load_workbook(path):
            measured += 1
            areas = sheet.print_area
            area = areas if isinstance(areas, str) or not areas else areas[0]
            first, top, last, bottom = (
                range_boundaries(area.split("!")[-1].replace("$", "")) if area
                else (1, 1, sheet.max_column, sheet.max_row))
            widths = {}
            for column in sheet.column_dimensions.values():
                for index in range(column.min, column.max + 1):
                    widths[index] = column.width * 7
            width = sum(widths.get(index, 64) for index in range(first, last + 1))
            usual = sheet.sheet_format.defaultRowHeight or 15
            height = sum(sheet.row_dimensions[row].height or usual for row in range(top, bottom + 1))
            short, long = paper[int(sheet.page_setup.paperSize)]
            across, down = (long, short) if sheet.page_setup.orientation == "landscape" else (short, long)
            setup = sheet.sheet_properties.pageSetUpPr
            if setup and setup.fitToPage:
                scale = min(1, (across - 1.18) * 96 / width)
                pages = sheet.page_setup.fitToHeight
                if pages != 0:
                    scale = min(scale, (pages or 1) * (down - 1.5) * 72 / height)
            else:
                scale = (sheet.page_setup.scale or 100) / 100
            digits = [
                cell.font.sz
                for row in sheet.iter_rows(min_row=top, max_row=bottom, min_col=first, max_col=last)
                for cell in row if isinstance(cell.value, (int, float)) and cell.font.sz]
            smallest = min(digits, default=11) * scale
            if smallest < 8.5 or area and scale < 0.845:
                print(path.split("/")[-1], sheet.title, f"{scale:.3f}", f"{smallest:.1f}")
    print(measured)
    """

  /// What is too small, and how many sheets were measured; nil without the program that reads them.
  private func measure(_ workbooks: [String]) throws -> (faults: [Substring], sheets: Int)? {
    guard let python = Tool.python(importing: "openpyxl") else { return nil }
    let outcome = try Command.run(python, ["-c", Self.script] + workbooks, environment: ["PYTHONUTF8": "1"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    return (lines.dropLast(), lines.last.flatMap { Int($0) } ?? 0)
  }

  @Test(arguments: SampleProgramme.all)
  func `no sheet of a programme comes out too small`(programme: SampleProgramme) throws {
    let night = try #require(programme.everyNight.last)
    let papers = try Papers.files(".xlsx", in: "\(night.folder)/\(night.asOf)")
    guard let found = try measure(papers) else { return }
    #expect(found.faults == [])
    #expect(found.sheets > 25)
  }

  @Test func `no sheet of the province comes out too small`() throws {
    guard let found = try measure(try Papers.all("xlsx", of: .second)) else { return }
    #expect(found.faults == [])
    #expect(found.sheets > 50)
  }

  @Test(arguments: [
    // A column widened to 200 characters, and a sheet pressed onto one page of paper.
    ("<cols><col min=\"1\" max=\"1\" width=\"", "<cols><col min=\"1\" max=\"1\" width=\"2"),
    ("fitToHeight=\"0\"", "fitToHeight=\"1\""),
  ])
  func `a sheet that comes out too small is found`(written: String, changed: String) throws {
    let folder = try FreshFolder()
    let source = "\(try TwoNights.papers("bulletin", of: .second))/bulletin.xlsx"
    try AlteredArchive.copy(source, to: folder.path("altered.xlsx")) { _, text in
      text.replacing(written, with: changed, maxReplacements: 1)
    }
    guard let found = try measure([folder.path("altered.xlsx")]) else { return }
    #expect(!found.faults.isEmpty)
  }

  @Test(arguments: SampleProgramme.all)
  func `no table of an HTML paper has more columns than A4 holds`(programme: SampleProgramme) throws {
    let night = try #require(programme.everyNight.last)
    let papers = try Papers.files(".html", in: "\(night.folder)/\(night.asOf)")
    #expect(papers.count >= 2)
    for paper in papers { try expectNarrowTables(paper) }
  }

  @Test func `no table of an HTML paper of the province has more columns than A4 holds`() throws {
    for paper in try Papers.all("html", of: .second) { try expectNarrowTables(paper) }
  }

  private func expectNarrowTables(_ paper: String) throws {
    let heads = try Papers.text(of: paper).matches(of: #/<thead>(.*?)</thead>/#)
    #expect(!heads.isEmpty, "\(paper)")
    for head in heads {
      #expect(head.output.1.matches(of: #/<th /#).count <= 12, "\(paper): \(head.output.1)")
    }
  }
}
