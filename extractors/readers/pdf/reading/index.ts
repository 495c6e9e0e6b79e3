/**
 * What a page paints in; out come the words that a reader of it sees, what is left out, and what is in doubt; imports schemas, model,
 * layout/geometry, content, surface.
 */

import { boxAround } from '../../../layout/geometry/visual-lines.ts';
import { at } from '../../../model/at.ts';
import type { Box } from '../../../model/box.ts';
import type { Doubt, Word } from '../../../model/source.ts';
import type { Glyph } from '../content/glyphs.ts';
import type { PageContent } from '../content/interpreter.ts';
import { type Unseen, type Verdict, visibilityOf } from '../surface/index.ts';
import { isUnreadable } from './characters.ts';
import { type Hidden, isAmount } from './findings.ts';
import { overprints } from './overlaps.ts';
import { watermarksOf } from './watermarks.ts';
import { wordsOf } from './words.ts';

/** Says that a page shows a picture and its text is what was recognised in it by others. */
export const TEXT_LAYER = 'pdf/text-layer';

/** The characters of a page, by whether a reader sees them. */
export interface Sight {
  /** What is read. */
  seen: readonly Glyph[];
  hidden: readonly Hidden[];
  doubts: readonly Doubt[];
}

/**
 * Nobody sees the text layer of a scan, but it says what was recognised in the picture: it is read, under doubt, where a page shows
 * less text than that.
 */
export function sightOf({ glyphs, areas }: PageContent, page: number, width: number, height: number): Sight {
  const { verdicts: visible, isUnsure } = visibilityOf(glyphs, areas, [width, height]);
  const watermarks = watermarksOf(glyphs);
  const verdicts =
    watermarks.size === 0 ? visible : visible.map((verdict, i) => (watermarks.has(at(glyphs, i).look) ? 'watermark' : verdict));
  const sheet: Box = [0, 0, width, height];
  const isOnPaper = ({ x, y }: Glyph) => Number.isFinite(x + y);
  if (!isUnsure && verdicts.every((verdict) => verdict === null)) return { seen: glyphs, hidden: [], doubts: [] };
  const by = new Map<Verdict, Glyph[]>();
  glyphs.forEach((glyph, i) => {
    const verdict = at(verdicts, i);
    const own = by.get(verdict);
    if (!isOnPaper(glyph)) return;
    if (own) own.push(glyph);
    else by.set(verdict, [glyph]);
  });
  const seen = glyphs.filter((glyph, i) => isSeen(at(verdicts, i)) && isOnPaper(glyph));
  const layer = by.get('image-layer') ?? [];
  const isLayer = layer.length > seen.length;
  const unseen = [...by].flatMap(([verdict, own]) => (isSeen(verdict) || (isLayer && own === layer) ? [] : [hiddenOf(page, verdict, own)]));
  if (isLayer) return { seen: layer, hidden: unseen, doubts: [{ ruleId: TEXT_LAYER, box: sheet }] };
  const doubts = isUnsure ? [{ ruleId: 'pdf/perhaps-covered', box: sheet }] : partlySeen(glyphs, verdicts);
  return { seen, hidden: unseen, doubts };
}

type Seen = Exclude<Verdict, Unseen>;
const isSeen = (verdict: Verdict): verdict is Seen => verdict === null || verdict === 'perhaps-covered';

function hiddenOf(page: number, reason: Unseen, glyphs: readonly Glyph[]): Hidden {
  return {
    page,
    reason,
    characters: glyphs.length,
    words: wordsOf(glyphs.map((glyph) => ({ ...glyph, clip: null }))).map(({ text }) => text),
    box: boxAround(glyphs),
  };
}

/** Digits below something of which nobody knows whether it covers them, and those of runs of which other characters are not seen. */
function partlySeen(glyphs: readonly Glyph[], verdicts: readonly Verdict[]): Doubt[] {
  const cut = new Set(glyphs.flatMap(({ look }, i) => (isSeen(at(verdicts, i)) ? [] : [look])));
  const doubted = glyphs.filter((glyph, i) => {
    const verdict = at(verdicts, i);
    return /\d/.test(glyph.text) && (verdict === 'perhaps-covered' || (verdict === null && cut.has(glyph.look)));
  });
  return wordsOf(doubted).map(({ box }) => ({ ruleId: 'pdf/perhaps-covered', box }));
}

/** Whether amounts are among the characters that can be seen. */
export function showsAmounts(glyphs: readonly Glyph[]): boolean {
  const painted = glyphs.filter(({ look }) => look.inkless === null);
  return wordsOf(painted.map((glyph) => ({ ...glyph, clip: null }))).some(({ text }) => isAmount(text));
}

/** Words, and where two numbers are printed on one place. */
export function readWords(glyphs: readonly Glyph[]): { words: Word[]; doubts: Doubt[] } {
  const words = wordsOf(glyphs.filter((glyph) => !isUnreadable(glyph.text)));
  const over = overprints(words).map((box): Doubt => ({ ruleId: 'pdf/overprinted', box }));
  return { words, doubts: [...over, ...glyphs.filter(({ misnamed }) => misnamed !== null).flatMap(misnamedDoubt)] };
}

function misnamedDoubt({ misnamed, box }: Glyph): Doubt[] {
  if (!misnamed) return [];
  const { font, said, expected } = misnamed;
  return [{ ruleId: 'pdf/character-map', box, detail: `${font} ${said} ≠ ${expected}` }];
}
