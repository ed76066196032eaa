/// The looks of the cells of a table.
extension Style {
  static let header = Style().with {
    $0.font = .hei
    $0.size = Table.headerSize
    $0.fill = .headerFill
    $0.borders = Borders(left: .cell, right: .cell, top: .cell, bottom: .strong)
    $0.alignment = .centre
    $0.wraps = true
  }
  static let headerGroup = header.with { $0.borders = .all(.cell) }
  static let totalLabel = Style().with {
    $0.isBold = true
    $0.alignment = .centre
    $0.borders = Borders(left: .cell, right: .cell, top: .strong, bottom: .cell)
  }

  /// A line of text between rows.
  static func band(isLine: Bool) -> Style {
    Style().with {
      $0.size = 10
      $0.colour = .accent
      $0.alignment = .centre
      $0.borders = .all(.cell)
      if isLine { $0.borders.top = .award }
    }
  }

  /// A value in its column and row.
  static func body(_ cell: Cell, in column: Column, of table: Table, tone: Table.Tone) -> Style {
    Style().with {
      $0.size = table.size(of: column)
      $0.alignment = column.alignment
      $0.indent = column.alignment == .left ? 1 : 0
      $0.wraps = column.wraps
      $0.colour = column.isQuiet ? .secondInk : .ink
      $0.isBold = column.isBold || cell.isBold || tone == .tied
      $0.fill = fill(of: tone)
      $0.borders = .all(.cell)
      $0.format = format(of: cell, in: column)
      if case .link = cell.value {
        $0.colour = .accent
        $0.isUnderlined = true
      }
      if column.input != nil {
        $0.fill = .toFill
        $0.isLocked = false
      }
      if cell.isFaulty {
        $0.isBold = true
        $0.fill = .fault
        $0.borders = .all(.strong)
      }
    }
  }

  /// A value in the total row.
  static func total(_ cell: Cell, in column: Column, of table: Table) -> Style {
    Style().with {
      $0.size = table.size
      $0.isBold = true
      $0.alignment = column.alignment
      $0.indent = column.alignment == .left ? 1 : 0
      $0.format = format(of: cell, in: column)
      $0.borders = Borders(left: .cell, right: .cell, top: .strong, bottom: .cell)
    }
  }

  /// Text among right-aligned numbers keeps the numbers' distance from the rule.
  private static func format(of cell: Cell, in column: Column) -> NumberFormat {
    let format = cell.format ?? column.format
    let isText = cell.value.storedNumber == nil
    return isText && column.alignment == .right ? .textAmongNumbers : format
  }

  private static func fill(of tone: Table.Tone) -> Colour? {
    switch tone {
    case .plain: nil
    case .harmlessTie: .harmlessTie
    case .tied: .toFill
    }
  }
}
