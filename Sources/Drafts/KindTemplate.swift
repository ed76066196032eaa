import Exports
import Programme

/// A column as exports of a kind usually bear it.
struct ColumnTemplate: Sendable {
  /// The name by which the pipeline file calls it.
  let id: String
  let type: DraftType
  /// Headers seen on platforms, the usual one first.
  let headers: [String]
}

/// What the cells of a column are drafted as.
enum DraftType: Sendable, Equatable {
  case text, name, id, phone, boolean, date, datetime, decimal, duration
  case unit(level: String?)
  /// Few words that the programme has words of its own for.
  case words(Vocabulary)
}

/// A kind of source by the headers that tell it from other kinds.
struct KindTemplate: Sendable {
  let kind: SourceKind
  let columns: [ColumnTemplate]
  /// Columns without which a sheet is not of this kind.
  let needed: Set<String>
  /// Where any are named, one of these must be there too.
  var tellingAny: Set<String> = []

  var wanted: [WantedColumn] {
    columns.map { WantedColumn(id: $0.id, headers: $0.headers, isRequired: needed.contains($0.id)) }
  }

  func column(_ id: String) -> ColumnTemplate? { columns.first { $0.id == id } }
}

/// Words of exports and the programme's words for them.
struct Vocabulary: Sendable, Equatable {
  let words: [String: String]
  /// Written where an export has no rows yet.
  let usual: [String]
  /// Whether a word that is not listed can stand as it is.
  let isOpen: Bool

  static let level = Vocabulary(
    words: [
      "省": "province", "省级": "province", "市": "city", "市级": "city", "地市": "city", "市州": "city", "县": "county",
      "县级": "county", "区县": "county", "区": "county", "县（市、区）": "county", "区（县）": "county", "校": "school",
      "校级": "school", "学校": "school",
    ], usual: ["省", "市", "县", "校"], isOpen: false)
  static let status = Vocabulary(
    words: [
      "正常": "enrolled", "在读": "enrolled", "已报名": "enrolled", "报名成功": "enrolled", "已审核": "enrolled", "在训": "enrolled",
      "已退出": "withdrawn", "退出": "withdrawn", "退学": "withdrawn", "已退训": "withdrawn", "退训": "withdrawn",
      "已注销": "withdrawn", "待审核": "applied", "报名待审核": "applied", "审核中": "applied",
    ], usual: ["正常", "已退出"], isOpen: false)
  static let verdict = Vocabulary(
    words: [
      "通过": "yes", "同意": "yes", "合格": "yes", "推荐": "yes", "是": "yes", "不通过": "no", "不同意": "no", "不推荐": "no",
      "不予推荐": "no", "否": "no",
    ],
    usual: ["通过", "不通过"], isOpen: false)
  static let category = Vocabulary(
    words: [
      "必修": "required", "选修": "elective", "必学": "required", "选学": "elective", "客观题": "objective", "主观题": "subjective",
      "发帖": "post", "主题": "post", "回帖": "reply", "回复": "reply",
    ], usual: [], isOpen: true)
}
