import { NO_MATTER_IN_TITLE } from '../../../schemas/lexicon/tables/titles.ts';
import { tableKindOf } from '../../../schemas/lexicon/vocabulary.ts';
import { numberIn } from '../../../schemas/lexicon/writing/numerals.ts';
import type { ExpectedTable } from '../../../schemas/report.ts';
import type { ContentsEntry } from '../../model/segments.ts';
import type { PlacedTable } from '../../model/tables.ts';
import { titleKey } from '../../notation/captions.ts';
import { LIKE, MIN_ENTRIES } from './settings.ts';

/** What the contents page announces, and which table of the body it is. */
export function expectedTables(document: {
  contents: readonly ContentsEntry[];
  tables: readonly Pick<PlacedTable, 'index' | 'title' | 'kind' | 'caption'>[];
}): ExpectedTable[] {
  if (document.contents.length < MIN_ENTRIES) return [];
  const seen = new Set<string>();
  const entries = document.contents.filter((entry) => {
    const key = looseKey(entry.title);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const taken = new Set<number>();
  const match = (test: (table: (typeof document.tables)[number]) => boolean) => {
    const table = document.tables.find((candidate) => !taken.has(candidate.index) && test(candidate));
    if (table) taken.add(table.index);
    return table;
  };
  const exact = new Map(entries.map((entry) => [entry, match((table) => looseKey(table.title) === looseKey(entry.title))]));
  return entries.map((entry): ExpectedTable => {
    const table =
      exact.get(entry) ??
      match((candidate) => {
        const alike = likeness(candidate.title, entry.title);
        return (
          alike >= LIKE ||
          (alike >= LIKE / 2 && entry.number !== null && numberIn(candidate.caption.number ?? '') === numberIn(entry.number))
        );
      }) ??
      // 部门收支总表 for 部门收支总体情况表: what remains of the same kind.
      match(
        (candidate) =>
          candidate.kind !== 'other' && candidate.kind === tableKindOf(entry.title) && likeness(candidate.title, entry.title) >= LIKE / 2,
      );
    return {
      number: entry.number,
      title: entry.title,
      found: table !== undefined,
      tableIndex: table?.index ?? null,
      places: [entry.place],
    };
  });
}

/** 部门 and 单位, brackets, years and quotes vary between contents and body. */
function looseKey(title: string): string {
  return titleKey(title).replace(NO_MATTER_IN_TITLE, '');
}

function likeness(a: string, b: string): number {
  const pairs = (text: string) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const x = pairs(looseKey(a));
  const y = pairs(looseKey(b));
  const shared = [...x].filter((pair) => y.has(pair)).length;
  return x.size + y.size === 0 ? 0 : (2 * shared) / (x.size + y.size);
}
