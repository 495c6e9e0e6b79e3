import type { PlacedRow } from '../../model/tables.ts';
import type { Ledger, Slot } from '../ledger/ledger.ts';
import { blankNode, combined, type Effect, type EquationGraph } from './equation-graph.ts';

/**
 * One slip that would explain broken equations. value: a number was misread or misprinted. fill: a number that belongs into a
 * blank place was lost. move: a number stands in the wrong column. shift: a run of numbers, of one row or below each
 * other in one sum, stands a column off.
 * swap: two rows stand under each other's labels. row: a row that a total counts is not there. nest: a row is counted in another
 * sum than the one it is printed below. uncounted: a row that its total leaves out.
 */
export type ChangeKind = 'value' | 'fill' | 'move' | 'shift' | 'swap' | 'row' | 'nest' | 'uncounted';

export interface Change {
  kind: ChangeKind;
  /** Tells changes apart; two changes with one key are the same. */
  key: string;
  /** The numbers that are not what or where they should be; `delta` (10^-6 元) for those whose digits change. */
  facts: { factId: string; delta: bigint | null }[];
  effects: Effect[];
  /** Where the number or row belongs; for a row that another sum counts, that sum's total. */
  slot: Slot | null;
  /** The row that another sum counts, or none. */
  row?: Slot;
}

/** A number taken as misread: `delta` makes the equation exact. */
export function valueChange(graph: EquationGraph, factId: string, delta: bigint): Change {
  const effects = graph.effectsOf(factId, delta);
  return { kind: 'value', key: `${factId}|${delta}`, facts: [{ factId, delta }], effects, slot: null };
}

/** A blank place filled so that the equation becomes exact. */
export function fillChange(graph: EquationGraph, slot: Slot, equation: number): Change {
  const node = blankNode(slot);
  const delta = graph.mending(node, equation);
  return { kind: 'fill', key: `${node}|${delta}`, facts: [], effects: graph.effectsOf(node, delta), slot };
}

/** The sum of rows whose total is more than its addends, as when a row is missing; the same in all columns. null for others. */
export function lackingSum(graph: EquationGraph, equation: number): string | null {
  const { equation: own, slots } = graph.equations[equation]!;
  const [total] = slots;
  if (own.scope !== 'column' || total?.sign !== 1 || graph.residual(equation) < 0n) return null;
  return `${own.identity}|${total.table}.${total.row}`;
}

/** A row that is missing below this equation's total: it would mend all broken equations of the same sum at once. */
export function rowChange(graph: EquationGraph, equation: number, open: readonly number[]): Change | null {
  const sum = lackingSum(graph, equation);
  if (sum === null) return null;
  const columns = open.filter((i) => lackingSum(graph, i) === sum);
  const effects = columns.map((i): Effect => ({ equation: i, delta: -graph.residual(i) }));
  const key = `row|${sum}|${columns.map((i) => graph.residual(i)).join()}`;
  return { kind: 'row', key, facts: [], effects, slot: graph.equations[equation]!.slots[0]! };
}

/** An addend that its total leaves out in every column: without it all broken equations of the sum hold. */
export function uncountedChanges(graph: EquationGraph, ledger: Ledger, broken: readonly number[]): Change[] {
  const first = new Set<string>();
  return broken.flatMap((equation): Change[] => {
    const { equation: own, slots } = graph.equations[equation]!;
    const [total] = slots;
    const key = total && `${own.identity}|${total.table}.${total.row}`;
    if (own.scope !== 'column' || total?.sign !== 1 || graph.residual(equation) >= 0n || first.has(key!)) return [];
    first.add(key!);
    const columns = broken.filter((i) => {
      const [other] = graph.equations[i]!.slots;
      return graph.equations[i]!.equation.identity === own.identity && other?.table === total.table && other.row === total.row;
    });
    return slots.slice(1).flatMap((slot): Change[] => {
      const effects = columns.flatMap((i): Effect[] => {
        const amount = ledger.amount({ ...slot, column: graph.equations[i]!.slots[0]!.column });
        return amount === null ? [] : [{ equation: i, delta: amount }];
      });
      if (effects.length < columns.length || graph.mended(effects).length < columns.length) return [];
      return [{ kind: 'uncounted', key: `uncounted|${slot.table}.${slot.row}`, facts: [], effects, slot: total, row: slot }];
    });
  });
}

/**
 * An addend of one sum that another sum of the table counts instead: with it in the other sum, both are exact in every column.
 */
export function nestChanges(graph: EquationGraph, ledger: Ledger, broken: readonly number[]): Change[] {
  const sums = new Map<string, number[]>();
  for (const equation of broken) {
    const { equation: own, slots } = graph.equations[equation]!;
    if (own.scope !== 'column' || slots[0]?.sign !== 1) continue;
    const key = `${own.identity}|${slots[0].table}.${slots[0].row}`;
    sums.set(key, [...(sums.get(key) ?? []), equation]);
  }
  const groups = [...sums.values()];
  return groups.flatMap((from) => groups.flatMap((to) => (from === to ? [] : nestBetween(graph, ledger, from, to))));
}

function nestBetween(graph: EquationGraph, ledger: Ledger, from: readonly number[], to: readonly number[]): Change[] {
  const [source, target] = [graph.equations[from[0]!]!, graph.equations[to[0]!]!];
  const [total, other] = [source.slots[0]!, target.slots[0]!];
  if (total.table !== other.table) return [];
  return source.slots.slice(1).flatMap((slot): Change[] => {
    const amountIn = (equation: number): bigint | null => {
      const { column } = graph.equations[equation]!.slots[0]!;
      return ledger.amount({ ...slot, column });
    };
    const fits =
      from.every((equation) => amountIn(equation) === -graph.residual(equation)) &&
      to.every((equation) => amountIn(equation) === graph.residual(equation)) &&
      from.length === to.length;
    if (!fits) return [];
    const effects = [...from, ...to].map((equation): Effect => ({ equation, delta: -graph.residual(equation) }));
    return [{ kind: 'nest', key: `nest|${slot.table}.${slot.row}|${other.row}`, facts: [], effects, slot: other, row: slot }];
  });
}

/**
 * Neighbouring addends of one sum that stand in another column together with their own parts: the same amount is missing from
 * one column of the sum and too much in another.
 */
export function blockMoves(graph: EquationGraph, ledger: Ledger, broken: readonly number[]): Change[] {
  const changes: Change[] = [];
  for (const from of broken) {
    for (const to of broken) {
      const [source, target] = [graph.equations[from]!, graph.equations[to]!];
      const surplus = graph.residual(from);
      if (from === to || source.equation.scope !== 'column' || surplus !== -graph.residual(to)) continue;
      const [first, other] = [totalOf(source), totalOf(target)];
      if (source.equation.identity !== target.equation.identity || first.table !== other.table || first.row !== other.row) continue;
      const addends = source.slots
        .filter(({ sign }) => sign < 0)
        .sort((a, b) => a.row - b.row)
        .map((slot): Placed => ({ factId: ledger.cell(slot)!.id, slot, amount: ledger.amount(slot)! }))
        .filter(({ slot }) => ledger.amount({ ...slot, column: other.column }) === null);
      const run = runOf(addends, -surplus);
      if (!run || run.length < 2) continue;
      const moved = [...run, ...run.flatMap((cell) => partsOf(ledger, cell, other.column))];
      const effects = combined(moved.flatMap((cell) => carry(graph, cell, other.column)));
      const facts = moved.map(({ factId }) => ({ factId, delta: null }));
      changes.push({ kind: 'shift', key: `block|${from}|${to}`, facts, effects, slot: { ...first, column: other.column } });
    }
  }
  return changes;
}

/** What stands in the same column in the rows below this one, down to the last level. */
function partsOf(ledger: Ledger, { slot }: Placed, column: number): Placed[] {
  const { items } = ledger.tables[slot.table]!;
  return items
    .filter(({ parent }) => parent === slot.row)
    .flatMap((row): Placed[] => {
      const own = { ...slot, row: row.index };
      const [cell, amount] = [ledger.cell(own), ledger.amount(own)];
      const free = ledger.amount({ ...own, column }) === null;
      const here = cell && amount !== null && free ? [{ factId: cell.id, slot: own, amount }] : [];
      return [...here, ...partsOf(ledger, { factId: '', slot: own, amount: 0n }, column)];
    });
}

function totalOf({ slots, blanks }: EquationGraph['equations'][number]): Slot {
  return [...slots, ...blanks].find(({ sign }) => sign > 0)!;
}

/** The only run of neighbours with this sum; null where there is none or more than one. */
function runOf(cells: readonly Placed[], sum: bigint): Placed[] | null {
  let found: Placed[] | null = null;
  for (let from = 0; from < cells.length; from++) {
    let rest = sum;
    for (let to = from; to < cells.length; to++) {
      rest -= cells[to]!.amount;
      if (rest !== 0n) continue;
      if (found) return null;
      found = cells.slice(from, to + 1);
    }
  }
  return found;
}

/** Numbers of this row in another column, or under another row's label: what does not depend on the size of a residual. */
export function rowMoves(graph: EquationGraph, ledger: Ledger, table: number, row: PlacedRow): Change[] {
  return [...cellMoves(graph, ledger, table, row), ...shifts(graph, ledger, table, row), ...swaps(graph, ledger, table, row)];
}

interface Placed {
  factId: string;
  slot: Slot;
  amount: bigint;
}

function placedCells(ledger: Ledger, table: number, row: PlacedRow): Placed[] {
  return row.cells
    .flatMap(({ id, column }): Placed[] => {
      if (column === null) return [];
      const slot = { table, row: row.index, column };
      const amount = ledger.amount(slot);
      return amount === null || amount === 0n ? [] : [{ factId: id, slot, amount }];
    })
    .sort((a, b) => a.slot.column - b.slot.column);
}

/** Money columns of the row's panel in printed order. */
function columnsOf(ledger: Ledger, table: number, row: PlacedRow): number[] {
  return (ledger.tables[table]!.panels[row.panel]?.values ?? []).filter((column) => ledger.isMoney(table, column));
}

function carry(graph: EquationGraph, { factId, slot, amount }: Placed, column: number): Effect[] {
  return [...graph.effectsOf(factId, -amount), ...graph.effectsOf(blankNode({ ...slot, column }), amount)];
}

function cellMoves(graph: EquationGraph, ledger: Ledger, table: number, row: PlacedRow): Change[] {
  const cells = placedCells(ledger, table, row);
  const taken = new Set(row.cells.map(({ column }) => column));
  return cells.flatMap((cell) =>
    columnsOf(ledger, table, row)
      .filter((column) => !taken.has(column))
      .map(
        (column): Change => ({
          kind: 'move',
          key: `${cell.factId}>${column}`,
          facts: [{ factId: cell.factId, delta: null }],
          effects: combined(carry(graph, cell, column)),
          slot: { ...cell.slot, column },
        }),
      ),
  );
}

function shifts(graph: EquationGraph, ledger: Ledger, table: number, row: PlacedRow): Change[] {
  const columns = columnsOf(ledger, table, row);
  const cells = placedCells(ledger, table, row).filter(({ slot }) => columns.includes(slot.column));
  const changes: Change[] = [];
  for (const step of [-1, 1]) {
    for (let from = 0; from < cells.length - 1; from++) {
      const run = cells.slice(from);
      const targets = run.map(({ slot }) => columns[columns.indexOf(slot.column) + step]);
      const kept = cells.slice(0, from).map(({ slot }) => slot.column);
      if (targets.some((column) => column === undefined || kept.includes(column))) continue;
      changes.push(rearranged(graph, 'shift', `${run[0]!.factId}>>${step}`, run, targets as number[]));
    }
  }
  return changes;
}

/** Each number of the run stands in its target column instead. */
function rearranged(graph: EquationGraph, kind: ChangeKind, key: string, run: readonly Placed[], targets: readonly number[]): Change {
  const byColumn = new Map(run.map((cell) => [cell.slot.column, cell]));
  const effects = run.flatMap((cell, i): Effect[] => {
    const target = targets[i]!;
    const there = byColumn.get(target);
    const node = there?.factId ?? blankNode({ ...cell.slot, column: target });
    return [...graph.effectsOf(cell.factId, -cell.amount), ...graph.effectsOf(node, cell.amount)];
  });
  return {
    kind,
    key,
    facts: run.map(({ factId }) => ({ factId, delta: null })),
    effects: combined(effects),
    slot: { ...run[0]!.slot, column: targets[0]! },
  };
}

/** The row's numbers and those of the next row below in the same columns. */
function swaps(graph: EquationGraph, ledger: Ledger, table: number, row: PlacedRow): Change[] {
  const next = ledger.tables[table]!.items[row.index + 1];
  if (!next || next.panel !== row.panel) return [];
  const above = placedCells(ledger, table, row);
  const below = placedCells(ledger, table, next);
  const differing = [...above, ...below].filter(({ slot, amount }) => {
    const other = ledger.amount({ ...slot, row: slot.row === row.index ? next.index : row.index });
    return other !== amount;
  });
  if (differing.length === 0) return [];
  const effects = differing.flatMap(({ factId, slot, amount }): Effect[] => {
    const target = { ...slot, row: slot.row === row.index ? next.index : row.index };
    const node = ledger.cell(target)?.id ?? blankNode(target);
    return [...graph.effectsOf(factId, -amount), ...graph.effectsOf(node, amount)];
  });
  const facts = differing.map(({ factId }) => ({ factId, delta: null }));
  return [
    { kind: 'swap', key: `swap|${table}.${row.index}`, facts, effects: combined(effects), slot: { table, row: row.index, column: 0 } },
  ];
}
