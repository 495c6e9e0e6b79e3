import { UNIT_ONLY } from '../../../schemas/lexicon/tables/titles.ts';
import { SENTENCE_END } from '../../../schemas/lexicon/writing/punctuation.ts';
import type { GridRow } from '../../model/blocks.ts';
import { isCaptionRow, isTitle, MOST_CAPTIONS, parseCaption, startsNote } from '../../notation/captions.ts';
import { isOrganisation } from '../../notation/organisations.ts';
import { isAmount, isDataRow } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { type Filled, filledOf } from './lines.ts';
import { LONGEST_UNIT, MIN_SENTENCE } from './settings.ts';

/** What a row is: a caption, a note, prose, or a row of a table. */

const PROSE_END = /[。；;]$/;

/** Below blank rows another table begins with its header, or something else in one cell. */
export function beginsAnew(row: GridRow, filled: readonly Filled[]): boolean {
  return filled.length === 1 || !isDataRow(row, true);
}

/**
 * A note, or a sentence, with nothing beside it; below a note a short sentence, too. On a drawn page a sentence alone may be the rest of
 * a cell that goes on from the page before: there only notes count.
 */
export function isNote({ lines }: GridRow, [only, ...others]: readonly Filled[], isBelowNote: boolean): boolean {
  if (!only || others.length > 0) return false;
  const text = compact(only.texts.join(''));
  return startsNote(text) || (lines !== undefined && (isBelowNote || text.length >= MIN_SENTENCE) && SENTENCE_END.test(text));
}

/** A title with nothing beside it, and no amounts in the row below it. */
export function beginsTable([only, ...others]: readonly Filled[], below: GridRow | undefined): boolean {
  if (!only || others.length > 0 || !only.texts.some((text) => Boolean(parseCaption(text)?.title))) return false;
  return below !== undefined && !below.cells.some((cell) => isAmount(cell.text));
}

/** Title, number, unit, publisher, year above a table, as a row that holds nothing else. */
export function isCaption(row: GridRow, filled: readonly Filled[]): boolean {
  if (row.lines && isCaptionRow(filled.map(({ texts }) => texts))) return true;
  if (filled.length > 3 || isDataRow(row, false)) return false;
  const captions = filled.flatMap(({ cell }) => parseCaption(cell.text) ?? []);
  const bodies = filled.filter(({ cell: { text } }) => parseCaption(text) === null && isOrganisation(text));
  if (captions.length + bodies.length < filled.length) return false;
  if (bodies.length > 0) return bodies.length === 1 && captions.some(({ unit }) => unit !== null);
  // Years beside each other are heads of columns.
  if (filled.length > 1 && captions.every(({ year }) => year !== null)) return false;
  const hasTitle = captions.some(({ title, number, unit }) => title !== null && number === null && unit === null);
  return !hasTitle || filled.length === 1;
}

/** Of a mixed grid, before a table: one text alone, or what a caption is made of. */
export function isAbove(row: GridRow, filled: readonly Filled[]): boolean {
  return filled.length === 1 ? !isDataRow(row, false) : areCaptions(filled, 1);
}

/** Of a mixed grid, between or below the rows of a table. A text of a form goes on with the form where rows follow it. */
export function isWithin(row: GridRow, filled: readonly Filled[], next: GridRow | undefined): boolean {
  const [first, ...others] = filled;
  if (!first || others.length > 0) return areCaptions(filled, 0);
  const { text } = first.cell;
  if (startsNote(compact(text))) return true;
  const below = next === undefined || next.gap ? [] : filledOf(next);
  const goesOn = below.length > 1 && !areCaptions(below, 0);
  const caption = parseCaption(text);
  if (caption) return caption.title !== null ? !goesOn || isWide(row, first.column) : true;
  return !goesOn && (PROSE_END.test(text) || text.length >= MIN_SENTENCE || /[:：]/.test(text));
}

/** A title is merged over the table below it; the label of a row is not. */
function isWide(row: GridRow, column: number): boolean {
  return row.cells[column + 1]?.covered === 'left' || row.cells.every((cell, c) => c === column || cell.covered === undefined);
}

/** Unit, number, publisher or year alone: no header names its column so. */
function isPure(text: string): boolean {
  const caption = parseCaption(text);
  if (!caption) return false;
  const c = compact(text);
  if (caption.entity !== null || caption.year !== null) return true;
  if (caption.unit !== null || caption.unitOpen !== null) return c.length <= LONGEST_UNIT && UNIT_ONLY.test(c);
  return caption.number !== null && caption.title === null;
}

/** Several texts of a caption beside each other; `others` of them may be anything but amounts (a publisher without 单位：). */
function areCaptions(filled: readonly Filled[], others: number): boolean {
  if (filled.length > MOST_CAPTIONS) return false;
  const texts = filled.map(({ cell }) => cell.text);
  if (texts.some(isAmount)) return false;
  const pure = texts.filter(isPure);
  const years = pure.filter((text) => parseCaption(text)?.year !== null);
  const rest = texts.filter((text) => !isPure(text));
  if (pure.length === years.length) return false;
  const foreign = rest.filter((text) => !isTitle(text));
  return foreign.length <= others && foreign.every((text) => !PROSE_END.test(text));
}
