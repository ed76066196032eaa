/// How much of what belongs to people the papers show: the one place where covering is decided.
///
/// Public papers carry no numbers of people at all, whatever this says.
package struct Privacy: Sendable, Hashable {
  /// How much of a number stays to be seen at its two ends.
  package struct Ends: Sendable, Hashable {
    package var first: Int
    package var last: Int

    package init(first: Int, last: Int) {
      self.first = first
      self.last = last
    }
  }

  /// Identity numbers in internal papers; first 6 and last 4 as offices do.
  package var identity = Ends(first: 6, last: 4)
  /// Telephones in internal papers; first 3 and last 4.
  package var phone = Ends(first: 3, last: 4)
  /// Names in public papers; whole unless the file says otherwise, since lists of awards are published with whole names.
  package var names = NameForm.full
  /// What stands behind the names of two in one unit who would read the same in a public paper, as far as it takes.
  package var alike: [Distinction] = [.project, .cohort]

  /// What holds where a pipeline file says nothing, and for messages, which are told before one is read.
  package static let standard = Privacy()

  package enum NameForm: String, Sendable, CaseIterable {
    case full
    /// 张**: the surname, and a mark for each other character.
    case surname
  }

  /// What tells people of one name apart without giving anything away.
  package enum Distinction: String, Sendable, CaseIterable {
    case project, subject, stage, cohort
  }
}
