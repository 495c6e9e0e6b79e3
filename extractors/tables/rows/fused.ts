import { at } from '../../model/at.ts';
import type { Cell } from '../../model/blocks.ts';
import { parseNumber } from '../../notation/numbers.ts';

/** With its decimals an amount ends where it ends; without them a gap may part thousands. */
const WITH_DECIMALS = /^-?[\d,，]*\d[.．]\d{1,2}$/;

/**
 * The amounts of a row of which a cell holds several, one beside the other: what stands right of it may have moved to the left, so that only
 * their order says where they belong. null: every cell holds one, or there are more than the row has columns.
 */
export function amountsInOrder(cells: readonly Cell[], columns: number): Cell[] | null {
  const apart = cells.map(amountsOf);
  const amounts = apart.flat();
  return amounts.length > cells.length && amounts.length <= columns ? amounts : null;
}

/** The amounts of a cell, each with its own place where that is known; the cell itself where it does not hold several. */
function amountsOf(cell: Cell): Cell[] {
  const texts = cell.text.split(' ');
  if (texts.length < 2 || !texts.every((text) => WITH_DECIMALS.test(text) && parseNumber(text))) return [cell];
  const printed = cell.raw.split(/[^\S\n]+/);
  if (printed.length !== texts.length) return [cell];
  let end = 0;
  return texts.map((text, i) => {
    const raw = at(printed, i);
    const from = cell.raw.indexOf(raw, end);
    end = from + raw.length;
    const { reading, ...rest } = cell;
    const piece: Cell = { ...rest, text, raw, places: cell.places.map((place) => part(place, cell.raw, from, end)) };
    // What else it may be is said of all amounts of the cell together.
    return reading ? { ...piece, reading: { ...reading, alternatives: [] } } : piece;
  });
}

function part(place: Cell['places'][number], raw: string, from: number, to: number): Cell['places'][number] {
  const { start, end } = place;
  const isKnown = start !== null && end !== null && end - start === raw.length;
  return isKnown ? { ...place, start: start + from, end: start + to } : place;
}
