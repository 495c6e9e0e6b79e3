import { sameName } from '../../../extractors/notation/subjects.ts';
import type { FactRecord } from '../../../schemas/records.ts';
import { align } from './align.ts';
import { expectedOf } from './expected.ts';
import type { ReadDocument, ReadRow, ReadTable } from './extracted.ts';
import { listOf, plain, type TrueColumn, type TrueRow, type TrueTable, type Truth } from './truth.ts';

/** What of a number, or of its document, is not what a person read there. */
export interface Difference {
  aspect: string;
  /** The number, by its table, row and column. */
  where: string;
  expected: string;
  actual: string;
  /** Nobody is asked to look: neither at the number nor at its table. */
  isSilent: boolean;
}

export interface Comparison {
  numbers: number;
  /** Numbers of which something is wrong that nobody is asked to look at. */
  silent: number;
  differences: Difference[];
}

const COORDINATES = [
  'flow',
  'fund',
  'component',
  'memo',
  'vintage',
  'stage',
  'classification',
  'functional_code',
  'department_economic_code',
  'government_economic_code',
  'project',
  'period',
] as const;

export function compareTruth(truth: Truth, read: ReadDocument): Comparison {
  const found = truth.tables.map((table) => compareTable(table, tableOf(table, read.tables), truth));
  const numbers = found.reduce((sum, one) => sum + one.numbers, 0);
  const differences = found.flatMap((one) => one.differences);
  const silent = new Set(differences.filter(({ isSilent }) => isSilent).map(({ where }) => where)).size;
  return { numbers, silent, differences: [...documentDifferences(truth, read), ...differences] };
}

/** Of those on the same pages, the one that holds most of its numbers. */
function tableOf(table: TrueTable, tables: readonly ReadTable[]): ReadTable | undefined {
  const printed = table.rows.flatMap(({ cells }) => cells.filter(Boolean).map(plain));
  const shared = ({ rows }: ReadTable): number => {
    const left = new Map<string, number>();
    for (const { raw } of factsOn(table, rows)) left.set(plain(raw), (left.get(plain(raw)) ?? 0) + 1);
    return printed.filter((raw) => {
      const count = left.get(raw) ?? 0;
      left.set(raw, count - 1);
      return count > 0;
    }).length;
  };
  const [best] = tables.map((one) => ({ one, count: shared(one) })).sort((a, b) => b.count - a.count);
  return best && best.count > 0 ? best.one : undefined;
}

const factsOn = (table: TrueTable, rows: readonly ReadRow[]): FactRecord[] =>
  rows.flatMap(({ facts }) => facts.filter(({ page }) => page !== null && table.pages.includes(page)));

function compareTable(table: TrueTable, read: ReadTable | undefined, truth: Truth): Omit<Comparison, 'silent'> {
  const rows = [...table.rows.entries()].filter(([, { cells }]) => cells.some(Boolean)).sort(([, a], [, b]) => a.panel - b.panel);
  const numbers = rows.reduce((sum, [, { cells }]) => sum + cells.filter(Boolean).length, 0);
  const theirs = (read?.rows ?? [])
    .filter(({ facts, page }) => facts.length > 0 && page !== null && table.pages.includes(page))
    .sort((a, b) => a.panel - b.panel);
  const pairs = align(rows.length, theirs.length, (i, j) => likeness(rows[i]![1], theirs[j]!));
  const columns = columnsOf(
    table,
    rows.map(([, row], i) => [row, theirs[pairs.get(i) ?? -1]] as const),
  );
  const differences: Difference[] = [];
  const met = new Set<FactRecord>();
  rows.forEach(([, row], i) => {
    const other = theirs[pairs.get(i) ?? -1];
    for (const [place, raw] of row.cells.entries()) {
      if (raw === '') continue;
      const column = columns.of(row.panel)[place]!;
      const fact = other?.facts.find(({ column_path }) => column_path === columns.path(column));
      if (fact) met.add(fact);
      const where = `${table.title} | ${row.label || row.code} #${table.rows.indexOf(row)} | ${column.path.join(' > ')}`;
      const isSilent = !(fact?.review ?? false) && !(read?.isReviewed ?? false);
      const add = (aspect: string, expected: string, actual: string): void =>
        void differences.push({ aspect, where, expected, actual, isSilent });
      if (!fact || !other) add('missing', raw, '');
      else compareNumber({ table, row, column, raw }, other, fact, truth, add);
    }
  });
  for (const { facts, label } of theirs)
    for (const fact of facts.filter((one) => !met.has(one)))
      differences.push({
        aspect: 'extra',
        where: `${table.title} | ${label} | ${fact.column_path}`,
        expected: '',
        actual: fact.raw,
        isSilent: !fact.review && !(read?.isReviewed ?? false),
      });
  return { numbers, differences };
}

function likeness(row: TrueRow, { facts, code, label }: ReadRow): number {
  const raws = facts.map(({ raw }) => plain(raw));
  const shared = row.cells.filter((raw) => raw !== '' && raws.includes(plain(raw))).length;
  const named = plain(row.label) === plain(label) || (row.labelAlso ?? []).some((also) => plain(also) === plain(label)) ? 1 : 0;
  const coded = row.code !== '' && row.code === code ? 1 : 0;
  return shared === 0 && named + coded < 1 ? 0 : shared / row.cells.filter(Boolean).length + named + coded;
}

interface Columns {
  of(panel: number): TrueColumn[];
  /** The path of the column that it was read as. */
  path(column: TrueColumn): string | undefined;
}

/** Columns of the truth to those read: in their order, by the numbers that paired rows have in both. */
function columnsOf(table: TrueTable, pairs: readonly (readonly [TrueRow, ReadRow | undefined])[]): Columns {
  const panels = new Map<number, TrueColumn[]>();
  for (const column of table.columns) panels.set(column.panel ?? 0, [...(panels.get(column.panel ?? 0) ?? []), column]);
  const of = (panel: number): TrueColumn[] => panels.get(panel) ?? panels.get(0) ?? [];
  const paths = new Map<TrueColumn, string>();
  for (const panel of panels.keys()) {
    const own = pairs.filter(([row]) => row.panel === panel);
    const theirs = [...new Set(own.flatMap(([, other]) => other?.facts.map(({ column_path }) => column_path) ?? []))];
    const order = own.flatMap(([, other]) => (other ? [other.facts.map(({ column_path }) => column_path)] : []));
    theirs.sort((a, b) => Math.sign(order.reduce((sum, path) => sum + before(path, a, b), 0)));
    const columns = of(panel);
    const weight = (i: number, j: number): number =>
      own.filter(([row, other]) => other?.facts.some((fact) => fact.column_path === theirs[j] && plain(fact.raw) === plain(row.cells[i])))
        .length + (sameText(columns[i]!.path.join(' > '), theirs[j]!) ? 0.5 : 0);
    for (const [i, j] of align(columns.length, theirs.length, weight).entries()) paths.set(columns[i]!, theirs[j]!);
  }
  return { of, path: (column) => paths.get(column) };
}

function before(path: readonly string[], a: string, b: string): number {
  const [i, j] = [path.indexOf(a), path.indexOf(b)];
  return i < 0 || j < 0 ? 0 : i - j;
}

const sameText = (a: string, b: string): boolean => plain(a) === plain(b);

interface TrueNumber {
  table: TrueTable;
  row: TrueRow;
  column: TrueColumn;
  raw: string;
}

type Add = (aspect: string, expected: string, actual: string) => void;

function compareNumber({ table, row, column, raw }: TrueNumber, other: ReadRow, fact: FactRecord, truth: Truth, add: Add): void {
  const check = (aspect: string, accepted: readonly (string | null)[], actual: string | number | null): void => {
    if (!accepted.some((one) => plain(one) === plain(String(actual ?? '')))) add(aspect, accepted.join(' / '), String(actual ?? ''));
  };
  check('value', [raw], fact.raw);
  check('code', row.codeAccept ?? [row.code], fact.code);
  check('label', [row.label, ...(row.labelAlso ?? [])], fact.label);
  check('role', [row.role, ...(row.roleAlso ?? []), ...(row.roleAccept ?? [])], fact.row_role);
  check(
    'path',
    [column.path, ...(column.pathAlso ?? [])].map((path) => path.join(' > ')),
    fact.column_path,
  );
  check('table number', [table.number], fact.table_number);
  check('table title', [table.title, ...(table.titleAlso ?? [])], fact.table_title);
  check('unit', column.coordinates.unit === undefined ? [table.unit] : unitOf(column), fact.unit);
  compareParent(table, row, other, add);
  for (const name of COORDINATES) {
    const expected = expectedOf(name, table, row, column);
    if (expected) check(name, expected, known(fact[name]));
    else if (!SAID_BY_ALL.has(name) && !isNamed(name, fact[name], row)) check(name, [''], known(fact[name]));
  }
  const entity = expectedOf('entity', table, row, column) ?? ['', truth.entity.name];
  check('row_entity', entity, fact.row_entity);
}

/** A count is known by having no value in yuan; its column need not print a unit. */
const unitOf = ({ coordinates }: TrueColumn): string[] =>
  listOf(coordinates.unit).flatMap((unit) => (unit === 'count' ? [unit, ''] : [unit]));

/** What nobody said of a table is right as it is, for every number has some. */
const SAID_BY_ALL: ReadonlySet<string> = new Set(['vintage', 'component', 'period', 'stage']);

/** A sum of several views is none of the views that the truth knows. */
const known = (value: string | number | null): string | number | null => (value === 'several' ? null : value);

/** A code that is not printed is right where the label is the name of its subject. */
const isNamed = (name: string, code: string | number | null, { label }: TrueRow): boolean =>
  name.endsWith('_code') && code !== null && sameName(label, String(code));

function compareParent(table: TrueTable, row: TrueRow, { parent }: ReadRow, add: Add): void {
  const above: ParentRow | null = row.parentOutside ?? (row.parent === null ? null : table.rows[row.parent]!);
  const names = above ? [above.label, ...(above.labelAlso ?? [])] : [];
  const code = above?.code ?? '';
  const codes = [code, ...(above?.codeAccept ?? [])];
  const isSame =
    parent === null
      ? above === null
      : codes.some((one) => one === '' || one === parent.code) && names.some((name) => sameText(name, parent.label));
  if (!isSame) add('parent', `${code} ${names[0] ?? ''}`.trim(), parent ? `${parent.code} ${parent.label}`.trim() : '');
}

type ParentRow = Pick<TrueRow, 'label' | 'labelAlso' | 'codeAccept'> & { code?: string };

function documentDifferences({ entity }: Truth, { record }: ReadDocument): Difference[] {
  const said: readonly [aspect: string, accepted: readonly string[], actual: string | number | null | undefined][] = [
    ['document entity', [entity.name], record.entity_name],
    ['document scope', listOf(entity.scopeAccept ?? entity.scope), record.scope],
    ['document parent', listOf(entity.parent), record.parent_entity],
    ['document level', listOf(entity.level), record.level],
    ['document region', listOf(entity.region_code), record.region_code],
    ['document year', [String(entity.year)], record.year],
    ['document kind', [entity.kind], record.disclosure_kind],
  ];
  return said.flatMap(([aspect, accepted, actual]) =>
    accepted.some((one) => plain(one) === plain(String(actual ?? '')))
      ? []
      : [{ aspect, where: 'document', expected: accepted.join(' / '), actual: String(actual ?? ''), isSilent: true }],
  );
}
