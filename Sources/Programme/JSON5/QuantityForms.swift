extension Form where Value == Int64 {
  /// A number with at most so many decimals, in units of the last of them: 12.5 to two decimals is 1250.
  ///
  /// The range is in whole numbers, as the file's writer thinks of it.
  package static func scaled(to decimals: Int, in range: ClosedRange<Int64>) -> Form {
    let (low, high) = (range.lowerBound, range.upperBound)
    let noun = Noun(
      "a number from \(low) to \(high) with at most \(decimals) decimals",
      many: "numbers from \(low) to \(high) with at most \(decimals) decimals",
      " \(low) 到 \(high)、至多 \(decimals) 位小数的数字")
    let bounds = ExactDecimal(low)...ExactDecimal(high)
    return Form<ExactDecimal>.decimal.narrowed(to: noun, standIn: 0) {
      bounds.contains($0) ? $0.scaled(to: decimals) : nil
    }
  }

  /// A duration in seconds, with a credit hour of 45 minutes.
  package static var duration: Form { duration(creditHour: 45 * 60) }

  /// A duration such as `15h`, `1h30min`, `45min`, `90s`, `15小时30分` or `20学时`, in seconds.
  ///
  /// A credit hour (学时) lasts as many seconds as the programme says.
  package static func duration(creditHour: Int64) -> Form {
    let noun = Noun(
      "a duration such as '15h', '45min' or '20学时'", many: "durations such as '15h', '45min' or '20学时'",
      "时长，如 '15h'、'45min' 或 '20学时'")
    return Form<String>.anyText.narrowed(to: noun, standIn: 0) { WrittenDuration.seconds($0, creditHour: creditHour) }
  }
}

extension Form where Value == ExactDecimal {
  /// A percentage from 0 to 100, for a key that says percent in its name: `4` and `'4%'` are both 4.
  package static var percent: Form {
    let hundred = ExactDecimal(0)...ExactDecimal(100)
    let noun = Noun("a percentage from 0 to 100", many: "percentages from 0 to 100", " 0 到 100 的百分数")
    return .either(decimal, written).narrowed(to: noun, standIn: ExactDecimal(0)) { hundred.contains($0) ? $0 : nil }
  }

  /// A share of a whole, always written with its sign: `'5%'` is 0.05.
  ///
  /// A bare number is refused: whether 1 means one per cent or all is not for the program to guess.
  package static var share: Form {
    let whole = ExactDecimal(0)...ExactDecimal(1)
    let noun = Noun("a percentage such as '5%'", many: "percentages such as '5%'", "百分数，如 '5%'")
    return written.narrowed(to: noun, standIn: ExactDecimal(0)) {
      let share = $0.shifted(by: -2)
      return whole.contains(share) ? share : nil
    }
  }

  private static var written: Form {
    let noun = Noun("a percentage such as '5%'", many: "percentages such as '5%'", "百分数，如 '5%'")
    return Form<String>.anyText.narrowed(to: noun, standIn: ExactDecimal(0)) { text in
      guard let sign = text.last, sign == "%" || sign == "％" else { return nil }
      return ExactDecimal(digits: text.dropLast())
    }
  }
}

extension Form where Value == CalendarDate {
  /// A day as `'2023-08-01'`.
  package static var date: Form {
    let noun = Noun("a date such as '2023-08-01'", many: "dates such as '2023-08-01'", "日期，如 '2023-08-01'")
    return Form<String>.anyText.narrowed(to: noun, standIn: CalendarDate.standIn) { CalendarDate($0) }
  }
}
