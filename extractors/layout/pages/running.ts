import { PAGE_NUMBER_AT_EDGE } from '../../../schemas/lexicon/writing/pages.ts';
import { groupBy } from '../../model/add-all.ts';
import { at } from '../../model/at.ts';
import { parseCaption } from '../../notation/captions.ts';
import { compact } from '../../notation/text.ts';
import { BOTTOM, MIN_PAGES, MOST_PAGES, TOP } from './settings.ts';

/** A printed line with its place on the page, as far as headers and footers are concerned. */
export interface EdgeLine {
  page: number;
  text: string;
  /** Distance of the line's middle from the top, as a share of the page's height. */
  height: number;
}

/** Lines that are page numbers, or that the same edge of several pages repeats. */
export function runningLines<T extends EdgeLine>(lines: readonly T[], pages: number): Set<T> {
  const edges = lines.filter(({ height }) => height <= TOP || height >= BOTTOM);
  const found = new Set(edges.filter((line) => PAGE_NUMBER_AT_EDGE.test(compact(line.text))));
  for (const group of repeated(edges.filter((line) => !found.has(line)))) {
    if (isRunning(group, pages)) for (const line of group) found.add(line);
  }
  return found;
}

/** Lines that differ in nothing but their numbers, at the same height. */
function repeated<T extends EdgeLine>(lines: readonly T[]): T[][] {
  return [...groupBy(lines, ({ text, height }) => `${compact(text).replace(/\d+/g, '#')}|${Math.round(height * 50)}`).values()];
}

/** Units, numbers and publishers are repeated for a reason; so is a title, unless most pages have it. */
function isRunning(group: readonly EdgeLine[], pages: number): boolean {
  const count = new Set(group.map((line) => line.page)).size;
  if (count < MIN_PAGES) return false;
  const caption = parseCaption(at(group, 0).text);
  if (!caption) return true;
  return caption.unit === null && caption.number === null && caption.entity === null && count >= MOST_PAGES * pages;
}
