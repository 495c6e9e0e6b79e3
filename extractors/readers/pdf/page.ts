import { uprightPage } from '../../layout/geometry/upright.ts';
import { lineText, visualLines } from '../../layout/geometry/visual-lines.ts';
import type { DrawnPage } from '../../model/source.ts';
import type { PageContent } from './content/interpreter.ts';
import { isUnreadable } from './reading/characters.ts';
import { readWords, sightOf, TEXT_LAYER } from './reading/index.ts';
import type { Tally } from './tally.ts';

/** A page with this share of unreadable characters has a broken character map. */
const BROKEN_SHARE = 0.05;

/** A page without a character that paints so many shapes paints its characters as outlines: a line of text has a hundred. */
const MANY_OUTLINES = 200;

/** What annotations paint covers the page in the order in which all is painted; their rules are none of a table, their text is none of it. */
export function withPaintOver(content: PageContent, over: PageContent | null): PageContent {
  if (!over || over.areas.length === 0) return content;
  return { ...content, areas: [...content.areas, ...over.areas].sort((one, other) => one.order - other.order) };
}

/** The page that a reader of what is painted sees, in lines numbered from `firstLine`; what is left out of it goes into the tally. */
export function toPage(
  number: number,
  firstLine: number,
  [width, height]: readonly [number, number],
  content: PageContent,
  tally: Tally,
): DrawnPage {
  const { seen: glyphs, hidden, doubts } = sightOf(content, number, width, height);
  tally.sight.add(number, hidden, []);
  const broken = glyphs.filter((glyph) => isUnreadable(glyph.text)).length;
  const blank: DrawnPage = { number, lines: [], words: [], rulings: [], width, height };
  if (glyphs.length > 0 && broken > BROKEN_SHARE * glyphs.length && broken > 2) {
    tally.broken.push(number);
    return blank;
  }
  if (glyphs.length === 0) {
    const isPicture = content.images > 0 || content.areas.length >= MANY_OUTLINES;
    if (isPicture && !tally.isDamaged(number)) tally.scanned.push(number);
    return blank;
  }
  tally.readable++;
  if (doubts.some(({ ruleId }) => ruleId === TEXT_LAYER)) tally.layered.push(number);
  const read = readWords(glyphs);
  const page: DrawnPage = { number, lines: [], words: read.words, rulings: content.rulings, width, height };
  if (doubts.length + read.doubts.length > 0) page.doubts = [...doubts, ...read.doubts];
  tally.sight.add(number, [], page.doubts ?? []);
  page.lines = visualLines(uprightPage(page).words).map((line, i) => ({ number: firstLine + i, text: lineText(line) }));
  return page;
}
