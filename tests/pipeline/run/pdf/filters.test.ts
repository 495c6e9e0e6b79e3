import { brotliCompressSync, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { filterChains, unpack } from '../../../../pipeline/run/pdf/filters/index.ts';
import { inflate } from '../../../../pipeline/run/pdf/filters/inflate.ts';
import { unpackLzw } from '../../../../pipeline/run/pdf/filters/lzw.ts';
import { unpackAscii85, unpackHex, unpackRuns } from '../../../../pipeline/run/pdf/filters/plain.ts';
import { inflateTolerantly } from '../../../../pipeline/run/pdf/filters/tolerant.ts';
import { PdfObjects } from '../../../../pipeline/run/pdf/objects/index.ts';
import { Parser } from '../../../../pipeline/run/pdf/objects/parser.ts';
import { isDictionary } from '../../../../pipeline/run/pdf/objects/values.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const MANY = 1_000_000;

/** Lines of numbers: they deflate to dynamic codes with lengths and distances of every kind. */
const LINES = Buffer.from(Array.from({ length: 5000 }, (_, i) => `${i * 7919} 0 m ${(i * i) % 997}.25 l S`).join('\n'));

/** Codes of LZW (width, value) in turn, packed as PDF packs them. */
function lzwOf(codes: readonly (readonly [bits: number, code: number])[]): Buffer {
  const digits = codes.map(([bits, code]) => code.toString(2).padStart(bits, '0')).join('');
  const octets = digits.padEnd(Math.ceil(digits.length / 8) * 8, '0').match(/.{8}/g) ?? [];
  return Buffer.from(octets.map((octet) => Number.parseInt(octet, 2)));
}

describe('decoders', () => {
  test('runs: bytes as they are, bytes repeated, the end', () => {
    const packed = Buffer.from([2, 65, 66, 67, 254, 68, 128, 0, 69]);
    expect(unpackRuns(packed, MANY)).toEqual({ data: bytes('ABCDDD'), isOver: false });
    expect(unpackRuns(packed, 6).isOver).toBe(false);
    expect(unpackRuns(packed, 5).isOver).toBe(true);
  });

  test('hexadecimal digits, the last of which may lack its half', () => {
    expect(unpackHex(bytes('41 4 2\n5> 43'), MANY).data.toString()).toBe('ABP');
  });

  test('digits of base 85', () => {
    // The example of the standard, and zeros for short.
    expect(unpackAscii85(bytes('9jqo^BlbD-Bl\neB1DJ+*+F(f,q~> more'), MANY).data.toString()).toBe('Man is distinguished');
    expect(unpackAscii85(bytes('zz~>'), MANY).data).toEqual(Buffer.alloc(8));
    expect(unpackAscii85(bytes('9jn~>'), MANY).data.toString()).toBe('Ma');
  });

  test('LZW: the example of ISO 32000-1, 7.4.4.2', () => {
    const packed = lzwOf([256, 45, 258, 258, 65, 259, 66, 257].map((code) => [9, code]));
    expect([...unpackLzw(packed, MANY, 1).data]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
    expect(unpackLzw(packed, 9, 1).isOver).toBe(true);
  });

  test.each([1, 0])('LZW: codes grow longer, %i code early', (early) => {
    const codes: [number, number][] = [[9, 256]];
    for (let i = 0; i < 400; i++) codes.push([258 + Math.max(0, i - 1) + early >= 512 ? 10 : 9, i % 256]);
    const packed = lzwOf(codes);
    const data = unpackLzw(packed, MANY, early).data;
    expect([...data.subarray(0, 400)]).toEqual(Array.from({ length: 400 }, (_, i) => i % 256));
  });
});

describe('deflated data', () => {
  const packed = deflateSync(LINES);

  test('whole, with more behind them, and without their checksum', () => {
    for (const sound of [packed, Buffer.concat([packed, bytes('\r\n')]), packed.subarray(0, -4), packed.subarray(0, -2)]) {
      const { data, ...rest } = inflate(sound, MANY);
      expect([data.equals(LINES), rest]).toEqual([true, { isOver: false, flaw: null, share: 1 }]);
    }
  });

  test('up to the limit, not beyond', () => {
    expect(inflate(packed, LINES.length).isOver).toBe(false);
    expect(inflate(packed, LINES.length - 1).isOver).toBe(true);
    expect(inflate(packed.subarray(0, -40), 1000).isOver).toBe(true);
  });

  test('cut short', () => {
    const cut = inflate(packed.subarray(0, packed.length >> 1), MANY);
    expect(cut).toMatchObject({ flaw: 'cut', share: 1, isOver: false });
    expect(LINES.subarray(0, cut.data.length).equals(cut.data)).toBe(true);
    expect(cut.data.length).toBeGreaterThan(LINES.length / 4);
  });

  test('with another checksum', () => {
    const other = Buffer.from(packed);
    other[other.length - 1] = (other.at(-1) ?? 0) ^ 1;
    expect(inflate(other, MANY)).toMatchObject({ flaw: 'checksum', isOver: false });
  });

  test('broken: the share before the damage', () => {
    // A block of a type that does not exist, in the middle.
    const half = deflateSync(LINES.subarray(0, 50_000), { finishFlush: 2 });
    const broken = Buffer.concat([half, Buffer.alloc(half.length, 0xff)]);
    const { flaw, share, data } = inflate(broken, MANY);
    expect([flaw, data.equals(LINES.subarray(0, 50_000))]).toEqual(['broken', true]);
    expect(share).toBeCloseTo(0.5, 2);
  });

  test.each([
    ['stored', { level: 0 }],
    ['fixed codes', { strategy: 4 }],
    ['dynamic codes', {}],
  ])('%s are unpacked by the tolerant decoder as by zlib', (_name, options) => {
    const { data, read } = inflateTolerantly(deflateSync(LINES, options), MANY);
    expect([data.equals(LINES), read > 0]).toEqual([true, true]);
  });

  test('goes on where zlib refuses a distance that leads before the data', () => {
    // Fixed codes: a length of 258 at distance 1 as the first symbol, then the same again and again.
    const match = '110001010' + '00000';
    const digits = `110${match.slice(0, 8)}00000`;
    const bits = digits + `${match.slice(0, 8)}00000`.repeat(100);
    const octets = (bits.match(/.{1,8}/g) ?? []).map((octet) => Number.parseInt([...octet.padEnd(8, '0')].reverse().join(''), 2));
    const { data, flaw } = inflate(Buffer.concat([Buffer.from([0x78, 0x9c]), Buffer.from(octets)]), MANY);
    expect(flaw).toBe('broken');
    expect(data.length).toBeGreaterThan(20_000);
  });
});

describe('filters of a stream', () => {
  const chainsOf = (dictionary: string, file = ''): ReturnType<typeof filterChains> => {
    const value = new Parser(bytes(dictionary), 0).value();
    return isDictionary(value) ? filterChains(value, new PdfObjects(bytes(file))) : [];
  };
  const namesOf = (dictionary: string, file?: string): string[][] =>
    chainsOf(dictionary, file).map((chain) => chain.map(({ name }) => name));

  test.each([
    ['<< /Filter /Fl#61teDecode >>', [['FlateDecode']]],
    ['<< /Filter [/A85 /Fl] >>', [['A85', 'Fl']]],
    ['<< /F /RL /Filter /FlateDecode >>', [['RL']]],
    ['<< /Length 3 >>', []],
  ])('%s', (dictionary, names) => {
    expect(namesOf(dictionary)).toEqual(names);
  });

  test('are found behind references, in every version of the object', () => {
    const file = '7 0 obj [8 0 R] endobj 8 0 obj /LZWDecode endobj 8 0 obj /FlateDecode endobj';
    expect(namesOf('<< /Filter 7 0 R >>', file)).toEqual([['LZWDecode'], ['FlateDecode']]);
  });

  test('one after the other, each within the limit', () => {
    const [chain = []] = chainsOf('<< /Filter [/ASCIIHexDecode /FlateDecode] >>');
    const packed = bytes(deflateSync(LINES).toString('hex'));
    expect(unpack(packed, chain, MANY).data.equals(LINES)).toBe(true);
    expect(unpack(packed, chain, LINES.length - 1).isOver).toBe(true);
    const [brotli = []] = chainsOf('<< /Filter /BrotliDecode >>');
    const short = brotliCompressSync(Buffer.alloc(5000, 'ab'));
    expect([unpack(short, brotli, 5000).isOver, unpack(short, brotli, 4999).isOver]).toEqual([false, true]);
  });

  test('end at that of an image, and grow by one row of a predictor', () => {
    const [image = []] = chainsOf('<< /Filter [/ASCIIHexDecode /DCTDecode] >>');
    expect(unpack(bytes('41>'), image, 10)).toMatchObject({ image: 'DCTDecode', isOver: false });
    const row = (columns: number): boolean => {
      const [chain = []] = chainsOf(`<< /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns ${columns} /Colors 2 >> >>`);
      return unpack(deflateSync(bytes('abc')), chain, 1000).isOver;
    };
    expect([row(498), row(499)]).toEqual([false, true]);
  });

  test('of more than eight, none of a sound file', () => {
    const [eight = []] = chainsOf(`<< /Filter [${'/AHx '.repeat(8)}] >>`);
    const [nine = []] = chainsOf(`<< /Filter [${'/AHx '.repeat(9)}] >>`);
    expect([unpack(bytes(''), eight, 10).isOver, unpack(bytes(''), nine, 10).isOver]).toEqual([false, true]);
  });
});

test('objects are read 100 levels deep', () => {
  const depthOf = (value: unknown): number => (Array.isArray(value) ? 1 + depthOf(value[0]) : 0);
  const depth = (levels: number) => depthOf(new Parser(Buffer.from('['.repeat(levels) + ']'.repeat(levels)), 0).value());
  expect([99, 100, 101].map(depth)).toEqual([99, 100, 100]);
});
