import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { openDataset } from '../../pipeline/dataset/open.ts';
import { QueryEngine } from '../../pipeline/query/engine.ts';
import { render } from '../../pipeline/query/render.ts';
import { runBatch } from '../../pipeline/run/batch/batch.ts';
import { extract } from '../../pipeline/run/document/extract.ts';
import { extractSample, findSamples } from '../../pipeline/run/golden/golden.ts';
import { loadProfiles } from '../../pipeline/run/profiles/load-profiles.ts';
import type { Gold } from '../generator/document.ts';
import { type Recorded, record } from './ratchet.ts';
import { SHOWN_QUERIES } from './readme-queries.ts';
import { bytesOf, RULE_EXAMPLES } from './rule-examples/index.ts';
import { score } from './score.ts';

/** What README.md and the pages of docs/ show of real runs: each block stands between `<!-- block: name -->` and `<!-- end -->`. */

const ROOT = resolve(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/pipeline/cli/main.js');

/** The documents that the pages show. A fixed choice: a new city's sample does not change them. */
const SHOWN = ['liaoning/layout-lost', 'default/older-integers'];

type Row = Record<string, string>;

/** A line that is printed only where a run takes long, as on a busy machine. */
const PROGRESS = /^\d+\/\d+, .*\n/gm;

const fenced = (text: string): string => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;

function readCsv(file: string): Row[] {
  return Papa.parse<Row>(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
}

/** The cells of a row that are filled, one a line. */
function showRow(row: Row): string {
  const filled = Object.entries(row).filter(([, value]) => value !== '');
  const width = Math.max(...filled.map(([name]) => name.length));
  return filled.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}

/** Runs the program in a folder that `fill` has filled, and gives what the caller takes from its output. */
function inScratch<T>(fill: (folder: string) => void, take: (folder: string, talk: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-pages-'));
  try {
    fill(folder);
    const { stderr, status } = spawnSync(process.execPath, [MAIN, 'extract', 'samples', '--out', 'out'], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`a run that a page shows ended with ${status}: ${stderr}`);
    return take(folder, stderr.replace(PROGRESS, ''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A proved number of a row that lost its empty cells, outside the column of totals: the first in the file. */
function factToShow(facts: readonly Row[]): Row {
  const tableOf = ({ document_id, table_index }: Row): string => `${document_id} ${table_index}`;
  const filled = new Map<string, number>();
  const columns = new Map<string, Set<string>>();
  for (const fact of facts) {
    const row = `${tableOf(fact)} ${fact.row_index}`;
    filled.set(row, (filled.get(row) ?? 0) + 1);
    columns.set(tableOf(fact), (columns.get(tableOf(fact)) ?? new Set()).add(fact.column_path!));
  }
  const found = facts.find(
    (fact) =>
      fact.value_state === 'proved' &&
      fact.placement_state === 'unique' &&
      fact.code !== '' &&
      !/合计|总计/.test(fact.column_path!) &&
      filled.get(`${tableOf(fact)} ${fact.row_index}`)! < columns.get(tableOf(fact))!.size,
  );
  if (!found) throw new Error(`no fact of ${SHOWN.join(', ')} was placed by sums and proved`);
  return found;
}

function runBlocks(): { run: string; printed: string; fact: string } {
  const fill = (folder: string): void => {
    for (const sample of SHOWN) cpSync(join(ROOT, 'samples', sample), join(folder, 'samples', sample), { recursive: true });
  };
  return inScratch(fill, (folder, talk) => {
    const fact = factToShow(readCsv(join(folder, 'out/facts.csv')));
    const source = readFileSync(join(folder, 'samples', fact.source_file!), 'utf8').split('\n');
    return { run: fenced(talk.replace(/[^\S\n]+$/gm, '')), printed: fenced(source[Number(fact.line) - 1]!), fact: fenced(showRow(fact)) };
  });
}

/** A document with a slip, and the review item that comes of it. */
function reviewBlocks(): { slip: string; review: string } {
  const example = RULE_EXAMPLES.find(({ rule }) => rule === 'equation/broken')!;
  const fill = (folder: string): void => {
    mkdirSync(join(folder, 'samples'));
    writeFileSync(join(folder, 'samples/slip.txt'), bytesOf(example));
  };
  return inScratch(fill, (folder) => {
    const [item] = readCsv(join(folder, 'out/review.csv'));
    return { slip: fenced((example.source as readonly string[]).join('\n')), review: fenced(showRow(item!)) };
  });
}

/** Questions in SQL about the samples and the document with a slip, with their answers as a terminal shows them. */
async function queryBlocks(): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-pages-'));
  try {
    cpSync(join(ROOT, 'samples'), join(folder, 'samples'), { recursive: true });
    writeFileSync(join(folder, 'samples/slip.txt'), bytesOf(RULE_EXAMPLES.find(({ rule }) => rule === 'equation/broken')!));
    const out = join(folder, 'out');
    await runBatch({ paths: [join(folder, 'samples')], out, profiles: await loadProfiles(), isolated: false });
    const engine = await QueryEngine.open(openDataset(out));
    const blocks: Record<string, string> = {};
    for (const [name, sql] of Object.entries(SHOWN_QUERIES)) {
      let answer = '';
      for await (const text of render(await engine.ask(sql), 'table')) answer += text;
      blocks[name] = `\`\`\`sql\n${sql.trim()}\n\`\`\`\n\n${fenced(answer)}`;
    }
    engine.close();
    return blocks;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** Scores of the generated samples, whose truth is known exactly. */
async function sampleScores(): Promise<[string, Recorded][]> {
  const profiles = await loadProfiles();
  const scores: [string, Recorded][] = [];
  for (const sample of await findSamples(join(ROOT, 'samples'))) {
    const origin = readJson<{ generator?: string }>(join(sample.folder, 'origin.json'));
    if (origin.generator !== 'tests/generator') continue;
    const { disclosure, report } = await extractSample(sample, profiles, extract);
    const gold = readJson<Gold>(join(sample.folder, 'gold.json'));
    scores.push([`${sample.profile}/${sample.slug}`, record(score(gold, disclosure, report))]);
  }
  return scores;
}

/** Scores of real documents, as tests/corpus.test.ts last recorded them. */
function corpusScores(): [string, Recorded][] {
  const file = join(ROOT, 'tests/corpus-scores.json');
  return existsSync(file)
    ? Object.entries(readJson<Record<string, Recorded>>(file)).map(([name, scores]) => [`real document ${name}`, scores])
    : [];
}

const SHOWN_SCORES = {
  facts: 'facts',
  factsFull: 'facts, full',
  indicators: 'indicators',
  indicatorResults: 'results',
  projects: 'projects',
  statements: 'statements',
  wrongSilent: 'wrong, silent',
  missingSilent: 'missing, silent',
  rightFlagged: 'right, flagged',
} as const;
const COUNTS = new Set(['wrongSilent', 'missingSilent', 'rightFlagged']);

function scoreBlock(scores: readonly [string, Recorded][]): string {
  const names = Object.keys(SHOWN_SCORES);
  const cell = (name: string, value: number | undefined): string =>
    value === undefined || (name === 'statements' && value === 0) ? '–' : COUNTS.has(name) ? String(value) : value.toFixed(3);
  return [
    `| document | ${Object.values(SHOWN_SCORES).join(' | ')} |`,
    `|---|${names.map(() => '--:|').join('')}`,
    ...scores.map(([document, recorded]) => `| ${document} | ${names.map((name) => cell(name, recorded[name])).join(' | ')} |`),
  ].join('\n');
}

/** Every block, by name; each stands on one page. */
export async function shownBlocks(): Promise<Record<string, string>> {
  return {
    ...runBlocks(),
    ...reviewBlocks(),
    ...(await queryBlocks()),
    scores: scoreBlock([...corpusScores(), ...(await sampleScores())]),
  };
}

const BLOCK = /(<!-- block: ([a-z-]+) -->\n)([\s\S]*?)(<!-- end -->)/g;

/** Names of the blocks of a page, in its order. A start without an end, or the other way round, is an error. */
export function blockNames(page: string): string[] {
  const names = [...page.matchAll(BLOCK)].map((match) => match[2]!);
  const marks = page.match(/<!-- (?:block:.*?|end) -->/g) ?? [];
  if (marks.length !== 2 * names.length) throw new Error(`blocks that do not begin or end: ${marks.join(' ')}`);
  return names;
}

/** The page with its blocks as they should be. A block that is not known is an error. */
export function withBlocks(page: string, blocks: Readonly<Record<string, string>>): string {
  return page.replace(BLOCK, (_, start: string, name: string, _old: string, end: string) => {
    const text = blocks[name];
    if (text === undefined) throw new Error(`no block is called "${name}"; known: ${Object.keys(blocks).join(', ')}`);
    return `${start}${text}\n${end}`;
  });
}
