import { describe, expect, test } from 'vitest';
import { cutAt } from '../../../../extractors/layout/grids/cell-text.ts';
import { clipRulings } from '../../../../extractors/layout/grids/clipped.ts';
import { cellsOf, type Edge, joinEdges, LATTICE, mergeCells, snapEdges } from '../../../../extractors/layout/grids/lattice/index.ts';
import { withoutStrips } from '../../../../extractors/layout/grids/lattice/tidy.ts';
import { CLIPPED } from '../../../../extractors/layout/grids/settings.ts';
import type { Box } from '../../../../extractors/model/box.ts';
import type { Word } from '../../../../extractors/model/source.ts';

/** Each bound just kept, and just passed. */

const edge = (at: number, from = 0, to = 100): Edge => ({ at, from, to });
const boxed = (clip: Box | null): Word => ({ text: '文', box: [0, 0, 10, 10], fontSize: 10, rotation: 0, clip, starts: [0] });

describe.each([
  { name: 'rules', settings: LATTICE, snap: 2.5, gap: 4, reach: 4 },
  { name: 'clip boxes', settings: CLIPPED, snap: 5, gap: 8, reach: 6 },
])('$name', ({ settings, snap, gap, reach }) => {
  test('are one line where they are so near', () => {
    const lines = (apart: number) => new Set(snapEdges([edge(0), edge(apart)], settings).map(({ at }) => at)).size;
    expect([snap, snap + 0.1].map(lines)).toEqual([1, 2]);
  });

  test('go on over such a gap', () => {
    expect([gap, gap + 0.1].map((apart) => joinEdges([edge(0, 0, 50), edge(0, 50 + apart, 150)], settings).length)).toEqual([1, 2]);
  });

  test('have six points', () => {
    expect([5.9, 6].map((length) => joinEdges([edge(0, 0, length)], settings).length)).toEqual([0, 1]);
  });

  const cells = (height: number, missed: number) =>
    cellsOf(
      { horizontal: [edge(0), edge(height)], vertical: [edge(0, 0, height), edge(50, missed, height), edge(100, 0, height)] },
      settings,
    ).cells.length;
  test('part cells whose ends they miss by so much', () => {
    expect([reach, reach + 0.1].map((missed) => cells(60, missed))).toEqual([2, 1]);
  });

  test('or by a quarter of a low cell', () => {
    expect([3, 3.1].map((missed) => cells(12, missed))).toEqual([2, 1]);
  });
});

test('a side is open where cross rules stand out by more than 12 points', () => {
  const columns = (out: number) =>
    cellsOf({ horizontal: [edge(0, -out), edge(50, -out)], vertical: [edge(0, 0, 50), edge(100, 0, 50)] }).xs;
  expect([12, 12.1].map((out) => columns(out).length)).toEqual([2, 3]);
});

test('empty columns of 7 points and rows of 4.5 are no strips', () => {
  const borders = (width: number, height: number) => {
    const [xs, ys] = [
      [0, 50, 50 + width],
      [0, 50, 50 + height],
    ];
    const { xs: across, ys: down } = withoutStrips(
      mergeCells(xs!, ys!, { horizontal: ys!.map((y) => edge(y)), vertical: xs!.map((x) => edge(x)) }),
      [],
    );
    return [across.length, down.length];
  };
  expect(borders(7, 4.5)).toEqual([3, 3]);
  expect(borders(6.9, 4.4)).toEqual([2, 2]);
});

describe('pages that clip every cell', () => {
  const boxAt = (i: number, width = 10): Box => [20 * i, 0, 20 * i + width, 10];
  const isClipped = (clips: (Box | null)[], width = 1000) => clipRulings(clips.map(boxed), width).length > 0;
  const boxes = (count: number, others = 0) => [...Array.from({ length: count }, (_, i) => boxAt(i)), ...Array<null>(others).fill(null)];

  test('have six boxes', () => expect([5, 6].map((count) => isClipped(boxes(count)))).toEqual([false, true]));

  test('for 70 % of their words', () => expect([isClipped(boxes(7, 3)), isClipped(boxes(6, 3))]).toEqual([true, false]));

  test('that are as wide as 60 % of the page', () => {
    const wide = (width: number) => isClipped([...boxes(5), boxAt(5, width)], 1000);
    expect([600, 601].map(wide)).toEqual([true, false]);
  });

  /** Whether a line goes down along x = 0 past rows whose cell has no box. */
  const goesThrough = (cells: number, gap = 0) => {
    const rows = [0, 1, 2, 3].map((i) => 10 * i + (i === 3 ? gap : 0));
    const column = (x: number, ys: readonly number[]): Box[] => ys.map((y) => [x, y, x + 30, y + 10]);
    const lines = clipRulings([...column(0, rows.slice(0, cells)), ...column(40, rows), ...column(80, rows)].map(boxed), 1000);
    return lines.some(({ x0, x1, y1 }) => x0 === 0 && x1 === 0 && y1 === 40 + gap);
  };
  test('an edge of three boxes goes on through empty cells', () =>
    expect([2, 3].map((cells) => goesThrough(cells))).toEqual([false, true]));
  test('that follow within 8 points', () => expect([8, 8.1].map((gap) => goesThrough(3, gap))).toEqual([true, false]));
});

describe('a word is cut at a border', () => {
  const cut = (text: string, border: number) =>
    cutAt({ ...boxed(null), text, box: [0, 0, 5 * text.length, 10], starts: [...text].map((_, i) => 5 * i) }, border) !== null;
  test('0.7 ems from where an amount begins', () => expect([12, 12.1].map((border) => cut('甲1.00', border))).toEqual([true, false]));
  test('0.3 ems within it', () => {
    expect([2.9, 3].map((border) => cut('甲1.00', border))).toEqual([false, true]);
    expect([22, 22.1].map((border) => cut('1.00甲', border))).toEqual([true, false]);
  });
});
