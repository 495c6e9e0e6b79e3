import { walkXml } from '../../package/xml.ts';
import { Budget, type ColumnRange, type Merge, type Sheet, type SheetCell, type SheetRow, type Workbook } from '../workbook/workbook.ts';

/** Members that are read. */
export const isOdsMember = (name: string): boolean => name === 'content.xml';

type Attributes = Readonly<Record<string, string>>;

/** What a style says of what it is put on; absent for what it does not say. */
interface Style {
  hidden?: boolean;
  width?: number;
  indent?: number;
  red?: boolean;
}

interface OpenCell {
  row: number;
  column: number;
  repeated: number;
  formula: boolean;
  filled: boolean;
  style: Style;
  paragraphs: string[];
}

const POINTS: Readonly<Record<string, number>> = { cm: 28.35, mm: 2.835, in: 72, pt: 1, px: 0.75 };
const USUAL_WIDTH = 64;
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;
/** What stands in a cell and is no text of it: comments, drawings, the readings above Chinese characters. */
const BESIDE = new Set(['annotation', 'frame', 'custom-shape', 'shapes', 'ruby-text', 'line', 'rect', 'g']);
const RED = /^#(?:ff0000|c00000)$/i;

/** `2.5cm` in points; null for what is no length. */
function pointsOf(length: string | undefined): number | null {
  const match = /^(-?[\d.]+)(cm|mm|in|pt|px)$/.exec(length ?? '');
  return match ? Number(match[1]) * (POINTS[match[2] ?? ''] ?? 1) : null;
}

const countOf = (value: string | undefined, most: number): number => Math.min(Math.max(1, Math.floor(Number(value ?? 1)) || 1), most);
const isHidden = (visibility: string | undefined): boolean => visibility === 'collapse' || visibility === 'filter';

/** The sheets of an OpenDocument spreadsheet (OASIS ODF 1.3 part 3, 9), in one pass over its content. */
class ContentReader {
  readonly sheets: Sheet[] = [];
  readonly #budget = new Budget();
  readonly #styles = new Map<string, Style>();
  #style: Style | null = null;
  #sheet: Sheet | null = null;
  #row: { from: number; count: number; hidden: boolean } | null = null;
  #nextRow = 0;
  #nextColumn = 0;
  #firstColumn = 0;
  #cell: OpenCell | null = null;
  #paragraph: string | null = null;
  /** Elements that are open within one that stands beside the text. */
  #beside = 0;

  open(name: string, attributes: Attributes): void {
    if (this.#beside > 0 || BESIDE.has(name)) this.#beside++;
    else if (this.#sheet) this.#openInSheet(name, attributes);
    else if (name === 'table') this.#openSheet(attributes);
    else this.#openStyle(name, attributes);
  }

  #openStyle(name: string, attributes: Attributes): void {
    if (name === 'style') {
      this.#style = {};
      this.#styles.set(attributes.name ?? '', this.#style);
    } else if (!this.#style) return;
    else if (name === 'table-properties') this.#style.hidden = attributes.display === 'false';
    else if (name === 'table-column-properties') this.#style.width = pointsOf(attributes['column-width']) ?? USUAL_WIDTH;
    else if (name === 'paragraph-properties') this.#style.indent = pointsOf(attributes['margin-left']) ?? 0;
    else if (name === 'text-properties') this.#style.red = RED.test(attributes.color ?? '');
  }

  #styleOf(name: string | undefined): Style {
    return this.#styles.get(name ?? '') ?? {};
  }

  #openSheet(attributes: Attributes): void {
    const { hidden = false } = this.#styleOf(attributes['style-name']);
    this.#sheet = { name: attributes.name ?? '', hidden, rows: [], merges: [], columns: [] };
    this.sheets.push(this.#sheet);
    this.#nextRow = 0;
    this.#firstColumn = 0;
  }

  #openInSheet(name: string, attributes: Attributes): void {
    if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(attributes);
    else if (name === 'table-row') this.#openRow(attributes);
    else if (name === 'table-column') this.#column(attributes);
    else if (this.#cell) this.#openText(name, attributes);
  }

  #openText(name: string, attributes: Attributes): void {
    if (name === 'p') this.#paragraph = '';
    else if (this.#paragraph === null) return;
    else if (name === 's') this.#paragraph += ' '.repeat(countOf(attributes.c, 1000));
    else if (name === 'tab') this.#paragraph += ' ';
    else if (name === 'line-break') this.#paragraph += '\n';
  }

  #openRow(attributes: Attributes): void {
    const count = countOf(attributes['number-rows-repeated'], LAST_ROW + 1);
    this.#row = { from: this.#nextRow, count, hidden: isHidden(attributes.visibility) };
    this.#nextRow += count;
    this.#nextColumn = 0;
  }

  #openCell(attributes: Attributes): void {
    if (!this.#row) return;
    const repeated = countOf(attributes['number-columns-repeated'], LAST_COLUMN + 1);
    const column = this.#nextColumn;
    this.#nextColumn += repeated;
    this.#cell = {
      row: this.#row.from,
      column,
      repeated,
      formula: attributes.formula !== undefined,
      filled: attributes['value-type'] !== undefined,
      style: this.#styleOf(attributes['style-name']),
      paragraphs: [],
    };
    const [columns, rows] = [Number(attributes['number-columns-spanned'] ?? 1), Number(attributes['number-rows-spanned'] ?? 1)];
    if (columns > 1 || rows > 1)
      this.#merge(this.#row.from, column, countOf(String(rows), LAST_ROW), countOf(String(columns), LAST_COLUMN));
  }

  #merge(top: number, left: number, rows: number, columns: number): void {
    const merge: Merge = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
    this.#sheet?.merges.push(merge);
  }

  #column(attributes: Attributes): void {
    const count = countOf(attributes['number-columns-repeated'], LAST_COLUMN + 1);
    const { width = USUAL_WIDTH } = this.#styleOf(attributes['style-name']);
    const range: ColumnRange = {
      first: this.#firstColumn,
      last: this.#firstColumn + count - 1,
      hidden: isHidden(attributes.visibility) || width === 0,
      width,
    };
    this.#firstColumn += count;
    this.#sheet?.columns.push(range);
  }

  text(data: string): void {
    if (this.#beside === 0 && this.#paragraph !== null) this.#paragraph += data;
  }

  close(name: string): void {
    if (this.#beside > 0) this.#beside--;
    else if (name === 'p') this.#closeParagraph();
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table') this.#sheet = null;
    else if (name === 'style') this.#style = null;
  }

  #closeParagraph(): void {
    if (this.#paragraph !== null) this.#cell?.paragraphs.push(this.#paragraph);
    this.#paragraph = null;
  }

  #closeCell(): void {
    const { current, shown } = this.#endCell();
    if (!current || !shown) return;
    for (let k = 0; k < current.repeated; k++) this.#add(current.row, { ...shown, column: current.column + k });
  }

  #endCell(): { current: OpenCell | null; shown: Omit<SheetCell, 'column'> | null } {
    const current = this.#cell;
    this.#cell = null;
    if (!current) return { current, shown: null };
    const text = current.paragraphs.join('\n');
    const { indent = 0, red = false } = current.style;
    if (text === '' && current.formula && !current.filled) return { current, shown: { text: '=', formula: true } };
    if (text === '') return { current, shown: null };
    return { current, shown: { text, ...(indent > 0 ? { indent } : {}), ...(red ? { red } : {}) } };
  }

  #add(row: number, cell: SheetCell): void {
    const rows = this.#sheet?.rows;
    if (!rows || row > LAST_ROW || cell.column > LAST_COLUMN) return;
    this.#budget.take(cell.text);
    const last = rows.at(-1);
    if (last?.row === row) last.cells.push(cell);
    else rows.push({ row, hidden: this.#row?.hidden ?? false, cells: [cell] });
  }

  /** A row that is repeated with what it holds. */
  #closeRow(): void {
    const row = this.#row;
    this.#row = null;
    const last = this.#sheet?.rows.at(-1);
    if (!row || last?.row !== row.from) return;
    for (let k = 1; k < row.count; k++) {
      for (const { text } of last.cells) this.#budget.take(text);
      this.#sheet?.rows.push({ ...last, row: row.from + k } satisfies SheetRow);
    }
  }
}

/** @throws Error when the content is no XML; TooManyCells. */
export function readOds(content: string, names: readonly string[]): Workbook {
  const reader = new ContentReader();
  walkXml(content, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (data) => reader.text(data),
    close: (name) => reader.close(name),
  });
  const macros = names.some((name) => /^(?:Basic|Scripts)\/.*\.(?:xml|xba|py)$/i.test(name) && !/script-l[bc]\.xml$/i.test(name));
  return { sheets: reader.sheets, macros, links: 0, passedOver: 0, spansKnown: true };
}
