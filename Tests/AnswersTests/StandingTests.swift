import Answers
import Programme
import SQLite
import Stages
import Store
import Testing

@Test func `the status tells of nights, stages, accounts, rejects, ties and papers`() throws {
  let province = try Province()
  try province.store.database.execute(
    """
    INSERT INTO published VALUES ('bulletin', '', '2023-08-20', 2, 2, '2023-08-19', 1, 'f', 'd');
    INSERT INTO job_run (job, as_of, started, finished, state, pipeline_digest, version)
    VALUES ('bulletin nominees', '2023-08-20', '2023-08-20 21:00:00', '2023-08-20 21:00:03', 'undecided', 'd', '1');
    INSERT INTO blockage SELECT id, 'survey', 'missing_file', '没有此文件', 'no such file' FROM night WHERE as_of = '2023-08-20';
    INSERT INTO open_tie SELECT 'best_moderator', id, 1 FROM staff WHERE code IN ('B2', 'B3');
    INSERT INTO decision_form SELECT (SELECT max(id) + 1 FROM decision_form), 'tied', stage, decided_by, section, gap_key, no_gap, reason,
      reason_en FROM decision_form LIMIT 1;
    UPDATE decided SET form = (SELECT max(id) FROM decision_form)
    WHERE id IN (SELECT decision FROM award_decision WHERE award = 'best_moderator' AND code IN ('B2', 'B3'));
    """)
  try expectGolden(try province.inquiry().standing(), "status")
}

@Test func `a database that the pipeline file has outgrown is not asked`() throws {
  let province = try Province()
  #expect(try province.inquiry().obstacle() == nil)
  try province.store.set("score_shape", "study")
  #expect(try province.inquiry().obstacle()?.chinese == "流程文件的统计量或考核项与上次运行时不同；请先运行 jianbao run")
}
