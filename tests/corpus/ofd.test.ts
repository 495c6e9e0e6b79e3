import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readOfd } from '../../extractors/readers/ofd/index.ts';
import { read } from '../extractors/documents.ts';
import { CORPUS, describeCorpus } from './corpus.ts';

/** Real OFD files of several producers, none of them a disclosure. */
const FOLDER = join(CORPUS, 'ofd');
const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.ofd')) : [];
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, name)));

/** Pages, words, amounts (as many as there are text codes of that form) and ruling lines. */
const COUNTS: Readonly<Record<string, readonly number[]>> = {
  'draw-parameters.ofd': [5, 1062, 313, 80],
  'helloworld.ofd': [1, 2, 0, 0],
  'horizontal-text.ofd': [1, 7, 0, 79],
  'invoice.ofd': [1, 115, 9, 22],
  'long-text.ofd': [2, 6, 0, 0],
  'mixed-page.ofd': [5, 756, 215, 78],
  'namespace-not-standard.ofd': [1, 2, 0, 0],
  'pageblock.ofd': [1, 2, 0, 0],
  'path-not-standard.ofd': [2, 56, 0, 30],
  'text-codes.ofd': [1, 1, 0, 0],
};

/** Pages, words, amounts and ruling lines of each. */
function countsOf(name: string): number[] {
  const file = readOfd(bytesOf(name));
  if ('finding' in file) throw new Error(file.finding.ruleId);
  const { pages } = file.source;
  const words = pages.flatMap((page) => page.words);
  const amounts = words.filter(({ text }) => /^¥?[\d,]+\.\d\d$/.test(text));
  return [pages.length, words.length, amounts.length, pages.reduce((sum, { rulings }) => sum + rulings.length, 0)];
}

describeCorpus('OFD files', names.length > 0, () => {
  it.each(names)('%s: text and lines are read, nothing is a fact', async (name) => {
    const { disclosure, report } = await read(bytesOf(name));
    expect(disclosure.tables.flatMap(({ rows }) => rows)).toEqual([]);
    expect(report.findings.map(({ ruleId }) => ruleId)).toContain('document/no-disclosure');
    expect(countsOf(name)).toEqual(COUNTS[name]);
  });
});
