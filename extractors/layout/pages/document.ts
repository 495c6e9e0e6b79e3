/**
 * Pages. In: pages of fixed layout, with their words and ruling lines. Out: prose as lines of text and tables as grids whose cells
 * are known, in reading order, without headers and footers. Imports layout/geometry, layout/grids, model, notation.
 */
import type { Block } from '../../model/blocks.ts';
import type { DrawnPage } from '../../model/source.ts';
import { blocksOf } from './blocks.ts';
import { layoutPage, type PageLayout } from './page.ts';
import { lastBorders } from './regions.ts';
import { runningLines } from './running.ts';
import { joinTitleLines } from './titles.ts';

export function layOutPages(pages: readonly DrawnPage[]): Block[] {
  const layouts: PageLayout[] = [];
  for (const page of pages) {
    const before = layouts.at(-1);
    layouts.push(layoutPage(page, before ? lastBorders(before.regions) : null));
  }
  const running = runningLines(
    layouts.flatMap((layout) => layout.lines),
    layouts.length,
  );
  return layouts.flatMap((layout) => joinTitleLines(blocksOf(layout, running)));
}
