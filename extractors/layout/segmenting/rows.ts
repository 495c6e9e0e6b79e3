import { FORM_LINE } from '../../../schemas/lexicon/forms/marks.ts';
import { CLAUSE_MARK, CLAUSE_OR_COLON } from '../../../schemas/lexicon/writing/punctuation.ts';
import type { Place } from '../../../schemas/place.ts';
import type { GridBlock, GridRow, TextLine } from '../../model/blocks.ts';
import { startsNote } from '../../notation/captions.ts';
import { isHeaderWord, isPieceOfWord } from '../../notation/headers/known-words.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { spacedRow } from '../grids/spaced.ts';
import { rowOfText } from '../grids/text-row.ts';
import { namesTable } from './captions.ts';
import { following, followingTexts, type Items, isOnPage } from './items.ts';
import { AMOUNTS_AHEAD, LEAST_CELLS, LINES_AHEAD, MAX_CAPTION_DISTANCE, MAX_INNER_LINE, MAX_NOTES } from './settings.ts';
import { addRow, type OpenPart, openPart, type State } from './state.ts';
import { endsWithNumber, isHeading, isNoteLike, isPartHeading, isProseHeading, isSentence, startsHeader } from './wording.ts';

/** The rows of tables: those of grids, and lines that are rows although the layout was lost. */

/** A row goes on with the part of its grid, or with any that is not bounded where its own is not. */
export function takeGridRow(state: State, row: GridRow, grid: GridBlock): void {
  const bounded = grid.bounded ? grid : null;
  const open = state.open?.kind === 'grid' && state.open.grid === bounded ? state.open : openPart(state, 'grid', row, grid);
  addRow(open, row, bounded);
}

/** The line goes on with the open part; otherwise the part is closed. */
export function takesRow(state: State, line: TextLine, i: number): boolean {
  const { open, items } = state;
  if (open?.kind === 'grid' && isInnerLine(items, line, i)) {
    addRow(open, rowOfText(line));
    return true;
  }
  if (open?.kind === 'sequence' && !endsSequence(open, items, line, i)) {
    addRow(open, spacedRow(line));
    if (FORM_LINE.test(line.text)) open.form = true;
    return true;
  }
  state.open = null;
  return false;
}

/** A few words between the rows of a grid. */
function isInnerLine(items: Items, line: TextLine, i: number): boolean {
  const text = compact(line.text);
  if (text.length > MAX_INNER_LINE || CLAUSE_OR_COLON.test(text) || isHeading(text)) return false;
  return following(items, i)?.kind === 'row';
}

function endsSequence(open: OpenPart, items: Items, line: TextLine, i: number): boolean {
  const text = compact(line.text);
  if (isPartHeading(text)) return true;
  if (open.form) return false;
  if (isSentence(text) && !isSpaced(line)) return !endsWithNumber(text);
  if (!isProseHeading(text) || endsWithNumber(text)) return false;
  // Prose is broken over lines, so one line alone may look short.
  const [first, second] = followingTexts(items, i);
  return first !== '' && isSentence(first + second);
}

/** A line that begins a table whose layout was lost. */
export function startsSequence(state: State, line: TextLine, i: number): boolean {
  const caption = state.caption?.caption;
  if (!caption || !namesTable(caption)) return false;
  const text = compact(line.text);
  const isForm = FORM_LINE.test(caption.title ?? '');
  if (isSentence(text) && !isForm && !isSpaced(line)) return false;
  const isFar = ({ line: number }: Place): boolean => line.line - (number ?? line.line) > MAX_CAPTION_DISTANCE;
  if (caption.places.length > 0 && caption.places.every(isFar)) return false;
  const isHeader = startsHeader(text) || line.text.trim().split(/\s+/).every(isOfHeader);
  const isNamed = Boolean(caption.unit || caption.number);
  if (!(isHeader && isNamed) && (isForm || isOnPage(line) || !(isHeader || isNamed) || !amountsFollow(state.items, i))) return false;
  const open = openPart(state, 'sequence', line);
  if (FORM_LINE.test(line.text)) open.form = true;
  addRow(open, spacedRow(line));
  return true;
}

/** A word of a header, or the beginning of one that the line cuts. */
const isOfHeader = (text: string): boolean => isHeaderWord(text) || isPieceOfWord(text);

/** Lines with amounts stand below, with words between that are no sentence. */
function amountsFollow({ list, next }: Items, i: number): boolean {
  let amounts = 0;
  for (let n = 0, k = i; n < LINES_AHEAD; n++) {
    k = next[k] ?? -1;
    const item = list[k];
    if (item?.kind !== 'text') return false;
    const text = compact(item.line.text);
    if ((isSentence(text) && !isSpaced(item.line)) || isPartHeading(text)) return false;
    if (item.line.text.trim().split(/\s+/).some(isDecimal) && ++amounts === AMOUNTS_AHEAD) return true;
  }
  return false;
}

/** Cells beside each other are no sentence, however long they are together. */
function isSpaced({ text }: TextLine): boolean {
  return !CLAUSE_MARK.test(text) && text.trim().split(/\s+/).length >= LEAST_CELLS;
}

/** With decimals or groups of digits: a number without is a code, a count or a page. */
const isDecimal = (text: string): boolean => /\.|\d,\d{3}/.test(text) && isAmount(text);

/** A note below the last table, or what such a note goes on with. */
export function takesNote(state: State, line: TextLine): boolean {
  const { last, notes } = state;
  if (!last || state.caption) return false;
  const text = line.text.trim();
  const goesOn = notes > 0 && notes < MAX_NOTES && isNoteLike(text);
  if (!startsNote(text) && !goesOn) return false;
  state.open = null;
  last.notes.push(line);
  state.notes++;
  return true;
}
