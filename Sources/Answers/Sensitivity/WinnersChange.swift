import Awards
import Stages

/// How the winners of an award differ when a single figure does; the indexes are those of the candidates.
struct WinnersChange: Hashable, Sendable {
  /// Who become candidates by the rules.
  private(set) var entering: [Int] = []
  /// Who no longer are.
  private(set) var leaving: [Int] = []
  /// Who become equals at the line about whom a person must decide.
  private(set) var tying: [Int] = []
  /// Who were such equals, and are plainly below now.
  private(set) var losing: [Int] = []

  init(from before: Ruling, to after: Ruling) {
    for index in before.decisions.indices {
      switch (before.decisions[index].standing, after.decisions[index].standing) {
      case (.candidate, .candidate), (.tied, .tied), (.out, .out): continue
      case (_, .candidate): entering.append(index)
      case (.candidate, .out): leaving.append(index)
      case (.candidate, .tied):
        leaving.append(index)
        tying.append(index)
      case (_, .tied): tying.append(index)
      case (.tied, _): losing.append(index)
      }
    }
  }

  var isNone: Bool { entering.isEmpty && leaving.isEmpty && tying.isEmpty && losing.isEmpty }
}

extension Decision {
  fileprivate enum Standing { case candidate, tied, out }

  /// What the rules come to for the candidacy, whatever offices say.
  fileprivate var standing: Standing { stage >= .candidate ? .candidate : outcome == .tied ? .tied : .out }
}
