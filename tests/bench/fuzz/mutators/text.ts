import type { Random } from '../../../generator/random.ts';
import { bytesOf, type Edit, edited, latin1, lineStarts, type Mutation, type Mutator, type Range } from '../mutation.ts';

/** Damage to lines and cells: what conversions, editors and copying do. */

/** Lines with their ends, of a UTF-8 text. */
function lines(base: Uint8Array): Range[] {
  const starts = lineStarts(base);
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? base.length })).filter(({ start, end }) => end > start);
}

const textOf = (base: Uint8Array, { start, end }: Range): string => Buffer.from(base.subarray(start, end)).toString('utf8');
const without = ({ start, end }: Range): Edit => ({ at: start, removed: end - start, inserted: new Uint8Array(0) });
const instead = ({ start, end }: Range, text: string): Edit => ({ at: start, removed: end - start, inserted: bytesOf(text) });
const NO_BYTES = new Uint8Array(0);

/** Places of what the expression finds; it sees a byte as a character. */
function found(base: Uint8Array, pattern: RegExp): Range[] {
  return [...latin1(base).matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

const AMOUNT = /(?<![\d.,])\d[\d,]*\.\d+(?![\d.])/g;
const CELL = /\t[^\t\r\n]*|\|[^|\r\n]*(?=\|)/g;
/** Escape, backspace, a terminal's colour, vertical tab, form feed, delete, line separator, direction override, zero width, not a character. */
const CONTROLS = ['\x1b', '\b', '\x1b[31m', '\v', '\f', '\x7f', '\u2028', '\u202e', '\u200b', '\ufffe', '\x85', '\r'];
const LOOKALIKES = ['，', '。', '．', '·', ' ', '　', '-', '—', '(', '％', 'E5', '０'];

type Spoil = (base: Uint8Array, random: Random) => Mutation | null;

function some(ranges: readonly Range[], random: Random, most: number): Range[] | null {
  return ranges.length === 0 ? null : random.sample(ranges, Math.min(ranges.length, random.int(1, most)));
}

/** A mutator that treats some places of a kind. */
function each(
  placesOf: (base: Uint8Array) => Range[],
  most: number,
  treat: (base: Uint8Array, range: Range, random: Random) => Edit,
): Spoil {
  return (base, random) => {
    const chosen = some(placesOf(base), random, most);
    return (
      chosen &&
      edited(
        base,
        chosen.map((range) => treat(base, range, random)),
      )
    );
  };
}

const amounts = (base: Uint8Array): Range[] => found(base, AMOUNT);
const cells = (base: Uint8Array): Range[] => found(base, CELL);
/** Where a character begins, not within one. */
function boundaries(base: Uint8Array, random: Random): number {
  let at = random.int(0, base.length - 1);
  while (at > 0 && (base[at]! & 0xc0) === 0x80) at--;
  return at;
}
const insertion = (at: number, text: string): Edit => ({ at, removed: 0, inserted: bytesOf(text) });
const toEnd = (base: Uint8Array, at: number): Range => ({ start: at, end: base.length });

function exchangedLines(base: Uint8Array, random: Random): Mutation | null {
  const all = lines(base);
  if (all.length < 3) return null;
  const [first, second] = random.sample(all, 2) as [Range, Range];
  return edited(base, [instead(first, textOf(base, second)), instead(second, textOf(base, first))]);
}

/** The encoding changes in the middle, as where two files were put together. */
function encodedAnew(base: Uint8Array, random: Random): Mutation {
  const at = random.pick(lines(base)).start;
  const rest = textOf(base, toEnd(base, at));
  const inserted = random.chance(0.5) ? Buffer.from(rest, 'utf16le') : Buffer.from(rest, 'latin1');
  return edited(base, [{ at, removed: base.length - at, inserted: new Uint8Array(inserted) }]);
}

/** All of it in UTF-16, which is another spelling and no damage. */
function inUtf16(base: Uint8Array): Mutation {
  const bytes = new Uint8Array(Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from(Buffer.from(base).toString('utf8'), 'utf16le')]));
  return { bytes, touched: edited(base, []).touched };
}

function longLine(base: Uint8Array, random: Random): Mutation {
  const filler = random.pick(['0', '1,', 'x ', '\t', '预', '|', '1.0\t', '（', '<b>', ' 12.00']);
  const at = random.pick(lines(base)).start;
  return edited(base, [insertion(at, `${filler.repeat(random.int(2_000, 60_000))}${random.pick(['\n', ''])}`)]);
}

function manyLines(base: Uint8Array, random: Random): Mutation {
  const range = random.pick(lines(base));
  return edited(base, [insertion(range.end, textOf(base, range).repeat(random.int(50, 1500)))]);
}

const SPOILS: Readonly<Record<string, Spoil>> = {
  'text/line-lost': each(lines, 3, (_, range) => without(range)),
  'text/line-doubled': each(lines, 3, (base, range) => insertion(range.end, textOf(base, range))),
  'text/lines-exchanged': exchangedLines,
  'text/lines-joined': each(
    (base) => lines(base).slice(0, -1),
    3,
    (_, { end }) => ({ at: end - 1, removed: 1, inserted: NO_BYTES }),
  ),
  'text/line-repeated': manyLines,
  'text/line-long': longLine,
  'text/cell-lost': each(cells, 3, (_, range) => without(range)),
  'text/cell-emptied': each(cells, 3, (_, { start, end }) => without({ start: start + 1, end })),
  'text/cell-added': each(cells, 3, (_, { start }) => insertion(start, '\t')),
  'text/cell-doubled': each(cells, 3, (base, range) => insertion(range.end, textOf(base, range))),
  'text/number-broken': each(amounts, 3, (_, { start, end }, random) =>
    insertion(random.int(start + 1, end - 1), random.pick(['\n', ' ', '\t'])),
  ),
  'text/number-changed': each(amounts, 2, (_, { start, end }, random) => {
    const at = random.int(start, end - 1);
    return { at, removed: 1, inserted: bytesOf(String(random.int(0, 9))) };
  }),
  'text/number-lost': each(amounts, 3, (_, range) => without(range)),
  'text/number-spelt': each(amounts, 3, (_, { start, end }, random) => insertion(random.int(start, end), random.pick(LOOKALIKES))),
  'text/control': (base, random) =>
    edited(
      base,
      Array.from({ length: random.int(1, 4) }, () => insertion(boundaries(base, random), random.pick(CONTROLS))),
    ),
  'text/mark-within': (base, random) => edited(base, [insertion(boundaries(base, random), '\ufeff')]),
  'text/encoding-changed': encodedAnew,
  'text/utf-16': inUtf16,
  'text/nul': (base, random) => edited(base, [insertion(boundaries(base, random), '\0')]),
};

export const TEXT_MUTATORS: readonly Mutator[] = Object.entries(SPOILS).map(([name, damage]) => ({ name, damage }));
