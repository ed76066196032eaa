import Programme
import SQLite
import Stages
import Store

extension Inquiry {
  /// How the programme stands: nights, stages, accounts, rejects, what is blocked or undecided, and what was published.
  package func standing() throws -> Answer {
    let newest = try store.newestNight()
    let done = [
      try nights(), try stages(newest: newest), try accounts(asOf: newest), try openRejects(asOf: newest),
      try blockages(asOf: newest), try ties(),
    ]
    let parts = try done + chronicleAnswer() + erasures() + [published(), runs()]
    let title = newest.map { Wording("newest night \($0)", "最新一晚 \($0)") } ?? Wording("nothing loaded", "尚未导入")
    return Answer(
      "status", Wording("\(programme.title): ", "\(programme.title)：") + title,
      ["programme": .text(programme.id.text), "as_of": .optional(newest)], parts: parts)
  }

  private func nights() throws -> Answer {
    let lines = try database.rows(
      """
      SELECT n.as_of, count(f.id), coalesce(sum(f.rows_read), 0), coalesce(sum(f.rejected), 0)
      FROM night n LEFT JOIN source_file f ON f.night = n.id AND f.current GROUP BY n.id ORDER BY n.as_of
      """
    ) { row throws(SQLiteError) in
      let (asOf, files, read, rejected) = (row.text(0), row.integer(1), row.integer(2), row.integer(3))
      return Answer(
        "night",
        Wording(
          "\(asOf): \(counted(files, "file or sheet", "files and sheets")), \(counted(read, "row")) read, \(rejected) rejected",
          "\(asOf)：\(files)个文件或工作表，读取\(read)行，退回\(rejected)行"),
        ["as_of": .text(asOf), "files": .number(files), "rows_read": .number(read), "rejected": .number(rejected)])
    }
    return section("nights", Wording("nights loaded", "已导入的各晚"), lines)
  }

  private func stages(newest: String?) throws -> Answer {
    let lines = try StageName.allCases.map { stage in
      let night = try night(of: stage)?.asOf
      let state: Wording =
        switch night {
        case nil: Wording("not done yet", "尚未完成")
        case newest: Wording("done for \(night ?? "")", "已完成（\(night ?? "")）")
        case let night?: Wording("done for \(night), behind the newest night", "已完成（\(night)），落后于最新一晚")
        }
      return Answer(
        "stage", stage.title + Wording(": ", "：") + state, ["stage": .text(stage.rawValue), "as_of": .optional(night)])
    }
    return section("stages", Wording("stages", "各阶段"), lines)
  }

  private func accounts(asOf: String?) throws -> Answer {
    let lines = try asOf.map { try store.accounts(asOf: $0) } ?? []
    return section(
      "accounts",
      Wording(
        "rows of the newest night: read = accepted + duplicates + rejected + non-data", "最新一晚的行数：读取＝采用＋重复＋退回＋非数据"),
      lines.map { line in
        let sheet = line.sheet.isEmpty ? Wording("") : Wording(" [\(line.sheet)]", "［\(line.sheet)］")
        let sum = "\(line.accepted) + \(line.duplicates) + \(line.rejected) + \(line.nonData)"
        return Answer(
          "account",
          Wording(
            "\(line.file)\(sheet.english): \(line.read) = \(sum) (\(line.encoding))",
            "\(line.file)\(sheet.chinese)：\(line.read)＝\(sum.replacing(" + ", with: "＋"))（\(line.encoding)）"),
          [
            "source": .text(line.title), "file": .text(line.file), "sheet": .text(line.sheet),
            "encoding": .text(line.encoding),
            "rows_read": .number(line.read), "accepted": .number(line.accepted), "duplicates": .number(line.duplicates),
            "rejected": .number(line.rejected), "non_data": .number(line.nonData),
          ])
      })
  }

  /// Open rejects by source and code, with the first of each as an example.
  private func openRejects(asOf: String?) throws -> Answer {
    guard let asOf else { return section("rejects", Wording("open rejects", "待处理的退回"), []) }
    let lines = try database.rows(
      """
      SELECT f.title, r.code, count(*), f.path, f.sheet, min(r.row), r.message_en, r.message
      FROM reject r JOIN source_file f ON f.id = r.file JOIN night n ON n.id = f.night
      WHERE f.current AND r.state = 'open' AND n.as_of = ? GROUP BY f.source, r.code ORDER BY min(f.id), r.code
      """, .text(asOf)
    ) { row throws(SQLiteError) in
      let (source, code, count) = (row.text(0), row.text(1), row.integer(2))
      let place = SourcePlace(row, at: 3)
      let example = place.map { Wording("such as \($0.wording.english)", "例如 \($0.wording.chinese)") } ?? Wording("")
      return Answer(
        "reject",
        Wording(
          "\(source), \(code): \(count), \(example.english): \(row.text(6))",
          "\(source)，\(code)：\(count)行，\(example.chinese)：\(row.text(7))"),
        fields: [("source", .text(source)), ("code", .text(code)), ("count", .number(count))] + place.fields)
    }
    return section("rejects", Wording("open rejects", "待处理的退回"), lines)
  }

  private func blockages(asOf: String?) throws -> Answer {
    let night = try asOf.flatMap { try database.integer("SELECT id FROM night WHERE as_of = ?", .text($0)) }
    let lines = try night.map { try store.blockages(night: $0) } ?? []
    return section(
      "blockages", Wording("sources that could not be loaded", "未能导入的数据源"),
      lines.map { Answer("blockage", $0.wording, ["source": .text($0.source.text), "code": .text($0.code)]) })
  }

  private func ties() throws -> Answer {
    section(
      "ties", Wording("ties that a person has to settle", "须由人决定的并列"),
      try store.openTies().map { tie in
        let names = tie.candidates.map { "\($0.name)（\($0.code)）" }.joined(separator: "、")
        return Answer(
          "tie",
          Wording(
            "\(tie.title): \(tie.candidates.count) tied for \(tie.places) places: \(names)",
            "\(tie.title)：\(tie.candidates.count)个并列，余\(tie.places)个名额：\(names)"),
          ["award": .text(tie.award), "places": .number(tie.places), "candidates": .list(tie.candidates.map(\.code))])
      })
  }

  /// When names and numbers of people were erased; nothing where they never were.
  private func erasures() throws -> [Answer] {
    let lines = try store.erasures().map { erasure in
      Answer(
        "erasure",
        Wording(
          "\(erasure.at): \(erasure.people) people of terms that ended before \(erasure.before)",
          "\(erasure.at)：清除 \(erasure.before) 前结束的班次的人员 \(erasure.people) 人"),
        ["at": .text(erasure.at), "before": .text(erasure.before), "people": .number(erasure.people)])
    }
    return lines.isEmpty ? [] : [section("erasures", Wording("names and numbers erased", "已清除的个人信息"), lines)]
  }

  private func published() throws -> Answer {
    let lines = try database.rows(
      """
      SELECT job, unit, as_of, number, total_number, previous_as_of, revision FROM published ORDER BY as_of, job, unit
      """
    ) { row throws(SQLiteError) in
      let (job, unit, asOf, number, revision) = (row.text(0), row.text(1), row.text(2), row.integer(3), row.integer(6))
      let title = Job(rawValue: job)?.title ?? Wording(job)
      let whose = unit.isEmpty ? Wording("") : Wording(" for \(unit)", "（\(unit)）")
      let revised = revision == 0 ? Wording("") : Wording(", revision \(revision)", "，第\(revision)次更正")
      let after = row.optionalText(5).map { Wording(", after \($0)", "，上期 \($0)") } ?? Wording("")
      return Answer(
        "issue",
        Wording(
          "\(asOf): \(title.english)\(whose.english) no. \(number)",
          "\(asOf)：\(title.chinese)\(whose.chinese)第\(number)期")
          + revised + after,
        [
          "job": .text(job), "unit": .text(unit), "as_of": .text(asOf), "number": .number(number),
          "total_number": .number(row.integer(4)), "revision": .number(revision),
          "previous_as_of": .optional(row.optionalText(5)),
        ])
    }
    return section("issues", Wording("published", "已发布"), lines)
  }

  private func runs() throws -> Answer {
    let lines = try database.rows(
      "SELECT job, as_of, started, finished, state, version FROM job_run ORDER BY id DESC LIMIT ?",
      .integer(Int64(shown(5)))
    ) { row throws(SQLiteError) in
      let (job, asOf, started, state) = (row.text(0), row.text(1), row.text(2), row.text(4))
      let end = row.optionalText(3).map { Wording(" to \($0)", " 至 \($0)") } ?? Wording("")
      let title = job.split(separator: " ").map { Job(rawValue: String($0))?.title ?? Wording(String($0)) }
        .joined(by: Wording(", ", "、"))
      return Answer(
        "run",
        Wording("\(started)", started) + end + Wording(": ", "：") + title
          + Wording(", as of \(asOf): ", "，统计时点 \(asOf)：")
          + runState(state),
        [
          "jobs": .text(job), "as_of": .text(asOf), "started": .text(started),
          "finished": .optional(row.optionalText(3)),
          "state": .text(state), "version": .text(row.text(5)),
        ])
    }
    return section("runs", Wording("last runs", "最近的运行"), lines)
  }

  private func runState(_ state: String) -> Wording {
    switch state {
    case "done": Wording("done", "完成")
    case "blocked": Wording("a paper is blocked", "有材料被阻止")
    case "undecided": Wording("a person must decide", "须由人决定")
    case "running": Wording("at work, or broken off", "进行中或已中断")
    default: Wording(state)
    }
  }

  /// A list under its title; an empty one says so in one line.
  private func section(_ kind: String, _ title: Wording, _ lines: [Answer]) -> Answer {
    let count = lines.isEmpty ? Wording(": none", "：无") : Wording("")
    return Answer(kind, title + count, ["count": .number(Int64(lines.count))], parts: lines)
  }
}
