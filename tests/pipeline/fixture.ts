import type { Extraction, ExtractOptions } from '../../extractors/extraction.ts';
import type { ExtractFunction } from '../../pipeline/run/extraction.ts';
import type { Conditions } from '../../pipeline/run/store/store.ts';
import { NO_REGION } from '../../schemas/lexicon/regions/index.ts';
import { type Place, placeOfLine } from '../../schemas/place.ts';
import { Profile } from '../../schemas/profile.ts';
import type { Column, FactCell, Table, TableRow } from '../../schemas/table.ts';

export const PROFILES: Profile[] = [Profile.parse({ id: 'default', title: 'default', extends: null })];

/** What results came about under, where that does not matter. */
export const CONDITIONS: Conditions = {
  program: 'test',
  options: '',
  limits: { profiles: '', timeout: null, memory: null, maxTextBytes: Number.POSITIVE_INFINITY },
  profiles: PROFILES,
  decisions: [],
};

export const at = (line: number): Place[] => [placeOfLine(1, line)];

export function makeCell(factId: string, column: number, value: string | null, rest: Partial<FactCell> = {}): FactCell {
  return {
    factId,
    column,
    raw: value ?? '',
    value,
    valueYuan: null,
    period: null,
    places: at(5),
    valueState: 'consistent',
    placementState: 'printed',
    alternatives: [],
    confidence: 0.9,
    review: false,
    ...rest,
  };
}

export function makeRow(index: number, label: string, cells: FactCell[], rest: Partial<TableRow> = {}): TableRow {
  return {
    index,
    panel: 0,
    lineNo: null,
    code: null,
    subjectCode: null,
    label,
    labelPath: [],
    concept: null,
    coordinates: {},
    keys: {},
    role: 'item',
    isLeaf: true,
    parent: null,
    attributes: {},
    places: at(5 + index),
    cells,
    ...rest,
  };
}

export function makeColumn(index: number, path: string[], rest: Partial<Column> = {}): Column {
  return { index, panel: 0, path, pathRaw: path, measure: null, period: null, type: 'money', unit: null, coordinates: {}, ...rest };
}

export function makeTable(rest: Partial<Table> = {}): Table {
  return {
    index: 1,
    number: '表1',
    kind: 'expenditureSummary',
    title: '支出预算总表',
    titlePrinted: true,
    unit: '万元',
    shape: 'coded',
    coordinates: {},
    pages: [1, 1],
    lines: [1, 9],
    parts: 1,
    panels: [{ index: 0, side: null, name: '' }],
    columns: [makeColumn(0, ['合计'])],
    rows: [makeRow(0, '合计', [makeCell('f1', 0, '12.30', { valueState: 'proved' })], { role: 'total' })],
    fields: [],
    notes: [],
    empty: false,
    expected: true,
    ...rest,
  };
}

export function makeExtraction(options: Pick<ExtractOptions, 'documentId' | 'sourceFile'>, tables: Table[] = [makeTable()]): Extraction {
  const { documentId, sourceFile } = options;
  return {
    disclosure: {
      schemaVersion: 2,
      documentId,
      sourceFile,
      kind: 'budget',
      entity: { code: '101', name: '某局' },
      entityId: '某',
      scope: 'aggregated',
      level: null,
      parentEntity: null,
      year: 2026,
      title: null,
      region: NO_REGION,
      profile: 'default',
      tables,
      indicators: [],
      projects: [],
      statements: [],
      declarations: [],
    },
    report: {
      schemaVersion: 2,
      documentId,
      sourceFile,
      sha256: 'ab',
      bytes: 3,
      pages: 1,
      pagesRecognised: 0,
      media: 'text',
      encoding: 'utf-8',
      profile: 'default',
      status: 'succeeded',
      reason: '',
      expectedTables: [],
      findings: [],
      equations: [],
      review: [],
    },
  };
}

/** Takes every file for one table whose only value is the file's text. */
export const fakeExtract: ExtractFunction = async (bytes, options) => {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === 'throw') throw new Error('boom');
  const row = makeRow(0, '合计', [makeCell('f1', 0, text, { valueState: 'proved' })], { role: 'total' });
  return makeExtraction(options, [makeTable({ rows: [row] })]);
};
