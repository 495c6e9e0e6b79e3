import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../../../pipeline/base/errors.ts';
import { openRunLog } from '../../../../pipeline/base/log.ts';
import { runBatch } from '../../../../pipeline/run/batch/batch.ts';
import type { BatchOptions } from '../../../../pipeline/run/batch/plan.ts';
import { DataPackage } from '../../../../schemas/data-package.ts';
import { Run } from '../../../../schemas/run.ts';
import { fakeExtract, makeExtraction, makeTable, PROFILES } from '../../fixture.ts';

let root: string;
let out: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'duizhang-batch-'));
  out = join(root, 'out');
});

async function put(name: string, text: string): Promise<void> {
  const path = join(root, 'in', name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

const run = (options: Partial<BatchOptions> = {}): Promise<Run> =>
  runBatch({ paths: [join(root, 'in')], out, profiles: PROFILES, extract: fakeExtract, renderReport: null, ...options });

async function failure(options: Partial<BatchOptions>): Promise<UserError> {
  const error = await run(options).catch((caught: unknown) => caught);
  if (!(error instanceof UserError)) throw new Error(`expected a UserError, got ${String(error)}`);
  return error;
}

async function csv(file: string): Promise<Record<string, string>[]> {
  const text = await readFile(join(out, file), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
}

const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(out, path), 'utf8'));

describe('a batch', () => {
  test('same name in two folders: all rows, in input order', async () => {
    await put('b/局.txt', '2.00');
    await put('a/局.txt', '1.00');
    const summary = await run();
    expect(summary.exitCode).toBe(0);
    expect((await csv('facts.csv')).map(({ document_id, source_file, value }) => [document_id, source_file, value])).toEqual([
      ['a-局', 'a/局.txt', '1.00'],
      ['b-局', 'b/局.txt', '2.00'],
    ]);
    expect((await readdir(out)).sort()).toEqual([
      '.duizhang',
      'a-局',
      'b-局',
      'coverage.csv',
      'datapackage.json',
      'declarations.csv',
      'documents.csv',
      'equations.csv',
      'facts.csv',
      'index.html',
      'indicators.csv',
      'measures.csv',
      'panel.csv',
      'projects.csv',
      'review.csv',
      'run.json',
      'statements.csv',
      'tables.csv',
      'tasks.csv',
    ]);
    expect((await readdir(join(out, 'a-局'))).sort()).toEqual(['disclosure.json', 'report.json', 'tables']);
    expect(await readFile(join(out, 'a-局', 'tables', '01-支出预算总表.csv'), 'utf8')).toBe('\uFEFF名称,合计\r\n合计,1.00\r\n');
  });

  test('a file without rows keeps its header line', async () => {
    await put('a.txt', '1');
    await run();
    expect(await readFile(join(out, 'equations.csv'), 'utf8')).toBe(
      '\uFEFFdocument_id,source_file,equation_id,identity,scope,fact_ids,addends,residual,u,status\r\n',
    );
  });

  test('run.json and datapackage.json', async () => {
    await put('a.txt', '1');
    const extract: BatchOptions['extract'] = async (bytes, options) => ({
      ...(await fakeExtract(bytes, options)),
      milliseconds: { clean: 2 },
    });
    const summary = await run({ extract });
    expect(Run.parse(await json('run.json'))).toEqual(summary);
    expect(DataPackage.parse(await json('datapackage.json')).created).toBe(summary.finished);
    expect(summary).toMatchObject({
      options: { paths: [join(root, 'in')], profile: null, language: 'en', jobs: 1, strict: false },
      profiles: ['default'],
      counts: { documents: 1, succeeded: 1, failed: 0, facts: 1, proved: 1 },
      milliseconds: { clean: 2 },
      exitCode: 0,
    });
  });

  test('a text that is too large for the memory costs itself only', async () => {
    await put('a.txt', '1');
    await put('b.txt', '1'.repeat(2_000_000));
    const summary = await run({ maxTextBytes: 1_000_000 });
    expect(summary.counts).toMatchObject({ documents: 2, succeeded: 1, failed: 1 });
    expect(await json('b/report.json')).toMatchObject({ reason: 'The text is larger than the memory allows: 2.0 MB > 1.0 MB.' });
  });

  test('report.html gets the lines of the source', async () => {
    await put('a.txt', '1');
    const seen: (readonly string[])[] = [];
    await run({
      extract: async (bytes, options) => ({ ...(await fakeExtract(bytes, options)), sourceLines: ['1'] }),
      renderReport: (_, __, lines) => {
        seen.push(lines as readonly string[]);
        return '<p>';
      },
    });
    expect(seen).toEqual([['1']]);
    expect(await readFile(join(out, 'a', 'report.html'), 'utf8')).toBe('<p>');
  });

  test('tables of an earlier run do not stay beside new ones', async () => {
    await put('a.txt', '1');
    await run();
    await run({ extract: async (_, options) => makeExtraction(options, [makeTable({ title: '收入总表' })]) });
    expect(await readdir(join(out, 'a', 'tables'))).toEqual(['01-收入总表.csv']);
  });

  test('the log has a line for each document', async () => {
    await put('a.txt', '1');
    await run({ openLog: openRunLog });
    const lines = (await readFile(join(out, 'run.log'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ level, message, document }) => [level, message, document])).toEqual([
      ['info', 'started', undefined],
      ['info', 'document', 'a'],
      ['info', 'finished', undefined],
    ]);
  });
});

describe('what fails in one document', () => {
  test('a thrown bug costs that document only', async () => {
    await put('a.txt', '1');
    await put('b.txt', 'throw');
    await put('c.txt', '3');
    expect((await run()).exitCode).toBe(70);
    expect((await csv('documents.csv')).map(({ document_id, status, facts, reason }) => [document_id, status, facts, reason])).toEqual([
      ['a', 'succeeded', '1', ''],
      ['b', 'failed', '0', 'The program failed on this document: boom.'],
      ['c', 'succeeded', '1', ''],
    ]);
    expect(await json('b/report.json')).toMatchObject({
      status: 'failed',
      findings: [{ ruleId: 'internal/stage-failed', stage: 'extract', actual: 'boom' }],
    });
  });

  test('output against its schema is not written', async () => {
    await put('a.txt', '1,000');
    await put('b.txt', '2');
    expect((await run()).exitCode).toBe(4);
    expect((await csv('facts.csv')).map(({ value }) => value)).toEqual(['2']);
    const [a] = await csv('documents.csv');
    expect(a?.status).toBe('failed');
    expect(a?.reason).toContain('disclosure.json does not satisfy its schema and was not written: tables.0.rows.0.cells.0.value: ');
  });

  test('a report that cannot be rendered keeps the data', async () => {
    await put('a.txt', '1');
    const renderReport = (): string => {
      throw new Error('no');
    };
    expect((await run({ renderReport })).exitCode).toBe(70);
    expect((await csv('facts.csv')).map(({ value }) => value)).toEqual(['1']);
  });

  test('a failed document is exit code 2; --strict makes review exit code 6', async () => {
    await put('a.txt', '1');
    const failed: BatchOptions['extract'] = async (_, options) => {
      const extraction = makeExtraction(options, []);
      extraction.report.status = 'failed';
      return extraction;
    };
    expect((await run({ extract: failed })).exitCode).toBe(2);
    const partial: BatchOptions['extract'] = async (_, options) => {
      const extraction = makeExtraction(options);
      extraction.report.status = 'partial';
      return extraction;
    };
    expect((await run({ extract: partial })).exitCode).toBe(0);
    expect((await run({ extract: partial, strict: true })).exitCode).toBe(6);
  });
});

describe('what stops a run', () => {
  test('an unwritable folder, before any work', async () => {
    await put('a.txt', '1');
    await writeFile(join(root, 'file'), '');
    let calls = 0;
    const extract: BatchOptions['extract'] = async (bytes, options) => {
      calls++;
      return fakeExtract(bytes, options);
    };
    const error = await failure({ out: join(root, 'file', 'out'), extract });
    expect([error.exitCode, error.message, calls]).toEqual([
      5,
      `${join(root, 'file', 'out')}: cannot be written (ENOTDIR: not a directory); expected a writable folder with free space. Choose another folder with --out or correct its permissions.`,
      0,
    ]);
  });

  test('--no-overwrite', async () => {
    await put('a.txt', '1');
    await run({ overwrite: false });
    const error = await failure({ overwrite: false });
    expect(error.exitCode).toBe(5);
    expect(error.message).toContain('documents.csv exists and --no-overwrite was given');
  });

  test('an interrupt leaves the files of the last run and nothing half-written', async () => {
    await put('a.txt', '1');
    await put('b.txt', '2');
    await run();
    const before = await readFile(join(out, 'facts.csv'), 'utf8');
    const controller = new AbortController();
    const error = await failure({ signal: controller.signal, onDocument: () => controller.abort() });
    expect(error.exitCode).toBe(130);
    expect(await readFile(join(out, 'facts.csv'), 'utf8')).toBe(before);
    expect((await readdir(out)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('nothing is written without an output folder', async () => {
    await put('a.txt', '1');
    expect((await run({ out: null })).counts.facts).toBe(1);
    await expect(stat(out)).rejects.toThrow('ENOENT');
  });
});

test('documents are handed on one at a time, never held', async () => {
  for (let index = 0; index < 50; index++) await put(`${String(index).padStart(2, '0')}.txt`, String(index));
  let working = 0;
  let most = 0;
  const extract: BatchOptions['extract'] = async (bytes, options) => {
    working++;
    most = Math.max(most, working);
    const result = await fakeExtract(bytes, options);
    working--;
    return result;
  };
  const order: string[] = [];
  await run({ extract, jobs: 3, onDocument: ({ record }) => order.push(record.document_id) });
  expect(most).toBe(1);
  expect(order).toEqual(Array.from({ length: 50 }, (_, index) => String(index).padStart(2, '0')));
});
