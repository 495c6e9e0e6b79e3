import type { Edit } from '../../../schemas/review.ts';
import type { LocatedFact } from '../../publish/report/facts.ts';

/*
 * What a proposal of the queue would decide. Proposals are texts (`f1: 289.74 → 269.74; f2: 本年收入 > 合计 → 上年结转`): here they are
 * taken at their word, and what names no number, or no column that there is, is left to the person.
 */

const CHANGE = /^([\w, ]+): (.*) → (.*)$/u;
const AMOUNT = /^-?\d+(?:\.\d+)?$/;

/** The edits of a proposal; none where a part of it is no edit. */
export function editsOf(proposal: string, facts: ReadonlyMap<string, LocatedFact>): Edit[] {
  if (proposal === '') return [];
  const parts = proposal.split('; ').map((part) => editsOfPart(part, facts));
  return parts.some((edits) => edits.length === 0) ? [] : parts.flat();
}

function editsOfPart(part: string, facts: ReadonlyMap<string, LocatedFact>): Edit[] {
  const [, names = '', , after = ''] = CHANGE.exec(part) ?? [];
  const located = names.split(', ').map((id) => facts.get(id));
  const known = located.filter((fact) => fact !== undefined);
  if (known.length === 0 || known.length !== located.length) return [];
  if (AMOUNT.test(after)) return known.map(({ cell }): Edit => ({ edit: 'value', factId: cell.factId, value: after }));
  return known.flatMap(({ table, row, cell }): Edit[] => {
    const columns = table.columns.filter(({ panel, path }) => panel === row.panel && path.join(' > ') === after);
    const [column] = columns;
    return columns.length === 1 && column ? [{ edit: 'move', factId: cell.factId, column: column.index }] : [];
  });
}
