import type { EquationTerm } from '../../../schemas/equation.ts';
import type { ReviewItem, ReviewKind } from '../../../schemas/review.ts';
import type { Table } from '../../../schemas/table.ts';
import { at } from '../../model/at.ts';
import type { SaidQuantity } from '../../model/said.ts';
import { Amount } from '../../notation/decimal.ts';
import { decimalsOf } from '../../notation/numbers.ts';
import type { ChangeKind } from '../../proof/explaining/changes.ts';
import type { Explanation, WeighedRepair } from '../../proof/explaining/explain.ts';
import { MICRO } from '../../proof/ledger/ledger.ts';
import type { Evidence } from '../confidence/evidence.ts';
import { columnName, type Draft, type Located } from './draft.ts';
import { proposalOf, usualDecimals } from './proposals.ts';
import { MAX_ALTERNATIVES, PROBABILITY, SURE } from './settings.ts';

/** What is known when the queue is written. `statements` by id, `cells` and `evidence` by fact id. */
export interface Judged {
  statements: ReadonlyMap<string, SaidQuantity>;
  tables: readonly Table[];
  cells: ReadonlyMap<string, Located>;
  evidence: ReadonlyMap<string, Evidence>;
}

/** One entry for equations that are broken for one cause. */
export function brokenDraft(explanation: Explanation, judged: Judged): Draft {
  const { equations, repairs } = explanation;
  const { tables, cells } = judged;
  const first = at(equations, 0);
  const total = cells.get(at(first.equation.terms, 0).id);
  const sure = sureRepair(repairs);
  const proposals = repairs
    .slice(0, MAX_ALTERNATIVES)
    .map(({ changes }) => changes.map((change) => proposalOf(change, cells, tables)).join('; '));
  const { ruleId, kind, places, actual, expected } = verdict(explanation, judged);
  return {
    tableIndex: total?.table.index ?? null,
    tableTitle: total?.table.title ?? '',
    ruleId,
    kind,
    factIds: factsOf(explanation, cells),
    places,
    actual,
    expected,
    residual: first.equation.residual,
    proposal: sure ? (proposals[0] ?? '') : '',
    alternatives: proposals.slice(sure ? 1 : 0).filter((text) => text !== ''),
    moneyAtStake: new Amount(`${first.residual}e-${MICRO}`).abs().toFixed(),
    probability: repairs.length > 0 ? PROBABILITY.repaired : PROBABILITY.unexplained,
    stake: Math.abs(Number(first.residual)) / 10 ** MICRO,
  };
}

function sureRepair([likeliest]: readonly WeighedRepair[]): WeighedRepair | undefined {
  return likeliest && likeliest.probability >= SURE ? likeliest : undefined;
}

/** The repaired and the suspected numbers first, then those of the equations; without the amounts of prose. */
function factsOf({ equations, repairs, suspects }: Explanation, cells: ReadonlyMap<string, Located>): string[] {
  const repaired = repairs.flatMap(({ changes }) => changes.flatMap(({ facts }) => facts.map(({ factId }) => factId)));
  const terms = equations.flatMap(({ equation }) => equation.terms.map(({ id }) => id));
  return [...new Set([...repaired, ...suspects, ...terms])].filter((id) => cells.has(id));
}

/** Which rule speaks, where to look, and the two sides that differ. */
function verdict({ equations, repairs }: Explanation, judged: Judged): Pick<Draft, 'ruleId' | 'kind' | 'places' | 'actual' | 'expected'> {
  const { cells } = judged;
  const { terms, scope, residual } = at(equations, 0).equation;
  const lead = at(terms, 0);
  const total = cells.get(lead.id);
  const left = total ? `${nameOf(total)} ${total.cell.value}` : lead.id;
  const sum = describe(terms.slice(1), judged);
  if (scope === 'prose') {
    const places = [...spoken(terms, judged), ...(total?.cell.places ?? [])];
    return { ruleId: 'statement/disagrees', kind: 'source', places, actual: sum, expected: left };
  }
  // What a sure repair changes is looked at first, else the total.
  const culprit = cells.get(sureRepair(repairs)?.changes[0]?.facts[0]?.factId ?? '') ?? total;
  const places = culprit?.cell.places ?? [];
  if (equations.every(({ equation }) => equation.status === 'tail'))
    return { ruleId: 'equation/tail', kind: 'source', places, actual: left, expected: sum };
  const kind = kindOf(repairs, judged);
  if (repairs[0]?.changes.some((change) => change.kind === 'row'))
    return { ruleId: 'equation/rows-missing', kind, places, actual: residual, expected: sum };
  return { ruleId: 'equation/broken', kind, places, actual: left, expected: sum };
}

/** Where the prose says it: a disagreement is looked at beside the sentence. */
function spoken(terms: readonly EquationTerm[], { statements }: Judged): ReviewItem['places'] {
  return terms.flatMap((term) => statements.get(term.id)?.places ?? []);
}

/** The addends as they would be written behind the total; 0 where none of them is printed. */
function describe(terms: readonly EquationTerm[], { cells, statements }: Judged): string {
  const texts = terms.map(({ id, sign }, i) => {
    const located = cells.get(id);
    const before = sign > 0 ? '− ' : i > 0 ? '+ ' : '';
    if (located) return `${before}${nameOf(located)} ${located.cell.value}`;
    return statements.get(id)?.quote ?? id;
  });
  return texts.join(' ') || '0';
}

function nameOf({ table, row, cell }: Located): string {
  const column = columnName(table, cell.column);
  return `${row.code ? `${row.code} ` : ''}${row.label || table.title}${column ? `〔${column}〕` : ''}`;
}

const KIND_OF_CHANGE: Readonly<Record<Exclude<ChangeKind, 'value'>, ReviewKind>> = {
  row: 'missing',
  fill: 'missing',
  nest: 'source',
  uncounted: 'source',
  move: 'placement',
  shift: 'placement',
  swap: 'placement',
};

/**
 * misread: the printed form itself looks spoilt. placement, missing: numbers stand elsewhere, or are not there. Otherwise the
 * document contradicts itself as it is printed: source.
 */
function kindOf(repairs: readonly WeighedRepair[], { cells, evidence }: Judged): ReviewKind {
  const [change] = repairs[0]?.changes ?? [];
  if (!change) return 'source';
  if (change.kind !== 'value') return KIND_OF_CHANGE[change.kind];
  const factId = change.facts[0]?.factId ?? '';
  const located = cells.get(factId);
  if (!located?.cell.value) return 'source';
  const usual = usualDecimals(located.table);
  const irregular = usual !== null && decimalsOf(located.cell.value) !== usual;
  return evidence.get(factId)?.doubtful || irregular ? 'misread' : 'source';
}
