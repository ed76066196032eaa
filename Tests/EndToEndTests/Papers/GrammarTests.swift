import Foundation
import Testing
import TestSupport

/// Every part of every workbook follows the grammar of ECMA-376 (transitional), as the schemas of the Open XML SDK have it: elements in
/// their order, values of attributes, relationships, content types.
///
/// The schemas come with a wheel that only tests use. They cannot be had from Debian: neither Apache POI nor LibreOffice carries them there.
struct GrammarTests {
  /// Prints what is wrong with each workbook, a line each.
  ///
  /// Two remarks that are no faults are passed over: the standard asks for no theme, and lets a cell hold its own text.
  private static let script = """
    import sys
    from openxml_audit import OpenXmlValidator
    for path in sys.argv[1:]:
        for error in OpenXmlValidator(max_errors=0).validate(path).errors:
            if "relationships/theme' is missing" not in str(error) and "inline-string cell(s)" not in str(error):
                print(path, error)
    """

  private func faults(_ workbooks: [String]) throws -> String? {
    guard let python = Tool.python(importing: "openxml_audit") else { return nil }
    let outcome = try Command.run(python, ["-c", Self.script] + workbooks, environment: ["PYTHONUTF8": "1"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    return outcome.output
  }

  @Test(arguments: ["bulletin", "summary", "nominees"])
  func `every part of every workbook of a job follows the schemas`(job: String) throws {
    let workbooks = try Papers.all("xlsx", of: .second).filter { $0.contains("/\(job)/") }
    #expect(!workbooks.isEmpty)
    if let faults = try faults(workbooks) { #expect(faults == "") }
  }

  @Test(arguments: SampleProgramme.all)
  func `every part of the workbooks of another programme follows the schemas`(programme: SampleProgramme) throws {
    let folder = try #require(programme.everyNight.last).folder
    let workbooks = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".xlsx") && $0.contains(programme.nights[1]) }.map { "\(folder)/\($0)" }
    #expect(!workbooks.isEmpty)
    if let faults = try faults(workbooks) { #expect(faults == "") }
  }

  @Test(arguments: [
    ("xl/worksheets/sheet2.xml", "<pageMargins", "<pageSetup paperSize=\"9\"/><pageMargins"),
    ("xl/worksheets/sheet2.xml", "orientation=\"portrait\"", "orientation=\"upright\""),
    ("xl/charts/chart1.xml", "<c:plotArea>", "<c:legend/><c:plotArea>"),
    ("xl/styles.xml", "<fonts", "<cellXfs/><fonts"),
  ])
  func `a part that does not follow them is found`(part: String, written: String, changed: String) throws {
    let folder = try FreshFolder()
    let source = "\(try TwoNights.papers("bulletin", of: .second))/bulletin.xlsx"
    try AlteredArchive.copy(source, to: folder.path("altered.xlsx")) { name, text in
      #expect(name != part || text.contains(written))
      return name == part ? text.replacing(written, with: changed, maxReplacements: 1) : text
    }
    guard let faults = try faults([folder.path("altered.xlsx")]) else { return }
    #expect(faults.contains(part), "\(faults)")
  }
}
