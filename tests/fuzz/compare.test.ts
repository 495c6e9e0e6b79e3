import { expect, test } from 'vitest';
import { compare } from '../bench/fuzz/compare.ts';
import type { Mutant } from '../bench/fuzz/mutants.ts';
import { NOTHING, type Touched } from '../bench/fuzz/mutation.ts';
import type { Row } from '../support/program.ts';

const fact = (label: string, column: string, value: string, further: Row = {}): Row => ({
  document_id: 'a',
  source_file: 'a.txt',
  fact_id: `${label}${column}`,
  table_title: '支出表',
  side: '',
  panel: '',
  code: '',
  label,
  label_path: '',
  keys: '',
  column_path: column,
  value,
  raw: value,
  page: '1',
  line: label,
  review: 'false',
  value_state: 'proved',
  placement_state: 'printed',
  confidence: '0.99',
  ...further,
});

const mutant = (touched: Touched = NOTHING): Mutant => ({
  id: 'text-00001',
  file: '',
  form: 'text',
  mutator: 'm',
  base: { name: '', ending: '', bytes: new Uint8Array(0) },
  bytes: new Uint8Array(0),
  touched,
});

const NONE: ReadonlySet<string> = new Set();
const BASE = {
  facts: [fact('1', '合计', '5.00'), fact('1', '基本支出', '5.00'), fact('2', '合计', '7.00'), fact('3', '项目支出', '1.00')],
  flagged: NONE,
};

function compared(now: Row[], { flagged = NONE, touched = NOTHING } = {}) {
  const { silent, ...counts } = compare(mutant(touched), BASE, { facts: now, flagged });
  return { ...counts, silent: silent.map(({ base, now }) => `${base} → ${now}`) };
}

test('another value that nobody is told of is silent; the same in other digits is no other', () => {
  expect(compared([fact('1', '合计', '5.0'), fact('2', '合计', '8.00')])).toEqual({
    compared: 2,
    flagged: 0,
    touched: 0,
    silent: ['7.00 → 8.00'],
  });
});

test('a number in a place that was empty is silent, too', () => {
  expect(compared([fact('2', '项目支出', '7.00')]).silent).toEqual([' → 7.00']);
});

test('rows and columns that the undamaged document has not, and places that stand twice, are not compared', () => {
  expect(compared([fact('9', '合计', '1'), fact('1', '其他', '1'), fact('2', '合计', '1'), fact('2', '合计', '2')]).compared).toBe(0);
});

test('a flag, an item of the review and the damage itself excuse it', () => {
  expect(compared([fact('2', '合计', '8.00', { review: 'true' })])).toMatchObject({ flagged: 1, silent: [] });
  expect(compared([fact('2', '合计', '8.00')], { flagged: new Set(['a 2合计']) })).toMatchObject({ flagged: 1, silent: [] });
  const onLineTwo: Touched = { inBase: ({ line }) => line === 2, inMutant: () => false };
  expect(compared([fact('2', '合计', '8.00')], { touched: onLineTwo })).toMatchObject({ touched: 1, silent: [] });
  expect(compared([fact('1', '合计', '8.00')], { touched: onLineTwo })).toMatchObject({ touched: 0, silent: ['5.00 → 8.00'] });
});
