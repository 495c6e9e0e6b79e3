/**
 * Tables of which only the reading order of the cells is known in, the words of their header and a row a line out; imports schemas, model,
 * notation.
 */
import { TOTAL_ALONE } from '../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../model/at.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { JoinedTable } from '../../model/tables.ts';
import { bestDeal, type DealtPage } from './dealing.ts';
import { wordsOfHeader } from './heads.ts';
import { keysOf } from './keys.ts';
import { type Parted, parted } from './parting.ts';
import { type PageNumbers, type Piece, piecesOf } from './pieces.ts';
import { LONGEST_STRETCH, MOST_COLUMNS, MOST_LINES } from './settings.ts';

export { type PageNumbers, pageNumbersOf } from './pieces.ts';

/** The rows of a table in reading order: those of its header first, a cell a row, then its data, a row each. */
export interface Ordered {
  header: GridRow[];
  data: GridRow[];
}

/** null where the pieces make no rows. */
export function ordered(table: JoinedTable, numberOf: PageNumbers): Ordered | null {
  if (table.rows.length > MOST_LINES) return null;
  const { header, body } = withTotalRow(parted(piecesOf(table.rows, numberOf)));
  if (!body.some(isNumber)) return null;
  const heads = wordsOfHeader(header).map((piece) => rowOf([piece]));
  if (body.every(isNumber)) return body.length <= MOST_COLUMNS ? { header: heads, data: [rowOf(body)] } : null;
  const pages = pagesOf(body);
  const dealt = bestDeal(pages);
  if (!dealt) return null;
  const data = pages.flatMap(({ keys }, p) => keys.map(({ pieces }, i) => rowOf([...pieces, ...at(at(dealt, p), i)])));
  return { header: heads, data };
}

/** The keys and amounts of each stretch of pages: a row may be cut by a page, and the work grows with the square of what is looked at. */
function pagesOf(body: readonly Piece[]): DealtPage[] {
  const pages: Piece[][] = [];
  for (const piece of body) {
    const last = pages.at(-1);
    if (last && (last.at(-1)?.page === piece.page || last.length < LONGEST_STRETCH)) last.push(piece);
    else pages.push([piece]);
  }
  return withoutBare(pages).map((pieces) => ({
    keys: keysOf(pieces.filter((piece) => !isNumber(piece))),
    amounts: pieces.filter(isNumber),
  }));
}

/** A page of amounts alone goes on with the page before it. */
function withoutBare(pages: readonly Piece[][]): Piece[][] {
  const whole: Piece[][] = [];
  for (const page of pages) {
    const last = whole.at(-1);
    if (last && page.every(isNumber)) last.push(...page);
    else whole.push([...page]);
  }
  return whole;
}

const isNumber = ({ kind }: Piece): boolean => kind === 'amount';

/** Amounts before any name are those of the total: of two words for it among those of the header one calls the row. */
function withTotalRow({ header, body }: Parted): Parted {
  const first = body.findIndex((piece) => !isNumber(piece));
  const totals = header.filter(({ text }) => TOTAL_ALONE.test(text));
  const twice = totals.find((total, i) => totals.some((other, k) => k > i && other.text === total.text));
  const comesFirst =
    body.slice(0, Math.max(first, 0)).some(isNumber) || (body[first]?.kind === 'code' && body[first + 1]?.kind === 'amount');
  if (!twice || !comesFirst) return { header, body };
  return { header: header.filter((piece) => piece !== twice), body: [twice, ...body] };
}

function rowOf(pieces: readonly Piece[]): GridRow {
  const { page, line } = at(pieces, 0);
  return { layout: 'sequence', cells: pieces.map(({ cell }) => cell), page, line };
}
