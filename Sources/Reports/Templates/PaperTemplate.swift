package import Programme
import Templates

/// The papers in words that are made of a template: the office's own where there is one, else the one that the program brings.
package enum PaperTemplate: String, Sendable, CaseIterable {
  case bulletin
  case summary
  case nomineesPublic = "nominees-public"
  case reminders

  /// The folder beside the pipeline file that holds an office's own templates.
  package static let folder = "templates"

  /// The file of the template in that folder.
  package var fileName: String { "\(rawValue).md" }

  /// The paper whose template has a file name; nil where none has.
  package init?(fileName: String) {
    guard let found = Self.allCases.first(where: { $0.fileName == fileName }) else { return nil }
    self = found
  }

  /// What the paper is called.
  package var title: Wording {
    switch self {
    case .bulletin: Wording("the bulletin", "学情通报")
    case .summary: Wording("the summary", "培训总结")
    case .nomineesPublic: Wording("the public list", "评优公示")
    case .reminders: Wording("the reminders", "催学提醒")
    }
  }

  /// The template that the program brings.
  package var builtIn: [UInt8] {
    switch self {
    case .bulletin: PackageResources.bulletin_md
    case .summary: PackageResources.summary_md
    case .nomineesPublic: PackageResources.nominees_public_md
    case .reminders: PackageResources.reminders_md
    }
  }

  /// Whether a programme has the paper at all.
  package func isDeclared(in programme: Programme) -> Bool {
    switch self {
    case .bulletin, .reminders: programme.reports.bulletin != nil
    case .summary: programme.reports.summary != nil
    case .nomineesPublic: programme.reports.nominees != nil
    }
  }

  /// The names that its template knows; nil where the programme does not have what the paper rests on.
  func signature(in programme: Programme) -> Signature? {
    switch self {
    case .bulletin: (try? Topic<BulletinFigures>.bulletin(programme))?.signature
    case .summary: (try? Topic<SummaryContents>.summary(programme))?.signature
    case .nomineesPublic: Topic<PublicNotice>.notice.signature
    case .reminders: (try? Topic<ReminderFile>.reminders(programme))?.signature
    }
  }

  /// Tells what is wrong with an office's template; names are checked where a programme is given, which must be sound.
  package func check(_ bytes: [UInt8], in programme: Programme?, _ faults: FaultCollector) {
    let template = Template.read(bytes, faults)
    if template.isBlank, !faults.refuses {
      faults.refuse(
        Place(line: 1, column: 1),
        Wording(
          "the template prints nothing; write the paper, or take the file away", "模板没有内容；请写出材料内容，不用时请移走该文件"))
    }
    guard let programme else { return }
    guard isDeclared(in: programme), let signature = signature(in: programme) else {
      return faults.warn(
        Place(line: 1, column: 1),
        Wording(
          "the programme has no such paper; the template does nothing", "本项目没有这种材料；此模板不起作用"))
    }
    template.check(against: signature, faults)
  }

  /// The blocks that the template of a programme comes to.
  func blocks<Subject>(
    of topic: Topic<Subject>, _ subject: Subject, in programme: Programme
  ) throws(TemplateError) -> [PaperBlock] {
    do {
      return try TemplatePrinter.blocks(of: template(of: programme), over: topic.bound(to: subject))
    } catch {
      throw TemplateError(error, file: fileName)
    }
  }

  /// What the template of a programme comes to as plain text, its empty lines kept.
  func text<Subject>(
    of topic: Topic<Subject>, _ subject: Subject, in programme: Programme
  ) throws(TemplateError) -> String {
    do {
      return try TemplatePrinter.text(of: template(of: programme), over: topic.bound(to: subject))
    } catch {
      throw TemplateError(error, file: fileName)
    }
  }

  /// The office's own, which was checked before anything ran, or the one that the program brings.
  private func template(of programme: Programme) -> Template {
    Template.read(programme.templates[fileName].map { Array($0.utf8) } ?? builtIn, FaultCollector())
  }
}
