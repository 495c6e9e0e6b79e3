import type { Finding } from '../../../../schemas/diagnostic.ts';
import { placeOfLine } from '../../../../schemas/place.ts';
import { parseNumber } from '../../../notation/numbers.ts';
import { isSubjectCode } from '../../../notation/row-kinds.ts';
import { compact } from '../../../notation/text.ts';
import type { Origin } from './origin.ts';
import type { HtmlElement, HtmlText } from './tree.ts';

/** More places or amounts than a person reads of one finding. */
const MOST_PLACES = 50;
const MOST_SHOWN = 3;

/** Amounts in cells that a page does not show, or shows struck out: they are no values, and a person should know of them. */
export class HiddenAmounts {
  /** By place: a table that turns out to be none is walked twice. */
  readonly #found = new Map<number, string>();

  /** All that lies within an element. */
  add(element: HtmlElement, isInCell = false): void {
    const within = isInCell || isCell(element);
    for (const child of element.children) {
      if (child.kind === 'element') this.add(child, within);
      else if (within) this.addText(child);
    }
  }

  addText({ text, from }: HtmlText): void {
    const amount = compact(text);
    if (/\d/.test(amount) && parseNumber(amount) !== null && !isSubjectCode(amount)) this.#found.set(from, amount);
  }

  /** null: there are none. `lines` by place of the file. */
  finding(origin: Origin): Finding | null {
    if (this.#found.size === 0) return null;
    const found = [...this.#found].sort(([a], [b]) => a - b);
    const shown = found.slice(0, MOST_SHOWN).map(([, amount]) => amount);
    const more = found.length > MOST_SHOWN ? ' …' : '';
    const places = found.slice(0, MOST_PLACES).map(([place]) => {
      const { page, line } = origin.lineAt(place);
      return placeOfLine(page, line);
    });
    return { ruleId: 'markup/hidden-amounts', places, actual: `${found.length} (${shown.join(' ')}${more})` };
  }
}

export const isCell = ({ tag }: HtmlElement): boolean => tag === 'td' || tag === 'th';
