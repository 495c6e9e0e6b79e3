import {
  CODE_LEVEL,
  EXPENDITURE,
  LINE_NUMBER_COLUMN,
  NAME_WORD,
  NAMES_CODES,
  REVENUE,
  TEXT_COLUMN,
  TEXTS_BEHIND,
} from '../../../schemas/lexicon/tables/columns.ts';
import { sequenceDataStart } from '../../layout/joining/header-end.ts';
import { at } from '../../model/at.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { HeaderAlternative, JoinedTable, KeyColumn, PanelSpec, ValueColumn } from '../../model/tables.ts';
import { isTotalLabel } from '../../notation/roles.ts';
import { isAmount, isSubjectCode } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { type DealtRows, type Ordering, orderings, type PageNumbers } from '../ordering/index.ts';
import { nameRole } from './column-roles.ts';
import type { Read } from './columns.ts';
import { cleanLines } from './lines/index.ts';
import { sideOf } from './panels.ts';
import { LEAST_REPEATED, LEAST_ROWS, MOST_COST, MOST_COST_BEHIND, MOST_FULL, MOST_LONGER, MOST_ODD } from './settings.ts';
import { columnsByPanel, type DescribedColumn, valueColumns } from './value-columns.ts';
import { type HeaderReading, naturalWidth, readingsOf } from './words/readings.ts';
import { LEAST_FULL } from './words/settings.ts';

/** What the cheapest reading of the header says, and the columns of the others that have the same keys. */
export interface ReadSequence extends Read {
  readings: HeaderAlternative[];
  doubt: string | null;
}

/** The words of a header, rows below it, and what they are taken for. */
interface Parts {
  header: GridRow[];
  data: GridRow[];
  /** Readings of the header, the likeliest first. */
  found: HeaderReading[];
  filled: number;
  isFull: boolean;
}

/** The columns of a table whose layout was lost, by the words of its header or else by how many amounts its rows have. */
export function readSequence(table: JoinedTable, inReadingOrder: PageNumbers | null): ReadSequence {
  const start = sequenceDataStart(table.rows);
  const lines = cleanLines(table.rows.slice(start), table.rows.slice(0, start));
  const isOne = isCellALine(lines);
  const ordered = inReadingOrder && isOne ? likeliestOrdering(table, inReadingOrder) : null;
  const { header, data, found, filled, isFull } = ordered ?? asPrinted(table.rows.slice(0, start), lines, isOne);
  const [first, ...others] = found
    .map(withTextsBehind)
    .map((reading) => (isFull && isSettled(reading, filled) ? settled(reading) : reading));
  const read = first ?? { panels: [{ head: null, keys: [], paths: [] }], unknown: [], cost: 0, odd: 0 };
  const most = standsBehind(header, data) ? MOST_COST_BEHIND : MOST_COST;
  const columns = columnsOf(read, data, table.caption.unit, most);
  const readings = others
    .filter((other) => hasSameKeys(read, other))
    .map((other) => ({ columns: columnsOf(other, data, table.caption.unit, most), cost: other.cost - read.cost }));
  const headerDamaged = read.odd > most ? wordsOf(read) : null;
  return {
    layout: 'sequence',
    panels: panelsOf(read, columns),
    columns,
    headerDamaged,
    doubt: doubtOf(table, inReadingOrder !== null && isOne),
    data,
    readings,
  };
}

function asPrinted(above: GridRow[], lines: readonly GridRow[], isOne: boolean): Parts {
  const { header, data } = partsOf(above, lines, isOne);
  return { header, data, ...headedBy(data, (filled, isFull) => readingsOf(header, filled, isOne || isCellALine(data), isFull)) };
}

function headedBy(
  data: readonly GridRow[],
  read: (filled: number, isFull: boolean) => HeaderReading[],
): Pick<Parts, 'found' | 'filled' | 'isFull'> {
  const full = fullCount(data);
  const [filled, isFull] = [full ?? mostAmounts(data), full !== null];
  return { found: read(filled, isFull), filled, isFull };
}

/** Where order alone is known: the way to put words and rows together against which header and rows together say the least. */
function likeliestOrdering(table: JoinedTable, numberOf: PageNumbers): Parts | null {
  let best: (Parts & { cost: number }) | null = null;
  for (const { headers, deal } of orderings(table, numberOf)) {
    for (const { rows: header, cost } of headers) {
      for (const dealt of dealsOf(header, deal)) {
        const parts = headedBy(dealt.data, (filled, isFull) => readingsOf(header, filled, true, isFull, true));
        const all = cost + dealt.cost + (parts.found[0]?.cost ?? MOST_ODD);
        if (best && all >= best.cost) continue;
        const found = parts.found.map((reading) => ({ ...reading, cost: reading.cost + cost, odd: reading.odd + cost }));
        best = { header, data: dealt.data, ...parts, found, cost: all };
      }
    }
  }
  return best;
}

/** With as many columns as the words of the header make by themselves, and with any number of them. */
function dealsOf(header: readonly GridRow[], deal: Ordering['deal']): DealtRows[] {
  const width = naturalWidth(header);
  return [width === null ? null : deal(width), deal(null)].filter((dealt) => dealt !== null);
}

const widthOf = ({ panels }: HeaderReading): number => panels.reduce((sum, { paths }) => sum + paths.length, 0);

/** It has as many columns as all rows fill, and these are no few, or all its words are known. */
function isSettled(reading: HeaderReading, filled: number): boolean {
  return widthOf(reading) === filled && (filled >= LEAST_FULL || reading.unknown.length === 0);
}

/** All rows fill the columns of this reading: whatever its words are, each is the name of the number below it. */
function settled(reading: HeaderReading): HeaderReading {
  return { ...reading, odd: Math.min(reading.odd, MOST_COST) };
}

function partsOf(header: GridRow[], lines: readonly GridRow[], isOne: boolean): { header: GridRow[]; data: GridRow[] } {
  return { header, data: isOne ? withoutWholeRepeats(lines, header) : withTotalsFirst(withoutRepeats(lines, header)) };
}

/** Where the order of the lines is all there is, rows without a title may belong to the title before or to the one behind. */
function doubtOf({ caption }: JoinedTable, isTakenApart: boolean): string | null {
  if (isTakenApart) return 'table/reading-order';
  return caption.title === null ? 'table/title-lost' : null;
}

/** Columns of texts behind the amounts are no value columns. */
function withTextsBehind(reading: HeaderReading): HeaderReading {
  const panels = reading.panels.map((panel) => {
    const isText = ([word = '', ...below]: readonly string[]): boolean => below.length === 0 && TEXTS_BEHIND.test(word);
    const paths = panel.paths.filter((path) => !isText(path));
    if (paths.length === panel.paths.length || paths.length === 0) return panel;
    const texts = panel.paths.filter(isText).map(([text = '']) => ({ text, kind: 'key' as const, startsLine: false, folded: text }));
    return { ...panel, keys: [...panel.keys, ...texts], paths };
  });
  return { ...reading, panels };
}

/** Printed words, for the message. */
function wordsOf({ panels, unknown }: HeaderReading): string {
  return unknown.length > 0 ? unknown.join(' ') : panels.flatMap(({ paths }) => paths.map((path) => path.join('>'))).join(' | ');
}

/**
 * A line of amounts alone below a whole row, and below it the word for a total that has none: the program drew the amounts first. The word
 * comes before its amounts in every row.
 */
function withTotalsFirst(rows: readonly GridRow[]): GridRow[] {
  const isAllAmounts = (row: GridRow | undefined): boolean => row?.cells.every(({ text }) => isAmount(text)) === true;
  const endsInAmount = (row: GridRow | undefined): boolean => isAmount(row?.cells.at(-1)?.text ?? '');
  const ordered = [...rows];
  for (let i = 1; i + 1 < ordered.length; i++) {
    const [above, amounts, label, next] = [ordered[i - 1], at(ordered, i), at(ordered, i + 1), ordered[i + 2]];
    const [word, ...further] = label.cells;
    const isTotal = further.length === 0 && isTotalLabel(word?.text ?? '');
    if (isTotal && isAllAmounts(amounts) && endsInAmount(above) && !isAllAmounts(next)) ordered.splice(i, 2, label, amounts);
  }
  return ordered;
}

/** The header that a further page prints again is no row. */
function withoutRepeats(data: readonly GridRow[], header: readonly GridRow[]): GridRow[] {
  const lines = new Set(header.filter(({ cells }) => !cells.some((cell) => isAmount(cell.text))).map(textOf));
  const repeats = data.map((row) => lines.has(textOf(row)));
  const isRepeat = (i: number): boolean => Boolean(repeats[i] && (lines.size === 1 || repeats[i - 1] || repeats[i + 1]));
  return data.filter((_, i) => !isRepeat(i));
}

/** The same where each cell has a line of its own: a word of the header alone may be a row, all of them in their order are not. */
function withoutWholeRepeats(data: readonly GridRow[], header: readonly GridRow[]): GridRow[] {
  const lines = header.map(textOf);
  if (lines.length < LEAST_REPEATED) return [...data];
  const texts = data.map(textOf);
  const kept: GridRow[] = [];
  for (let i = 0; i < data.length; i++) {
    if (lines.every((line, k) => texts[i + k] === line)) i += lines.length - 1;
    else kept.push(at(data, i));
  }
  return kept;
}

const textOf = ({ cells }: GridRow): string => compact(cells.map(({ text }) => text).join(''));

/** The program drew words of the header after the rows: nothing says that it drew them in their order. */
function standsBehind(header: readonly GridRow[], data: readonly GridRow[]): boolean {
  const [first] = data;
  return first !== undefined && header.some(({ page, line }) => page === first.page && line > first.line);
}

/** `most`: what a reading may cost without being in doubt. */
function columnsOf({ panels, odd }: HeaderReading, data: readonly GridRow[], unit: string | null, most: number): ValueColumn[] {
  const named = panels.flatMap(({ paths }, panel) => paths.map((path) => ({ panel, grid: null, path })));
  const columns = valueColumns(named.length > 0 ? named : namelessColumns(data), unit);
  return odd > most ? columns.map((column) => ({ ...column, shifted: true })) : columns;
}

function panelsOf({ panels }: HeaderReading, columns: readonly ValueColumn[]): PanelSpec[] {
  const ofPanels = columnsByPanel(columns);
  return panels.map(({ keys, head }, index): PanelSpec => {
    const side = head === null ? null : sideOf(head);
    const usual = panels.length === 2 && panels.every((panel) => panel.head === null) ? SIDES[index] : undefined;
    return {
      index,
      side: side ?? usual?.side ?? null,
      name: head ?? usual?.name ?? '',
      keys: keys.map(({ text }) => ({ grid: -1, role: keyRole(text), header: text })),
      values: ofPanels.get(index) ?? [],
    };
  });
}

const SIDES = [
  { side: 'revenue', name: REVENUE },
  { side: 'expenditure', name: EXPENDITURE },
] as const;

function hasSameKeys(one: HeaderReading, other: HeaderReading): boolean {
  const keys = ({ panels }: HeaderReading): string => panels.map((panel) => panel.keys.map(({ text }) => text).join(' ')).join(' | ');
  return keys(one) === keys(other);
}

/** Nearly every line is a cell: names may be cut by blanks. */
function isCellALine(data: readonly GridRow[]): boolean {
  return data.filter(({ cells }) => cells.length > 1).length <= MOST_LONGER * data.length;
}

/** 208, 20805, or the 05 of a code in columns of its own. */
const isCodeLike = (text: string): boolean => isSubjectCode(text) || /^\d{2}$/.test(text);

/** As many amounts as follow one label at most: on its line, or where every cell has a line of its own, on the lines after it. */
function mostAmounts(data: readonly GridRow[]): number {
  const isOne = isCellALine(data);
  let most = 0;
  let run = 0;
  for (const { cells } of data) {
    if (!isOne) run = 0;
    for (const { text } of cells) {
      run = isAmount(text) && !isCodeLike(compact(text)) ? run + 1 : 0;
      most = Math.max(most, run);
    }
  }
  return most;
}

/** As many amounts as nearly all rows have, so that no empty cell was dropped; null where they differ. */
function fullCount(data: readonly GridRow[]): number | null {
  const counts = data
    .map(({ cells }) => cells.filter(({ text }) => isAmount(text) && !isCodeLike(compact(text))).length)
    .filter((n) => n > 0);
  const most = Math.max(0, ...counts);
  const isFull = most > 1 && counts.length >= LEAST_ROWS && counts.filter((n) => n === most).length >= MOST_FULL * counts.length;
  return isFull ? most : null;
}

function namelessColumns(data: readonly GridRow[]): DescribedColumn[] {
  return Array.from({ length: mostAmounts(data) }, () => ({ panel: 0, grid: null, path: [] }));
}

function keyRole(word: string): KeyColumn['role'] {
  if (CODE_LEVEL.test(word)) return 'code-part';
  if (NAMES_CODES.test(word) && !NAME_WORD.test(word)) return 'code';
  if (LINE_NUMBER_COLUMN.test(word)) return 'line-no';
  return TEXT_COLUMN.test(word) || TEXTS_BEHIND.test(word) ? 'text' : nameRole(word);
}
