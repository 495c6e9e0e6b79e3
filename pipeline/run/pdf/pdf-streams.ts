import { constants, inflateSync } from 'node:zlib';
import { codeOf } from '../../base/errors.ts';

/** The most that a byte of deflated data can stand for. */
const MOST_PER_BYTE = 1032;
/** How far before its data the dictionary of a stream is looked for. */
const DICTIONARY_BYTES = 4096;
const IMAGE = /\/Subtype\s*\/Image\b/;
const FLATE = /\/(?:FlateDecode|Fl)\b/g;

/** What stands between `obj` and the data of a stream. */
function dictionaryBefore(file: Buffer, at: number): string {
  const before = file.toString('latin1', Math.max(0, at - DICTIONARY_BYTES), at);
  return before.slice(before.lastIndexOf(' obj') + 1);
}

function dataStart(file: Buffer, after: number): number {
  if (file[after] === 0x0d && file[after + 1] === 0x0a) return after + 2;
  return file[after] === 0x0a || file[after] === 0x0d ? after + 1 : after;
}

/** Whether the data, unpacked once for each filter, exceed `limit`; what cannot be unpacked is left to the reader. */
function exceeds(packed: Buffer, filters: number, limit: number): boolean {
  if (packed.length * MOST_PER_BYTE ** filters <= limit) return false;
  let data = packed;
  try {
    for (let i = 0; i < filters; i++) data = inflateSync(data, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
    return false;
  } catch (error) {
    return codeOf(error) === 'ERR_BUFFER_TOO_LARGE';
  }
}

/**
 * Whether a deflated stream of a PDF unpacks to more than `limit` bytes. Images are left out: large ones are never unpacked.
 * Looks at the bytes alone, before anything is parsed; only streams that could be that large are tried.
 */
export function unpacksBeyond(bytes: Uint8Array, limit: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at)) {
    const start = dataStart(file, at + 'stream'.length);
    const found = file.indexOf('endstream', start);
    const end = found === -1 ? file.length : found;
    const dictionary = dictionaryBefore(file, at);
    const filters = dictionary.match(FLATE)?.length ?? 0;
    if (filters > 0 && !IMAGE.test(dictionary) && exceeds(file.subarray(start, end), filters, limit)) return true;
    at = Math.min(file.length, end + 'endstream'.length);
  }
  return false;
}
