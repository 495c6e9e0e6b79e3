import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PdfAccess } from '../extractors/readers/pdf.ts';

let access: Promise<PdfAccess> | null = null;

/** Loads pdfjs on the first PDF; it takes a third of a second, which text documents must not pay for. */
export function pdfAccess(): Promise<PdfAccess> {
  access ??= load();
  return access;
}

async function load(): Promise<PdfAccess> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const url = (name: string) => `${join(folder, name)}/`;
  return { pdfjs: pdfjs as unknown as PdfAccess['pdfjs'], cMapUrl: url('cmaps'), standardFontDataUrl: url('standard_fonts') };
}
