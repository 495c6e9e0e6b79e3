import { type Gold, TruthBuilder, type Where } from './document.ts';
import type { Laid } from './laid.ts';
import { emsOf, type PdfPageSpec, type PdfText, wrapped, writePdf } from './pdf.ts';
import { type Caption, drawTable, type Rules } from './pdf-table.ts';
import { type DrawnRows, drawnHeader, drawnLines, fitWidths, rowHeight } from './pdf-widths.ts';
import type { FormGrid, Printer } from './printer.ts';
import type { Row, Sheet } from './sheet.ts';

/** A4. turned-page: lying, by the page's /Rotate; turned-content: standing, with everything on it turned by 90°. */
export type Format = 'portrait' | 'landscape' | 'turned-page' | 'turned-content';

export interface PdfStyle {
  rules: Rules;
  /** What the following pages of a table print again. */
  repeat: 'caption' | 'header' | 'nothing';
  /** Where tables go that are too wide for a standing page, in turn. */
  wide: readonly Format[];
  /** Tables of more columns count as too wide. */
  standing: number;
  /** Tables follow each other on a page where there is room. */
  flows: boolean;
  running: string | null;
  pageNumber: (n: number, total: number) => string;
  captionOf: (sheet: Sheet) => Caption;
}

const LONG = 842;
const SHORT = 595;
const MARGIN = 54;
const TOP = 72;
const CAPTION = 54;
const BODY = 12;
const BODY_LINE = 21;
const NOTE = 9;
const SIZES: Readonly<Record<'standing' | 'lying', readonly number[]>> = { standing: [9, 8], lying: [9, 8, 7, 6] };

/** A document of A4 pages, and the truth about it. */
export class PdfBuilder extends TruthBuilder implements Printer {
  readonly #pages: PdfPageSpec[] = [];
  readonly #contents: { text: PdfText; title: string; width: number }[] = [];
  readonly #starts = new Map<string, number>();
  /** Where the next thing goes on the open page. */
  #y = 0;
  #wide = 0;
  #isFinished = false;

  constructor(
    head: Pick<Gold, 'entity' | 'year' | 'kind'>,
    readonly style: PdfStyle,
  ) {
    super('source.pdf', head);
  }

  get #page(): PdfPageSpec {
    return this.#pages.at(-1)!;
  }

  get #room(): number {
    return this.#page.height - MARGIN - this.#y;
  }

  /** The page of a statement is known when its paragraph is printed. */
  protected here(): Where {
    return { page: 0 };
  }

  newPage(format: Format = 'portrait'): void {
    const lies = format !== 'portrait';
    const page: PdfPageSpec = { width: lies ? LONG : SHORT, height: lies ? SHORT : LONG, texts: [], lines: [] };
    if (format === 'turned-page') page.turned = 'page';
    if (format === 'turned-content') page.turned = 'content';
    this.#pages.push(page);
    this.#y = TOP;
  }

  #line(text: string, x: number, size: number): PdfText {
    const printed = { x, y: this.#y + size, size, text };
    this.#page.texts.push(printed);
    return printed;
  }

  #centred(text: string, size: number): void {
    this.#line(text, (this.#page.width - emsOf(text) * size) / 2, size);
  }

  cover(...lines: string[]): void {
    this.newPage();
    this.#y = 240;
    for (const text of lines) {
      this.#centred(text, 22);
      this.#y += 48;
    }
  }

  heading(text: string): void {
    if (this.#room < 4 * BODY_LINE) this.newPage();
    this.#starts.set(text, this.#pages.length);
    this.#centred(text, 16);
    this.#y += 36;
  }

  /** An entry of the contents page, with dots and the page of the table or heading of that name. */
  listed(title: string, name = title): void {
    const text = this.#line(name, MARGIN, BODY);
    this.#contents.push({ text, title, width: this.#page.width - 2 * MARGIN });
    this.#y += BODY_LINE;
  }

  paragraph(text: string): void {
    const lines = wrapped(`　　${text}`, (SHORT - 2 * MARGIN) / BODY, 1);
    if (this.#room < BODY_LINE) this.newPage();
    for (const statement of this.gold.narrative) if (statement.page === 0) statement.page = this.#pages.length;
    for (const line of lines) {
      if (this.#room < BODY_LINE) this.newPage();
      this.#line(line, MARGIN, BODY);
      this.#y += BODY_LINE;
    }
  }

  /** Prints a table on as many pages as it needs. A landscape page stays with its table. */
  table(sheet: Sheet, laid: Laid): void {
    const { rules, repeat } = this.style;
    const { widths, size, format } = this.#fit(laid, rules);
    const header = drawnHeader(laid.header, widths, size, rules);
    const body = drawnLines(laid, widths, size, rules);
    const all = [...header.heights, ...body.heights].reduce((sum, height) => sum + height, 0);
    if (!(this.style.flows && format === 'portrait' && this.#page.width === SHORT && this.#room > all + CAPTION + 30)) this.newPage(format);
    const first = this.#pages.length;
    this.#starts.set(sheet.title, first);
    const pageOf = new Map<Row, number>();
    for (let next = 0, part = 0; part === 0 || next < body.cells.length; part++) {
      if (part > 0) this.newPage(format);
      const withHeader = part === 0 || repeat !== 'nothing';
      const withCaption = part === 0 || repeat === 'caption';
      const drawn: DrawnRows = withHeader ? { cells: [...header.cells], heights: [...header.heights] } : { cells: [], heights: [] };
      if (withCaption) this.#y += CAPTION;
      let room = this.#room - drawn.heights.reduce((sum, height) => sum + height, 0);
      const from = next;
      while (next < body.cells.length && (next === from || body.heights[next]! <= room)) {
        drawn.cells.push(body.cells[next]!);
        drawn.heights.push(body.heights[next]!);
        room -= body.heights[next]!;
        for (const row of laid.lines[next]!.rows) pageOf.set(row, this.#pages.length);
        next++;
      }
      this.#draw(drawn, widths, size, withCaption ? this.style.captionOf(sheet) : {});
    }
    for (const note of sheet.notes) {
      if (this.#room < 2 * NOTE) this.newPage(format);
      this.#y += 5;
      this.#line(note, MARGIN, NOTE);
      this.#y += NOTE + 4;
    }
    this.#y += 18;
    const last = this.#pages.length;
    this.record(sheet, { pages: [first, last], continuedParts: last - first + 1 }, (row) => ({ page: pageOf.get(row) ?? first }));
  }

  #fit(laid: Laid, rules: Rules): { widths: number[]; size: number; format: Format } {
    for (const format of ['portrait', this.style.wide[this.#wide % this.style.wide.length]!] as const) {
      const lies = format !== 'portrait';
      if (!lies && laid.keys.length > this.style.standing) continue;
      for (const size of SIZES[lies ? 'lying' : 'standing']) {
        const widths = fitWidths(laid, (lies ? LONG : SHORT) - 2 * MARGIN, size, rules);
        if (!widths) continue;
        if (lies) this.#wide++;
        return { widths, size, format };
      }
    }
    throw new Error('a table is too wide for a page');
  }

  #draw({ cells, heights }: DrawnRows, widths: readonly number[], size: number, caption: Caption): void {
    const x = (this.#page.width - widths.reduce((sum, width) => sum + width, 0)) / 2;
    drawTable(this.#page, { x, y: this.#y, widths, height: heights, rows: cells, rules: this.style.rules, size }, caption);
    this.#y += heights.reduce((sum, height) => sum + height, 0);
  }

  /** A form: a table of merged cells, always in full rules, on a page of its own where it does not fit below. */
  form(sheet: Sheet, grids: readonly FormGrid[]): void {
    const pages: number[] = [];
    for (const { widths, rows, indicators, projects } of grids) {
      const heights = rows.map((row) => rowHeight(row, widths, NOTE, 'ruled'));
      const all = heights.reduce((sum, height) => sum + height, 0);
      if (this.#room < all + CAPTION || pages.length === 0) this.newPage();
      pages.push(this.#pages.length);
      this.#y += CAPTION;
      const x = (SHORT - widths.reduce((sum, width) => sum + width, 0)) / 2;
      drawTable(
        this.#page,
        { x, y: this.#y, widths, height: heights, rows, rules: 'ruled' },
        { title: sheet.title, number: sheet.number, unit: sheet.unit },
      );
      this.#y += all + 18;
      const page = this.#pages.length;
      for (const indicator of indicators) this.gold.indicators.push({ ...indicator, page });
      for (const project of projects) this.gold.projects.push({ ...project, page });
    }
    this.#starts.set(sheet.title, pages[0]!);
    const span: [number, number] = [pages[0]!, pages.at(-1)!];
    this.record(sheet, { pages: span, continuedParts: grids.length }, () => ({ page: span[0] }));
  }

  bytes(): Uint8Array {
    return writePdf(this.finished(), { compressed: true });
  }

  /** The pages as they are printed, once everything is on them. */
  finished(): readonly PdfPageSpec[] {
    if (this.#isFinished) return this.#pages;
    this.#isFinished = true;
    for (const { text, title, width } of this.#contents) {
      const page = String(this.#starts.get(title) ?? '');
      const dots = Math.floor((width / text.size - emsOf(text.text) - emsOf(page)) / 0.5) - 1;
      text.text = `${text.text}${'.'.repeat(dots)}${page}`;
    }
    this.#pages.forEach((page, i) => {
      const print = (text: string, y: number, right: boolean) => {
        const width = emsOf(text) * NOTE;
        page.texts.push({ x: right ? page.width - MARGIN - width : (page.width - width) / 2, y, size: NOTE, text });
      };
      if (i > 0 && this.style.running) print(this.style.running, 36, true);
      if (i > 0) print(this.style.pageNumber(i + 1, this.#pages.length), page.height - 30, false);
    });
    return this.#pages;
  }
}
