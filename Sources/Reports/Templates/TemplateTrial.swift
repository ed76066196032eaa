import Programme
package import SQLite

/// Prints the office's own templates over the figures of a night, keeps nothing, and answers what is told only then: that loops take too
/// many turns, or that a paper gets too long.
///
/// How long a list is only a night knows, so a template that is sound by itself may be too much for the programme.
package func faultsOfTemplates(_ edition: Edition, from database: Database) throws -> [TemplateError] {
  let programme = edition.programme
  var faults: [TemplateError] = []
  for paper in PaperTemplate.allCases where programme.templates[paper.fileName] != nil {
    guard paper.isDeclared(in: programme) else { continue }
    do {
      try paper.tryOut(edition, from: database)
    } catch let fault as TemplateError {
      faults.append(fault)
    }
  }
  return faults
}

extension PaperTemplate {
  fileprivate func tryOut(_ edition: Edition, from database: Database) throws {
    let programme = edition.programme
    switch self {
    case .bulletin:
      _ = try blocks(of: .bulletin(programme), BulletinFigures.read(edition, from: database), in: programme)
    case .summary:
      _ = try blocks(of: .summary(programme), SummaryContents.read(edition, from: database), in: programme)
    case .nomineesPublic: _ = try PublicNotice.read(database, edition)?.paper()
    case .reminders:
      let reminders = try Reminders(BulletinFigures.read(edition, from: database), edition, from: database)
      for file in reminders.files { _ = try text(of: .reminders(programme), file, in: programme) }
    }
  }
}
