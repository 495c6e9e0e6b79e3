import type { Block, GridBlock, GridRow, TextLine } from '../../model/blocks.ts';
import { compact } from '../../notation/text.ts';

/** The document line by line: a blank or filled line of text, or a row of a grid. */
export type Item = { kind: 'blank' | 'text'; line: TextLine } | { kind: 'row'; row: GridRow; grid: GridBlock };

export interface Items {
  list: readonly Item[];
  /** By item, the next one that is not blank; -1 where there is none. */
  next: Int32Array;
}

export function itemsOf(blocks: readonly Block[]): Items {
  const list = blocks.flatMap((block): Item[] => {
    if (block.kind === 'line') return [{ kind: block.text.trim() === '' ? 'blank' : 'text', line: block }];
    return block.rows.filter((row) => row.cells.some((cell) => cell.text !== '')).map((row) => ({ kind: 'row', row, grid: block }));
  });
  const next = new Int32Array(list.length).fill(-1);
  let following = -1;
  for (let i = list.length - 1; i >= 0; i--) {
    next[i] = following;
    if (list[i]?.kind !== 'blank') following = i;
  }
  return { list, next };
}

/** The layout of its page is known: tables are found by it, and words need not tell what stands where. */
export const isOnPage = ({ box, cell, laidOut }: TextLine): boolean => Boolean(box || cell || laidOut);

/** The next item that is not blank. */
export function following({ list, next }: Items, i: number): Item | undefined {
  return list[next[i] ?? -1];
}

/** The texts of the next two items that are not blank, without spaces; empty where no text stands. */
export function followingTexts({ list, next }: Items, i: number): [string, string] {
  const first = next[i] ?? -1;
  return [textOf(list[first]), textOf(list[next[first] ?? -1])];
}

function textOf(item: Item | undefined): string {
  return item?.kind === 'text' ? compact(item.line.text) : '';
}
