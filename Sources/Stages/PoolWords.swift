package import Programme
import Scoring

extension Programme {
  /// Who the candidates of an award are.
  package func wording(of pool: Pool) -> Wording {
    switch pool {
    case .learners: return Wording("every enrolment", "全部报名学员")
    case .staff(let role, let level, let chief):
      let source = sources.first { $0.kind == .staff && $0.role == role }
      let level = level.flatMap { id in levels.first { $0.id == id } }
      let chiefs = chief == true ? source?.header("chief") : nil
      return Wording(
        [level?.id.text, role, chiefs.map { "(\($0))" }].compactMap { $0 }.joined(separator: " "),
        (level.map { "\($0.label)级" } ?? "") + (source?.title ?? role) + (chiefs.map { "（\($0)为是）" } ?? ""))
    case .units(let id, let byProject):
      let level = levels.first { $0.id == id }
      return Wording(
        "units of level \(id)\(byProject ? ", each with each of its projects" : "")",
        "有报名学员的\(level?.title ?? id.text)\(byProject ? "，按项目分别参评" : "")")
    }
  }

  /// What the base of a quota counts, as the papers say it.
  package func title(of base: QuotaBase) -> String {
    func title(_ id: Identifier<UnitLevel>?) -> String {
      id.flatMap { id in levels.first { $0.id == id }?.title } ?? ""
    }
    switch base {
    case .enrolled: return "报名学员"
    case .qualified: return "合格学员"
    case .projects: return "年度项目"
    case .stated: return "核定数"
    case .places: return "核定名额"
    case .applicants: return "申报对象"
    case .participating(let level): return "参训\(title(level))"
    case .staff(let role, let level):
      let source = sources.first { $0.kind == .staff && $0.role == role }?.title ?? role
      let label = level.flatMap { id in levels.first { $0.id == id }?.label }
      return label.map { "\($0)级\(source)" } ?? source
    }
  }
}
