import { Decimal } from 'decimal.js';
import type { Extraction } from '../../extractors/extraction.ts';
import { toRecords } from '../../pipeline/publish/records/records.ts';
import type { FactRecord } from '../../schemas/records.ts';

/** A small input with exact truth (../shared/corpus/cases), and how an extraction of it is judged: the rules are those of cases.py beside it. */

interface ExpectedFact {
  title?: string;
  code: string;
  label: string;
  /** The whole column path where the case is `exact`, else how it ends. */
  column: string;
  value: string;
  value_yuan?: string;
  entity?: string;
}

export interface Expected {
  rows: ExpectedFact[];
  exact?: boolean;
  /** The numbers come out as printed, and a person must be asked. */
  review?: boolean;
  /** No honest program gets the numbers: right is what asks a person. */
  only?: 'flagged';
}

export interface Verdict {
  /** What is wrong, missing or too much, and nobody is asked to look. */
  silent: string[];
  isRight: boolean;
  /** Facts that are right, and of these the flagged ones; none where flags are right. */
  right: number;
  rightFlagged: number;
}

const norm = (text: string | null | undefined): string => (text ?? '').normalize('NFKC').replace(/[\s"“”]/g, '');

function isEqual(value: string | null, expected: string): boolean {
  return value !== null && value !== '' && new Decimal(value).eq(expected);
}

function isSame(fact: FactRecord, expected: ExpectedFact, exact: boolean): boolean {
  const [column, wanted] = [norm(fact.column_path), norm(expected.column)];
  return (
    norm(fact.code) === norm(expected.code) &&
    norm(fact.label) === norm(expected.label) &&
    (exact ? column === wanted : column.endsWith(wanted)) &&
    norm(fact.table_title).endsWith(norm(expected.title))
  );
}

function isRight(fact: FactRecord, { value, value_yuan, entity }: ExpectedFact): boolean {
  return (
    isEqual(fact.value, value) &&
    (value_yuan === undefined || isEqual(fact.value_yuan, value_yuan)) &&
    (entity === undefined || norm(fact.entity_name) === norm(entity))
  );
}

interface Matched {
  right: FactRecord[];
  wrong: FactRecord[];
  missing: ExpectedFact[];
  extra: FactRecord[];
}

function matched({ rows, exact = false }: Expected, facts: readonly FactRecord[]): Matched {
  const left = new Set(facts);
  const out: Matched = { right: [], wrong: [], missing: [], extra: [] };
  for (const expected of rows) {
    const like = [...left].filter((fact) => isSame(fact, expected, exact));
    const hit = like.find((fact) => isRight(fact, expected));
    const one = hit ?? like[0];
    if (one) left.delete(one);
    if (hit) out.right.push(hit);
    else if (one) out.wrong.push(one);
    else out.missing.push(expected);
  }
  out.extra = [...left];
  return out;
}

export function judged(expected: Expected, { disclosure, report }: Pick<Extraction, 'disclosure' | 'report'>): Verdict {
  const records = toRecords(disclosure, report);
  const { right, wrong, missing, extra } = matched(expected, records['facts.csv']);
  const isFailed = records['documents.csv'].some(({ status }) => status !== 'succeeded');
  const named = new Set(records['review.csv'].map(({ table_title }) => norm(table_title)));
  const titles = new Set(records['facts.csv'].map(({ table_title }) => norm(table_title)));
  const isWithin = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => [...one].every((title) => other.has(title));
  const areAllNamed = named.size > 0 && (titles.size <= 1 || isWithin(titles, named) || !isWithin(named, titles));
  const isNamed = ({ title }: ExpectedFact): boolean => isFailed || (title ? named.has(norm(title)) : areAllNamed);
  const unasked = [...wrong, ...extra].filter(({ review }) => !review);
  const unnamed = missing.filter((one) => !isNamed(one));
  const isAsked = records['review.csv'].length > 0 || isFailed;
  const rightFlagged = right.filter(({ review }) => review).length;
  const isWhole = wrong.length + missing.length + unasked.length === 0;
  const areFlagsRight = expected.review === true || expected.only === 'flagged';
  const silent = [
    ...unasked.map((fact) => `${fact.label} ${fact.column_path} ${fact.raw}`),
    ...unnamed.map(({ label, column, value }) => `${label} ${column} ${value} is missing`),
    ...(areFlagsRight && !isAsked ? ['nobody is asked'] : []),
  ];
  return {
    silent,
    isRight: silent.length === 0 && (expected.only === 'flagged' || (isWhole && (expected.review === true || rightFlagged === 0))),
    right: areFlagsRight ? 0 : right.length,
    rightFlagged: areFlagsRight ? 0 : rightFlagged,
  };
}
