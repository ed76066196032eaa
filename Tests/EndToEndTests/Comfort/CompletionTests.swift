import Foundation
import TestSupport
import Testing

/// What shells complete.
struct CompletionTests {
  /// What bash would offer behind words, the last of them half typed.
  private func offered(_ words: [String], in folder: FreshFolder) throws -> [String]? {
    guard let bash = Tool.find("bash") else { return nil }
    let script = try Jianbao.run(["completions", "bash"])
    #expect(script.code == 0)
    let path = folder.path("completion.sh")
    try Data(script.output.utf8).write(to: URL(filePath: path))
    let line = """
      source "$1"; shift; COMP_WORDS=(jianbao "$@"); COMP_CWORD=$#
      _jianbao jianbao; printf '%s\\n' "${COMPREPLY[@]}"
      """
    let outcome = try Command.run(bash, ["--norc", "-uc", line, "bash", path] + words, in: folder.path)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    return outcome.output.split(separator: "\n").map(String.init).sorted()
  }

  @Test(arguments: [
    (["ch"], ["check"]), (["re"], ["rejects"]), (["run", "x", "nom"], ["nominees"]),
    (["run", "--output", "a b", "x", ""], ["bulletin", "nominees", "summary"]),
    (["run", "x", "--dr"], ["--dry-run"]), (["diff", "x", "--ou"], ["--output"]), (["freeze", "x", "--fo"], []),
    (["run", "x", "--from", ""], ["award", "load", "measure", "score"]),
    (["run", "x", "--from", "=", "sc"], ["score"]),
    (["run", "x", "--from", "="], ["award", "load", "measure", "score"]), (["diff", "x", "--from", ""], []),
    (["diff", "x", "--format", "m"], ["markdown"]), (["status", "x", "--format", "m"], []), (["--la"], ["--lang"]),
    (["--lang", ""], ["en", "zh"]), (["run", "x", "--lang", "z"], ["zh"]),
    (["correct", "x", "y", "--effect", "w"], ["withdraw"]), (["completions", ""], ["bash", "fish", "zsh"]),
    (["check", "pro"], ["programme of ours"]), (["run", "x", "--output", ""], ["programme of ours"]),
    (["help", "ver"], ["verify"]), (["nothing", "x", ""], []),
  ])
  func `bash completes commands, options, stages, forms and files`(words: [String], expected: [String]) throws {
    let folder = try FreshFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("programme of ours"), withIntermediateDirectories: true)
    guard let offered = try offered(words, in: folder) else { return }
    #expect(offered == expected)
  }

  @Test func `bash offers every command`() throws {
    guard let offered = try offered([""], in: FreshFolder()) else { return }
    let help = try Jianbao.run(["--help"]).output
    let commands = help.matches(of: /(?m)^  jianbao ([a-z]+)/).map { String($0.1) }
    #expect(offered == Set(commands + ["help"]).sorted())
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `every option that help names is completed`(shell: String) throws {
    let help = try Jianbao.run(["--help"]).output
    let script = try Jianbao.run(["completions", shell]).output
    let dashes = shell == "fish" ? "-l " : "--"
    for match in Set(help.matches(of: /--([a-z]+(?:-[a-z]+)*)/).map { String($0.1) }) {
      #expect(script.contains("\(dashes)\(match)"), "\(match)")
    }
  }

  @Test(arguments: [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")])
  func `the scripts are sound to the shells themselves`(shell: String, check: String) throws {
    guard let program = Tool.find(shell) else { return }
    let folder = try FreshFolder()
    for language in ["en", "zh"] {
      let script = try Jianbao.run(["completions", shell, "--lang", language]).output
      try Data(script.utf8).write(to: URL(filePath: folder.path("script")))
      let outcome = try Command.run(program, [check, folder.path("script")])
      #expect(outcome.code == 0)
      #expect(outcome.errors == "")
    }
  }

  @Test func `fish completes what bash does`() throws {
    guard let fish = Tool.find("fish") else { return }
    let folder = try FreshFolder()
    try Data(try Jianbao.run(["completions", "fish"]).output.utf8).write(to: URL(filePath: folder.path("script")))
    for (line, expected) in [
      ("jianbao ch", "check"), ("jianbao run x --from sc", "score"), ("jianbao run x nom", "nominees"),
      ("jianbao run --dr", "--dry-run"),
    ] {
      let outcome = try Command.run(
        fish, ["--no-config", "-c", "source script; complete -C '\(line)'"], environment: ["HOME": folder.path],
        in: folder.path)
      #expect(outcome.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) } == [expected])
    }
  }

  @Test(arguments: [["completions"], ["completions", "tcsh"]])
  func `another shell is refused`(words: [String]) throws {
    let outcome = try Jianbao.run(words)
    #expect(outcome.code == 2)
    #expect(outcome.errors == "completions: name one shell: bash, zsh or fish\n")
  }
}
