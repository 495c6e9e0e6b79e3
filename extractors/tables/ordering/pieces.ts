import { LETTERS_BELOW } from '../../../schemas/lexicon/tables/spaced-words.ts';
import { PAGE_NUMBER_AT_EDGE } from '../../../schemas/lexicon/writing/pages.ts';
import type { Cell, GridRow } from '../../model/blocks.ts';
import type { JoinedTable } from '../../model/tables.ts';
import { joinedCell } from '../../notation/cells.ts';
import { isOrganisation } from '../../notation/organisations.ts';
import { numberingLevel } from '../../notation/roles.ts';
import { isAmount, isSubjectCode, isUnitCode, splitCodeAndName } from '../../notation/row-kinds.ts';
import { subjectByCode } from '../../notation/subjects.ts';
import { compact } from '../../notation/text.ts';
import { withWholeAmounts } from './cut-amounts.ts';
import type { Piece, PieceKind } from './piece.ts';
import { FEWEST_NUMBERED, FEWEST_NUMBERED_PAGES, MOST_DECIMALS } from './settings.ts';

/** By page: the number that it prints, where most pages do. */
export type PageNumbers = (page: number) => string | null;

/** Which small number is that of its page: the one whose distance from the page's own count is the same on several pages. */
export function pageNumbersOf(tables: readonly Pick<JoinedTable, 'rows'>[]): PageNumbers {
  const pages = new Map<number, Set<number>>();
  for (const { cells, page } of tables.flatMap(({ rows }) => rows)) {
    const text = compact(cells[0]?.text ?? '');
    if (cells.length !== 1 || !/^\d{1,3}$/.test(text)) continue;
    const distance = Number(text) - page;
    pages.set(distance, (pages.get(distance) ?? new Set()).add(page));
  }
  const [best] = [...pages].toSorted(([, a], [, b]) => b.size - a.size);
  return (page) => (best && best[1].size >= FEWEST_NUMBERED_PAGES ? String(page + best[0]) : null);
}

/** The pieces of a table; numbers of pages and of columns are none. */
export function piecesOf(rows: readonly GridRow[], numberOf: PageNumbers): Piece[] {
  const kept = rows.filter(({ cells, page }) => !isPageNumber(cells, numberOf(page)));
  const pieces = kept.flatMap((row, r) =>
    row.cells.map((cell, c): Piece => {
      const before = kept[r - 1];
      const stacked = c === 0 && before?.page === row.page && row.line <= before.line + 1;
      const text = compact(cell.text);
      return { kind: kindOf(text), text, cell, page: row.page, line: row.line, stacked, order: 0 };
    }),
  );
  return withoutColumnNumbers(withWholeAmounts(withWholeWords(withUnitCodes(pieces)))).map((piece, order) => ({ ...piece, order }));
}

function isPageNumber(cells: readonly Cell[], number: string | null): boolean {
  const text = compact(cells.map((cell) => cell.text).join(''));
  return text === number || (/\D/.test(text) && PAGE_NUMBER_AT_EDGE.test(text));
}

function kindOf(text: string): PieceKind {
  if (isUnitCode(text) || (isSubjectCode(text) && isKnownPart(text))) return 'code';
  if (/^\d{2}$/.test(text)) return 'part';
  if (isAmount(text)) return 'amount';
  return splitCodeAndName(text) !== null || numberingLevel(text) > 0 ? 'coded' : 'text';
}

/** Of a classification: the code itself, or what it is part of. */
const isKnownPart = (text: string): boolean =>
  [7, 5, 3].some((digits) => text.length >= digits && subjectByCode(text.slice(0, digits)) !== null);

/** Six digits are the code of a body where its name follows; an amount else. */
function withUnitCodes(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, i) => {
    const isCode = piece.kind !== 'code' || !isUnitCode(piece.text) || isOrganisation(pieces[i + 1]?.text ?? '');
    return isCode ? piece : { ...piece, kind: 'amount' };
  });
}

/** 1, 2, 3 …, each once, in a table whose amounts have decimals: they count its columns. */
function withoutColumnNumbers(pieces: readonly Piece[]): Piece[] {
  const amounts = pieces.filter(({ kind }) => kind === 'amount');
  const decimals = amounts.filter(({ text }) => text.includes('.')).length;
  const small = pieces.filter(({ text }) => /^\d{1,2}$/.test(text));
  const numbers = new Set(small.map(({ text }) => Number(text)));
  let last = 0;
  while (numbers.has(last + 1)) last++;
  const isOften = decimals >= MOST_DECIMALS * (amounts.length - last);
  if (last < FEWEST_NUMBERED || !isOften) return [...pieces];
  return pieces.filter(({ text }) => !(/^[1-9]\d?$/.test(text) && Number(text) <= last));
}

/** 合 / 计: the letters of a word that is printed with gaps, one below the other. */
function withWholeWords(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    const word = (last?.text ?? '') + piece.text;
    if (last && piece.text.length === 1 && last.kind === 'text' && LETTERS_BELOW.some((known) => known.startsWith(word))) {
      whole[whole.length - 1] = { ...last, text: word, cell: joinedCell([last.cell, piece.cell]) };
    } else whole.push(piece);
  }
  return whole;
}
