import Programme
import Reports
import Testing
import Workbook

struct WriteFailureTests {
  @Test(arguments: [
    (
      "Error creating output xlsx file. Usually a permissions error. (No space left on device)", 0 as Int64?,
      "out/bulletin.xlsx: the disk is full; free some space there, then run again",
      "out/bulletin.xlsx：磁盘空间已满；请腾出空间后重新运行"
    ),
    (
      "Zlib error with a zip file operation while creating an xlsx file.", 4_096,
      "out/bulletin.xlsx: the disk is full; free some space there, then run again",
      "out/bulletin.xlsx：磁盘空间已满；请腾出空间后重新运行"
    ),
    (
      "Permission denied", 1 << 40,
      "out/bulletin.xlsx: cannot be written (Permission denied); see that the folder is there, that you may write to it, and that no other program holds the file, then run again",
      "out/bulletin.xlsx：无法写入（Permission denied）；请确认文件夹存在、有写入权限，且文件没有被其他程序占用，然后重新运行"
    ),
  ])
  func `a file that cannot be written is named with the remedy, not in a library's words`(
    reason: String, free: Int64?, english: String, chinese: String
  ) throws {
    let failure = try #require(
      WriteFailure(WorkbookError(path: "out/bulletin.xlsx", fault: .unwritable(reason: reason))))
    #expect(failure.wording(free: free).english == english)
    #expect(failure.wording(free: free).chinese == chinese)
  }

  @Test func `a full disk of temporary files is told from that of the papers`() throws {
    let failure = try #require(
      WriteFailure(ReportsError.unwritable(path: "out/summary.md", reason: "No space left on device")))
    #expect(failure.wording(free: 1 << 40).english.contains("the disk for temporary files is full"))
  }

  @Test func `other errors tell of themselves`() {
    #expect(WriteFailure(ReportsError.missingFigure("pass_rate")) == nil)
    #expect(WriteFailure(WorkbookError(path: "x", fault: .unwrittenSheet("学员"))) == nil)
  }
}
