import { endOf, writingAxis } from '../../../layout/geometry/box.ts';
import { boxAround } from '../../../layout/geometry/visual-lines.ts';
import type { Word } from '../../../model/source.ts';
import type { Glyph } from '../content/glyphs.ts';
import { isRed, UNKNOWN } from '../surface/colour.ts';
import { unify } from './characters.ts';
import { withoutDuplicates } from './duplicates.ts';

/** A wider gap than this share of the em separates words; cells are told apart later, by rulings and alignment. */
const GAP = 0.3;
const BASELINE_DRIFT = 0.2;
const SIZE_DRIFT = 0.25;

/** Characters to words in painting order: same baseline, same size, same clip, no gap. */
export function wordsOf(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = [];
  let run: Glyph[] = [];
  const close = (): void => {
    const word = wordOf(run);
    if (word && shows(word)) words.push(word);
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
  const axis = writingAxis(rotation);
  const visible = Math.min(endOf(box, axis), endOf(clip, axis)) - Math.max(box[axis], clip[axis]);
  return visible > Math.min(0.3 * fontSize, 0.5 * (endOf(box, axis) - box[axis]));
}

function goesOn(last: Glyph, next: Glyph): boolean {
  if (last.rotation !== next.rotation || last.clip !== next.clip) return false;
  // An amount may touch the label of the next cell; text that belongs together is joined again by its distance.
  if (isDigit(last.text) !== isDigit(next.text) && (isIdeograph(last.text) || isIdeograph(next.text))) return false;
  if (Math.abs(last.size - next.size) > SIZE_DRIFT * last.size) return false;
  const dx = next.x - last.nextX;
  const dy = next.y - last.nextY;
  const upright = writingAxis(last.rotation) === 0;
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

function wordOf(run: readonly Glyph[]): Word | null {
  const [first] = run;
  if (!first) return null;
  let text = '';
  const starts: number[] = [];
  for (const glyph of run) {
    const piece = unify(glyph.text);
    for (let k = 0; k < piece.length; k++) starts.push(glyph.box[0]);
    text += piece;
  }
  const { size, rotation, clip } = first;
  const word: Word = { text, box: boxAround(run), fontSize: size, rotation, clip, starts };
  if (run.every(isPaintedRed)) word.red = true;
  return word;
}

function isPaintedRed({ look: { fill, stroke } }: Glyph): boolean {
  return isRed(fill ?? stroke ?? UNKNOWN);
}
