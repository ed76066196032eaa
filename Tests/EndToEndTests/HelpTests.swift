import Foundation
import Testing
import TestSupport

/// What the program says of itself.
struct HelpTests {
  @Test(arguments: ["en", "zh"])
  func `help is a golden in both languages`(language: String) throws {
    let outcome = try Jianbao.run(["--help", "--lang", language])
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    try Golden.expect(outcome.output, "help-\(language)")
  }

  @Test(arguments: [["--help"], ["-h"], ["help"], ["help", "everything"]])
  func `help is found however it is asked for`(words: [String]) throws {
    #expect(try Jianbao.run(words).output == Jianbao.run(["--help"]).output)
  }

  @Test(arguments: [["verify", "--help"], ["--help", "verify"], ["help", "verify"]])
  func `the help of one command is all that it takes`(words: [String]) throws {
    try Golden.expect(Jianbao.run(words).output, "help-verify")
  }

  @Test(arguments: [("C.UTF-8", "en"), ("zh_CN.UTF-8", "zh")])
  func `the language follows the locale`(locale: String, language: String) throws {
    let outcome = try Jianbao.run(["--help"], environment: ["LC_ALL": locale])
    #expect(outcome.output == (try Jianbao.run(["--help", "--lang", language])).output)
  }

  @Test func `the version is a golden`() throws {
    let outcome = try Jianbao.run(["--version"])
    #expect(outcome.code == 0)
    try Golden.expect(outcome.output, "version")
  }

  @Test(arguments: ["en", "zh"])
  func `the options that help documents are the options that commands look at`(language: String) throws {
    let help = try Jianbao.run(["--help", "--lang", language]).output
    let folder = Repository.path("Sources/Jianbao")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
    let lookedAt = try files.flatMap { file in
      try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        .matches(of: /(?:options\[|contains\(|option == |in \[(?:"--[a-z]+", )*)"(--[a-z-]+)"/).map { String($0.1) }
    }
    #expect(options(in: help).subtracting(lookedAt).subtracting(["--from", "--to"]) == [])
    #expect(Set(lookedAt).subtracting(options(in: help)) == [])
  }

  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func `every option that the README names is one that help documents`(file: String) throws {
    let readme = try String(contentsOfFile: Repository.path(file), encoding: .utf8)
    let help = options(in: try Jianbao.run(["--help"]).output)
    let commands = readme.split(separator: "\n").filter { $0.contains("jianbao ") }.joined(separator: "\n")
    #expect(options(in: commands).subtracting(help) == [])
  }

  private func options(in text: String) -> Set<String> {
    Set(text.matches(of: /--[a-z]+(?:-[a-z]+)*/).map { String($0.output) })
  }
}
