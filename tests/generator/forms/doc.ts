import { CFB } from '@e965/xlsx';
import type { FormBlock, FormRow, FormTable } from './blocks.ts';

/** A binary Word file as small as MS-DOC lets it be: text, paragraphs in tables, and rows with their merged cells. */

const PAGE = 512;
const TEXT_AT = 1024;
const CELL_TWIPS = 1000;
/** Where in the file's head what is written stands (2.5.1, 2.5.6). */
const HEAD = { text: 0x4c, styles: 0xa2, characters: 0xfa, paragraphs: 0x102, pieces: 0x1a2 } as const;

interface Mark {
  /** Characters up to and with the mark that ends the paragraph. */
  text: string;
  properties: readonly number[];
}

const short = (n: number): number[] => [n & 0xff, (n >> 8) & 0xff];
const long = (n: number): number[] => [...short(n & 0xffff), ...short(n >>> 16)];

const IN_TABLE = [...short(0x2416), 1, ...short(0x6649), ...long(1)];
const MERGE = { first: 3 << 5, above: 1 << 5 } as const;

/** Cells of one row: text, columns, and what they are in a vertical merge. */
interface Cell {
  text: string;
  columns: number;
  merge: number;
}

function cellsOf(cells: FormRow, width: number, hanging: { rows: number; columns: number }[]): Cell[] {
  const out: Cell[] = [];
  for (let column = 0; column < width; ) {
    const own = cells.find((cell) => cell.column === column);
    const left = hanging[column];
    if (own) {
      if (own.rows > 1) hanging[column] = { rows: own.rows - 1, columns: own.columns };
      out.push({ text: own.text, columns: own.columns, merge: own.rows > 1 ? MERGE.first : 0 });
      column += own.columns;
    } else if (left && left.rows > 0) {
      left.rows--;
      out.push({ text: '', columns: left.columns, merge: MERGE.above });
      column += left.columns;
    } else {
      out.push({ text: '', columns: 1, merge: 0 });
      column += 1;
    }
  }
  return out;
}

/** `sprmTDefTable`: edges, and 20 bytes for each cell. */
function definition(cells: readonly Cell[]): number[] {
  let edge = 0;
  const edges = [0, ...cells.map(({ columns }) => (edge += columns * CELL_TWIPS))];
  const operand = [cells.length, ...edges.flatMap(short), ...cells.flatMap(({ merge }) => [...short(merge), ...Array<number>(18).fill(0)])];
  return [...short(0xd608), ...short(operand.length + 1), ...operand];
}

/** The properties of a row's end stand in the stream Data, as Word puts those that are long. */
function rowMarks(cells: readonly Cell[], data: number[]): Mark[] {
  const properties = definition(cells);
  const elsewhere = [...short(0x646b), ...long(data.length)];
  data.push(...short(properties.length), ...properties);
  return [
    ...cells.map(({ text }) => ({ text: `${text}\u0007`, properties: IN_TABLE })),
    { text: '\u0007', properties: [...IN_TABLE, ...short(0x2417), 1, ...elsewhere] },
  ];
}

const line = (text: string): Mark => ({ text: `${text}\r`, properties: [] });

function tableMarks({ number, title, unit, width, header, rows, notes }: FormTable, data: number[]): Mark[] {
  const hanging: { rows: number; columns: number }[] = [];
  return [
    ...(number === null ? [] : [line(number)]),
    line(title),
    ...(unit === null ? [] : [line(`单位：${unit}`)]),
    ...[...header, ...rows].flatMap((cells) => rowMarks(cellsOf(cells, width, hanging), data)),
    ...notes.map(line),
    line(''),
  ];
}

function marksOf(block: FormBlock, data: number[]): Mark[] {
  if (block.kind === 'table') return tableMarks(block, data);
  if (block.kind === 'page') return [{ text: '\u000c', properties: [] }];
  return [line(block.kind === 'entry' ? block.name : block.text)];
}

/** Pages of 512 bytes with the properties of paragraphs (2.9.175), and the index of their bytes. */
function paragraphPages(marks: readonly Mark[]): { pages: Uint8Array[]; firsts: number[]; end: number } {
  const pages: Uint8Array[] = [];
  const firsts: number[] = [];
  let at = TEXT_AT;
  for (let i = 0; i < marks.length; ) {
    const page = new Uint8Array(PAGE);
    const view = new DataView(page.buffer);
    const entries: { from: number; bytes: number[] }[] = [];
    let used = PAGE - 1;
    firsts.push(at);
    for (; i < marks.length; i++) {
      const { text, properties } = marks[i]!;
      const bytes = [0, 0, ...properties, ...(properties.length % 2 === 0 ? [0] : [])];
      const size = bytes.length + 1;
      if (4 * (entries.length + 2) + 13 * (entries.length + 1) + size > used - (used % 2)) break;
      used -= size + ((used - size) % 2);
      page.set([size / 2, ...bytes], used);
      entries.push({ from: at, bytes: [used / 2] });
      at += 2 * text.length;
    }
    for (const [k, { from, bytes }] of entries.entries()) {
      view.setUint32(4 * k, from, true);
      page.set(bytes, 4 * (entries.length + 1) + 13 * k);
    }
    view.setUint32(4 * entries.length, at, true);
    page[PAGE - 1] = entries.length;
    pages.push(page);
  }
  return { pages, firsts, end: at };
}

export function writeDoc(blocks: readonly FormBlock[]): Uint8Array {
  const data: number[] = [];
  const marks = blocks.flatMap((block) => marksOf(block, data));
  const text = marks.map((mark) => mark.text).join('');
  const { pages, firsts, end } = paragraphPages(marks);
  const firstPage = Math.ceil(end / PAGE);
  const document = new Uint8Array((firstPage + pages.length + 1) * PAGE);
  const view = new DataView(document.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(TEXT_AT + 2 * i, text.charCodeAt(i), true);
  for (const [i, page] of pages.entries()) document.set(page, (firstPage + i) * PAGE);
  // One run of characters without properties.
  const characterPage = firstPage + pages.length;
  view.setUint32(characterPage * PAGE, TEXT_AT, true);
  view.setUint32(characterPage * PAGE + 4, end, true);
  document[characterPage * PAGE + PAGE - 1] = 1;
  const table: number[] = [];
  const put = (at: number, bytes: readonly number[]): void => {
    view.setUint32(at, table.length, true);
    view.setUint32(at + 4, bytes.length, true);
    for (const byte of bytes) table.push(byte);
  };
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, 0x00c1, true);
  view.setUint16(0x0a, 0x200, true);
  view.setUint32(HEAD.text, text.length, true);
  put(HEAD.styles, [...short(18), ...short(0), ...short(10), ...Array<number>(14).fill(0)]);
  put(HEAD.characters, [...long(TEXT_AT), ...long(end), ...long(characterPage)]);
  put(HEAD.paragraphs, [...firsts.flatMap(long), ...long(end), ...pages.flatMap((_, i) => long(firstPage + i))]);
  put(HEAD.pieces, [2, ...long(16), ...long(0), ...long(text.length), ...short(0), ...long(TEXT_AT), ...short(0)]);
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/WordDocument', Buffer.from(document));
  CFB.utils.cfb_add(container, '/1Table', Buffer.from(table));
  CFB.utils.cfb_add(container, '/Data', Buffer.from(data));
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Uint8Array);
}
