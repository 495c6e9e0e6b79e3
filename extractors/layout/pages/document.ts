/**
 * Pages of fixed layout in, their blocks in reading order out: title and prose as lines, tables as grids; imports schemas,
 * model, notation, geometry, grids, parting.
 */
import type { Finding } from '../../../schemas/diagnostic.ts';
import type { Block } from '../../model/blocks.ts';
import type { DrawnPage, FlowDocument } from '../../model/source.ts';
import { parted } from '../parting/index.ts';
import { blocksOf } from './blocks.ts';
import { layoutPage, type PageLayout } from './page.ts';
import { lastBorders } from './regions.ts';
import { runningLines } from './running.ts';
import { withSpilledColumns } from './spilled.ts';
import { joinTitleLines, listedTitles } from './titles.ts';

/** Where blocks stand in the file, captions and notes may still stand in the rows of a grid, and titles be broken over lines. */
export function layOutFlow(pages: FlowDocument['pages']): Block[] {
  const listed = listedTitles(pages.flatMap(({ blocks }) => blocks));
  return pages.flatMap(({ blocks }) =>
    joinTitleLines(
      blocks.flatMap((block) => (block.kind === 'grid' ? parted(block) : [block])),
      listed,
    ),
  );
}

export function layOutPages(pages: readonly DrawnPage[], report: (finding: Finding) => void): Block[] {
  const asPrinted: PageLayout[] = [];
  for (const page of pages) {
    const before = asPrinted.at(-1);
    asPrinted.push(layoutPage(page, before ? lastBorders(before.regions) : null));
  }
  const { pages: layouts, findings } = withSpilledColumns(asPrinted);
  for (const finding of findings) report(finding);
  const running = runningLines(
    layouts.flatMap((layout) => layout.lines),
    layouts.length,
  );
  return layouts.flatMap((layout) => joinTitleLines(blocksOf(layout, running)));
}
