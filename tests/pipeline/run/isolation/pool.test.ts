import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { runBatch } from '../../../../pipeline/run/batch/batch.ts';
import type { BatchOptions } from '../../../../pipeline/run/batch/plan.ts';
import type { Input } from '../../../../pipeline/run/inputs/input.ts';
import { IsolatedProcessor } from '../../../../pipeline/run/isolation/processor.ts';
import type { Processed } from '../../../../pipeline/run/outcome.ts';
import { ALL, sampled } from '../../../support/sample.ts';
import { CONDITIONS, PROFILES } from '../../fixture.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const DIST = join(ROOT, 'dist/pipeline');
const SAMPLES = sampled(['default/pdf-tight', 'default/other-city', 'liaoning/tabbed-budget'], 1);
const MANY = ALL ? 12 : 6;

/** A process that does what the document's name says: processes run compiled code, so this one is written here as it runs. */
const CHILD = `
import { existsSync, writeFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { serve } from ${JSON.stringify(pathToFileURL(join(DIST, 'run/isolation/serve.js')).href)};
import { openLocal } from ${JSON.stringify(pathToFileURL(join(DIST, 'run/document/processor.js')).href)};
import { UserError } from ${JSON.stringify(pathToFileURL(join(DIST, 'base/errors.js')).href)};
const PDF_ACCESS = ${JSON.stringify(pathToFileURL(join(DIST, 'run/pdf/pdf-access.js')).href)};
let processor;
const deeds = {
  hang: () => { for (;;); },
  exit: () => process.exit(3),
  abort: () => process.abort(),
  heap: () => { const hoard = []; for (;;) hoard.push(new Array(1000).fill(hoard.length)); },
  // Outside the heap that the engine itself limits.
  buffers: async () => { const hoard = []; for (;;) { hoard.push(Buffer.alloc(2 ** 20, 1)); await turn(); } },
  throw: () => { throw new Error('thrown'); },
  later: () => { setTimeout(() => { throw new Error('thrown later'); }, 1); return new Promise(() => undefined); },
  // What pdfjs leaves unheard is heard once it is loaded; nothing else is.
  reject: async () => { await (await import(PDF_ACCESS)).pdfAccess(); Promise.reject(new Error('rejected')); return new Promise(() => undefined); },
  write: () => { throw new UserError(5, { en: 'no space', zh: '空间不足' }); },
};
serve({
  open: async ({ setup }) => { processor = await openLocal(setup); return null; },
  process: async ({ input }) => {
    const [deed, times] = input.documentId.split('-');
    const mark = input.path + '.mark';
    if (deeds[deed] && !(times === 'once' && existsSync(mark))) {
      writeFileSync(mark, '');
      return deeds[deed]();
    }
    return processor.process(input);
  },
  fail: ({ input, failure }) => processor.fail(input, failure),
});
`;

let root: string;
let pool: IsolatedProcessor;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'duizhang-pool-'));
  await writeFile(join(root, 'child.mjs'), CHILD);
});
afterEach(() => pool?.close());

async function put(documentId: string): Promise<Input> {
  const path = join(root, `${documentId}.txt`);
  await writeFile(path, '2026年部门预算公开\n支出预算总表\n单位：万元\n科目编码\t科目名称\t合计\n208\t甲\t3.00\n');
  return { path, documentId, sourceFile: `${documentId}.txt` };
}

function open(jobs: number, seconds: number): IsolatedProcessor {
  const setup = { profiles: PROFILES, out: join(root, 'out'), json: true, conditions: CONDITIONS };
  pool = new IsolatedProcessor({ jobs, seconds, megabytes: 160, setup, file: join(root, 'child.mjs') });
  return pool;
}

const toldOf = ({ record, exitCode, json }: Processed): unknown[] => [
  record.status,
  exitCode,
  (JSON.parse(json!) as { report: { findings: { ruleId: string; actual: string }[] } }).report.findings
    .filter(({ ruleId }) => ruleId.startsWith('document/'))
    .map(({ ruleId, actual }) => `${ruleId} ${actual}`),
];

describe('what ends a process ends that document only', () => {
  const ENDS: readonly (readonly [deed: string, exitCode: number, finding: string])[] = [
    ['hang', 2, 'document/timed-out 5'],
    ['exit', 70, 'document/crashed exit code 3'],
    ['abort', 70, 'document/crashed SIGABRT'],
    ['heap', 2, 'document/out-of-memory 320'],
    ['buffers', 2, 'document/out-of-memory 320'],
    ['throw', 70, 'document/crashed thrown'],
    ['later', 70, 'document/crashed thrown later'],
    ['reject', 70, 'document/crashed rejected'],
  ];
  test.each(sampled(ENDS, 1))('%s', async (deed, exitCode, finding) => {
    const processor = open(2, deed === 'hang' ? 5 : 60);
    const inputs = await Promise.all(['before', deed, 'after', 'last'].map(put));
    const processed = await Promise.all(inputs.map((input) => processor.process(input)));
    expect(processed.map(toldOf)).toEqual([
      ['succeeded', 0, []],
      ['failed', exitCode, [finding]],
      ['succeeded', 0, []],
      ['succeeded', 0, []],
    ]);
    expect(await readdir(join(root, 'out', deed))).toEqual(['disclosure.json', 'report.html', 'report.json', 'tables']);
  });

  test.each(sampled(['exit-once', 'heap-once'], 1))('%s: a second, fresh process succeeds', async (deed) => {
    expect(toldOf(await open(1, 60).process(await put(deed)))).toEqual(['succeeded', 0, []]);
  });
});

test('what cannot be written ends the run', async () => {
  await expect(open(1, 60).process(await put('write'))).rejects.toMatchObject({ exitCode: 5, text: { zh: '空间不足' } });
});

async function filesBelow(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = names
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !/(?:run|datapackage)\.json$|\.duizhang/.test(path));
  return new Map(await Promise.all(files.sort().map(async (path) => [path.slice(folder.length), await readFile(path, 'utf8')] as const)));
}

test('the output is the same for every number of processes, and without any', async () => {
  // The compiled batch: a process cannot run the sources.
  const library = (await import(pathToFileURL(join(DIST, 'index.js')).href)) as { runBatch: typeof runBatch };
  await mkdir(join(root, 'in'));
  for (let i = 0; i < MANY; i++)
    await writeFile(join(root, 'in', `${i}.txt`), i % 5 === 4 ? '' : await readFile((await put(`d${i}`)).path));
  const run = (jobs: number, isolated = true): Promise<unknown> => {
    const options: BatchOptions = {
      paths: [join(root, 'in'), ...SAMPLES.map((sample) => join(ROOT, 'samples', sample))],
      out: join(root, `out-${jobs}`),
      profiles: PROFILES,
      jobs,
      isolated,
    };
    return library.runBatch(options);
  };
  await run(1, false);
  const one = await filesBelow(join(root, 'out-1'));
  expect(one.size).toBeGreaterThan(4 * MANY);
  for (const jobs of sampled([2, 1], 1)) {
    await run(jobs);
    expect(await filesBelow(join(root, `out-${jobs}`))).toEqual(one);
  }
});
