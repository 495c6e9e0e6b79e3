import type { FormBlock, FormCell, FormTable } from '../../generator/forms/blocks.ts';
import type { Random } from '../../generator/random.ts';
import { type Canvas, type DamageKind, type Spot, spoil } from './damage.ts';

/** A number of a document that is not written yet. */
interface FormPlace {
  table: FormTable;
  row: FormCell[];
  cell: FormCell;
}

/** Damage done to a document before it is written in some form. The blocks handed in are not changed. */
export function damageBlocks(blocks: readonly FormBlock[], kind: DamageKind, rate: number, random: Random): FormBlock[] {
  const spoilt = structuredClone(blocks) as FormBlock[];
  const spots = spoilt.flatMap((table, t) =>
    table.kind !== 'table'
      ? []
      : table.rows.flatMap((cells, r) => {
          const row = cells as FormCell[];
          return row.flatMap((cell): Spot<FormPlace>[] =>
            cell.kind === 'number' && /^-?[\d.,]+$/.test(cell.text)
              ? [{ table: t, row: r, column: cell.column, raw: cell.text, factId: '', place: { table, row, cell } }]
              : [],
          );
        }),
  );
  spoil(new FormCanvas(), spots, kind, rate, random);
  return spoilt;
}

class FormCanvas implements Canvas<FormPlace> {
  write({ cell }: FormPlace, text: string): void {
    cell.text = text;
  }

  overprint({ cell }: FormPlace, text: string): void {
    cell.text = `${cell.text} ${text}`;
  }

  cutLine({ table, row }: FormPlace): void {
    const rows = table.rows as FormCell[][];
    const at = rows.indexOf(row);
    if (at >= 0) rows.splice(at, 1);
  }

  /** The column goes as a whole: what stands right of it moves to the left. */
  cutHeader({ table, cell: { column } }: FormPlace): void {
    for (const row of [...table.header, ...table.rows] as FormCell[][]) {
      const own = row.find((cell) => cell.column <= column && column < cell.column + cell.columns);
      if (own && own.columns === 1) row.splice(row.indexOf(own), 1);
      else if (own) own.columns--;
      for (const cell of row) if (cell.column > column) cell.column--;
    }
    table.width--;
  }

  /** What stands there already is printed over. */
  shift({ row, cell }: FormPlace): void {
    const next = row.find(({ column }) => column === cell.column + 1);
    if (!next) return;
    next.text = cell.text;
    cell.text = '';
  }

  touches({ cell: left }: FormPlace, { cell: right }: FormPlace): boolean {
    return right.column === left.column + 1;
  }

  fuse({ cell: left }: FormPlace, { cell: right }: FormPlace): void {
    left.text += right.text;
    right.text = '';
  }

  /** In a form an empty cell is one: see the texts. */
  hasEmptyCells(): boolean {
    return false;
  }

  dropEmptyCells(): void {}

  repeatHeader({ table, row }: FormPlace): void {
    const rows = table.rows as FormCell[][];
    rows.splice(rows.indexOf(row), 0, ...(structuredClone(table.header) as FormCell[][]));
  }
}
