import Programme
import SQLite
import Store

extension CandidateField {
  /// The number that a quota is a share of.
  ///
  /// `applicants` are those whom an office that may do so has filed.
  func base(of base: QuotaBase, applicants: Int64) throws -> Int64 {
    switch base {
    case .enrolled: return Int64((0..<learners.count).count { learners.counts($0) })
    case .qualified: return Int64((0..<learners.count).count { learners.counts($0) && scores.passed[$0] })
    case .projects: return Int64(learners.projects.count)
    case .stated(let number), .places(let number): return number
    case .applicants: return applicants
    case .participating(let id):
      let level = self.level(id)
      return Int64(
        learners.units.all.indices.count {
          learners.units.all[$0].level == level && measures.enrolled(unit: $0, project: 0) > 0
        })
    case .staff(let role, let id):
      let level = self.level(id).map(Int64.init)
      return try store.database.integer(
        "SELECT count(*) FROM staff WHERE role = ?1 AND (?2 IS NULL OR level = ?2)", .text(role), .optional(level)) ?? 0
    }
  }

  /// What the base of a quota counts, as the papers say it.
  func title(of base: QuotaBase) -> String {
    func title(_ id: Identifier<UnitLevel>?) -> String {
      id.flatMap { id in programme.levels.first { $0.id == id }?.title } ?? ""
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
      let source = programme.sources.first { $0.kind == .staff && $0.role == role }?.title ?? role
      let label = level.flatMap { id in programme.levels.first { $0.id == id }?.label }
      return label.map { "\($0)级\(source)" } ?? source
    }
  }
}
