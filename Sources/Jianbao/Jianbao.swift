import Foundation
import Programme

@main
struct Jianbao {
  static func main() {
    let path = CommandLine.arguments[1]
    let bytes = [UInt8](try! Data(contentsOf: URL(filePath: path)))
    let faults = FaultCollector()
    let p = Programme.read(bytes, faults)
    for line in faults.lines(file: path, in: .english) { print(line) }
    print(p?.title ?? "none", p?.awards.count ?? 0)
  }
}
