import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EXIT, UserError } from '../../../pipeline/base/errors.ts';
import { parseReviews, ReviewsFile, readReviews, reviewsFor, reviewsIn } from '../../../pipeline/decisions/reviews-file.ts';
import { decided, undone } from '../../support/reviews.ts';

const ONE = decided('d1', { edit: 'confirm', factId: 'f1' });
const TWO = undone('u2', 'd1');
const textOf = (...lines: object[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reviews-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const path = (): string => reviewsIn(folder);

function written(...lines: Parameters<ReviewsFile['add']>[0][]): void {
  const file = new ReviewsFile(path());
  for (const each of lines) file.add(each);
  file.close();
}

describe('lines at the end of a file', () => {
  test('stand there when add returns, behind what was there', () => {
    written([ONE]);
    written([TWO]);
    expect(readFileSync(path(), 'utf8')).toBe(textOf(ONE, TWO));
    expect(readReviews(path())).toEqual([ONE, TWO]);
  });

  test('a piece of a line that a crash cut off goes, and swallows nothing', () => {
    writeFileSync(path(), textOf(ONE) + JSON.stringify(TWO).slice(0, 30));
    expect(readReviews(path())).toEqual([ONE]);
    written([TWO]);
    expect(readFileSync(path(), 'utf8')).toBe(textOf(ONE, TWO));
  });

  test('a whole line without its line break counts and gets one', () => {
    writeFileSync(path(), textOf(ONE).trimEnd());
    written([TWO]);
    expect(readFileSync(path(), 'utf8')).toBe(textOf(ONE, TWO));
  });

  test('what another program appended meanwhile stays', () => {
    const file = new ReviewsFile(path());
    appendFileSync(path(), textOf(ONE));
    file.add([TWO]);
    file.close();
    expect(readReviews(path())).toEqual([ONE, TWO]);
  });

  test('a file that cannot be written is said so', () => {
    expect(() => new ReviewsFile(join(folder, 'no', 'where.jsonl'))).toThrow(expect.objectContaining({ exitCode: EXIT.write }));
  });
});

describe('a line that is none', () => {
  test.each<[string, string]>([
    ['no JSON', 'x'],
    ['another object', '{"a":1}'],
    ['a decision with a field too many', JSON.stringify({ ...ONE, more: 1 })],
    ['a value that is no number', JSON.stringify({ ...ONE, decision: { edit: 'value', factId: 'f1', value: '1e5' } })],
    ['an undo of nothing', JSON.stringify({ ...TWO, undoes: [] })],
  ])('%s stops with its number and nothing is read', (_, line) => {
    const parse = () => parseReviews(`${textOf(ONE)}${line}\n${textOf(TWO)}`, 'r.jsonl');
    expect(parse).toThrow(UserError);
    expect(parse).toThrow(
      expect.objectContaining({ exitCode: EXIT.input, text: expect.objectContaining({ en: expect.stringContaining('r.jsonl, line 2') }) }),
    );
  });

  test('blank lines and a byte-order mark are nothing', () => {
    expect(parseReviews(`\uFEFF${textOf(ONE)}\n\n${textOf(TWO)}`, 'r.jsonl')).toEqual([ONE, TWO]);
  });
});

describe('which file an extraction takes', () => {
  test('the one that is named, else the one of the output folder, else none', () => {
    expect(reviewsFor(folder, undefined)).toEqual([]);
    expect(reviewsFor(null, undefined)).toEqual([]);
    written([ONE]);
    expect(reviewsFor(folder, undefined)).toEqual([ONE]);
    const other = join(folder, 'other.jsonl');
    writeFileSync(other, textOf(TWO));
    expect(reviewsFor(folder, other)).toEqual([TWO]);
    expect(() => reviewsFor(folder, join(folder, 'gone.jsonl'))).toThrow(expect.objectContaining({ exitCode: EXIT.input }));
  });
});
