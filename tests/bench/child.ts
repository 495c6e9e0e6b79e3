import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { residentOf, spentBy } from '../support/processes.ts';
import { loadCorpus } from './corpus.ts';
import { warmEdits } from './edit-work.ts';
import type { Job, Measured } from './measure.ts';
import { pdfsBelow, warmPdfjs, warmPdfs, warmWorkers } from './pdf-work.ts';

/*
 * One measurement in a process of its own, so that memory and warm-up are those of this measurement alone. Runs the compiled
 * program; prints what it measured as one line of JSON, marked, because the program may print too.
 */

type Library = typeof import('../../pipeline/index.ts');
type Extracting = typeof import('../../pipeline/run/document/extract.ts');
type Program = typeof import('../../pipeline/cli/program.ts');

const job = JSON.parse(process.argv[2]!) as Job;
const load = <T>(file: string): Promise<T> => import(pathToFileURL(join(job.root, 'dist', file)).href) as Promise<T>;
const stages: Record<string, number> = {};
let documents = 0;
let bytes = 0;

async function extractOne(
  { extract }: Extracting,
  profiles: Awaited<ReturnType<Library['loadProfiles']>>,
  document: Uint8Array,
): Promise<void> {
  const { milliseconds = {} } = await extract(document, { sourceFile: 'a.txt', documentId: 'a', profiles });
  for (const [stage, spent] of Object.entries(milliseconds)) stages[stage] = (stages[stage] ?? 0) + spent;
  documents++;
  bytes += document.length;
}

/** Extraction only, documents in memory; every document once before the clock starts. */
async function extraction(count: number): Promise<() => Promise<void>> {
  const library = await load<Library>('pipeline/index.js');
  const profiles = await library.loadProfiles();
  const extracting = await load<Extracting>('pipeline/run/document/extract.js');
  const corpus = loadCorpus(job.root).documents;
  for (const document of corpus) await extracting.extract(document, { sourceFile: 'a.txt', documentId: 'a', profiles });
  return async () => {
    for (let i = 0; i < count; i++) await extractOne(extracting, profiles, corpus[i % corpus.length]!);
  };
}

/** One file; a small document before the clock starts. */
async function file(path: string): Promise<() => Promise<void>> {
  const library = await load<Library>('pipeline/index.js');
  const profiles = await library.loadProfiles();
  const extracting = await load<Extracting>('pipeline/run/document/extract.js');
  await extracting.extract(loadCorpus(job.root).documents[0]!, { sourceFile: 'a.txt', documentId: 'a', profiles });
  const document = readFileSync(path);
  return () => extractOne(extracting, profiles, document);
}

/** The command as a user runs it, from the start of the process: nothing is warm. */
async function command(input: string, out: string, args: readonly string[]): Promise<void> {
  const { run } = await load<Program>('pipeline/cli/program.js');
  await run(['extract', input, '--out', out, '--quiet', ...args]);
  const { counts, milliseconds } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
  documents = counts.documents;
  bytes = counts.bytes;
  Object.assign(stages, milliseconds);
}

/** Documents are worked on in processes below this one, which waits meanwhile. */
const SAMPLED_EVERY = 50;
let together = 0;
setInterval(() => {
  together = Math.max(together, residentOf(process.pid));
}, SAMPLED_EVERY).unref();

function report(wall: number, cpu: number): void {
  const peak = Math.max(together, process.resourceUsage().maxRSS * 1024);
  const measured: Measured = { documents, bytes, wall, cpu, peak, stages };
  process.stdout.write(`\n@measured ${JSON.stringify(measured)}\n`);
}

/** Everything that the job needs and that is not to be measured, done; what it returns is measured. */
function prepared(): Promise<() => Promise<void>> {
  switch (job.kind) {
    case 'extraction':
      return extraction(job.count);
    case 'file':
      return file(job.path);
    case 'edits':
      return warmEdits(load, stages);
    case 'pdfjs':
      return warmPdfjs(job.root, job.folder);
    case 'pdfs':
      return warmPdfs(load, job.folder, job.out, stages);
    case 'workers':
      return warmWorkers(load, job.folder, job.out, job.jobs);
    case 'command':
      throw new Error('a command is measured from the start of its process');
  }
}

if (job.kind === 'command') {
  await command(job.input, job.out, job.args ?? []);
  report(performance.now(), spentBy(process.pid));
} else {
  const work = await prepared();
  const [start, before] = [performance.now(), spentBy(process.pid)];
  await work();
  const [wall, cpu] = [performance.now() - start, spentBy(process.pid) - before];
  if ('folder' in job) {
    const files = pdfsBelow(job.folder);
    documents = files.length;
    bytes = files.reduce((sum, { size }) => sum + size, 0);
  }
  report(wall, cpu);
  // Workers that wait for more would keep the process.
  process.exit();
}
