import { at } from '../../model/at.ts';
import type { PlacedRow } from '../../model/tables.ts';
import type { ColumnGroup } from '../ledger/identity.ts';
import { judge, type Ledger } from '../ledger/ledger.ts';
import { BROKEN, LEVELS, MAX_KEPT, MAX_NODES, TAIL } from './settings.ts';

/** One way to put a row's numbers into columns, in their order. `vector` holds the amounts of all columns of the table. */
export interface Placement {
  columns: number[];
  vector: bigint[];
  cost: number;
}

/**
 * The columns that the numbers of a row may stand in: those of money, where it prints percentages those of percentages, too, and where
 * that is too few those of counts.
 */
export function columnsFor(ledger: Ledger, t: number, row: PlacedRow): readonly number[] {
  const money = ledger.moneyColumnsOfPanel(t, row.panel);
  const hasPercents = row.cells.some(({ percent }) => percent);
  if (!hasPercents && row.cells.length <= money.length) return money;
  const all = ledger.table(t).panels[row.panel]?.values ?? [];
  const isLikely = (column: number): boolean => money.includes(column) || ledger.column(t, column).type === 'percent';
  const likely = hasPercents ? all.filter(isLikely) : money;
  return row.cells.length > likely.length ? [...all] : likely;
}

/**
 * The order-preserving placements of a row's numbers that break the fewest of the row's own identities, found column by column
 * from the left; an identity is judged as soon as its last column is decided. Nothing is pruned by size, because amounts can be
 * negative. null when there are too many to look at, or more numbers than columns.
 */
export function placementsOf(
  ledger: Ledger,
  t: number,
  row: PlacedRow,
  columns: readonly number[],
  groups: readonly ColumnGroup[],
): Placement[] | null {
  const amounts = row.cells.map((cell) => ({ amount: ledger.scaled(cell, t, null) ?? 0n, percent: cell.percent }));
  if (amounts.length > columns.length) return null;
  const search = new Search(amounts, columns, ledger.table(t).columns, groups, ledger.unitOf(t));
  for (const level of LEVELS) {
    const found = search.run(level);
    if (found === null) return null;
    if (found.length > 0) return found;
  }
  return search.run(Number.POSITIVE_INFINITY);
}

/** Where the numbers of a row stand that has not lost its columns. */
export function printedPlacement(ledger: Ledger, t: number, row: PlacedRow): Placement {
  const vector = new Array<bigint>(ledger.table(t).columns.length).fill(0n);
  const columns: number[] = [];
  for (const cell of row.cells) {
    if (cell.column === null) continue;
    columns.push(cell.column);
    vector[cell.column] = ledger.scaled(cell, t, cell.column) ?? 0n;
  }
  return { columns, vector, cost: 0 };
}

/**
 * Whether a number of the row may be missing: it leaves columns blank, and in every placement one of its own identities breaks. Such
 * blanks are no zeros: what they are compared with says nothing of other rows.
 */
export function mayLack(placements: readonly Placement[], columns: number): boolean {
  return placements.every((placement) => placement.cost >= BROKEN && placement.columns.length < columns);
}

/** A column to be filled or left blank, and the identities that are decided with it. */
interface Step {
  column: number;
  closing: ColumnGroup[];
}

class Search {
  private readonly vector: bigint[];
  private readonly filled: boolean[];
  private readonly steps: readonly Step[];
  private readonly chosen: number[] = [];
  private found: Placement[] = [];
  private nodes = 0;

  constructor(
    private readonly amounts: readonly { amount: bigint; percent: boolean }[],
    columns: readonly number[],
    private readonly all: readonly { type: string }[],
    groups: readonly ColumnGroup[],
    private readonly u: bigint,
  ) {
    this.vector = new Array(all.length).fill(0n);
    this.filled = new Array(all.length).fill(false);
    const position = new Map(columns.map((column, i) => [column, i]));
    this.steps = columns.map((column) => ({ column, closing: [] }));
    for (const group of groups) {
      const columns = [group.total, ...group.addends.map((addend) => addend.column)];
      const last = columns.reduce((most, column) => Math.max(most, position.get(column) ?? 0), 0);
      this.steps[last]?.closing.push(group);
    }
  }

  run(bound: number): Placement[] | null {
    this.found = [];
    this.nodes = 0;
    this.visit(0, 0, bound);
    return this.nodes > MAX_NODES ? null : this.found;
  }

  private visit(i: number, cost: number, bound: number): void {
    if (++this.nodes > MAX_NODES || this.found.length > MAX_KEPT) return;
    const step = this.steps[i];
    if (!step) {
      this.found.push({ columns: [...this.chosen], vector: [...this.vector], cost });
      return;
    }
    const { column } = step;
    const left = this.amounts.length - this.chosen.length;
    const next = this.amounts[this.chosen.length];
    if (next !== undefined && this.fits(next.percent, column)) {
      this.vector[column] = next.percent ? 0n : next.amount;
      this.filled[column] = true;
      this.chosen.push(column);
      this.close(step, i, cost, bound);
      this.chosen.pop();
      this.vector[column] = 0n;
      this.filled[column] = false;
    }
    if (this.steps.length - i > left) this.close(step, i, cost, bound);
  }

  /** A percentage stands below no other head; a number without its sign may be one. */
  private fits(percent: boolean, column: number): boolean {
    return !percent || this.all[column]?.type === 'percent';
  }

  private close({ closing }: Step, i: number, cost: number, bound: number): void {
    let total = cost;
    for (const group of closing) total += this.costOf(group);
    if (total <= bound) this.visit(i + 1, total, bound);
  }

  private costOf(group: ColumnGroup): number {
    let residual = at(this.vector, group.total);
    let addends = 0;
    for (const { column, sign } of group.addends) {
      if (!this.filled[column]) continue;
      const amount = at(this.vector, column);
      residual = sign > 0 ? residual - amount : residual + amount;
      addends++;
    }
    if (residual === 0n) return 0;
    return judge(residual, addends, this.u) === 'tail' ? TAIL : BROKEN;
  }
}
