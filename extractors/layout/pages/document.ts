import type { Block } from '../../model/blocks.ts';
import type { DrawnPage } from '../../model/source.ts';
import { blocksOf, lastBorders, layoutPage, type PageLayout } from './page.ts';
import { runningLines } from './running.ts';
import { joinTitleLines } from './titles.ts';

/** Pages of fixed layout as blocks: prose as lines of text, tables as grids whose cells are known. */
export function layOutPages(pages: readonly DrawnPage[]): Block[] {
  const layouts: PageLayout[] = [];
  for (const page of pages) {
    const before = layouts.at(-1);
    layouts.push(layoutPage(page, before ? lastBorders(before) : null));
  }
  const running = runningLines(
    layouts.flatMap((layout) => layout.lines),
    layouts.length,
  );
  return layouts.flatMap((layout) => joinTitleLines(blocksOf(layout, running)));
}
