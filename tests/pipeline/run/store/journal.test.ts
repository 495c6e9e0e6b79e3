import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { Journal, type JournalEntry, lastRunFinished, readJournal, suspectsOf } from '../../../../pipeline/run/store/journal.ts';

const begun: JournalEntry = { run: 'begun', at: '', version: '', documents: 3 };
const work = (document: string, what: 'begun' | 'ended'): JournalEntry => ({ work: what, document });
const done = (document: string): JournalEntry => ({ document, source: `${document}.txt`, status: 'succeeded', kept: false, reason: '' });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhang-journal-'));
});

/** A run that writes these entries, and nothing after them. */
function write(anew: boolean, ...entries: JournalEntry[]): void {
  const journal = new Journal(folder, { anew, needed: true });
  for (const entry of entries) journal.add(entry);
}

test('suspects were in work when a run ended without a word, until they are put down in a later one', () => {
  expect(suspectsOf(readJournal(folder))).toEqual(new Set());
  write(true, begun, work('a', 'begun'), work('b', 'begun'), work('b', 'ended'), work('c', 'begun'), done('b'));
  expect(suspectsOf(readJournal(folder))).toEqual(new Set(['a', 'c']));
  write(false, begun, work('a', 'begun'), work('a', 'ended'));
  expect(suspectsOf(readJournal(folder))).toEqual(new Set(['c']));
});

test('what is no line of a journal is passed over', () => {
  write(true, begun, { run: 'stopped', at: '', exitCode: 5 });
  appendFileSync(join(folder, 'journal.jsonl'), '{"run":"finished"}\n[]\nnull\n{"work":"beg');
  expect(lastRunFinished(readJournal(folder))).toBe(false);
  write(false, work('a', 'begun'));
  expect(readJournal(folder)).toEqual([begun, { run: 'stopped', at: '', exitCode: 5 }, work('a', 'begun')]);
});
