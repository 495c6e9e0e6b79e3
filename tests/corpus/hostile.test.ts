import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostileFiles } from '../support/hostile-files.ts';
import { extractFolder, isDocumented, type Ran, type Result, type Row, resultsIn } from '../support/program.ts';
import { CORPUS, describeCorpus } from './corpus.ts';

/*
 * Hand-made and damaged PDFs through the compiled program, each in a process of its own, since some of them would take this one along.
 * Time is bounded by the program's own limit for a document; the seconds for a run only end what would never end.
 */

const MAIN = join(import.meta.dirname, '../../dist/pipeline/cli/main.js');
const FOLDER = join(CORPUS, 'hostile');
const LIMIT = ['--jobs', '2', '--timeout', '120'];
const SECONDS = 280;
const PEAK = 1_200_000_000;

/** One document: its row of documents.csv, its facts, the rules of its findings. */
interface Document {
  row: Row;
  facts: readonly Row[];
  rules: readonly string[];
  isFlagged(fact: Row): boolean;
}

const valuesOf = (facts: readonly Row[]): string[] =>
  facts.map(({ code, label, column_path, value }) => `${code || label} | ${column_path} = ${value}`);

let base: Document;

/** Numbers that a reader of the page sees: those of the document as it should be. */
const isSeen = (fact: Row): boolean => valuesOf(base.facts).includes(valuesOf([fact])[0]!);

const told = ({ row }: Document): void => {
  expect(row.status).not.toBe('succeeded');
  expect(row.reason).not.toBe('');
};
const inItsTime = ({ rules }: Document): void => expect(rules).not.toContain('document/timed-out');
const notCrashed = ({ rules }: Document): void => expect(rules).not.toContain('document/crashed');
const noneInternal = ({ rules }: Document): void => expect(rules.filter((rule) => rule.startsWith('internal'))).toEqual([]);

/** No number that nobody sees passes as one that is printed. */
function nothingHidden(document: Document): void {
  expect(valuesOf(document.facts.filter((fact) => !document.isFlagged(fact)))).toEqual([]);
  expect(valuesOf(document.facts.filter(({ value_state }) => value_state === 'proved'))).toEqual([]);
}

/** What is seen, or a flag. */
function seenOrFlagged(document: Document): void {
  const other = document.facts.filter((fact) => !isSeen(fact));
  expect(valuesOf(other.filter((fact) => !document.isFlagged(fact)))).toEqual([]);
}

/** A document without numbers where amounts are printed has not succeeded. */
function toldWhereEmpty(document: Document): void {
  if (document.facts.length === 0) told(document);
}

/** Where nothing is seen, a finding says what the page holds beside it. */
function namedWhereEmpty({ facts, rules }: Document): void {
  if (facts.length === 0) expect(rules.filter((rule) => rule.startsWith('pdf/'))).not.toEqual([]);
}

function nothingFlagged({ facts, isFlagged }: Document): void {
  expect(facts.filter(isFlagged)).toEqual([]);
}

type Expectation = (document: Document) => void;

/** By the beginning of the file's name. */
const EXPECTED: Readonly<Record<string, readonly Expectation[]>> = {
  't00-base': [({ row, facts }) => expect([row.status, facts.length]).toEqual(['succeeded', 13]), nothingFlagged],
  's17-w-range-huge': [told],
  'x25-length': [({ row }) => expect(row.tables).toBe('9'), ({ facts }) => expect(facts.length).toBeGreaterThan(0), notCrashed, inItsTime],
  's49-40x63MB-contents': [told],
  's42-bomb-1G-hexname': [told],
  's46-bomb-runlength': [told],
  's64-header-zeros': [told],
  's58-pattern-recursive': [told],
  's30-same-place-100k': [inItsTime, notCrashed],
  'g25000-equal-digits': [inItsTime, notCrashed],
  's07-20000-same-pages': [inItsTime, notCrashed],
  'f60-flip': [told, notCrashed, inItsTime],
  'c75-cut': [told, ({ rules }) => expect(rules).not.toContain('pdf/needs-ocr'), notCrashed, inItsTime],
  t02: [nothingHidden, namedWhereEmpty],
  t10: [nothingHidden, namedWhereEmpty],
  t13: [nothingHidden, namedWhereEmpty],
  t24: [nothingHidden, namedWhereEmpty],
  t04: [seenOrFlagged, ({ facts }) => expect(facts.length).toBeGreaterThan(0)],
  t15: [seenOrFlagged],
  t19: [toldWhereEmpty, ({ facts, rules }) => expect([facts.length, rules]).toEqual([13, ['pdf/annotations-read']])],
};

/** Beside the hostile one, to see that it is not harmed. */
const BESIDE = 't00-base.pdf';
const files = hostileFiles(FOLDER);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhang-hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function documentOf(result: Result | undefined): Document {
  const row = result?.documents[0];
  if (!result || !row) throw new Error('there is no result for it');
  const isFlagged = (fact: Row): boolean => fact.review === 'true' || result.flagged.has(`${fact.document_id} ${fact.fact_id}`);
  return { row, facts: result.facts, rules: result.findings.map(({ ruleId }) => ruleId), isFlagged };
}

interface Batch {
  ran: Ran;
  results: Map<string, Result>;
}

/** The file beside a sound one. */
async function batchWith(name: string): Promise<Batch> {
  const [input, out] = [join(folder, name, 'in'), join(folder, name, 'out')];
  mkdirSync(input, { recursive: true });
  for (const file of files) if (file.name === name || file.name === BESIDE) writeFileSync(join(input, file.name), file.bytes);
  return { ran: await extractFolder(MAIN, input, out, LIMIT, SECONDS), results: resultsIn(out) };
}

function judgeRun({ ran, results }: Batch): void {
  expect(ran).toMatchObject({ hung: false, signal: null });
  expect(isDocumented(ran), `exit ${ran.status}: ${ran.stderr}`).toBe(true);
  base = documentOf(results.get(BESIDE));
  expect([base.row.status, base.facts.length]).toEqual(['succeeded', 13]);
}

describeCorpus('hostile files', existsSync(FOLDER), () => {
  it.each(files.map(({ name }) => name))('%s', async (name) => {
    const known = Object.entries(EXPECTED).find(([start]) => name.startsWith(start));
    expect(known, 'what must come out of it is not written down here').toBeDefined();
    const run = await batchWith(name);
    judgeRun(run);
    const document = documentOf(run.results.get(name));
    for (const expectation of [noneInternal, ...(known?.[1] ?? [])]) expectation(document);
    expect(run.ran.peak).toBeLessThanOrEqual(PEAK);
  });

  it('the same command again ends alike where a document took its process along', async () => {
    const name = files.find((file) => file.name.startsWith('s17'))?.name ?? '';
    const again = await batchWith(name);
    judgeRun(again);
    told(documentOf(again.results.get(name)));
  });

  it('every expectation has its file', () => {
    expect(Object.keys(EXPECTED).filter((start) => !files.some(({ name }) => name.startsWith(start)))).toEqual([]);
  });
});
