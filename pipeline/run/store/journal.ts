import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writing } from '../../publish/csv/files.ts';

/** A line of the journal: a run begins, a document is done, a run ends. */
export type JournalEntry =
  | { run: 'begun'; at: string; version: string; documents: number }
  | { document: string; source: string; status: string; kept: boolean; reason: string }
  | { run: 'finished' | 'interrupted' | 'stopped'; at: string; exitCode: number };

const NAME = 'journal.jsonl';

function parseEntry(line: string): JournalEntry | null {
  try {
    return JSON.parse(line) as JournalEntry;
  } catch {
    // the power went while it was written
    return null;
  }
}

export function readJournal(folder: string): JournalEntry[] {
  try {
    const lines = readFileSync(join(folder, NAME), 'utf8').split('\n');
    return lines.flatMap((line) => parseEntry(line) ?? []);
  } catch {
    return [];
  }
}

/** Whether the last run came to its end; true where there was none. */
export function lastRunFinished(entries: readonly JournalEntry[]): boolean {
  const last = entries.findLast((entry) => 'run' in entry);
  return last === undefined || ('run' in last && last.run === 'finished');
}

/** What happened to which document, line by line while it happens; anew where the last run finished, else behind it. */
export class Journal {
  readonly #path: string;
  readonly #descriptor: number;

  constructor(folder: string, anew: boolean) {
    this.#path = join(folder, NAME);
    this.#descriptor = writing(this.#path, () => openSync(this.#path, anew ? 'w' : 'a'));
    // A line that was cut off must not swallow the next one.
    if (!anew) writing(this.#path, () => appendFileSync(this.#descriptor, '\n'));
  }

  add(entry: JournalEntry): void {
    writing(this.#path, () => appendFileSync(this.#descriptor, `${JSON.stringify(entry)}\n`));
  }

  /** The last word of a run, on a disk that may be full: the journal must not hide why the run ends. */
  close(entry: JournalEntry): void {
    try {
      appendFileSync(this.#descriptor, `${JSON.stringify(entry)}\n`);
      fsyncSync(this.#descriptor);
    } catch {
      // the error that stopped the run is told already
    } finally {
      closeSync(this.#descriptor);
    }
  }
}
