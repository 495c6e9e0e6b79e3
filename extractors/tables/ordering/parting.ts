import { HEAD_OF_SIDES, INDEX_STARS } from '../../../schemas/lexicon/tables/columns.ts';
import { at } from '../../model/at.ts';
import { parseCaption } from '../../notation/captions.ts';
import { isHeaderWord, isPieceOfWord, isWholeHeaderWord } from '../../notation/headers/known-words.ts';
import { isOrganisation } from '../../notation/organisations.ts';
import { isTotalLabel } from '../../notation/roles.ts';
import { isKnownName, subjectsNamed } from '../../notation/subjects.ts';
import type { Piece } from './piece.ts';
import { MOST_PIECES } from './settings.ts';

/** Pieces of a header, wherever they were read, and of the rows below it. */
export interface Parted {
  header: Piece[];
  body: Piece[];
}

/**
 * Header words and rows, which reading order mixes. What stands before anything that only rows hold (a code, a numbered or known name, an amount)
 * is header; behind it known words of headers are, as far as they are no names of subjects. A word that a later page repeats is dropped.
 */
export function parted(pieces: readonly Piece[]): Parted {
  const codes = new Set(pieces.filter(({ kind }) => kind === 'code').map(({ text }) => text));
  const first = pieces.findIndex((piece) => startsRows(piece, codes));
  const isCoded = pieces.some(({ kind, text }) => kind === 'code' || (kind === 'coded' && /^\d/.test(text)));
  const header: Piece[] = [];
  const body: Piece[] = [];
  const repeats = new Repeats();
  const page = pieces[0]?.page;
  for (const run of stacksOf(pieces)) {
    for (const [i, piece] of run.entries()) {
      if (isCaption(piece) || repeats.takes(piece, pieces[piece.order + 1])) continue;
      const isAbove = first < 0 || piece.order < first;
      const isHead = isAbove
        ? !opensTotal(pieces, piece, codes) && !isBody(pieces, piece)
        : (isCoded || isHeadOfSides(piece) || isBesideHeads(pieces, piece)) && isHeadIn(pieces, run, i, isCoded);
      if (!isHead) body.push(piece);
      else if (piece.page === page) {
        header.push(piece);
        repeats.add(piece);
      }
    }
  }
  return { header, body };
}

/** The words of the header that each further page may print again. */
class Repeats {
  readonly #printed = new Map<string, number>();
  #left = new Map<string, number>();
  #page = -1;
  #first = -1;

  add({ text, page }: Piece): void {
    this.#first = page;
    this.#printed.set(text, (this.#printed.get(text) ?? 0) + 1);
  }

  /** Whether a piece is one of them: it stands on a further page, and before no amount. */
  takes({ text, page }: Piece, next: Piece | undefined): boolean {
    if (this.#first < 0 || page === this.#first) return false;
    if (page !== this.#page) this.#left = new Map(this.#printed);
    this.#page = page;
    const left = this.#left.get(text) ?? 0;
    if (left === 0 || next?.kind === 'amount' || (isTotalLabel(text) && !this.#printed.has(next?.text ?? ''))) return false;
    this.#left.set(text, left - 1);
    return true;
  }
}

/** A body's name between the words of a header calls a row. */
function isBody(pieces: readonly Piece[], piece: Piece): boolean {
  return piece.kind === 'text' && isOrganisation(piece.text) && !isHeaderWord(piece.text) && !pieces[piece.order + 1]?.stacked;
}

/** A name that is a word of headers, too, calls a row where its code is printed. */
function startsRows({ kind, text }: Piece, codes: ReadonlySet<string>): boolean {
  if (kind !== 'text') return kind !== 'part';
  if (!isKnownName(text) || isTotalLabel(text)) return false;
  return !isHeaderWord(text) || subjectsNamed(text).some(({ code }) => codes.has(code));
}

/** In tables without codes a word of headers may call a row: beside another one and before no amount it does not. */
function isBesideHeads(pieces: readonly Piece[], { order }: Piece): boolean {
  const isHead = (piece: Piece | undefined): boolean =>
    piece?.kind === 'text' && !isKnownName(piece.text) && (isHeaderWord(piece.text) || isPieceOfWord(piece.text));
  return pieces[order + 1]?.kind !== 'amount' && (isHead(pieces[order - 1]) || isHead(pieces[order + 1]));
}

/** 收入, 支出 and what heads their columns; their letters, if each is a block of its own. */
function isHeadOfSides({ text, stacked }: Piece): boolean {
  return HEAD_OF_SIDES.test(text) && (text.length > 1 || !stacked);
}

/** 单位：万元 between the words of a header. */
function isCaption({ kind, text }: Piece): boolean {
  return (kind === 'text' && parseCaption(text)?.unit != null) || INDEX_STARS.test(text);
}

/** A word for the total right before an amount or a name calls the row of the total. */
function opensTotal(pieces: readonly Piece[], piece: Piece, codes: ReadonlySet<string>): boolean {
  const next = pieces[piece.order + 1];
  return (
    piece.kind === 'text' &&
    isTotalLabel(piece.text) &&
    next !== undefined &&
    (next.kind === 'amount' || (next.stacked && startsRows(next, codes)))
  );
}

/** Pieces right below each other. */
export function stacksOf(pieces: readonly Piece[]): Piece[][] {
  const stacks: Piece[][] = [];
  for (const piece of pieces) {
    const last = stacks.at(-1);
    if (last && piece.stacked && last.at(-1)?.order === piece.order - 1) last.push(piece);
    else stacks.push([piece]);
  }
  return stacks;
}

/** A known word of headers, whole or in pieces right below each other, that is no name of a subject. */
function isHeadIn(pieces: readonly Piece[], run: readonly Piece[], i: number, isCoded: boolean): boolean {
  const piece = at(run, i);
  if (piece.kind !== 'text' || isKnownName(piece.text)) return false;
  if (isTotalLabel(piece.text)) return isTotalOfHeader(pieces, run, i);
  if (isCoded && isRestOfName(run, i)) return false;
  if (isWholeHeaderWord(piece.text) || isHeadOfSides(piece)) return true;
  for (let from = Math.max(0, i - MOST_PIECES); from <= i; from++) {
    for (let to = i + 1; to <= Math.min(run.length, from + MOST_PIECES); to++) {
      const word = run.slice(from, to).map(({ text }) => text);
      if (word.length > 1 && isHeaderWord(word.join('')) && word.some(isPieceOfWord)) return true;
    }
  }
  return false;
}

/** 支出 below 一般公共服务: the last line of a subject's name. */
function isRestOfName(run: readonly Piece[], i: number): boolean {
  const above = run[i - 1];
  return above?.kind === 'text' && isKnownName(above.text + at(run, i).text);
}

/** Beside other words of a header, and before no amount. */
function isTotalOfHeader(pieces: readonly Piece[], run: readonly Piece[], i: number): boolean {
  const { order } = at(run, i);
  const isHead = (piece: Piece | undefined): boolean => piece?.kind === 'text' && isHeaderWord(piece.text) && !isTotalLabel(piece.text);
  return (
    pieces[order + 1]?.kind !== 'amount' &&
    (isHead(run[i + 1]) || isHead(run[i - 1]) || (isHead(pieces[order - 1]) && isHead(pieces[order + 1])))
  );
}
