import Testing

private func scheme(_ components: String, pass: String = "60") -> String {
  "{ pass: { total_at_least: \(pass) }, components: [\(components)] }"
}

private func part(_ id: String, _ points: String) -> String {
  "{ id: '\(id)', title: '单项', points: \(points), rule: { kind: 'threshold', of: 'posts', at_least: 1 } }"
}

@Test func `a scheme of one hundred points has no faults`() {
  #expect(faults(scheme(part("a", "50") + ", " + part("b", "50"))) == [])
}

@Test(arguments: [
  (part("a", "50") + ", " + part("b", "49.99"), "60", "the components sum to 99.99 points; expected 100"),
  (part("a", "50") + ", " + part("b", "50.01"), "60", "the components sum to 100.01 points; expected 100"),
  (part("a", "100"), "100.01", "nobody can pass: the pass mark 100.01 is above the sum of the components, 100"),
  (
    part("a", "100") + ", " + part("b", "0"), "60", "component 'b' gives no points; expected points above zero"
  ),
  (
    part("a", "50") + ",\n" + part("a", "50"), "60", "component 'a' is already declared at 2:46; give it another id"
  ),
])
func `a scheme that cannot keep its promise is refused`(components: String, pass: String, message: String) {
  let found = faults(scheme(components, pass: pass))
  #expect(found.count == 1)
  #expect(found.first?.hasSuffix(message) == true, "\(found)")
}
