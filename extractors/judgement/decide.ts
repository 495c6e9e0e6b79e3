import type { Finding } from '../../schemas/diagnostic.ts';
import type { Edit } from '../../schemas/review.ts';
import type { Decision, DecisionRecord } from '../../schemas/reviewing/decisions.ts';
import type { PlacedCell } from '../model/tables.ts';
import { Amount } from '../notation/decimal.ts';
import { parseNumber } from '../notation/numbers.ts';
import { amendFitting } from './amend.ts';
import type { Case } from './case.ts';
import { type DocumentKnown, inEffect, isAbout } from './decisions/index.ts';

/** A decision that does not fit the document as it was read now. */
export interface Misfit {
  record: DecisionRecord;
  reason: string;
}

/** A case after the decisions about it. */
export interface Decided {
  stated: Case;
  /** The decisions about the document that count, in the order in which they were made in it. */
  about: DecisionRecord[];
  /** How many of them are in it. */
  applied: number;
  misfits: Misfit[];
  /** Ids of items without numbers that somebody has looked at. */
  settled: ReadonlySet<string>;
}

/** `records`: decisions that stand, about whatever documents. Those about this one are made in it; what does not fit is told, never dropped. */
export function decide(stated: Case, records: readonly DecisionRecord[], document: DocumentKnown): Decided {
  return amendDecided(stated, records, document, undefined);
}

/** The same; where the decisions are those of `before` and more behind them, only these are made. */
export function amendDecided(
  stated: Case,
  records: readonly DecisionRecord[],
  document: DocumentKnown,
  before: Decided | undefined,
): Decided {
  const about = inEffect(records.filter((record) => isAbout(record.document, document)));
  if (about.length === 0) return { stated, about, applied: 0, misfits: [], settled: NOTHING };
  const known = before && before.misfits.length === 0 && goesOn(before.about, about) ? before : null;
  const cells = cellsOf(stated);
  const misfits: Misfit[] = [];
  const settled = new Set(known?.settled);
  const edits: { record: DecisionRecord; edit: Edit }[] = [];
  for (const record of about.slice(known?.about.length ?? 0)) {
    const reason = misfitOf(record, cells, document);
    if (reason !== null) {
      misfits.push({ record, reason });
      continue;
    }
    if (record.decision.edit === 'item-seen') settled.add(record.decision.itemId);
    const edit = editOf(record.decision);
    if (edit) edits.push({ record, edit });
  }
  const { amended, refused } = amendFitting(
    known?.stated ?? stated,
    edits.map(({ edit }) => edit),
  );
  for (const { position, reason } of refused) {
    const refusedEdit = edits[position];
    if (refusedEdit) misfits.push({ record: refusedEdit.record, reason });
  }
  return { stated: amended, about, applied: about.length - misfits.length, misfits, settled };
}

const goesOn = (before: readonly DecisionRecord[], now: readonly DecisionRecord[]): boolean =>
  before.length <= now.length && before.every(({ id }, i) => now[i]?.id === id);

const NOTHING: ReadonlySet<string> = new Set();

/** What a decision changes in a case; null for what is only said. A number that the document itself prints wrong is read right. */
function editOf(decision: Decision): Edit | null {
  switch (decision.edit) {
    case 'source':
      return { edit: 'confirm', factId: decision.factId };
    case 'unsure':
    case 'item-seen':
    case 'item-unsure':
      return null;
    default:
      return decision;
  }
}

function cellsOf({ tables }: Case): ReadonlyMap<string, PlacedCell> {
  return new Map(tables.flatMap(({ items }) => items.flatMap(({ cells }) => cells.map((cell) => [cell.id, cell] as const))));
}

/** Why a decision about a number is not about what is read now: the number is gone, or another one stands there. */
function misfitOf(
  { decision, before, document }: DecisionRecord,
  cells: ReadonlyMap<string, PlacedCell>,
  now: DocumentKnown,
): string | null {
  if (!('factId' in decision)) return null;
  const cell = cells.get(decision.factId);
  if (!cell) return `no fact ${decision.factId}`;
  // The person saw these bytes, and said which number stands there.
  const saidOfTheseBytes = document.sha256 === now.sha256 && decision.edit === 'value';
  if (saidOfTheseBytes || before === '' || isSameNumber(before, cell)) return null;
  return decision.edit === 'value' && cell.value !== null && new Amount(cell.value).eq(decision.value) ? null : `${before} ≠ ${cell.raw}`;
}

/** As printed, or the same amount in another notation (`1,234.00`, `1234`). */
function isSameNumber(before: string, { raw, value }: PlacedCell): boolean {
  if (before === raw) return true;
  const said = parseNumber(before)?.value ?? null;
  return said !== null && value !== null && new Amount(said).eq(value);
}

/** What is reported of decisions that do not fit. */
export function misfitFindings(misfits: readonly Misfit[]): Finding[] {
  return misfits.map(({ record: { decision, reviewer, at }, reason }) => ({
    ruleId: 'review/does-not-fit',
    actual: `${decision.edit} ${subjectOf(decision)}: ${reason}`,
    expected: `${reviewer} ${at}`.trim(),
  }));
}

function subjectOf(decision: Decision): string {
  if ('factId' in decision) return decision.factId;
  if ('itemId' in decision) return decision.itemId;
  return String(decision.table);
}
