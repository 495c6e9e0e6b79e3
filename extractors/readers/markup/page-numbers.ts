import type { SourceLine } from '../../model/source.ts';
import type { PrintedPage } from './clean.ts';

/** The numbers of pages, where they are nothing but digits: one alone may be an amount, a run of them is none. */

const DIGITS = /^\s*(\d{1,4})\s*$/;
/** Pages whose numbers grow as the pages do: on two of them an amount may do so by chance. */
const LEAST_PAGES = 3;

/** The lines at the edges of pages that count them, whatever number the first page has. */
export function pageNumbersIn(pages: readonly PrintedPage[]): ReadonlySet<SourceLine> {
  const byFirst = new Map<number, { page: number; line: SourceLine }[]>();
  for (const [page, { lines }] of pages.entries()) {
    for (const line of edgesOf(lines)) {
      const digits = DIGITS.exec(line.text)?.[1];
      if (digits === undefined) continue;
      const first = Number(digits) - page;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { page, line }]);
    }
  }
  const runs = [...byFirst.values()].filter((run) => new Set(run.map(({ page }) => page)).size >= LEAST_PAGES);
  return new Set(runs.flatMap((run) => run.map(({ line }) => line)));
}

/** Its first and last filled line. */
function edgesOf(lines: readonly SourceLine[]): SourceLine[] {
  const isFilled = ({ text }: SourceLine): boolean => text.trim() !== '';
  const [first, last] = [lines.find(isFilled), lines.findLast(isFilled)];
  return first && last && first !== last ? [first, last] : [];
}
