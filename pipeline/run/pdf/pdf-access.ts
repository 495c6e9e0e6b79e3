/**
 * The PDF library: loaded once, out comes the access that the reader asks for, with what a file may hold and what of it is
 * damaged; imports extractors, bounds, objects, pages, base.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PdfAccess, PdfChannel } from '../../../extractors/readers/access/pdf-library.ts';
import { inspectPdf } from './pdf-inspection.ts';
import { DirectPort } from './pdf-port.ts';
import { hearingAlone, hearRejections } from './pdf-rejections.ts';

let access: Promise<PdfAccess> | null = null;

/** Loads pdfjs on the first PDF; it takes a third of a second, which text documents must not pay for. */
export function pdfAccess(): Promise<PdfAccess> {
  access ??= load();
  return access;
}

interface Pdfjs {
  getDocument: PdfAccess['pdfjs']['getDocument'];
  OPS: PdfAccess['pdfjs']['OPS'];
  PDFWorker: new (options: { port: unknown; verbosity: number }) => { destroy(): void };
}

interface PdfjsWorker {
  WorkerMessageHandler: { initializeFromPort(port: unknown): void };
}

/**
 * pdfjs brings polyfills that also take the place of what Node has, for the sake of corner cases that concern neither: slow ones,
 * for the whole program. They are taken back.
 */
async function keepingBuiltIns<T>(work: () => Promise<T>): Promise<T> {
  const { push } = Array.prototype;
  const { parse, stringify } = JSON;
  try {
    return await work();
  } finally {
    for (const [owner, own] of [
      [Array.prototype, { push }],
      [JSON, { parse, stringify }],
    ] as const) {
      for (const [name, value] of Object.entries(own))
        Object.defineProperty(owner, name, { value, writable: true, enumerable: false, configurable: true });
    }
  }
}

/** Where pdfjs puts the fonts of a page: without such a place it falls back to drawing every character as a path. Nothing is drawn here. */
const NO_STYLES = { append: () => undefined, sheet: { cssRules: [], insertRule: () => undefined }, remove: () => undefined };
const NO_DOCUMENT = {
  createElement: () => NO_STYLES,
  documentElement: { getElementsByTagName: () => [NO_STYLES] },
};

async function load(): Promise<PdfAccess> {
  hearRejections();
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const [pdfjs, worker] = await keepingBuiltIns(async () => [
    (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as Pdfjs,
    // @ts-expect-error The other half has no types.
    (await import('pdfjs-dist/legacy/build/pdf.worker.mjs')) as unknown as PdfjsWorker,
  ]);
  const connect = (most: number): PdfChannel => {
    let tooMany: () => void = () => undefined;
    const overflow = new Promise<'overflow'>((resolve) => {
      tooMany = () => resolve('overflow');
    });
    const port = new DirectPort(most, tooMany);
    worker.WorkerMessageHandler.initializeFromPort(port);
    const main = new pdfjs.PDFWorker({ port, verbosity: 0 });
    return { worker: main, overflow, reset: () => port.reset(), close: () => main.destroy() };
  };
  const url = (name: string) => `${join(folder, name)}/`;
  return {
    pdfjs,
    alone: hearingAlone,
    connect,
    inspect: (bytes, maxImagePixels) => inspectPdf(bytes, maxImagePixels),
    ownerDocument: NO_DOCUMENT,
    cMapUrl: url('cmaps'),
    standardFontDataUrl: url('standard_fonts'),
  };
}
