import type { Disclosure } from '../../schemas/disclosure.ts';
import type { Report } from '../../schemas/report.ts';
import type { Gold, GoldTable } from '../generator/document.ts';

/**
 * How near an extraction comes to a gold file: the same measures and normalisation as a scorer that reads the CSV files, taken from the
 * objects instead. Text forms count as indicators and projects, not as facts; text columns are no facts.
 */
export interface Measure {
  gold: number;
  got: number;
  right: number;
  f1: number;
  missing: string[];
  extra: string[];
}

export interface ReviewMeasure {
  right: number;
  rightFlagged: number;
  wrongFlagged: number;
  wrongSilent: number;
  missingFlagged: number;
  missingSilent: number;
}

export interface Score {
  facts: Measure;
  factsFull: Measure;
  units: Measure;
  indicators: Measure;
  indicatorLevels: Measure;
  indicatorResults: Measure;
  projects: Measure;
  projectResults: Measure;
  statements: Measure;
  review: ReviewMeasure;
}

const TEXT_COLUMN = /(编码|代码|名称|依据|内容|明细|备注|说明|简介|绩效|目标|理由|标准|单位|类型|方式)$/;

export function normalize(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .replace(/[\s\u200b]+/g, '')
    .replace(/["“”„‟″\u2019'‘’]/g, '')
    .replaceAll('、', '.')
    .replaceAll(':', '')
    .replaceAll('〔', '[')
    .replaceAll('〕', ']');
}

/** The number a text prints, without separators; null for anything else. With `printed` its decimals stay. */
function numeric(text: string | null | undefined, printed = false): string | null {
  if (text === null || text === undefined) return null;
  const bare = text
    .normalize('NFKC')
    .replace(/[,\s，]/g, '')
    .replace(/%+$/, '');
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(bare);
  if (!match) return null;
  const whole = match[2]!.replace(/^0+(?=\d)/, '');
  const decimals = printed ? (match[3] ?? '') : (match[3] ?? '').replace(/0+$/, '');
  const value = decimals === '' ? whole : `${whole}.${decimals}`;
  return match[1] === '-' && /[1-9]/.test(value) ? `-${value}` : value;
}

const columnPath = (path: readonly string[]): string =>
  path
    .filter((part) => part.trim() !== '')
    .map(normalize)
    .join('>');

export interface Fact {
  /** Of an extraction; empty for gold. */
  factId: string;
  title: string;
  unit: string;
  side: string;
  code: string;
  label: string;
  column: string;
  value: string;
  printed: string;
  review: boolean;
}

const SIDES: Readonly<Record<string, string>> = { 收入: 'revenue', 支出: 'expenditure' };

function goldFactsOf(table: GoldTable): Fact[] {
  return table.rows.flatMap((row) => {
    const columns = Array.isArray(table.columns) ? table.columns : (table.columns[row.side ?? ''] ?? []);
    return row.values.flatMap((text, i) => {
      const value = numeric(text);
      const path = columns[i];
      if (value === null || path === undefined || TEXT_COLUMN.test(normalize(path.at(-1)))) return [];
      return {
        factId: '',
        title: normalize(table.title),
        unit: normalize(table.unit),
        side: SIDES[row.side ?? ''] ?? '',
        code: normalize(row.code),
        label: normalize(row.label),
        column: columnPath(path),
        value,
        printed: numeric(text, true)!,
        review: false,
      };
    });
  });
}

export function factsOf(disclosure: Disclosure): Fact[] {
  return disclosure.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.cells.flatMap((cell) => {
        const value = numeric(cell.value);
        if (value === null) return [];
        return {
          factId: cell.factId,
          title: normalize(table.title),
          unit: normalize(table.unit),
          side: table.panels.find(({ index }) => index === row.panel)?.side ?? '',
          code: normalize(row.code),
          label: normalize(row.label),
          column: columnPath(table.columns[cell.column]?.path ?? []),
          value,
          printed: numeric(cell.value, true)!,
          review: cell.review,
        };
      }),
    ),
  );
}

function count(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function left(from: ReadonlyMap<string, number>, take: ReadonlyMap<string, number>): string[] {
  return [...from].flatMap(([item, n]) => Array<string>(Math.max(0, n - (take.get(item) ?? 0))).fill(item));
}

function measure(gold: readonly string[], got: readonly string[]): Measure {
  const [expected, actual] = [count(gold), count(got)];
  const missing = left(expected, actual);
  const right = gold.length - missing.length;
  const f1 = gold.length + got.length === 0 ? 1 : (2 * right) / (gold.length + got.length);
  return { gold: gold.length, got: got.length, right, f1: Math.round(f1 * 10000) / 10000, missing, extra: left(actual, expected) };
}

const tuple = (...parts: (string | null | undefined)[]): string => parts.map((part) => part ?? '').join(' | ');
/** What makes two facts the same. */
export const key = (fact: Fact): string => tuple(fact.title, fact.code || fact.label, fact.column, fact.value);
const fullKey = (fact: Fact): string => tuple(fact.title, fact.side, fact.code, fact.label, fact.column, fact.printed);
const distinct = (list: readonly string[]): string[] => [...new Set(list)].sort();

function reviewMeasure(gold: readonly Fact[], got: readonly Fact[], report: Report): ReviewMeasure {
  const open = count(gold.map(key));
  const result: ReviewMeasure = { right: 0, rightFlagged: 0, wrongFlagged: 0, wrongSilent: 0, missingFlagged: 0, missingSilent: 0 };
  for (const fact of [...got].sort((a, b) => Number(a.review) - Number(b.review))) {
    const n = open.get(key(fact)) ?? 0;
    if (n > 0) {
      open.set(key(fact), n - 1);
      result.right += 1;
      if (fact.review) result.rightFlagged += 1;
    } else if (fact.review) result.wrongFlagged += 1;
    else result.wrongSilent += 1;
  }
  const named = new Set([
    ...got.filter(({ review }) => review).map(({ title }) => title),
    ...report.review.map(({ tableTitle }) => normalize(tableTitle)),
  ]);
  for (const [item, n] of open) {
    if (named.has(item.split(' | ')[0]!)) result.missingFlagged += n;
    else result.missingSilent += n;
  }
  return result;
}

/** The facts of a truth; text forms have none. */
export function expectedFacts(gold: Gold): Fact[] {
  return gold.tables.filter(({ shape }) => shape !== 'text-form').flatMap(goldFactsOf);
}

/** Gold files of real documents know more of a form than the generator's; only these members are compared. */
export function score(gold: Gold, disclosure: Disclosure, report: Report): Score {
  const forms = new Set(gold.tables.filter(({ shape }) => shape === 'text-form').map(({ title }) => normalize(title)));
  const expected = expectedFacts(gold);
  const actual = factsOf(disclosure).filter(({ title }) => !forms.has(title));
  const n = normalize;
  const hasResults = gold.indicators.some(({ actual: result }) => result);
  const hasExecuted = gold.projects.some(({ executed }) => executed);
  const implementer = (name: string | null): string => n(name).replace(/-+$/, '');
  const { indicators, projects, statements } = disclosure;
  return {
    facts: measure(expected.map(key), actual.map(key)),
    factsFull: measure(expected.map(fullKey), actual.map(fullKey)),
    units: measure(distinct(expected.map((f) => tuple(f.title, f.unit))), distinct(actual.map((f) => tuple(f.title, f.unit)))),
    indicators: measure(
      gold.indicators.map((i) => tuple(n(i.project), n(i.level3), n(i.operator), n(i.target), n(i.unit))),
      indicators.map((i) => tuple(n(i.project), n(i.level3), n(i.operator), n(i.target), n(i.targetUnit))),
    ),
    indicatorLevels: measure(
      gold.indicators.map((i) => tuple(n(i.level1), n(i.level2), n(i.level3))),
      indicators.map((i) => tuple(n(i.level1), n(i.level2), n(i.level3))),
    ),
    indicatorResults: hasResults
      ? measure(
          gold.indicators.map((i) => tuple(n(i.level3), n(i.actual), n(i.score))),
          indicators.map((i) => tuple(n(i.level3), n(i.actual), n(i.score))),
        )
      : measure([], []),
    projects: measure(
      gold.projects.map((p) => tuple(n(p.name), implementer(p.implementer), numeric(p.amount))),
      projects.map((p) => tuple(n(p.name), implementer(p.implementer), numeric(p.amount))),
    ),
    projectResults: hasExecuted
      ? measure(
          gold.projects.map((p) => tuple(n(p.name), numeric(p.executed), numeric(p.totalScore))),
          projects.map((p) => tuple(n(p.name), numeric(p.executed), numeric(p.totalScore))),
        )
      : measure([], []),
    statements: measure(
      gold.narrative.filter((s) => numeric(s.value) !== null).map((s) => tuple(numeric(s.value), n(s.unit))),
      statements.filter((s) => numeric(s.value) !== null).map((s) => tuple(numeric(s.value), n(s.unit))),
    ),
    review: reviewMeasure(expected, actual, report),
  };
}
