import Programme
import SQLite

/// A person in a project, about whose cohort the pipeline file rules.
struct RuledEnrolment: Hashable {
  let person: String
  let project: Int32
}

extension Night {
  /// The cohort that counts for each person whom the pipeline file names under `two_cohorts`.
  func cohortRulings(_ source: Source) -> [RuledEnrolment: Int32] {
    var rulings: [RuledEnrolment: Int32] = [:]
    for ruling in source.rulings {
      guard let cohort = projects.cohortKeys[ruling.cohort.text],
        let project = ruling.project.map({ projects.key($0) }) ?? 1
      else { continue }
      rulings[RuledEnrolment(person: ruling.person, project: project)] = cohort
    }
    return rulings
  }

  /// Refuses a roster in which somebody is in two cohorts of one project: counted twice, every rate would be wrong, and
  /// which of the rows is right is for the office to say.
  func refuseTwoCohorts(_ source: Source) throws {
    let doubled = enrolments.ofOneProject.map {
      $0.filter {
        enrolments.seen[Int($0) - 1] != 0 && enrolments.status($0).counts && !enrolments.isClosed(Int($0) - 1)
      }
    }
    .filter { $0.count > 1 }
    guard let first = doubled.first?.first else { return }
    let listed = doubled.prefix(Self.mostListed).map { keys in
      let person = enrolments.persons.text(Int(enrolments.person[Int(keys[0]) - 1]) - 1)
      return (person, keys.map { place($0) })
    }
    let rest = doubled.count - listed.count
    let english = listed.map { "\($0.0): \($0.1.map(\.english).joined(separator: " and "))" }.joined(separator: "; ")
    let chinese = listed.map { "\($0.0)：\($0.1.map(\.chinese).joined(separator: "、"))" }.joined(separator: "；")
    let more = rest == 0 ? Wording("", "") : Wording("; and \(rest) more", "；另有 \(rest) 人")
    let code = enrolments.persons.text(Int(enrolments.person[Int(first) - 1]) - 1)
    let example = "two_cohorts: [{ person: '\(code)', project: '\(projectName(first))', cohort: '…' }]"
    throw BlockedSource(
      source: source.id, code: "two_cohorts",
      wording: Wording(
        "\(source.title): in two cohorts of one project: \(english)\(more.english); mend the roster, or say in the pipeline file which cohort counts: \(example)",
        "\(source.title)：同一项目报两个班次：\(chinese)\(more.chinese)；请更正名册，或在流程文件中写明以哪个班次为准：\(example)"))
  }

  private static let mostListed = 10

  /// Where tonight's roster has an enrolment, and in which cohort.
  private func place(_ key: Int32) -> Wording {
    let index = Int(key) - 1
    let file =
      accounts.indices.contains(Int(enrolments.seenIn[index])) ? accounts[Int(enrolments.seenIn[index])].file.name : ""
    let cohort = cohortTitle(enrolments.cohort[index])
    return Wording(
      "\(file) row \(enrolments.seen[index]) (\(cohort))", "\(file) 第 \(enrolments.seen[index]) 行（\(cohort)）")
  }

  private func cohortTitle(_ key: Int32) -> String {
    programme.cohorts.first { projects.cohortKeys[$0.id.text] == key }?.title ?? programme.title
  }

  private func projectName(_ key: Int32) -> String {
    let project = Int(enrolments.project[Int(key) - 1]) - 1
    return projects.names.indices.contains(project) ? projects.names[project] : ""
  }

  /// Ends the enrolments of those who were moved to another cohort of the project; as vanished they would count twice.
  func withdrawMoved(before: Int) throws {
    for keys in enrolments.ofOneProject {
      guard let now = keys.first(where: { enrolments.seen[Int($0) - 1] != 0 && enrolments.status($0).counts }) else {
        continue
      }
      for key in keys where Int(key) <= before && isGone(Int(key) - 1) && enrolments.status(key).counts {
        try withdraw(key, movedTo: now)
      }
    }
  }

  private func withdraw(_ key: Int32, movedTo now: Int32) throws {
    let (index, place) = (Int(key) - 1, Int(now) - 1)
    let (file, row) = (self.key(ofFile: Int(enrolments.seenIn[place])), Int64(enrolments.seen[place]))
    let person = enrolments.persons.text(Int(enrolments.person[index]) - 1)
    try database.run("UPDATE enrolment SET status = 'withdrawn' WHERE id = ?", .integer(Int64(key)))
    try history(Int64(key), unit: Int64(enrolments.unit[index]), status: .withdrawn, file: file, row: row)
    try change(
      kind: "roster", enrolment: Int64(key), subject: person, item: "status",
      before: EnrolmentStatus(code: enrolments.status[index]).rawValue, after: "withdrawn", file: file, row: row)
    let (old, new) = (cohortTitle(enrolments.cohort[index]), cohortTitle(enrolments.cohort[place]))
    try notice(
      file: Int(enrolments.seenIn[place]), row: Int(row), code: "moved_cohort",
      Wording(
        "\(person) was in “\(old)” and is now in “\(new)” only; the first enrolment no longer counts",
        "\(person) 原在“\(old)”，现只在“\(new)”；原班次不再计入"))
    enrolments.status[index] = EnrolmentStatus.withdrawn.code
    restless.formUnion(enrolments.all(ofPerson: enrolments.person[index]))
  }

  /// Refuses a roster that has other numbers of learners than the office knows to be registered (`learners` of a cohort).
  func refuseOtherTotals(_ source: Source) throws {
    let declared = programme.cohorts.filter { $0.closing(asOf: asOf) == nil }.compactMap { cohort in
      cohort.learners.map { (cohort, $0) }
    }
    guard !declared.isEmpty else { return }
    let found = declared.map { cohort, _ in
      let key = projects.cohortKeys[cohort.id.text] ?? 0
      return enrolments.cohort.indices.count {
        enrolments.cohort[$0] == key && enrolments.seen[$0] != 0
          && enrolments.status[$0] != EnrolmentStatus.applied.code
      }
    }
    guard found != declared.map(\.1) else { return }
    let parts = zip(declared, found).map { "\($0.0.title) \($1)/\($0.1)" }
    let (sum, whole) = (found.reduce(0, +), declared.reduce(0) { $0 + $1.1 })
    throw BlockedSource(
      source: source.id, code: "control_total",
      wording: Wording(
        "\(source.title): learners found/registered: \(parts.joined(separator: ", ")); in all \(sum)/\(whole); see the rejected and missing rows, export the roster again, or mend learners in the pipeline file",
        "\(source.title)：名册人数/应有人数：\(parts.joined(separator: "、"))；合计 \(sum)/\(whole)；请核对被退回和缺少的行，重新导出名册，或更正流程文件中的 learners"
      ))
  }
}
