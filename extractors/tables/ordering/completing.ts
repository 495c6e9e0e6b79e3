import { BODY_KEYS, PROJECT_KEYS, SUBJECT_KEYS } from '../../../schemas/lexicon/tables/columns.ts';
import { isGroupHead, isRestOfWord, isWholeHeaderWord, startsHeaderWord, wordKind } from '../../notation/headers/known-words.ts';
import { isOrganisation } from '../../notation/organisations.ts';
import { isTotalLabel, numberingLevel } from '../../notation/roles.ts';
import { isKnownName } from '../../notation/subjects.ts';
import { assemblies } from './jigsaw.ts';
import type { Parted } from './parting.ts';
import type { Piece } from './piece.ts';
import { MOST_HEADER_PIECES } from './settings.ts';

/** Pieces of the header that stand between the rows or behind them, since a program reads a page block by block. */
export function completed(parted: Parted): Parted {
  return asOneRow(parted) ?? withPieces(parted);
}

/** Rows of bodies, which no word for money or its source calls. */
const isOfBodies = (header: readonly Piece[]): boolean => {
  const keys = header.filter(({ text }) => wordKind(text) === 'key').map(({ text }) => text);
  return keys.some((text) => BODY_KEYS.test(text)) && !keys.some((text) => PROJECT_KEYS.test(text) || SUBJECT_KEYS.test(text));
};

/** Those of the first page that make known words together, where one of them is a word, or the beginning of one, that calls no row. */
function withPieces({ header, body }: Parted): Parted {
  const page = header[0]?.page;
  const bodies = isOfBodies(header);
  const mayBe = (piece: Piece): boolean =>
    piece.kind === 'text' &&
    piece.page === page &&
    !isTotalLabel(piece.text) &&
    (bodies ? !isOrganisation(piece.text) : !isKnownName(piece.text)) &&
    (startsHeaderWord(piece.text) || isRestOfWord(piece.text));
  const possible = body.filter(mayBe);
  if (possible.length === 0 || possible.length + header.length > MOST_HEADER_PIECES) return { header, body };
  const all = [...header, ...possible].toSorted((a, b) => a.order - b.order);
  const [best] = assemblies(all, 1);
  const taken = new Set<number>();
  for (const { members, text } of best?.words ?? []) {
    const isWord = isWholeHeaderWord(text) && (members.length > 1 || bodies || isGroupHead(text));
    if (isWord) for (const i of members) taken.add(i);
  }
  const moved = new Set(all.filter((piece, i) => taken.has(i) && possible.includes(piece)));
  if (moved.size === 0) return { header, body };
  return {
    header: [...header, ...moved].toSorted((a, b) => a.order - b.order),
    body: body.filter((piece) => !moved.has(piece)),
  };
}

/** A table of one row without a name: all of its words are those of its header, and none of them names rows. What follows the last of both is a note. */
function asOneRow({ header, body }: Parted): Parted | null {
  const texts = [...header, ...body.filter(({ kind }) => kind === 'text')].toSorted((a, b) => a.order - b.order);
  const amounts = body.filter(({ kind }) => kind === 'amount');
  const isMixed = body.some(({ kind, text }) => kind === 'code' || kind === 'coded' || kind === 'part' || numberingLevel(text) > 0);
  if (isMixed || amounts.length === 0 || texts.length > MOST_HEADER_PIECES || texts.some(({ page }) => page !== texts[0]?.page))
    return null;
  const last = Math.max(...amounts.map(({ order }) => order));
  const [best] = assemblies(texts, 1);
  if (!best) return null;
  const known = best.words.filter(({ text }) => isWholeHeaderWord(text));
  const others = best.words.filter((word) => !known.includes(word));
  const lastKnown = Math.max(...known.flatMap(({ members }) => members));
  const isNote = ({ members, order }: (typeof others)[number]): boolean => order > last && Math.min(...members) > lastKnown;
  if (known.some(({ text }) => wordKind(text) === 'key') || !others.every(isNote)) return null;
  if (known.filter(({ text }) => !isTotalLabel(text)).length < amounts.length) return null;
  return { header: texts.slice(0, lastKnown + 1), body: amounts };
}
