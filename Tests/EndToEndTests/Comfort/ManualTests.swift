import Foundation
import TestSupport
import Testing

/// The manual page, and where it and the completions are put.
struct ManualTests {
  @Test(arguments: ["en", "zh"])
  func `every command and option that help names is in the manual`(language: String) throws {
    let help = try Jianbao.run(["--help", "--lang", language]).output
    let manual = try Jianbao.run(["man", "--lang", language]).output.replacing("\\-", with: "-")
    for match in Set(help.matches(of: /--[a-z]+(?:-[a-z]+)*|jianbao [a-z]+/).map { String($0.output) }) {
      #expect(manual.contains(match), "\(match)")
    }
  }

  @Test(arguments: ["en", "zh"])
  func `groff sets the manual without a warning`(language: String) throws {
    guard let groff = Tool.find("groff") else { return }
    let folder = try FreshFolder()
    let path = folder.path("jianbao.1")
    try Data(try Jianbao.run(["man", "--lang", language]).output.utf8).write(to: URL(filePath: path))
    let outcome = try Command.run(groff, ["-k", "-man", "-Tutf8", "-ww", "-Wbreak", "-P-cbou", path])
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains(language == "en" ? "redo from a stage" : "从某阶段起重做"))
    #expect(outcome.output.contains("--as-of"))
  }

  @Test func `they are put where man and the shells look for them`() throws {
    let folder = try FreshFolder()
    let outcome = try Command.run(
      Repository.path("scripts/install-manuals.sh"), [Repository.path(".build/release/jianbao"), folder.path("share")])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      Set(try bytes(below: folder.path("share")).keys) == [
        "man/man1/jianbao.1", "man/zh_CN/man1/jianbao.1", "bash-completion/completions/jianbao",
        "zsh/site-functions/_jianbao", "fish/vendor_completions.d/jianbao.fish",
      ])
  }
}
