import Papa from 'papaparse';
import { aspectOf, byTime, isAbout, standing } from '../../extractors/judgement/decisions/index.ts';
import type { DecisionRecord, ReviewLine } from '../../schemas/reviewing/decisions.ts';
import { fromCell, toCell } from '../base/shown/cell.ts';
import { parseReviews } from './reviews-file.ts';

/** Columns of the decisions as a spreadsheet has them: one a field of a line, `decision` and `undoes` as JSON. */
const COLUMNS = [
  'record',
  'id',
  'group',
  'at',
  'reviewer',
  'entity_id',
  'entity_name',
  'year',
  'kind',
  'scope',
  'sha256',
  'source_file',
  'item_id',
  'rule_id',
  'edit',
  'decision',
  'before',
  'after',
  'reason',
  'seconds',
  'undoes',
] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

const EMPTY: Row = Object.fromEntries(COLUMNS.map((name) => [name, ''])) as Row;
const BOM = '\uFEFF';

function rowOf(line: ReviewLine): Row {
  const { record, id, at, reviewer } = line;
  if (line.record === 'undo') return { ...EMPTY, record, id, at, reviewer, undoes: JSON.stringify(line.undoes) };
  const { document, decision, item, group, before, after, reason, seconds } = line;
  return {
    ...{ record, id, group, at, reviewer, before, after, reason, undoes: '' },
    entity_id: document.entityId ?? '',
    entity_name: document.entityName ?? '',
    year: document.year === null ? '' : String(document.year),
    kind: document.kind ?? '',
    scope: document.scope ?? '',
    sha256: document.sha256,
    source_file: document.sourceFile,
    item_id: item?.itemId ?? '',
    rule_id: item?.ruleId ?? '',
    edit: decision.edit,
    decision: JSON.stringify(decision),
    seconds: seconds === null ? '' : String(seconds),
  };
}

/** The lines as CSV for a spreadsheet, a row each; `fromCsv` gives them back. */
export function toCsv(lines: readonly ReviewLine[], newline = '\r\n'): string {
  const rows = lines.map(rowOf).map((row) => COLUMNS.map((name) => toCell(row[name])));
  return `${BOM}${Papa.unparse([[...COLUMNS], ...rows], { newline })}${newline}`;
}

const orNull = (text: string): string | null => (text === '' ? null : text);
const numberOrNull = (text: string): number | null => (text === '' ? null : Number(text));

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function lineIn(row: Row): unknown {
  const made = { schemaVersion: 1, id: row.id, at: row.at, reviewer: row.reviewer };
  if (row.record === 'undo') return { record: 'undo', ...made, undoes: jsonIn(row.undoes) };
  return {
    record: row.record,
    ...made,
    group: row.group,
    document: {
      entityId: orNull(row.entity_id),
      entityName: orNull(row.entity_name),
      year: numberOrNull(row.year),
      kind: orNull(row.kind),
      scope: orNull(row.scope),
      sha256: row.sha256,
      sourceFile: row.source_file,
    },
    decision: jsonIn(row.decision),
    item: row.item_id === '' ? null : { itemId: row.item_id, ruleId: row.rule_id },
    before: row.before,
    after: row.after,
    reason: row.reason,
    seconds: numberOrNull(row.seconds),
  };
}

/** The lines of CSV or JSON Lines, whichever it is. @throws UserError (exit code 2) for a line that is none. */
export function linesIn(text: string, path: string): ReviewLine[] {
  if (/^\uFEFF?\s*\{/.test(text)) return parseReviews(`${text}\n`, path);
  const { data } = Papa.parse<Row>(text.replace(BOM, ''), { header: true, skipEmptyLines: true, transform: fromCell });
  return parseReviews(data.map((row) => `${JSON.stringify(lineIn({ ...EMPTY, ...row }))}\n`).join(''), path);
}

/** Two people who decided otherwise about the same thing; the later decision is the one that counts. */
export interface Disagreement {
  counts: DecisionRecord;
  other: DecisionRecord;
}

/** The last decision of each reviewer about each thing, where they differ. */
export function disagreements(lines: readonly ReviewLine[]): Disagreement[] {
  const byAspect = new Map<string, DecisionRecord[]>();
  for (const record of byTime(standing(lines))) {
    const aspect = aspectOf(record.decision);
    byAspect.set(aspect, [...(byAspect.get(aspect) ?? []), record]);
  }
  return [...byAspect.values()].flatMap((records) => {
    const counts = records.at(-1);
    if (!counts) return [];
    const others = new Map<string, DecisionRecord>();
    for (const record of records) {
      if (record.reviewer !== counts.reviewer && isAbout(record.document, counts.document)) others.set(record.reviewer, record);
    }
    return [...others.values()].filter((other) => !isSame(other, counts)).map((other) => ({ counts, other }));
  });
}

const isSame = (one: DecisionRecord, other: DecisionRecord): boolean => JSON.stringify(one.decision) === JSON.stringify(other.decision);

/** The lines of the second that the first does not have. */
export function newLines(own: readonly ReviewLine[], others: readonly ReviewLine[]): ReviewLine[] {
  const known = new Set(own.map(({ id }) => id));
  return others.filter(({ id }) => {
    if (known.has(id)) return false;
    known.add(id);
    return true;
  });
}
