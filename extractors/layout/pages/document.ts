import type { CleanDocument, CleanLine } from '../../model/blocks.ts';
import type { SourceDocument } from '../../model/source.ts';
import { lastBorders, layoutPage, linesOf, type PageLayout } from './page.ts';
import { runningLines } from './running.ts';
import { joinTitleLines } from './titles.ts';

/** The pages of a PDF as the lines that the later stages read: prose as text, tables as rows whose cells are known. */
export function layoutDocument(source: SourceDocument): CleanDocument {
  const layouts: PageLayout[] = [];
  for (const page of source.pages) {
    const before = layouts.at(-1);
    layouts.push(layoutPage(page, before ? lastBorders(before) : null));
  }
  const running = runningLines(
    layouts.flatMap((layout) => layout.lines),
    layouts.length,
  );
  const lines: CleanLine[] = [];
  let regions = 1;
  for (const layout of layouts) {
    lines.push(...joinTitleLines(linesOf(layout, running, regions)));
    regions += layout.regions.length;
  }
  return { media: 'pdf', lines };
}
