/** Bytes in, a source of pages out, by the first reader that recognises the content; imports access, pdf, scan, ofd, sheet, text, word. */
import type { Access, Read, Reader, Unreadable } from './access/reader.ts';
import { ofdReader } from './ofd/index.ts';
import { pdfReader } from './pdf/index.ts';
import { scanReader } from './scan/index.ts';
import { csvReader } from './sheet/csv.ts';
import { sheetReader } from './sheet/index.ts';
import { textReader } from './text/index.ts';
import { wordReader } from './word/index.ts';

/** The readers, in the order in which they are asked; the last one takes everything. */
export const READERS: readonly Reader[] = [pdfReader, scanReader, ofdReader, sheetReader, wordReader, csvReader, textReader];

/** Reads a file with the first reader that recognises it. */
export async function readSource(bytes: Uint8Array, access: Access): Promise<Read | Unreadable> {
  const reader = READERS.find(({ recognises }) => recognises(bytes)) ?? textReader;
  return reader.read(bytes, access);
}
