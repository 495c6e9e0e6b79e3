import type { PdfAccess } from '../../../extractors/readers/access/pdf-library.ts';
import type { Access } from '../../../extractors/readers/access/reader.ts';
import type { LineImage, PagePicture, ScanAccess } from '../../../extractors/readers/access/scan-library.ts';
import { pdfAccess } from '../../../pipeline/run/pdf/pdf-access.ts';
import { sheetAccess } from '../../../pipeline/run/sheets/sheet-access.ts';

export interface Scene {
  pictures?: readonly (PagePicture | Error)[];
  /** How sure each character of a line is. */
  sure?: (line: LineImage) => number;
  open?: ScanAccess['openPdf'] | undefined;
}

/** Every line says 丫乂, which no list of words knows; how surely, and which pictures there are, is the scene's. */
export function fakeScans({ pictures = [], sure = () => 0.99, open }: Scene): ScanAccess {
  const alphabet = ['', '丫', '乂', ' '];
  return {
    alphabet,
    openPdf: open ?? (() => Promise.reject(new Error('no PDF'))),
    decode: async () => ({
      pictures: pictures.length,
      picture: (index) => {
        const picture = pictures[index];
        if (!picture || picture instanceof Error) throw picture ?? new RangeError(`${index}`);
        return picture;
      },
    }),
    recognise: async (line) => {
      const steps = Math.max(4, Math.round(line.width / 8));
      const values = new Float32Array(steps * alphabet.length);
      const [first, second] = [Math.floor(steps / 4), Math.floor((3 * steps) / 4)];
      for (let step = 0; step < steps; step++) {
        const read = step === first ? 1 : step === second ? 2 : 0;
        const probability = read === 0 ? 1 : sure(line);
        values[step * alphabet.length + read] = probability;
        values[step * alphabet.length + 3 - read] = 1 - probability;
      }
      return { steps, classes: alphabet.length, values };
    },
  };
}

export function accessWith(scans: ScanAccess | null): Access & { pdf(): Promise<PdfAccess> } {
  return { pdf: pdfAccess, sheets: sheetAccess, scans: () => scans && Promise.resolve(scans) };
}

/** A page of 100 dpi, white but for black boxes like two characters in each line. */
export function pageWithLines(lines: number, dpi: number | null = 100): PagePicture {
  const [width, height] = [850, 1100];
  const rgba = new Uint8Array(4 * width * height).fill(255);
  for (let line = 0; line < lines; line++) {
    for (const left of [200, 220]) {
      for (let y = 100 + 40 * line; y < 116 + 40 * line; y++) {
        for (let x = left; x < left + 14; x++) if ((x + y) % 4 > 0) rgba.fill(0, 4 * (y * width + x), 4 * (y * width + x) + 3);
      }
    }
  }
  return { width, height, rgba, dpi };
}
