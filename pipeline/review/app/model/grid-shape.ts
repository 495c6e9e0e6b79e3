import type { Table } from '../../../../schemas/table.ts';
import { headerDepth } from '../../../publish/report/header.ts';
import { cellsByColumn, layoutTable, type PanelLayout, type TableLayout } from '../../../publish/report/layout.ts';

/** A table as a grid: its layout, where each number stands in it, how wide its columns are. */
export interface GridShape {
  layout: TableLayout;
  headerRows: number;
  /** Numbers of each printed line from the left, by column of the grid. */
  lines: readonly (readonly { column: number; factId: string }[])[];
  positions: ReadonlyMap<string, { line: number; column: number }>;
  /** Characters of each column of the grid, key columns included. */
  widths: readonly number[];
}

const WIDEST = { label: 26, number: 20, text: 30 } as const;
const NARROWEST = 4;

/** Han characters and full-width marks are twice as wide as digits. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e7f' ? 2 : 1;
  return width;
}

export const columnsOfPanel = ({ lineNo, code, keys, label, columns, attributes }: PanelLayout): number =>
  Number(lineNo) + Number(code) + keys.length + Number(label) + columns.length + attributes.length;

const keyColumns = ({ lineNo, code, keys, label }: PanelLayout): number => Number(lineNo) + Number(code) + keys.length + Number(label);

function linesOf({ panels, lines }: TableLayout): GridShape['lines'] {
  return lines.map((line) => {
    let from = 0;
    return panels.flatMap((panel, p) => {
      const row = line[p];
      const first = from + keyColumns(panel);
      from += columnsOfPanel(panel);
      if (!row) return [];
      const cells = cellsByColumn(row);
      return panel.columns.flatMap(({ index }, c) => (cells.get(index) ?? []).map(({ factId }) => ({ column: first + c, factId })));
    });
  });
}

function widthsOf({ panels, lines }: TableLayout): number[] {
  return panels.flatMap((panel, p) => {
    const rows = lines.flatMap((line) => line[p] ?? []);
    const widest = (head: string, most: number, texts: readonly string[]): number =>
      Math.min(
        most,
        texts.reduce((width, text) => Math.max(width, widthOf(text)), Math.max(NARROWEST, Math.min(widthOf(head), 12))),
      );
    const { lineNo, code, keys, label, columns, attributes } = panel;
    const amounts = new Map<number, number>();
    for (const row of rows) {
      for (const { column, raw, value } of row.cells) {
        const length = Math.max(raw.length, (value?.length ?? 0) * 1.3) + 2;
        amounts.set(column, Math.max(amounts.get(column) ?? 0, length));
      }
    }
    return [
      ...(lineNo
        ? [
            widest(
              '',
              6,
              rows.map((row) => row.lineNo ?? ''),
            ),
          ]
        : []),
      ...(code
        ? [
            widest(
              '',
              14,
              rows.map((row) => row.code ?? ''),
            ),
          ]
        : []),
      ...keys.map((key) =>
        widest(
          key,
          WIDEST.text,
          rows.map((row) => row.keys[key] ?? ''),
        ),
      ),
      ...(label
        ? [
            widest(
              '',
              WIDEST.label,
              rows.map((row) => `${'  '.repeat(row.labelPath.length)}${row.label}`),
            ),
          ]
        : []),
      ...columns.map(({ index, path }) =>
        Math.min(WIDEST.number, Math.max(8, amounts.get(index) ?? 0, Math.min(12, widthOf(path.at(-1) ?? '')))),
      ),
      ...attributes.map((name) =>
        widest(
          name,
          WIDEST.text,
          rows.map((row) => row.attributes[name] ?? ''),
        ),
      ),
    ];
  });
}

export function gridShape(table: Table): GridShape {
  const layout = layoutTable(table);
  const lines = linesOf(layout);
  const positions = new Map(lines.flatMap((line, at) => line.map(({ factId, column }) => [factId, { line: at, column }] as const)));
  const depth = headerDepth(layout.panels.flatMap((panel) => panel.columns.map((column) => column.path)));
  return { layout, headerRows: depth + Number(layout.panels.length > 1), lines, positions, widths: widthsOf(layout) };
}

export type Step = 'up' | 'down' | 'left' | 'right';

/** The number beside another; null at the edge. Up and down keep the column and pass over lines that have nothing in it. */
export function neighbour({ lines, positions }: GridShape, factId: string, step: Step): string | null {
  const at = positions.get(factId);
  if (!at) return lines.find((line) => line.length > 0)?.[0]?.factId ?? null;
  if (step === 'left' || step === 'right') {
    const line = lines[at.line] ?? [];
    const here = line.findIndex((cell) => cell.factId === factId);
    return line[here + (step === 'left' ? -1 : 1)]?.factId ?? null;
  }
  const by = step === 'up' ? -1 : 1;
  for (let line = at.line + by; line >= 0 && line < lines.length; line += by) {
    const found = lines[line]?.find(({ column }) => column === at.column);
    if (found) return found.factId;
  }
  return null;
}
