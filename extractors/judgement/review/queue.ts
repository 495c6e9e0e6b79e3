/**
 * Room: findings, equations and tables that were expected in, items for a person to look at out, in order; imports model, notation,
 * confidence, proof, schemas.
 */

import type { ExpectedTable } from '../../../schemas/report.ts';
import type { ReviewItem, ReviewKind } from '../../../schemas/review.ts';
import type { FactCell, Table, TableRow } from '../../../schemas/table.ts';
import { decimalsOf, fromScaled } from '../../notation/numbers.ts';
import type { ReconciledDocument } from '../../proof/evaluate.ts';
import type { Change } from '../../proof/explaining/changes.ts';
import { changedText } from '../../proof/explaining/edit-weights.ts';
import type { Explanation, WeighedRepair } from '../../proof/explaining/explain.ts';
import { MICRO } from '../../proof/ledger/ledger.ts';
import type { Evidence } from '../confidence/evidence.ts';
import type { MissingForm } from './missing-forms.ts';
import { scaleOf } from './repaired.ts';

interface Located {
  table: Table;
  row: TableRow;
  cell: FactCell;
}

type Draft = Omit<ReviewItem, 'itemId' | 'message'> & { stake: number };

const MAX_ALTERNATIVES = 8;
/** A repair that holds this share of the likelihood is proposed; others are questions. */
const SURE = 0.6;
/** Share of numbers with the same decimals in a table that prints them regularly. */
const REGULAR = 0.9;
const NOTHING = { factIds: [], places: [], actual: '', expected: '', residual: '', proposal: '', alternatives: [], moneyAtStake: '0' };

/** What a person should look at: one entry a failed equation, ambiguous row, unreadable number or missing table; gravest first. */
export function reviewQueue(
  document: ReconciledDocument,
  tables: readonly Table[],
  evidence: ReadonlyMap<string, Evidence>,
  absent: readonly ExpectedTable[],
  withoutForm: readonly MissingForm[],
): ReviewItem[] {
  const cells = new Map<string, Located>();
  for (const table of tables) for (const row of table.rows) for (const cell of row.cells) cells.set(cell.factId, { table, row, cell });
  const drafts = [
    ...document.explanations.map((explanation) => broken(explanation, cells, evidence, document, tables)),
    ...tables.flatMap((table) => headerDamage(table, evidence)),
    ...tables.flatMap((table) => table.rows.flatMap((row) => placement(table, row))),
    ...tables.flatMap((table) => table.rows.flatMap((row) => row.cells.flatMap((cell) => unreadable(table, row, cell, evidence)))),
    ...absent.map(missing),
    ...withoutForm.map(missingForm),
  ];
  drafts.sort((a, b) => b.stake * b.probability - a.stake * a.probability || b.probability - a.probability);
  return drafts.map(({ stake: _, ...draft }, i) => ({ itemId: `r${String(i + 1).padStart(3, '0')}`, message: '', ...draft }));
}

function broken(
  { equations, repairs, suspects }: Explanation,
  cells: ReadonlyMap<string, Located>,
  evidence: ReadonlyMap<string, Evidence>,
  document: ReconciledDocument,
  tables: readonly Table[],
): Draft {
  const first = equations[0]!;
  const total = cells.get(first.equation.terms[0]!.id);
  const table = total?.table;
  const prose = first.equation.scope === 'prose';
  const tail = equations.every(({ equation }) => equation.status === 'tail');
  const rowsMissing = !tail && (repairs[0]?.changes.some(({ kind }) => kind === 'row') ?? false);
  const proposals = repairs.map(({ changes }) => changes.map((change) => proposal(change, cells, tables)).join('; '));
  const proposed = repairs.length > 0 && repairs[0]!.probability >= SURE;
  const sum = describe(first.equation.terms.slice(1), cells, document);
  // What a sure repair changes is looked at first, else the total.
  const culprit = proposed ? cells.get(repairs[0]!.changes[0]!.facts[0]?.factId ?? '') : undefined;
  const left = total ? `${name(total)} ${total.cell.value}` : first.equation.terms[0]!.id;
  const blame = [
    ...new Set([...repairs.flatMap(({ changes }) => changes.flatMap(({ facts }) => facts.map(({ factId }) => factId))), ...suspects]),
  ];
  const terms = equations.flatMap(({ equation }) => equation.terms.map((term) => term.id));
  return {
    tableIndex: table?.index ?? null,
    tableTitle: table?.title ?? '',
    ruleId: prose ? 'statement/disagrees' : tail ? 'equation/tail' : rowsMissing ? 'equation/rows-missing' : 'equation/broken',
    kind: prose || tail ? 'source' : kindOf(repairs, cells, evidence),
    factIds: [...new Set([...blame, ...terms])].filter((id) => cells.has(id)),
    places: prose ? [...spoken(first.equation.terms, document), ...(total?.cell.places ?? [])] : ((culprit ?? total)?.cell.places ?? []),
    actual: prose ? `${sum}` : rowsMissing ? first.equation.residual : left,
    expected: prose ? left : sum,
    residual: first.equation.residual,
    proposal: proposed ? proposals[0]! : '',
    alternatives: proposals.slice(proposed ? 1 : 0, MAX_ALTERNATIVES).filter((text) => text !== ''),
    moneyAtStake: money(first.residual),
    probability: repairs.length > 0 ? 0.9 : 0.5,
    stake: Math.abs(Number(first.residual)) / 1e6,
  };
}

/** Where the prose says it: a disagreement is looked at beside the sentence. */
function spoken(terms: readonly { id: string }[], document: ReconciledDocument): ReviewItem['places'] {
  return terms.flatMap((term) => document.statements.find((statement) => statement.id === term.id)?.places ?? []);
}

function describe(
  terms: readonly { id: string; sign: number }[],
  cells: ReadonlyMap<string, Located>,
  document: ReconciledDocument,
): string {
  return terms
    .map((term, i) => {
      const located = cells.get(term.id);
      const statement = located ? undefined : document.statements.find((other) => other.id === term.id);
      const sign = term.sign > 0 ? '− ' : i > 0 ? '+ ' : '';
      if (located) return `${sign}${name(located)} ${located.cell.value}`;
      return statement ? `${statement.quote}` : term.id;
    })
    .join(' ');
}

function name({ table, row, cell }: Located): string {
  const column = table.columns[cell.column]!.path.join(' > ');
  return `${row.code ? `${row.code} ` : ''}${row.label || table.title}${column ? `〔${column}〕` : ''}`;
}

/** What would have to be printed instead, and where: `t7r24c3: 289.74 → 269.74`. Empty for a missing row: what it says is not known. */
function proposal({ kind, facts, slot, row: moved }: Change, cells: ReadonlyMap<string, Located>, tables: readonly Table[]): string {
  const located = facts.map(({ factId }) => cells.get(factId)).find((cell) => cell !== undefined);
  const row = slot && tables[slot.table]?.rows[slot.row];
  const columnName = (column: number): string => (slot && tables[slot.table]?.columns[column]?.path.join(' > ')) ?? '';
  switch (kind) {
    case 'value':
      return located ? rewritten(located, facts[0]!.delta!) : '';
    case 'move':
    case 'shift':
      return located
        ? `${facts.map(({ factId }) => factId).join(', ')}: ${columnName(located.cell.column)} → ${columnName(slot!.column)}`
        : '';
    case 'swap':
      return `${facts.map(({ factId }) => factId).join(', ')}: ↕`;
    case 'fill':
      return row ? `${rowName(row)}〔${columnName(slot.column)}〕: — → ?` : '';
    case 'uncounted':
      return moved ? `${rowName(tables[moved.table]!.rows[moved.row]!)} → —` : '';
    case 'nest':
      return row && moved ? `${rowName(tables[moved.table]!.rows[moved.row]!)} → ${rowName(row)}` : '';
    case 'row':
      return '';
  }
}

const rowName = ({ code, label }: TableRow): string => `${code ? `${code} ` : ''}${label}`;

/** With the decimals that it prints, or that the table prints regularly. */
function rewritten({ table, cell }: Located, delta: bigint): string {
  if (!cell.value) return '';
  return `${cell.factId}: ${cell.value} → ${changedText(cell.value, scaleOf(table.columns[cell.column]!), delta, usualDecimals(table) ?? 0)}`;
}

/** The decimals of nearly all numbers of the table; null where they differ. */
function usualDecimals(table: Table): number | null {
  const counts = table.rows.flatMap((row) => row.cells.flatMap(({ value }) => (value === null ? [] : [decimalsOf(value)])));
  const usual = Math.max(...counts);
  return counts.filter((decimals) => decimals === usual).length >= counts.length * REGULAR ? usual : null;
}

/**
 * misread: the printed form itself looks spoilt. placement, missing: numbers stand elsewhere, or are not there. Otherwise the
 * document contradicts itself as it is printed: source.
 */
function kindOf(
  repairs: readonly WeighedRepair[],
  cells: ReadonlyMap<string, Located>,
  evidence: ReadonlyMap<string, Evidence>,
): ReviewKind {
  const [change] = repairs[0]?.changes ?? [];
  if (!change) return 'source';
  if (change.kind === 'row' || change.kind === 'fill') return 'missing';
  if (change.kind === 'nest' || change.kind === 'uncounted') return 'source';
  if (change.kind !== 'value') return 'placement';
  const { factId } = change.facts[0]!;
  const located = cells.get(factId);
  if (!located?.cell.value) return 'source';
  const usual = usualDecimals(located.table);
  const irregular = usual !== null && decimalsOf(located.cell.value) !== usual;
  return evidence.get(factId)?.doubtful || irregular ? 'misread' : 'source';
}

/** One entry a table whose header cannot be trusted: cells that nothing else is held against. */
function headerDamage(table: Table, evidence: ReadonlyMap<string, Evidence>): Draft[] {
  const cells = table.rows.flatMap((row) =>
    row.cells.filter(({ factId }) => {
      const known = evidence.get(factId);
      return known?.headerUnsure && !known.doubtful && !known.contradicted && known.placement !== 'ambiguous';
    }),
  );
  if (cells.length === 0) return [];
  const columns = [...new Set(cells.map((cell) => cell.column))].map(
    (column) => table.columns[column]!.path.join(' > ') || `#${column + 1}`,
  );
  return [
    {
      ...NOTHING,
      tableIndex: table.index,
      tableTitle: table.title,
      ruleId: 'header/damaged',
      kind: 'header',
      factIds: cells.map((cell) => cell.factId),
      places: cells[0]!.places,
      actual: columns.join(' | '),
      moneyAtStake: cells.reduce((most, cell) => (Number(cell.valueYuan ?? 0) > Number(most) ? cell.valueYuan! : most), '0'),
      probability: 0.5,
      stake: cells.reduce((most, cell) => Math.max(most, Number(cell.valueYuan ?? 0)), 0),
    },
  ];
}

function placement(table: Table, row: TableRow): Draft[] {
  const open = row.cells.filter((cell) => cell.placementState === 'ambiguous');
  if (open.length === 0) return [];
  const names = (columns: readonly number[]) => columns.map((column) => table.columns[column]!.path.join(' > '));
  return [
    {
      ...NOTHING,
      tableIndex: table.index,
      tableTitle: table.title,
      ruleId: 'placement/ambiguous',
      kind: 'placement',
      factIds: open.map((cell) => cell.factId),
      places: open[0]!.places,
      actual: `${row.code ?? ''} ${row.label} ${row.cells.map((cell) => cell.raw).join(' ')}`.trim(),
      expected: names(open.map((cell) => cell.column)).join(' | '),
      alternatives: [...new Set(open.flatMap((cell) => names(cell.alternatives)))].slice(0, MAX_ALTERNATIVES),
      moneyAtStake: open.reduce((max, cell) => (Number(cell.valueYuan ?? 0) > Number(max) ? cell.valueYuan! : max), '0'),
      probability: 0.6,
      stake: open.reduce((max, cell) => Math.max(max, Number(cell.valueYuan ?? 0)), 0),
    },
  ];
}

function unreadable(table: Table, row: TableRow, cell: FactCell, evidence: ReadonlyMap<string, Evidence>): Draft[] {
  if (!evidence.get(cell.factId)?.doubtful) return [];
  if (cell.valueState === 'contradicted' || cell.placementState === 'ambiguous') return [];
  return [
    {
      ...NOTHING,
      tableIndex: table.index,
      tableTitle: table.title,
      ruleId: 'value/unreadable-number',
      kind: 'misread',
      factIds: [cell.factId],
      places: cell.places,
      actual: cell.raw,
      expected: `${row.label} ${table.columns[cell.column]!.path.join(' > ')}`,
      moneyAtStake: cell.valueYuan ?? '0',
      probability: 0.8,
      stake: Number(cell.valueYuan ?? 0),
    },
  ];
}

function missing(entry: ExpectedTable): Draft {
  return {
    ...NOTHING,
    tableIndex: null,
    tableTitle: entry.title,
    ruleId: 'document/table-missing',
    kind: 'missing',
    places: entry.places,
    expected: entry.title,
    probability: 0.5,
    stake: 1,
  };
}

function missingForm({ table, row }: MissingForm): Draft {
  const cell = row.cells[0];
  return {
    ...missing({ number: table.number, title: table.title, found: true, tableIndex: table.index, places: row.places.slice(0, 1) }),
    tableIndex: table.index,
    ruleId: 'form/project-missing',
    factIds: row.cells.map(({ factId }) => factId),
    expected: row.label,
    moneyAtStake: cell?.valueYuan ?? '0',
    probability: 0.3,
  };
}

function money(residual: bigint): string {
  const text = fromScaled(residual < 0n ? -residual : residual, MICRO);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
