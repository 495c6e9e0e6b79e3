/** Properties of paragraphs, characters and tables as old Word files hold them (MS-DOC 2.2.5, 2.6). */

/** Codes of the properties that are read, by the names of 2.6: `sprmPFInTable`, `sprmPFTtp`, … */
const CODES = {
  IN_TABLE: 0x2416,
  ROW_END: 0x2417,
  INNER_ROW_END: 0x244c,
  INNER_CELL_END: 0x244b,
  DEPTH: 0x6649,
  PAGE_BREAK: 0x2407,
  LEFT_80: 0x840f,
  LEFT: 0x845e,
  FIRST_80: 0x8411,
  FIRST: 0x8460,
  LIST: 0x460b,
  LEVEL: 0x260a,
  TABLE_DEFINITION: 0xd608,
  VERTICAL_MERGE: 0xd62b,
  MERGE: 0x5624,
} as const;
const TABS = 0xc615;
/** By the highest three bits, how many bytes the operand has; null where its first byte says it. */
const OPERAND_BYTES: readonly (number | null)[] = [1, 1, 2, 4, 2, 2, null, 3];

/** One property with the bytes of its operand. */
export interface Sprm {
  code: number;
  operand: DataView;
}

/** The properties of a list of them, up to the first that is cut short. */
export function sprmsIn(bytes: Uint8Array): Sprm[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sprms: Sprm[] = [];
  for (let at = 0; at + 3 <= bytes.length; ) {
    const code = view.getUint16(at, true);
    at += 2;
    const [from, length] = operandOf(view, at, code);
    if (from + length > bytes.length) break;
    sprms.push({ code, operand: new DataView(bytes.buffer, bytes.byteOffset + from, length) });
    at = from + length;
  }
  return sprms;
}

/** Where the operand begins, and how long it is. */
function operandOf(view: DataView, at: number, code: number): [number, number] {
  const fixed = OPERAND_BYTES[code >> 13];
  if (fixed !== null && fixed !== undefined) return [at, fixed];
  if (code === CODES.TABLE_DEFINITION) return at + 2 > view.byteLength ? [at, 2] : [at + 2, Math.max(0, view.getUint16(at, true) - 1)];
  const length = view.getUint8(at);
  if (code !== TABS || length !== 255) return [at + 1, length];
  // More tabs than a byte can count: those taken away have four bytes each, those added three.
  const deleted = at + 1 < view.byteLength ? view.getUint8(at + 1) : 0;
  const counted = at + 2 + 4 * deleted;
  return [at + 1, 1 + 4 * deleted + 1 + 3 * (counted < view.byteLength ? view.getUint8(counted) : 0)];
}

/** How a row of a table is divided: edges in twips, one more than cells, and what merged cells cover. */
export interface RowDefinition {
  edges: number[];
  covered: ('left' | 'above' | null)[];
}

/** Of a paragraph, as far as it is read. */
export interface ParagraphProperties {
  inTable: boolean;
  /** How deep in tables within each other. */
  depth: number;
  endsRow: boolean;
  /** Of a table within a cell: its cells end with paragraphs. */
  endsInnerCell: boolean;
  row: RowDefinition | null;
  pageBreak: boolean;
  /** Twips. */
  left: number;
  firstLine: number;
  /** Number of the list, 0 for none, and level in it. */
  list: number;
  level: number;
}

export const PLAIN_PARAGRAPH: Readonly<ParagraphProperties> = {
  inTable: false,
  depth: 0,
  endsRow: false,
  endsInnerCell: false,
  row: null,
  pageBreak: false,
  left: 0,
  firstLine: 0,
  list: 0,
  level: 0,
};

const isSet = (operand: DataView): boolean => operand.getUint8(0) !== 0;

type Setter = (properties: ParagraphProperties, operand: DataView) => void;

const SETTERS: Readonly<Record<number, Setter>> = {
  [CODES.IN_TABLE]: (p, operand) => {
    p.inTable = isSet(operand);
  },
  [CODES.ROW_END]: (p, operand) => {
    p.endsRow ||= isSet(operand);
  },
  [CODES.INNER_ROW_END]: (p, operand) => {
    p.endsRow ||= isSet(operand);
  },
  [CODES.INNER_CELL_END]: (p, operand) => {
    p.endsInnerCell = isSet(operand);
  },
  [CODES.DEPTH]: (p, operand) => {
    p.depth = operand.getInt32(0, true);
  },
  [CODES.PAGE_BREAK]: (p, operand) => {
    p.pageBreak = isSet(operand);
  },
  [CODES.LEFT_80]: (p, operand) => {
    p.left = operand.getInt16(0, true);
  },
  [CODES.LEFT]: (p, operand) => {
    p.left = operand.getInt16(0, true);
  },
  [CODES.FIRST_80]: (p, operand) => {
    p.firstLine = operand.getInt16(0, true);
  },
  [CODES.FIRST]: (p, operand) => {
    p.firstLine = operand.getInt16(0, true);
  },
  [CODES.LIST]: (p, operand) => {
    p.list = operand.getInt16(0, true);
  },
  [CODES.LEVEL]: (p, operand) => {
    p.level = operand.getUint8(0);
  },
  [CODES.TABLE_DEFINITION]: (p, operand) => {
    p.row = rowDefinition(operand);
  },
  [CODES.VERTICAL_MERGE]: (p, operand) => mergeVertically(p.row, operand),
  [CODES.MERGE]: (p, operand) => mergeHorizontally(p.row, operand),
};

/** Properties upon those of a style. */
export function withSprms(style: Readonly<ParagraphProperties>, sprms: readonly Sprm[]): ParagraphProperties {
  const properties = { ...style };
  for (const { code, operand } of sprms) SETTERS[code]?.(properties, operand);
  return properties;
}

const CELL_BYTES = 20;

/** `sprmTDefTable` (2.9.326): count of cells, their edges, and 20 bytes for each; cells without these bytes are as usual. */
function rowDefinition(operand: DataView): RowDefinition {
  const count = operand.byteLength > 0 ? operand.getUint8(0) : 0;
  const edges: number[] = [];
  for (let i = 0; i <= count && 3 + 2 * i <= operand.byteLength; i++) edges.push(operand.getInt16(1 + 2 * i, true));
  const covered: RowDefinition['covered'] = [];
  for (let i = 0; i < count; i++) {
    const at = 3 + 2 * count + CELL_BYTES * i;
    const flags = at + 2 <= operand.byteLength ? operand.getUint16(at, true) : 0;
    covered.push((flags & 3) === 1 ? 'left' : ((flags >> 5) & 3) === 1 ? 'above' : null);
  }
  return { edges, covered };
}

/** `sprmTVertMerge` (2.9.342): the cell is the first of merged ones (3), or belongs to the one above (1). */
function mergeVertically(row: RowDefinition | null, operand: DataView): void {
  if (!row || operand.byteLength < 2) return;
  const cell = operand.getUint8(0);
  if (cell < row.covered.length) row.covered[cell] = operand.getUint8(1) === 1 ? 'above' : null;
}

/** `sprmTMerge` (2.6.3): cells from the first to before the last are one. */
function mergeHorizontally(row: RowDefinition | null, operand: DataView): void {
  if (!row) return;
  for (let cell = operand.getUint8(0) + 1; cell < operand.getUint8(1) && cell < row.covered.length; cell++) row.covered[cell] = 'left';
}
