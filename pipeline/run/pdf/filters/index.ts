/** Data of a stream and its dictionary in, what its filters make of them out, up to a limit; imports objects, base. */
import { brotliDecompressSync, constants } from 'node:zlib';
import { codeOf } from '../../../base/errors.ts';
import type { PdfObjects } from '../objects/index.ts';
import { type Dictionary, isArray, isDictionary, type Value } from '../objects/values.ts';
import { type Flaw, inflate } from './inflate.ts';
import { unpackLzw } from './lzw.ts';
import { unpackAscii85, unpackHex, unpackRuns } from './plain.ts';
import type { Decoded } from './sink.ts';

/** A stream after its filters. */
export interface Unpacked {
  data: Buffer;
  isOver: boolean;
  /** Damage met by the first filter that met one. */
  flaw: Flaw | null;
  /** Share (0 … 1) of that filter's input before the damage. */
  share: number;
  /** The filter of an image (JPEG, fax …) at which unpacking ended; null where all filters were unpacked. */
  image: string | null;
}

export interface Filter {
  name: string;
  parameters: Dictionary | null;
}

/** Filters whose output is an image; pdfjs decodes them where it decodes images. */
const IMAGE_FILTERS = new Set(['DCT', 'DCTDecode', 'JPX', 'JPXDecode', 'CCF', 'CCITTFaxDecode', 'JBIG2Decode']);
/** More filters on one stream are none of a sound file; pdfjs would go on. */
export const MAX_FILTERS = 8;

function brotli(packed: Buffer, limit: number): Decoded {
  try {
    const data = brotliDecompressSync(packed, { maxOutputLength: limit, finishFlush: constants.BROTLI_OPERATION_FLUSH });
    return { data, isOver: false };
  } catch (error) {
    return { data: Buffer.alloc(0), isOver: codeOf(error) === 'ERR_BUFFER_TOO_LARGE' };
  }
}

type Decode = (packed: Buffer, limit: number, parameters: Dictionary | null) => Decoded & { flaw?: Flaw | null; share?: number };

const lzw: Decode = (packed, limit, parameters) => {
  const early = parameters?.get('EarlyChange');
  return unpackLzw(packed, limit, typeof early === 'number' ? early : 1);
};

/** By their names in full and those of inline images (ISO 32000-1, tables 6 and 94); Brotli by ISO/TS 32005. */
const DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['FlateDecode', inflate],
  ['Fl', inflate],
  ['LZWDecode', lzw],
  ['LZW', lzw],
  ['RunLengthDecode', unpackRuns],
  ['RL', unpackRuns],
  ['ASCII85Decode', unpackAscii85],
  ['A85', unpackAscii85],
  ['ASCIIHexDecode', unpackHex],
  ['AHx', unpackHex],
  ['BrotliDecode', brotli],
]);

const listOf = (value: Value | undefined): readonly Value[] => (isArray(value) ? value : value === undefined ? [] : [value]);

const withValues = (dictionary: Dictionary, objects: PdfObjects): Dictionary =>
  new Map([...dictionary].map(([key, value]) => [key, objects.resolved(value)]));

/** The readings of a dictionary's filters, the last of which is the newest: several where it refers to objects that were rewritten. */
export function filterChains(dictionary: Dictionary, objects: PdfObjects): readonly Filter[][] {
  const filters = objects.alternatives(dictionary.get('F') ?? dictionary.get('Filter'));
  const parameters = listOf(objects.resolved(dictionary.get('DP') ?? dictionary.get('DecodeParms')));
  return filters.flatMap((value) => {
    const names = listOf(value)
      .slice(0, MAX_FILTERS + 1)
      .map((item) => objects.alternatives(item));
    const readings = Math.max(1, ...names.map((versions) => versions.length));
    return Array.from({ length: readings }, (_, reading) =>
      names.flatMap((versions, i): Filter[] => {
        const name = versions[Math.min(reading, versions.length - 1)];
        const own = objects.resolved(parameters[i]);
        return typeof name === 'string' ? [{ name, parameters: isDictionary(own) ? withValues(own, objects) : null }] : [];
      }),
    );
  });
}

/** Bytes that a predictor makes of `length` bytes: pdfjs fills up the last row, however few bytes it has. */
function predicted(length: number, parameters: Dictionary | null): number {
  const number = (key: string, otherwise: number): number => {
    const value = parameters?.get(key);
    return typeof value === 'number' ? value : otherwise;
  };
  if (number('Predictor', 1) <= 1) return length;
  return length + (number('Columns', 1) * number('Colors', 1) * number('BitsPerComponent', 8)) / 8;
}

/** Applies one reading of the filters, each up to `limit` bytes. */
export function unpack(packed: Buffer, filters: readonly Filter[], limit: number): Unpacked {
  const unpacked: Unpacked = { data: packed, isOver: packed.length > limit, flaw: null, share: 1, image: null };
  if (filters.length > MAX_FILTERS) unpacked.isOver = true;
  for (const { name, parameters } of filters) {
    if (unpacked.isOver || unpacked.image) break;
    if (IMAGE_FILTERS.has(name)) unpacked.image = name;
    const { data, isOver, flaw, share } = DECODERS.get(name)?.(unpacked.data, limit, parameters) ?? { data: unpacked.data, isOver: false };
    unpacked.data = data;
    unpacked.isOver = isOver || predicted(data.length, parameters) > limit;
    if (flaw && !unpacked.flaw) Object.assign(unpacked, { flaw, share });
  }
  return unpacked;
}
