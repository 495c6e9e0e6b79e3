import type { Random } from '../../generator/random.ts';

/** From `start` to `end`, exclusive, counted in bytes. */
export interface Range {
  start: number;
  end: number;
}

/** The bytes from `at`, `removed` of them, become `inserted`. Edits of one document do not overlap. */
export interface Edit {
  at: number;
  removed: number;
  inserted: Uint8Array;
}

/** Where a number stands, as `facts.csv` says it. */
export interface Spot {
  raw: string;
  /** From 1. */
  page: number;
  /** From 1; 0 where there is none. */
  line: number;
}

/** Tells the numbers that the damage itself is in, so that another value there is no fault of the program. */
export interface Touched {
  inBase(spot: Spot): boolean;
  inMutant(spot: Spot): boolean;
}

export interface Mutation {
  bytes: Uint8Array;
  touched: Touched;
}

/** A way to damage a document. Pure: the same bytes and the same state of `random` give the same mutation. Null: not for this document. */
export interface Mutator {
  name: string;
  damage(base: Uint8Array, random: Random): Mutation | null;
}

export const NOTHING: Touched = { inBase: () => false, inMutant: () => false };

export const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
export const fromLatin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** `edits` sorted by place; those that overlap an earlier one are left out. */
export function orderly(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.at - b.at)) {
    const last = kept.at(-1);
    if (!last || edit.at > last.at + last.removed) kept.push(edit);
  }
  return kept;
}

/** @param edits in order, without overlaps. */
export function applied(base: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const { at, removed, inserted } of edits) {
    parts.push(base.subarray(from, at), inserted);
    from = at + removed;
  }
  parts.push(base.subarray(from));
  return new Uint8Array(Buffer.concat(parts));
}

const LF = 0x0a;
const CR = 0x0d;

/** Offsets at which lines begin, as the reader of texts counts them: after CRLF, LF, CR. */
export function lineStarts(bytes: Uint8Array): number[] {
  const starts = [0];
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF)) starts.push(i + 1);
  }
  return starts;
}

/** Number, from 1, of the line that holds this offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

function holds(ranges: readonly Range[], starts: readonly number[]): (spot: Spot) => boolean {
  const lines = ranges.map(({ start, end }) => ({ first: lineAt(starts, start), last: lineAt(starts, Math.max(start, end)) }));
  return ({ line }) => lines.some(({ first, last }) => line >= first && line <= last);
}

/**
 * A text with these edits. Touched are the lines that hold a changed byte, and those of `reach`: what the change governs beside itself, as
 * an opened comment governs what follows it. In bytes of `base`.
 */
export function edited(base: Uint8Array, edits: readonly Edit[], reach: readonly Range[] = []): Mutation {
  const order = orderly(edits);
  const bytes = applied(base, order);
  const shiftAt = (offset: number): number =>
    order.reduce((sum, { at, removed, inserted }) => (at < offset ? sum + inserted.length - removed : sum), 0);
  const before = order.map(({ at, removed }): Range => ({ start: at, end: at + removed }));
  const after = order.map(({ at, inserted }): Range => ({ start: at + shiftAt(at), end: at + shiftAt(at) + inserted.length }));
  const moved = reach.map(({ start, end }): Range => ({ start: start + shiftAt(start), end: end + shiftAt(end) }));
  return {
    bytes,
    touched: { inBase: holds([...before, ...reach], lineStarts(base)), inMutant: holds([...after, ...moved], lineStarts(bytes)) },
  };
}
