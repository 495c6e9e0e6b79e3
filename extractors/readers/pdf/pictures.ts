import type { DrawnPage, Media } from '../../model/source.ts';
import type { Access } from '../access/reader.ts';
import type { DrawableDocument, ScanAccess } from '../access/scan-library.ts';
import { type DrawSheet, recognisedPage } from '../scan/page.ts';
import { drawingDpi } from '../scan/resolution.ts';
import type { Failed } from '../scan/settled.ts';
import { TEXT_LAYER } from './reading/index.ts';
import type { Tally } from './tally.ts';

/** How pages that are pictures are recognised. */
export type Scans = Pick<Access, 'scans' | 'wantsPicture'>;

/** A page that nothing says the size of is drawn as if it were A4. */
const A4 = [595, 842] as const;

/** The pages with those in place that are pictures, which are recognised; the text that others recognised in them is not asked. */
export async function withPictures(
  pages: DrawnPage[],
  bytes: Uint8Array,
  tally: Tally,
  { scans, wantsPicture = () => true }: Scans,
): Promise<DrawnPage[]> {
  const pictures = new Set([...tally.scanned, ...tally.layered].filter(wantsPicture));
  if (pictures.size === 0) return pages;
  const access = await scans();
  if (access === null) return pages;
  let document: DrawableDocument;
  try {
    document = await access.openPdf(bytes);
  } catch (error) {
    for (const page of tally.scanned) tally.settle(page, { kind: 'failed', reason: reasonOf(error) });
    return pages;
  }
  try {
    const read: DrawnPage[] = [];
    for (const page of pages) read.push(pictures.has(page.number) ? await recognised(page, document, tally, access) : page);
    return numbered(read);
  } finally {
    document.close();
  }
}

/** A page that cannot be recognised stays as it was read. */
async function recognised(page: DrawnPage, document: DrawableDocument, tally: Tally, access: ScanAccess): Promise<DrawnPage> {
  const { number } = page;
  const size = [page.width ?? A4[0], page.height ?? A4[1]] as const;
  const draw: DrawSheet = (wish) => {
    const dpi = drawingDpi(size, wish);
    return dpi === null ? null : { picture: document.draw(number - 1, dpi), dpi };
  };
  const result = await recognisedPage(draw, number, access).catch(
    (error: unknown): Failed => ({ kind: 'failed', reason: reasonOf(error) }),
  );
  tally.settle(number, result);
  if (result.kind !== 'read') return page;
  tally.sight.withdraw(TEXT_LAYER, number);
  return result.page;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/[.。]+$/, '');

/** Lines numbered from the first page on. */
function numbered(pages: readonly DrawnPage[]): DrawnPage[] {
  let line = 1;
  return pages.map((page) => ({ ...page, lines: page.lines.map(({ text }) => ({ number: line++, text })) }));
}

/** What the document is: a scan where all that was read of it was recognised in pictures. */
export function mediaOf(pages: readonly DrawnPage[]): Media {
  const filled = pages.filter(({ words }) => words.length > 0);
  return filled.length > 0 && filled.every(({ recognised }) => recognised !== undefined) ? 'scan' : 'pdf';
}
