import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CodeFile, codeFiles, LEXICON } from './count/code.ts';

/**
 * Words that decide something stand in schemas/lexicon. A folder listed here holds none: no regular expression and no string with
 * Chinese, those of the folders within it included.
 */
const CLEAN = [
  'extractors/document',
  'extractors/judgement',
  'extractors/layout',
  'extractors/measures',
  'extractors/model',
  'extractors/notation',
  'extractors/proof',
  'extractors/prose',
  'extractors/readers',
  'extractors/tables',
  'pipeline/publish/records',
];

const files = codeFiles(resolve(import.meta.dirname, '..')).filter(({ path }) => !path.startsWith(LEXICON));
const within = (folder: string): CodeFile[] => files.filter(({ path }) => path.startsWith(`${folder}/`));

describe('words of Chinese stand in the lexicon', () => {
  test.each(CLEAN)('%s holds none', (folder) => {
    const own = within(folder);
    expect(own.length).toBeGreaterThan(0);
    expect(own.flatMap(({ path, chinese }) => [...chinese.regexes, ...chinese.strings].map((line) => `${path}:${line}`))).toEqual([]);
  });
});
