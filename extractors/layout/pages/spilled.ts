import type { Finding } from '../../../schemas/diagnostic.ts';
import { at } from '../../model/at.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { Box } from '../../model/box.ts';
import { NO_CELL } from '../../notation/cells.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import { boxAround, middle } from '../geometry/visual-lines.ts';
import { cellOfWords } from '../grids/cell-text.ts';
import type { PageLayout, PrintedLine } from './page.ts';
import { FEWEST_SPILLED, MOST_SHOWN, SPILLED_OFF } from './settings.ts';

/** A number of money by itself: chart labels and page numbers have no two decimals. */
const MONEY = /^-?[\d,]+\.\d\d$/;

/** A page taken apart, as far as it is asked for here. */
export interface SpilledPage extends Pick<PageLayout, 'number' | 'placing' | 'lines'> {
  regions: readonly { rows: readonly GridRow[] }[];
}

/** The pages, and what of them is in no table. */
export interface Unspilled<Page> {
  pages: Page[];
  findings: Finding[];
}

/**
 * The last column of a table that is wider than the paper is printed on a page of its own: a page without a table, whose amounts end at one
 * edge, each at the height of a row of the page before. Where a name stands at the height of that table's header, it is put back;
 * otherwise the amounts are named.
 */
export function withSpilledColumns<Page extends SpilledPage>(layouts: readonly Page[]): Unspilled<Page> {
  const pages = [...layouts];
  const findings: Finding[] = [];
  for (const [i, layout] of layouts.entries()) {
    const before = pages[i - 1];
    if (!before || before.regions.length === 0 || layout.regions.length > 0) continue;
    const amounts = spilledAmounts(layout, before);
    if (amounts.length === 0) continue;
    const region = before.regions.findIndex(({ rows }) => amounts.every((line) => isAtRow(layout, line, rows)));
    const column = region < 0 ? null : columnBeside(layout, at(before.regions, region).rows);
    if (!column) {
      findings.push(finding(layout, amounts));
      continue;
    }
    const regions = before.regions.map((one, r) => (r === region ? { ...one, rows: column.rows } : one));
    pages[i - 1] = { ...before, regions };
    pages[i] = { ...layout, lines: layout.lines.filter((line) => !column.lines.has(line)) };
  }
  return { pages, findings };
}

/** The amounts of a page, if all of them end at one edge and at the heights of rows. */
function spilledAmounts(layout: SpilledPage, { regions }: SpilledPage): PrintedLine[] {
  const amounts = layout.lines.filter(({ text }) => MONEY.test(text) && isAmount(text));
  const edge = amounts[0]?.box[2] ?? 0;
  const rows = regions.flatMap((region) => region.rows);
  const fits = (line: PrintedLine): boolean => Math.abs(line.box[2] - edge) <= SPILLED_OFF && isAtRow(layout, line, rows);
  return amounts.length >= FEWEST_SPILLED && amounts.every(fits) ? amounts : [];
}

const isAtRow = (layout: SpilledPage, line: PrintedLine, rows: readonly GridRow[]): boolean =>
  rows.some((row) => distance(layout, line, row) <= SPILLED_OFF);

/** Points between the middle of a line and the nearest one of a row's cells. */
function distance({ placing }: SpilledPage, { box }: PrintedLine, { cells }: GridRow): number {
  const height = middle(placing.display(box));
  const boxes = cells.flatMap(({ places }) => places.slice(0, 1)).flatMap(({ bbox }) => (bbox ? [bbox] : []));
  return Math.min(...boxes.map((one) => Math.abs(middle(one) - height)));
}

interface Beside {
  rows: GridRow[];
  /** What became cells. */
  lines: ReadonlySet<PrintedLine>;
}

/** The rows with what stands at their heights as one column more; null where no name stands above its amounts. */
function columnBeside(layout: SpilledPage, rows: readonly GridRow[]): Beside | null {
  const first = rows.findIndex(({ cells }) => cells.some(({ text }) => isAmount(text)));
  const ofRow = new Map<GridRow, PrintedLine[]>();
  for (const line of layout.lines) {
    const row = rows.find((one) => distance(layout, line, one) <= SPILLED_OFF);
    if (row) ofRow.set(row, [...(ofRow.get(row) ?? []), line]);
  }
  if (!rows.slice(0, first).some((row) => ofRow.has(row))) return null;
  const lines = new Set([...ofRow.values()].flat());
  const [x0, , x1] = boxAround([...lines].flatMap(({ words }) => words));
  const widened = rows.map((row): GridRow => {
    const words = ofRow.get(row)?.flatMap((line) => line.words) ?? [];
    const borders = row.borders && [...row.borders, (row.borders.at(-1) ?? 0) + x1 - x0];
    const cells = [...row.cells, words.length > 0 ? cellOfWords(words, layout.placing) : NO_CELL];
    return borders ? { ...row, cells, borders } : { ...row, cells };
  });
  return { rows: widened, lines };
}

function finding({ number, placing }: SpilledPage, amounts: readonly PrintedLine[]): Finding {
  const places = amounts.flatMap(({ words, box }) => {
    const [first] = words;
    const [x0, y0, x1, y1]: Box = placing.display(box);
    return first ? [{ page: number, line: placing.lineOf(first), start: null, end: null, bbox: [x0, y0, x1, y1] satisfies Box }] : [];
  });
  const shown = amounts.slice(0, MOST_SHOWN).map(({ text }) => text);
  return { ruleId: 'table/columns-spilled', places, actual: [...shown, ...(amounts.length > MOST_SHOWN ? ['…'] : [])].join(' ') };
}
