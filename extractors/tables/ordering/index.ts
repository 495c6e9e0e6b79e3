/**
 * Tables of which only the reading order of the cells is known in, the ways to part them into words of a header and a row a line out; imports
 * schemas, model, notation.
 */
import { TOTAL_ALONE } from '../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../model/at.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { JoinedTable } from '../../model/tables.ts';
import { completed } from './completing.ts';
import { bestDeal, type DealtPage } from './dealing.ts';
import { headersOf } from './heads.ts';
import { keysOf } from './keys.ts';
import { type Parted, parted } from './parting.ts';
import type { Piece } from './piece.ts';
import { type PageNumbers, piecesOf } from './pieces.ts';
import { LONGEST_STRETCH, MOST_COLUMNS, MOST_LINES, MOST_TOTALS } from './settings.ts';

export { type PageNumbers, pageNumbersOf } from './pieces.ts';

/** The words of a table's header, a cell a row, as they are put together in one way. `cost`: what speaks against that, as a rank. */
export interface OrderedHeader {
  rows: GridRow[];
  cost: number;
}

/** A way to part the pieces of a table into header and rows. */
export interface Ordering {
  /** The likeliest first. */
  headers: OrderedHeader[];
  /** A row each, of no more amounts than `most` columns, if that is given; null where the pieces make no rows. */
  deal: (most: number | null) => DealtRows | null;
}

/** `cost`: what speaks against the rows, as a rank. */
export interface DealtRows {
  data: GridRow[];
  cost: number;
}

/** The ways to read a table of which only the order of its cells is known, the likeliest first; none where the pieces make no rows. */
export function orderings(table: JoinedTable, numberOf: PageNumbers): Ordering[] {
  if (table.rows.length > MOST_LINES) return [];
  const first = completed(parted(piecesOf(table.rows, numberOf)));
  if (!first.body.some(isNumber)) return [];
  return partings(first).map(({ header, body }) => ({
    headers: headersOf(header).map(({ words, cost }) => ({ rows: words.map((piece) => rowOf([piece])), cost })),
    deal: dealerOf(body),
  }));
}

/** Headers of several widths ask for the rows: what does not depend on the width is worked out once. */
function dealerOf(body: readonly Piece[]): Ordering['deal'] {
  const pages = onceNeeded(() => pagesOf(body));
  const dealt = new Map<number | null, DealtRows | null>();
  return (most) => {
    const known = dealt.get(most);
    if (known !== undefined) return known;
    const rows = rowsOf(body, pages, most);
    dealt.set(most, rows);
    return rows;
  };
}

function onceNeeded<T>(work: () => T): () => T {
  let known: { result: T } | null = null;
  return () => {
    known ??= { result: work() };
    return known.result;
  };
}

function rowsOf(body: readonly Piece[], pagesOfBody: () => readonly DealtPage[], most: number | null): DealtRows | null {
  if (body.every(isNumber)) return body.length <= MOST_COLUMNS ? { data: [rowOf(body)], cost: 0 } : null;
  const pages = pagesOfBody();
  const dealt = bestDeal(pages, most ?? MOST_COLUMNS);
  if (!dealt) return null;
  const data = pages.flatMap(({ keys }, p) => keys.map(({ pieces }, i) => rowOf([...pieces, ...at(at(dealt.pages, p), i)])));
  return { data, cost: dealt.cost };
}

/** Words for a total may head a column or call a row: as they were parted, and with one of them, or all but one, on the other side. */
function partings(first: Parted): Parted[] {
  const { header, body } = withTotalRow(first);
  const page = header[0]?.page;
  const isTotal = ({ kind, text }: Piece): boolean => kind === 'text' && TOTAL_ALONE.test(text.replace(/[:：]$/, ''));
  const inBody = body.filter((piece) => isTotal(piece) && piece.page === page);
  const startsBare = body[0]?.kind === 'amount';
  const toBody = startsBare && inBody.length === 0 ? header.filter(isTotal) : [];
  const moved = (toHeader: readonly Piece[]): Parted => ({
    header: [...header, ...toHeader].toSorted((a, b) => a.order - b.order),
    body: body.filter((piece) => !toHeader.includes(piece)),
  });
  const ways = [
    { header, body },
    ...toBody.map((piece) => ({ header: header.filter((other) => other !== piece), body: [piece, ...body] })),
  ];
  if (inBody.length > 0 && inBody.length <= MOST_TOTALS) {
    ways.push(...inBody.map((piece) => moved([piece])));
    if (inBody.length > 2) ways.push(...inBody.map((piece) => moved(inBody.filter((other) => other !== piece))));
  }
  return ways;
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
