import Exports
import Programme

/// One source of a draft: sheets of one layout, which are read alike.
struct DraftSource {
  var id: String
  var title: String
  /// Path below the input folder, `{date}` for the night.
  let files: String
  /// The name of the sheet, where a workbook holds sheets of several layouts.
  let sheet: String?
  /// The first sheet of the layout, after which the source is drafted.
  let sample: SheetSample
  /// Sheets of the same layout, the first included.
  let samples: [SheetSample]
  let role: String?
  let stage: NominationStage?

  /// The name before it was told from another source's of the same kind.
  var baseID: String { Self.id(kind, role: role, stage: stage) }

  var kind: SourceKind { sample.template.kind }

  /// How many rows of its sheets were looked at.
  var rows: Int { samples.reduce(0) { $0 + $1.rows } }

  func has(_ column: String) -> Bool { sample.columns[column] != nil }

  /// What the cells of a column hold, in the first sheet of the layout.
  func column(_ id: String) -> ColumnSample? { sample.columns[id] }
}

extension DraftSource {
  /// The sources of one workbook or text file; sheets with the same header are one source.
  static func sources(_ samples: [SheetSample], files: String, stem: String) -> [DraftSource] {
    var layouts: [[SheetSample]] = []
    for sample in samples {
      if let index = layouts.firstIndex(where: { $0[0].hasLayout(of: sample) }) {
        layouts[index].append(sample)
      } else {
        layouts.append([sample])
      }
    }
    return layouts.map { sheets in
      let name = layouts.count > 1 ? sheets[0].sheet : stem
      let kind = sheets[0].template.kind
      let role = kind == .staff ? role(named: name, stem) : nil
      let stage = kind == .nomination ? stage(sheets[0]) : nil
      return DraftSource(
        id: id(kind, role: role, stage: stage), title: name, files: files,
        sheet: layouts.count > 1 ? sheets[0].sheet : nil,
        sample: sheets[0], samples: sheets, role: role, stage: stage)
    }
  }

  private static func id(_ kind: SourceKind, role: String?, stage: NominationStage?) -> String {
    switch kind {
    case .measure: return "study"
    case .item: return "assignment"
    case .event: return "discussion"
    case .staff: return role ?? "staff"
    case .nomination:
      switch stage {
      case .recommended: return "recommendation"
      case .approved: return "approval"
      default: return "application"
      }
    default: return kind.rawValue
    }
  }

  /// The role that the name of a sheet or file tells.
  private static func role(named names: String...) -> String? {
    let words = [
      ("管理员", "administrator"), ("辅导员", "tutor"), ("版主", "moderator"), ("班主任", "class_teacher"),
      ("坊主", "workshop_leader"),
      ("专家", "expert"),
    ]
    return names.lazy.compactMap { name in words.first { name.contains($0.0) }?.1 }.first
  }

  private static func stage(_ sample: SheetSample) -> NominationStage? {
    let header = sample.match.columns.first { $0.id == "by" }?.header ?? ""
    if header.contains("推荐") { return .recommended }
    if header.contains("审") { return .approved }
    return header.contains("报") ? .filed : nil
  }
}

extension SheetSample {
  fileprivate func hasLayout(of other: SheetSample) -> Bool {
    template.kind == other.template.kind && match.headers == other.match.headers
  }
}
