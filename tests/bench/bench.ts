import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Corpus, loadCorpus, writeDocuments } from './corpus.ts';
import { measureEdits } from './edits.ts';
import { type Measured, measure, startUp } from './measure.ts';
import { measurePdfs } from './pdfs.ts';
import { MEASURED_HEAD, measuredRow, printTable, speed, stageRows } from './table.ts';
import { Verdict } from './verdict.ts';

/** How much a document may cost in the largest run against the middle one; the rest is the noise of a shared machine. */
const COST_TOLERANCE = 1.3;
/** How far the peak of the largest run may lie above that of the middle one. */
const MEMORY_TOLERANCE = 1.25;
const MB_PER_SECOND = 2;
const START_UP_MILLISECONDS = 400;
const START_UP_RUNS = 7;
const COUNTS = [10, 100, 1000];
const CHILD_SECONDS = 600;

const root = resolve(process.cwd());

function measureCommand(corpus: Corpus, count: number): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-bench-'));
  try {
    writeDocuments(join(folder, 'in'), corpus, count);
    return measure({ root, kind: 'command', input: join(folder, 'in'), out: join(folder, 'out') }, CHILD_SECONDS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a document costs once the program is running: what the largest run has more than the middle one. */
function further(runs: readonly Measured[]): Measured {
  const [small, large] = [runs.at(-2)!, runs.at(-1)!];
  const bytes = large.bytes - small.bytes;
  const documents = large.documents - small.documents;
  return { ...large, bytes, documents, wall: large.wall - small.wall, cpu: large.cpu - small.cpu };
}

function judge(verdict: Verdict, name: string, runs: readonly Measured[]): void {
  const [small, large] = [runs.at(-2)!, runs.at(-1)!];
  const cost = ({ cpu, documents }: Measured): number => cpu / documents;
  verdict.atMost(
    `${name}: cost of a document, ${large.documents} against ${small.documents} documents`,
    cost(large) / cost(small),
    COST_TOLERANCE,
  );
  verdict.atMost(
    `${name}: peak memory, ${large.documents} against ${small.documents} documents`,
    large.peak / small.peak,
    MEMORY_TOLERANCE,
  );
  if (corpus.real) verdict.atLeast(`${name}: MB/s of one core, each further document`, speed(further(runs)), MB_PER_SECOND);
}

const corpus = loadCorpus(root);
const args = process.argv.slice(2);
const counts = args.map(Number).filter(Boolean);
const sizes = counts.length > 1 ? counts : COUNTS;
const verdict = new Verdict();
const kinds = [
  {
    name: 'extraction',
    about: 'one process, documents in memory, each extracted once before the clock starts',
    run: (count: number) => measure({ root, kind: 'extraction', count }, CHILD_SECONDS),
  },
  {
    name: 'whole command',
    about: 'every output written to a fresh folder, from process start, nothing warm',
    run: (count: number) => measureCommand(corpus, count),
  },
];

process.stdout.write(
  `Documents: ${corpus.documents.length} of ${corpus.name}, repeated. Node ${process.version}, ${process.arch}. Each row is a process of its own.\n`,
);
// First, while the load of the machine is that of others.
const only = ['edits', 'pdfs', 'texts'].find((part) => args.includes(part));
if (!only || only === 'edits') measureEdits(root, verdict);
if (!only || only === 'pdfs') measurePdfs(root, verdict);
if (!only || only === 'texts') {
  for (const { name, about, run } of kinds) {
    const runs = sizes.map(run);
    const rows = runs.map((measured) => measuredRow(`${measured.documents} documents`, measured));
    printTable(`${name} (${about})`, MEASURED_HEAD, [...rows, measuredRow('each further one', further(runs))]);
    printTable(`${name}, ${sizes.at(-2)} documents: time by stage`, ['stage', 'ms', 'share'], stageRows(runs.at(-2)!));
    judge(verdict, name, runs);
  }
  for (const started of [['--help'], ['check', join(root, 'package.json')]]) {
    const took = startUp(root, started, START_UP_RUNS);
    verdict.atMost(`start-up of the command line, ms (${started[0]}, median of ${START_UP_RUNS})`, took, START_UP_MILLISECONDS);
  }
}

process.exitCode = verdict.exitCode;
