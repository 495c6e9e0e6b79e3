import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What is measured on PDFs. Each function does all of it once, so that the process is warm, and returns what does it again. */

type Load = <T>(file: string) => Promise<T>;
type Work = () => Promise<void>;

export interface PdfFile {
  path: string;
  size: number;
}

export function pdfsBelow(folder: string): PdfFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
  return names.sort().map((name) => ({ path: join(folder, name), size: statSync(join(folder, name)).size }));
}

const inputsOf = (folder: string) => pdfsBelow(folder).map(({ path }, i) => ({ path, sourceFile: `${i}.pdf`, documentId: `${i}` }));

async function warmed(work: Work): Promise<Work> {
  await work();
  return work;
}

/** pdfjs as it comes, in a process where nothing of this project is loaded: the operators of every page, nothing done with them. */
export async function warmPdfjs(root: string, folder: string): Promise<Work> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = dirname(createRequire(join(root, 'package.json')).resolve('pdfjs-dist/package.json'));
  return warmed(async () => {
    for (const { path } of pdfsBelow(folder)) {
      const task = pdfjs.getDocument({
        data: new Uint8Array(readFileSync(path)),
        cMapUrl: `${home}/cmaps/`,
        cMapPacked: true,
        standardFontDataUrl: `${home}/standard_fonts/`,
        verbosity: 0,
        disableFontFace: false,
        useSystemFonts: false,
        isEvalSupported: false,
        maxImageSize: 4096,
      });
      const document = await task.promise;
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number);
        await page.getOperatorList({ annotationMode: 0 });
        page.cleanup();
      }
      await task.destroy();
    }
  });
}

type Processors = typeof import('../../pipeline/run/document/processor.ts');
type Isolated = typeof import('../../pipeline/run/isolation/processor.ts');
type Order = typeof import('../../pipeline/run/batch/in-order.ts');
type Library = typeof import('../../pipeline/index.ts');

async function setupFor(load: Load, out: string) {
  const { loadProfiles } = await load<Library>('pipeline/index.js');
  const profiles = await loadProfiles();
  const limits = { profiles: '', timeout: null, memory: null, maxTextBytes: Number.POSITIVE_INFINITY };
  return { profiles, out, json: false, conditions: { program: 'bench', options: '', limits, profiles, decisions: [] } };
}

/** All stages and all output, in this thread. */
export async function warmPdfs(load: Load, folder: string, out: string, stages: Record<string, number>): Promise<Work> {
  const { openLocal } = await load<Processors>('pipeline/run/document/processor.js');
  const processor = await openLocal(await setupFor(load, out));
  return warmed(async () => {
    for (const stage of Object.keys(stages)) delete stages[stage];
    for (const input of inputsOf(folder)) {
      const { milliseconds } = await processor.process(input);
      for (const [stage, spent] of Object.entries(milliseconds)) stages[stage] = (stages[stage] ?? 0) + spent;
    }
  });
}

/** The same in processes. The documents twice over, so that the last one weighs less; each process sees most of them before. */
export async function warmWorkers(load: Load, folder: string, out: string, jobs: number): Promise<Work> {
  const { IsolatedProcessor } = await load<Isolated>('pipeline/run/isolation/processor.js');
  const { inOrder } = await load<Order>('pipeline/run/batch/in-order.js');
  const processor = new IsolatedProcessor({ jobs, seconds: 300, megabytes: 512, setup: await setupFor(load, out) });
  const inputs = inputsOf(folder);
  return warmed(async () => {
    for await (const _ of inOrder([...inputs, ...inputs], { jobs, ahead: 16 * jobs }, (input) => processor.process(input)));
  });
}
