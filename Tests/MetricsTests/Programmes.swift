import Metrics
import Programme
import Scoring
import Testing

/// A programme of two components and the metrics given, with everything that reads it.
struct MeasuredProgramme {
  let scorer: Scorer
  let folder: MetricFolder

  init(metrics: String) throws {
    let faults = FaultCollector()
    let programme = try #require(Programme.read(pipeline(metrics), faults), "\(faults.lines(file: "p", in: .english))")
    scorer = Scorer(programme, faults: faults)
    folder = MetricFolder(programme, scorer, faults: faults)
    try #require(!faults.refuses, "\(faults.lines(file: "p", in: .english))")
  }

  /// Folds learners, each a unit and the tallies of `pipeline`.
  func figures(_ learners: [(unit: Int, tallies: [Int64])], units: Int) -> UnitFigures {
    var figures = folder.blankFigures(units: units)
    for learner in learners {
      folder.add(
        learner.tallies.span, scorer.marks(of: learner.tallies), withdrawn: false, to: learner.unit, in: &figures)
    }
    return figures
  }

  /// What the papers print of one unit.
  func printed(_ unit: Int, _ figures: UnitFigures) -> [String] {
    zip(folder.measures, folder.figures(of: unit, in: figures)).map { $0.printed($1).text }
  }
}

/// A pipeline file whose tallies are study seconds, marks (hundredths), items handed in and a best mark that may be absent;
/// 36,000 seconds give 60 points and 10 items 40.
func pipeline(_ metrics: String) -> [UInt8] {
  let columns =
    "{ person: { from: '编号', type: 'id' }, item: { from: '课程', type: 'id' }, "
    + "value: { from: '数量', type: 'integer' } }"
  return Array(
    """
    { format: 1,
      programme: { id: 'p', title: '某项目', year: 2023, office: '某办公室', input: '.',
        levels: [{ id: 'province', title: '全省', label: '省' }] },
      sources: { work: { title: '学习', kind: 'measure', files: 'a.csv', columns: \(columns) } },
      tallies: {
        time: { sum: 'work.value', title: '学习时长', unit: 'seconds' },
        marks: { sum: 'work.value', title: '得分合计', unit: 'marks' },
        items: { count: 'work', title: '作业', unit: 'items' },
        best: { max: 'work.value', title: '考试成绩', unit: 'marks' },
      },
      scoring: {
        components: [
          { id: 'study', title: '学习', points: 60, rule: { kind: 'proportion', of: 'time', target: '10h' } },
          { id: 'assignment', title: '作业', points: 40, rule: { kind: 'per_item', of: 'items', each: 4 } },
        ],
        pass: { total_at_least: 80 },
      },
      reports: {},
      metrics: { \(metrics) },
    }
    """.utf8)
}
