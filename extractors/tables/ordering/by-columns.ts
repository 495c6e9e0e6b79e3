import { at } from '../../model/at.ts';
import { parseNumber, toScaled } from '../../notation/numbers.ts';
import { isTotalLabel } from '../../notation/roles.ts';
import type { RowKey } from './keys.ts';
import type { Piece } from './piece.ts';
import { DECIMALS, LEAST_STACKED, MOST_COLUMN_STEPS, MOST_TAIL, MOST_UNCODED } from './settings.ts';

/** A row with the rows that it is the sum of, by their position. */
interface Node {
  row: number;
  children: Node[];
}

/**
 * The amounts of each row where a page prints column after column, empty cells left out: each column is the total and, for every row that it
 * fills, the amounts of the rows that make it up, in the order of the rows. null where the amounts do not stand below each other, the rows have no
 * total and codes, or no columns add up. Of several ways the first one is taken in which `addsUp` holds for each row, too, or else the first.
 */
export function dealtByColumns(
  keys: readonly RowKey[],
  amounts: readonly Piece[],
  addsUp: (row: readonly bigint[]) => boolean,
): Piece[][] | null {
  const stacked = amounts.filter(({ stacked: isBelow }) => isBelow).length;
  if (stacked < LEAST_STACKED * amounts.length || amounts.some(({ page }) => page !== amounts[0]?.page)) return null;
  const root = treeOf(keys);
  if (!root || amounts.length <= keys.length) return null;
  const values = amounts.map(({ text }) => toScaled(parseNumber(text)?.value ?? '0', DECIMALS));
  if (values.some((value) => value < 0n)) return null;
  for (const tail of [0n, BigInt(MOST_TAIL) * unitOf(amounts)]) {
    const columns = new Columns(root, values, tail, addsUp).solve();
    if (columns) return keys.map((_, row) => columns.flatMap((column) => (column.has(row) ? [at(amounts, column.get(row) ?? 0)] : [])));
  }
  return null;
}

/** One of the last decimal. */
function unitOf(amounts: readonly Piece[]): bigint {
  const decimals = Math.max(...amounts.map(({ text }) => /\.(\d+)$/.exec(text)?.[1]?.length ?? 0));
  return 10n ** BigInt(DECIMALS - Math.min(DECIMALS, decimals));
}

/** The row of the total above those with codes, each below the one whose code its own begins with; null without a total or without codes. */
function treeOf(keys: readonly RowKey[]): Node | null {
  const codes = keys.map(({ pieces }) =>
    pieces
      .filter(({ kind }) => kind === 'code' || kind === 'part')
      .map(({ text }) => text)
      .join(''),
  );
  const total = keys.findIndex(({ pieces }, i) => codes[i] === '' && isTotalLabel(pieces.map(({ text }) => text).join('')));
  const isNameless = (code: string, i: number): boolean => i !== total && code === '';
  if (total !== 0 || codes.filter(isNameless).length > MOST_UNCODED) return null;
  const root: Node = { row: 0, children: [] };
  const open: { code: string; node: Node }[] = [{ code: '', node: root }];
  for (const [i, code] of codes.entries()) {
    if (code === '') continue;
    while (!code.startsWith(at(open, open.length - 1).code) || code === at(open, open.length - 1).code) open.pop();
    const node: Node = { row: i, children: [] };
    at(open, open.length - 1).node.children.push(node);
    open.push({ code, node });
  }
  return root.children.length > 0 ? root : null;
}

/** Depth first, the rows in their order: each is filled or left out, and what stands below it adds up to it. */
class Columns {
  #steps = 0;
  readonly #columns: Map<number, number>[] = [];
  #first: ReadonlyMap<number, number>[] | null = null;

  constructor(
    private readonly root: Node,
    private readonly values: readonly bigint[],
    private readonly tail: bigint,
    private readonly addsUp: (row: readonly bigint[]) => boolean,
  ) {}

  /** By row of each column the position of its amount; null where none add up, or too many are to be tried. */
  solve(): readonly ReadonlyMap<number, number>[] | null {
    return this.#column(0) ? this.#columns : this.#first;
  }

  /** All columns from an amount on, until none is left. */
  #column(from: number): boolean {
    if (from === this.values.length) return this.#isWhole();
    const column = new Map([[this.root.row, from]]);
    this.#columns.push(column);
    if (this.#fill(this.root.children, 0, from + 1, at(this.values, from), column, (next) => this.#column(next))) return true;
    this.#columns.pop();
    return false;
  }

  /** All amounts stand in columns; whether those of each row add up. */
  #isWhole(): boolean {
    this.#first ??= this.#columns.map((column) => new Map(column));
    const rows = new Map<number, bigint[]>();
    for (const column of this.#columns)
      for (const [row, position] of column) rows.set(row, [...(rows.get(row) ?? []), at(this.values, position)]);
    return [...rows.values()].every(this.addsUp);
  }

  /** The rows from one on, whose sum is `left`; `goOn` with the amount behind them. */
  #fill(
    nodes: readonly Node[],
    k: number,
    next: number,
    left: bigint,
    column: Map<number, number>,
    goOn: (next: number) => boolean,
  ): boolean {
    if (this.#steps++ > MOST_COLUMN_STEPS) return false;
    const node = nodes[k];
    if (!node) return left <= this.tail && -left <= this.tail && goOn(next);
    const value = this.values[next];
    if (value !== undefined && value <= left + this.tail && this.#isWithinFirst(node.row, value)) {
      column.set(node.row, next);
      const further = (behind: number): boolean => this.#fill(nodes, k + 1, behind, left - value, column, goOn);
      if (node.children.length === 0 ? further(next + 1) : this.#fill(node.children, 0, next + 1, value, column, further)) return true;
      column.delete(node.row);
    }
    return this.#fill(nodes, k + 1, next, left, column, goOn);
  }

  /** No part exceeds its row's total, which the first column holds. */
  #isWithinFirst(row: number, value: bigint): boolean {
    const [first, second] = this.#columns;
    if (!first || !second) return true;
    const position = first.get(row);
    return position !== undefined && value <= at(this.values, position);
  }
}
