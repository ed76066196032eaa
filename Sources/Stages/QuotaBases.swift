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
}
