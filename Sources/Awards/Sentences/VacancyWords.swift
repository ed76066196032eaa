package import Programme
import Scoring

extension Vacancy.Cause {
  /// Why places stay empty, in the words of the papers.
  package var wording: Wording {
    switch self {
    case .tooFewCandidates: Wording("too few candidates", "符合条件的参评对象不足")
    case .tieExcluded: Wording("equals at the line all stay out", "末位并列者均不入选")
    case .tieReserved: Wording("equals at the line are on the reserve list", "末位并列者列为候补")
    case .tieOpen: Wording("equals at the line wait for a person", "末位并列待决定")
    case .tieDecided: Wording("fewer were chosen among the equals than places were left", "并列者中确定的人数少于余下名额")
    case .notRecommended: Wording("not recommended by the office", "推荐单位未推荐")
    case .rejected: Wording("not approved", "审定未通过")
    case .splitOpen: Wording("parts with equal claims wait for a person", "分配名额时余数相同，待决定")
    case .noSection: Wording("no part that has a share has candidates left", "有份额的单位均无可用的参评对象")
    }
  }
}

extension Allotment {
  /// The exact share to four decimals (应得名额); empty where no part has any size.
  package var exactText: String { exact.map { decimalText(Int128($0.rounded(decimals: 4)), decimals: 4) } ?? "" }

  /// The quotient of its last place to two decimals; nil where places go by remainder, or it got none by quotient.
  package var quotientText: String? { quotient.map { decimalText(Int128($0.rounded(decimals: 2)), decimals: 2) } }
}
