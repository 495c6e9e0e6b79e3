import { addTo } from '../../../model/add-all.ts';
import { at } from '../../../model/at.ts';
import type { Glyph } from '../content/glyphs.ts';
import type { Look } from '../surface/areas.ts';
import { isPale } from '../surface/colour.ts';

/** A text that a page repeats so often in a pale colour is printed all over it. */
const FEWEST_REPEATS = 3;
/** A word, and no amount: rows of greyed zeros are repeated, too. */
const NAMES = /[\u4e00-\u9fffA-Za-z]{2}/;

/**
 * Runs of text that are printed over a page again and again in a colour so pale that what stands below them is read: the same text, in
 * the same size and colour. They say nothing of the lines that they cross.
 */
export function watermarksOf(glyphs: readonly Glyph[]): ReadonlySet<Look> {
  const runs = new Map<Look, Glyph[]>();
  for (const glyph of glyphs) if (isPale(glyph.look.fill)) addTo(runs, glyph.look, glyph);
  const alike = new Map<string, Look[]>();
  for (const [look, run] of runs) {
    const text = run.map((glyph) => glyph.text).join('');
    if (NAMES.test(text)) addTo(alike, `${look.fill} ${at(run, 0).size.toFixed(1)} ${text}`, look);
  }
  return new Set([...alike.values()].flatMap((looks) => (looks.length >= FEWEST_REPEATS ? looks : [])));
}
