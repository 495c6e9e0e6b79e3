import type { Disclosure } from '../../../schemas/disclosure.ts';
import type { Equation } from '../../../schemas/equation.ts';
import { measureOf, tableKindOf } from '../../../schemas/lexicon/vocabulary.ts';
import { placeOfLine } from '../../../schemas/place.ts';
import type { Report } from '../../../schemas/report.ts';
import type { Column, FactCell, Panel, Table, TableRow, ValueState } from '../../../schemas/table.ts';
import { AMOUNT } from '../../support/about.ts';

/** A document whose lines, tables and equations fit each other, made of any number of tables. */
export interface Fixture {
  disclosure: Disclosure;
  report: Report;
  lines: string[];
}

export interface RowSpec {
  code?: string;
  label: string;
  path?: string[];
  role?: TableRow['role'];
  panel?: number;
  values: (string | null)[];
  states?: ValueState[];
}

export class FixtureBuilder {
  readonly lines: string[] = ['示例市粮食储备中心', '2031 年度单位预算'];
  readonly tables: Table[] = [];
  readonly equations: Equation[] = [];

  /** Adds a table and the lines that print it; rows of different panels with the same rank stand on one line. */
  table(
    title: string,
    paths: readonly string[][],
    rows: readonly RowSpec[],
    panels: Panel[] = [{ index: 0, side: null, name: '' }],
  ): Table {
    const index = this.tables.length + 1;
    const first = this.lines.push(title);
    this.lines.push(paths.map((path) => path.join('/')).join('\t'));
    const columns: Column[] = panels.flatMap((panel) =>
      paths.map((path, i) => ({
        index: panel.index * paths.length + i,
        panel: panel.index,
        path,
        pathRaw: path,
        measure: measureOf(path),
        period: 2031,
        type: 'money' as const,
        unit: '万元',
        coordinates: {},
      })),
    );
    const ranks = new Map<number, number>();
    const start = this.lines.length;
    const made = rows.map((spec, i): TableRow => {
      const panel = spec.panel ?? 0;
      const rank = ranks.get(panel) ?? 0;
      ranks.set(panel, rank + 1);
      const line = start + rank + 1;
      let text = this.lines[line - 1] ?? '';
      if (text) text += '\t';
      text += [spec.code, spec.label].filter(Boolean).join('\t');
      const cells = spec.values.flatMap((value, c): FactCell[] => {
        text += '\t';
        if (value === null) return [];
        const at = text.length;
        text += value;
        const plain = value.replaceAll(',', '');
        const decimal = /^-?\d+(\.\d+)?$/.test(plain) ? plain : null;
        const state = spec.states?.[c] ?? 'proved';
        return [
          {
            factId: `t${index}r${i}c${c}`,
            column: panel * paths.length + c,
            raw: value,
            value: decimal,
            valueYuan: null,
            period: null,
            places: [placeOfLine(1 + Math.floor(line / 40), line, at, text.length)],
            valueState: state,
            placementState: 'printed',
            alternatives: [],
            confidence: state === 'proved' ? 0.99 : 0.7,
            review: state === 'contradicted' || decimal === null,
          },
        ];
      });
      this.lines[line - 1] = text;
      return {
        index: i,
        panel,
        lineNo: null,
        code: spec.code ?? null,
        subjectCode: null,
        label: spec.label,
        labelPath: spec.path ?? [],
        concept: null,
        coordinates: {},
        keys: {},
        role: spec.role ?? 'item',
        isLeaf: !spec.role,
        parent: null,
        attributes: {},
        places: [placeOfLine(1 + Math.floor(line / 40), line)],
        cells,
      };
    });
    const table: Table = {
      index,
      number: `表${index}`,
      kind: tableKindOf(title),
      title,
      titlePrinted: true,
      unit: '万元',
      shape: panels.length > 1 ? 'two-sided' : 'coded',
      coordinates: {},
      pages: [1, 1 + Math.floor(this.lines.length / 40)],
      lines: [first, this.lines.length],
      parts: 1,
      panels,
      columns,
      rows: made,
      fields: [],
      notes: [],
      empty: rows.length === 0,
      expected: true,
    };
    this.tables.push(table);
    return table;
  }

  equation(identity: string, terms: readonly string[], residual = '0', status: Equation['status'] = 'exact'): void {
    this.equations.push({
      id: `e${this.equations.length + 1}`,
      identity,
      scope: 'table',
      terms: terms.map((id, i) => ({ id, sign: i === 0 ? 1 : -1 })),
      addends: terms.length - 1,
      residual,
      u: '0.01',
      status,
    });
  }

  build(): Fixture {
    const disclosure: Disclosure = {
      schemaVersion: 2,
      documentId: 'sample',
      sourceFile: 'sample.txt',
      kind: 'budget',
      entity: { code: '199001', name: '示例市粮食储备中心' },
      entityId: '示例市粮食储备中心',
      scope: 'subordinate',
      level: null,
      parentEntity: null,
      year: 2031,
      title: '2031 年度单位预算',
      region: { province: null, city: null, county: null, code: null },
      profile: 'default',
      tables: this.tables,
      indicators: [],
      projects: [],
      statements: [],
      declarations: [],
    };
    const report: Report = {
      schemaVersion: 2,
      documentId: 'sample',
      sourceFile: 'sample.txt',
      sha256: 'ab'.repeat(32),
      bytes: 12345,
      pages: 3,
      pagesRecognised: 0,
      media: 'text',
      encoding: 'utf-8',
      profile: 'default',
      status: 'succeeded',
      reason: '',
      expectedTables: this.tables.map((table) => ({
        number: table.number,
        title: table.title,
        found: true,
        tableIndex: table.index,
        places: [],
      })),
      findings: [],
      equations: this.equations,
      review: [],
    };
    return { disclosure, report, lines: this.lines };
  }
}

const SUBJECT_PATHS = [['合计'], ['基本支出', '小计'], ['基本支出', '人员经费'], ['基本支出', '公用经费'], ['项目支出']];

/** A budget of four tables with one broken equation, one tail, one missing table, an indicator form and two statements. */
export function sampleFixture(): Fixture {
  const builder = new FixtureBuilder();
  const sides: Panel[] = [
    { index: 0, side: 'revenue', name: '收入' },
    { index: 1, side: 'expenditure', name: '支出' },
  ];
  builder.table(
    '收支预算总表',
    [['预算数']],
    [
      { label: '一、一般公共预算拨款收入', values: ['1,180.00'] },
      { label: '二、事业收入', values: ['53.40'] },
      { label: '一、社会保障和就业支出', panel: 1, values: ['133.40'] },
      { label: '二、粮油物资储备支出', panel: 1, values: ['1,100.00'] },
      { label: '三、住房保障支出', panel: 1, values: [null] },
      { label: '收入总计', role: 'total', values: ['1,233.40'] },
      { label: '支出总计', role: 'total', panel: 1, values: ['1,233.40'] },
    ],
    sides,
  );
  builder.table('支出预算总表', SUBJECT_PATHS, [
    { label: '合计', role: 'total', values: ['1,233.40', '833.40', '700.00', '133.40', '400.00'] },
    { code: '208', label: '社会保障和就业支出', values: ['133.40', '133.40', '100.00', '33.40', null] },
    { code: '20805', label: '行政事业单位养老支出', path: ['社会保障和就业支出'], values: ['133.40', '133.40', '100.00', '33.40', null] },
    { code: '222', label: '粮油物资储备支出', values: ['1,100.00', '700.00', '600.00', '100.00', '400.00'] },
    {
      code: '22201',
      label: '粮油物资事务',
      path: ['粮油物资储备支出'],
      values: ['1,010.00', '700.00', '600.00', '100.00', '400.00'],
      states: ['contradicted', 'consistent', 'consistent', 'unconstrained', 'consistent'],
    },
  ]);
  builder.table(
    '财政拨款预算“三公”经费支出表',
    [['“三公”经费合计'], ['公务用车购置及运行费', '公务用车运行费'], ['公务接待费']],
    [{ label: '合计', role: 'total', values: ['3.50', '3.00', '0.5O'] }],
  );
  builder.table('政府性基金预算支出表', [['合计'], ['基本支出'], ['项目支出']], []);
  builder.equation('parent-children', ['t2r3c0', 't2r4c0'], '90.00', 'broken');
  builder.equation('header-group-total', ['t2r4c0', 't2r4c1', 't2r4c4'], '-90.00', 'broken');
  builder.equation('header-group-total', ['t2r1c0', 't2r1c1']);
  builder.equation('total-of-top-level', ['t2r0c0', 't2r1c0', 't2r3c0']);
  builder.equation('side-balance', ['t1r5c0', 't1r6c0']);
  builder.equation('restatement', ['t2r0c0', 't1r6c0']);
  builder.equation('prose-statement', ['s1', 't1r5c0'], '0.01', 'tail');
  const prose = builder.lines.push('2031 年收支总预算 1233.41 万元，其中项目支出 400.00 万元。');
  const fixture = builder.build();
  const { disclosure, report } = fixture;
  disclosure.statements.push(
    {
      id: 's1',
      concept: '收支总预算',
      subjectCode: null,
      raw: '1233.41',
      value: '1233.41',
      unit: '万元',
      period: 2031,
      quote: fixture.lines[prose - 1]!,
      places: [placeOfLine(1, prose, 12, 19)],
      about: AMOUNT,
      agrees: false,
    },
    {
      id: 's2',
      concept: '项目支出',
      subjectCode: null,
      raw: '400.00',
      value: '400.00',
      unit: '万元',
      period: 2031,
      quote: fixture.lines[prose - 1]!,
      places: [placeOfLine(1, prose, 30, 36)],
      about: AMOUNT,
      agrees: true,
    },
  );
  disclosure.indicators.push({
    tableIndex: 2,
    project: '粮库维修',
    level1: '产出指标',
    level2: '数量指标',
    level3: '维修粮库数',
    operator: '>=',
    target: '3',
    targetUnit: '座',
    deadline: '2031-12',
    actual: null,
    completion: null,
    weight: null,
    score: null,
    places: [placeOfLine(1, 3)],
    review: false,
  });
  disclosure.projects.push({
    tableIndex: 2,
    name: '粮库维修',
    department: '示例市粮食局',
    implementer: '示例市粮食储备中心',
    unit: '万元',
    amount: '400.00',
    executed: null,
    executionRate: null,
    totalScore: null,
    goal: '按期完成维修。',
    places: [placeOfLine(1, 3)],
    review: false,
  });
  report.expectedTables.push({ number: '表5', title: '债务支出预算表', found: false, tableIndex: null, places: [placeOfLine(1, 2)] });
  const parent = disclosure.tables[1]!.rows[4]!.cells[0]!;
  report.review.push(
    {
      itemId: 'r1',
      tableIndex: 2,
      tableTitle: '支出预算总表',
      ruleId: 'equation/broken',
      kind: 'misread',
      factIds: ['t2r4c0'],
      places: parent.places,
      actual: '1,010.00',
      expected: '1,100.00',
      residual: '90.00',
      proposal: '1,100.00',
      alternatives: ['t2r3c0 = 1,010.00'],
      moneyAtStake: '900000',
      probability: 0.92,
      message: '',
    },
    {
      itemId: 'r2',
      tableIndex: 3,
      tableTitle: '财政拨款预算“三公”经费支出表',
      ruleId: 'value/unreadable-number',
      kind: 'misread',
      factIds: ['t3r0c2'],
      places: disclosure.tables[2]!.rows[0]!.cells[2]!.places,
      actual: '0.5O',
      expected: '',
      residual: '',
      proposal: '',
      alternatives: [],
      moneyAtStake: '',
      probability: 0.5,
      message: '',
    },
  );
  report.findings.push({
    ruleId: 'document/table-missing',
    stage: 'score',
    severity: 'warning',
    message: '',
    tableIndex: null,
    places: [placeOfLine(1, 2)],
    actual: '',
    expected: '债务支出预算表',
  });
  return fixture;
}

/** `tables` coded tables of `rows` rows by five columns, every row and every column with equations. */
export function largeFixture(tables: number, rows: number): Fixture {
  const builder = new FixtureBuilder();
  for (let t = 1; t <= tables; t += 1) {
    const specs: RowSpec[] = Array.from({ length: rows }, (_, i) => ({
      code: `2${String(i % 90).padStart(2, '0')}${String(i).padStart(4, '0')}`,
      label: `第 ${i} 项支出科目名称`,
      path: i % 3 === 0 ? [] : ['上级科目'],
      values: ['12,345.60', '6,000.00', '4,000.00', '2,000.00', '6,345.60'],
      states: ['proved', 'proved', 'consistent', 'consistent', i % 50 === 9 ? 'contradicted' : 'proved'],
    }));
    builder.table(`支出预算明细表之${t}`, SUBJECT_PATHS, specs);
    for (let i = 0; i < rows; i += 1) {
      const id = (c: number) => `t${t}r${i}c${c}`;
      builder.equation('header-group-total', [id(0), id(1), id(4)]);
      builder.equation('header-group-total', [id(1), id(2), id(3)]);
      if (i % 50 === 9) builder.equation('restatement', [id(0), id(4)], '6000.00', 'broken');
      if (i % 2 === 0) builder.equation('restatement', [id(0), `t1r${i}c0`]);
    }
  }
  const fixture = builder.build();
  for (const equation of builder.equations.filter(({ status }) => status === 'broken')) {
    fixture.report.review.push({
      itemId: `r${fixture.report.review.length + 1}`,
      tableIndex: 1,
      tableTitle: '',
      ruleId: 'equation/broken',
      kind: 'source',
      factIds: equation.terms.map(({ id }) => id),
      places: [placeOfLine(1, 10, 0, 4), placeOfLine(1, 12, 0, 4)],
      actual: '1',
      expected: '2',
      residual: equation.residual,
      proposal: '',
      alternatives: [],
      moneyAtStake: '100',
      probability: 0.8,
      message: '',
    });
  }
  return fixture;
}
