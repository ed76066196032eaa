/// Names in a row with 、, shortened to the first few and 等 when there are more.
package func listing(_ names: [String], atMost limit: Int = .max) -> String {
  let shown = names.prefix(limit).joined(separator: "、")
  return names.count > limit ? shown + "等" : shown
}

/// 一、二、… for section heads, from 1 to 99.
package func chineseOrdinal(_ number: Int) -> String {
  let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  let (tens, ones) = (number / 10 % 10, number % 10)
  let ten = tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十"
  return ten + digits[ones]
}
