import type { Box } from '../../model/box.ts';
import type { Word } from '../../model/source.ts';
import { unify } from './characters.ts';
import type { Glyph } from './interpreter.ts';

/** Characters painted again within this share of the em are the same character (fake bold, shadows). */
const SAME_PLACE = 0.2;
/** A wider gap than this share of the em separates words; cells are told apart later, by rulings and alignment. */
const GAP = 0.3;
/** Characters are compared within bands of the page this high (points). */
const BAND = 8;
const BANDS = 4096;
const BASELINE_DRIFT = 0.2;
const SIZE_DRIFT = 0.25;

/** Characters to words in painting order: same baseline, same size, same clip, no gap. */
export function wordsOf(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = [];
  let run: Glyph[] = [];
  const close = (): void => {
    if (run.length > 0) {
      const word = wordOf(run);
      if (shows(word)) words.push(word);
    }
    run = [];
  };
  for (const glyph of withoutDuplicates(glyphs)) {
    const last = run.at(-1);
    if (last && !goesOn(last, glyph)) close();
    run.push(glyph);
  }
  close();
  return words;
}

/** A word that its clip box cuts short is kept whole; one that lies beside it is not painted at all. */
function shows({ box, clip, fontSize, rotation }: Word): boolean {
  if (!clip) return true;
  const axis = rotation === 0 || rotation === 180 ? 0 : 1;
  const visible = Math.min(box[axis + 2]!, clip[axis + 2]!) - Math.max(box[axis]!, clip[axis]!);
  return visible > Math.min(0.3 * fontSize, 0.5 * (box[axis + 2]! - box[axis]!));
}

function goesOn(last: Glyph, next: Glyph): boolean {
  if (last.rotation !== next.rotation || last.clip !== next.clip) return false;
  // An amount may touch the label of the next cell; text that belongs together is joined again by its distance.
  if (isDigit(last.text) !== isDigit(next.text) && (isIdeograph(last.text) || isIdeograph(next.text))) return false;
  if (Math.abs(last.size - next.size) > SIZE_DRIFT * last.size) return false;
  const dx = next.x - last.nextX;
  const dy = next.y - last.nextY;
  const upright = last.rotation === 0 || last.rotation === 180;
  const along = (upright ? dx : dy) * (last.rotation === 0 || last.rotation === 90 ? 1 : -1);
  const across = upright ? dy : dx;
  return Math.abs(across) <= BASELINE_DRIFT * last.size && along >= -0.5 * last.size && along <= GAP * last.size;
}

function isDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

function isIdeograph(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x2e80 && code < 0xa000 && (code < 0x3000 || code > 0x303f);
}

function wordOf(run: readonly Glyph[]): Word {
  const box: [number, number, number, number] = [...run[0]!.box] as [number, number, number, number];
  let text = '';
  const starts: number[] = [];
  for (const glyph of run) {
    const piece = unify(glyph.text);
    for (let k = 0; k < piece.length; k++) starts.push(glyph.box[0]);
    text += piece;
    if (glyph.box[0] < box[0]) box[0] = glyph.box[0];
    if (glyph.box[1] < box[1]) box[1] = glyph.box[1];
    if (glyph.box[2] > box[2]) box[2] = glyph.box[2];
    if (glyph.box[3] > box[3]) box[3] = glyph.box[3];
  }
  const { size, rotation, clip } = run[0]!;
  return { text, box: box as Box, fontSize: size, rotation, clip, starts };
}

function withoutDuplicates(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<number, Glyph[]>();
  return glyphs.filter((glyph) => {
    const { text, x, y, size } = glyph;
    const key = text.charCodeAt(0) * BANDS + Math.round(y / BAND);
    const others = seen.get(key);
    if (!others) {
      seen.set(key, [glyph]);
      return true;
    }
    const reach = SAME_PLACE * size;
    for (const other of others) if (Math.abs(other.x - x) < reach && Math.abs(other.y - y) < reach && other.text === text) return false;
    others.push(glyph);
    return true;
  });
}
