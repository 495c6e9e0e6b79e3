import { YEAR_WORD, YEARISH_AT_END } from '../../../schemas/lexicon/writing/years.ts';
import type { Cell, GridRow, TextLine } from '../../model/blocks.ts';
import { cellOf } from '../../notation/cells.ts';

const TOKEN = /\S+/g;
const CUT_NUMBER = /^-?\d{1,3}(?:,\d{3})*,$/;
const NUMBER_REST = /^\d{3}(?:,\d{3})*(?:\.\d+)?$/;

/** Text whose layout was lost: the tokens of a line in their order; which column each belongs to is not known. */
export function spacedRow(line: TextLine): GridRow {
  const tokens: [number, number][] = [];
  for (const match of line.text.matchAll(TOKEN)) tokens.push([match.index, match.index + match[0].length]);
  const merged: [number, number][] = [];
  let letters = false;
  for (const [from, to] of tokens) {
    const previous = merged.at(-1);
    const text = line.text.slice(from, to);
    const before = previous ? line.text.slice(previous[0], previous[1]) : '';
    const cutNumber = CUT_NUMBER.test(before) && NUMBER_REST.test(text);
    // Letter-spaced words (收 入 总 计): runs of single Chinese characters.
    const single = isSingle(text);
    const year = YEARISH_AT_END.test(before) && YEAR_WORD.test(text);
    if (previous && (cutNumber || year || (single && letters))) {
      previous[1] = to;
    } else {
      merged.push([from, to]);
      letters = single;
      continue;
    }
    if (!single) letters = false;
  }
  const cells: Cell[] = merged.map(([from, to]) => cellOf(line, from, to));
  return { layout: 'sequence', cells, page: line.page, line: line.line };
}

function isSingle(text: string): boolean {
  return text.length === 1 && /[\u4e00-\u9fff]/.test(text);
}
