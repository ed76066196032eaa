import CXLSXWriter

extension Style {
  /// Writes the style into a format record of the library.
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    applyFont(to: format)
    if let fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, fill.code)
    }
    applyBorders(to: format)
    if let alignment = alignment.code { format_set_align(format, alignment) }
    format_set_align(format, verticalAlignment.code)
    if indent > 0 { format_set_indent(format, UInt8(clamping: indent)) }
    if wraps { format_set_text_wrap(format) }
    if self.format != .general {
      format_set_num_format(format, alignment == .centre ? self.format.codeWithoutSpace : self.format.code)
    }
    if !isLocked { format_set_unlocked(format) }
  }

  private func applyFont(to format: UnsafeMutablePointer<lxw_format>) {
    format_set_font_name(format, font.name)
    format_set_font_size(format, size)
    format_set_font_color(format, colour.code)
    if isBold { format_set_bold(format) }
    if isUnderlined { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
  }

  private func applyBorders(to format: UnsafeMutablePointer<lxw_format>) {
    if let line = borders.left {
      format_set_left(format, line.weight.code)
      format_set_left_color(format, line.colour.code)
    }
    if let line = borders.right {
      format_set_right(format, line.weight.code)
      format_set_right_color(format, line.colour.code)
    }
    if let line = borders.top {
      format_set_top(format, line.weight.code)
      format_set_top_color(format, line.colour.code)
    }
    if let line = borders.bottom {
      format_set_bottom(format, line.weight.code)
      format_set_bottom_color(format, line.colour.code)
    }
  }
}

extension Colour {
  /// The library's number of the colour; it takes zero for "none", so black has a number of its own.
  var code: lxw_color_t {
    rgb == 0 ? lxw_color_t(LXW_COLOR_BLACK.rawValue) : rgb
  }
}

extension Style.Alignment {
  fileprivate var code: UInt8? {
    switch self {
    case .general: nil
    case .left: UInt8(LXW_ALIGN_LEFT.rawValue)
    case .centre: UInt8(LXW_ALIGN_CENTER.rawValue)
    case .right: UInt8(LXW_ALIGN_RIGHT.rawValue)
    }
  }
}

extension Style.VerticalAlignment {
  fileprivate var code: UInt8 {
    switch self {
    case .top: UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)
    case .centre: UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue)
    case .bottom: UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue)
    }
  }
}

extension Borders.Line.Weight {
  fileprivate var code: UInt8 {
    switch self {
    case .hair: UInt8(LXW_BORDER_HAIR.rawValue)
    case .thin: UInt8(LXW_BORDER_THIN.rawValue)
    case .medium: UInt8(LXW_BORDER_MEDIUM.rawValue)
    case .thick: UInt8(LXW_BORDER_THICK.rawValue)
    }
  }
}
