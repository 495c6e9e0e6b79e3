import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writing } from '../../base/files.ts';
import { shownJson } from '../../base/shown/terminal.ts';

/** A line of the journal: a run begins, a document's turn is over, a run ends. */
const JournalEntry = z.union([
  z.object({ run: z.literal('begun'), at: z.string(), version: z.string(), documents: z.number() }),
  z.object({ document: z.string(), source: z.string(), status: z.string(), kept: z.boolean(), reason: z.string() }),
  z.object({ run: z.enum(['finished', 'interrupted', 'stopped']), at: z.string(), exitCode: z.number() }),
]);
export type JournalEntry = z.infer<typeof JournalEntry>;

const NAME = 'journal.jsonl';

/** Null for a line that was cut off with the power, or that another version wrote. */
function parseEntry(line: string): JournalEntry | null {
  try {
    return JournalEntry.safeParse(JSON.parse(line)).data ?? null;
  } catch {
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

/** What happened to which document, line by line while it happens. */
export class Journal {
  readonly #path: string;
  readonly #descriptor: number;

  /** `anew`: begins anew instead of behind what is there. */
  constructor(folder: string, anew: boolean) {
    this.#path = join(folder, NAME);
    this.#descriptor = writing(this.#path, () => openSync(this.#path, anew ? 'w' : 'a'));
    // A line that was cut off must not swallow the next one.
    if (!anew) this.#write('\n');
  }

  add(entry: JournalEntry): void {
    this.#write(`${shownJson(entry)}\n`);
  }

  /** The last word of a run, on a disk that may be full: the journal must not hide why the run ends. */
  close(entry: JournalEntry): void {
    try {
      appendFileSync(this.#descriptor, `${shownJson(entry)}\n`);
      fsyncSync(this.#descriptor);
    } catch {
      // the error that stopped the run is told already
    } finally {
      closeSync(this.#descriptor);
    }
  }

  #write(text: string): void {
    writing(this.#path, () => appendFileSync(this.#descriptor, text));
  }
}
