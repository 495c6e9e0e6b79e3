/**
 * The members of a DOCX package in, the body of its document out; imports package, body.
 */
import { walkXml, xmlText } from '../../package/xml.ts';
import {
  type Body,
  type BodyPart,
  MOST_CELLS,
  MOST_CHARACTERS,
  MOST_COLUMNS,
  type Paragraph,
  type Table,
  type TableCell,
  type TableRow,
  TooMuchText,
} from '../body/body.ts';
import { Numbering } from '../body/numbering.ts';
import { listsOf } from './lists.ts';
import { isOn, type ParagraphStyle, paragraphStyles } from './styles.ts';

type Attributes = Readonly<Record<string, string>>;

/** Members that are read; pictures, macros, headers, footers and notes are not. */
export const isDocxMember = (name: string): boolean => /^word\/(?:document\d*|numbering|styles)\.xml$/.test(name);

/** Nothing within these is text of the document: deleted and moved text, readings, and what is drawn twice for old offices. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'rt',
  'Fallback',
  'instrText',
  'delText',
  'sdtPr',
  'tblPrChange',
  'rPrChange',
  'pPrChange',
  'tcPrChange',
  'trPrChange',
  'sectPrChange',
  'tblGridChange',
]);
const TWIPS_A_POINT = 20;
const RED = /^(?:FF0000|C00000)$/i;
/** An indent given in hundredths of a character, at the usual 10.5 points. */
const POINTS_A_CHARACTER = 10.5;

interface OpenParagraph {
  text: string;
  style: ParagraphStyle;
  list: string | undefined;
  level: number | undefined;
  indent: number;
  page: number;
  red: number;
  characters: number;
  /** Its mark is deleted: the next paragraph goes on with it. */
  goesOn: boolean;
  /** The next section begins on another page. */
  endsSection: boolean;
  struck: string;
  hidden: string;
}

interface OpenRow extends TableRow {
  deleted: boolean;
}

interface OpenTable {
  table: Table;
  row: OpenRow | null;
  cell: TableCell | null;
}

interface Run {
  hidden: boolean;
  struck: boolean;
  red: boolean;
}

const PLAIN_RUN: Run = { hidden: false, struck: false, red: false };

/** Walks the elements of word/document.xml (ECMA-376 part 1, 17) in one pass. */
class DocumentReader {
  readonly body: Body = { parts: [], hidden: [], embedded: 0 };
  readonly #styles: ReadonlyMap<string, ParagraphStyle>;
  readonly #numbering: Numbering;
  /** Word notes where its pages began; where it did, breaks that are typed are among them. */
  readonly #notesPages: boolean;
  readonly #containers: BodyPart[][];
  readonly #tables: OpenTable[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  /** By field that is open, whether its code is being read. */
  readonly #fields: boolean[] = [];
  #rest: OpenParagraph | null = null;
  #skipped = 0;
  /** Open runs: one within a text box stands within another. */
  readonly #runs: Run[] = [];
  /** Where properties are read: of a run, a paragraph, a cell, a row. */
  readonly #within: string[] = [];
  #page = 1;
  #tableCount = 0;
  #cells = 0;
  #characters = 0;

  constructor(styles: ReadonlyMap<string, ParagraphStyle>, numbering: Numbering, notesPages: boolean) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#notesPages = notesPages;
    this.#containers = [this.body.parts];
  }

  open(name: string, attributes: Attributes): void {
    const property = this.#within.at(-1);
    if (this.#skipped > 0 || (SKIPPED.has(name) && property === undefined)) this.#skipped++;
    else if (PROPERTIES.has(name)) this.#openProperties(name);
    else if (property !== undefined) this.#property(property, name, attributes);
    else OPENERS[name]?.(this, attributes);
  }

  text(data: string): void {
    if (this.#skipped === 0 && this.#taking) this.add(data);
  }

  #taking = false;

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped--;
    else if (PROPERTIES.has(name)) this.#within.pop();
    else if (this.#within.length === 0) CLOSERS[name]?.(this);
  }

  #openProperties(name: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'sectPr' && paragraph) paragraph.endsSection = true;
    this.#within.push(name);
  }

  #sectionProperty(name: string, { val }: Attributes): void {
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'type' && val === 'continuous' && paragraph) paragraph.endsSection = false;
  }

  #property(property: string, name: string, attributes: Attributes): void {
    if (property === 'rPr') this.#runProperty(name, attributes);
    else if (property === 'pPr' || property === 'numPr') this.#paragraphProperty(name, attributes);
    else if (property === 'tcPr') this.#cellProperty(name, attributes);
    else if (property === 'trPr') this.#rowProperty(name, attributes);
    else if (property === 'sectPr') this.#sectionProperty(name, attributes);
  }

  #runProperty(name: string, { val }: Attributes): void {
    // Properties of a paragraph's mark stand within those of the paragraph.
    if (this.#within.includes('pPr')) {
      const paragraph = this.#paragraphs.at(-1);
      if (name === 'del' && paragraph) paragraph.goesOn = true;
      return;
    }
    const run = this.#runs.at(-1);
    if (!run) return;
    if (name === 'vanish') run.hidden = isOn(val);
    else if (name === 'strike' || name === 'dstrike') run.struck = isOn(val);
    else if (name === 'color') run.red = RED.test(val ?? '');
  }

  #paragraphProperty(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    const { val } = attributes;
    if (name === 'pStyle') paragraph.style = this.#styles.get(val ?? '') ?? {};
    else if (name === 'numId') paragraph.list = val;
    else if (name === 'ilvl') paragraph.level = Number(val ?? 0);
    else if (name === 'ind') paragraph.indent = indentOf(attributes);
    else if (name === 'pageBreakBefore' && isOn(val)) this.breakPage(false);
  }

  #cellProperty(name: string, { val, w, type }: Attributes): void {
    const cell = this.#tables.at(-1)?.cell;
    if (!cell) return;
    if (name === 'gridSpan') cell.columns = Math.min(MOST_COLUMNS, Math.max(1, Number(val ?? 1) || 1));
    else if (name === 'tcW' && (type === 'dxa' || type === undefined)) cell.width = Number(w ?? 0) / TWIPS_A_POINT || null;
    else if (name === 'vMerge' && val !== 'restart') cell.covered = 'above';
    else if (name === 'hMerge' && val !== 'restart') cell.covered = 'left';
  }

  #rowProperty(name: string, { val }: Attributes): void {
    const row = this.#tables.at(-1)?.row;
    if (!row) return;
    if (name === 'gridBefore') row.before = Math.min(MOST_COLUMNS, Math.max(0, Number(val ?? 0) || 0));
    else if (name === 'del' || name === 'hidden') row.deleted = name === 'del' || isOn(val);
  }

  /** Text of the open run, where it is one that is seen. */
  add(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || this.#fields.includes(true)) return;
    const { hidden, struck, red } = this.#runs.at(-1) ?? PLAIN_RUN;
    this.#characters += text.length;
    if (this.#characters > MOST_CHARACTERS) throw new TooMuchText(`> ${MOST_CHARACTERS} characters`);
    if (hidden || paragraph.style.hidden) paragraph.hidden += text;
    else if (struck) paragraph.struck += text;
    else {
      paragraph.text += text;
      if (text.trim() === '') return;
      paragraph.characters += text.length;
      if (red) paragraph.red += text.length;
    }
  }

  openRun(): void {
    this.#runs.push({ ...PLAIN_RUN });
  }

  closeRun(): void {
    this.#runs.pop();
  }

  take(taking: boolean): void {
    this.#taking = taking;
  }

  get isInRun(): boolean {
    return this.#runs.length > 0;
  }

  field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push(true);
    else if (type === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = false;
    else if (type === 'end') this.#fields.pop();
  }

  /** `noted`: Word says that a page began here when it was last shown. */
  breakPage(noted: boolean): void {
    if (noted !== this.#notesPages) return;
    this.#page++;
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph && paragraph.characters === 0) paragraph.page = this.#page;
  }

  openParagraph(): void {
    const rest = this.#rest;
    this.#rest = null;
    if (rest) this.#paragraphs.push({ ...rest, goesOn: false });
    else
      this.#paragraphs.push({
        ...{ text: '', struck: '', hidden: '', style: {}, list: undefined, level: undefined, indent: 0 },
        ...{ page: this.#page, red: 0, characters: 0, goesOn: false, endsSection: false },
      });
  }

  closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    if (paragraph.goesOn) {
      this.#rest = paragraph;
      return;
    }
    const { text, page, indent, red, characters, hidden } = paragraph;
    if (hidden.trim() !== '') this.body.hidden.push(hidden);
    const isHidden = hidden !== '' && text === '';
    const list = paragraph.list ?? paragraph.style.list;
    const number = list === undefined || isHidden ? '' : this.#numbering.next(list, paragraph.level ?? paragraph.style.level ?? 0);
    const printed: Paragraph = { kind: 'paragraph', text: number + text, page, indent, red: characters > 0 && red === characters };
    this.#containers.at(-1)?.push(printed);
    if (paragraph.endsSection) this.breakPage(false);
  }

  openTable(): void {
    const table: Table = { kind: 'table', number: ++this.#tableCount, rows: [] };
    this.#containers.at(-1)?.push(table);
    this.#tables.push({ table, row: null, cell: null });
  }

  closeTable(): void {
    this.#tables.pop();
  }

  openRow(): void {
    const open = this.#tables.at(-1);
    if (open) open.row = { before: 0, cells: [], deleted: false };
  }

  closeRow(): void {
    const open = this.#tables.at(-1);
    if (!open?.row) return;
    const { deleted, ...row } = open.row;
    if (!deleted) open.table.rows.push(row);
    open.row = null;
  }

  openCell(): void {
    const open = this.#tables.at(-1);
    if (!open?.row) return;
    if (++this.#cells > MOST_CELLS) throw new TooMuchText(`> ${MOST_CELLS} cells`);
    open.cell = { columns: 1, width: null, covered: null, content: [] };
    open.row.cells.push(open.cell);
    this.#containers.push(open.cell.content);
  }

  closeCell(): void {
    const open = this.#tables.at(-1);
    if (!open?.cell) return;
    open.cell = null;
    this.#containers.pop();
  }

  /** What is shown as a picture of a sheet, or stands in another file. */
  embed(program: string | undefined): void {
    if (program === undefined || /^(?:Excel|ET|KET|Word|WPS)\./i.test(program)) this.body.embedded++;
  }
}

/** Elements that say how what they stand in looks. */
const PROPERTIES = new Set(['rPr', 'pPr', 'numPr', 'tcPr', 'trPr', 'tblPr', 'tblGrid', 'sectPr']);

type Handler = (reader: DocumentReader, attributes: Attributes) => void;

const OPENERS: Readonly<Record<string, Handler>> = {
  p: (reader) => reader.openParagraph(),
  r: (reader) => reader.openRun(),
  t: (reader) => reader.take(true),
  tbl: (reader) => reader.openTable(),
  tr: (reader) => reader.openRow(),
  tc: (reader) => reader.openCell(),
  tab: (reader) => reader.isInRun && reader.add('\t'),
  cr: (reader) => reader.add('\n'),
  br: (reader, { type }) => (type === 'page' ? reader.breakPage(false) : reader.add('\n')),
  lastRenderedPageBreak: (reader) => reader.breakPage(true),
  noBreakHyphen: (reader) => reader.add('-'),
  fldChar: (reader, { fldCharType }) => reader.field(fldCharType),
  OLEObject: (reader, { ProgID }) => reader.embed(ProgID ?? ''),
  altChunk: (reader) => reader.embed(undefined),
};

const CLOSERS: Readonly<Record<string, (reader: DocumentReader) => void>> = {
  p: (reader) => reader.closeParagraph(),
  r: (reader) => reader.closeRun(),
  t: (reader) => reader.take(false),
  tbl: (reader) => reader.closeTable(),
  tr: (reader) => reader.closeRow(),
  tc: (reader) => reader.closeCell(),
};

/** `left` and `firstLine` in twentieths of a point, or `…Chars` in hundredths of a character, which count where both are given. */
function indentOf({ left, start, leftChars, startChars, firstLine, firstLineChars, hanging }: Attributes): number {
  const of = (characters: string | undefined, twips: string | undefined): number =>
    characters === undefined ? Number(twips ?? 0) / TWIPS_A_POINT : (Number(characters) / 100) * POINTS_A_CHARACTER;
  const points = of(leftChars ?? startChars, left ?? start) + of(firstLineChars, firstLine) - Number(hanging ?? 0) / TWIPS_A_POINT;
  return Number.isFinite(points) ? Math.max(0, points) : 0;
}

/**
 * The body of a document of Office Open XML, Strict or not.
 *
 * @throws Error when a member is missing or no XML; TooMuchText.
 */
export function readDocx(members: ReadonlyMap<string, Uint8Array>): Body {
  const textOf = (name: string): string | null => {
    const bytes = members.get(name);
    return bytes ? xmlText(bytes) : null;
  };
  const main = [...members.keys()].find((name) => /^word\/document\d*\.xml$/.test(name));
  const xml = main === undefined ? null : textOf(main);
  if (xml === null) throw new Error('no word/document.xml');
  const styles = paragraphStyles(textOf('word/styles.xml'));
  const reader = new DocumentReader(styles, new Numbering(listsOf(textOf('word/numbering.xml'))), xml.includes('lastRenderedPageBreak'));
  walkXml(xml, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (data) => reader.text(data),
    close: (name) => reader.close(name),
  });
  return reader.body;
}
