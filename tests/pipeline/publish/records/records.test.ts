import { expect, test } from 'vitest';
import { FIELDS, RECORD_FILES } from '../../../../pipeline/publish/csv/fields.ts';
import { type RecordSet, toRecords } from '../../../../pipeline/publish/records/records.ts';
import { RECORDS } from '../../../../schemas/records.ts';
import { ValueState } from '../../../../schemas/table.ts';
import { AMOUNT } from '../../../support/about.ts';
import { at, makeCell, makeColumn, makeExtraction, makeRow, makeTable } from '../../fixture.ts';

const NO_COORDINATES = {
  flow: null,
  fund: null,
  component: null,
  memo: null,
  vintage: null,
  stage: null,
  classification: null,
  functional_code: null,
  department_economic_code: null,
  government_economic_code: null,
  project: null,
  row_entity: null,
  item: null,
};

const KEY = { documentId: 'a', sourceFile: 'x/a.txt' };

function full(): RecordSet {
  const funds = makeTable({
    shape: 'two-sided',
    coordinates: { flow: 'revenue', fund: 'all', stage: 'initialBudget' },
    pages: [3, 5],
    panels: [
      { index: 0, side: 'revenue', name: '收入' },
      { index: 1, side: 'expenditure', name: '支出' },
    ],
    columns: [
      makeColumn(0, ['本年收入', '一般公共预算'], {
        pathRaw: ['本年收入'],
        period: 2026,
        measure: 'm',
        coordinates: { fund: 'generalPublicBudget', vintage: 'currentYear' },
      }),
      makeColumn(1, ['增长'], { panel: 1, type: 'percent', unit: '%' }),
    ],
    rows: [
      makeRow(0, '行政运行', [makeCell('f1', 0, '12.30', { valueYuan: '123000', valueState: 'proved', period: 2026 })], {
        code: '2010301',
        coordinates: { functionalCode: '2010301', classification: 'functional', vintage: 'all' },
        subjectCode: '2010301',
        labelPath: ['一般公共服务支出', '政府办公厅'],
        keys: { 部门经济分类: '30201 办公费', 单位: '甲' },
      }),
      makeRow(
        1,
        '增幅',
        [makeCell('f2', 1, '-5', { review: true, places: [{ page: 4, line: null, start: null, end: null, bbox: [1, 2, 3, 4.25] }] })],
        {
          panel: 1,
        },
      ),
    ],
  });
  const form = makeTable({
    index: 2,
    number: null,
    title: '绩效目标表',
    shape: 'text-form',
    rows: [makeRow(0, 'x', [makeCell('f3', 0, '1')])],
  });
  const { disclosure, report } = makeExtraction(KEY, [funds, form]);
  disclosure.indicators.push({
    tableIndex: 2,
    project: '项目甲',
    level1: '产出指标',
    level2: '数量指标',
    level3: '培训人次',
    operator: '>=',
    target: '8.2',
    targetUnit: '万人',
    deadline: null,
    actual: null,
    completion: null,
    weight: null,
    score: null,
    places: at(40),
    review: false,
  });
  disclosure.projects.push({
    tableIndex: 2,
    name: '项目甲',
    department: '某局',
    implementer: null,
    unit: '万元',
    amount: '29.00',
    executed: null,
    executionRate: '98%',
    totalScore: null,
    goal: '目标',
    places: at(39),
    review: true,
  });
  disclosure.statements.push({
    id: 's1',
    concept: 'revenue',
    subjectCode: null,
    raw: '12.30',
    value: '12.30',
    unit: '万元',
    period: 2026,
    quote: '收入12.30万元',
    places: at(60),
    about: AMOUNT,
    agrees: null,
  });
  report.equations.push({
    id: 'e1',
    identity: 'parent-children',
    scope: 'column',
    terms: [
      { id: 'f1', sign: 1 },
      { id: 'f2', sign: -1 },
    ],
    addends: 1,
    residual: '-0.01',
    u: '0.01',
    status: 'tail',
  });
  report.expectedTables.push(
    { number: '表1', title: '支出预算总表', found: true, tableIndex: 1, places: [] },
    { number: '表9', title: '“三公”经费支出表', found: false, tableIndex: null, places: [] },
  );
  report.review.push({
    itemId: 'r1',
    tableIndex: 1,
    tableTitle: '支出预算总表',
    ruleId: 'equation/broken',
    kind: 'source',
    factIds: ['f1', 'f2'],
    places: at(7),
    actual: '1',
    expected: '2',
    residual: '-1',
    proposal: '2',
    alternatives: ['2', '3'],
    moneyAtStake: '10000',
    probability: 0.5,
    message: 'm',
  });
  disclosure.declarations.push({
    id: 'd001',
    kind: 'none',
    measure: 'governmentFundExpenditure',
    subject: '政府性基金预算支出表',
    tableIndex: 1,
    period: 2026,
    quote: '没有使用政府性基金安排的支出。',
    places: at(61),
  });
  return toRecords(disclosure, report);
}

test('every row is what its schema promises', () => {
  const records = full();
  for (const file of RECORD_FILES) {
    expect(records[file].length).toBeGreaterThan(0);
    for (const row of records[file]) {
      expect(RECORDS[file].safeParse(row).error).toBeUndefined();
      expect(Object.keys(row)).toEqual(FIELDS[file].map(({ name }) => name));
    }
  }
});

test('facts: paths, keys, sides, units of their own; text forms give none', () => {
  const [first, second, ...rest] = full()['facts.csv'];
  expect(rest).toEqual([]);
  expect(first).toEqual({
    document_id: 'a',
    source_file: 'x/a.txt',
    fact_id: 'f1',
    entity_code: '101',
    entity_name: '某局',
    year: 2026,
    disclosure_kind: 'budget',
    table_index: 1,
    table_number: '表1',
    table_kind: 'expenditureSummary',
    table_title: '支出预算总表',
    unit: '万元',
    row_index: 0,
    line_no: null,
    side: 'revenue',
    panel: '收入',
    code: '2010301',
    label: '行政运行',
    label_path: '一般公共服务支出 > 政府办公厅',
    keys: '部门经济分类=30201 办公费; 单位=甲',
    row_role: 'item',
    is_leaf: true,
    column_path: '本年收入 > 一般公共预算',
    column_path_raw: '本年收入',
    period: 2026,
    measure: 'm',
    flow: 'revenue',
    fund: 'generalPublicBudget',
    component: null,
    memo: null,
    vintage: 'currentYear',
    stage: 'initialBudget',
    classification: 'functional',
    functional_code: '2010301',
    department_economic_code: null,
    government_economic_code: null,
    project: null,
    row_entity: null,
    item: null,
    raw: '12.30',
    value: '12.30',
    value_yuan: '123000',
    page: 1,
    line: 5,
    bbox: '',
    value_state: 'proved',
    placement_state: 'printed',
    confidence: 0.9,
    review: false,
    row_concept: null,
    subject_code: '2010301',
    cell: null,
    primary: true,
  });
  expect(second).toMatchObject({
    side: 'expenditure',
    panel: '支出',
    unit: '%',
    page: 4,
    line: null,
    bbox: '1.0 2.0 3.0 4.3',
    review: true,
  });
});

test('equations carry fact ids, with a minus where they are taken away', () => {
  expect(full()['equations.csv']).toEqual([
    {
      document_id: 'a',
      source_file: 'x/a.txt',
      equation_id: 'e1',
      identity: 'parent-children',
      scope: 'column',
      fact_ids: 'f1; -f2',
      addends: 1,
      residual: '-0.01',
      u: '0.01',
      status: 'tail',
    },
  ]);
});

test('indicators, projects and statements name their table and line', () => {
  const records = full();
  expect(records['indicators.csv'][0]).toMatchObject({ table_number: null, table_title: '绩效目标表', target_unit: '万人', line: 40 });
  expect(records['projects.csv'][0]).toMatchObject({
    table_title: '绩效目标表',
    amount: '29.00',
    execution_rate: '98%',
    line: 39,
    review: true,
  });
  expect(records['statements.csv'][0]).toEqual({
    document_id: 'a',
    source_file: 'x/a.txt',
    concept: 'revenue',
    subject_code: null,
    value: '12.30',
    unit: '万元',
    period: 2026,
    quote: '收入12.30万元',
    page: 1,
    line: 60,
    agrees: null,
    cell: null,
    statement_id: 's1',
    value_yuan: '123000',
    relation: 'amount',
    measure: null,
    ...NO_COORDINATES,
    base: null,
    change: null,
    percent: null,
    reason: null,
  });
});

test('tables: counts by state, and a row for a table that is expected and missing', () => {
  const [funds, form, missing, ...rest] = full()['tables.csv'];
  expect(rest).toEqual([]);
  expect(funds).toMatchObject({
    pages: '3..5',
    rows: 2,
    facts: 2,
    proved: 1,
    consistent: 1,
    contradicted: 0,
    review_items: 1,
    found: true,
  });
  expect(form).toMatchObject({ pages: '1', rows: 1, facts: 0, proved: 0, review_items: 0, shape: 'text-form' });
  expect(missing).toMatchObject({
    table_index: null,
    table_number: '表9',
    table_kind: 'threePublicExpenses',
    table_title: '“三公”经费支出表',
    shape: null,
    pages: '',
    facts: 0,
    empty: false,
    expected: true,
    found: false,
  });
});

test('a number in any state is a fact of its table', () => {
  const states = ValueState.options;
  const row = makeRow(
    0,
    'x',
    states.map((valueState, i) => makeCell(`f${i}`, i, '1', { valueState })),
  );
  const { disclosure, report } = makeExtraction(KEY, [makeTable({ rows: [row] })]);
  const records = toRecords(disclosure, report);
  expect([records['tables.csv'][0]?.facts, records['facts.csv'].length]).toEqual([states.length, states.length]);
});

test('documents and review', () => {
  const records = full();
  expect(records['documents.csv']).toEqual([
    {
      document_id: 'a',
      source_file: 'x/a.txt',
      sha256: 'ab',
      bytes: 3,
      pages: 1,
      pages_recognised: 0,
      media: 'text',
      profile: 'default',
      disclosure_kind: 'budget',
      entity_code: '101',
      entity_name: '某局',
      scope: 'aggregated',
      year: 2026,
      status: 'succeeded',
      tables: 2,
      facts: 2,
      equations_exact: 0,
      equations_tail: 1,
      equations_broken: 0,
      review_items: 1,
      reason: '',
      title: null,
      region_province: null,
      region_city: null,
      region_county: null,
      region_code: null,
      level: null,
      parent_entity: null,
      entity_id: '某',
      supersedes: '',
      superseded_by: null,
      version_reason: null,
      version_group: null,
      included_in: null,
      reviewed: 0,
      confirmed: 0,
    },
  ]);
  expect(records['review.csv'][0]).toMatchObject({ fact_ids: 'f1; f2', alternatives: '2; 3', line: 7, money_at_stake: '10000' });
});
