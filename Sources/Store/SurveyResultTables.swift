import Programme
import SQLite

extension ProgrammeStore {
  /// Makes the tables of what a survey comes to beside its figures: the account of its forms, what its checks found, the reliability
  /// of its scales, and the change from wave to wave.
  ///
  /// They are made when they are first needed, so that an older database gets them too. The CHECK is the account: every returned form
  /// is valid, empty or left out for one reason. The views `survey_account`, `survey_alpha` and `survey_change` are public.
  package func makeSurveyResultTables() throws {
    try database.execute(
      """
      CREATE TABLE IF NOT EXISTS survey_form_count (
        night INTEGER NOT NULL, wave TEXT NOT NULL, invited INTEGER NOT NULL, returned INTEGER NOT NULL, valid INTEGER NOT NULL,
        empty INTEGER NOT NULL, dropped_too_fast INTEGER NOT NULL, dropped_straight_line INTEGER NOT NULL,
        dropped_duplicate INTEGER NOT NULL, found_too_fast INTEGER, found_straight_line INTEGER, found_duplicate INTEGER,
        PRIMARY KEY (night, wave),
        CHECK (returned = valid + empty + dropped_too_fast + dropped_straight_line + dropped_duplicate)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS survey_finding (
        night INTEGER NOT NULL, wave TEXT NOT NULL, fault TEXT NOT NULL, file INTEGER NOT NULL, row INTEGER NOT NULL,
        -- Seconds; the answer; the file and row of the form that is repeated.
        seconds INTEGER, mark INTEGER, questions INTEGER, contradictory INTEGER NOT NULL CHECK (contradictory IN (0, 1)),
        same TEXT NOT NULL, of_file INTEGER, of_row INTEGER,
        dropped INTEGER NOT NULL CHECK (dropped IN (0, 1)), PRIMARY KEY (night, wave, file, row, fault)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS survey_scale (
        night INTEGER NOT NULL, wave TEXT NOT NULL, grouping TEXT NOT NULL, scale TEXT NOT NULL, questions INTEGER NOT NULL,
        forms INTEGER NOT NULL, incomplete INTEGER NOT NULL,
        -- In hundredths, and the variances in units of 10^-4; NULL with the reason why there is none.
        alpha INTEGER, item_variance INTEGER, total_variance INTEGER, reason TEXT NOT NULL,
        PRIMARY KEY (night, wave, grouping, scale), CHECK ((alpha IS NULL) = (reason <> ''))
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS survey_comparison (
        night INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, object TEXT NOT NULL, dimension TEXT NOT NULL,
        paired INTEGER NOT NULL CHECK (paired IN (0, 1)), before_counts TEXT NOT NULL, after_counts TEXT NOT NULL,
        suppressed INTEGER NOT NULL CHECK (suppressed IN (0, 1)), PRIMARY KEY (night, before, after, object, dimension)
      ) STRICT, WITHOUT ROWID;
      CREATE VIEW IF NOT EXISTS survey_account AS
      SELECT n.as_of, c.wave, c.invited, c.returned, c.valid, c.empty, c.dropped_too_fast, c.dropped_straight_line,
        c.dropped_duplicate, c.found_too_fast, c.found_straight_line, c.found_duplicate
      FROM survey_form_count c JOIN night n ON n.id = c.night;
      CREATE VIEW IF NOT EXISTS survey_alpha AS
      SELECT n.as_of, s.wave, s.grouping, s.scale, s.questions, s.forms AS n, s.incomplete,
        CASE WHEN s.alpha IS NOT NULL THEN printf('%s%d.%02d', iif(s.alpha < 0, '-', ''), abs(s.alpha) / 100, abs(s.alpha) % 100) END AS alpha,
        s.reason
      FROM survey_scale s JOIN night n ON n.id = s.night;
      CREATE VIEW IF NOT EXISTS survey_change AS
      SELECT n.as_of, c.before, c.after, c.object, c.dimension, c.paired,
        CASE WHEN NOT c.suppressed THEN c.before_counts END AS before_counts,
        CASE WHEN NOT c.suppressed THEN c.after_counts END AS after_counts, c.suppressed
      FROM survey_comparison c JOIN night n ON n.id = c.night;
      """)
  }

  /// Whether a survey of this database ever came to such results.
  package var hasSurveyResults: Bool {
    get throws {
      try database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'survey_form_count'") == 1
    }
  }

  /// Takes a night's results away.
  package func clearSurveyResults(night: Int64) throws {
    guard try hasSurveyResults else { return }
    for table in ["survey_form_count", "survey_finding", "survey_scale", "survey_comparison"] {
      try database.run("DELETE FROM \(table) WHERE night = ?", .integer(night))
    }
  }
}
