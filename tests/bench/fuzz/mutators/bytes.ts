import type { Random } from '../../../generator/random.ts';
import { type Edit, edited, type Mutator, type Range } from '../mutation.ts';

/** Damage to bytes, whatever they mean: what disks, networks and editors do. */

type Spoil = (base: Uint8Array, random: Random) => Edit[];

/** At most so many bytes in a piece. */
const PIECE = 400;

function piece(base: Uint8Array, random: Random): Range {
  const start = random.int(0, Math.max(0, base.length - 2));
  return { start, end: Math.min(base.length, start + random.int(1, PIECE)) };
}

const anyBytes = (random: Random, count: number): Uint8Array => Uint8Array.from({ length: count }, () => random.int(0, 255));

function places(base: Uint8Array, random: Random, most: number): number[] {
  return Array.from({ length: random.int(1, most) }, () => random.int(0, base.length - 1));
}

export const SPOILS: Readonly<Record<string, Spoil>> = {
  'bytes/flip': (base, random) =>
    places(base, random, 5).map((at) => ({ at, removed: 1, inserted: Uint8Array.of(base[at]! ^ (1 << random.int(0, 7))) })),
  'bytes/random': (base, random) => places(base, random, 5).map((at) => ({ at, removed: 1, inserted: anyBytes(random, 1) })),
  'bytes/drop': (base, random) => {
    const { start, end } = piece(base, random);
    return [{ at: start, removed: end - start, inserted: new Uint8Array(0) }];
  },
  'bytes/insert': (base, random) => [{ at: random.int(0, base.length), removed: 0, inserted: anyBytes(random, random.int(1, 40)) }],
  'bytes/zeros': (base, random) => {
    const { start, end } = piece(base, random);
    return [{ at: start, removed: end - start, inserted: new Uint8Array(end - start) }];
  },
  'bytes/double': (base, random) => {
    const { start, end } = piece(base, random);
    return [{ at: end, removed: 0, inserted: base.slice(start, end) }];
  },
  'bytes/swap': (base, random) => {
    const first = piece(base, random);
    const second = piece(base, random);
    return [
      { at: first.start, removed: first.end - first.start, inserted: base.slice(second.start, second.end) },
      { at: second.start, removed: second.end - second.start, inserted: base.slice(first.start, first.end) },
    ];
  },
  'bytes/cut': (base, random) => {
    const at = random.int(Math.floor(base.length / 4), base.length - 1);
    return [{ at, removed: base.length - at, inserted: new Uint8Array(0) }];
  },
};

export const BYTE_MUTATORS: readonly Mutator[] = Object.entries(SPOILS).map(([name, spoil]) => ({
  name,
  damage: (base, random) => edited(base, spoil(base, random)),
}));
