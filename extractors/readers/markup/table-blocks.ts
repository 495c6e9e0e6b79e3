import type { Block, GridRow, TextLine } from '../../model/blocks.ts';
import { parseCaption } from '../../notation/captions.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import type { GridBuilder, MergedRow } from './grid.ts';
import { parted } from './packed.ts';

/** What a table of merged cells holds: a grid, and the lines that stand in its rows as title, unit and notes. */

/** A cell of this many characters that ends as a sentence does, with nothing beside it, is prose that stands in a table. */
const MIN_SENTENCE = 40;
const SENTENCE_END = /[。；]$/;
const NOTE = /^[（(]?(?:备注|注|说明|附注|注释)\s*[:：]/;
/** Title, number, unit and publisher stand in so many cells of a row at most. */
const MOST_CAPTIONS = 4;
const BODY = /[局委办厅院部处会署站所队馆校园室心关府道镇乡]$/;
const HEADER_WORD = /项目|科目|名称|编码|代码|序号|金额|合计|收入|支出/;

/** A row as its file gives it, as it stands in the grid, and the lines of its filled cells. */
interface Reading {
  row: MergedRow;
  grid: GridRow;
  filled: readonly (readonly TextLine[])[];
}

/** The rows of one table as blocks. The grid is bounded: another table is another grid. */
export function tableBlocks(rows: readonly MergedRow[], builder: GridBuilder): Block[] {
  const whole = rows.flatMap(parted);
  const readings = builder.rowsOf(whole).map((grid, i): Reading => {
    const row = whole[i] ?? { cells: [], page: grid.page, line: grid.line, group: 0 };
    return { row, grid, filled: row.cells.map(({ lines }) => lines.filter(isFilled)).filter((lines) => lines.length > 0) };
  });
  const blocks: Block[] = [];
  let open: GridRow[] | null = null;
  /** Above the first row of a table, or below a title in its midst. */
  let isAbove = true;
  for (const [i, reading] of readings.entries()) {
    if (reading.filled.length === 0) continue;
    if (isLines(reading, readings[i + 1], isAbove)) {
      for (const lines of reading.filled) blocks.push(...lines);
      isAbove = isAbove || !isNote(reading);
      open = null;
      continue;
    }
    isAbove = false;
    if (open === null) {
      open = [];
      blocks.push({ kind: 'grid', bounded: true, rows: open });
    }
    open.push(reading.grid);
  }
  return blocks;
}

const isFilled = ({ text }: TextLine): boolean => text.trim() !== '';

function isLines(reading: Reading, next: Reading | undefined, isAbove: boolean): boolean {
  const { grid, filled } = reading;
  if (grid.cells.length === 1 || isNote(reading)) return true;
  if (isAbove) return isCaption(filled);
  return filled.length === 1 && beginsTable(filled[0] ?? []) && next !== undefined && !next.grid.cells.some((cell) => isAmount(cell.text));
}

/** A note, or a sentence, with nothing beside it. */
function isNote({ filled }: Reading): boolean {
  const [only, ...others] = filled;
  if (!only || others.length > 0) return false;
  const text = compact(only.map((line) => line.text).join(''));
  return NOTE.test(text) || (text.length >= MIN_SENTENCE && SENTENCE_END.test(text));
}

const beginsTable = (lines: readonly TextLine[]): boolean => lines.some(({ text }) => Boolean(parseCaption(text)?.title));

/** Title, number, unit, publisher, year, a cell each or several in one, by the lines of the filled cells. A year beside a year is a header. */
export function isCaption(filled: readonly (readonly TextLine[])[]): boolean {
  if (filled.length > MOST_CAPTIONS) return false;
  const lines = filled.flat();
  const parsed = lines.map(({ text }) => parseCaption(text));
  if (filled.length === 1) return parsed.some((line) => line !== null);
  const says = parsed.some((line) => line !== null && Boolean(line.unit || line.number || line.entity || line.title));
  return says && lines.every(({ text }, i) => Boolean(parsed[i]) || (BODY.test(compact(text)) && !HEADER_WORD.test(text)));
}
