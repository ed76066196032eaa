import Testing
import Workbook

@Test(arguments: [
  (0, "A1"), (1, "B1"), (25, "Z1"), (26, "AA1"), (51, "AZ1"), (701, "ZZ1"), (702, "AAA1"), (16383, "XFD1"),
])
func `columns have the letters that Excel gives them`(column: Int, name: String) {
  #expect(Position(row: 0, column: column).name == name)
}

@Test func `an absolute name does not move`() {
  #expect(Position(row: 7, column: 6).absoluteName == "$G$8")
}
