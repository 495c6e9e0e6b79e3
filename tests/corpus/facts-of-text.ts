import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toRecords } from '../../pipeline/publish/records/records.ts';
import { extract } from '../../pipeline/run/document/extract.ts';
import { loadProfiles } from '../../pipeline/run/profiles/load-profiles.ts';
import { CORPUS } from './corpus.ts';

/** By title, code or label, column path and value: whether each is flagged. */
type Facts = Map<string, boolean[]>;

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

const textOf = (path: string, mode: readonly string[]): Uint8Array =>
  spawnSync('pdftotext', [...mode, '-enc', 'UTF-8', path, '-'], { maxBuffer: 1 << 28 }).stdout;

/** `pdftotext` of poppler-utils can be run. */
export const isPdftotextInstalled = spawnSync('pdftotext', ['-v']).error === undefined;

/** Of the facts that PDFs of a folder of the corpus print, those that what `pdftotext` makes of them gives. All three are shares. */
export interface Shares {
  f1: number;
  /** Facts that are wrong and not flagged, of those printed. */
  silent: number;
  /** Right facts that are flagged, of the right ones. */
  flagged: number;
}

/** `mode`: options of `pdftotext` (`-layout`, `-raw`; none for reading order). */
export async function sharesOf(
  folder: string,
  mode: readonly string[],
  isTaken: (file: string, i: number) => boolean = () => true,
): Promise<Shares> {
  const sum = { printed: 0, read: 0, right: 0, silent: 0, flagged: 0 };
  const files = readdirSync(join(CORPUS, folder)).filter((name) => name.endsWith('.pdf'));
  for (const file of files.sort().filter(isTaken)) {
    const path = join(CORPUS, folder, file);
    const truth = await factsOf(readFileSync(path), file);
    const text = await factsOf(textOf(path, mode), file.replace('.pdf', '.txt'));
    sum.printed += [...truth.values()].flat().length;
    for (const [key, reviews] of text) {
      const right = Math.min(reviews.length, truth.get(key)?.length ?? 0);
      const flagged = reviews.filter(Boolean).length;
      sum.read += reviews.length;
      sum.right += right;
      sum.silent += Math.max(0, reviews.length - flagged - right);
      sum.flagged += Math.max(0, right - (reviews.length - flagged));
    }
  }
  return { f1: (2 * sum.right) / (sum.printed + sum.read), silent: sum.silent / sum.printed, flagged: sum.flagged / sum.right };
}
