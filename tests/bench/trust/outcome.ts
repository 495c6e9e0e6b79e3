import type { Extraction } from '../../../extractors/extraction.ts';
import type { Evidence } from '../../../extractors/judgement/confidence/evidence.ts';
import type { Disclosure } from '../../../schemas/disclosure.ts';
import type { Equation } from '../../../schemas/equation.ts';
import { factCells, hasFacts } from '../../../schemas/table.ts';
import type { Gold } from '../../generator/document.ts';
import { expectedFacts, type Fact, factsOf, key, normalize } from '../../support/score.ts';
import type { Change } from './damage.ts';

/** What became of one number of a damaged document. */
export interface Outcome {
  factId: string;
  right: boolean;
  /** Stands in an equation together with another number, damaged or not. */
  covered: boolean;
  flagged: boolean;
  confidence: number;
  evidence: Evidence;
}

export interface DocumentOutcome {
  outcomes: Outcome[];
  /** Numbers of the truth that did not come out, and those of them in whose table nothing asks for a look. */
  missing: number;
  missingSilent: number;
  /** Single-number errors that a component determines, and how many of them have the right number as the first proposal. */
  determined: number;
  repaired: number;
  /** Each number that is wrong or lost in silence: what it is, and where it stands. */
  passed: string[];
}

/** The facts that a perfect reader would hand over. Keys: table, side, panel and row, column; then the number. */
export interface Truth {
  facts: Map<string, number>;
  /** Places (without the number) of facts in equations with another number. */
  covered: Set<string>;
  proved: Set<string>;
}

/** A fact without its number: where it stands. */
const placeOf = ({ title, side, code, label, column }: Fact): string => [title, side, code || label, column].join('|');

function outcomes(disclosure: Disclosure): Fact[] {
  const forms = disclosure.tables.filter((table) => !hasFacts(table));
  const inForms = new Set(forms.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ factId }) => factId))));
  return factsOf(disclosure).filter(({ factId }) => !inForms.has(factId));
}

function inEquations(equations: readonly Equation[]): Set<string> {
  return new Set(equations.filter(({ terms }) => terms.length > 1).flatMap(({ terms }) => terms.map(({ id }) => id)));
}

/** `gold` where the truth is known; else what an extraction of the undamaged document found is taken as true. */
export function truthOf({ disclosure, report }: Extraction, gold: Gold | null): Truth {
  const ids = inEquations(report.equations);
  const found = outcomes(disclosure);
  const facts = new Map<string, number>();
  for (const fact of gold ? expectedFacts(gold) : found) facts.set(key(fact), (facts.get(key(fact)) ?? 0) + 1);
  const covered = new Set(found.filter(({ factId }) => ids.has(factId)).map(placeOf));
  const proved = disclosure.tables.flatMap(factCells).filter(({ valueState }) => valueState === 'proved');
  return { facts, covered, proved: new Set(proved.map(({ factId }) => factId)) };
}

export function outcomeOf(truth: Truth, { disclosure, report, evidence }: Extraction, changes: readonly Change[]): DocumentOutcome {
  const open = new Map(truth.facts);
  const ids = inEquations(report.equations);
  const cells = new Map(disclosure.tables.flatMap((table) => table.rows.flatMap((row) => row.cells)).map((cell) => [cell.factId, cell]));
  // Of two equal numbers in one place the one that is not flagged is the right one.
  const found = outcomes(disclosure).sort((a, b) => Number(a.review) - Number(b.review));
  const passed: string[] = [];
  const judged = found.map((fact): Outcome => {
    const { factId, review: flagged } = fact;
    const left = open.get(key(fact)) ?? 0;
    if (left > 0) open.set(key(fact), left - 1);
    const covered = ids.has(factId) || truth.covered.has(placeOf(fact));
    if (left === 0 && !flagged) passed.push(`${covered ? 'covered' : 'other'}\t${key(fact)}`);
    return { factId, right: left > 0, covered, flagged, confidence: cells.get(factId)!.confidence, evidence: evidence!.get(factId)! };
  });
  const titled = new Set([
    ...found.filter(({ review }) => review).map(({ title }) => title),
    ...report.review.map(({ tableTitle }) => normalize(tableTitle)),
  ]);
  let missing = 0;
  let missingSilent = 0;
  for (const [fact, n] of open) {
    missing += n;
    if (n === 0 || titled.has(fact.split(' | ')[0]!)) continue;
    missingSilent += n;
    passed.push(`lost\t${fact}`);
  }
  const single = changes.filter(({ factId, after }) => after !== null && truth.proved.has(factId));
  const repaired = single.filter(({ factId, before }) =>
    report.review
      .flatMap(({ proposal }) => proposal.split('; '))
      .some((text) => {
        const match = /^(\S+): \S+ → (\S+)$/.exec(text);
        return match?.[1] === factId && Number(match[2]) === Number(before.replace(/[,\s，]/g, ''));
      }),
  );
  return { outcomes: judged, missing, missingSilent, determined: single.length, repaired: repaired.length, passed };
}
