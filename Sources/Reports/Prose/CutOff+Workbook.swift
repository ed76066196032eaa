import Programme
package import Workbook

extension CutOff {
  /// The moment that a workbook's properties give as its making.
  package var civilTime: CivilTime {
    CivilTime(year: day.year, month: day.month, day: day.day, hour: hour, minute: minute)
  }
}
