import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALL } from '../support/sample.ts';
import { zip } from '../support/zip.ts';

const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/pipeline/cli/main.js');
const DOCUMENTS = ALL ? 14 : 9;
/** Workers cost a start each: where not everything is run, one run has them and the others have none. */
const JOBS = ALL ? '2' : '1';
const OTHER_JOBS = ALL ? '1' : '2';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
const command = (out: string, ...rest: string[]): string[] => [MAIN, 'extract', 'in', '--out', out, '--jobs', JOBS, ...rest];
const duizhang = (args: readonly string[], input = '') => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', input });

/** Everything that was written, but what tells the time and what the program keeps for itself. */
function written(out: string): Map<string, string> {
  const files = readdirSync(at(out), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const timeless = paths.filter((path) => !/\.duizhang|run\.(?:json|log)$|datapackage\.json$/.test(path));
  return new Map(timeless.map((path) => [path.slice(at(out).length), readFileSync(path, 'latin1')]));
}

const shards = (out: string): number => (existsSync(at(out, '.duizhang/shards')) ? readdirSync(at(out, '.duizhang/shards')).length : 0);

/** Starts the command and sends `signal` when so many documents are done. @returns its exit code, null when it was killed. */
function broken(out: string, signal: 'SIGKILL' | 'SIGINT', documents: number): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command(out), { cwd: folder, stdio: 'ignore' });
    const watch = setInterval(() => {
      if (shards(out) < documents) return;
      clearInterval(watch);
      child.kill(signal);
    }, 5);
    child.on('exit', (code) => {
      clearInterval(watch);
      resolve(code);
    });
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhang-resume-'));
  mkdirSync(at('in'));
  const sources = ['default/other-city', 'liaoning/tabbed-budget'].map((sample) =>
    readFileSync(join(ROOT, 'samples', sample, 'source.txt')),
  );
  for (let i = 0; i < DOCUMENTS; i++) writeFileSync(at('in', `${i}.txt`), i % 6 === 5 ? '' : sources[i % 2]!);
  cpSync(join(ROOT, 'samples/default/pdf-tight/source.pdf'), at('in/table.pdf'));
  writeFileSync(at('in/packed.zip'), zip([{ name: '局/预算.txt', content: sources[0]! }, { name: '../x.txt' }]));
  expect(duizhang(command('whole')).status).toBe(2);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a run that is broken off', () => {
  test('kill -9, twice, then to the end: the same files as without', async () => {
    expect([await broken('killed', 'SIGKILL', 2), await broken('killed', 'SIGKILL', 5)]).toEqual([null, null]);
    expect(existsSync(at('killed/facts.csv'))).toBe(false);
    const { status, stderr } = duizhang(command('killed'));
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/\d+ of them (?:is|are) unchanged: (?:its|their) earlier results are kept\./),
    ]);
    expect(written('killed')).toEqual(written('whole'));
  });

  test.runIf(ALL)('Ctrl-C is exit code 130; another number of workers goes on', async () => {
    expect(await broken('stopped', 'SIGINT', 3)).toBe(130);
    expect(existsSync(at('stopped/.duizhang/lock'))).toBe(false);
    expect(duizhang(command('stopped', '--jobs', OTHER_JOBS)).status).toBe(2);
    expect(written('stopped')).toEqual(written('whole'));
  });

  test.runIf(ALL)('a second run on the folder stops', async () => {
    let second: ReturnType<typeof duizhang> | null = null;
    const first = broken('both', 'SIGKILL', Number.POSITIVE_INFINITY);
    while (!existsSync(at('both/.duizhang/lock'))) await new Promise((resolve) => setTimeout(resolve, 5));
    second = duizhang(command('both'));
    expect([second.status, second.stderr]).toEqual([5, expect.stringContaining('another run works on this folder')]);
    expect(await first).toBe(2);
    expect(written('both')).toEqual(written('whole'));
  });
});

describe('paths', () => {
  const listed = (...args: string[]): string[] =>
    duizhang([MAIN, 'extract', '--dry-run', ...args])
      .stdout.trim()
      .split('\n');

  test('on standard input, one a line or ended by NUL; one that is missing costs itself only', () => {
    const lines = duizhang([MAIN, 'check', '-'], 'in/1.txt\r\nin/none.txt\nin/0.txt\n');
    expect([lines.status, lines.stdout.split('\n').map((line) => line.split('\t').slice(0, 2))]).toEqual([
      2,
      [['succeeded', '0.txt'], ['succeeded', '1.txt'], ['failed', 'none.txt'], ['']],
    ]);
    expect(duizhang([MAIN, 'extract', '-', '--dry-run'], 'in/1.txt\0in/0.txt\0').stdout).toBe('0\t0.txt\n1\t1.txt\n');
  });

  test('with wildcards, archives included', () => {
    expect(listed('in/{1,2}.txt')).toEqual(['1\t1.txt', '2\t2.txt']);
    expect(listed('**/*.{pdf,zip}')).toEqual([
      'in-packed-zip-__-x\tin/packed.zip/__/x.txt',
      'in-packed-zip-局-预算\tin/packed.zip/局/预算.txt',
      'in-table\tin/table.pdf',
    ]);
  });

  test('--dry-run lists what would be read', () => {
    writeFileSync(at('in/further.txt'), 'x');
    const { stdout, stderr } = duizhang(command('whole', '--dry-run'));
    rmSync(at('in/further.txt'));
    expect([stdout, stderr]).toEqual(['further\tfurther.txt\n', `1 to read, ${DOCUMENTS + 3} kept, 0 left out\n`]);
  });
});
