import Testing

@Test func `an unknown kind of rule is refused, and what may have been meant is named`() {
  #expect(
    faults(rule: "{ kind: 'proportional', of: 'time', target: '15h' }")
      == ["p:4:9: unknown value 'proportional'; did you mean 'proportion'?"])
}

@Test func `a rule without a kind is refused`() {
  #expect(faults(rule: "{ of: 'time' }") == ["p:4:1: missing key 'kind'; expected a text"])
}
