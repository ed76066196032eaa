import Programme
import Templates

/// The names of an invented paper, one of each kind.
enum SmallPaper {
  static let signature = Signature(
    value: nil,
    members: [
      member("报名学员", Signature.value(.number)), member("上期", Signature.value(.text)),
      member("首期", Signature.value(.truth)),
      member("合格率", .thing(Signature("指标", value: .percent, members: [member("上期", Signature.value(.percent))]))),
      member("联系", .thing(Signature("联系方式", value: nil, members: [member("电话", Signature.value(.text))]))),
      member("地市", .list(Signature("单位", value: .text, members: ofUnits), isRanked: true)),
      member(
        "班次", .list(Signature("班次", value: nil, members: [member("名称", Signature.value(.text))]), isRanked: false)),
      member("总体情况", .part(.table)), member("走势图", .part(.chart)), member("刊头", .part(.element)),
    ])

  private static let ofUnits = [
    member("名称", Signature.value(.text)), member("名次", Signature.value(.number)),
    member("合格率", Signature.value(.percent)),
    member(
      "下级", .list(Signature("单位", value: .text, members: [member("名称", Signature.value(.text))]), isRanked: false)),
  ]

  private static func member(_ name: String, _ shape: Signature.Shape) -> Signature.Member {
    Signature.Member([name], Wording(name, name), shape)
  }

  /// The faults of a template of the paper, a line each.
  static func faults(_ text: String, in language: Language = .english) -> [String] {
    faults(Array(text.utf8), in: language)
  }

  static func faults(_ bytes: [UInt8], in language: Language = .english) -> [String] {
    let faults = FaultCollector()
    Template.read(bytes, faults).check(against: signature, faults)
    return faults.faults.map { "\($0.place): \($0.message(in: language))" }
  }
}
