import { expect, test } from 'vitest';
import type { SettledTable } from '../../../../../extractors/model/tables.ts';
import { understand } from '../../../../../extractors/notation/coordinate-words.ts';
import { columnsSaid } from '../../../../../extractors/proof/coordinates/columns.ts';
import type { Said } from '../../../../../schemas/lexicon/coordinates/coordinates.ts';
import { run } from '../../../documents.ts';
import { COLUMNS } from './columns.ts';
import { TITLES } from './titles.ts';

/** The titles and header paths that most documents print, and those of other places: what each says, and nothing else. */

const linesOf = (text: string): [string, string][] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [words = '', said = ''] = line.split(' |');
      return [words, said.trim()];
    });
const shown = (said: Said): string =>
  Object.entries(said)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');

const { panels, columns, ...template } = run('支出预算总表\n单位：万元\n项目→预算数\n甲→1.00').nested.tables[0]!;
const pathSaid = (path: string): string => {
  const table = { ...template, panels, columns: [{ ...columns[0]!, path: path.split(' > ') }] } as unknown as SettledTable;
  const [{ said, isKnown } = { said: {}, isKnown: false }] = columnsSaid(table);
  return isKnown ? shown(said) : `${shown(said)} ?`;
};

test('titles', () => {
  expect(linesOf(TITLES).map(([title]) => [title, shown(understand(title).said)])).toEqual(linesOf(TITLES));
});

test('header paths', () => {
  expect(linesOf(COLUMNS).map(([path]) => [path, pathSaid(path)])).toEqual(linesOf(COLUMNS));
});
