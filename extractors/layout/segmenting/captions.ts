import { UNIT_AT_END } from '../../../schemas/lexicon/tables/titles.ts';
import { CLAUSE_MARK, CLAUSE_OR_COLON } from '../../../schemas/lexicon/writing/punctuation.ts';
import { placeOfText, type TextLine } from '../../model/blocks.ts';
import type { Caption } from '../../model/segments.ts';
import { type CaptionLine, isChapterTitle, parseCaption } from '../../notation/captions.ts';
import { isHeaderWord } from '../../notation/headers/known-words.ts';
import { isMoneyUnit } from '../../notation/numbers.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { takeProse } from './contents.ts';
import { following, type Items, isOnPage } from './items.ts';
import { MAX_CAPTION_LINES, MAX_PUBLISHER, TITLE_LENGTHS } from './settings.ts';
import { NO_CAPTION, type OpenCaption, type OpenPart, type State } from './state.ts';
import { endsLikeOrganisation, isHeading, isSentence } from './wording.ts';

/** The lines above tables. */

/** Title or number of a table are printed. */
export function namesTable({ title, number }: Caption | CaptionLine): boolean {
  return Boolean(title || number);
}

export function takesCaption(state: State, line: TextLine): boolean {
  const parsed = parseCaption(line.text);
  if (!parsed) return false;
  // Where the layout was lost a publisher or a year alone is no caption, but a piece of the open table.
  if (state.open?.kind === 'sequence' && !namesTable(parsed) && parsed.unit === null) return false;
  if (takesUnit(state.open, line, parsed)) return true;
  if (parsed.number && !parsed.title && !state.caption?.caption.title) adoptTitle(state, line);
  addCaptionLine(state, line, parsed);
  return true;
}

/** In reading order the unit may stand behind the first words of the header: it is the open table's as long as no amount has come. */
function takesUnit(open: OpenPart | null, line: TextLine, parsed: CaptionLine): boolean {
  if (open?.kind !== 'sequence' || namesTable(parsed) || parsed.unit === null || open.part.caption.unit !== null) return false;
  if (open.part.rows.some(({ cells }) => cells.some(({ text }) => isAmount(text)))) return false;
  const { caption } = open.part;
  open.part.caption = { ...caption, unit: parsed.unit, places: [...caption.places, placeOfText(line)] };
  return true;
}

/** A title that lacks the word 表, because the page or its right half was cut off, stands right above the table's number. */
function adoptTitle(state: State, number: TextLine): void {
  const { before, prose } = state;
  if (!before || before.page !== number.page) return;
  const filled = prose.findLastIndex((line) => line.text.trim() !== '');
  // What has once been left behind, or taken for a title, is right above no other number.
  state.before = null;
  if (prose[filled] !== before) return;
  const text = compact(before.text);
  if (
    text.length < TITLE_LENGTHS.least ||
    text.length > TITLE_LENGTHS.most ||
    CLAUSE_OR_COLON.test(text) ||
    /\d/.test(text) ||
    isHeading(text)
  )
    return;
  prose.length = filled;
  const { caption, lines } = state.caption ?? { caption: NO_CAPTION, lines: [] };
  const places = [placeOfText(before), ...caption.places];
  state.caption = { caption: { ...caption, title: text, places }, lines: [before, ...lines], unitOpen: null };
}

function addCaptionLine(state: State, line: TextLine, parsed: CaptionLine): void {
  state.open = null;
  const above = state.caption?.caption.title;
  if (above && (parsed.title || (parsed.number && isChapterTitle(above)))) dropCaption(state);
  const { caption: current, lines }: Pick<OpenCaption, 'caption' | 'lines'> = state.caption ?? {
    caption: { ...NO_CAPTION, places: [] },
    lines: [],
  };
  // A caption that is open is nobody else's: thousands of lines may be added to it.
  current.places.push(placeOfText(line));
  lines.push(line);
  const caption: Caption = {
    title: parsed.title ?? current.title,
    number: parsed.number ?? current.number,
    unit: parsed.unit ?? current.unit,
    entity: parsed.entity ?? current.entity,
    year: parsed.year ?? current.year,
    places: current.places,
  };
  state.caption = { caption, lines, unitOpen: parsed.unitOpen };
  state.notes = 0;
}

/** A caption that no table follows: an entry of the contents page, a table without rows, or plain prose. */
export function dropCaption(state: State): void {
  if (!state.caption) return;
  const { caption, lines } = state.caption;
  state.caption = null;
  if (caption.title && (caption.unit || caption.entity) && state.parts.length > 0 && !isChapterTitle(caption.title))
    state.parts.push({ caption, rows: [], notes: [] });
  else for (const line of lines) takeProse(state, line);
}

/** The unit whose 单位： stands at the end of the line above. */
export function continuesUnit(state: State, line: TextLine): boolean {
  const open = state.caption;
  if (!open || (open.unitOpen === null && (isOnPage(line) || !namesTable(open.caption) || open.caption.unit !== null))) return false;
  // （单位：百 | 万元）: the bracket around both. Without 单位： a line that is a unit is one all the same.
  const unit = (open.unitOpen ?? '') + compact(line.text).replace(/[)）]$/, '');
  const isUnit = isMoneyUnit(unit);
  if (!isUnit && open.unitOpen === null) return false;
  state.caption = isUnit
    ? { caption: { ...open.caption, unit }, lines: [...open.lines, line], unitOpen: null }
    : { ...open, unitOpen: null };
  return isUnit;
}

/** Where the layout was lost a line between title and unit names the publisher, even where no word says so. */
export function namesPublisherAboveUnit(state: State, line: TextLine, i: number): boolean {
  const open = state.caption;
  if (!open || !namesTable(open.caption) || open.caption.unit !== null || isOnPage(line)) return false;
  const text = compact(line.text);
  if (text.length > MAX_PUBLISHER || isSentence(text) || CLAUSE_MARK.test(text) || isHeading(text) || isHeaderWord(text)) return false;
  if (gridFollows(state.items, i, line.page)) return false;
  const next = following(state.items, i);
  const below = next?.kind === 'text' ? parseCaption(next.line.text) : null;
  if (!below?.unit || namesTable(below)) return false;
  const name = text.replace(/^\d{3,}[-—_]?/, '');
  const { caption } = open;
  const entity = caption.entity ?? (endsLikeOrganisation(name) ? name : null);
  state.caption = {
    ...open,
    caption: { ...caption, entity, places: [...caption.places, placeOfText(line)] },
    lines: [...open.lines, line],
  };
  return true;
}

/** On a printed page or in a sheet a line between title and grid names the publisher even where no word says so (341-某局). */
export function namesPublisher(state: State, line: TextLine, i: number): boolean {
  const open = state.caption;
  if (!open || !namesTable(open.caption) || !isOnPage(line)) return false;
  const text = compact(line.text);
  if (text.length > MAX_PUBLISHER || isSentence(text) || CLAUSE_MARK.test(text) || isHeading(text)) return false;
  if (!gridFollows(state.items, i, line.page)) return false;
  const { caption } = open;
  const printedUnit = caption.unit === null ? (UNIT_AT_END.exec(line.text.trimEnd())?.[1] ?? null) : null;
  const name = text.replace(/^\d{3,}[-—_]?/, '').slice(0, printedUnit === null ? undefined : -printedUnit.length);
  state.caption = {
    ...open,
    caption: {
      ...caption,
      entity: caption.entity ?? (endsLikeOrganisation(name) ? name : null),
      unit: caption.unit ?? printedUnit,
      places: [...caption.places, placeOfText(line)],
    },
    lines: [...open.lines, line],
  };
  return true;
}

/** The next row of a grid stands a few lines further, on the same page. */
function gridFollows({ list }: Items, i: number, page: number): boolean {
  const grid = list.slice(i + 1, i + 2 + MAX_CAPTION_LINES).find((item) => item.kind === 'row');
  return grid?.row.page === page;
}
