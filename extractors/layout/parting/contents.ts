import { BESIDE_ENTRY, TABLE_NUMBER_ALONE } from '../../../schemas/lexicon/tables/titles.ts';
import type { GridBlock, GridRow, TextLine } from '../../model/blocks.ts';
import { isTitle } from '../../notation/captions.ts';
import { compact } from '../../notation/text.ts';
import { filledOf, linesOf } from './lines.ts';
import { LISTED_SHARE, MIN_LISTED, MIN_NUMBERED } from './settings.ts';

/** Lists of tables that are printed as tables: 1 | 收支总表 | 3. */

/** The entries as lines; null for a grid that is no such list. */
export function contentsLines({ rows, mixed }: GridBlock): TextLine[] | null {
  return (mixed ? listedLines(rows) : null) ?? (isNumbered(rows) ? rows.map(numberedLine) : null);
}

/** 表1 | 收支总表 | 是否空表. */
function isNumbered(rows: readonly GridRow[]): boolean {
  const listed = rows.filter(({ cells }) =>
    cells.some((cell, c) => TABLE_NUMBER_ALONE.test(compact(cell.text)) && isTitle(cells[c + 1]?.text ?? '')),
  );
  return listed.length >= MIN_NUMBERED && listed.length > LISTED_SHARE * rows.length;
}

function numberedLine(row: GridRow): TextLine {
  const numbered = row.cells.findIndex((cell) => TABLE_NUMBER_ALONE.test(compact(cell.text)));
  const text = row.cells
    .slice(Math.max(0, numbered), numbered + 2)
    .map((cell) => cell.text)
    .join(' ');
  return { kind: 'line', page: row.page, line: row.line, text, raw: text, contents: numbered >= 0 };
}

/** A title in each row, and beside it what an entry has. */
function listedLines(rows: readonly GridRow[]): TextLine[] | null {
  const entries = rows.map(entryOf);
  const listed = entries.filter((entry) => entry !== null).length;
  const several = rows.filter((row) => filledOf(row).length > 1).length;
  if (listed < MIN_LISTED || listed < LISTED_SHARE * rows.length || several < MIN_LISTED) return null;
  return rows.flatMap((row, i) => entries[i] ?? linesOf(row));
}

function entryOf(row: GridRow): TextLine | null {
  const filled = filledOf(row);
  const [title, ...others] = filled.filter(({ cell }) => !BESIDE_ENTRY.test(compact(cell.text)));
  if (!title || others.length > 0 || !isTitle(title.cell.text)) return null;
  const before = filled.filter(({ column }) => column < title.column).map(({ cell }) => cell.text);
  const line = row.lines?.[before.length]?.[0];
  if (!line) return null;
  const offsets = [...before.flatMap((text) => [...text].map(() => -1).concat(-1)), ...(line.offsets ?? [])];
  return { ...line, text: [...before, line.text].join(' '), offsets, contents: true };
}
