import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist';
import type { Turn } from '../../../publish/report/turning.ts';

/** Where the server hands out pdfjs-dist. */
const partOf = (path: string): string => `/pdfjs/${path}`;

/** The most dots of a canvas: browsers refuse larger ones, phones far sooner. */
const MOST_DOTS = 16_000_000;

type Library = typeof import('pdfjs-dist');

let loading: Promise<Library> | null = null;

/** Loaded when the first PDF is opened. */
async function library(): Promise<Library> {
  const loaded: Library = await import(partOf('build/pdf.min.mjs'));
  loaded.GlobalWorkerOptions.workerSrc = partOf('build/pdf.worker.min.mjs');
  return loaded;
}

/** A PDF of which single pages are drawn: one is held at a time. */
export class PdfFile {
  readonly #opened: Promise<PDFDocumentProxy>;
  #task: RenderTask | null = null;
  #page: PDFPageProxy | null = null;

  constructor(address: string) {
    loading ??= library();
    this.#opened = loading.then(({ getDocument }) => {
      const parts = {
        cMapUrl: partOf('cmaps/'),
        standardFontDataUrl: partOf('standard_fonts/'),
        wasmUrl: partOf('wasm/'),
        iccUrl: partOf('iccs/'),
      };
      return getDocument({ url: address, ...parts, cMapPacked: true, disableAutoFetch: true, isEvalSupported: false }).promise;
    });
    // Whoever draws a page is told; nobody may be drawing when it fails.
    this.#opened.catch(() => undefined);
  }

  /**
   * Draws a page on a canvas of its own.
   *
   * @param width of the page on the screen, in CSS pixels.
   * @returns null when another page was asked for meanwhile.
   */
  async draw(number: number, turn: Turn, width: number): Promise<HTMLCanvasElement | null> {
    this.#task?.cancel();
    const file = await this.#opened;
    const page = await file.getPage(number);
    if (this.#page !== page) this.#page?.cleanup();
    this.#page = page;
    const rotation = (page.rotate + turn) % 360;
    const plain = page.getViewport({ scale: 1, rotation });
    const wanted = (width / plain.width) * devicePixelRatio;
    const scale = Math.min(wanted, Math.sqrt(MOST_DOTS / (plain.width * plain.height)));
    const viewport = page.getViewport({ scale, rotation });
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const task = page.render({ canvas, viewport });
    this.#task = task;
    try {
      await task.promise;
      return canvas;
    } catch (error) {
      if (error instanceof Error && error.name === 'RenderingCancelledException') return null;
      throw error;
    }
  }

  close(): void {
    this.#task?.cancel();
    this.#opened.then((file) => file.loadingTask.destroy()).catch(() => undefined);
  }
}
