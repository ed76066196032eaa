import Awards
import Exports
import Programme
import SQLite
import Store

/// Draws the lot of one identifier: the digest that anybody can repeat with `sha256sum`.
func draw(seed: String, award: String, identifier: String) -> Lot {
  var digest = SHA256()
  digest.update(Lot.message(seed: seed, award: award, identifier: identifier).span)
  return Lot(digest: digest.finish())
}

extension CandidateField {
  /// Gives every entrant of an award its lots: one for each key that is a draw, one where lots settle ties.
  func drawLots(_ entrants: inout Entrants, for award: Award) throws {
    let seeds = award.rank.map { key -> String? in if case .lot(let seed) = key.value { seed } else { nil } }
    guard award.ties == .lot || seeds.contains(where: { $0 != nil }) else { return }
    let identifiers = try identifiers(of: entrants)
    for index in entrants.candidates.indices {
      for (position, seed) in seeds.enumerated() {
        guard let seed else { continue }
        entrants.candidates[index].keys[position] =
          draw(seed: seed, award: award.id.text, identifier: identifiers[index]).key
      }
      if award.ties == .lot, let seed = award.seed {
        entrants.candidates[index].lot = draw(seed: seed, award: award.id.text, identifier: identifiers[index])
      }
    }
  }

  /// What lots are drawn over: a learner's code with those of project and cohort, a member of staff's code, a unit's code with that of
  /// the project that it competes with. No two entrants of an award have the same.
  private func identifiers(of entrants: Entrants) throws -> [String] {
    let projects = try codes("SELECT id, code FROM project ORDER BY id")
    switch entrants.kind {
    case "learner":
      let people = entrants.codes.isEmpty ? try personCodes() : []
      let cohorts = try codes("SELECT id, code FROM cohort ORDER BY id")
      return entrants.subjects.indices.map { index in
        let learner = Int(entrants.subjects[index]) - 1
        let code = people.isEmpty ? entrants.codes[index] : people[Int(learners.person[learner]) - 1]
        let project = projects[Int64(learners.project[learner])] ?? ""
        return "\(code)/\(project)/\(cohorts[Int64(learners.cohort[learner])] ?? "")"
      }
    default:
      return entrants.codes.indices.map { index in
        let project = entrants.kind == "unit" ? entrants.candidates[index].project.flatMap { projects[$0] } : nil
        return entrants.codes[index] + (project.map { "/\($0)" } ?? "")
      }
    }
  }

  private func codes(_ query: String) throws -> [Int64: String] {
    let rows = try store.database.rows(query) { row throws(SQLiteError) in (row.integer(0), row.text(1)) }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}
