import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { toRecords } from '../../pipeline/publish/records/records.ts';
import { extract } from '../../pipeline/run/document/extract.ts';
import { loadProfiles } from '../../pipeline/run/profiles/load-profiles.ts';

/** By title, code or label, column path and value: whether each is flagged. */
export type Facts = Map<string, boolean[]>;

async function factsOf(bytes: Uint8Array, sourceFile: string): Promise<Facts> {
  const { disclosure, report } = await extract(bytes, { sourceFile, documentId: 'x', profiles: await loadProfiles() });
  const found: Facts = new Map();
  for (const { table_title, code, label, column_path, value, review } of toRecords(disclosure, report)['facts.csv']) {
    const key = [table_title, code || label, column_path, String(value).replace(/(\.\d*?)0+$/, '$1')]
      .join('|')
      .normalize('NFKC')
      .replace(/[\s"“”]/g, '');
    found.set(key, [...(found.get(key) ?? []), review]);
  }
  return found;
}

/** `pdftotext` of poppler-utils can be run. */
export const isPdftotextInstalled = spawnSync('pdftotext', ['-v']).error === undefined;

export const factsOfPdf = (path: string): Promise<Facts> => factsOf(readFileSync(path), basename(path));

/** `mode`: an option of `pdftotext`, or `plain` for its reading order. */
export function factsOfText(path: string, mode: string): Promise<Facts> {
  const options = mode === 'plain' ? [] : [mode];
  const { stdout } = spawnSync('pdftotext', [...options, '-enc', 'UTF-8', path, '-'], { maxBuffer: 1 << 28 });
  return factsOf(stdout, basename(path).replace('.pdf', '.txt'));
}

/** Numbers of facts: printed in the PDF, read from the text, right ones of these, wrong ones without a flag, right ones with one. */
export interface Counts {
  printed: number;
  read: number;
  right: number;
  silent: number;
  flagged: number;
}

export const NO_COUNTS: Counts = { printed: 0, read: 0, right: 0, silent: 0, flagged: 0 };

/** What was counted before, and one document more. */
export function together(before: Counts, truth: Facts, text: Facts): Counts {
  const sum = { ...before, printed: before.printed + [...truth.values()].flat().length };
  for (const [key, reviews] of text) {
    const right = Math.min(reviews.length, truth.get(key)?.length ?? 0);
    const flagged = reviews.filter(Boolean).length;
    sum.read += reviews.length;
    sum.right += right;
    sum.silent += Math.max(0, reviews.length - flagged - right);
    sum.flagged += Math.max(0, right - (reviews.length - flagged));
  }
  return sum;
}

/** F1 of the facts; wrong ones that are not flagged, of those printed; right ones that are flagged, of the right ones. */
export function sharesOf({ printed, read, right, silent, flagged }: Counts): { f1: number; silent: number; flagged: number } {
  return { f1: (2 * right) / (printed + read), silent: silent / printed, flagged: flagged / right };
}
