import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PdfPageSpec, writePdf } from '../generator/pdf.ts';
import { drawTable } from '../generator/pdf-table.ts';
import { manySegments, misplaced } from '../support/hostile-pdfs.ts';
import { descendants, isAlive } from '../support/processes.ts';
import { ALL, sampled } from '../support/sample.ts';

const MAIN = join(import.meta.dirname, '../../dist/pipeline/cli/main.js');
const HOSTILE = join(import.meta.dirname, '../../../shared/corpus/hostile');

/** More than the memory holds that a document is given here. */
const FATAL = manySegments(400_000, 'grid');
const LITTLE = ['--memory', '128'];

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

function duizhang(args: readonly string[]): Ended {
  const { status, signal, stdout } = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8', timeout: 100_000 });
  return { status, signal, stdout };
}

/** `status reason` of each document. */
const documents = (out: string): string[] =>
  ['a-good', 'b-fatal', 'c-good'].flatMap((id) => {
    if (!existsSync(at(out, id))) return [];
    const { status, reason }: { status: string; reason: string } = JSON.parse(readFileSync(at(out, id, 'report.json'), 'utf8'));
    return [`${id} ${status} ${reason}`.trim()];
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhang-crash-'));
  mkdirSync(at('in'));
  for (const name of ['a-good', 'c-good']) writeFileSync(at('in', `${name}.pdf`), GOOD);
  writeFileSync(at('in/b-fatal.pdf'), FATAL);
  writeFileSync(at('shifted.pdf'), misplaced(writePdf([page('表1'), page('表2'), page('表3'), page('表4')]), [8, 10]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a document that takes its process down', () => {
  const FAILED = [
    'a-good succeeded',
    expect.stringMatching(/^b-fatal failed .* more memory than the limit \(256 MB\)/),
    'c-good succeeded',
  ];

  test.each(sampled(['1', '2'], 1))('is recorded as failed, the others are read (--jobs %s)', (jobs) => {
    const out = `out-${jobs}`;
    expect(duizhang(['extract', 'in', '--jobs', jobs, ...LITTLE, '--out', out])).toMatchObject({ status: 2, signal: null });
    expect(documents(out)).toEqual(FAILED);
  });

  test.runIf(ALL)('in check, too', () => {
    const { status, stdout } = duizhang(['check', 'in', ...LITTLE]);
    expect([status, stdout.split('\n').map((line) => line.split('\t').slice(0, 2).join(' '))]).toEqual([
      2,
      ['succeeded a-good.pdf', 'failed b-fatal.pdf', 'succeeded c-good.pdf', ''],
    ]);
  });

  test.runIf(ALL)('where the output of a phase is asked for', () => {
    const { status, stdout } = duizhang(['extract', 'in', ...LITTLE, '--until', 'header']);
    const dumps = stdout
      .trim()
      .split('\n')
      .map((line): { output: unknown; findings: { ruleId: string }[] } => JSON.parse(line));
    expect(status).toBe(2);
    expect(dumps.map(({ output, findings }) => [output !== null, findings.map(({ ruleId }) => ruleId)])).toEqual([
      [true, []],
      [false, ['document/out-of-memory']],
      [true, []],
    ]);
  });

  test.runIf(ALL)('in a program that uses the library, which goes on and ends by itself', () => {
    const program = `
      import { readFileSync } from 'node:fs';
      import { extract, loadProfiles } from ${JSON.stringify(pathToFileURL(join(MAIN, '../../index.js')).href)};
      const profiles = await loadProfiles();
      for (const id of ['b-fatal', 'a-good']) {
        const { report } = await extract(readFileSync('in/' + id + '.pdf'), { sourceFile: id, documentId: id, profiles, memory: 128 });
        console.log(id, report.status, ...report.findings.map(({ ruleId }) => ruleId));
      }`;
    writeFileSync(at('program.mjs'), program);
    const { status, stdout } = spawnSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8', timeout: 100_000 });
    expect([status, stdout]).toEqual([0, 'b-fatal failed document/out-of-memory\na-good succeeded\n']);
  });

  test('and leaves no process behind when the program is killed', async () => {
    const child = spawn(process.execPath, [MAIN, 'check', 'in/a-good.pdf', 'in/b-fatal.pdf', '--memory', '4000'], { cwd: folder });
    const below = (): number[] => descendants(child.pid ?? 0);
    while (below().length === 0) await sleep(5);
    const left = below();
    child.kill('SIGKILL');
    while (left.some(isAlive)) await sleep(5);
  });
});

describe('promises that pdfjs rejects and nobody hears', () => {
  test.runIf(ALL).each(['1', '2'])('cost no document (--jobs %s), and are a finding', (jobs) => {
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

  test.runIf(ALL)('nor check', () => {
    expect(duizhang(['check', 'shifted.pdf'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^succeeded\tshifted.pdf/) });
  });
});

describe.skipIf(!existsSync(HOSTILE))('files that ended the program', () => {
  const hostile = (name: string): string => join(HOSTILE, name);

  test.runIf(ALL)('a width range of two thousand million codes fails alone', () => {
    const command = ['extract', hostile('s17-w-range-huge.pdf'), hostile('t00-base.pdf'), '--jobs', '2', '--out', 'range'];
    expect(duizhang(command).status).toBe(2);
    const statuses = ['s17-w-range-huge', 't00-base'].map((id) => JSON.parse(readFileSync(at('range', id, 'report.json'), 'utf8')).status);
    expect(statuses).toEqual(['failed', 'succeeded']);
  });

  test.runIf(ALL).each([['extract', '--out', 'length'], ['extract', '--jobs', '2', '--out', 'length-2'], ['check']])(
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
