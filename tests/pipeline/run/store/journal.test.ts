import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { Journal, type JournalEntry, lastRunFinished, readJournal } from '../../../../pipeline/run/store/journal.ts';

const begun: JournalEntry = { run: 'begun', at: '', version: '', documents: 3 };
const done = (document: string): JournalEntry => ({ document, source: `${document}.txt`, status: 'succeeded', kept: false, reason: '' });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhang-journal-'));
});

/** A run that writes these entries, and nothing after them. */
function write(anew: boolean, ...entries: JournalEntry[]): void {
  const journal = new Journal(folder, anew);
  for (const entry of entries) journal.add(entry);
}

test('what is no line of a journal is passed over', () => {
  write(true, begun, { run: 'stopped', at: '', exitCode: 5 });
  appendFileSync(join(folder, 'journal.jsonl'), '{"run":"finished"}\n[]\nnull\n{"docum');
  expect(lastRunFinished(readJournal(folder))).toBe(false);
  write(false, done('a'));
  expect(readJournal(folder)).toEqual([begun, { run: 'stopped', at: '', exitCode: 5 }, done('a')]);
});
