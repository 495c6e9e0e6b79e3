/** Bytes of an old Word file in, the body of its document out; imports model, package, body. */
import { addAll } from '../../../model/add-all.ts';
import { at } from '../../../model/at.ts';
import { type Body, type BodyPart, MOST_CELLS, type Paragraph, type Table, type TableCell, TooMuchText } from '../body/body.ts';
import { Numbering } from '../body/numbering.ts';
import { columnOf, gridOf } from './edges.ts';
import { DocFile, HIDDEN, RED, TAKEN_BACK } from './file.ts';
import { listsOf } from './lists.ts';
import type { ParagraphProperties, RowDefinition } from './sprms.ts';

/** Characters that mean something (MS-DOC 2.4.1). */
const CELL_END = '\u0007';
const PAGE_END = '\u000c';
const ENDS = new Set(['\r', CELL_END, PAGE_END]);
const FIELD_BEGIN = '\u0013';
const FIELD_RESULT = '\u0014';
const FIELD_END = '\u0015';
const PRINTED: Readonly<Record<string, string>> = { '\u000b': '\n', '\t': '\t', '\u001e': '-' };
const TWIPS_A_POINT = 20;

/** A cell, and the definition of its row where it is known: it stands at the row's end. */
interface DefinedRow {
  cells: TableCell[];
  definition: RowDefinition | null;
}

interface OpenTable {
  table: Table;
  rows: DefinedRow[];
  cells: TableCell[];
  content: BodyPart[];
}

class BodyReader {
  readonly body: Body = { parts: [], hidden: [], embedded: 0 };
  readonly #file: DocFile;
  readonly #numbering: Numbering;
  readonly #tables: OpenTable[] = [];
  readonly #fields: boolean[] = [];
  #page = 1;
  #tableCount = 0;
  #cells = 0;
  #text = '';
  #hidden = '';
  #isRed = true;

  constructor(file: DocFile) {
    this.#file = file;
    this.#numbering = new Numbering(listsOf(file));
  }

  read(): Body {
    const { text } = this.#file;
    const looks = this.#file.looks();
    for (let i = 0; i < text.length; i++) {
      const character = text.charAt(i);
      if (ENDS.has(character)) this.#end(character, this.#file.paragraphAt(i));
      else this.#take(character, at(looks, i));
    }
    this.#closeTables(0);
    return this.body;
  }

  #take(character: string, look: number): void {
    if (character === FIELD_BEGIN) this.#fields.push(true);
    else if (character === FIELD_RESULT) this.#fields.splice(-1, 1, false);
    else if (character === FIELD_END) this.#fields.pop();
    else if (!this.#fields.includes(true)) this.#show(character < ' ' ? (PRINTED[character] ?? '') : character, look);
  }

  #show(text: string, look: number): void {
    if (look & HIDDEN) this.#hidden += text;
    else if (!(look & TAKEN_BACK)) {
      this.#text += text;
      if (text.trim() !== '' && !(look & RED)) this.#isRed = false;
    }
  }

  #end(character: string, properties: ParagraphProperties): void {
    const depth = properties.inTable ? Math.max(1, properties.depth) : 0;
    this.#closeTables(depth);
    while (this.#tables.length < depth) this.#openTable();
    if (properties.pageBreak && depth === 0) this.#page++;
    const open = this.#tables.at(-1);
    const paragraph = this.#paragraph(properties);
    if (!open) this.body.parts.push(paragraph);
    else if (properties.endsRow) this.#endRow(open, properties.row);
    else {
      open.content.push(paragraph);
      if (character === CELL_END || properties.endsInnerCell) this.#endCell(open);
    }
    if (character === PAGE_END) this.#page++;
  }

  #paragraph({ list, level, left, firstLine, endsRow }: ParagraphProperties): Paragraph {
    const [text, hidden, isRed] = [this.#text, this.#hidden, this.#isRed];
    [this.#text, this.#hidden, this.#isRed] = ['', '', true];
    if (hidden.trim() !== '') this.body.hidden.push(hidden);
    const isNumbered = list > 0 && !endsRow && !(hidden !== '' && text === '');
    const number = isNumbered ? this.#numbering.next(String(list), level) : '';
    const indent = Math.max(0, (left + firstLine) / TWIPS_A_POINT);
    return { kind: 'paragraph', text: number + text, page: this.#page, indent, red: isRed && text.trim() !== '' };
  }

  #openTable(): void {
    const table: Table = { kind: 'table', number: ++this.#tableCount, rows: [] };
    (this.#tables.at(-1)?.content ?? this.body.parts).push(table);
    this.#tables.push({ table, rows: [], cells: [], content: [] });
  }

  #endCell(open: OpenTable): void {
    if (++this.#cells > MOST_CELLS) throw new TooMuchText(`> ${MOST_CELLS} cells`);
    open.cells.push({ columns: 1, width: null, covered: null, content: open.content });
    open.content = [];
  }

  #endRow(open: OpenTable, definition: RowDefinition | null): void {
    open.rows.push({ cells: open.cells, definition });
    open.cells = [];
    open.content = [];
  }

  #closeTables(depth: number): void {
    while (this.#tables.length > depth) {
      const open = this.#tables.pop();
      if (!open) return;
      // What has no end of its row still is text.
      if (open.cells.length > 0) open.rows.push({ cells: open.cells, definition: null });
      addAll(open.table.rows, rowsInGrid(open.rows));
    }
  }
}

/** Rows whose cells are given the columns between the edges of all rows. */
function rowsInGrid(rows: readonly DefinedRow[]): Table['rows'] {
  const edges = gridOf(rows.flatMap(({ definition }) => definition?.edges ?? []));
  return rows.map(({ cells, definition }) => {
    if (!definition || definition.edges.length <= cells.length) return { before: 0, cells };
    const columns = definition.edges.map((edge) => columnOf(edges, edge));
    const placed = cells.map(
      (cell, c): TableCell => ({
        ...cell,
        columns: Math.max(1, at(columns, c + 1) - at(columns, c)),
        width: (at(definition.edges, c + 1) - at(definition.edges, c)) / TWIPS_A_POINT,
        covered: definition.covered[c] ?? null,
      }),
    );
    return { before: at(columns, 0), cells: placed };
  });
}

/**
 * The body of a binary Word file: Word 97 to 2003, and what WPS writes like it.
 *
 * @throws Error when it is damaged, encrypted (`password-protected`) or older; TooMuchText.
 */
export function readDoc(bytes: Uint8Array): Body {
  return new BodyReader(new DocFile(bytes)).read();
}
