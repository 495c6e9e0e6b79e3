/**
 * What the sections of report.html share: an index of the report, markup, names, style and script; imports schemas, extractors,
 * base.
 */
import { type ReportIndex, unitOf } from './facts.ts';
import { EQUATION_STATUS_ORDER, EQUATION_STATUSES, identityName, type Name, PLACEMENT_STATES, STATE_ORDER, VALUE_STATES } from './names.ts';

const pairOf = ({ zh, en }: Name): [string, string] => [zh, en];

/**
 * What the page's script needs, as JSON that is safe inside a script element. An equation is
 * [identity, status, residual with its unit or '', terms]; a term is ±(position in `ids` + 1).
 */
export function pageData(index: ReportIndex): string {
  const ids = new Map<string, number>();
  const identities = new Map<string, number>();
  const numberIn = (map: Map<string, number>, key: string): number => {
    const known = map.get(key);
    if (known !== undefined) return known;
    map.set(key, map.size);
    return map.size - 1;
  };
  const equations = index.report.equations.map((equation) => [
    numberIn(identities, equation.identity),
    EQUATION_STATUS_ORDER.indexOf(equation.status),
    equation.status === 'exact' ? '' : `${equation.residual} ${unitOf(index, equation.terms[0]?.id ?? '')}`.trim(),
    equation.terms.map((term) => term.sign * (numberIn(ids, term.id) + 1)),
  ]);
  const data = {
    ids: [...ids.keys()],
    identities: [...identities.keys()].map((identity) => pairOf(identityName(identity))),
    statuses: EQUATION_STATUS_ORDER.map((status) => pairOf(EQUATION_STATUSES[status])),
    states: STATE_ORDER.map((state) => [VALUE_STATES[state].mark, ...pairOf(VALUE_STATES[state])]),
    placements: Object.fromEntries(Object.entries(PLACEMENT_STATES).map(([state, name]) => [state, pairOf(name)])),
    equations,
  };
  return JSON.stringify(data).replace(/</g, '\\u003c');
}
