package import Programme

extension TallyUnit {
  /// The decimals of a stored number: marks are hundredths, all else is whole.
  package var decimals: Int { self == .marks ? 2 : 0 }

  /// An amount as it stands in a sentence: `13小时30分钟`, `83.8分`, `5项`.
  package func wording(_ amount: Int64) -> Wording {
    switch self {
    case .seconds: duration(amount)
    case .marks:
      Wording(
        "\(Points(amount, decimals: decimals).short) marks", "\(Points(amount, decimals: decimals).short)分")
    case .items: Wording("\(amount)", "\(amount)项")
    case .moment: moment(amount)
    }
  }

  /// Hours, minutes and seconds, the zero parts left out.
  private func duration(_ seconds: Int64) -> Wording {
    let parts = [
      (seconds / 3600, "h", "小时"), (seconds / 60 % 60, "min", "分钟"), (seconds % 60, "s", "秒"),
    ].filter { $0.0 != 0 }
    guard !parts.isEmpty else { return Wording("0 min", "0分钟") }
    return Wording(
      parts.map { "\($0.0) \($0.1)" }.joined(separator: " "), parts.map { "\($0.0)\($0.2)" }.joined())
  }

  /// A civil time to the minute.
  private func moment(_ seconds: Int64) -> Wording {
    let day = CivilDate(days: Int((seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400))
    let minutes = (seconds % 86_400 + 86_400) % 86_400 / 60
    let clock = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return Wording("\(day) \(clock)", "\(day) \(clock)")
  }
}
