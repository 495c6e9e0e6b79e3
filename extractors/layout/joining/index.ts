/** Parts of tables in, whole tables out, whatever pages cut them; imports schemas, model, notation. */
import type { GridRow } from '../../model/blocks.ts';
import type { TablePart } from '../../model/segments.ts';
import type { Stage, StageContext } from '../../model/stage.ts';
import type { JoinedTable } from '../../model/tables.ts';
import { isBlank } from '../../notation/cells.ts';
import { compact } from '../../notation/text.ts';
import { append, type Building, countsOn, finish, type Incoming, incoming, start } from './building.ts';
import { startsForm } from './form-kinds.ts';
import { attachFragment, attachHalf } from './fragments.ts';
import { MOST_FRAGMENTS, SAME_HEADER } from './settings.ts';
import { isCutTitle, sameTitle } from './titles.ts';
import { isUnitList } from './unit-list.ts';

/** Parts that one table was cut into — by pages, with or without their title, or left from right — become one table. */
export const join: Stage<readonly TablePart[], JoinedTable[]> = {
  name: 'join',
  run(parts, context) {
    const tables: Building[] = [];
    for (const part of parts) place(incoming(part), tables, context);
    return tables.filter(({ caption, header, rows }) => !isUnitList(caption, [...header, ...rows])).map((table, i) => finish(table, i + 1));
  },
};

function place(part: Incoming, tables: Building[], context: StageContext): void {
  const next = named(part, context);
  const { caption, rows } = next.part;
  const previous = tables.at(-1);
  const isAgain = previous !== undefined && sameTitle(previous.caption, caption);
  if (rows.length === 0) {
    if (!isAgain) tables.push(start(next));
    return;
  }
  if (isAgain && previous.rows.length + previous.header.length === 0) tables.pop();
  const open = tables.at(-1);
  if (!open) tables.push(start(next));
  else if (caption.title === null && caption.number === null) placeUntitled(next, open, tables, context);
  else placeTitled(next, open, tables, context);
}

/** Where no title is printed the name of the sheet is one. */
function named(next: Incoming, context: StageContext): Incoming {
  const { part } = next;
  if (part.name === undefined) return next;
  const places = (part.rows[0]?.cells ?? []).flatMap((cell) => cell.places).slice(0, 1);
  context.report({ ruleId: 'table/named-by-sheet', places, expected: part.name });
  return { ...next, part: { ...part, caption: { ...part.caption, title: part.name } } };
}

/** A table that goes on, a form of the same kind, or a table whose title is not printed. */
function placeUntitled(next: Incoming, open: Building, tables: Building[], context: StageContext): void {
  const { caption } = next.part;
  if (open.form && startsForm(next.part.rows)) tables.push(startUntitledForm(next, open, context));
  else if (isOtherTable(open, next.header)) tables.push(start(next));
  // A form without its name block goes on with the form before; so does a table whose caption the page cut did not repeat.
  else if (open.form || next.data.length > 0 || caption.places.length === 0) append(open, next);
  else if (open.fragments.size < MOST_FRAGMENTS) attachFragment(open, next, context);
  else tables.push(start(next));
}

/** Forms follow each other below the title of the first. */
function startUntitledForm(next: Incoming, { caption: { title, unit } }: Building, context: StageContext): Building {
  const { caption, rows } = next.part;
  const places = (rows[0]?.cells ?? []).flatMap((cell) => cell.places).slice(0, 1);
  context.report({ ruleId: 'table/untitled', places, expected: title ?? '' });
  return { ...start(next), caption: { ...caption, title, unit: caption.unit ?? unit }, titlePrinted: false };
}

function placeTitled(next: Incoming, open: Building, tables: Building[], context: StageContext): void {
  const { caption, rows } = next.part;
  const isNextForm = open.form && caption.number === null && startsForm(rows);
  if (sameTitle(open.caption, caption, countsOn(open, next)) && !isNextForm) append(open, next);
  else if (isCutTitle(open.caption, caption)) attachHalf(open, next, context);
  else tables.push(start(next));
}

/** A printed grid with a header of its own goes on with no other table, whatever stands above it. */
function isOtherTable(open: Building, header: readonly GridRow[]): boolean {
  const [first] = header;
  if (open.form || open.header.length === 0 || !(first?.borders || first?.spans) || filledTexts([first]).length < 2) return false;
  const known = new Set(filledTexts(open.header));
  const own = filledTexts(header);
  return own.filter((word) => known.has(word)).length < SAME_HEADER * own.length;
}

function filledTexts(rows: readonly GridRow[]): string[] {
  return rows.flatMap((row) => row.cells.flatMap((cell) => (isBlank(cell) ? [] : [compact(cell.text)])));
}
