/**
 * What the reader of scans asks for: PDFium draws pages and decodes JPEG, onnxruntime recognises lines with the models of PP-OCRv4; both
 * are WebAssembly from node_modules, loaded once, on the first picture; imports extractors, drawing, pictures.
 */
import type { ScanAccess } from '../../../extractors/readers/access/scan-library.ts';
import { drawings } from './drawing/drawings.ts';
import { tellScans } from './events.ts';
import { decodePictures } from './pictures/index.ts';
import { recogniser } from './recogniser.ts';

let access: Promise<ScanAccess> | null = null;

/** Loads what draws, decodes and recognises; it takes about two seconds, which documents with text must not pay for. */
export function scanAccess(): Promise<ScanAccess> {
  access ??= load();
  return access;
}

async function load(): Promise<ScanAccess> {
  tellScans('loading');
  const [draw, { alphabet, recognise }] = await Promise.all([drawings(), recogniser()]);
  return {
    openPdf: async (bytes) => {
      const document = draw.open(bytes);
      return { ...document, draw: (page, dpi) => told(() => document.draw(page, dpi)) };
    },
    decode: async (bytes) => {
      const { pictures, picture } = await decodePictures(bytes, draw);
      return { pictures, picture: (index) => told(() => picture(index)) };
    },
    alphabet,
    recognise,
  };
}

function told<T>(work: () => T): T {
  tellScans('page');
  return work();
}
