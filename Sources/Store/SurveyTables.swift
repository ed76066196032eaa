import Programme
import SQLite

extension ProgrammeStore {
  /// Whether some questionnaire of the programme ever had questions of choice.
  var hasChoiceTables: Bool {
    get throws { try database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'choice'") == 1 }
  }

  /// Makes the tables of questions of choice, where the pipeline file has such questions, and writes their options anew.
  ///
  /// They are made when they are first needed, like the wide tables, so that an older database gets them too. The view
  /// `survey_choice` is public: one row an option, with those who chose it and those who answered the question at all.
  func makeChoiceTables(_ source: Source) throws {
    guard !source.questions.isEmpty else { return }
    try database.execute(
      """
      CREATE TABLE IF NOT EXISTS survey_option (
        source TEXT NOT NULL, question INTEGER NOT NULL, option INTEGER NOT NULL, number TEXT NOT NULL, title TEXT NOT NULL,
        code INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (source, question, option)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS choice (
        response INTEGER NOT NULL, question INTEGER NOT NULL, option INTEGER NOT NULL,
        PRIMARY KEY (response, question, option)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS choice_past (
        response INTEGER NOT NULL, question INTEGER NOT NULL, option INTEGER NOT NULL, file INTEGER NOT NULL, until INTEGER NOT NULL
      ) STRICT;
      -- Choices hold as long as their response: whoever takes it away takes them away first.
      CREATE TRIGGER IF NOT EXISTS choice_deleted AFTER DELETE ON choice BEGIN
        INSERT INTO choice_past SELECT OLD.response, OLD.question, OLD.option, r.file, (SELECT max(id) FROM night)
        FROM response r WHERE r.id = OLD.response;
      END;
      CREATE VIEW IF NOT EXISTS survey_choice AS
      SELECT o.source, o.number AS question, o.title, o.code, o.text AS option,
        (SELECT count(*) FROM choice c JOIN response r ON r.id = c.response
         WHERE r.source = o.source AND c.question = o.question AND c.option = o.option) AS chosen,
        (SELECT count(DISTINCT c.response) FROM choice c JOIN response r ON r.id = c.response
         WHERE r.source = o.source AND c.question = o.question) AS answered
      FROM survey_option o ORDER BY o.source, o.question, o.option;
      """)
    try database.run("DELETE FROM survey_option WHERE source = ?", .text(source.id.text))
    let insert = try database.prepare("INSERT INTO survey_option VALUES (?, ?, ?, ?, ?, ?, ?)")
    for (position, question) in source.questions.enumerated() {
      for (index, option) in question.options.enumerated() {
        try insert.bind([
          .text(source.id.text), .integer(Int64(position)), .integer(Int64(index)), .text(question.number),
          .text(question.title), .integer(Int64(option.code)), .text(option.text),
        ])
        try insert.run()
      }
    }
  }
}
