import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { runBatch } from '../../../../pipeline/run/batch/batch.ts';
import type { BatchOptions } from '../../../../pipeline/run/batch/plan.ts';
import { WorkerPool } from '../../../../pipeline/run/batch/worker-pool.ts';
import type { Input } from '../../../../pipeline/run/inputs/input.ts';
import type { Processed } from '../../../../pipeline/run/outcome.ts';
import { ALL, sampled } from '../../../support/sample.ts';
import { CONDITIONS, PROFILES } from '../../fixture.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const DIST = join(ROOT, 'dist/pipeline');
const SAMPLES = sampled(['default/pdf-tight', 'default/other-city', 'liaoning/tabbed-budget'], 1);
const MANY = ALL ? 12 : 6;

/** A worker that does what the document's name says: threads run compiled code, so this one is written here as it runs. */
const WORKER = `
import { existsSync, writeFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { openLocal } from ${JSON.stringify(pathToFileURL(join(DIST, 'run/document/processor.js')).href)};
const PDF_ACCESS = ${JSON.stringify(pathToFileURL(join(DIST, 'run/pdf/pdf-access.js')).href)};
const processor = await openLocal(workerData);
const deeds = {
  hang: () => { for (;;); },
  exit: () => process.exit(3),
  memory: () => { const hoard = []; for (;;) hoard.push(new Array(1000).fill(hoard.length)); },
  throw: () => { throw new Error('thrown'); },
  later: () => { setTimeout(() => { throw new Error('thrown later'); }, 1); return new Promise(() => undefined); },
  // What pdfjs leaves unheard is heard once it is loaded; nothing else is.
  reject: async () => { await (await import(PDF_ACCESS)).pdfAccess(); Promise.reject(new Error('rejected')); return new Promise(() => undefined); },
  write: () => ({ exitCode: 5, text: { en: 'no space', zh: '空间不足' } }),
};
export default async ({ input, begun }) => {
  begun.postMessage(null);
  const [deed, times] = input.documentId.split('-');
  const mark = input.path + '.mark';
  if (deeds[deed] && !(times === 'once' && existsSync(mark))) {
    writeFileSync(mark, '');
    return deeds[deed]();
  }
  return { processed: await processor.process(input) };
};
`;

let root: string;
let pool: WorkerPool;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'duizhang-pool-'));
  await writeFile(join(root, 'worker.mjs'), WORKER);
});
afterEach(() => pool?.close());

async function put(documentId: string): Promise<Input> {
  const path = join(root, `${documentId}.txt`);
  await writeFile(path, '2026年部门预算公开\n支出预算总表\n单位：万元\n科目编码\t科目名称\t合计\n208\t甲\t3.00\n');
  return { path, documentId, sourceFile: `${documentId}.txt` };
}

function open(jobs: number, timeout: number): WorkerPool {
  pool = new WorkerPool({
    jobs,
    timeout,
    setup: { profiles: PROFILES, out: join(root, 'out'), json: true, conditions: CONDITIONS },
    file: join(root, 'worker.mjs'),
    heapMegabytes: 64,
  });
  return pool;
}

const toldOf = ({ record, exitCode, json }: Processed): unknown[] => [
  record.status,
  exitCode,
  (JSON.parse(json!) as { report: { findings: { ruleId: string; actual: string }[] } }).report.findings
    .filter(({ ruleId }) => ruleId.startsWith('document/'))
    .map(({ ruleId, actual }) => `${ruleId} ${actual}`),
];

describe('what ends a worker ends that document only', () => {
  const ENDS: readonly (readonly [deed: string, exitCode: number, finding: string])[] = [
    ['hang', 2, 'document/timed-out 5'],
    ['exit', 70, 'document/crashed worker exited with code: 3'],
    ['memory', 70, 'document/crashed out of memory'],
    ['throw', 70, 'document/crashed thrown'],
    ['later', 70, 'document/crashed thrown later'],
    ['reject', 70, 'document/crashed rejected'],
  ];
  test.each(sampled(ENDS, 2))('%s', async (deed, exitCode, finding) => {
    const workers = open(2, deed === 'hang' ? 5 : 20);
    const inputs = await Promise.all(['before', deed, 'after', 'last'].map(put));
    const processed = await Promise.all(inputs.map((input) => workers.process(input)));
    expect(processed.map(toldOf)).toEqual([
      ['succeeded', 0, []],
      ['failed', exitCode, [finding]],
      ['succeeded', 0, []],
      ['succeeded', 0, []],
    ]);
    expect(await readdir(join(root, 'out', deed))).toEqual(['disclosure.json', 'report.html', 'report.json', 'tables']);
  });

  test.each(sampled(['exit-once', 'memory-once'], 1))('%s: a second, fresh worker succeeds', async (deed) => {
    expect(toldOf(await open(1, 20).process(await put(deed)))).toEqual(['succeeded', 0, []]);
  });
});

test('what cannot be written ends the run', async () => {
  await expect(open(1, 20).process(await put('write'))).rejects.toMatchObject({ exitCode: 5, text: { zh: '空间不足' } });
});

async function filesBelow(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = names
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !/(?:run|datapackage)\.json$|\.duizhang/.test(path));
  return new Map(await Promise.all(files.sort().map(async (path) => [path.slice(folder.length), await readFile(path, 'utf8')] as const)));
}

test('the output is the same for every number of workers', async () => {
  // The compiled batch: a worker cannot run the sources.
  const library = (await import(pathToFileURL(join(DIST, 'index.js')).href)) as { runBatch: typeof runBatch };
  await mkdir(join(root, 'in'));
  for (let i = 0; i < MANY; i++)
    await writeFile(join(root, 'in', `${i}.txt`), i % 5 === 4 ? '' : await readFile((await put(`d${i}`)).path));
  const run = (jobs: number): Promise<unknown> => {
    const options: BatchOptions = {
      paths: [join(root, 'in'), ...SAMPLES.map((sample) => join(ROOT, 'samples', sample))],
      out: join(root, `out-${jobs}`),
      profiles: PROFILES,
      jobs,
    };
    return library.runBatch(options);
  };
  await run(1);
  const one = await filesBelow(join(root, 'out-1'));
  expect(one.size).toBeGreaterThan(4 * MANY);
  for (const jobs of sampled([2, 3], 1)) {
    await run(jobs);
    expect(await filesBelow(join(root, `out-${jobs}`))).toEqual(one);
  }
});
