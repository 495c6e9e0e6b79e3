import { describe, expect, test } from 'vitest';
import { splitLine } from '../../../../../extractors/layout/grids/aligned/index.ts';
import { waysToDeal } from '../../../../../extractors/layout/padded/head/dealing.ts';
import { costOfWhole, costOver, type HeaderColumn, type Item } from '../../../../../extractors/layout/padded/head/group-costs.ts';
import { groupTrees } from '../../../../../extractors/layout/padded/head/groups.ts';
import { headersOf } from '../../../../../extractors/layout/padded/head/header.ts';
import type { HeaderBlock } from '../../../../../extractors/layout/padded/head/header-blocks.ts';
import { leavesOf, wordOf } from '../../../../../extractors/layout/padded/head/leaves.ts';
import { segmentsOf } from '../../../../../extractors/layout/padded/lines/segments.ts';
import type { Word } from '../../../../../extractors/model/source.ts';

/** Each bound just kept, and just passed; each cost beside nothing else. */

const COLUMN = 6;
const word = (text: string, x0: number, x1: number): Word => ({
  text,
  box: [x0, 0, x1, 10],
  fontSize: 7,
  rotation: 0,
  clip: null,
  starts: [],
});

/** A cell over the columns from…to, centred at `x`, on the lines first…last. */
function block(text: string, [from, to]: [number, number], x: number, lines: number[], isLeaf = false): HeaderBlock {
  return { from, to, lines, segments: [{ words: [], text, x0: x - 1, x1: x + 1 }], isLeaf };
}

interface Column {
  name: string;
  isAmounts?: boolean;
  lines?: [number, number];
}
const WIDTH = 30;
const columnAt = (c: number, { name, isAmounts = true }: Column, width = WIDTH): HeaderColumn => {
  return { from: c * width, to: (c + 1) * width, isAmounts, centre: null, name };
};
const itemsOf = (columns: readonly Column[]): Item[] =>
  columns.map((column, c) => ({
    from: c,
    to: c,
    columns: [columnAt(c, column)],
    lines: column.lines ?? [1, 1],
    own: null,
    name: column.name,
  }));

describe('a group over columns costs', () => {
  /** One on line 0, in the middle of what is below it. */
  const cost = (text: string, columns: readonly Column[], { shift = 0, bottom = 1 } = {}) =>
    costOver(block(text, [0, 0], (columns.length * WIDTH) / 2 + shift, [0]), itemsOf(columns), bottom);
  const below = (...names: string[]): Column[] => names.map((name) => ({ name }));
  const NAMES = { name: '丙', isAmounts: false };

  test.each<[string, string, readonly Column[], number]>([
    ['nothing', '甲', below('乙', '丁'), 0],
    ['an amount before a name', '甲', [{ name: '乙' }, NAMES], 30],
    ['a name before an amount', '甲', [NAMES, { name: '乙' }], 6],
    ['the same below 项目', '项目', [NAMES, { name: '乙' }], 12],
    ['a total behind its addends', '甲', below('乙', '合计'), 6],
    ['two columns of one name', '甲', below('乙', '乙'), 8],
    ['类 below another word', '甲', below('类', '乙'), 12],
    ['one column', '甲', below('乙'), 6],
    ['其中 before what it is part of', '甲', below('其中：乙', '丁'), 8],
  ])('%s', (_, text, columns, expected) => expect(cost(text, columns)).toBe(expected));

  test('each column off the middle', () => expect(cost('甲', below('乙', '丁'), { shift: COLUMN })).toBe(1));

  test('each line by which cells below it stand uneven, beyond half a line', () => {
    const uneven = (...lines: [number, number][]) =>
      cost(
        '甲',
        lines.map((own, i) => ({ name: `乙${i}`, lines: own })),
        { bottom: 3 },
      );
    expect([uneven([1, 1], [1, 2]), uneven([1, 1], [2, 2]), uneven([1, 1], [2, 3])]).toEqual([0, 6, 6]);
  });

  test('each empty line between it and what hangs in the middle of the rest, beyond one and a half', () => {
    const hanging = (line: number, bottom: number) =>
      cost(
        '甲',
        [
          { name: '乙', lines: [line, line] },
          { name: '丁', lines: [line, line] },
        ],
        { bottom },
      );
    expect([hanging(2, 3), hanging(2, 2), hanging(3, 3)]).toEqual([0, 1.5, 4.5]);
  });
});

describe('the whole header costs', () => {
  const bare = (name: string, isAmounts = true): Item => ({
    from: 0,
    to: 0,
    columns: [columnAt(0, { name, isAmounts })],
    lines: [1, 1],
    own: null,
    name,
  });
  const group = (name: string, parts: readonly string[], own = 0): Item => {
    return { from: 0, to: 0, columns: parts.map((part, c) => columnAt(c, { name: part })), lines: [own, 2], own, name };
  };
  test.each<[string, readonly Item[], number]>([
    ['nothing', [bare('乙'), group('甲', ['丙', '丁'])], 0],
    [
      'one group over all columns, names too',
      [{ ...group('甲', ['丙', '丁']), columns: [columnAt(0, { name: '丙', isAmounts: false })] }],
      6,
    ],
    ['groups a line and a half apart', [group('甲', ['丙', '丁']), group('戊', ['己', '庚'], 1.5)], 6],
    ['groups half a line apart', [group('甲', ['丙', '丁']), group('戊', ['己', '庚'], 0.5)], 0],
    ['two columns of one name beside groups', [bare('乙'), bare('乙'), group('甲', ['丙', '丁'])], 8],
    ['a subtotal of nothing beside a total', [bare('合计'), bare('小计'), group('甲', ['丙', '丁'])], 8],
    ['a column beside the name of all amounts', [bare('合计'), group('2026年预算数', ['丙', '丁']), bare('乙')], 6],
    ['groups of the same parts, one of which lacks one', [group('甲', ['丙', '丁', '己', '庚']), group('戊', ['丙', '丁', '己'])], 4],
    ['groups that have two parts in common', [group('甲', ['丙', '丁', '己']), group('戊', ['丙', '丁'])], 0],
  ])('%s', (_, items, expected) => expect(costOfWhole(items)).toBe(expected));
});

describe('ways in which groups stand over columns', () => {
  test('eight are kept of each beginning', () => {
    expect(
      waysToDeal(
        1,
        5,
        () => 0,
        () => 0,
      ),
    ).toHaveLength(8);
  });

  /** Names on the lines 0 and 1, and two amounts below one group. */
  const trees = (width: number, names: [string, string]) => {
    const columns = [columnAt(0, { name: '丙', isAmounts: false }, width), ...names.map((name, i) => columnAt(i + 1, { name }, width))];
    const leaves = columns.map(({ name }, c) => block(name, [c, c], (c + 0.5) * width, c === 0 ? [0, 1] : [1], true));
    return groupTrees([block('甲', [1, 2], 2 * width, [0]), ...leaves], columns, 99).length;
  };
  test('are none that cost 24 more than the cheapest', () => {
    // Over one of both: 6 for a single column, 8 for the other one, half a width off the middle.
    expect([trees(120, ['乙', '丁']), trees(121, ['乙', '丁'])]).toEqual([3, 1]);
  });
  test('a column without a group costs 24 where another one has its name', () => {
    // The same, but for 8 which both of them in one group cost.
    expect([trees(24, ['乙', '乙']), trees(25, ['乙', '乙'])]).toEqual([3, 1]);
  });

  const AMOUNTS = ['乙', '丁', '戊', '己', '庚', '辛'].map((name, c) => columnAt(c, { name }));
  const leavesAt = (line: number) => AMOUNTS.map(({ name }, c) => block(name, [c, c], (c + 0.5) * WIDTH, [line], true));
  test('one heads all amounts from twelve points beside their middle on', () => {
    const count = (shift: number) => groupTrees([block('甲', [1, 3], 90 + shift, [0]), ...leavesAt(1)], AMOUNTS, 99).length;
    expect([count(12), count(12.1) > 1]).toEqual([1, true]);
  });

  /** Names beside four narrow amounts below two groups: many ways are nearly as good. */
  const narrow = ['丑', '乙', '丁', '戊', '己'].map((name, c) => columnAt(c, { name, isAmounts: c > 0 }, COLUMN));
  const leaf = ({ name }: HeaderColumn, c: number) => block(name, [c, c], (c + 0.5) * COLUMN, c === 0 ? [0, 2] : [2], true);
  const twoLevels = [block('甲', [1, 4], 18, [0]), block('丙', [2, 3], 18, [1]), ...narrow.map(leaf)];
  test('twelve are followed', () => expect(groupTrees(twoLevels, narrow, 99)).toHaveLength(12));
  test('six are read', () => {
    const pieces = twoLevels.flatMap(({ segments: [segment], lines, from, to }) =>
      segment ? lines.map((line) => ({ segment, line, from, to })) : [],
    );
    const columns = narrow.map((column) => ({ ...column, isTexts: !column.isAmounts, isOrdinals: false, isEmpty: false }));
    const borders = [...narrow.map(({ from }) => from), narrow.length * COLUMN];
    expect(headersOf(pieces, columns, borders, { page: 1, lineOf: () => 1, display: (box) => box })).toHaveLength(6);
  });
});

describe('the lowest cells of a header', () => {
  type Text = [text: string, x0: number, x1: number];
  const leaves = (...lines: readonly (readonly Text[])[]) =>
    leavesOf(lines.map((texts) => splitLine(texts.map(([text, x0, x1]) => word(text, x0, x1))))).leaves;
  const words = (...lines: readonly (readonly Text[])[]) => leaves(...lines).map(wordOf);

  test('a piece of a word is pushed aside by six columns', () => {
    const at = (gap: number) => words([['基本', 100 - 24 - COLUMN * gap, 100 - COLUMN * gap]], [['支出', 100, 124]]);
    expect([at(6), at(6.1)]).toEqual([['基本支出'], ['基本', '支出']]);
  });

  test('a piece of a word against a text above the rest of it', () => {
    // -5 and the gap, and 9 for the other text, against 5 for the piece, less a tenth of the two columns which the other one reaches over.
    const at = (gap: number) =>
      words(
        [
          ['基本', 100 - 24 - COLUMN * gap, 100 - COLUMN * gap],
          ['丁', 148, 172],
        ],
        [['支出', 100, 160]],
      );
    expect([at(0.75), at(0.85)]).toEqual([
      ['基本支出', '丁'],
      ['基本', '丁支出'],
    ]);
  });

  test('a second text above one cell, three columns from the next', () => {
    // A column of its own above another one costs 9, to stand beside the next one 6 and the gap.
    const at = (gap: number) =>
      words(
        [
          ['甲甲', 0, 20],
          ['乙乙', 40, 60],
        ],
        [
          ['丙丙丙', 0, 60],
          ['丁', 60 + COLUMN * gap, 120],
        ],
      );
    expect([at(2.9), at(3.1)]).toEqual([
      ['甲甲丙丙丙', '乙乙丁'],
      ['甲甲丙丙丙', '乙乙', '丁'],
    ]);
  });

  test('one above both of its neighbours may be a group for half a column, a high one for two', () => {
    const price = (...lines: readonly (readonly Text[])[]) => leaves(...lines)[1]?.floating;
    const sides: Text[] = [
      ['乙', 0, 12],
      ['丁', 100, 112],
    ];
    const left: Text = ['乙', 0, 12];
    const middle: Text = ['甲', 50, 62];
    expect(price([middle], sides)).toBe(0.5);
    expect(price([left, middle], [], sides)).toBe(2);
    expect(price([left, middle], [middle], sides)).toBe(null);
    expect(price([left, middle], [middle], [], sides)).toBe(2);
  });
});

test('characters of the name of a total stand 16 columns apart', () => {
  const at = (gap: number) => segmentsOf([word('合', 0, 12), word('计', 12 + COLUMN * gap, 24 + COLUMN * gap)]).segments.length;
  expect([at(16), at(16.1)]).toEqual([1, 2]);
});
