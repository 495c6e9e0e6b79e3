import type { Disclosure } from '../../schemas/disclosure.ts';
import { placeOfLine } from '../../schemas/place.ts';
import type { Report } from '../../schemas/report.ts';
import type { Column, FactCell, Panel, Table, TableRow } from '../../schemas/table.ts';
import type { Gold, GoldTable } from '../generator/document.ts';
import { AMOUNT } from './about.ts';

type SideName = '收入' | '支出';
const SIDES: readonly (readonly [SideName, 'revenue' | 'expenditure'])[] = [
  ['收入', 'revenue'],
  ['支出', 'expenditure'],
];

function column(index: number, panel: number, path: string[]): Column {
  return { index, panel, path, pathRaw: path, measure: null, period: null, type: 'money', unit: null, coordinates: {} };
}

const placesOf = ({ line, page }: { line?: number | undefined; page?: number | undefined }) => [placeOfLine(page ?? 1, line ?? 1)];

function tableOf(gold: GoldTable, index: number): Table {
  const columns: Column[] = [];
  const panels: Panel[] = [];
  if (gold.shape === 'two-sided') {
    SIDES.forEach(([name, side], p) => {
      panels.push({ index: p, side, name });
      for (const path of Array.isArray(gold.columns) ? gold.columns : gold.columns[name]!) columns.push(column(columns.length, p, path));
    });
  } else for (const path of gold.columns as string[][]) columns.push(column(columns.length, 0, path));
  const rows = gold.rows.map((row, r): TableRow => {
    const panel = row.side === '支出' ? 1 : 0;
    const own = columns.filter((each) => each.panel === panel);
    const places = placesOf({ line: row.lines?.[0], page: row.page });
    const cells = row.values.flatMap((value, i): FactCell[] =>
      value === null || !/^-?\d+(\.\d+)?$/.test(value)
        ? []
        : [
            {
              factId: `t${index}r${r}c${own[i]!.index}`,
              column: own[i]!.index,
              raw: value,
              value,
              valueYuan: null,
              period: null,
              places,
              valueState: 'unconstrained',
              placementState: 'printed',
              alternatives: [],
              confidence: 1,
              review: false,
            },
          ],
    );
    const { code, label, path } = row;
    const rest = {
      subjectCode: null,
      concept: null,
      coordinates: {},
      keys: {},
      role: 'item' as const,
      isLeaf: true,
      parent: null,
      attributes: {},
    };
    return { index: r, panel, lineNo: row.lineNo ?? null, code, label, labelPath: path, ...rest, places, cells };
  });
  return {
    index,
    number: gold.number,
    kind: 'other',
    title: gold.title,
    titlePrinted: true,
    unit: gold.unit,
    shape: gold.shape as Table['shape'],
    coordinates: {},
    pages: gold.pages ?? [1, 1],
    lines: [gold.startLine ?? 1, gold.endLine ?? 1],
    parts: gold.continuedParts,
    panels,
    columns,
    rows: gold.shape === 'text-form' ? [] : rows,
    fields: [],
    notes: gold.notes,
    empty: gold.empty,
    expected: false,
  };
}

/** The extraction that a perfect reader would hand over for this truth: for tests of what comes after reading. */
export function perfectExtraction(gold: Gold): { disclosure: Disclosure; report: Report } {
  const ids = { documentId: 'gold', sourceFile: gold.source, profile: 'default' };
  const disclosure: Disclosure = {
    schemaVersion: 2,
    ...ids,
    kind: gold.kind,
    entity: gold.entity,
    entityId: null,
    scope: null,
    level: null,
    parentEntity: null,
    year: gold.year,
    title: null,
    region: { province: null, city: null, county: null, code: null },
    tables: gold.tables.map((table, i) => tableOf(table, i + 1)),
    indicators: gold.indicators.map((i) => ({
      tableIndex: 1,
      project: i.project,
      level1: i.level1,
      level2: i.level2,
      level3: i.level3,
      operator: i.operator as Disclosure['indicators'][number]['operator'],
      target: i.target,
      targetUnit: i.unit,
      deadline: i.deadline,
      actual: i.actual,
      completion: null,
      weight: null,
      score: i.score,
      places: placesOf(i),
      review: false,
    })),
    projects: gold.projects.map((p) => ({
      tableIndex: 1,
      name: p.name,
      department: p.department,
      implementer: p.implementer,
      unit: '万元',
      amount: p.amount,
      executed: p.executed ?? null,
      executionRate: p.executionRate ?? null,
      totalScore: p.totalScore ?? null,
      goal: p.goal,
      places: placesOf(p),
      review: false,
    })),
    statements: gold.narrative.map((s, i) => ({
      id: `s${i}`,
      concept: s.concept,
      subjectCode: null,
      raw: s.value,
      value: s.value,
      unit: s.unit,
      period: null,
      quote: s.statement,
      places: placesOf(s),
      about: AMOUNT,
      agrees: null,
    })),
    declarations: [],
  };
  const report: Report = {
    schemaVersion: 2,
    ...ids,
    sha256: '',
    bytes: 0,
    pages: 1,
    pagesRecognised: 0,
    media: 'text',
    encoding: 'utf-8',
    status: 'succeeded',
    reason: '',
    expectedTables: [],
    findings: [],
    equations: [],
    review: [],
  };
  return { disclosure, report };
}
