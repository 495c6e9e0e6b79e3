import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PdfPageSpec, writePdf } from '../generator/pdf.ts';
import { drawTable } from '../generator/pdf-table.ts';
import { type Job, type Measured, measure } from './measure.ts';
import { pdfsBelow } from './pdf-work.ts';
import { MB, printTable, stageRows } from './table.ts';
import type { Verdict } from './verdict.ts';

/** Speed against pdfjs alone, of one core. */
const OF_PDFJS = 0.7;
/** Speed of two workers against one. */
const TWO_WORKERS = 1.7;
const PEAK_MB = 600;
/** How much a page of a document four times as long may cost. */
const LONGER = 1.3;
const ROUNDS = 3;
const SECONDS = 600;
const CHARACTERS_PER_PAGE = 2000;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
/** The run in the middle by processor time. */
const middle = (runs: readonly Measured[]): Measured => [...runs].sort((a, b) => a.cpu - b.cpu)[runs.length >> 1]!;

function inTemporary<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds that poppler takes for the words of all files, a process each; null where it is not installed. */
function pdftotext(folder: string): number | null {
  if (spawnSync('pdftotext', ['-v']).error) return null;
  const start = performance.now();
  for (const { path } of pdfsBelow(folder)) spawnSync('pdftotext', ['-bbox', path, '-'], { maxBuffer: 1 << 28 });
  return performance.now() - start;
}

/** Several: what stands on every page would be its running head. */
const TITLES = ['部门支出总表', '一般公共预算支出表', '政府性基金预算支出表', '国有资本经营预算支出表', '财政拨款支出表'];

/** Pages of tables and prose, about 2,000 characters each. */
function longDocument(pages: number): Uint8Array {
  const amount = (n: number): string => `${(n % 90_000) + 10_000}.${String(n % 100).padStart(2, '0')}`;
  const page = (number: number): PdfPageSpec => {
    const spec: PdfPageSpec = { width: 842, height: 595, texts: [], lines: [] };
    const names = Array.from({ length: 22 }, (_, i) => number * 100 + i);
    const rows = names.map((n) => [
      { text: `2${String(n % 1_000_000).padStart(6, '0')}` },
      { text: '机关事业单位基本养老保险缴费支出' },
      ...[1, 2, 3, 4].map((c) => ({ text: amount(n * c), align: 'right' as const })),
    ]);
    const header = ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '其他支出'].map((text) => ({ text, align: 'centre' as const }));
    const table = { x: 60, y: 90, widths: [80, 240, 90, 90, 90, 90], height: 16, rows: [header, ...rows], rules: 'ruled' as const };
    drawTable(spec, table, { title: `2026年${TITLES[number % TITLES.length]}`, number: `表${number}`, unit: '万元' });
    const written = spec.texts.reduce((sum, { text }) => sum + text.length, 0);
    const line = '一般公共预算财政拨款支出情况说明。';
    const prose = line.repeat(Math.max(1, Math.ceil((CHARACTERS_PER_PAGE - written) / line.length)));
    for (let at = 0; at < prose.length; at += 70) spec.texts.push({ x: 60, y: 480 + at / 7, size: 9, text: prose.slice(at, at + 70) });
    return spec;
  };
  return writePdf(Array.from({ length: pages }, (_, i) => page(i + 1)));
}

function row(name: string, pages: number, runs: readonly Measured[]): string[] {
  const perSecond = (milliseconds: number): string => ((pages / milliseconds) * 1000).toFixed(1);
  const { wall, cpu, peak } = middle(runs);
  return [name, String(pages), perSecond(wall), perSecond(cpu), (peak / MB).toFixed(0)];
}

const HEAD = ['', 'pages', 'pages/s', 'pages/s of one core', 'peak MB'];

/** Everything in turn, several times: what another program takes from the machine meanwhile it takes from all. */
function measureReal(root: string, folder: string, pages: number, verdict: Verdict): void {
  const busy = loadavg()[0] ?? 0;
  const runs: Record<'pdfjs' | 'pdfs' | 'one' | 'two', Measured[]> = { pdfjs: [], pdfs: [], one: [], two: [] };
  const poppler: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const run = (job: (out: string) => Omit<Job, 'root'>): Measured => inTemporary((out) => measure({ root, ...job(out) } as Job, SECONDS));
    runs.pdfjs.push(run(() => ({ kind: 'pdfjs', folder })));
    runs.pdfs.push(run((out) => ({ kind: 'pdfs', folder, out })));
    runs.one.push(run((out) => ({ kind: 'workers', folder, out, jobs: 1 })));
    runs.two.push(run((out) => ({ kind: 'workers', folder, out, jobs: 2 })));
    const taken = pdftotext(folder);
    if (taken !== null) poppler.push(taken);
  }
  const rows = [
    row('pdfjs alone: operators of every page', pages, runs.pdfjs),
    row('all stages and output', pages, runs.pdfs),
    row('in one worker', 2 * pages, runs.one),
    row('in two workers', 2 * pages, runs.two),
  ];
  printTable(`PDFs (${folder}; warm, each row the median of ${ROUNDS} processes, run in turn)`, HEAD, rows);
  printTable('PDFs: time by stage', ['stage', 'ms', 'share'], stageRows(middle(runs.pdfs)));
  const ratio = (a: Measured[], b: Measured[], of: 'wall' | 'cpu'): number => median(a.map((run, i) => b[i]![of] / run[of]));
  verdict.note(`PDFs: speed against pdfjs alone by the clock: ${ratio(runs.pdfs, runs.pdfjs, 'wall').toFixed(2)}`);
  verdict.atLeast('PDFs: speed against pdfjs alone, of one core', ratio(runs.pdfs, runs.pdfjs, 'cpu'), OF_PDFJS);
  const gain = ratio(runs.two, runs.one, 'wall');
  verdict.note(`PDFs: processor time of a page in two workers against one: ${(1 / ratio(runs.two, runs.one, 'cpu')).toFixed(2)}`);
  if (busy < availableParallelism() / 4) verdict.atLeast('PDFs: speed of two workers against one, by the clock', gain, TWO_WORKERS);
  else
    verdict.skip(
      `PDFs: speed of two workers against one needs free cores; ${busy.toFixed(1)} were taken by others (${gain.toFixed(2)} met)`,
    );
  verdict.atMost('PDFs: peak memory, MB', Math.max(...runs.pdfs.map(({ peak }) => peak)) / MB, PEAK_MB);
  if (poppler.length === 0) verdict.skip('PDFs: pdftotext -bbox is not installed (poppler-utils)');
  else {
    const times = median(poppler.map((taken, i) => runs.pdfs[i]!.wall / taken));
    verdict.note(`PDFs: time against pdftotext -bbox by the clock: ${times.toFixed(2)} times as long`);
  }
}

function measureLength(root: string, verdict: Verdict): void {
  const [short, long] = [75, 300];
  const runs: Measured[][] = [[], []];
  inTemporary((folder) => {
    for (const pages of [short, long]) {
      mkdirSync(join(folder, `${pages}`));
      writeFileSync(join(folder, `${pages}`, 'a.pdf'), longDocument(pages));
    }
    for (let round = 0; round < ROUNDS; round++)
      for (const [i, pages] of [short, long].entries())
        runs[i]!.push(measure({ root, kind: 'pdfs', folder: join(folder, `${pages}`), out: join(folder, 'out') }, SECONDS));
  });
  printTable('one long PDF (made by the generator, about 2,000 characters a page; warm)', HEAD, [
    row(`${short} pages`, short, runs[0]!),
    row(`${long} pages`, long, runs[1]!),
  ]);
  const cost = median(runs[1]!.map((run, i) => run.cpu / long / (runs[0]![i]!.cpu / short)));
  verdict.atMost(`a page of ${long} against one of ${short}: cost`, cost, LONGER);
}

/** Pages of the corpus, by the program itself. */
function pagesOf(root: string, folder: string): number {
  const main = join(root, 'dist/pipeline/cli/main.js');
  const { stdout } = spawnSync(process.execPath, [main, 'extract', folder, '--json', '--quiet'], { encoding: 'utf8', maxBuffer: 1 << 30 });
  const reports = stdout.trim().split('\n');
  return reports.reduce((sum, line) => sum + (JSON.parse(line) as { report: { pages: number } }).report.pages, 0);
}

export function measurePdfs(root: string, verdict: Verdict): void {
  const folder = join(root, '../shared/corpus/pdf');
  if (existsSync(folder)) measureReal(root, folder, pagesOf(root, folder), verdict);
  else verdict.skip('PDFs: ../shared/corpus/pdf is not there');
  measureLength(root, verdict);
}
