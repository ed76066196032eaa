import Programme
import SQLite

extension Inquiry {
  /// Explains whatever a code or name stands for: the scores of a learner, the figures of a unit, the candidacies of a
  /// member of staff.
  package func explain(_ name: String) throws -> Reply {
    if let person = try person(code: name) { return .found(try learner(person)) }
    if let staff = try staffAnswer(code: name) { return .found(staff) }
    return switch try unit(named: name) {
    case .one(let index, let units): .found(try unitAnswer(index, of: units))
    case .several(let matches): .unknown(ambiguous(name, matches))
    case .none(let near): .unknown(try nothing(named: name, units: near))
    }
  }

  /// Explains what was decided about a person or unit for one award; without a name, the award itself.
  package func explain(_ name: String?, award id: String) throws -> Reply {
    guard let award = programme.awards.first(where: { $0.id.text == id || $0.title == id }) else {
      let hint = Spelling.hint(for: id, among: programme.awards.map(\.id.text), in: .prose)
      return .unknown(Wording("--award: unknown award '\(id)'; \(hint.english)", "--award：未知奖项“\(id)”；\(hint.chinese)"))
    }
    guard let name else { return .found(try awardAnswer(award)) }
    return try candidateReply(name, for: award)
  }
}
