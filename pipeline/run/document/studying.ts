import { studyRead } from '../../../extractors/extract.ts';
import type { ExtractOptions } from '../../../extractors/extraction.ts';
import type { Study } from '../../../extractors/judgement/study.ts';
import type { Block, Cell, GridRow } from '../../../extractors/model/blocks.ts';
import type { DrawnPage, FlowPage, SourceDocument } from '../../../extractors/model/source.ts';
import { readSource } from '../../../extractors/readers/index.ts';
import type { PageView } from '../../../schemas/reviewing/api.ts';
import { identityOf } from '../inputs/identity.ts';
import { ACCESS } from './extract.ts';

/** A document for a person who reviews it: its case before any decision (null: there is none), and its pages as they were read. */
export interface Studied {
  study: Study | null;
  pages: PageView[];
}

export async function studyOf(bytes: Uint8Array, options: ExtractOptions): Promise<Studied> {
  const read = await readSource(bytes, ACCESS);
  if ('finding' in read) return { study: null, pages: [] };
  return { study: studyRead(read, identityOf(bytes), options), pages: pagesOf(read.source) };
}

function pagesOf(source: SourceDocument): PageView[] {
  const of = source.pages.length;
  if (source.kind === 'drawn') return source.pages.map((page) => drawn(page, of));
  return source.pages.map((page) => (source.media === 'text' ? printed(page, of) : grids(page, of)));
}

function drawn({ number, words, rulings, width, height }: DrawnPage, of: number): PageView {
  return {
    form: 'drawn',
    number,
    of,
    width: width ?? 0,
    height: height ?? 0,
    words: words.map(({ text, box: [x0, y0, x1, y1], rotation }) => ({ text, box: [x0, y0, x1, y1], rotation })),
    rulings: rulings.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1]),
  };
}

const printed = ({ number, lines }: FlowPage, of: number): PageView => ({
  form: 'lines',
  number,
  of,
  lines: lines.map((line) => ({ number: line.number, text: line.text })),
});

const grids = ({ number, blocks }: FlowPage, of: number): PageView => ({ form: 'grid', number, of, blocks: blocks.map(blockView) });

type BlockView = Extract<PageView, { form: 'grid' }>['blocks'][number];

function blockView(block: Block): BlockView {
  if (block.kind === 'line') return { kind: 'line', line: block.line, text: block.text };
  return { kind: 'table', rows: block.rows.map((row, r) => ({ line: row.line, cells: rowView(block.rows, row, r) })) };
}

/** Cells that a merged one covers are part of it. */
function rowView(rows: readonly GridRow[], row: GridRow, r: number) {
  return row.cells.flatMap((cell, column) => {
    if (cell.covered !== undefined) return [];
    const [place] = cell.places;
    const columnSpan = 1 + runOf(row.cells.slice(column + 1), 'left');
    const rowSpan =
      1 +
      runOf(
        rows.slice(r + 1).map(({ cells }) => cells[column]),
        'above',
      );
    const { line = null, start = null, end = null, cell: address = null } = place ?? {};
    return [{ text: cell.raw, column, columnSpan, rowSpan, line, start, end, cell: address }];
  });
}

function runOf(cells: readonly (Cell | undefined)[], covered: Cell['covered']): number {
  const end = cells.findIndex((cell) => cell?.covered !== covered);
  return end === -1 ? cells.length : end;
}
