import type { Finding } from '../../schemas/diagnostic.ts';
import { addAll } from '../model/add-all.ts';
import { at } from '../model/at.ts';
import type { SaidQuantity } from '../model/said.ts';
import { isSparse } from '../model/sparse.ts';
import type { PlacedTable } from '../model/tables.ts';
import { compareStatements } from '../prose/comparing/compare.ts';
import { comparableFacts } from '../prose/comparing/facts.ts';
import type { Declared } from './claims.ts';
import { fitOf, groupsOf, residualOf } from './identities/groups.ts';
import { DISCOVERED, IDENTITIES } from './identities/index.ts';
import { columnEquations, rowEquations } from './identities/slot-equations.ts';
import { lackingGroupTotals } from './lacking/groups.ts';
import { lackingIn } from './lacking/index.ts';
import type { ColumnGroup } from './ledger/identity.ts';
import { Ledger, type SlotEquation } from './ledger/ledger.ts';
import { perTable } from './ledger/per-table.ts';
import { factorOf, type ScaleSlip, scaleSlips } from './scales.ts';

/** What is found while identities are looked for. */
interface Notes {
  misfits: Set<string>;
  findings: Finding[];
}

/** Every equation that an identity makes of the tables, and which numbers of them the prose restates. Shared: nobody may change it. */
export function declare(tables: readonly PlacedTable[], statements: readonly SaidQuantity[]): Declared {
  const known = DECLARED.get(tables);
  if (known?.statements === statements) return known.declared;
  const declared = declaredOf(tables, statements);
  DECLARED.set(tables, { statements, declared });
  return declared;
}

/** After decisions that change no table the list of tables is the same object. */
const DECLARED = new WeakMap<readonly PlacedTable[], { statements: readonly SaidQuantity[]; declared: Declared }>();

function declaredOf(tables: readonly PlacedTable[], statements: readonly SaidQuantity[]): Declared {
  const notes: Notes = { misfits: new Set(), findings: [] };
  const ledger = new Ledger(tables);
  const equations = [...slotEquations(ledger, notes)];
  const agreements = compareStatements(statements, statements.length === 0 ? [] : comparableFacts(tables));
  const slips = scaleSlips(ledger, statements, agreements);
  const findings = [...notes.findings, ...lackingGroupTotals(ledger), ...slips.map((slip) => scaleDiffers(at(tables, slip.table), slip))];
  return { equations, agreements, misfits: [...notes.misfits], slips, findings };
}

function* slotEquations(ledger: Ledger, notes: Notes): Generator<SlotEquation> {
  for (const t of ledger.tables.keys()) {
    const { equations, misfits, findings } = declaredIn(ledger, t);
    for (const misfit of misfits) notes.misfits.add(misfit);
    addAll(notes.findings, findings);
    yield* equations;
  }
  for (const identity of IDENTITIES) yield* identity.document?.(ledger) ?? [];
  for (const t of ledger.tables.keys()) yield* discoveredIn(ledger, t);
}

/** What one table declares by itself, in its rows and columns. */
const declaredIn = perTable((ledger, t) => {
  const table = ledger.table(t);
  const notes: Notes = { misfits: new Set(), findings: isSparse(table) ? [sparse(table)] : lackingIn(ledger, t) };
  const equations: SlotEquation[] = [];
  const groups = groupsOf(table);
  for (const group of groups.columns) {
    if (isMisjudged(ledger, t, group)) noteMisjudged(ledger, t, group, notes);
    else addAll(equations, rowEquations(table, t, group));
  }
  for (const group of groups.rows) addAll(equations, columnEquations(ledger, t, group));
  return { ...notes, equations };
});

const discoveredIn = perTable((ledger, t): SlotEquation[] => {
  const table = ledger.table(t);
  const groups = isSparse(table) ? [] : DISCOVERED.flatMap((identity) => identity.columns?.(table) ?? []);
  return groups.flatMap((group) => rowEquations(table, t, group));
});

function scaleDiffers({ index, caption }: PlacedTable, slip: ScaleSlip): Finding {
  return {
    ruleId: 'table/scale-differs',
    tableIndex: index,
    places: caption.places.slice(0, 1),
    actual: factorOf(slip),
    expected: slip.against,
  };
}

function sparse({ index, items, columns, caption }: PlacedTable): Finding {
  const actual = `${items.length} × ${columns.length}`;
  return { ruleId: 'table/sparse', tableIndex: index, places: caption.places.slice(0, 1), actual };
}

/** The header was misjudged when its own identity fails in most rows; one damaged header is one finding, not fifty. */
function isMisjudged(ledger: Ledger, t: number, group: ColumnGroup): boolean {
  const fit = fitOf(ledger, t, group);
  return fit.broken >= 3 && fit.broken > fit.exact + fit.tail;
}

/** With an empty column among them it is that column's numbers that are missing, not the header that is wrong. */
function noteMisjudged(ledger: Ledger, t: number, group: ColumnGroup, { misfits, findings }: Notes): void {
  const table = ledger.table(t);
  const columns = [group.total, ...group.addends.map(({ column }) => column)];
  const filled = new Set(table.items.flatMap((row) => row.cells.map((cell) => cell.column)));
  const empty = columns.filter((column) => !filled.has(column));
  const lost = empty.length > 0 && residualsHaveOneSign(ledger, t, group) && !isShifted(ledger, t, group, empty);
  if (!lost) for (const column of columns) misfits.add(`${t}.${column}`);
  findings.push({
    ruleId: lost ? 'column/missing' : 'header/damaged',
    tableIndex: table.index,
    places: table.caption.places.slice(0, 1),
    actual: (lost ? empty : columns).map((column) => ledger.column(t, column).path.join(' > ')).join(' | '),
  });
}

/** What a lost column held is left over in all rows with the same sign, or it was the total's own. */
function residualsHaveOneSign(ledger: Ledger, t: number, group: ColumnGroup): boolean {
  const residuals = ledger
    .table(t)
    .items.map((row) => residualOf(ledger, t, row.index, group))
    .filter((residual) => residual !== 0n);
  return residuals.every((residual) => residual > 0n) || residuals.every((residual) => residual < 0n);
}

/** The numbers stand one column too far right: without a total, the first addend is the sum of the others. */
function isShifted(ledger: Ledger, t: number, group: ColumnGroup, empty: readonly number[]): boolean {
  const [first, ...others] = group.addends;
  if (!empty.includes(group.total) || !first || others.length === 0) return false;
  const fit = fitOf(ledger, t, { ...group, total: first.column, addends: others });
  return fit.exact + fit.tail > fit.broken;
}
