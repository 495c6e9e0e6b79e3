import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Extraction } from '../../../extractors/extraction.ts';
import type { Picture } from '../../../extractors/model/picture.ts';
import { extract } from '../../../pipeline/run/document/extract.ts';
import { loadProfiles } from '../../../pipeline/run/profiles/load-profiles.ts';
import { damaged, USUAL_DAMAGE } from '../../support/scan/damage.ts';
import { pdfOfPictures, picturesOf } from '../../support/scan/twin.ts';
import { type Compared, compared } from './compare.ts';

/*
 * PDFs, printed and scanned again, against their own facts: `npm run bench:scans -- [folder or PDF …] [--pages N] [--only 150]`. Without a
 * path: the samples that are PDFs. A minute a document of fifteen pages, three times.
 */

const KINDS: readonly { name: string; dpi: number; scanned(page: Picture, seed: number): Picture }[] = [
  { name: 'clean 150 dpi', dpi: 150, scanned: (page) => page },
  { name: 'clean 200 dpi', dpi: 200, scanned: (page) => page },
  { name: 'damaged 200 dpi', dpi: 200, scanned: (page, seed) => damaged(page, USUAL_DAMAGE, seed) },
];

const given = process.argv.slice(2);
const argumentOf = (name: string): string | undefined => (given.includes(name) ? given[given.indexOf(name) + 1] : undefined);
const only = argumentOf('--only');
const most = Number(argumentOf('--pages') ?? Number.POSITIVE_INFINITY);
const paths = given.filter((argument, i) => !argument.startsWith('--') && !given[i - 1]?.startsWith('--'));

function pdfsAt(path: string): string[] {
  if (path.toLowerCase().endsWith('.pdf')) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf') && !/(?:^|\/)scan-/.test(name))
    .sort()
    .map((name) => join(path, name));
}

const profiles = await loadProfiles();
const read = (bytes: Uint8Array, name: string): Promise<Extraction> => extract(bytes, { sourceFile: name, documentId: 'a', profiles });

const share = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(2));

function row(name: string, { reference, read: found, right, rightFlagged, wrongAmounts, wrongPlaces }: Compared, seconds: number): string {
  const f1 = reference + found === 0 ? 1 : (2 * right) / (reference + found);
  const parts = [f1.toFixed(4), reference, found, wrongAmounts, wrongPlaces, `${share(rightFlagged, right)} %`, seconds.toFixed(1)];
  return [name, ...parts].join(' | ');
}

function sum(all: readonly Compared[]): Compared {
  const total: Compared = { reference: 0, read: 0, right: 0, rightFlagged: 0, wrongAmounts: 0, wrongPlaces: 0 };
  for (const one of all) for (const key of Object.keys(total) as (keyof Compared)[]) total[key] += one[key];
  return total;
}

const files = (paths.length > 0 ? paths.map((path) => resolve(path)) : [resolve('samples')]).flatMap(pdfsAt);
for (const { name, dpi, scanned } of KINDS) {
  if (only !== undefined && !name.includes(only)) continue;
  console.log(
    `\n${name}\ndocument | F1 | facts | read | amounts wrong, silent | places wrong, silent | right, flagged | CPU seconds a page`,
  );
  const all: Compared[] = [];
  for (const file of files) {
    const bytes = readFileSync(file);
    const pages = (await picturesOf(bytes, dpi)).slice(0, most);
    const started = process.cpuUsage();
    const scan = await read(pdfOfPictures(pages.map(scanned), dpi), basename(file));
    const { user, system } = process.cpuUsage(started);
    const one = compared(await read(bytes, basename(file)), scan);
    all.push(one);
    console.log(row(basename(file), one, (user + system) / 1e6 / pages.length));
  }
  console.log(row('all', sum(all), 0));
}
console.log(`\nmost memory of the process, with all pictures of a document: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
