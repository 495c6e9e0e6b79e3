/**
 * Explanations, findings and public tables in; what a person should look at, gravest first, out; imports schemas, model,
 * notation, proof, confidence.
 */
import type { ExpectedTable } from '../../../schemas/report.ts';
import { ruleOf } from '../../../schemas/rules/index.ts';
import type { FactCell, Table, TableRow } from '../../../schemas/table.ts';
import { at } from '../../model/at.ts';
import type { SaidQuantity } from '../../model/said.ts';
import type { PlacedTable } from '../../model/tables.ts';
import type { Explanation } from '../../proof/explaining/explain.ts';
import type { Proof } from '../../proof/proof.ts';
import type { Evidence } from '../confidence/evidence.ts';
import { brokenDraft } from './broken.ts';
import { columnName, type Draft, type Located, mostYuan, NOTHING, type ReviewEntry } from './draft.ts';
import { mergedByCause } from './merging.ts';
import type { MissingForm } from './missing-forms.ts';
import { MAX_ALTERNATIVES, PROBABILITY } from './settings.ts';

/** What a person should look at: one entry a cause: a failed equation, ambiguous row, unreadable number or missing table; gravest first. */
export function reviewQueue(
  document: Pick<Proof, 'tables' | 'explanations'> & { statements: readonly SaidQuantity[] },
  tables: readonly Table[],
  evidence: ReadonlyMap<string, Evidence>,
  absent: readonly ExpectedTable[],
  withoutForm: readonly MissingForm[],
): ReviewEntry[] {
  const cells = new Map<string, Located>();
  const named = namedIn(document.explanations);
  for (const table of tables)
    for (const row of table.rows) for (const cell of row.cells) if (named.has(cell.factId)) cells.set(cell.factId, { table, row, cell });
  const statements = new Map(document.statements.map((statement) => [statement.id, statement]));
  const drafts = [
    ...document.explanations.map((explanation) => brokenDraft(explanation, { statements, tables, cells, evidence })),
    ...tables.flatMap((table) => headerDamage(table, evidence)),
    ...tables.flatMap((table, i) => unseen(table, doubtsIn(at(document.tables, i)))),
    ...tables.flatMap((table) => table.rows.flatMap((row) => placement(table, row))),
    ...tables.flatMap((table, i) => unreadable(table, doubtsIn(at(document.tables, i)), evidence)),
    ...absent.map(missing),
    ...withoutForm.map(missingForm),
  ];
  drafts.sort((a, b) => b.stake * b.probability - a.stake * a.probability || b.probability - a.probability);
  return mergedByCause(drafts).map(({ stake: _, ...entry }) => entry);
}

/** The facts that explanations speak of: few among all. */
function namedIn(explanations: readonly Explanation[]): Set<string> {
  const named = new Set<string>();
  for (const { equations, repairs, suspects } of explanations) {
    for (const { equation } of equations) for (const { id } of equation.terms) named.add(id);
    for (const { changes } of repairs) for (const { facts } of changes) for (const { factId } of facts) named.add(factId);
    for (const id of suspects) named.add(id);
  }
  return named;
}

/** One entry a table whose header cannot be trusted: cells that nothing else is held against. */
function headerDamage(table: Table, evidence: ReadonlyMap<string, Evidence>): Draft[] {
  const cells: FactCell[] = [];
  for (const row of table.rows) {
    for (const cell of row.cells) {
      const known = evidence.get(cell.factId);
      if (known?.headerUnsure && !known.doubtful && !known.contradicted && known.placement !== 'ambiguous') cells.push(cell);
    }
  }
  const [first] = cells;
  if (!first) return [];
  const moneyAtStake = mostYuan(cells);
  const columns = [...new Set(cells.map((cell) => cell.column))].map((column) => columnName(table, column) || `#${column + 1}`);
  return [
    {
      ...NOTHING,
      tableIndex: table.index,
      tableTitle: table.title,
      ruleId: 'header/damaged',
      kind: 'header',
      factIds: cells.map((cell) => cell.factId),
      places: first.places,
      actual: columns.join(' | '),
      moneyAtStake,
      probability: PROBABILITY.header,
      stake: Number(moneyAtStake),
    },
  ];
}

/** By fact id, the rule that says why what was read may not be what a reader sees. */
function doubtsIn(table: PlacedTable): ReadonlyMap<string, string> {
  const known =
    DOUBTS.get(table) ??
    new Map(table.items.flatMap(({ cells }) => cells.flatMap(({ id, doubt }) => (doubt === null ? [] : [[id, doubt] as const]))));
  DOUBTS.set(table, known);
  return known;
}

const DOUBTS = new WeakMap<PlacedTable, ReadonlyMap<string, string>>();

/** One entry a table and rule: numbers that a reader of the page may not see as they were read. */
function unseen(table: Table, doubts: ReadonlyMap<string, string>): Draft[] {
  if (doubts.size === 0) return [];
  const all = table.rows.flatMap((row) => row.cells);
  return [...new Set(doubts.values())].flatMap((ruleId) => {
    const cells = all.filter(({ factId }) => doubts.get(factId) === ruleId);
    if (cells.length === 0) return [];
    const moneyAtStake = mostYuan(cells);
    return [
      {
        ...NOTHING,
        tableIndex: table.index,
        tableTitle: table.title,
        ruleId,
        kind: ruleOf(ruleId)?.kind ?? 'misread',
        factIds: cells.map(({ factId }) => factId),
        places: cells.flatMap(({ places }) => places.slice(0, 1)),
        actual: [...new Set(cells.flatMap(({ places }) => places.map(({ page }) => page)))].join(', '),
        moneyAtStake,
        probability: PROBABILITY.unseen,
        stake: Number(moneyAtStake),
      },
    ];
  });
}

function placement(table: Table, row: TableRow): Draft[] {
  const first = row.cells.find((cell) => cell.placementState === 'ambiguous');
  if (!first) return [];
  const open = row.cells.filter((cell) => cell.placementState === 'ambiguous');
  const moneyAtStake = mostYuan(open);
  const names = (columns: readonly number[]) => columns.map((column) => columnName(table, column));
  return [
    {
      ...NOTHING,
      tableIndex: table.index,
      tableTitle: table.title,
      ruleId: 'placement/ambiguous',
      kind: 'placement',
      factIds: open.map((cell) => cell.factId),
      places: first.places,
      actual: `${row.code ?? ''} ${row.label} ${row.cells.map((cell) => cell.raw).join(' ')}`.trim(),
      expected: names(open.map((cell) => cell.column)).join(' | '),
      alternatives: [...new Set(open.flatMap((cell) => names(cell.alternatives)))].slice(0, MAX_ALTERNATIVES),
      moneyAtStake,
      probability: PROBABILITY.ambiguous,
      stake: Number(moneyAtStake),
    },
  ];
}

/** Numbers that could only be guessed at. `doubts`: facts of which another entry says why. */
function unreadable(table: Table, doubts: ReadonlyMap<string, string>, evidence: ReadonlyMap<string, Evidence>): Draft[] {
  const drafts: Draft[] = [];
  for (const row of table.rows) {
    for (const cell of row.cells) {
      if (!evidence.get(cell.factId)?.doubtful || doubts.has(cell.factId)) continue;
      if (cell.valueState === 'contradicted' || cell.placementState === 'ambiguous') continue;
      drafts.push(unreadableNumber(table, row, cell));
    }
  }
  return drafts;
}

function unreadableNumber(table: Table, row: TableRow, cell: FactCell): Draft {
  return {
    ...NOTHING,
    tableIndex: table.index,
    tableTitle: table.title,
    ruleId: 'value/unreadable-number',
    kind: 'misread',
    factIds: [cell.factId],
    places: cell.places,
    actual: cell.raw,
    expected: `${row.label} ${columnName(table, cell.column)}`,
    moneyAtStake: cell.valueYuan ?? '0',
    probability: PROBABILITY.unreadable,
    stake: Number(cell.valueYuan ?? 0),
  };
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
    probability: PROBABILITY.missingTable,
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
    probability: PROBABILITY.missingForm,
  };
}
