import { inEffect, standing } from '../../extractors/judgement/decisions/index.ts';
import { groupBy } from '../../extractors/model/add-all.ts';
import type { Stats } from '../../schemas/reviewing/api.ts';
import type { DecisionRecord, ReviewLine } from '../../schemas/reviewing/decisions.ts';

/** Decisions by which a number of the sample was found right as it was read; those that say nothing of it count neither way. */
const RIGHT: ReadonlySet<string> = new Set(['confirm', 'source']);
const SILENT: ReadonlySet<string> = new Set(['unsure', 'item-unsure', 'item-seen']);

/** What a person calls the same document: the name of its file and its bytes. */
const documentKey = ({ document }: DecisionRecord): string => `${document.sha256} ${document.sourceFile}`;

/** A file of decisions in numbers. `openOf`: items left in a document, by its bytes; null where it is not known. */
export function statsOf(
  lines: readonly ReviewLine[],
  known: (sha256: string) => { documentId: string; open: number } | null = () => null,
): Stats {
  const records = [...new Map(lines.map((line) => [line.id, line])).values()].filter((line) => line.record === 'decision');
  const stand = new Set(standing(lines).map(({ id }) => id));
  const groups = groupBy(records, documentKey);
  const counting = [...groups.values()].flatMap((own) => inEffect(own.filter(({ id }) => stand.has(id))));
  const sample = counting.filter(({ item, decision }) => item?.ruleId === 'review/audit' && !SILENT.has(decision.edit));
  const byDecision: Record<string, number> = {};
  for (const { decision } of counting) byDecision[decision.edit] = (byDecision[decision.edit] ?? 0) + 1;
  return {
    documents: [...groups.values()].map((own) => documentStats(own, stand, known)),
    decisions: records.filter(({ id }) => stand.has(id)).length,
    seconds: secondsOf(records),
    audited: sample.length,
    auditedWrong: sample.filter(({ decision }) => !RIGHT.has(decision.edit)).length,
    byDecision,
  };
}

function documentStats(
  own: readonly DecisionRecord[],
  stand: ReadonlySet<string>,
  known: (sha256: string) => { documentId: string; open: number } | null,
): Stats['documents'][number] {
  const { sha256 = '', sourceFile = '' } = own[0]?.document ?? {};
  const there = known(sha256);
  const standingHere = own.filter(({ id }) => stand.has(id)).length;
  return {
    documentId: there?.documentId ?? null,
    sourceFile,
    reviewers: [...new Set(own.map(({ reviewer }) => reviewer))].sort(),
    decisions: standingHere,
    undone: own.length - standingHere,
    seconds: secondsOf(own),
    open: there?.open ?? null,
  };
}

/** The time of a click counts once, however many decisions it made. */
function secondsOf(records: readonly DecisionRecord[]): number {
  const clicks = new Map(records.map(({ group, seconds }) => [group, seconds ?? 0]));
  return [...clicks.values()].reduce((sum, seconds) => sum + seconds, 0);
}
