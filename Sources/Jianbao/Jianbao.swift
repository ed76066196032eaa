@main
struct Jianbao {
  static func main() {
    print("jianbao")
  }
}
