import Programme

/// Clauses that people judge, who does, and why nothing is reckoned of them.
func judgedRules(_ programme: Programme) -> [RuleBook.Rule] {
  programme.judged.map { clause in
    RuleBook.Rule(clause.id, clause.title, "由\(clause.by)认定，程序不作计算：\(clause.reason)", cite: clause.cite)
  }
}
