import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at } from '../../../../extractors/model/at.ts';
import { commandOf, digitOf, KEYS } from '../../../../pipeline/review/app/base/keys.ts';
import { scrolledTo, seenRows } from '../../../../pipeline/review/app/base/seen-rows.ts';
import { blaming, confirming, doubting, factsIn } from '../../../../pipeline/review/app/model/choices.ts';
import { changedModel, type Model, mainFact, modelOf } from '../../../../pipeline/review/app/model/document-model.ts';
import { gridShape, neighbour, widthOf } from '../../../../pipeline/review/app/model/grid-shape.ts';
import { mostDecimals, typedValue } from '../../../../pipeline/review/app/model/typed-value.ts';
import type { Change, DocumentView, ItemView } from '../../../../schemas/reviewing/api.ts';
import { sampleFixture } from '../../publish/report-fixture.ts';

const pressed = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...held,
});
const nowhere = () => false;
const inside = (what: string) => (selector: string) => selector.split(', ').includes(what);

describe('keys', () => {
  test('each asks for what help says, letters in either case', () => {
    for (const { keys, command } of KEYS) {
      for (const key of keys.filter((each) => !each.startsWith('ctrl+'))) expect(commandOf(pressed(key), nowhere)).toBe(command);
    }
    expect(commandOf(pressed('E'), nowhere)).toBe('value');
    expect(commandOf(pressed('z', { metaKey: true }), nowhere)).toBe('undo');
  });

  test('no key stands for two things', () => {
    const all = KEYS.flatMap(({ keys }) => keys);
    expect(new Set(all).size).toBe(all.length);
  });

  test('leave fields, dialogs, buttons and unfinished words alone', () => {
    expect(commandOf(pressed('e'), inside('input'))).toBeNull();
    expect(commandOf(pressed('Escape'), inside('dialog'))).toBeNull();
    expect(commandOf(pressed('Enter'), inside('button'))).toBeNull();
    expect(commandOf(pressed('e'), inside('button'))).toBe('value');
    expect(commandOf(pressed('e', { isComposing: true }), nowhere)).toBeNull();
    expect(commandOf(pressed('s', { ctrlKey: true }), nowhere)).toBeNull();
  });

  test('digits choose an alternative', () => {
    expect([digitOf(pressed('3'), nowhere), digitOf(pressed('0'), nowhere), digitOf(pressed('3'), inside('input'))]).toEqual([
      3,
      null,
      null,
    ]);
  });
});

describe('a number that is typed', () => {
  const money = { type: 'money' } as const;

  test.each([
    ['1,234.50', '1234.50'],
    ['１２３．４', '123.4'],
    ['（12.00）', '-12.00'],
    ['△12', '-12'],
    ['−0.00', '0.00'],
    ['007.10', '7.10'],
  ])('%s', (text, value) => expect(typedValue(text, money, 2)).toEqual({ value, fine: false }));

  test.each(['', '-', '1.2.3', '12万', '1,23', '1e5', '0x10', '(1', '=1+1'])('%s is none', (text) =>
    expect(typedValue(text, money, 2)).toEqual({ problem: 'notNumber' }),
  );

  test('is told when it is finer than its column, and refused where things are counted', () => {
    expect(typedValue('1.234', money, 2)).toEqual({ value: '1.234', fine: true });
    expect(typedValue('1.5', { type: 'count' }, 0)).toEqual({ problem: 'notWhole' });
    expect(typedValue('3.0', { type: 'count' }, 1)).toEqual({ value: '3.0', fine: false });
    expect(typedValue('12.5%', { type: 'percent' }, 1)).toEqual({ value: '12.5', fine: false });
    expect(typedValue('12.5%', money, 1)).toEqual({ problem: 'notNumber' });
    expect(mostDecimals(['1', '2.50', null, '3.5'])).toBe(2);
  });

  test('any amount comes back as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (hundredths) => {
        const text = (hundredths / 100).toFixed(2);
        const value = Number(text) === 0 ? '0.00' : text;
        expect(typedValue(text, money, 2)).toEqual({ value, fine: false });
      }),
    );
  });
});

describe('rows that are seen', () => {
  test('are few, whatever the list holds', () => {
    expect(seenRows(0, 640, 64, 5_000)).toEqual({ first: 0, last: 22 });
    expect(seenRows(64_000, 640, 64, 5_000)).toEqual({ first: 988, last: 1_022 });
    expect(seenRows(1e9, 640, 64, 10)).toEqual({ first: 10, last: 10 });
    expect(seenRows(0, 640, 64, 0)).toEqual({ first: 0, last: 0 });
  });

  test('scroll no further than needed', () => {
    expect(scrolledTo(5, 0, 640, 64, 0)).toBe(0);
    expect(scrolledTo(10, 0, 640, 64, 0)).toBe(64);
    expect(scrolledTo(3, 640, 640, 64, 0)).toBe(192);
  });
});

function view(): DocumentView {
  const { disclosure, report } = sampleFixture();
  return {
    document: {
      documentId: 'd',
      sourceFile: 'd.txt',
      entityName: null,
      city: null,
      year: null,
      kind: null,
      scope: null,
      title: null,
      media: 'text',
      status: 'succeeded',
      pages: 1,
      tables: disclosure.tables.length,
      facts: 0,
      open: 0,
      unsure: 0,
      decisions: 0,
      confirmed: 0,
      atStake: '0',
      source: 'there',
      judged: 'yes',
    },
    revision: 1,
    judged: 'yes',
    items: [],
    equations: report.equations,
    decisions: [],
    canUndo: false,
    canRedo: false,
    tables: disclosure.tables.map((table) => ({
      ...table,
      key: `t${table.index}`,
      rowKeys: table.rows.map((_, i) => `r${i}`),
      columnKeys: table.columns.map((_, i) => `c${i}`),
    })),
    statements: disclosure.statements,
  };
}

const itemOf = (over: Partial<ItemView>): ItemView => ({
  itemId: 'i',
  tableIndex: null,
  tableTitle: '',
  ruleId: 'equation/broken',
  kind: 'source',
  factIds: [],
  places: [],
  actual: '',
  expected: '',
  residual: '',
  proposal: '',
  alternatives: [],
  moneyAtStake: '0',
  probability: 0.9,
  message: '',
  state: 'open',
  expectedLoss: '0',
  messages: { zh: '', en: '' },
  equationIds: [],
  unit: null,
  take: [],
  takeAlternatives: [],
  ...over,
});

/** The first table with several numbers in a line. */
function wide(model: Model) {
  const table = at(
    model.view.tables.filter(({ rows }) => rows.some(({ cells }) => cells.length > 1)),
    0,
  );
  const row = at(
    table.rows.filter(({ cells }) => cells.length > 1),
    0,
  );
  return { table, row, first: at(row.cells, 0).factId, second: at(row.cells, 1).factId };
}

describe('a document on the page', () => {
  const model = modelOf(view());

  test('numbers are found by where they are printed', () => {
    const marks = [...model.marks.values()].flat();
    const places = [...model.facts.values()].flatMap(({ cell }) => cell.places);
    const said = model.view.statements.flatMap((statement) => statement.places);
    expect(marks).toHaveLength(places.length + said.length);
  });

  test('arrows go from number to number and stop at the edge', () => {
    const { table, first, second } = wide(model);
    const shape = gridShape(table);
    expect([neighbour(shape, first, 'right'), neighbour(shape, second, 'left')]).toEqual([second, first]);
    for (const factId of shape.positions.keys()) {
      for (const [there, back] of [
        ['down', 'up'],
        ['right', 'left'],
      ] as const) {
        const next = neighbour(shape, factId, there);
        if (next !== null) expect(neighbour(shape, next, back)).toBe(factId);
      }
    }
    expect(neighbour(shape, 'unknown', 'down')).toBe(shape.lines.find((line) => line.length > 0)?.[0]?.factId);
  });

  test('every column of a table has a width', () => {
    for (const table of model.view.tables) {
      const { layout, widths } = gridShape(table);
      const cells = layout.panels.map(({ lineNo, code, keys, label, columns, attributes }) =>
        [Number(lineNo), Number(code), keys.length, Number(label), columns.length, attributes.length].reduce((a, b) => a + b),
      );
      expect(widths).toHaveLength(cells.reduce((a, b) => a + b, 0));
    }
    expect(widthOf('合计 12')).toBe(7);
  });

  test('a decision speaks of the item, a number, a column or a table', () => {
    const { table, row, first, second } = wide(model);
    const item = itemOf({ factIds: [first, second, 'sNotInATable'] });
    expect(factsIn('scopeItem', model, item, null)).toEqual([first, second]);
    expect(factsIn('scopeCell', model, item, second)).toEqual([second]);
    expect(factsIn('scopeCell', model, item, null)).toEqual([]);
    const column = factsIn('scopeColumn', model, item, first);
    expect(column).toContain(first);
    expect(column).not.toContain(second);
    const all = table.rows.flatMap(({ cells }) => cells.map(({ factId }) => factId));
    expect(factsIn('scopeTable', model, item, first)).toEqual(all);
    expect(row.cells.length).toBeGreaterThan(1);
  });

  test('the source is wrong in the number that would be mended, else in one of all', () => {
    const item = itemOf({ factIds: ['a', 'b'], take: [{ edit: 'value', factId: 'b', value: '1' }] });
    expect(mainFact(model, item)).toBe('b');
    expect(blaming(['a', 'b'], item)).toEqual([
      { edit: 'confirm', factId: 'a' },
      { edit: 'source', factId: 'b' },
    ]);
    expect(blaming(['a'], item)).toEqual([{ edit: 'source', factId: 'a' }]);
    expect(blaming(['a', 'b'], itemOf({}))).toEqual([
      { edit: 'source', factId: 'a' },
      { edit: 'source', factId: 'b' },
    ]);
  });

  test('an item without numbers is seen, or cannot be told', () => {
    expect([confirming([], itemOf({})), blaming([], itemOf({})), doubting([], itemOf({}))]).toEqual([
      [{ edit: 'item-seen', itemId: 'i' }],
      [{ edit: 'item-seen', itemId: 'i' }],
      [{ edit: 'item-unsure', itemId: 'i' }],
    ]);
  });

  test('after a click: changed tables in place of the old ones, removed ones gone', () => {
    const { document, items, equations, decisions } = model.view;
    const [first, second] = [at(model.view.tables, 0), at(model.view.tables, 1)];
    const change: Change = {
      revision: 2,
      judged: 'yes',
      items,
      equations,
      decisions,
      canUndo: true,
      canRedo: false,
      others: false,
      saved: [],
      cleared: [],
      added: [],
      cells: [],
      tables: [{ ...second, title: 'changed' }],
      removedTables: [first.index],
      document,
    };
    const after = changedModel(model, change);
    expect(after.view.tables.map(({ index }) => index)).toEqual(model.view.tables.slice(1).map(({ index }) => index));
    expect([after.tables.get(second.index)?.title, after.view.revision, after.view.canUndo]).toEqual(['changed', 2, true]);
    expect(model.tables.get(second.index)?.title).toBe(second.title);
  });
});
