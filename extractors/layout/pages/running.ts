import { at } from '../../model/at.ts';
import { parseCaption } from '../../notation/captions.ts';
import { compact } from '../../notation/text.ts';

/** A printed line with its place on the page, as far as headers and footers are concerned. */
export interface EdgeLine {
  page: number;
  text: string;
  /** Distance of the line's middle from the top, as a share of the page's height. */
  height: number;
}

const TOP = 0.12;
const BOTTOM = 0.88;
const PAGE_NUMBER =
  /^(?:[-—–－_·.]*\d{1,4}[-—–－_·.]*|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|\d{1,4}\/\d{1,4}|[-—–－]*[ivxlcIVXLC]{1,6}[-—–－]*)$/;
const MIN_PAGES = 3;

/** Lines that are page numbers, or that the same edge of several pages repeats. Titles and units are repeated for a reason. */
export function runningLines<T extends EdgeLine>(lines: readonly T[], pages: number): Set<T> {
  const found = new Set<T>();
  const groups = new Map<string, T[]>();
  for (const line of lines) {
    if (line.height > TOP && line.height < BOTTOM) continue;
    const text = compact(line.text);
    if (PAGE_NUMBER.test(text)) {
      found.add(line);
      continue;
    }
    const key = `${text.replace(/\d+/g, '#')}|${Math.round(line.height * 50)}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  for (const group of groups.values()) {
    const count = new Set(group.map((line) => line.page)).size;
    if (count < MIN_PAGES) continue;
    const caption = parseCaption(at(group, 0).text);
    if (caption && (caption.unit !== null || caption.number !== null || caption.entity !== null || count < 0.6 * pages)) continue;
    for (const line of group) found.add(line);
  }
  return found;
}
