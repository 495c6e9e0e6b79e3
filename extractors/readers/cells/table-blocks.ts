import { HEADER_WORD } from '../../../schemas/lexicon/tables/columns.ts';
import { SENTENCE_END } from '../../../schemas/lexicon/writing/punctuation.ts';
import type { Block, GridRow } from '../../model/blocks.ts';
import { parseCaption, startsNote } from '../../notation/captions.ts';
import { CODED_NAME, isOrganisation } from '../../notation/organisations.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { GridBuilder, type MergedRow, type Spans } from './grid.ts';
import { parted } from './packed.ts';
import { isFilled, type ShownLine, textLineOf } from './shown-line.ts';

/** What a table of merged cells holds: a grid, and the lines that stand in its rows as title, unit and notes. */

/** A cell of this many characters that ends as a sentence does, with nothing beside it, is prose that stands in a table. */
const MIN_SENTENCE = 40;
/** Title, number, unit and publisher stand in so many cells of a row at most. */
const MOST_CAPTIONS = 4;

/** The rows of one table, one after the other, as blocks. The grid is bounded: another table is another grid. */
export class TableBlocks {
  readonly #blocks: Block[] = [];
  readonly #grid: GridBuilder;
  #open: GridRow[] | null = null;
  /** Above the first row of a table, or below a title in its midst. */
  #isAbove = true;
  /** The last row, until the next one tells what it is. */
  #waiting: { row: GridRow; filled: Filled } | null = null;
  #isMerged = false;

  constructor(spans: Spans) {
    this.#grid = new GridBuilder(spans);
  }

  add(row: MergedRow): void {
    const rows = parted(row);
    for (const [i, part] of rows.entries()) {
      this.#isMerged ||= part.cells.some(({ columns, rows: height }) => columns > 1 || height > 1);
      const filled = filledCells(part);
      const laid = this.#grid.add(part, i === rows.length - 1);
      if (filled.length === 0) continue;
      this.#takeWaiting(laid);
      this.#waiting = { row: laid, filled };
    }
  }

  finish(): Block[] {
    this.#takeWaiting(undefined);
    if (this.#isMerged) for (const block of this.#blocks) if (block.kind === 'grid') for (const row of block.rows) row.spans = true;
    return this.#blocks;
  }

  #takeWaiting(below: GridRow | undefined): void {
    if (this.#waiting === null) return;
    const { row, filled } = this.#waiting;
    const isRemark = isNote(filled);
    if (row.cells.length === 1 || isRemark || (this.#isAbove ? isCaption(filled) : beginsTable(filled, below))) {
      for (const lines of filled) for (const line of lines) if (isFilled(line)) this.#blocks.push(textLineOf(line));
      this.#isAbove ||= !isRemark;
      this.#open = null;
      return;
    }
    this.#isAbove = false;
    if (this.#open === null) {
      this.#open = [];
      this.#blocks.push({ kind: 'grid', bounded: true, rows: this.#open });
    }
    this.#open.push(row);
  }
}

/** The lines of each filled cell. */
type Filled = readonly (readonly ShownLine[])[];

/** The lines of the filled cells; of a row of more than captions stand in, those of the first ones. */
function filledCells({ cells }: MergedRow): Filled {
  const filled: (readonly ShownLine[])[] = [];
  for (const { lines } of cells) {
    if (lines.length === 0 || !lines.some(isFilled)) continue;
    filled.push(lines);
    if (filled.length > MOST_CAPTIONS) break;
  }
  return filled;
}

/** A note, or a sentence, with nothing beside it. */
function isNote([only, ...others]: Filled): boolean {
  if (!only || others.length > 0) return false;
  const text = compact(only.map((line) => line.text).join(''));
  return startsNote(text) || (text.length >= MIN_SENTENCE && SENTENCE_END.test(text));
}

/** A title with nothing beside it, and no amounts in the row below it. */
function beginsTable([only, ...others]: Filled, below: GridRow | undefined): boolean {
  if (!only || others.length > 0 || !only.some(({ text }) => Boolean(parseCaption(text)?.title))) return false;
  return below !== undefined && !below.cells.some((cell) => isAmount(cell.text));
}

/** Title, number, unit, publisher, year, a cell each or several in one, by the lines of the filled cells. A year beside a year is a header. */
export function isCaption(filled: Filled): boolean {
  if (filled.length > MOST_CAPTIONS) return false;
  const lines = filled.flat();
  const parsed = lines.map(({ text }) => parseCaption(text));
  if (filled.length === 1) return parsed.some((line) => line !== null);
  const says = parsed.some((line) => line !== null && Boolean(line.unit || line.number || line.entity || line.title));
  return (
    says &&
    lines.every(({ text }, i) => Boolean(parsed[i]) || (isOrganisation(compact(text).replace(CODED_NAME, '')) && !HEADER_WORD.test(text)))
  );
}
