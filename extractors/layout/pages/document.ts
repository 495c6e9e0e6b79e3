/**
 * Pages of fixed layout in, their blocks in reading order out: title and prose as lines, tables as grids; imports model,
 * notation, geometry, grids.
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
