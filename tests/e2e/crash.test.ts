import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PdfPageSpec, writePdf } from '../generator/pdf.ts';
import { drawTable } from '../generator/pdf-table.ts';
import { emptyDictionaries, misplaced } from '../support/hostile-pdfs.ts';
import { ALL } from '../support/sample.ts';

const MAIN = join(import.meta.dirname, '../../dist/pipeline/cli/main.js');
const HOSTILE = join(import.meta.dirname, '../../../shared/corpus/hostile');

/** So little memory that the engine gives up on a list that fills it; a worker's end is no end of the process. */
const SMALL = { ...process.env, NODE_OPTIONS: '--max-old-space-size=120' };
const FATAL = emptyDictionaries(850_000);

function page(number: string): PdfPageSpec {
  const spec: PdfPageSpec = { width: 842, height: 595, texts: [], lines: [] };
  const rows = [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['208', '社会保障和就业支出', '3.00', '1.00', '2.00'],
    ['', '合计', '3.00', '1.00', '2.00'],
  ];
  const table = {
    x: 60,
    y: 120,
    widths: [70, 220, 90, 90, 90],
    height: 22,
    rows: rows.map((row) => row.map((text) => ({ text }))),
    rules: 'ruled' as const,
  };
  drawTable(spec, table, { title: '2026年部门支出总表', number, unit: '万元' });
  return spec;
}

const GOOD = writePdf([page('表1')]);

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);

interface Ended {
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
}

function duizhang(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Ended {
  const { status, signal, stdout } = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8', env, timeout: 100_000 });
  return { status, signal, stdout };
}

/** `status reason` of each document. */
const documents = (out: string): string[] =>
  ['a-good', 'b-fatal', 'c-good'].flatMap((id) => {
    if (!existsSync(at(out, id))) return [];
    const { status, reason }: { status: string; reason: string } = JSON.parse(readFileSync(at(out, id, 'report.json'), 'utf8'));
    return [`${id} ${status} ${reason}`.trim()];
  });

/** Everything that was written, but what tells the time and what the program keeps for itself. */
function written(out: string): Map<string, string> {
  const files = readdirSync(at(out), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const timeless = paths.filter((path) => !/\.duizhang|run\.(?:json|log)$|datapackage\.json$/.test(path));
  return new Map(timeless.map((path) => [path.slice(at(out).length), readFileSync(path, 'latin1')]));
}

const died = ({ signal, status }: Ended): boolean => signal !== null || (status !== null && status > 128);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhang-crash-'));
  mkdirSync(at('in'));
  for (const name of ['a-good', 'c-good']) writeFileSync(at('in', `${name}.pdf`), GOOD);
  writeFileSync(at('in/b-fatal.pdf'), FATAL);
  writeFileSync(at('shifted.pdf'), misplaced(writePdf([page('表1'), page('表2'), page('表3'), page('表4')]), [8, 10]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a document that takes the process down', () => {
  const FAILED = [
    'a-good succeeded',
    expect.stringMatching(/^b-fatal failed The worker on this document broke down \(SIG\w+\)/),
    'c-good succeeded',
  ];

  const command = (out: string, ...rest: string[]): string[] => ['extract', 'in', '--jobs', '1', '--out', out, ...rest];

  test('is recorded as failed when the same command is given again; the batch ends with the same files as otherwise', () => {
    expect(died(duizhang(command('one'), SMALL))).toBe(true);
    expect(documents('one')).toEqual(['a-good succeeded']);
    expect(duizhang(command('one'), SMALL)).toMatchObject({ status: 70 });
    expect(documents('one')).toEqual(FAILED);
  });

  test.runIf(ALL)('takes it down no more once that is known, whatever is asked for', () => {
    const files = written('one');
    for (const again of [['--fresh'], ['--only', 'failed']]) {
      expect(duizhang(command('one', ...again), SMALL)).toMatchObject({ status: 70 });
      expect(written('one')).toEqual(files);
    }
  });

  test.runIf(ALL)('alone', () => {
    const command = ['extract', 'in/b-fatal.pdf', '--out', 'alone'];
    expect(died(duizhang(command, SMALL))).toBe(true);
    expect(duizhang(command, SMALL)).toMatchObject({ status: 70 });
    expect(documents('alone')).toEqual([FAILED[1]]);
  });

  test.runIf(ALL)('in check, which writes nothing and leaves nothing behind when it ends', () => {
    mkdirSync(at('tmp'));
    const env = { ...SMALL, TMPDIR: at('tmp') };
    const command = ['check', 'in', '--jobs', '1'];
    expect(died(duizhang(command, env))).toBe(true);
    const { status, stdout } = duizhang(command, env);
    expect([status, stdout.split('\n').map((line) => line.split('\t').slice(0, 2).join(' '))]).toEqual([
      70,
      ['succeeded a-good.pdf', 'failed b-fatal.pdf', 'succeeded c-good.pdf', ''],
    ]);
    expect(readdirSync(at('tmp'))).toEqual([]);
  });
});

describe('promises that pdfjs rejects and nobody hears', () => {
  test.each(ALL ? ['1', '2'] : ['2'])('cost no document (--jobs %s), and are a finding', (jobs) => {
    expect(duizhang(['extract', 'shifted.pdf', 'in/a-good.pdf', '--jobs', jobs, '--out', `shifted-${jobs}`]).status).toBe(0);
    const disclosure: { tables: unknown[] } = JSON.parse(readFileSync(at(`shifted-${jobs}/shifted/disclosure.json`), 'utf8'));
    expect(disclosure.tables).toHaveLength(4);
    const report: { findings: unknown[] } = JSON.parse(readFileSync(at(`shifted-${jobs}/shifted/report.json`), 'utf8'));
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        ruleId: 'pdf/objects-passed-over',
        actual: expect.stringContaining('Bad (uncompressed) XRef entry') as string,
      }),
    );
  });

  test('nor check', () => {
    expect(duizhang(['check', 'shifted.pdf'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^succeeded\tshifted.pdf/) });
  });
});

describe.skipIf(!existsSync(HOSTILE))('files that ended the program', () => {
  const hostile = (name: string): string => join(HOSTILE, name);

  test('a width range of two thousand million codes fails alone, at the first time', () => {
    const command = ['extract', hostile('s17-w-range-huge.pdf'), hostile('t00-base.pdf'), '--jobs', '2', '--out', 'range'];
    expect(died(duizhang(command))).toBe(false);
    const statuses = ['s17-w-range-huge', 't00-base'].map((id) => JSON.parse(readFileSync(at('range', id, 'report.json'), 'utf8')).status);
    expect(statuses).toEqual(['failed', 'succeeded']);
  });

  test.each([['extract', '--out', 'length'], ['extract', '--jobs', '2', '--out', 'length-2'], ['check']])(
    'stream lengths that lie: %s %s',
    (...args) => {
      const { status, stdout } = duizhang([
        ...args,
        hostile('x25-length.pdf'),
        hostile('t00-base.pdf'),
        ...(args[0] === 'extract' ? ['--json'] : []),
      ]);
      expect(status).toBe(0);
      if (args[0] === 'extract') expect(JSON.parse(stdout.split('\n')[0] ?? '').disclosure.tables).toHaveLength(9);
      else expect(stdout).toMatch(/^succeeded\tx25-length\.pdf/);
    },
  );
});
