-- One programme's database. Tables are the product's own; the views at the end are the public interface and keep their names.
-- Points are integers of 10^-decimals, rates are two counts, times are civil seconds since 1970-01-01, as_of is 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM:SS'.

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- A night: one as-of whose exports were loaded.
CREATE TABLE night (
  id INTEGER PRIMARY KEY,
  as_of TEXT NOT NULL UNIQUE
) STRICT;

-- One row per export file and sheet of a night, with its account. The CHECK is the account: nothing that was read is lost.
CREATE TABLE source_file (
  id INTEGER PRIMARY KEY,
  night INTEGER NOT NULL REFERENCES night (id),
  source TEXT NOT NULL,
  title TEXT NOT NULL,
  path TEXT NOT NULL,
  sheet TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL,
  digest TEXT NOT NULL,
  encoding TEXT NOT NULL,
  as_of TEXT,
  header_row INTEGER NOT NULL DEFAULT 0,
  mapping TEXT NOT NULL DEFAULT '',
  rows_read INTEGER NOT NULL DEFAULT 0 CHECK (rows_read >= 0),
  accepted INTEGER NOT NULL DEFAULT 0 CHECK (accepted >= 0),
  duplicates INTEGER NOT NULL DEFAULT 0 CHECK (duplicates >= 0),
  rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected >= 0),
  non_data INTEGER NOT NULL DEFAULT 0 CHECK (non_data >= 0),
  -- 0 for the files of an earlier load of the same night.
  current INTEGER NOT NULL DEFAULT 1 CHECK (current IN (0, 1)),
  CHECK (rows_read = accepted + duplicates + rejected + non_data)
) STRICT;

-- A row that was not accepted, as it stood, with the first fault found in it.
CREATE TABLE reject (
  id INTEGER PRIMARY KEY,
  file INTEGER NOT NULL REFERENCES source_file (id),
  row INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  code TEXT NOT NULL,
  found TEXT NOT NULL,
  message TEXT NOT NULL,
  message_en TEXT NOT NULL,
  raw TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'mended', 'void'))
) STRICT;

-- A remark on an accepted row or on a whole file: a check digit that fails, a total that differs, hidden rows.
CREATE TABLE notice (
  id INTEGER PRIMARY KEY,
  file INTEGER REFERENCES source_file (id),
  night INTEGER NOT NULL REFERENCES night (id),
  row INTEGER,
  column_name TEXT NOT NULL DEFAULT '',
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  message_en TEXT NOT NULL
) STRICT;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level >= 0),
  parent INTEGER REFERENCES unit (id),
  position INTEGER NOT NULL,
  file INTEGER NOT NULL,
  row INTEGER NOT NULL
) STRICT;

CREATE TABLE unit_alias (unit INTEGER NOT NULL REFERENCES unit (id), alias TEXT NOT NULL, PRIMARY KEY (alias, unit)) STRICT, WITHOUT ROWID;

CREATE TABLE project (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  stage TEXT NOT NULL DEFAULT '',
  subject TEXT NOT NULL DEFAULT '',
  file INTEGER NOT NULL,
  row INTEGER NOT NULL
) STRICT;

CREATE TABLE cohort (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, title TEXT NOT NULL) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  sex TEXT NOT NULL DEFAULT '',
  id_card TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT ''
) STRICT;

-- `person (code)` and `enrolment (person, project, cohort)` are unique; their indexes are made when the first roster is in.
-- A person in a project and cohort. A vanished learner stays in every denominator until a withdrawal row says otherwise.
CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  project INTEGER NOT NULL,
  cohort INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('enrolled', 'withdrawn', 'vanished')),
  since TEXT NOT NULL,
  digest INTEGER NOT NULL,
  file INTEGER NOT NULL,
  row INTEGER NOT NULL
) STRICT;

-- Unit and status over time; one row whenever either changed.
CREATE TABLE enrolment_history (
  enrolment INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  unit INTEGER NOT NULL,
  status TEXT NOT NULL,
  file INTEGER,
  row INTEGER,
  PRIMARY KEY (enrolment, as_of)
) STRICT, WITHOUT ROWID;

-- Words of the exports that repeat: item codes and categories, by source.
CREATE TABLE term (id INTEGER PRIMARY KEY, source TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (source, kind, text)) STRICT;

-- Tonight's facts in person order; file and row say where the value was first seen. source is the position of the source's name in `fact_source`.
CREATE TABLE fact_source (id INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE measure (
  source INTEGER NOT NULL, enrolment INTEGER NOT NULL, item INTEGER NOT NULL,
  category INTEGER, value INTEGER NOT NULL, at INTEGER,
  file INTEGER NOT NULL, row INTEGER NOT NULL,
  PRIMARY KEY (source, enrolment, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE item (
  source INTEGER NOT NULL, enrolment INTEGER NOT NULL, item INTEGER NOT NULL,
  category INTEGER, value INTEGER, full INTEGER, at INTEGER, flag INTEGER NOT NULL CHECK (flag IN (0, 1)), missing TEXT,
  file INTEGER NOT NULL, row INTEGER NOT NULL,
  PRIMARY KEY (source, enrolment, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  source INTEGER NOT NULL, enrolment INTEGER NOT NULL, item INTEGER NOT NULL,
  category INTEGER, at INTEGER,
  file INTEGER NOT NULL, row INTEGER NOT NULL,
  PRIMARY KEY (source, enrolment, item)
) STRICT, WITHOUT ROWID;

-- What each enrolment's facts of one source came to, eight bytes an enrolment in the order of its key, so that a night reads the
-- facts of those alone that changed.
CREATE TABLE fact_digest (source INTEGER PRIMARY KEY, digests BLOB NOT NULL) STRICT;

-- Survey responses are anonymous; `person` is set only where the export names one.
CREATE TABLE response (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  code TEXT NOT NULL,
  at INTEGER, seconds INTEGER, unit INTEGER, project INTEGER, person INTEGER,
  file INTEGER NOT NULL, row INTEGER NOT NULL
) STRICT;

CREATE TABLE answer (
  response INTEGER NOT NULL, question INTEGER NOT NULL, code INTEGER NOT NULL,
  file INTEGER NOT NULL, row INTEGER NOT NULL,
  PRIMARY KEY (response, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  role TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  level INTEGER,
  unit INTEGER,
  project INTEGER,
  chief INTEGER NOT NULL DEFAULT 0 CHECK (chief IN (0, 1)),
  score INTEGER, online INTEGER, briefs INTEGER, born TEXT, phone TEXT NOT NULL DEFAULT '',
  file INTEGER NOT NULL, row INTEGER NOT NULL,
  UNIQUE (role, code)
) STRICT;

CREATE TABLE brief (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, code TEXT NOT NULL UNIQUE, unit INTEGER NOT NULL, title TEXT NOT NULL, at INTEGER,
  file INTEGER NOT NULL, row INTEGER NOT NULL
) STRICT;

-- What offices filed, recommended and approved.
CREATE TABLE nomination (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'recommended', 'approved')),
  award TEXT NOT NULL, by_unit INTEGER NOT NULL, candidate TEXT NOT NULL, name TEXT NOT NULL, project INTEGER,
  verdict INTEGER NOT NULL DEFAULT 1 CHECK (verdict IN (0, 1)), reason TEXT NOT NULL DEFAULT '', at INTEGER,
  file INTEGER NOT NULL, row INTEGER NOT NULL
) STRICT;

-- One row per change between two nights.
CREATE TABLE fact_change (
  id INTEGER PRIMARY KEY,
  night INTEGER NOT NULL, kind TEXT NOT NULL, enrolment INTEGER, subject TEXT NOT NULL, item TEXT NOT NULL,
  before TEXT, after TEXT,
  file INTEGER, row INTEGER
) STRICT;

-- Figures of units. `project` 0 is all projects together; `unit` is never null, the province is a unit like the others.
CREATE TABLE metric_value (
  night INTEGER NOT NULL, metric TEXT NOT NULL, unit INTEGER NOT NULL, project INTEGER NOT NULL,
  numerator INTEGER NOT NULL, denominator INTEGER NOT NULL,
  PRIMARY KEY (night, metric, unit, project)
) STRICT, WITHOUT ROWID;

-- Counts of people behind the figures of a unit, and its vanished and withdrawn learners.
CREATE TABLE unit_count (
  night INTEGER NOT NULL, unit INTEGER NOT NULL, project INTEGER NOT NULL,
  enrolled INTEGER NOT NULL, withdrawn INTEGER NOT NULL, vanished INTEGER NOT NULL,
  PRIMARY KEY (night, unit, project)
) STRICT, WITHOUT ROWID;

-- Learners by total, for the distribution: `band` is the total in whole points, rounded down.
CREATE TABLE total_band (
  night INTEGER NOT NULL, band INTEGER NOT NULL, learners INTEGER NOT NULL,
  PRIMARY KEY (night, band)
) STRICT, WITHOUT ROWID;

-- Answers by object, dimension and unit; counts from the best answer to the worst. `unit` 0 is everybody.
CREATE TABLE satisfaction_value (
  night INTEGER NOT NULL, wave TEXT NOT NULL, object TEXT NOT NULL, dimension TEXT NOT NULL, unit INTEGER NOT NULL,
  invited INTEGER NOT NULL, responses INTEGER NOT NULL, answered INTEGER NOT NULL, top INTEGER NOT NULL,
  counts TEXT NOT NULL, mean INTEGER, low INTEGER, high INTEGER,
  suppressed INTEGER NOT NULL CHECK (suppressed IN (0, 1)),
  PRIMARY KEY (night, wave, object, dimension, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE quota_step (
  award TEXT NOT NULL, unit INTEGER NOT NULL DEFAULT 0,
  base INTEGER NOT NULL, base_title TEXT NOT NULL, share INTEGER NOT NULL, exact TEXT NOT NULL, rounding TEXT NOT NULL,
  places INTEGER NOT NULL, arithmetic TEXT NOT NULL,
  PRIMARY KEY (award, unit)
) STRICT, WITHOUT ROWID;

-- Exactly one row for each candidate of each award.
CREATE TABLE decision (
  award TEXT NOT NULL,
  candidate INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('learner', 'staff', 'unit')),
  project INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  unit INTEGER,
  position INTEGER NOT NULL,
  rank INTEGER,
  keys TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL,
  stage TEXT NOT NULL,
  reason TEXT NOT NULL,
  reason_en TEXT NOT NULL,
  gap TEXT,
  tied INTEGER NOT NULL DEFAULT 0,
  decided_by TEXT NOT NULL,
  PRIMARY KEY (award, candidate)
) STRICT, WITHOUT ROWID;

-- Names in the offices' files that the rules refuse: outside the pool, over the quota, twice, ineligible.
CREATE TABLE refusal (
  id INTEGER PRIMARY KEY, award TEXT NOT NULL, nomination INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, message_en TEXT NOT NULL
) STRICT;

-- Ties that a person has to settle before the nominee papers can be published.
CREATE TABLE open_tie (award TEXT NOT NULL, candidate INTEGER NOT NULL, places INTEGER NOT NULL, PRIMARY KEY (award, candidate)) STRICT, WITHOUT ROWID;

-- Sources that could not be loaded for a night, and why; the papers that need them wait.
CREATE TABLE blockage (
  night INTEGER NOT NULL, source TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, message_en TEXT NOT NULL,
  PRIMARY KEY (night, source, code)
) STRICT, WITHOUT ROWID;

-- What each stage last finished with; the same fingerprint again is skipped.
CREATE TABLE stage_state (stage TEXT PRIMARY KEY, night INTEGER NOT NULL, fingerprint TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Published paper sets. An issue number is given once per as-of and unit; another content for it is a revision.
CREATE TABLE published (
  job TEXT NOT NULL, unit TEXT NOT NULL, as_of TEXT NOT NULL, number INTEGER NOT NULL, total_number INTEGER NOT NULL,
  previous_as_of TEXT, revision INTEGER NOT NULL DEFAULT 0, fingerprint TEXT NOT NULL, digest TEXT NOT NULL,
  PRIMARY KEY (job, unit, as_of)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_run (
  id INTEGER PRIMARY KEY, job TEXT NOT NULL, as_of TEXT NOT NULL, started TEXT NOT NULL, finished TEXT, state TEXT NOT NULL,
  pipeline_digest TEXT NOT NULL, version TEXT NOT NULL, operator TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE VIEW account AS
SELECT f.source, f.title, f.path AS file, f.sheet, f.encoding, n.as_of, f.rows_read, f.accepted, f.duplicates, f.rejected, f.non_data, f.id AS source_file
FROM source_file f JOIN night n ON n.id = f.night WHERE f.current;

CREATE VIEW rejected AS
SELECT f.source, f.path AS file, f.sheet, r.row, r.column_name AS "column", r.code, r.message, r.raw, r.state, n.as_of, r.id
FROM reject r JOIN source_file f ON f.id = r.file JOIN night n ON n.id = f.night WHERE f.current;

CREATE VIEW metric AS
SELECT n.as_of, v.metric, u.level, u.code AS unit, u.name, coalesce(p.name, '') AS project, v.numerator, v.denominator,
  CASE WHEN v.denominator > 0 THEN printf('%d.%06d', v.numerator / v.denominator, (v.numerator % v.denominator) * 1000000 / v.denominator) END AS value
FROM metric_value v JOIN night n ON n.id = v.night JOIN unit u ON u.id = v.unit LEFT JOIN project p ON p.id = v.project;

CREATE VIEW satisfaction AS
SELECT n.as_of, s.wave, s.object, s.dimension, coalesce(u.name, '') AS unit, s.invited, s.responses, s.answered,
  CASE WHEN NOT s.suppressed THEN printf('%d.%02d', s.mean / 100, s.mean % 100) END AS mean,
  CASE WHEN NOT s.suppressed THEN s.top END AS top_box,
  CASE WHEN NOT s.suppressed THEN printf('%d.%d', s.low / 10, s.low % 10) END AS low,
  CASE WHEN NOT s.suppressed THEN printf('%d.%d', s.high / 10, s.high % 10) END AS high, s.suppressed
FROM satisfaction_value s JOIN night n ON n.id = s.night LEFT JOIN unit u ON u.id = s.unit;

CREATE VIEW award_quota AS
SELECT q.award, coalesce(u.name, '') AS unit, q.base, printf('%d.%04d', q.share / 10000, q.share % 10000) AS percent, q.exact, q.rounding, q.places, q.arithmetic
FROM quota_step q LEFT JOIN unit u ON u.id = q.unit;

CREATE VIEW award_decision AS
SELECT d.award, d.kind, d.candidate,
  CASE d.kind WHEN 'learner' THEN pe.code WHEN 'staff' THEN st.code ELSE un.code END AS code,
  CASE d.kind WHEN 'learner' THEN pe.name WHEN 'staff' THEN st.name ELSE un.name END AS name,
  coalesce(u.name, '') AS unit, coalesce(pr.name, '') AS project,
  d.rank, d.award AS rank_scope, d.keys, d.outcome, d.stage, d.reason, d.gap, d.tied, d.decided_by, d.position
FROM decision d
LEFT JOIN enrolment e ON d.kind = 'learner' AND e.id = d.subject
LEFT JOIN person pe ON pe.id = e.person
LEFT JOIN staff st ON d.kind = 'staff' AND st.id = d.subject
LEFT JOIN unit un ON d.kind = 'unit' AND un.id = d.subject
LEFT JOIN unit u ON u.id = d.unit
LEFT JOIN project pr ON pr.id = CASE d.kind WHEN 'learner' THEN e.project ELSE d.project END;

CREATE VIEW change AS
SELECT n.as_of, c.kind, c.subject AS person, c.item, c.before, c.after, f.path AS file, c.row
FROM fact_change c JOIN night n ON n.id = c.night LEFT JOIN source_file f ON f.id = c.file;

CREATE VIEW issue AS
SELECT job, unit, as_of, number, total_number, previous_as_of, revision, digest FROM published;

CREATE VIEW run AS
SELECT id, job, as_of, started, finished, state, pipeline_digest, version FROM job_run;

PRAGMA user_version = 1;

-- Schema 2. A new database runs through the whole file; one of schema 1 is brought up to date by what follows.

-- What people decided about rows that were sent back. The cells of a row are its identity: the decision holds, night after night,
-- until the platform's own row differs. A value stands in one column; NULL in column '' leaves the row out (void).
CREATE TABLE mending (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  raw TEXT NOT NULL,
  column_name TEXT NOT NULL,
  value TEXT,
  mended_by TEXT NOT NULL CHECK (mended_by <> ''),
  note TEXT NOT NULL DEFAULT '',
  mended_at TEXT NOT NULL,
  -- Where the decision was written down.
  workbook TEXT NOT NULL, sheet TEXT NOT NULL, workbook_row INTEGER NOT NULL,
  -- What was wrong with the row when it was decided upon.
  reject INTEGER NOT NULL REFERENCES reject (id),
  -- 0 once it was taken back; earlier nights were read with it all the same.
  held INTEGER NOT NULL DEFAULT 1 CHECK (held IN (0, 1)),
  UNIQUE (source, raw, column_name),
  CHECK ((value IS NULL) = (column_name = ''))
) STRICT;

-- Rows that a load could use because of a mending; they are in no count of rejected rows.
CREATE TABLE mended_row (
  file INTEGER NOT NULL, row INTEGER NOT NULL, mending INTEGER NOT NULL REFERENCES mending (id),
  PRIMARY KEY (file, row, mending)
) STRICT, WITHOUT ROWID;

-- What no longer holds: the rows as they stood before the load of the night `until` changed them or took them away. With the night
-- in which a row began (that of its file, or `since`), they give the state at every earlier night. Whoever replaces rows of these
-- tables has to delete or update them; INSERT OR REPLACE would pass by the triggers.
CREATE TABLE measure_past (
  source INTEGER NOT NULL, enrolment INTEGER NOT NULL, item INTEGER NOT NULL,
  category INTEGER, value INTEGER NOT NULL, at INTEGER,
  file INTEGER NOT NULL, row INTEGER NOT NULL, until INTEGER NOT NULL
) STRICT;

CREATE TABLE item_past (
  source INTEGER NOT NULL, enrolment INTEGER NOT NULL, item INTEGER NOT NULL,
  category INTEGER, value INTEGER, full INTEGER, at INTEGER, flag INTEGER NOT NULL, missing TEXT,
  file INTEGER NOT NULL, row INTEGER NOT NULL, until INTEGER NOT NULL
) STRICT;

CREATE TABLE event_past (
  source INTEGER NOT NULL, enrolment INTEGER NOT NULL, item INTEGER NOT NULL,
  category INTEGER, at INTEGER,
  file INTEGER NOT NULL, row INTEGER NOT NULL, until INTEGER NOT NULL
) STRICT;

CREATE TABLE person_past (
  id INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, sex TEXT NOT NULL, id_card TEXT NOT NULL, phone TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT;

CREATE TABLE enrolment_past (
  id INTEGER NOT NULL, person INTEGER NOT NULL, project INTEGER NOT NULL, cohort INTEGER NOT NULL, unit INTEGER NOT NULL,
  status TEXT NOT NULL, since TEXT NOT NULL, digest INTEGER NOT NULL, file INTEGER NOT NULL, row INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT;

CREATE INDEX measure_past_key ON measure_past (source, enrolment, item);
CREATE INDEX item_past_key ON item_past (source, enrolment, item);
CREATE INDEX event_past_key ON event_past (source, enrolment, item);
CREATE INDEX person_past_key ON person_past (id);
CREATE INDEX enrolment_past_key ON enrolment_past (id);

CREATE TRIGGER measure_deleted AFTER DELETE ON measure BEGIN
  INSERT INTO measure_past (source, enrolment, item, category, value, at, file, row, until)
  VALUES (OLD.source, OLD.enrolment, OLD.item, OLD.category, OLD.value, OLD.at, OLD.file, OLD.row, (SELECT max(id) FROM night));
END;

CREATE TRIGGER measure_updated AFTER UPDATE ON measure BEGIN
  INSERT INTO measure_past (source, enrolment, item, category, value, at, file, row, until)
  VALUES (OLD.source, OLD.enrolment, OLD.item, OLD.category, OLD.value, OLD.at, OLD.file, OLD.row, (SELECT max(id) FROM night));
END;

CREATE TRIGGER item_deleted AFTER DELETE ON item BEGIN
  INSERT INTO item_past (source, enrolment, item, category, value, full, at, flag, missing, file, row, until)
  VALUES (OLD.source, OLD.enrolment, OLD.item, OLD.category, OLD.value, OLD.full, OLD.at, OLD.flag, OLD.missing, OLD.file, OLD.row,
    (SELECT max(id) FROM night));
END;

CREATE TRIGGER item_updated AFTER UPDATE ON item BEGIN
  INSERT INTO item_past (source, enrolment, item, category, value, full, at, flag, missing, file, row, until)
  VALUES (OLD.source, OLD.enrolment, OLD.item, OLD.category, OLD.value, OLD.full, OLD.at, OLD.flag, OLD.missing, OLD.file, OLD.row,
    (SELECT max(id) FROM night));
END;

CREATE TRIGGER event_deleted AFTER DELETE ON event BEGIN
  INSERT INTO event_past (source, enrolment, item, category, at, file, row, until)
  VALUES (OLD.source, OLD.enrolment, OLD.item, OLD.category, OLD.at, OLD.file, OLD.row, (SELECT max(id) FROM night));
END;

CREATE TRIGGER event_updated AFTER UPDATE ON event BEGIN
  INSERT INTO event_past (source, enrolment, item, category, at, file, row, until)
  VALUES (OLD.source, OLD.enrolment, OLD.item, OLD.category, OLD.at, OLD.file, OLD.row, (SELECT max(id) FROM night));
END;

CREATE TRIGGER person_updated AFTER UPDATE ON person BEGIN
  INSERT INTO person_past (id, code, name, sex, id_card, phone, until)
  VALUES (OLD.id, OLD.code, OLD.name, OLD.sex, OLD.id_card, OLD.phone, (SELECT max(id) FROM night));
END;

CREATE TRIGGER enrolment_updated AFTER UPDATE ON enrolment BEGIN
  INSERT INTO enrolment_past (id, person, project, cohort, unit, status, since, digest, file, row, until)
  VALUES (OLD.id, OLD.person, OLD.project, OLD.cohort, OLD.unit, OLD.status, OLD.since, OLD.digest, OLD.file, OLD.row,
    (SELECT max(id) FROM night));
END;

-- Nights before the one that was the newest when the past began to be kept cannot be rebuilt.
INSERT INTO setting SELECT 'past_since', max(id) FROM night HAVING max(id) IS NOT NULL;

PRAGMA user_version = 2;

-- Schema 3. The tables of tallies and scores are made by the program, since the pipeline file names their columns; the next run makes
-- them anew, whatever was finished before.
DELETE FROM stage_state;

-- Facts about units, not about learners: allotted seats, materials handed in, training held beforehand. `item` is '' where the
-- source has none; file and row say where the value was first seen.
CREATE TABLE unit_fact (
  source INTEGER NOT NULL, unit INTEGER NOT NULL, item TEXT NOT NULL,
  category TEXT NOT NULL DEFAULT '', value INTEGER, at INTEGER, flag INTEGER NOT NULL CHECK (flag IN (0, 1)), missing TEXT,
  file INTEGER NOT NULL, row INTEGER NOT NULL,
  PRIMARY KEY (source, unit, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_fact_past (
  source INTEGER NOT NULL, unit INTEGER NOT NULL, item TEXT NOT NULL,
  category TEXT NOT NULL, value INTEGER, at INTEGER, flag INTEGER NOT NULL, missing TEXT,
  file INTEGER NOT NULL, row INTEGER NOT NULL, until INTEGER NOT NULL
) STRICT;

CREATE INDEX unit_fact_past_key ON unit_fact_past (source, unit, item);

CREATE TRIGGER unit_fact_deleted AFTER DELETE ON unit_fact BEGIN
  INSERT INTO unit_fact_past (source, unit, item, category, value, at, flag, missing, file, row, until)
  VALUES (OLD.source, OLD.unit, OLD.item, OLD.category, OLD.value, OLD.at, OLD.flag, OLD.missing, OLD.file, OLD.row,
    (SELECT max(id) FROM night));
END;

CREATE TRIGGER unit_fact_updated AFTER UPDATE ON unit_fact BEGIN
  INSERT INTO unit_fact_past (source, unit, item, category, value, at, flag, missing, file, row, until)
  VALUES (OLD.source, OLD.unit, OLD.item, OLD.category, OLD.value, OLD.at, OLD.flag, OLD.missing, OLD.file, OLD.row,
    (SELECT max(id) FROM night));
END;

-- What the unit's own facts come to, tally by tally; a unit without such facts has no row. Units above and below are not in it.
CREATE TABLE unit_tally (
  tally TEXT NOT NULL, unit INTEGER NOT NULL, value INTEGER NOT NULL,
  PRIMARY KEY (tally, unit)
) STRICT, WITHOUT ROWID;

-- Units that do not meet a check of the pipeline file, with what they have instead of what is demanded.
CREATE TABLE unit_finding (
  night INTEGER NOT NULL, check_id TEXT NOT NULL, unit INTEGER NOT NULL,
  found TEXT NOT NULL, found_en TEXT NOT NULL, demanded TEXT NOT NULL, demanded_en TEXT NOT NULL,
  PRIMARY KEY (night, check_id, unit)
) STRICT, WITHOUT ROWID;

CREATE VIEW unit_check AS
SELECT n.as_of, f.check_id AS "check", u.level, u.code AS unit, u.name, f.found, f.demanded
FROM unit_finding f JOIN night n ON n.id = f.night JOIN unit u ON u.id = f.unit;

-- Enrolments may wait for approval ('applied'): kept and listed, and in no denominator. A CHECK cannot be altered, so the table is
-- made anew; the views that name it must not be looked at meanwhile.
PRAGMA legacy_alter_table = ON;

CREATE TABLE enrolment_approved (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  project INTEGER NOT NULL,
  cohort INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('enrolled', 'withdrawn', 'vanished', 'applied')),
  since TEXT NOT NULL,
  digest INTEGER NOT NULL,
  file INTEGER NOT NULL,
  row INTEGER NOT NULL
) STRICT;

INSERT INTO enrolment_approved SELECT id, person, project, cohort, unit, status, since, digest, file, row FROM enrolment;
DROP TABLE enrolment;
ALTER TABLE enrolment_approved RENAME TO enrolment;

PRAGMA legacy_alter_table = OFF;

CREATE TRIGGER enrolment_updated AFTER UPDATE ON enrolment BEGIN
  INSERT INTO enrolment_past (id, person, project, cohort, unit, status, since, digest, file, row, until)
  VALUES (OLD.id, OLD.person, OLD.project, OLD.cohort, OLD.unit, OLD.status, OLD.since, OLD.digest, OLD.file, OLD.row,
    (SELECT max(id) FROM night));
END;

-- Cohorts whose term is over: what they have is kept, whatever the exports still hold. Without `counts` their learners are in no
-- figure and no award, and stay for the sake of the credited hours alone.
CREATE TABLE closed_cohort (cohort INTEGER PRIMARY KEY, counts INTEGER NOT NULL CHECK (counts IN (0, 1))) STRICT;

-- The enrolments that stand in every denominator.
CREATE VIEW counted_enrolment AS
SELECT e.* FROM enrolment e WHERE e.status IN ('enrolled', 'vanished')
  AND NOT EXISTS (SELECT 1 FROM closed_cohort k WHERE k.cohort = e.cohort AND NOT k.counts);

-- The group in which a learner works, where the roster names one.
CREATE TABLE learner_group (enrolment INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> '')) STRICT;

-- The ledger of credited hours over several years: at most one row. Hours are hundredths; the first and last year belong to it.
CREATE TABLE ledger (
  title TEXT NOT NULL, target INTEGER NOT NULL CHECK (target > 0), first_year INTEGER NOT NULL, last_year INTEGER NOT NULL,
  -- The source of earlier credit; '' for none.
  prior TEXT NOT NULL
) STRICT;

-- The year in which the term of a cohort ends.
CREATE TABLE ledger_term (cohort INTEGER PRIMARY KEY, year INTEGER NOT NULL) STRICT;

-- What an enrolment was credited with when its term was closed; later rules do not change it.
CREATE TABLE closed_credit (enrolment INTEGER PRIMARY KEY, hours INTEGER NOT NULL CHECK (hours >= 0)) STRICT;

-- Hours credited elsewhere or before. `year` 0 is not stated, and counts.
CREATE TABLE prior_credit (
  source TEXT NOT NULL, person INTEGER NOT NULL, item TEXT NOT NULL, year INTEGER NOT NULL, hours INTEGER NOT NULL CHECK (hours >= 0),
  file INTEGER NOT NULL, row INTEGER NOT NULL,
  PRIMARY KEY (person, source, item, year)
) STRICT, WITHOUT ROWID;

-- How the places of an award were divided, a row for each part. `whole` are the places before remainders or quotients, `added` those
-- gained by them, `passed_on` those taken over from parts that could not use them (negative for what such a part gave away).
CREATE TABLE quota_share (
  award TEXT NOT NULL, section INTEGER NOT NULL CHECK (section > 0),
  by TEXT NOT NULL, key INTEGER NOT NULL, code TEXT NOT NULL, title TEXT NOT NULL,
  size INTEGER NOT NULL, exact TEXT NOT NULL, whole INTEGER NOT NULL, remainder_rank INTEGER, quotient TEXT,
  added INTEGER NOT NULL, passed_on INTEGER NOT NULL, places INTEGER NOT NULL CHECK (places >= 0),
  -- 1 for a part that has a claim to a place equal to others', too few of which are left.
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  PRIMARY KEY (award, section),
  CHECK (places = whole + added + passed_on)
) STRICT, WITHOUT ROWID;

-- What the papers have to say of an award's division beyond its rows.
ALTER TABLE quota_step ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- Why places of an award stay empty.
CREATE TABLE vacancy (
  award TEXT NOT NULL, cause TEXT NOT NULL, places INTEGER NOT NULL CHECK (places > 0),
  message TEXT NOT NULL, message_en TEXT NOT NULL,
  PRIMARY KEY (award, cause)
) STRICT, WITHOUT ROWID;

-- 0, or the part of a divided award in which the candidate competes; `rank` is the competition rank there, `shown_rank` what is printed.
ALTER TABLE decision ADD COLUMN section INTEGER NOT NULL DEFAULT 0;
ALTER TABLE decision ADD COLUMN shown_rank INTEGER;
ALTER TABLE decision ADD COLUMN reserve INTEGER;
ALTER TABLE decision ADD COLUMN batch INTEGER;
ALTER TABLE decision ADD COLUMN lot TEXT;
-- The first rank key in which the candidate differs from the line, from 0, and how far; NULL at the line and where there is none.
ALTER TABLE decision ADD COLUMN gap_key INTEGER;
ALTER TABLE decision ADD COLUMN gap_text TEXT;
ALTER TABLE decision ADD COLUMN gap_text_en TEXT;

-- Lists of former winners and of those who gave a candidacy up came as further stages. The table is made anew and not renamed,
-- because renaming looks through every view, and some read tables that are made later.
CREATE TABLE nomination_kept AS SELECT * FROM nomination;
DROP TABLE nomination;
CREATE TABLE nomination (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'recommended', 'approved', 'former', 'withdrawn')),
  award TEXT NOT NULL, by_unit INTEGER NOT NULL, candidate TEXT NOT NULL, name TEXT NOT NULL, project INTEGER,
  verdict INTEGER NOT NULL DEFAULT 1 CHECK (verdict IN (0, 1)), reason TEXT NOT NULL DEFAULT '', at INTEGER,
  file INTEGER NOT NULL, row INTEGER NOT NULL
) STRICT;
INSERT INTO nomination SELECT * FROM nomination_kept;
DROP TABLE nomination_kept;

CREATE VIEW award_split AS
SELECT award, by, code, title, size, exact, whole, remainder_rank, quotient, added, passed_on, places, open FROM quota_share;

CREATE VIEW award_vacancy AS SELECT award, cause, places, message FROM vacancy;

DROP VIEW award_decision;
CREATE VIEW award_decision AS
SELECT d.award, d.kind, d.candidate,
  CASE d.kind WHEN 'learner' THEN pe.code WHEN 'staff' THEN st.code ELSE un.code END AS code,
  CASE d.kind WHEN 'learner' THEN pe.name WHEN 'staff' THEN st.name ELSE un.name END AS name,
  coalesce(u.name, '') AS unit, coalesce(pr.name, '') AS project,
  d.rank, d.award AS rank_scope, d.keys, d.outcome, d.stage, d.reason, d.gap, d.tied, d.decided_by, d.position,
  coalesce(qs.title, '') AS section, d.shown_rank, d.reserve, d.batch, d.lot
FROM decision d
LEFT JOIN enrolment e ON d.kind = 'learner' AND e.id = d.subject
LEFT JOIN person pe ON pe.id = e.person
LEFT JOIN staff st ON d.kind = 'staff' AND st.id = d.subject
LEFT JOIN unit un ON d.kind = 'unit' AND un.id = d.subject
LEFT JOIN unit u ON u.id = d.unit
LEFT JOIN project pr ON pr.id = CASE d.kind WHEN 'learner' THEN e.project ELSE d.project END
LEFT JOIN quota_share qs ON qs.award = d.award AND qs.section = d.section;

-- 0 for a unit that the last list of units did not have: nobody is counted for it by name any more.
ALTER TABLE unit ADD COLUMN listed INTEGER NOT NULL DEFAULT 1 CHECK (listed IN (0, 1));

-- Since which night a unit has an alias; 0 is since ever.
ALTER TABLE unit_alias ADD COLUMN since INTEGER NOT NULL DEFAULT 0;

-- The past of units, projects, people in office, what they filed, and answers, kept like that of facts and enrolments.
CREATE TABLE unit_past (
  id INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, level INTEGER NOT NULL, parent INTEGER, position INTEGER NOT NULL,
  file INTEGER NOT NULL, row INTEGER NOT NULL, listed INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT;

CREATE TABLE project_past (
  id INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, stage TEXT NOT NULL, subject TEXT NOT NULL,
  file INTEGER NOT NULL, row INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT;

CREATE TABLE unit_alias_past (
  unit INTEGER NOT NULL, alias TEXT NOT NULL, since INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT;

CREATE TABLE staff_past (
  id INTEGER NOT NULL, source TEXT NOT NULL, role TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, level INTEGER, unit INTEGER,
  project INTEGER, chief INTEGER NOT NULL, score INTEGER, online INTEGER, briefs INTEGER, born TEXT, phone TEXT NOT NULL,
  file INTEGER NOT NULL, row INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT;

CREATE TABLE brief_past (
  id INTEGER NOT NULL, source TEXT NOT NULL, code TEXT NOT NULL, unit INTEGER NOT NULL, title TEXT NOT NULL, at INTEGER,
  file INTEGER NOT NULL, row INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT;

CREATE TABLE nomination_past (
  id INTEGER NOT NULL, source TEXT NOT NULL, stage TEXT NOT NULL, award TEXT NOT NULL, by_unit INTEGER NOT NULL,
  candidate TEXT NOT NULL, name TEXT NOT NULL, project INTEGER, verdict INTEGER NOT NULL, reason TEXT NOT NULL, at INTEGER,
  file INTEGER NOT NULL, row INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT;

CREATE TABLE response_past (
  id INTEGER NOT NULL, source TEXT NOT NULL, code TEXT NOT NULL, at INTEGER, seconds INTEGER, unit INTEGER, project INTEGER,
  person INTEGER, file INTEGER NOT NULL, row INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT;

CREATE TABLE answer_past (
  response INTEGER NOT NULL, question INTEGER NOT NULL, code INTEGER NOT NULL, file INTEGER NOT NULL, row INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT;

CREATE INDEX unit_past_key ON unit_past (id);
CREATE INDEX project_past_key ON project_past (id);
CREATE INDEX response_past_key ON response_past (id);
CREATE INDEX answer_past_key ON answer_past (response);

-- What began this very night has no past.
CREATE TRIGGER unit_updated AFTER UPDATE ON unit
WHEN OLD.file = 0 OR EXISTS (SELECT 1 FROM source_file f WHERE f.id = OLD.file AND f.night < (SELECT max(id) FROM night)) BEGIN
  INSERT INTO unit_past (id, code, name, level, parent, position, file, row, listed, until)
  VALUES (OLD.id, OLD.code, OLD.name, OLD.level, OLD.parent, OLD.position, OLD.file, OLD.row, OLD.listed,
    (SELECT max(id) FROM night));
END;

-- What began this very night has no past.
CREATE TRIGGER project_updated AFTER UPDATE ON project
WHEN OLD.file = 0 OR EXISTS (SELECT 1 FROM source_file f WHERE f.id = OLD.file AND f.night < (SELECT max(id) FROM night)) BEGIN
  INSERT INTO project_past (id, code, name, stage, subject, file, row, until)
  VALUES (OLD.id, OLD.code, OLD.name, OLD.stage, OLD.subject, OLD.file, OLD.row, (SELECT max(id) FROM night));
END;

CREATE TRIGGER unit_alias_deleted AFTER DELETE ON unit_alias BEGIN
  INSERT INTO unit_alias_past (unit, alias, since, until)
  VALUES (OLD.unit, OLD.alias, OLD.since, (SELECT max(id) FROM night));
END;

CREATE TRIGGER staff_deleted AFTER DELETE ON staff BEGIN
  INSERT INTO staff_past (id, source, role, code, name, level, unit, project, chief, score, online, briefs, born,
    phone, file, row, until)
  VALUES (OLD.id, OLD.source, OLD.role, OLD.code, OLD.name, OLD.level, OLD.unit, OLD.project, OLD.chief, OLD.score,
    OLD.online, OLD.briefs, OLD.born, OLD.phone, OLD.file, OLD.row, (SELECT max(id) FROM night));
END;

CREATE TRIGGER staff_updated AFTER UPDATE ON staff BEGIN
  INSERT INTO staff_past (id, source, role, code, name, level, unit, project, chief, score, online, briefs, born,
    phone, file, row, until)
  VALUES (OLD.id, OLD.source, OLD.role, OLD.code, OLD.name, OLD.level, OLD.unit, OLD.project, OLD.chief, OLD.score,
    OLD.online, OLD.briefs, OLD.born, OLD.phone, OLD.file, OLD.row, (SELECT max(id) FROM night));
END;

CREATE TRIGGER brief_deleted AFTER DELETE ON brief BEGIN
  INSERT INTO brief_past (id, source, code, unit, title, at, file, row, until)
  VALUES (OLD.id, OLD.source, OLD.code, OLD.unit, OLD.title, OLD.at, OLD.file, OLD.row, (SELECT max(id) FROM night));
END;

CREATE TRIGGER brief_updated AFTER UPDATE ON brief BEGIN
  INSERT INTO brief_past (id, source, code, unit, title, at, file, row, until)
  VALUES (OLD.id, OLD.source, OLD.code, OLD.unit, OLD.title, OLD.at, OLD.file, OLD.row, (SELECT max(id) FROM night));
END;

CREATE TRIGGER nomination_deleted AFTER DELETE ON nomination BEGIN
  INSERT INTO nomination_past (id, source, stage, award, by_unit, candidate, name, project, verdict, reason, at,
    file, row, until)
  VALUES (OLD.id, OLD.source, OLD.stage, OLD.award, OLD.by_unit, OLD.candidate, OLD.name, OLD.project, OLD.verdict,
    OLD.reason, OLD.at, OLD.file, OLD.row, (SELECT max(id) FROM night));
END;

CREATE TRIGGER nomination_updated AFTER UPDATE ON nomination BEGIN
  INSERT INTO nomination_past (id, source, stage, award, by_unit, candidate, name, project, verdict, reason, at,
    file, row, until)
  VALUES (OLD.id, OLD.source, OLD.stage, OLD.award, OLD.by_unit, OLD.candidate, OLD.name, OLD.project, OLD.verdict,
    OLD.reason, OLD.at, OLD.file, OLD.row, (SELECT max(id) FROM night));
END;

CREATE TRIGGER response_deleted AFTER DELETE ON response BEGIN
  INSERT INTO response_past (id, source, code, at, seconds, unit, project, person, file, row, until)
  VALUES (OLD.id, OLD.source, OLD.code, OLD.at, OLD.seconds, OLD.unit, OLD.project, OLD.person, OLD.file, OLD.row,
    (SELECT max(id) FROM night));
END;

CREATE TRIGGER response_updated AFTER UPDATE ON response BEGIN
  INSERT INTO response_past (id, source, code, at, seconds, unit, project, person, file, row, until)
  VALUES (OLD.id, OLD.source, OLD.code, OLD.at, OLD.seconds, OLD.unit, OLD.project, OLD.person, OLD.file, OLD.row,
    (SELECT max(id) FROM night));
END;

CREATE TRIGGER answer_deleted AFTER DELETE ON answer BEGIN
  INSERT INTO answer_past (response, question, code, file, row, until)
  VALUES (OLD.response, OLD.question, OLD.code, OLD.file, OLD.row, (SELECT max(id) FROM night));
END;

CREATE TRIGGER answer_updated AFTER UPDATE ON answer BEGIN
  INSERT INTO answer_past (response, question, code, file, row, until)
  VALUES (OLD.response, OLD.question, OLD.code, OLD.file, OLD.row, (SELECT max(id) FROM night));
END;

-- Nights before this one cannot be rebuilt in these tables, where the database is older than they are.
INSERT INTO setting SELECT 'offices_past_since', max(id) FROM night HAVING max(id) IS NOT NULL;

-- What people decided about results, in the order in which they did: corrections of single candidacies, and results frozen as they
-- stood. Nothing is ever changed or taken out. The digest of an entry covers the one before it, so that a missing or altered entry shows.
-- Entries name candidates by internal keys and cover their words by a digest alone, so that the words can be erased and the chain holds.
CREATE TABLE chronicle (
  id INTEGER PRIMARY KEY,
  award TEXT NOT NULL,
  effect TEXT NOT NULL CHECK (effect IN ('withdraw', 'disqualify', 'restore', 'freeze')),
  -- The candidate that a correction is about; NULL for a freeze.
  candidate INTEGER,
  night INTEGER NOT NULL,
  entered_at TEXT NOT NULL,
  -- The digest of the words, and that of the decisions as they were frozen; empty for a correction.
  words_digest TEXT NOT NULL,
  decisions_digest TEXT NOT NULL,
  previous TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE,
  CHECK ((effect = 'freeze') = (candidate IS NULL))
) STRICT;

-- The words of an entry. They name people, and can be erased; nothing else can be done to them.
CREATE TABLE chronicle_words (
  entry INTEGER PRIMARY KEY REFERENCES chronicle (id),
  salt TEXT NOT NULL,
  reason TEXT NOT NULL, evidence TEXT NOT NULL, asked_by TEXT NOT NULL, approved_by TEXT NOT NULL
) STRICT;

-- The decisions of an award as they stood when it was frozen.
CREATE TABLE frozen_decision (
  entry INTEGER NOT NULL REFERENCES chronicle (id), candidate INTEGER NOT NULL,
  outcome TEXT NOT NULL, stage TEXT NOT NULL, rank INTEGER,
  PRIMARY KEY (entry, candidate)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER chronicle_follows BEFORE INSERT ON chronicle
WHEN NEW.previous <> coalesce((SELECT digest FROM chronicle ORDER BY id DESC LIMIT 1), '')
  OR NEW.id <> coalesce((SELECT max(id) FROM chronicle), 0) + 1
BEGIN SELECT RAISE(ABORT, 'an entry of the chronicle follows the last one'); END;
CREATE TRIGGER chronicle_stays BEFORE DELETE ON chronicle
BEGIN SELECT RAISE(ABORT, 'the chronicle is never cut'); END;
CREATE TRIGGER chronicle_unchanged BEFORE UPDATE ON chronicle
BEGIN SELECT RAISE(ABORT, 'the chronicle is never changed'); END;
CREATE TRIGGER chronicle_words_stay BEFORE DELETE ON chronicle_words
BEGIN SELECT RAISE(ABORT, 'the words of the chronicle are erased, not deleted'); END;
CREATE TRIGGER chronicle_words_erased BEFORE UPDATE ON chronicle_words
WHEN NEW.entry <> OLD.entry OR NEW.salt <> '' OR NEW.reason <> '' OR NEW.evidence <> '' OR NEW.asked_by <> '' OR NEW.approved_by <> ''
BEGIN SELECT RAISE(ABORT, 'the words of the chronicle are erased, not changed'); END;
CREATE TRIGGER frozen_decision_stays BEFORE DELETE ON frozen_decision
BEGIN SELECT RAISE(ABORT, 'frozen decisions are never deleted'); END;
CREATE TRIGGER frozen_decision_unchanged BEFORE UPDATE ON frozen_decision
BEGIN SELECT RAISE(ABORT, 'frozen decisions are never changed'); END;

-- What moved since an award was last frozen: who entered, who left, whose outcome or stage is another one.
CREATE VIEW award_movement AS
SELECT coalesce(d.award, f.award) AS award, coalesce(d.candidate, f.candidate) AS candidate,
  coalesce(f.outcome, '') AS before, coalesce(f.stage, '') AS stage_before, coalesce(d.outcome, '') AS after,
  coalesce(d.stage, '') AS stage_after, coalesce(d.reason, '') AS reason
FROM (
  SELECT c.award, z.candidate, z.outcome, z.stage FROM frozen_decision z JOIN chronicle c ON c.id = z.entry
  WHERE c.id = (SELECT max(id) FROM chronicle WHERE effect = 'freeze' AND award = c.award)
) f
LEFT JOIN decision d ON d.award = f.award AND d.candidate = f.candidate
WHERE d.candidate IS NULL OR d.outcome <> f.outcome OR d.stage <> f.stage
UNION ALL
SELECT d.award, d.candidate, '', '', d.outcome, d.stage, d.reason
FROM decision d JOIN chronicle c ON c.award = d.award AND c.effect = 'freeze'
WHERE c.id = (SELECT max(id) FROM chronicle WHERE effect = 'freeze' AND award = d.award)
  AND NOT EXISTS (SELECT 1 FROM frozen_decision z WHERE z.entry = c.id AND z.candidate = d.candidate);

-- These views rest on the table of scores, which the program makes: they come last, since no table can be altered after them in a
-- database that has no scores yet.

-- One row for every enrolment and every statement of earlier credit; `counts` says whether it lies within the years of the ledger.
CREATE VIEW credit_entry AS
SELECT e.person, e.id AS enrolment, e.cohort, e.project, '' AS item, t.year,
  coalesce(k.hours, s.credit, 0) AS hours, t.year BETWEEN l.first_year AND l.last_year AS counts, e.file, e.row
FROM ledger l JOIN ledger_term t JOIN enrolment e ON e.cohort = t.cohort
LEFT JOIN closed_credit k ON k.enrolment = e.id LEFT JOIN score s ON s.enrolment = e.id
WHERE e.status IN ('enrolled', 'vanished')
UNION ALL
SELECT p.person, NULL, NULL, NULL, p.item, p.year, p.hours, p.year = 0 OR p.year BETWEEN l.first_year AND l.last_year, p.file, p.row
FROM ledger l JOIN prior_credit p ON p.source = l.prior;

CREATE VIEW credit_ledger AS
SELECT p.code AS person, p.name, CASE WHEN c.enrolment IS NULL THEN 'prior' ELSE 'term' END AS kind,
  coalesce(h.title, c.item) AS term, coalesce(j.name, '') AS project, nullif(c.year, 0) AS year,
  printf('%d.%02d', c.hours / 100, c.hours % 100) AS credit_hours, c.counts AS in_cycle
FROM credit_entry c JOIN person p ON p.id = c.person LEFT JOIN cohort h ON h.id = c.cohort LEFT JOIN project j ON j.id = c.project;

CREATE VIEW credit_balance AS
SELECT p.code AS person, p.name, printf('%d.%02d', b.hours / 100, b.hours % 100) AS credit_hours,
  printf('%d.%02d', l.target / 100, l.target % 100) AS target,
  printf('%d.%02d', max(l.target - b.hours, 0) / 100, max(l.target - b.hours, 0) % 100) AS missing
FROM (SELECT person, sum(CASE WHEN counts THEN hours ELSE 0 END) AS hours FROM credit_entry GROUP BY person) b
JOIN person p ON p.id = b.person JOIN ledger l;

PRAGMA user_version = 3;

-- Decisions lie in the order in which the papers list them, so that a list is read from its beginning and nothing is sorted for it.
CREATE TABLE decision_kept AS SELECT * FROM decision;
DROP TABLE decision;
CREATE TABLE decision (
  award TEXT NOT NULL,
  listing INTEGER NOT NULL,
  candidate INTEGER NOT NULL,
  -- A list of more than two would be made into a table for every row that is written.
  kind TEXT NOT NULL CHECK (kind = 'learner' OR kind = 'staff' OR kind = 'unit'),
  project INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  unit INTEGER,
  position INTEGER NOT NULL,
  rank INTEGER,
  shown_rank INTEGER,
  tied INTEGER NOT NULL DEFAULT 0,
  keys TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL,
  stage TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  reason_en TEXT NOT NULL,
  gap TEXT,
  -- The first rank key in which the candidate differs from the line, from 0, and how far; NULL at the line and where there is none.
  gap_key INTEGER,
  gap_text TEXT,
  gap_text_en TEXT,
  -- 0, or the part of a divided award in which the candidate competes; `rank` is the competition rank there, `shown_rank` what is printed.
  section INTEGER NOT NULL DEFAULT 0,
  reserve INTEGER,
  batch INTEGER,
  lot TEXT,
  PRIMARY KEY (award, listing)
) STRICT, WITHOUT ROWID;
INSERT INTO decision (award, listing, candidate, kind, project, subject, unit, position, rank, shown_rank, tied, keys, outcome, stage,
  decided_by, reason, reason_en, gap, gap_key, gap_text, gap_text_en, section, reserve, batch, lot)
SELECT award,
  row_number() OVER (
    PARTITION BY award ORDER BY outcome NOT IN ('in', 'reserve', 'tied', 'below'), section > 0 AND outcome NOT IN ('in', 'tied'),
      section, rank IS NULL, rank, position, candidate),
  candidate, kind, project, subject, unit, position, rank, shown_rank, tied, keys, outcome, stage,
  decided_by, reason, reason_en, gap, gap_key, gap_text, gap_text_en, section, reserve, batch, lot
FROM decision_kept;
DROP TABLE decision_kept;
CREATE UNIQUE INDEX decision_candidate ON decision (candidate, award);

PRAGMA user_version = 4;

-- Enrolments that count and have not begun, by the first metric of the bulletin that counts learners: whom a reminder names.
CREATE TABLE unstarted (enrolment INTEGER PRIMARY KEY) STRICT;
CREATE VIEW not_started AS
SELECT p.code AS person, p.name, u.code AS unit, u.name AS unit_name, coalesce(j.name, '') AS project, c.code AS cohort
FROM unstarted s JOIN enrolment e ON e.id = s.enrolment JOIN person p ON p.id = e.person LEFT JOIN unit u ON u.id = e.unit
LEFT JOIN project j ON j.id = e.project LEFT JOIN cohort c ON c.id = e.cohort;
-- Schema 5. An entry of the chronicle can be about a fact: a value that people corrected, such as an item that was marked again.
DROP VIEW award_movement;
CREATE TABLE chronicle_kept AS SELECT * FROM chronicle;
DROP TABLE chronicle;
CREATE TABLE chronicle (
  id INTEGER PRIMARY KEY,
  -- Empty for an entry about a fact, which is no matter of one award.
  award TEXT NOT NULL,
  effect TEXT NOT NULL CHECK (effect IN ('withdraw', 'disqualify', 'restore', 'freeze', 'value', 'exported')),
  -- The candidate that a correction is about, or the enrolment whose fact it is; NULL for a freeze.
  candidate INTEGER,
  night INTEGER NOT NULL,
  entered_at TEXT NOT NULL,
  -- The digest of the words, and that of the decisions as they were frozen or of the fact as it was corrected; empty for others.
  words_digest TEXT NOT NULL,
  decisions_digest TEXT NOT NULL,
  previous TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE,
  CHECK ((effect = 'freeze') = (candidate IS NULL)),
  CHECK ((effect IN ('value', 'exported')) = (award = ''))
) STRICT;
INSERT INTO chronicle SELECT * FROM chronicle_kept ORDER BY id;
DROP TABLE chronicle_kept;
CREATE TRIGGER chronicle_follows BEFORE INSERT ON chronicle
WHEN NEW.previous <> coalesce((SELECT digest FROM chronicle ORDER BY id DESC LIMIT 1), '')
  OR NEW.id <> coalesce((SELECT max(id) FROM chronicle), 0) + 1
BEGIN SELECT RAISE(ABORT, 'an entry of the chronicle follows the last one'); END;
CREATE TRIGGER chronicle_stays BEFORE DELETE ON chronicle
BEGIN SELECT RAISE(ABORT, 'the chronicle is never cut'); END;
CREATE TRIGGER chronicle_unchanged BEFORE UPDATE ON chronicle
BEGIN SELECT RAISE(ABORT, 'the chronicle is never changed'); END;

-- The fact that an entry corrects, by keys of the database; item is the code. The last entry about a fact counts, as long as the export
-- states what it stated when the entry was made.
CREATE TABLE fact_correction (
  entry INTEGER PRIMARY KEY REFERENCES chronicle (id),
  source TEXT NOT NULL, enrolment INTEGER NOT NULL, item TEXT NOT NULL,
  -- In the column's stored unit; NULL where the export's value stands again.
  value INTEGER,
  stated TEXT NOT NULL
) STRICT;
CREATE TRIGGER fact_correction_stays BEFORE DELETE ON fact_correction
BEGIN SELECT RAISE(ABORT, 'the chronicle is never cut'); END;
CREATE TRIGGER fact_correction_unchanged BEFORE UPDATE ON fact_correction
BEGIN SELECT RAISE(ABORT, 'the chronicle is never changed'); END;

-- What moved since an award was last frozen: who entered, who left, whose outcome or stage is another one.
CREATE VIEW award_movement AS
SELECT coalesce(d.award, f.award) AS award, coalesce(d.candidate, f.candidate) AS candidate,
  coalesce(f.outcome, '') AS before, coalesce(f.stage, '') AS stage_before, coalesce(d.outcome, '') AS after,
  coalesce(d.stage, '') AS stage_after, coalesce(d.reason, '') AS reason
FROM (
  SELECT c.award, z.candidate, z.outcome, z.stage FROM frozen_decision z JOIN chronicle c ON c.id = z.entry
  WHERE c.id = (SELECT max(id) FROM chronicle WHERE effect = 'freeze' AND award = c.award)
) f
LEFT JOIN decision d ON d.award = f.award AND d.candidate = f.candidate
WHERE d.candidate IS NULL OR d.outcome <> f.outcome OR d.stage <> f.stage
UNION ALL
SELECT d.award, d.candidate, '', '', d.outcome, d.stage, d.reason
FROM decision d JOIN chronicle c ON c.award = d.award AND c.effect = 'freeze'
WHERE c.id = (SELECT max(id) FROM chronicle WHERE effect = 'freeze' AND award = d.award)
  AND NOT EXISTS (SELECT 1 FROM frozen_decision z WHERE z.entry = c.id AND z.candidate = d.candidate);

PRAGMA user_version = 5;

-- Schema 6. Days on duty of people in office, and who of them does not pass a check.
ALTER TABLE staff ADD COLUMN duty INTEGER;
ALTER TABLE staff_past ADD COLUMN duty INTEGER;
DROP TRIGGER staff_deleted;
DROP TRIGGER staff_updated;
CREATE TRIGGER staff_deleted AFTER DELETE ON staff BEGIN
  INSERT INTO staff_past (id, source, role, code, name, level, unit, project, chief, score, online, briefs, born,
    phone, duty, file, row, until)
  VALUES (OLD.id, OLD.source, OLD.role, OLD.code, OLD.name, OLD.level, OLD.unit, OLD.project, OLD.chief, OLD.score,
    OLD.online, OLD.briefs, OLD.born, OLD.phone, OLD.duty, OLD.file, OLD.row, (SELECT max(id) FROM night));
END;
CREATE TRIGGER staff_updated AFTER UPDATE ON staff BEGIN
  INSERT INTO staff_past (id, source, role, code, name, level, unit, project, chief, score, online, briefs, born,
    phone, duty, file, row, until)
  VALUES (OLD.id, OLD.source, OLD.role, OLD.code, OLD.name, OLD.level, OLD.unit, OLD.project, OLD.chief, OLD.score,
    OLD.online, OLD.briefs, OLD.born, OLD.phone, OLD.duty, OLD.file, OLD.row, (SELECT max(id) FROM night));
END;

CREATE TABLE staff_finding (
  night INTEGER NOT NULL, check_id TEXT NOT NULL, role TEXT NOT NULL, code TEXT NOT NULL,
  found TEXT NOT NULL, found_en TEXT NOT NULL, demanded TEXT NOT NULL, demanded_en TEXT NOT NULL,
  PRIMARY KEY (night, check_id, role, code)
) STRICT, WITHOUT ROWID;
CREATE VIEW staff_check AS
SELECT n.as_of, f.check_id AS "check", f.role, f.code AS person, coalesce(s.name, '') AS name, f.found, f.demanded
FROM staff_finding f JOIN night n ON n.id = f.night LEFT JOIN staff s ON s.role = f.role AND s.code = f.code;

PRAGMA user_version = 6;

-- Schema 7. A decision is a row of figures; what many share, above all the sentence that says why, is kept once and put together by the
-- view, which is what everybody reads.
DROP VIEW award_decision;
DROP VIEW award_movement;
CREATE TABLE decision_kept AS SELECT * FROM decision ORDER BY award, listing;
DROP TABLE decision;

-- The candidates of an award are the rows `first` to `last` of `decided`, in the order in which the papers list them.
CREATE TABLE decision_award (
  award TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('learner', 'staff', 'unit')),
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  -- Of learners, where each enrolment is listed, four bytes each, the lowest first; 0 for those who do not compete.
  places BLOB
) STRICT, WITHOUT ROWID;

-- What candidates have in common. In a sentence ⟦rank⟧, ⟦tied⟧, ⟦reserve⟧, ⟦gap⟧ and ⟦lot⟧ stand for the candidate's own.
CREATE TABLE decision_form (
  id INTEGER PRIMARY KEY,
  outcome TEXT NOT NULL,
  stage TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  -- 0, or the part of a divided award.
  section INTEGER NOT NULL,
  -- The first rank key in which the candidate differs from the line, from 0; NULL at the line and where there is none.
  gap_key INTEGER,
  -- No distance in the strongest key, as it is printed; NULL where no distance is told.
  no_gap TEXT,
  reason TEXT NOT NULL,
  reason_en TEXT NOT NULL
) STRICT;

-- Exactly one row for each candidate of each award.
CREATE TABLE decided (
  id INTEGER PRIMARY KEY,
  form INTEGER NOT NULL,
  candidate INTEGER NOT NULL,
  unit INTEGER,
  -- Where the candidate stands when equals are listed.
  position INTEGER NOT NULL,
  -- The competition rank within the part, and how many share it.
  rank INTEGER,
  tied INTEGER NOT NULL,
  -- Printed values of the rank keys with tabs between them.
  keys TEXT NOT NULL,
  -- How far from the line in the key that tells, signed; the English only where it is another text.
  gap_text TEXT,
  gap_text_en TEXT,
  reserve INTEGER,
  -- The rank that is printed, where it is another one.
  shown_rank INTEGER,
  -- The key of the enrolment, the staff row or the unit, where the candidate's is another one, and the project of a unit.
  subject INTEGER,
  project INTEGER,
  batch INTEGER,
  lot TEXT
) STRICT;

CREATE VIEW decision AS
SELECT a.award, d.id - a.first + 1 AS listing, d.candidate, a.kind, coalesce(d.project, 0) AS project,
  coalesce(d.subject, d.candidate) AS subject, d.unit, d.position, d.rank, coalesce(d.shown_rank, d.rank) AS shown_rank, d.tied, d.keys,
  f.outcome, f.stage, f.decided_by,
  replace(replace(replace(replace(replace(f.reason, '⟦rank⟧', coalesce(d.shown_rank, d.rank, 0)), '⟦tied⟧', d.tied),
    '⟦reserve⟧', coalesce(d.reserve, 0)), '⟦gap⟧', ltrim(coalesce(d.gap_text, ''), '-')), '⟦lot⟧', coalesce(d.lot, '')) AS reason,
  replace(replace(replace(replace(replace(f.reason_en, '⟦rank⟧', coalesce(d.shown_rank, d.rank, 0)), '⟦tied⟧', d.tied),
    '⟦reserve⟧', coalesce(d.reserve, 0)), '⟦gap⟧', ltrim(coalesce(d.gap_text_en, d.gap_text, ''), '-')), '⟦lot⟧', coalesce(d.lot, '')
  ) AS reason_en,
  CASE WHEN f.no_gap IS NULL THEN NULL WHEN f.gap_key = 0 THEN coalesce(d.gap_text, f.no_gap) ELSE f.no_gap END AS gap,
  f.gap_key, d.gap_text, coalesce(d.gap_text_en, d.gap_text) AS gap_text_en, f.section, d.reserve, d.batch, d.lot, d.id
FROM decision_award a CROSS JOIN decided d ON d.id BETWEEN a.first AND a.last CROSS JOIN decision_form f ON f.id = d.form;

-- How many are ranked in an award or a part of it, and the last of those whom the places reach; what `explain` would else look for among
-- all candidates.
CREATE TABLE award_line (
  award TEXT NOT NULL, section INTEGER NOT NULL, ranked INTEGER NOT NULL, rank INTEGER, tied INTEGER, keys TEXT,
  PRIMARY KEY (award, section)
) STRICT, WITHOUT ROWID;

-- The decisions of an earlier program, whose sentences were written out.
INSERT INTO decision_award SELECT award, kind, min(n), max(n), NULL FROM (
  SELECT award, kind, row_number() OVER (ORDER BY award, listing) AS n FROM decision_kept) GROUP BY award;
INSERT INTO decision_form SELECT row_number() OVER (ORDER BY award, listing), outcome, stage, decided_by, section, gap_key, gap, reason, reason_en
FROM decision_kept;
INSERT INTO decided SELECT row_number() OVER (ORDER BY award, listing), row_number() OVER (ORDER BY award, listing), candidate, unit, position,
  rank, tied, keys, gap_text, gap_text_en, reserve, shown_rank, subject, project, batch, lot FROM decision_kept;
INSERT INTO award_line SELECT k.award, k.section, max(k.rank + k.tied - 1), l.rank, l.tied, l.keys
FROM decision_kept k LEFT JOIN (
  SELECT d.award, d.section, d.rank, d.tied, d.keys,
    row_number() OVER (PARTITION BY d.award, d.section ORDER BY d.rank DESC, d.position DESC) AS n
  FROM decision_kept d WHERE d.rank <= coalesce(
    (SELECT places FROM quota_share WHERE award = d.award AND section = d.section),
    (SELECT sum(places) FROM quota_step WHERE award = d.award))
) l ON l.award = k.award AND l.section = k.section AND l.n = 1
WHERE k.rank IS NOT NULL GROUP BY k.award, k.section;
DROP TABLE decision_kept;

CREATE VIEW award_decision AS
SELECT d.award, d.kind, d.candidate,
  CASE d.kind WHEN 'learner' THEN pe.code WHEN 'staff' THEN st.code ELSE un.code END AS code,
  CASE d.kind WHEN 'learner' THEN pe.name WHEN 'staff' THEN st.name ELSE un.name END AS name,
  coalesce(u.name, '') AS unit, coalesce(pr.name, '') AS project,
  d.rank, d.award AS rank_scope, d.keys, d.outcome, d.stage, d.reason, d.gap, d.tied, d.decided_by, d.position,
  coalesce(qs.title, '') AS section, d.shown_rank, d.reserve, d.batch, d.lot, d.id AS decision, d.reason_en
FROM decision d
LEFT JOIN enrolment e ON d.kind = 'learner' AND e.id = d.subject
LEFT JOIN person pe ON pe.id = e.person
LEFT JOIN staff st ON d.kind = 'staff' AND st.id = d.subject
LEFT JOIN unit un ON d.kind = 'unit' AND un.id = d.subject
LEFT JOIN unit u ON u.id = d.unit
LEFT JOIN project pr ON pr.id = CASE d.kind WHEN 'learner' THEN e.project ELSE d.project END
LEFT JOIN quota_share qs ON qs.award = d.award AND qs.section = d.section;

-- What moved since an award was last frozen: who entered, who left, whose outcome or stage is another one.
CREATE VIEW award_movement AS
WITH frozen AS (SELECT award, max(id) AS entry FROM chronicle WHERE effect = 'freeze' GROUP BY award)
SELECT d.award, d.candidate, coalesce(z.outcome, '') AS before, coalesce(z.stage, '') AS stage_before, d.outcome AS after,
  d.stage AS stage_after, d.reason, d.reason_en
FROM frozen CROSS JOIN decision d ON d.award = frozen.award
LEFT JOIN frozen_decision z ON z.entry = frozen.entry AND z.candidate = d.candidate
WHERE z.candidate IS NULL OR d.outcome <> z.outcome OR d.stage <> z.stage
UNION ALL
SELECT frozen.award, z.candidate, z.outcome, z.stage, '', '', '', ''
FROM frozen JOIN frozen_decision z ON z.entry = frozen.entry
WHERE (frozen.award, z.candidate) NOT IN (SELECT award, candidate FROM decision);

PRAGMA user_version = 7;
