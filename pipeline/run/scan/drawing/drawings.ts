/** Bytes of a PDF in, pictures of its pages out, drawn by PDFium in WebAssembly within a bound of dots; imports extractors. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ColourPicture } from '../../../../extractors/model/picture.ts';
import type { DrawableDocument } from '../../../../extractors/readers/access/scan-library.ts';
import { MAX_DOTS } from './settings.ts';

/** PDFium, loaded. */
export interface Drawings {
  /** @throws Error for bytes that are no PDF that can be drawn. */
  open(bytes: Uint8Array): DrawableDocument;
}

type Pdfium = Awaited<ReturnType<typeof import('@embedpdf/pdfium')['init']>>;

/** Bitmaps of fpdfview.h: four bytes a dot with opacity. */
const BGRA = 4;
/** Flags of fpdfview.h: annotations are drawn, bytes come as red, green, blue. */
const FLAGS = 0x01 | 0x10;
const WHITE = 0xffffffff;
const POINTS_PER_INCH = 72;

export async function drawings(): Promise<Drawings> {
  const { init } = await import('@embedpdf/pdfium');
  const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const pdfium = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer });
  pdfium.PDFiumExt_Init();
  return { open: (bytes) => open(pdfium, bytes) };
}

/** The heap of the module: it is another buffer each time that it has grown. */
const heapOf = (pdfium: Pdfium): Uint8Array => (pdfium.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;

function open(pdfium: Pdfium, bytes: Uint8Array): DrawableDocument {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const file = malloc(bytes.length);
  if (file === 0) throw new Error(`no memory for ${bytes.length} bytes`);
  heapOf(pdfium).set(bytes, file);
  const document = pdfium.FPDF_LoadMemDocument(file, bytes.length, '');
  if (document === 0) {
    free(file);
    throw new Error(`PDFium error ${pdfium.FPDF_GetLastError()}`);
  }
  return {
    pages: pdfium.FPDF_GetPageCount(document),
    draw: (page, dpi) => draw(pdfium, document, page, dpi),
    close: () => {
      pdfium.FPDF_CloseDocument(document);
      free(file);
    },
  };
}

function draw(pdfium: Pdfium, document: number, number: number, dpi: number): ColourPicture {
  const page = pdfium.FPDF_LoadPage(document, number);
  if (page === 0) throw new Error(`page ${number + 1} cannot be loaded`);
  try {
    const dots = (points: number) => Math.max(1, Math.round((points * dpi) / POINTS_PER_INCH));
    const width = dots(pdfium.FPDF_GetPageWidthF(page));
    const height = dots(pdfium.FPDF_GetPageHeightF(page));
    if (!(width * height <= MAX_DOTS)) throw new Error(`${width} × ${height} dots`);
    return { width, height, rgba: painted(pdfium, page, width, height) };
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

function painted(pdfium: Pdfium, page: number, width: number, height: number): Uint8Array {
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BGRA, 0, 0);
  if (bitmap === 0) throw new Error(`no memory for ${width} × ${height} dots`);
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
    return heapOf(pdfium).slice(start, start + 4 * width * height);
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}
