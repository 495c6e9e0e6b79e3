import type { Column, FactCell, Table, TableRow, ValueState } from '../../schemas/table.ts';
import { at, entryOf } from '../model/at.ts';
import type { Reading } from '../model/blocks.ts';
import { Keys } from '../model/keys.ts';
import type { CoordinatedColumn, PlacedCell, PlacedRow, PlacedTable } from '../model/tables.ts';
import { parseNumber, toYuan } from '../notation/numbers.ts';
import { isPageTotal } from '../notation/roles.ts';
import type { FormContent } from '../tables/forms/index.ts';
import { type Evidence, isDoubted, NO_EVIDENCE } from './confidence/evidence.ts';
import { confidenceOf, isUnsure } from './confidence/model.ts';

/** What is known of each number, by fact id. A number that no equation speaks of has no state. */
export interface Judged {
  states: ReadonlyMap<string, ValueState>;
  evidence: ReadonlyMap<string, Evidence>;
}

/** A table as disclosure.json has it. `key`: its own; `form`: what was read of it where it is a performance form. */
export function publicTable(table: PlacedTable, key: string, judged: Judged, form: FormContent | undefined, expected: boolean): Table {
  const columns = table.columns.map(publicColumn);
  const yuan = yuanIn(table);
  const rows = table.items.map((row, i) => publicRow(row, columns, at(yuan, i), judged));
  const formed = form ? formRows(table, key, form) : null;
  const empty = rows.every((row) => row.cells.length === 0) && (formed?.rows.length ?? 0) === 0 && (form?.fields.length ?? 0) === 0;
  return {
    index: table.index,
    number: table.caption.number,
    kind: table.kind,
    title: table.title,
    titlePrinted: table.titlePrinted,
    unit: table.caption.unit,
    ...(table.publisher === undefined ? {} : { entity: table.publisher }),
    shape: table.shape,
    coordinates: table.coordinates,
    pages: table.pages,
    lines: table.lines,
    parts: table.parts,
    panels: table.panels.map(({ index, side, name }) => ({ index, side, name })),
    columns: formed?.columns ?? columns,
    rows: formed?.rows ?? rows,
    fields: form?.fields ?? [],
    notes: table.notes,
    empty: table.shape === 'text-form' ? false : empty,
    expected,
  };
}

function publicColumn({ index, panel, path, pathRaw, measure, period, type, unit, coordinates }: CoordinatedColumn): Column {
  return { index, panel, path, pathRaw, measure, period, type, unit, coordinates };
}

/** `yuan`: its amounts in 元. */
function publicRow(row: PlacedRow, columns: readonly Column[], yuan: readonly (string | null)[], judged: Judged): TableRow {
  return {
    index: row.index,
    panel: row.panel,
    lineNo: row.lineNo,
    code: row.code,
    subjectCode: row.subjectCode,
    label: row.label,
    labelPath: row.labelPath,
    concept: row.concept,
    coordinates: row.coordinates,
    keys: row.keys,
    // To the sums what a page adds up is outside as 其中 is; to a reader it is what it is called.
    role: isPageTotal(row.label) ? 'subtotal' : row.role,
    isLeaf: row.isLeaf,
    parent: row.parent,
    attributes: row.attributes,
    places: row.places,
    cells: row.cells.flatMap((cell, i) =>
      cell.column === null ? [] : [publicCell(cell, row.period, at(columns, cell.column), yuan[i] ?? null, judged)],
    ),
  };
}

/** What is printed stays the same while a person decides about other tables. */
const YUAN = new WeakMap<PlacedTable, (string | null)[][]>();

function yuanIn(table: PlacedTable): (string | null)[][] {
  const known = YUAN.get(table);
  if (known) return known;
  const yuan = table.items.map(({ cells }) => cells.map((cell) => yuanOf(cell, table)));
  YUAN.set(table, yuan);
  return yuan;
}

function yuanOf({ value, percent, column }: PlacedCell, { columns }: PlacedTable): string | null {
  if (value === null || percent || column === null) return null;
  const { type, unit } = at(columns, column);
  return type === 'money' ? toYuan(value, unit) : null;
}

function publicCell(
  cell: PlacedCell,
  rowPeriod: number | null,
  column: Column,
  valueYuan: string | null,
  { states, evidence }: Judged,
): FactCell {
  const own = entryOf(evidence, cell.id);
  const valueState = states.get(cell.id) ?? 'unconstrained';
  const confirmed = valueState === 'confirmed';
  const confidence = confirmed ? 1 : confidenceIn(own);
  return {
    factId: cell.id,
    column: column.index,
    raw: cell.raw,
    value: cell.value,
    valueYuan,
    period: rowPeriod ?? column.period,
    places: cell.places,
    valueState,
    placementState: cell.placement,
    alternatives: cell.alternatives,
    confidence,
    review: !confirmed && (isDoubted(own) || isUnsure(confidence)),
    ...(cell.reading && { recognised: publicReading(cell.reading) }),
  };
}

/** Four decimals, as confidence has. */
function publicReading({ posterior, alternatives }: Reading): NonNullable<FactCell['recognised']> {
  const rounded = (probability: number): number => Math.round(probability * 10_000) / 10_000;
  return {
    posterior: rounded(posterior),
    alternatives: alternatives.map((other) => ({ text: other.text, posterior: rounded(other.posterior) })),
  };
}

/** Most numbers have one evidence in common, the same object. */
function confidenceIn(evidence: Evidence): number {
  const known = CONFIDENCE.get(evidence) ?? confidenceOf(evidence);
  CONFIDENCE.set(evidence, known);
  return known;
}

const CONFIDENCE = new WeakMap<Evidence, number>();

/** The money rows of a performance form, under the columns that the form itself prints. */
function formRows({ caption }: PlacedTable, key: string, form: FormContent): { columns: Column[]; rows: TableRow[] } {
  const columns: Column[] = [];
  const indexOf = (path: readonly string[]): number => {
    const found = columns.findIndex((column) => column.path.join('>') === path.join('>'));
    if (found >= 0) return found;
    columns.push({
      index: columns.length,
      panel: 0,
      path: [...path],
      pathRaw: [...path],
      measure: null,
      period: null,
      type: 'money',
      unit: caption.unit,
      coordinates: {},
    });
    return columns.length - 1;
  };
  const keys = new Keys();
  const rows = form.rows.map((row, index): TableRow => {
    for (const path of row.columns) indexOf(path);
    return {
      index,
      panel: 0,
      lineNo: null,
      code: null,
      subjectCode: null,
      label: row.label,
      labelPath: row.path,
      concept: null,
      coordinates: {},
      keys: {},
      role: 'item',
      isLeaf: true,
      parent: null,
      attributes: row.attributes,
      places: row.values.map((value) => value.place),
      cells: row.values.map((value): FactCell => {
        const column = indexOf(value.column);
        return {
          factId: keys.next('f', [key, ...row.path, row.label, '', ...value.column].join('|')),
          column,
          raw: value.raw,
          value: parseNumber(value.raw)?.value ?? null,
          valueYuan: null,
          period: null,
          places: [value.place],
          valueState: 'unconstrained',
          placementState: 'printed',
          alternatives: [],
          confidence: confidenceOf(NO_EVIDENCE),
          review: false,
        };
      }),
    };
  });
  return { columns, rows };
}
