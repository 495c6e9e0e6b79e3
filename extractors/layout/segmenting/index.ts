import type { Block, GridBlock, GridRow, TextLine } from '../../model/blocks.ts';
import { placeOfText } from '../../model/places.ts';
import type { Caption, ContentsEntry, Segments, TablePart } from '../../model/segments.ts';
import type { Stage } from '../../model/stage.ts';
import { isChapterTitle, parseCaption, parseContentsEntry } from '../../notation/captions.ts';
import { compact } from '../../notation/text.ts';
import { spacedRow } from '../grids/spaced.ts';
import { rowOfText } from '../grids/text-row.ts';

const NOTE = /^[（(]?(?:备注|注|说明|附注|注释)\s*[:：]/;
const NOTE_GOES_ON = /本表|如.{0,6}空|尾差|尾数|四舍五入|预算数|决算数|口径|其中/;
const UNIT_REST = /^(?:元|万元|千元|亿元)$/;
const PART_HEADING = /^第[一二三四五六七八九十]+(?:部分|章|节)/;
const PROSE_HEADING = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[)）])/;
const SENTENCE = /[。；;!！]$|，.{12,}|^[^\d]{60,}$/;
const ENDS_WITH_NUMBER = /\d%?$/;
const HEADER_START =
  /^(?:科目|单位|项目|项|收|支|序号|功能|经济|部门|预算|合计|总计|金额|["“]?三公|类|款|编码|编号|名称|行次|栏次|指标|年度|本年|一级|采购|资金|机构|资产|债务|因公|20\d\d年)/;
const FORM = /绩效|一级指标|项目[（(]政策[)）]名称/;
const MAX_INNER_LINE = 12;
const MAX_CAPTION_DISTANCE = 12;
const MAX_CAPTION_LINES = 4;
const MAX_PUBLISHER = 30;
const MAX_ENTRY_REST = 12;

const NO_CAPTION: Caption = { title: null, number: null, unit: null, entity: null, year: null, places: [] };

/** The document line by line: a blank or filled line of text, or a row of a grid. */
type Item = { kind: 'blank' | 'text'; line: TextLine } | { kind: 'row'; row: GridRow; grid: GridBlock };

/** A part that lines and rows are being added to. */
interface OpenPart {
  part: TablePart;
  kind: 'grid' | 'sequence';
  form: boolean;
  /** The bounded grid that the last row came from. */
  grid: GridBlock | null;
  /** Of the last row. */
  page: number;
  line: number;
}

/** Splits a document into the rows of its tables, each with its caption and notes, and the prose between them. */
export const segment: Stage<readonly Block[], Segments> = {
  name: 'segment',
  run(blocks) {
    return new Segmenter(blocks).run();
  },
};

function itemsOf(blocks: readonly Block[]): Item[] {
  return blocks.flatMap((block): Item[] => {
    if (block.kind === 'line') return [{ kind: block.text.trim() === '' ? 'blank' : 'text', line: block }];
    return block.rows.filter((row) => row.cells.some((cell) => cell.text !== '')).map((row) => ({ kind: 'row', row, grid: block }));
  });
}

class Segmenter {
  private readonly items: readonly Item[];
  /** By item, the next one that is not blank; -1 where there is none. */
  private readonly next: Int32Array;
  private readonly parts: TablePart[] = [];
  private readonly contents: ContentsEntry[] = [];
  private readonly prose: TextLine[] = [];
  private open: OpenPart | null = null;
  private last: TablePart | null = null;
  private notes = 0;
  private caption: Caption | null = null;
  private captionLines: TextLine[] = [];
  private unitOpen: string | null = null;
  private before: TextLine | null = null;
  /** A numbered line among the entries of the contents page: its title may go on in the next line. */
  private openEntry: TextLine | null = null;

  constructor(blocks: readonly Block[]) {
    this.items = itemsOf(blocks);
    this.next = new Int32Array(this.items.length).fill(-1);
    for (let i = this.items.length - 2, following = -1; i >= -1; i--) {
      if (this.items[i + 1]?.kind !== 'blank') following = i + 1;
      if (i >= 0) this.next[i] = following;
    }
  }

  run(): Segments {
    for (const [i, item] of this.items.entries()) {
      if (item.kind === 'row') this.row(item.row, item.grid);
      else if (item.kind === 'text') this.text(item.line, i);
      else if (!this.open) this.prose.push(item.line);
    }
    this.dropCaption();
    return { contents: this.contents, parts: this.parts, prose: this.prose };
  }

  private row(row: GridRow, grid: GridBlock): void {
    const bounded = grid.bounded ? grid : null;
    const open = this.open?.kind === 'grid' && this.open.grid === bounded ? this.open : this.begin('grid', row);
    this.push(open, { ...row }, bounded);
  }

  /** Tables of one part have their lines together; a gap is where the page was cut. */
  private push(open: OpenPart, row: GridRow, grid: GridBlock | null): void {
    const cut = open.kind === 'grid' && grid === null && open.part.rows.length > 0 && (row.page !== open.page || row.line > open.line + 1);
    open.part.rows.push(cut ? { ...row, startsPart: true } : row);
    open.grid = grid;
    open.page = row.page;
    open.line = row.line;
  }

  private text(line: TextLine, i: number): void {
    const listed = line.contents ? parseContentsEntry(line.text) : null;
    if (listed) {
      this.contents.push({ ...listed, place: placeOfText(line) });
      return;
    }
    if (this.continuesUnit(line)) return;
    if (this.takesNote(line)) return;
    const caption = parseCaption(line.text);
    if (caption && !(this.open?.kind === 'sequence' && !caption.title && !caption.number && caption.unit === null)) {
      if (caption.number && !caption.title && !this.caption?.title) this.adoptTitle(line);
      this.takeCaption(line, caption);
      return;
    }
    if (this.takesRow(line, i)) return;
    if (this.startsSequence(line)) {
      this.push(this.begin('sequence', line), spacedRow(line), null);
      return;
    }
    if (this.namesPublisher(line, i)) return;
    this.dropCaption();
    this.takeContents(line);
    this.prose.push(line);
    this.before = line;
    this.notes = 0;
  }

  /** The line goes on with the open part; otherwise the part is closed. */
  private takesRow(line: TextLine, i: number): boolean {
    const { open } = this;
    if (open?.kind === 'grid' && this.isInnerLine(line, i)) {
      this.push(open, rowOfText(line), null);
      return true;
    }
    if (open?.kind === 'sequence' && !this.endsSequence(open, line, i)) {
      this.push(open, spacedRow(line), null);
      if (!open.form && FORM.test(line.text)) open.form = true;
      return true;
    }
    this.close();
    return false;
  }

  /** Before the first table a line may be an entry of the contents page, or the first or second half of one. */
  private takeContents(line: TextLine): void {
    if (this.parts.length > 0) return;
    const rest = compact(line.text).length <= MAX_ENTRY_REST && !PROSE_HEADING.test(line.text.trim()) ? this.openEntry : null;
    const own = parseContentsEntry(line.text);
    const entry = own ?? (rest && parseContentsEntry(rest.text.trimEnd() + line.text.trim()));
    if (entry) this.contents.push({ ...entry, place: placeOfText(own ? line : (rest ?? line)) });
    this.openEntry = entry === null && this.contents.length > 0 && PROSE_HEADING.test(line.text.trim()) ? line : null;
  }

  private begin(kind: OpenPart['kind'], { page, line }: { page: number; line: number }): OpenPart {
    const caption = this.caption ?? NO_CAPTION;
    const part: TablePart = { caption, rows: [], notes: [] };
    const open: OpenPart = { part, kind, form: FORM.test(caption.title ?? ''), grid: null, page, line };
    this.parts.push(part);
    this.open = open;
    this.last = part;
    this.caption = null;
    this.captionLines = [];
    this.unitOpen = null;
    this.before = null;
    this.notes = 0;
    return open;
  }

  private close(): void {
    this.open = null;
  }

  private takeCaption(line: TextLine, caption: NonNullable<ReturnType<typeof parseCaption>>): void {
    this.close();
    if (this.caption?.title && (caption.title || (caption.number && isChapterTitle(this.caption.title)))) this.dropCaption();
    const current = this.caption ?? NO_CAPTION;
    this.caption = {
      title: caption.title ?? current.title,
      number: caption.number ?? current.number,
      unit: caption.unit ?? current.unit,
      entity: caption.entity ?? current.entity,
      year: caption.year ?? current.year,
      places: [...current.places, placeOfText(line)],
    };
    this.captionLines.push(line);
    this.unitOpen = caption.unitOpen;
    this.notes = 0;
  }

  /** A caption that no table follows: an entry of the contents page, a table without rows, or plain prose. */
  private dropCaption(): void {
    const caption = this.caption;
    if (!caption) return;
    this.caption = null;
    const lines = this.captionLines;
    this.captionLines = [];
    if (caption.title && (caption.unit || caption.entity) && this.parts.length > 0 && !isChapterTitle(caption.title)) {
      this.parts.push({ caption, rows: [], notes: [] });
      return;
    }
    for (const line of lines) {
      this.takeContents(line);
      this.prose.push(line);
    }
  }

  private continuesUnit(line: TextLine): boolean {
    if (this.unitOpen === null || !this.caption) return false;
    const unit = this.unitOpen + compact(line.text);
    this.unitOpen = null;
    if (!UNIT_REST.test(unit)) return false;
    this.caption = { ...this.caption, unit };
    this.captionLines.push(line);
    return true;
  }

  /** On a printed page a line between title and grid names the publisher even where no word says so (341-某局). */
  private namesPublisher(line: TextLine, i: number): boolean {
    const caption = this.caption;
    if (!caption || !(caption.title || caption.number) || !line.box) return false;
    const text = compact(line.text);
    if (text.length > MAX_PUBLISHER || SENTENCE.test(text) || /[。；，]/.test(text) || PART_HEADING.test(text) || PROSE_HEADING.test(text))
      return false;
    let grid = i + 1;
    while (grid - i <= MAX_CAPTION_LINES && this.items[grid]?.kind !== 'row') grid++;
    const found = this.items[grid];
    if (found?.kind !== 'row' || found.row.page !== line.page) return false;
    const unit = caption.unit ?? /\s(百万元|万元|千元|亿元|元)$/.exec(line.text.trimEnd())?.[1] ?? null;
    const name = text.replace(/^\d{3,}[-—_]?/, '').replace(unit === caption.unit ? '' : new RegExp(`${unit}$`), '');
    const entity = caption.entity ?? (/[局委办厅院部处会署站所队馆校园室心关府道镇乡]$/.test(name) ? name : null);
    this.caption = { ...caption, entity, unit, places: [...caption.places, placeOfText(line)] };
    this.captionLines.push(line);
    return true;
  }

  private takesNote(line: TextLine): boolean {
    if (!this.last || this.caption) return false;
    const text = line.text.trim();
    const starts = NOTE.test(text);
    if (!starts && !(this.notes > 0 && this.notes < 6 && NOTE_GOES_ON.test(text) && text.length < 200)) return false;
    this.close();
    this.last.notes.push(line);
    this.notes++;
    return true;
  }

  /** A title that lacks the word 表, because the page or its right half was cut off, stands right above the table's number. */
  private adoptTitle(number: TextLine): void {
    const line = this.before;
    const blanks = this.prose.length - 1 - this.prose.findLastIndex((prose) => prose.text.trim() !== '');
    if (!line || line.page !== number.page || this.prose.at(-1 - blanks) !== line) return;
    const text = compact(line.text);
    if (text.length < 3 || text.length > 20 || /[，。；：:]|\d/.test(text) || PROSE_HEADING.test(text) || PART_HEADING.test(text)) return;
    this.prose.length -= 1 + blanks;
    this.caption = { ...NO_CAPTION, title: text, places: [placeOfText(line)] };
    this.captionLines = [line];
  }

  private isInnerLine(line: TextLine, i: number): boolean {
    const text = compact(line.text);
    if (text.length > MAX_INNER_LINE || /[。；，：:]/.test(text) || PROSE_HEADING.test(text) || PART_HEADING.test(text)) return false;
    return this.following(i)?.kind === 'row';
  }

  private startsSequence(line: TextLine): boolean {
    const caption = this.caption;
    if (!caption || !(caption.title || caption.number) || !(caption.unit || caption.number)) return false;
    const text = compact(line.text);
    if (SENTENCE.test(text) && !FORM.test(caption.title ?? '')) return false;
    return HEADER_START.test(text) && line.line - (caption.places.at(-1)?.line ?? line.line) <= MAX_CAPTION_DISTANCE;
  }

  private endsSequence(open: OpenPart, line: TextLine, i: number): boolean {
    const text = compact(line.text);
    if (PART_HEADING.test(text)) return true;
    if (open.form) return false;
    if (SENTENCE.test(text)) return !ENDS_WITH_NUMBER.test(text);
    if (!PROSE_HEADING.test(text) || ENDS_WITH_NUMBER.test(text)) return false;
    // Prose is broken over lines, so one line alone may look short.
    const following = this.next[i] ?? -1;
    const after = this.textAt(following);
    return after !== '' && SENTENCE.test(after + this.textAt(this.next[following] ?? -1));
  }

  private following(i: number): Item | undefined {
    return this.items[this.next[i] ?? -1];
  }

  /** Without spaces; empty where no text stands. */
  private textAt(i: number): string {
    const item = this.items[i];
    return item?.kind === 'text' ? compact(item.line.text) : '';
  }
}
