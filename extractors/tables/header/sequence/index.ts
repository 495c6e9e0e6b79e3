/** Rows whose columns are lost in, their panels and columns with the other readings of their header out; imports schemas, model, notation, layout/joining, header. */
import { sequenceDataStart } from '../../../layout/joining/header-end.ts';
import type { GridRow } from '../../../model/blocks.ts';
import type { HeaderAlternative, JoinedTable, KeyColumn, PanelSpec, ValueColumn } from '../../../model/tables.ts';
import { isAmount, isSubjectCode } from '../../../notation/row-kinds.ts';
import { compact } from '../../../notation/text.ts';
import type { Read } from '../columns.ts';
import { sideOf } from '../panels.ts';
import { columnsByPanel, type DescribedColumn, valueColumns } from '../value-columns.ts';
import { type HeaderReading, readingsOf } from './readings.ts';

/** What the cheapest reading of the header says, and the columns of the others that have the same keys. */
export interface ReadSequence extends Read {
  readings: HeaderAlternative[];
}

/** The columns of a table whose layout was lost, by the words of its header or else by how many amounts its rows have. */
export function readSequence(table: JoinedTable): ReadSequence {
  const start = sequenceDataStart(table.rows);
  const header = table.rows.slice(0, start);
  const data = withoutRepeats(table.rows.slice(start), header);
  const [first, ...others] = readingsOf(header, mostAmounts(data));
  const read = first ?? { panels: [{ head: null, keys: [], paths: [] }], unknown: [], cost: 0 };
  const columns = columnsOf(read, data, table.caption.unit);
  const readings = others
    .filter((other) => hasSameKeys(read, other))
    .map((other) => ({ columns: columnsOf(other, data, table.caption.unit), cost: other.cost - read.cost }));
  const headerDamaged = read.unknown.length > 0 ? read.unknown.join(' ') : null;
  return { layout: 'sequence', panels: panelsOf(read, columns), columns, headerDamaged, data, readings };
}

/** The header that a further page prints again is no row. */
function withoutRepeats(data: readonly GridRow[], header: readonly GridRow[]): GridRow[] {
  const lines = new Set(header.filter(({ cells }) => !cells.some((cell) => isAmount(cell.text))).map(textOf));
  const repeats = data.map((row) => lines.has(textOf(row)));
  const isRepeat = (i: number): boolean => Boolean(repeats[i] && (lines.size === 1 || repeats[i - 1] || repeats[i + 1]));
  return data.filter((_, i) => !isRepeat(i));
}

const textOf = ({ cells }: GridRow): string => compact(cells.map(({ text }) => text).join(''));

function columnsOf({ panels }: HeaderReading, data: readonly GridRow[], unit: string | null): ValueColumn[] {
  const named = panels.flatMap(({ paths }, panel) => paths.map((path) => ({ panel, grid: null, path })));
  return valueColumns(named.length > 0 ? named : namelessColumns(data), unit);
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
  { side: 'revenue', name: '收入' },
  { side: 'expenditure', name: '支出' },
] as const;

function hasSameKeys(one: HeaderReading, other: HeaderReading): boolean {
  const keys = ({ panels }: HeaderReading): string => panels.map((panel) => panel.keys.map(({ text }) => text).join(' ')).join(' | ');
  return keys(one) === keys(other);
}

/** As many amounts as follow one label at most: on its line, or where every cell has a line of its own, on the lines after it. */
function mostAmounts(data: readonly GridRow[]): number {
  const isCellALine = data.every(({ cells }) => cells.length <= 1);
  let most = 0;
  let run = 0;
  for (const { cells } of data) {
    if (!isCellALine) run = 0;
    for (const { text } of cells) {
      run = isAmount(text) && !isSubjectCode(compact(text)) ? run + 1 : 0;
      most = Math.max(most, run);
    }
  }
  return most;
}

function namelessColumns(data: readonly GridRow[]): DescribedColumn[] {
  return Array.from({ length: mostAmounts(data) }, () => ({ panel: 0, grid: null, path: [] }));
}

function keyRole(word: string): KeyColumn['role'] {
  if (/^[类款项]$/.test(word)) return 'code-part';
  if (/编码|代码$/.test(word) && !/名称/.test(word)) return 'code';
  if (/^(?:行次|栏次|序号)$/.test(word)) return 'line-no';
  if (/类别$/.test(word)) return 'text';
  return /分类|目录|功能科目/.test(word) && !/名称$/.test(word) ? 'key' : 'name';
}
