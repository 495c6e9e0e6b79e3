import type { Finding } from '../../../schemas/diagnostic.ts';
import type { GridRow } from '../../model/blocks.ts';
import type { Box } from '../../model/box.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import { middle } from '../geometry/visual-lines.ts';
import type { PageLayout, PrintedLine } from './page.ts';
import { FEWEST_SPILLED, MOST_SHOWN, SPILLED_OFF } from './settings.ts';

/** A number of money by itself: chart labels and page numbers have no two decimals. */
const MONEY = /^-?[\d,]+\.\d\d$/;

/** A page taken apart, as far as it is asked for here. */
export interface SpilledPage extends Pick<PageLayout, 'number' | 'placing' | 'lines'> {
  regions: readonly { rows: readonly GridRow[] }[];
}

/**
 * Columns of a table that is wider than the paper are printed on a page of their own: a page without a table, whose amounts end at one
 * edge, each at the height of a row of the page before. They are in no table, and are named.
 */
export function spilledColumns(layouts: readonly SpilledPage[]): Finding[] {
  return layouts.flatMap((layout, i) => {
    const before = layouts[i - 1];
    if (!before || before.regions.length === 0 || layout.regions.length > 0) return [];
    const amounts = layout.lines.filter(({ text }) => MONEY.test(text) && isAmount(text));
    const heights = rowHeights(before);
    const edge = amounts[0]?.box[2] ?? 0;
    const fits = ({ box }: PrintedLine): boolean =>
      Math.abs(box[2] - edge) <= SPILLED_OFF &&
      heights.some((height) => Math.abs(height - middle(layout.placing.display(box))) <= SPILLED_OFF);
    return amounts.length >= FEWEST_SPILLED && amounts.every(fits) ? [finding(layout, amounts)] : [];
  });
}

function rowHeights({ regions }: SpilledPage): number[] {
  const boxes = regions.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ places }) => places.slice(0, 1))));
  return boxes.flatMap(({ bbox }) => (bbox ? [middle(bbox)] : []));
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
