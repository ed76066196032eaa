/// A pipeline file in which every object of the format stands in every of its forms; it is read for the keys that are asked for, and
/// makes no sense otherwise.
let everyKey = """
  {
    format: 1,
    programme: { id: 'p', title: '项目', year: 2023, office: '办公室', input: '.', snapshot_spread: '24h',
      levels: [{ id: 'city', title: '地市', label: '市' }],
      cohorts: [{ id: 'A', title: '甲', from: '2023-08-01', to: '2023-08-10', learners: 3, closed: true }] },
    limits: { row_mib: 4 },
    sources: {
      roster: { title: '名册', kind: 'roster', files: 'r.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name' },
          unit: { from: '单位', type: 'unit', level: 'city' } },
        two_cohorts: [{ person: '1', cohort: 'A' }], control_totals: [{ rows: 3 }], limits: { max_rejects: 3 }, vanished: 'keep' },
      work: { title: '作业', kind: 'item', files: 'w.csv', by: 'person', columns: {
          person: { from: '编号', type: 'id' }, item: { from: '作业', type: 'id' }, at: { from: '时间', type: 'datetime' },
          value: { from: '得分', type: 'decimal', decimals: 2 }, full: { from: '时长', type: 'duration', unit: 'hours' } } },
      plan: { title: '方案', kind: 'unit_fact', files: 'p.csv', columns: {
          unit: { from: '单位', type: 'unit' }, at: { from: '时间', type: 'datetime' } } },
      form: { title: '问卷', kind: 'survey', files: 's.csv', columns: { response: { from: '序号', type: 'id' },
          seconds: { from: '所用时间', type: 'duration', unit: 'seconds' }, person: { from: '编号', type: 'id' } },
        questions: { '1': { choice: 'single', options: ['是', '否'] } } },
      form_before: { title: '训前问卷', kind: 'survey', files: 'b.csv', columns: { response: { from: '序号', type: 'id' },
          seconds: { from: '所用时间', type: 'duration', unit: 'seconds' }, person: { from: '编号', type: 'id' } } },
      staff: { title: '人员', kind: 'staff', role: 'tutor', files: 't.csv', columns: {
          person: { from: '编号', type: 'id' }, name: { from: '姓名', type: 'name' } } },
      filed: { title: '申报', kind: 'nomination', stage: 'filed', files: 'n.csv', columns: {
          by: { from: '单位', type: 'unit' }, award: { from: '奖项', type: 'text' }, candidate: { from: '编号', type: 'id' } } },
    },
    tallies: {
      mark: { max: 'work.value', title: '成绩', unit: 'marks', where: { at: { until: '2023-08-02' }, value: { at_least: 1 } } },
      last_mark: { last: 'work.value', title: '末次', unit: 'marks' },
      count: { count: 'work', title: '次数', unit: 'items', counter: '次' },
      done: { reached: 'work.value', target: 5, title: '完成时刻', unit: 'moment' },
      plans: { max: 'plan.at', title: '方案时间', unit: 'moment' },
    },
    scoring: {
      components: [
        { id: 'a', title: '甲', points: 10, rule: { kind: 'proportion', of: 'mark', target: 100 } },
        { id: 'b', title: '乙', points: 10, rule: { kind: 'mean_rate', of: 'mark', full_marks: 100, required: 2 } },
        { id: 'c', title: '丙', points: 10, rule: { kind: 'threshold', of: 'mark', at_least: 60 } },
        { id: 'd', title: '丁', points: 10, rule: { kind: 'per_item', of: 'count', each: 1 } },
        { id: 'e', title: '戊', points: 10, rule: { kind: 'imported', of: 'mark', full_marks: 100 } },
        { id: 'f', title: '己', points: 10, rule: { kind: 'attempt', of: 'last_mark', full_marks: 100, count: 'last' } },
        { id: 'g', title: '庚', points: 10, rule: { kind: 'band', of: 'mark', bands: [{ title: '好', from: 0, points: 10 }] } },
        { id: 'h', title: '辛', points: 10, rule: { kind: 'deductions', each: [{ of: 'count', minus: 1 }] } },
        { id: 'i', title: '壬', points: 10, rule: { kind: 'minima', method: 'proportion', parts: [
          { of: 'mark', target: 100, points: 10, each: [{ of: 'mark', at_least: 10 }] }] } },
        { id: 'j', title: '癸', points: 5, rule: { kind: 'deadline', of: 'last_mark', on_time: 'mark', full_marks: 100, late: { minus: 1 } } },
        { id: 'k', title: '子', points: 5, rule: { kind: 'scaled', full_marks: 10, parts: [
          { title: '丑', points: 10, rule: { kind: 'proportion', of: 'mark', target: 100 } }] } },
        { id: 'l', title: '寅', points: 5, rule: { kind: 'bonus', of: 'count', each: 1 } },
      ],
      provisional: [{ title: '甲', components: ['a'], until: '2023-08-12' }],
      requirements: [{ id: 'r', title: '要求', when: { mark: { at_least: 60 } } }],
      vetoes: [{ id: 'v', title: '否决', when: { count: { above: 9 } } }],
      pass: { total_at_least: 60 }, grades: [{ title: '优', from: 90 }], credit: { on_pass: 36 },
    },
    metrics: {
      pass: { title: '合格率', format: 'percent', definition: '合格÷报名',
        numerator: { count: 'learner', where: { mark: { above: 0 } } }, denominator: { count: 'unit', level: 'city', where: {
          plans: { at_most: { start_of: 'A', minus_days: 3 } } } } },
      returned: { title: '回收率', format: 'percent', definition: '回收÷报名',
        numerator: { count: 'response', source: 'form' }, denominator: { count: 'enrolled' } },
      sum: { title: '合计', format: 'number', definition: '合计', numerator: { sum: 'mark' }, denominator: { sum_points: ['a'] } },
      plans: { title: '方案数', format: 'count', definition: '方案份数', numerator: { count: 'unit', level: 'city' } },
    },
    satisfaction: { source: 'form', scale: ['满意', '不满意'], top: 1, min_n: 5, objects: { o: '甲' }, dimensions: { d: '乙' },
      items: [{ question: '2', object: 'o', dimension: 'd', reverse: true }], weights: [100, 0],
      alpha: { by: ['dimension', 'all'], missing: 'pairwise' },
      answer_checks: { too_fast: { under_seconds: 30, drop: true }, straight_line: { items: 4 }, duplicates: { by: 'person' } },
      waves: [{ id: 'before', title: '训前', source: 'form_before', questions: { '2': '1' } },
        { id: 'after', title: '训后', source: 'form' }] },
    awards: [
      { id: 'a', title: '甲奖', pool: { learners: true }, eligible: [{ mark: { above: 1 } }], rank: [{ lot: '种子' }], ties: 'lot', seed: '种子',
        quota: { percent: 4, of: { learners: 'enrolled' }, rounding: 'floor', minimum: 1,
          split: { by: 'city', base: 'enrolled', method: 'webster', equals: 'lot', seed: '种子' } },
        entry: { top_percent: 50, by: 'total desc', rounding: 'floor', ties: 'in' }, reserve: { percent: 10 }, batches: [1] },
      { id: 'b', title: '乙奖', pool: { staff: 'tutor' }, quota: { number: 3 }, ties: 'extend', reserve: { number: 3 },
        rank: [{ composite: { pass: { weight: 1, cap: 3 } }, method: 'weighted' }] },
      { id: 'c', title: '丙奖', pool: { unit: 'city' }, ties: 'extend', rank: ['total desc'],
        quota: { percent: 4, of: { staff: 'tutor' }, rounding: 'floor' } },
    ],
    ledger: { title: '总账', target: 360, from: 2021, years: 5 },
    reports: { bulletin: { title: '通报', rank_by: 'pass', metrics: ['pass'] }, summary: { title: '总结' },
      nominees: { title: '名单', publicity: { contact: { unit: '办公室' } },
        certificates: { awards: { a: { code: 'JA' } } } } },
    privacy: { identity: { first: 0, last: 4 }, phone: { first: 3, last: 4 } },
    checks: [
      { id: 'a', severity: 'warn', coverage: { of: 'roster', by: 'work', at_least: '80%' } },
      { id: 'b', severity: 'warn', day_change: { of: 'pass', level: 'city', max_drop: '10%' } },
      { id: 'c', severity: 'warn', unit_condition: { level: 'city', where: { plans: { at_most: { end_of: 'A' } } } } },
      { id: 'd', severity: 'warn', staff_count: { level: 'city', role: 'tutor', at_least: 1 } },
      { id: 'e', severity: 'warn', after: '2023-08-02', figure: { of: 'pass', level: 'city', at_least: '50%' } },
      { id: 'f', severity: 'warn', staff_condition: { role: 'tutor', age: { at_most: 45, on: '2023-08-01' }, duty: { at_least: 1 } } },
    ],
    judged: [{ id: 'j', title: '自评', cite: '一', by: '省级', reason: '没有数据' }],
  }
  """
