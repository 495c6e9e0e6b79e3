import type { ExpectedTable } from '../../schemas/report.ts';
import { titleKey } from '../captions.ts';
import type { ReconciledDocument } from '../stages/reconcile.ts';

export type { ExpectedTable } from '../../schemas/report.ts';

/** A contents page lists several tables; one or two titles before the first table are the cover. */
const MIN_ENTRIES = 3;

/** What the contents page announces, and which table of the body it is. */
export function expectedTables(document: Pick<ReconciledDocument, 'contents' | 'tables'>): ExpectedTable[] {
  if (document.contents.length < MIN_ENTRIES) return [];
  const seen = new Set<string>();
  return document.contents.flatMap((entry): ExpectedTable[] => {
    const key = looseKey(entry.title);
    if (seen.has(key)) return [];
    seen.add(key);
    const table =
      document.tables.find((candidate) => looseKey(candidate.title) === key) ??
      document.tables.find((candidate) => entry.number !== null && numberOf(candidate.caption.number) === numberOf(entry.number) && similar(candidate.title, entry.title));
    return [{ number: entry.number, title: entry.title, found: table !== undefined, tableIndex: table?.index ?? null, places: [entry.place] }];
  });
}

/** 收支 and 收入支出, 部门 and 单位 vary between contents and body. */
function looseKey(title: string): string {
  return titleKey(title)
    .replace(/^(?:部门|单位|本级)(?=.{4})/, '')
    .replace(/收入支出/g, '')
    .replace(/收支/g, '')
    .replace(/预算|决算|情况/g, '');
}

function similar(a: string, b: string): boolean {
  const x = new Set(looseKey(a));
  const y = [...new Set(looseKey(b))];
  return y.length > 0 && y.filter((ch) => x.has(ch)).length / y.length >= 0.6;
}

const CHINESE = '零一二三四五六七八九十';

function numberOf(number: string | null): number | null {
  const digits = /\d{1,2}/.exec(number ?? '');
  if (digits) return Number(digits[0]);
  const words = /[一二三四五六七八九十]{1,3}/.exec(number ?? '')?.[0];
  if (!words) return null;
  if (words === '十') return 10;
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words];
  return (words.includes('十') ? (tens === '' ? 10 : CHINESE.indexOf(tens!) * 10) : 0) + (ones ? CHINESE.indexOf(ones) : 0);
}
