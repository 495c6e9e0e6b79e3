import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { PDF_DIALECTS } from '../../generator/dialects/pdf.ts';
import { type Dialect, generateFile, TEXT_DIALECTS } from '../../generator/generate.ts';
import { zip } from '../../support/zip.ts';
import { bytesOf } from './mutation.ts';
import { mapped, repacked } from './pdf/variants.ts';

/** A sound document. */
export interface Base {
  /** Unique, fit for a file name. */
  name: string;
  ending: string;
  bytes: Uint8Array;
}

const SEEDS = [101, 102];
/** Larger ones tell no more and take long. */
const MOST_BYTES = 400_000;

const MARKDOWN = new Set<Dialect>(['pipe-markdown', 'final-accounts']);
const textDialects = Object.keys(TEXT_DIALECTS) as (keyof typeof TEXT_DIALECTS)[];

function generated(dialects: readonly Dialect[], ending: string): Base[] {
  return dialects.flatMap((dialect) =>
    SEEDS.map((seed) => ({ name: `${dialect}-${seed}`, ending, bytes: generateFile({ dialect, seed }).bytes })),
  );
}

function below(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
}

function filesOf(root: string, folder: string, ending: string): Base[] {
  const files = below(join(root, folder)).filter((path) => extname(path) === `.${ending}`);
  return files
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(path)) }))
    .filter(({ bytes }) => bytes.length <= MOST_BYTES)
    .map(({ path, bytes }): Base => ({ name: path.slice(join(root, folder).length + 1).replace(/[/.]+/g, '-'), ending, bytes }));
}

/** The project's samples and, where they lie beside the checkout, real documents. */
const found = (root: string, ending: string, corpus: readonly string[]): Base[] => [
  ...filesOf(root, 'samples', ending),
  ...corpus.flatMap((folder) => filesOf(root, `../shared/corpus/${folder}`, ending)),
];

export const texts = (root: string): Base[] => [
  ...generated(
    textDialects.filter((dialect) => !MARKDOWN.has(dialect)),
    'txt',
  ),
  ...found(root, 'txt', ['seeds', 'text']),
];

export const markdowns = (): Base[] => generated([...MARKDOWN], 'md');

/** A text as a page: lines with tabs become rows of tables, each on its own line, the others paragraphs. */
export function asHtml(text: string): string {
  const lines = text.split('\n');
  const isRow = (line: string | undefined): boolean => line?.includes('\t') ?? false;
  const body = lines.map((line, i) => {
    if (!isRow(line)) return `<p>${line}</p>`;
    const cells = line.split('\t').map((cell) => `<td>${cell}</td>`);
    return `${isRow(lines[i - 1]) ? '' : '<table>'}<tr>${cells.join('')}</tr>${isRow(lines[i + 1]) ? '' : '</table>'}`;
  });
  return ['<!DOCTYPE html><html><head><meta charset="utf-8"><title>预算公开</title></head><body>', ...body, '</body></html>'].join('\n');
}

const TABBED: readonly Dialect[] = ['tabbed-budget', 'older-integers', 'other-city', 'page-repeated'];

export const pages = (): Base[] =>
  generated(TABBED, 'html').map((base) => ({ ...base, bytes: bytesOf(asHtml(Buffer.from(base.bytes).toString('utf8'))) }));

export function pdfs(root: string): Base[] {
  const made = generated(Object.keys(PDF_DIALECTS) as Dialect[], 'pdf');
  const open = made.flatMap((base, i) => {
    const bytes = i % 2 === 0 ? repacked(base.bytes) : mapped(base.bytes);
    return bytes ? [{ ...base, name: `${base.name}-${i % 2 === 0 ? 'repacked' : 'mapped'}`, bytes }] : [];
  });
  return [...made, ...open, ...found(root, 'pdf', ['pdf'])];
}

/** Archives of two texts each, packed and stored. */
export function archives(): Base[] {
  const members = generated(
    textDialects.filter((dialect) => dialect !== 'layout-lost'),
    'txt',
  );
  return members.slice(1).map((second, i): Base => {
    const entries = [members[i]!, second].map(({ name, bytes }) => ({ name: `${name}.txt`, content: bytes, stored: i % 3 === 0 }));
    return { name: `archive-${i}`, ending: 'zip', bytes: new Uint8Array(zip(entries)) };
  });
}
