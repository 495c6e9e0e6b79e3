import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../pipeline/base/errors.ts';
import { runBatch } from '../../pipeline/run/batch/batch.ts';
import { type BatchOptions, planBatch } from '../../pipeline/run/batch/plan.ts';
import { readJournal } from '../../pipeline/run/store/journal.ts';
import { lock } from '../../pipeline/run/store/lock.ts';
import { Profile } from '../../schemas/profile.ts';
import type { Run } from '../../schemas/run.ts';
import { fakeExtract, makeExtraction, PROFILES } from './fixture.ts';

let root: string;
let out: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'duizhang-resume-'));
  out = join(root, 'out');
});

async function put(name: string, text: string): Promise<string> {
  const path = join(root, 'in', name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

/** Documents that were read in the last run, in order. */
let read: string[] = [];

const optionsOf = (options: Partial<BatchOptions> = {}): BatchOptions => ({
  paths: [join(root, 'in')],
  out,
  profiles: PROFILES,
  extract: fakeExtract,
  extractId: 'fake',
  renderReport: null,
  onDocument: ({ kept, record }) => void (kept || read.push(record.document_id)),
  ...options,
});

async function run(options: Partial<BatchOptions> = {}): Promise<Run> {
  read = [];
  return runBatch(optionsOf(options));
}

async function failure(options: Partial<BatchOptions> = {}): Promise<UserError> {
  const error = await run(options).catch((caught: unknown) => caught);
  if (!(error instanceof UserError)) throw new Error(`expected a UserError, got ${String(error)}`);
  return error;
}

const values = async (): Promise<(string | undefined)[]> =>
  (await readFile(join(out, 'facts.csv'), 'utf8'))
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',').find((cell) => /^\d+\.\d$/.test(cell)));

describe('results of an earlier run are kept', () => {
  test('while the content is the same, whatever the time of the file', async () => {
    const path = await put('a.txt', '1.0');
    await put('b.txt', '2.0');
    await run();
    await utimes(path, 1, 1);
    await put('b.txt', '3.0');
    expect((await run()).documents).toEqual({ read: 1, kept: 1, left: 0 });
    expect([read, await values()]).toEqual([['b'], ['1.0', '3.0']]);
  });

  test('a further document costs itself only; the rows stand in input order', async () => {
    await put('a.txt', '1.0');
    await put('c.txt', '3.0');
    await run();
    await put('b.txt', '2.0');
    await run();
    expect([read, await values()]).toEqual([['b'], ['1.0', '2.0', '3.0']]);
  });

  test('but not another language, another program or another named profile', async () => {
    await put('a.txt', '1.0');
    const other: Partial<BatchOptions>[] = [{ language: 'zh' }, { extractId: 'other' }, { extractId: undefined }, { profile: 'default' }];
    for (const options of other) {
      await run();
      await run(options);
      expect([options, read]).toEqual([options, ['a']]);
      await run({ recognition: 'never' });
    }
  });

  test('nor where a file of the document is gone or cut off', async () => {
    await put('a.txt', '1.0');
    await put('b.txt', '2.0');
    await put('c.txt', '3.0');
    await run();
    await rm(join(out, 'a'), { recursive: true });
    await truncate(join(out, 'b/report.json'), 5);
    await truncate(join(out, '.duizhang/shards/c.shard'), 200);
    await run();
    expect([read, await values()]).toEqual([
      ['a', 'b', 'c'],
      ['1.0', '2.0', '3.0'],
    ]);
  });

  test('--changed trusts size and time of the file; --fresh nothing', async () => {
    const path = await put('a.txt', '1.0');
    await utimes(path, 5, 5);
    await run();
    await put('a.txt', '2.0');
    await utimes(path, 5, 5);
    await run({ recognition: 'stamp' });
    expect(read).toEqual([]);
    await utimes(path, 6, 6);
    await run({ recognition: 'stamp' });
    expect(read).toEqual(['a']);
    await run({ recognition: 'never' });
    expect(read).toEqual(['a']);
  });

  test('with their exit code and their JSON', async () => {
    await put('a.txt', 'throw');
    await put('b.txt', '2.0');
    const json: (string | null)[][] = [[], []];
    const exitCodes = [];
    for (const told of json) {
      const { exitCode, failures } = await run({ json: true, onDocument: (outcome) => void told.push(outcome.json) });
      exitCodes.push([exitCode, failures]);
    }
    expect(exitCodes[0]).toEqual([70, { 'The program failed on this document: boom.': 1 }]);
    expect(exitCodes[1]).toEqual(exitCodes[0]);
    expect(json[1]).toEqual(json[0]);
    await put('c.txt', '3.0');
    expect((await run({ strict: true })).exitCode).toBe(70);
  });
});

describe('a profile', () => {
  const profile = (id: string, rest: object = {}): Profile =>
    Profile.parse({ id, title: id, extends: id === 'default' ? null : 'default', ...rest });
  const opened: BatchOptions['extract'] = async (bytes, options) => ({
    ...(await fakeExtract(bytes, options)),
    opening: options.sourceFile.startsWith('甲') ? '甲市预算' : '乙市预算',
  });
  const jia = (rest: object = {}): Profile => profile('jia', { match: { all: [/甲市/] }, ...rest });

  test('that changes costs the documents that use it', async () => {
    await put('甲.txt', '1.0');
    await put('乙.txt', '2.0');
    await run({ extract: opened, profiles: [profile('default'), jia()] });
    await run({ extract: opened, profiles: [profile('default'), jia({ lookups: { 万: '万元' } })] });
    expect(read).toEqual(['甲']);
    await run({ extract: opened, profiles: [profile('default', { lookups: { a: 'b' } }), jia({ lookups: { 万: '万元' } })] });
    expect(read).toEqual(['乙']);
  });

  test('that is new, or matches otherwise, costs the documents that choose otherwise', async () => {
    await put('甲.txt', '1.0');
    await put('乙.txt', '2.0');
    await run({ extract: opened, profiles: [profile('default')] });
    await run({ extract: opened, profiles: [profile('default'), jia()] });
    expect(read).toEqual(['甲']);
    await run({ extract: opened, profiles: [profile('default'), jia({ match: { all: [/甲/], any: [/预算/] } })] });
    expect(read).toEqual([]);
    await run({ extract: opened, profiles: [profile('default'), jia(), profile('other', { match: { all: [/甲/] } })] });
    expect(read).toEqual(['甲']);
  });

  test('with a pattern that never ends costs all documents, and not this process', async () => {
    const opening = `${'甲'.repeat(60)}。`;
    await put('甲.txt', '1.0');
    await put('乙.txt', '2.0');
    await run({ extract: async (bytes, options) => ({ ...(await fakeExtract(bytes, options)), opening }) });
    const { read: again, keep } = await planBatch(optionsOf({ profiles: [...PROFILES, profile('jia', { match: { all: [/(甲+)+$/] } })] }));
    expect([again.length, keep.length]).toEqual([2, 0]);
  });
});

describe('an interrupted run', () => {
  test('goes on where it stopped, and says so in its journal and its log', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await put(`${name}.txt`, '1.0');
    const controller = new AbortController();
    const error = await failure({
      signal: controller.signal,
      onDocument: ({ record }) => void (record.document_id === 'b' && controller.abort()),
    });
    expect([error.exitCode, error.message]).toEqual([
      130,
      'Interrupted; 2 documents are done. The same command goes on from here. The CSV files of the last complete run, if any, are unchanged.',
    ]);
    expect((await readdir(out)).sort()).toEqual(['.duizhang', 'a', 'b']);
    await run();
    expect(read).toEqual(['c', 'd']);
    const told = readJournal(join(out, '.duizhang')).map((entry) => {
      if ('run' in entry) return entry.run;
      return `${entry.document} ${entry.kept ? 'kept' : 'read'}`;
    });
    expect(told).toEqual(['begun', 'a read', 'b read', 'interrupted', 'begun', 'a kept', 'b kept', 'c read', 'd read', 'finished']);
  });

  test('a journal whose last line was cut off is no hindrance, and half-written files go', async () => {
    await put('a.txt', '1.0');
    await run();
    await writeFile(join(out, '.duizhang/journal.jsonl'), '{"run":"begun","at":"","version":"","documents":1}\n{"docum');
    await writeFile(join(out, 'facts.csv.part'), 'x');
    await writeFile(join(out, '.duizhang/shards/a.shard.part'), 'x');
    await run();
    expect([...(await readdir(out)), ...(await readdir(join(out, '.duizhang/shards')))].filter((name) => name.endsWith('.part'))).toEqual(
      [],
    );
  });

  test('--only failed reads what failed again and leaves the rest as it is', async () => {
    await put('a.txt', '1.0');
    await put('b.txt', 'throw');
    expect((await failure({ only: 'failed' })).exitCode).toBe(1);
    await run();
    await put('a.txt', '9.0');
    await put('b.txt', '2.0');
    await put('c.txt', '3.0');
    const planned = await planBatch(optionsOf({ only: 'failed' }));
    expect(Object.values(planned).map((inputs) => inputs.map(({ documentId }) => documentId))).toEqual([['b'], ['a'], ['c']]);
    expect((await run({ only: 'failed' })).documents).toEqual({ read: 1, kept: 1, left: 1 });
    expect([read, await values()]).toEqual([['b'], ['1.0', '2.0']]);
  });

  test('--limit takes the first documents', async () => {
    for (const name of ['a', 'b', 'c']) await put(`${name}.txt`, '1.0');
    expect((await run({ limit: 2 })).counts.documents).toBe(2);
    await run();
    expect(read).toEqual(['c']);
  });
});

test('what a run was limited by is read again under other limits', async () => {
  await put('a.txt', '1'.repeat(100));
  await run({ maxTextBytes: 50 });
  await run({ maxTextBytes: 50 });
  expect(read).toEqual([]);
  await run({ maxTextBytes: 60 });
  expect(read).toEqual(['a']);
});

test('and under other profiles, whose patterns may have taken the time', async () => {
  await put('a.txt', '1'.repeat(100));
  await run({ maxTextBytes: 50 });
  await run({
    maxTextBytes: 50,
    profiles: [...PROFILES, Profile.parse({ id: 'b', title: 'b', extends: 'default', match: { all: [/甲/] } })],
  });
  expect(read).toEqual(['a']);
});

test('a file that cannot be opened is recorded, and tried again each time', async () => {
  await put('a.txt', '1.0');
  await symlink('b.txt', join(root, 'in/b.txt'));
  await symlink(join(root, 'none'), join(root, 'in/c.txt'));
  const { failures } = await run();
  expect(failures).toEqual({
    'The file cannot be read: ELOOP: too many symbolic links encountered.': 1,
    'The file cannot be read: ENOENT: no such file or directory.': 1,
  });
  await run();
  expect(read).toEqual(['b', 'c']);
});

describe('two runs on one folder', () => {
  const lockFile = (): string => join(out, '.duizhang/lock');
  const holder = (rest: object): string => JSON.stringify({ pid: process.pid, host: hostname(), begun: null, since: 'noon', ...rest });

  test('the second stops, says who holds it, and changes nothing', async () => {
    await put('a.txt', '1.0');
    let second: UserError | null = null;
    const extract: BatchOptions['extract'] = async (_, options) => {
      second = (await runBatch(optionsOf()).catch((error: unknown) => error)) as UserError;
      return makeExtraction(options);
    };
    await run({ extract });
    expect([second!.exitCode, second!.message]).toEqual([
      5,
      expect.stringContaining(`lock: another run works on this folder (process ${process.pid} on`),
    ]);
    expect(await readdir(join(out, '.duizhang'))).toEqual(['journal.jsonl', 'shards']);
  });

  test.each([
    ['a process that is gone', { pid: 2 ** 22 + 1 }],
    ['a pid that was given out again', { begun: '1' }],
  ])('a lock of %s is taken over', async (_, rest) => {
    await put('a.txt', '1.0');
    await mkdir(dirname(lockFile()), { recursive: true });
    await writeFile(lockFile(), holder(rest));
    expect((await run()).exitCode).toBe(0);
  });

  test('a lock cut off by a power failure is taken over, one of another host is not', async () => {
    await mkdir(dirname(lockFile()), { recursive: true });
    await writeFile(lockFile(), '{"pid":');
    lock(dirname(lockFile()))();
    await writeFile(lockFile(), holder({ host: 'elsewhere', pid: 1 }));
    expect(() => lock(dirname(lockFile()))).toThrow('process 1 on elsewhere, since noon');
  });
});
