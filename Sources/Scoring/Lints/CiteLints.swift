import Programme

/// Warns of rules without a clause, in a programme whose other rules name theirs: nobody could check them against the document.
func lintCites(_ programme: Programme, _ faults: FaultCollector) {
  let scheme = programme.scoring
  var rules: [(place: Place, name: String, cite: String?)] = scheme.components.map { ($0.place, $0.id.text, $0.cite) }
  rules += (scheme.requirements + scheme.vetoes + scheme.flags).map { ($0.place, $0.id.text, $0.cite) }
  rules += scheme.provisional.map { ($0.place, $0.title, $0.cite) }
  rules += programme.awards.map { ($0.place, $0.id.text, $0.cite) }
  if let credit = scheme.credit { rules.append((credit.place, "credit", credit.cite)) }
  rules.append((scheme.pass.place, "pass", scheme.pass.cite))
  guard rules.contains(where: { $0.cite != nil }) else { return }
  for rule in rules where rule.cite == nil {
    faults.warn(
      rule.place,
      Wording(
        "'\(rule.name)' names no clause, as other rules here do; add cite: '…'",
        "'\(rule.name)' 没有写明依据，而其他规则写了；请补 cite: '…'"))
  }
}
