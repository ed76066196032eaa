import Foundation

/// The workbench beside the program: a workload of any size, its figures against a rival's, and the clock.
///
/// It is no part of `jianbao` and ships with nothing; `scripts/bench.sh` calls its commands in turn.
@main
struct Bench {
  private static let usage = """
    usage: Bench generate --learners N --out DIR [--seed S] [--change 1%]
           Bench compare --database FILE --rival DIR [--scores DIR]
           Bench measure --program FILE --pipeline DIR --output DIR [--nights DATE,DATE] [--runs N]
                         [--peer 'COMMAND with {exports} and {output}' --exports DIR]
           Bench explain --program FILE --pipeline DIR --output DIR --database FILE [--persons N] [--seed S]
           Bench awards --folder DIR [--candidates N] [--runs N] [--seed S]
           Bench reading --study FILE --folder DIR [--runs N] [--peer 'COMMAND with {file}']
           Bench read --file FILE
           Bench rosters --folder DIR [--rows N] [--runs N] [--peer 'COMMAND with {rows} and {file}']
           Bench roster --file FILE [--rows N]
    """

  static func main() {
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      switch options.command {
      case "generate": try generate(options)
      case "compare": exit(try compare(options) ? 0 : 1)
      case "measure": try measure(options)
      case "explain": try timeExplain(options)
      case "awards": try timeAwards(options)
      case "reading": try timeReading(options)
      case "read": try read(options)
      case "rosters": try timeRosters(options)
      case "roster": try writeRoster(options)
      default: throw UsageError(description: usage)
      }
    } catch let error as UsageError {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(2)
    } catch {
      FileHandle.standardError.write(Data("Bench: \(error)\n".utf8))
      exit(3)
    }
  }
}
