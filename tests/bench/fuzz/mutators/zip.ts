import { deflateRawSync } from 'node:zlib';
import type { Random } from '../../../generator/random.ts';
import { applied, type Mutator, NOTHING } from '../mutation.ts';
import { SPOILS } from './bytes.ts';

/**
 * Damage to an archive. No number in it may come out other than it is, since an archive says the size and the sum (CRC-32) of what it holds:
 * nothing counts as touched.
 */

type Spoil = (base: Buffer, random: Random) => Uint8Array | null;

const LOCAL = Buffer.from('PK\x03\x04', 'latin1');
const CENTRAL = Buffer.from('PK\x01\x02', 'latin1');
const END = Buffer.from('PK\x05\x06', 'latin1');

function all(base: Buffer, signature: Buffer): number[] {
  const places: number[] = [];
  for (let at = base.indexOf(signature); at !== -1; at = base.indexOf(signature, at + 4)) places.push(at);
  return places;
}

const VALUES = [0, 1, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff];

/** A field of `bytes` bytes, `offset` behind a header with this signature, takes another value. */
function field(signature: Buffer, offset: number, bytes: 2 | 4): Spoil {
  return (base, random) => {
    const places = all(base, signature);
    if (places.length === 0) return null;
    const at = random.pick(places) + offset;
    if (at + bytes > base.length) return null;
    const out = Buffer.from(base);
    const value = random.chance(0.5) ? random.pick(VALUES) : out.readUIntLE(at, bytes) + random.pick([-1, 1, 10, 1000]);
    out.writeUIntLE((value >>> 0) % 2 ** (8 * bytes), at, bytes);
    return out;
  };
}

const NAMES = [
  '../a.txt',
  '/a.txt',
  'a\0b.txt',
  'C:\\a.txt',
  'a'.repeat(20),
  'a/../../b',
  '预算.txt',
  'a.pdf',
  '.txt',
  'x.zip',
  '\x1b[31m.txt',
  ' .txt',
  'con.txt',
];

/** The beginning of a name is replaced, everywhere or only in one of its two places. */
const renamed: Spoil = (base, random) => {
  const places = [...all(base, LOCAL).map((at) => at + 30), ...all(base, CENTRAL).map((at) => at + 46)];
  if (places.length === 0) return null;
  const out = Buffer.from(base);
  for (const at of random.chance(0.5) ? places : [random.pick(places)]) {
    const length = out.readUInt16LE(at - (places.indexOf(at) < all(base, LOCAL).length ? 4 : 18));
    const name = Buffer.from(random.pick(NAMES)).subarray(0, length);
    name.copy(out, at);
  }
  return out;
};

const SPOIL: Readonly<Record<string, Spoil>> = {
  'zip/bytes': (base, random) => applied(base, SPOILS[random.pick(Object.keys(SPOILS))]!(base, random).slice(0, 1)),
  'zip/method': field(CENTRAL, 10, 2),
  'zip/flags': field(CENTRAL, 8, 2),
  'zip/crc': field(CENTRAL, 16, 4),
  'zip/packed-size': field(CENTRAL, 20, 4),
  'zip/size': field(CENTRAL, 24, 4),
  'zip/name-length': field(CENTRAL, 28, 2),
  'zip/extra-length': field(CENTRAL, 30, 2),
  'zip/offset': field(CENTRAL, 42, 4),
  'zip/local-method': field(LOCAL, 8, 2),
  'zip/local-crc': field(LOCAL, 14, 4),
  'zip/local-size': field(LOCAL, 18, 4),
  'zip/local-name-length': field(LOCAL, 26, 2),
  'zip/entries': field(END, 10, 2),
  'zip/directory-size': field(END, 12, 4),
  'zip/directory-offset': field(END, 16, 4),
  'zip/comment-length': field(END, 20, 2),
  'zip/names': renamed,
  'zip/before': (base, random) => Buffer.concat([Buffer.alloc(random.int(1, 500), 'x'), base]),
  'zip/behind': (base, random) => Buffer.concat([base, Buffer.alloc(random.int(1, 500), 'x')]),
  'zip/twice': (base) => Buffer.concat([base, base]),
  'zip/no-directory': (base) => base.subarray(0, all(base, CENTRAL)[0] ?? base.length),
  'zip/no-files': (base) => base.subarray(all(base, END)[0] ?? 0),
  'zip/stored-as-packed': (base, random) => {
    const at = random.pick(all(base, LOCAL));
    const start = at + 30 + base.readUInt16LE(at + 26) + base.readUInt16LE(at + 28);
    const size = base.readUInt32LE(at + 18);
    const out = Buffer.from(base);
    deflateRawSync(Buffer.from('1.00')).copy(out, start, 0, Math.min(6, size));
    return out;
  },
};

export const ZIP_MUTATORS: readonly Mutator[] = Object.entries(SPOIL).map(([name, spoil]) => ({
  name,
  damage: (base, random) => {
    const bytes = base.length === 0 ? null : spoil(Buffer.from(base), random);
    return bytes && { bytes: new Uint8Array(bytes), touched: NOTHING };
  },
}));
