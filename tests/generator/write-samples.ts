import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Picture } from '../../extractors/model/picture.ts';
import { pdfOfPictures } from '../support/scan/twin.ts';
import { DIALECTS, type Dialect, generateFile } from './generate.ts';

/** The committed samples. Another seed gives another document; `npm run samples` rewrites exactly these. */
const SAMPLES: readonly { slug: string; dialect: Dialect; seed: number }[] = [
  { slug: 'tabbed-budget', dialect: 'tabbed-budget', seed: 42 },
  { slug: 'tabbed-budget-second', dialect: 'tabbed-budget', seed: 41 },
  { slug: 'page-repeated', dialect: 'page-repeated', seed: 21 },
  { slug: 'layout-lost', dialect: 'layout-lost', seed: 8 },
  { slug: 'layout-lost-second', dialect: 'layout-lost', seed: 18 },
  { slug: 'older-integers', dialect: 'older-integers', seed: 54 },
  { slug: 'final-accounts', dialect: 'final-accounts', seed: 41 },
  { slug: 'final-accounts-second', dialect: 'final-accounts', seed: 42 },
  { slug: 'other-city', dialect: 'other-city', seed: 7 },
  { slug: 'pipe-markdown', dialect: 'pipe-markdown', seed: 20 },
  { slug: 'cell-per-line', dialect: 'cell-per-line', seed: 13 },
  { slug: 'pdf-ruled', dialect: 'pdf-ruled', seed: 7 },
  { slug: 'pdf-half', dialect: 'pdf-half', seed: 41 },
  { slug: 'pdf-unruled', dialect: 'pdf-unruled', seed: 20 },
  { slug: 'pdf-turned', dialect: 'pdf-turned', seed: 42 },
  { slug: 'pdf-tight', dialect: 'pdf-tight', seed: 54 },
];

const root = path.resolve(process.argv[2] ?? 'samples');

for (const { slug, dialect, seed } of SAMPLES) {
  const { profile, imitates } = DIALECTS[dialect];
  const { bytes, gold, facts } = generateFile({ dialect, seed });
  const folder = path.join(root, profile, slug);
  const origin = {
    generator: 'tests/generator',
    dialect,
    seed,
    profile,
    year: facts.year,
    entity: facts.entity.name,
    imitates,
    note: 'Made up: entity, amounts and sentences; subject names and codes are those of the 政府收支分类科目.',
  };
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, gold.source), bytes);
  await writeFile(path.join(folder, 'origin.json'), `${JSON.stringify(origin, null, 1)}\n`);
  await writeFile(path.join(folder, 'gold.json'), `${compact(gold)}\n`);
  console.log(`${profile}/${slug}: ${bytes.length} bytes, ${gold.tables.length} tables`);
}

/** Scanned pages (from 0) of a sample that is a PDF: what a scanner of 150 dpi leaves of it. */
const SCANS = [{ slug: 'scan-ruled', of: 'pdf-ruled', pages: [4, 5], dpi: 150 }];

for (const { slug, of, pages, dpi } of SCANS) {
  const folder = path.join(root, 'default', slug);
  const source = path.join(root, 'default', of, 'source.pdf');
  const bytes = pdfOfPictures(
    pages.map((page) => printed(source, page + 1, dpi)),
    dpi,
  );
  const origin = { generator: 'poppler', scanOf: of, pages: pages.map((page) => page + 1), dpi, profile: 'default' };
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'source.pdf'), bytes);
  await writeFile(path.join(folder, 'origin.json'), `${JSON.stringify(origin, null, 1)}\n`);
  console.log(`default/${slug}: ${bytes.length} bytes`);
}

/** A page as poppler prints it: the fonts of the samples are those of the reader's system, and PDFium has none for Chinese. */
function printed(file: string, page: number, dpi: number): Picture {
  const { stdout } = spawnSync('pdftoppm', ['-gray', '-r', `${dpi}`, '-f', `${page}`, '-l', `${page}`, file], { maxBuffer: 2 ** 28 });
  const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.toString('latin1', 0, 40)) ?? [];
  return { width: Number(width), height: Number(height), grey: new Uint8Array(stdout.subarray(head.length)) };
}

/** JSON with a line per row, indicator, project and statement: readable in a diff, a third of the size of full indentation. */
function compact(value: unknown, depth = 0): string {
  const pad = ' '.repeat(depth + 1);
  if (Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null && !Array.isArray(item))) {
    return `[\n${value.map((item) => pad + compact(item, depth + 1)).join(',\n')}\n${' '.repeat(depth)}]`;
  }
  const isTree =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).some((item) => Array.isArray(item) && item.some((x) => typeof x === 'object' && x !== null && !Array.isArray(x)));
  if (!isTree) return JSON.stringify(value);
  const members = Object.entries(value as object).map(([key, item]) => `${pad}${JSON.stringify(key)}: ${compact(item, depth + 1)}`);
  return `{\n${members.join(',\n')}\n${' '.repeat(depth)}}`;
}
