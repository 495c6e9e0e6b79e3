import type { Equation } from '../../schemas/equation.ts';
import type { ExpectedTable } from '../../schemas/report.ts';
import type { ReviewItem } from '../../schemas/review.ts';
import type { FactCell, Table, TableRow } from '../../schemas/table.ts';
import { MICRO } from '../ledger.ts';
import { decimalsOf, fromScaled, toScaled, unitExponent } from '../numbers.ts';
import type { Explanation } from '../solver/explain.ts';
import type { ReconciledDocument } from '../stages/reconcile.ts';
import type { MissingForm } from './missing-forms.ts';

interface Located {
  table: Table;
  row: TableRow;
  cell: FactCell;
}

type Draft = Omit<ReviewItem, 'itemId' | 'message'> & { stake: number };

const MAX_ALTERNATIVES = 8;
const NOTHING = { factIds: [], places: [], actual: '', expected: '', residual: '', proposal: '', alternatives: [], moneyAtStake: '0' };

/** What a person should look at: one entry a failed equation, ambiguous row, unreadable number or missing table; gravest first. */
export function reviewQueue(
  document: ReconciledDocument,
  tables: readonly Table[],
  expected: readonly ExpectedTable[],
  withoutForm: readonly MissingForm[],
): ReviewItem[] {
  const cells = new Map<string, Located>();
  for (const table of tables) for (const row of table.rows) for (const cell of row.cells) cells.set(cell.factId, { table, row, cell });
  const drafts = [
    ...document.explanations.map((explanation) => broken(explanation, cells, document)),
    ...tails(document, cells),
    ...tables.flatMap((table) => headerDamage(table)),
    ...tables.flatMap((table) => table.rows.flatMap((row) => placement(table, row))),
    ...tables.flatMap((table) => table.rows.flatMap((row) => row.cells.flatMap((cell) => unreadable(table, row, cell)))),
    ...expected.filter((entry) => !entry.found).map(missing),
    ...withoutForm.map(missingForm),
  ];
  drafts.sort((a, b) => b.stake * b.probability - a.stake * a.probability || b.probability - a.probability);
  return drafts.map(({ stake: _, ...draft }, i) => ({ itemId: `r${String(i + 1).padStart(3, '0')}`, message: '', ...draft }));
}

function broken(explanation: Explanation, cells: ReadonlyMap<string, Located>, document: ReconciledDocument): Draft {
  const first = explanation.equations[0]!;
  const total = cells.get(first.equation.terms[0]!.id);
  const table = total?.table;
  const repairs = [...explanation.repairs].sort((a, b) => b.mends - a.mends);
  const prose = first.equation.scope === 'prose';
  const rowsMissing = first.equation.scope === 'column' && repairs.length !== 1 && first.residual > 0n && !prose;
  const proposals = repairs.map((repair) => proposal(cells.get(repair.factId), repair.delta));
  const sum = describe(first.equation.terms.slice(1), cells, document);
  const left = total ? `${name(total)} ${total.cell.value}` : first.equation.terms[0]!.id;
  const stake = Math.abs(Number(first.residual)) / 1e6;
  return {
    tableIndex: table?.index ?? null,
    tableTitle: table?.title ?? '',
    ruleId: prose ? 'statement/disagrees' : rowsMissing ? 'equation/rows-missing' : 'equation/broken',
    kind: rowsMissing ? 'missing' : 'source',
    factIds: [...new Set([...explanation.equations.flatMap(({ equation }) => equation.terms.map((term) => term.id))])].filter((id) =>
      cells.has(id),
    ),
    places: prose ? [...spoken(first.equation.terms, document), ...(total?.cell.places ?? [])] : (total?.cell.places ?? []),
    actual: prose ? `${sum}` : rowsMissing ? first.equation.residual : left,
    expected: prose ? left : sum,
    residual: first.equation.residual,
    proposal: proposals.length === 1 ? proposals[0]! : '',
    alternatives: proposals.length === 1 ? [] : proposals.slice(0, MAX_ALTERNATIVES),
    moneyAtStake: money(first.residual),
    probability: repairs.length > 0 ? 0.9 : 0.5,
    stake,
  };
}

/** Where the prose says it: a disagreement is looked at beside the sentence. */
function spoken(terms: readonly { id: string }[], document: ReconciledDocument): ReviewItem['places'] {
  return terms.flatMap((term) => document.statements.find((statement) => statement.id === term.id)?.places ?? []);
}

function describe(
  terms: readonly { id: string; sign: number }[],
  cells: ReadonlyMap<string, Located>,
  document: ReconciledDocument,
): string {
  return terms
    .map((term, i) => {
      const located = cells.get(term.id);
      const statement = located ? undefined : document.statements.find((other) => other.id === term.id);
      const sign = term.sign > 0 ? '− ' : i > 0 ? '+ ' : '';
      if (located) return `${sign}${name(located)} ${located.cell.value}`;
      return statement ? `${statement.quote}` : term.id;
    })
    .join(' ');
}

function name({ table, row, cell }: Located): string {
  const column = table.columns[cell.column]!.path.join(' > ');
  return `${row.code ? `${row.code} ` : ''}${row.label || table.title}${column ? `〔${column}〕` : ''}`;
}

/** `t7r24c3: 289.74 → 269.74`: what the cell would have to print, with the decimals that it prints. */
function proposal(located: Located | undefined, delta: bigint): string {
  const printed = located?.cell.value;
  if (!located || !printed) return '';
  const scale = MICRO + (unitExponent(located.table.columns[located.cell.column]!.unit) ?? unitExponent('万元')!);
  const text = fromScaled(toScaled(printed, scale) + delta, scale);
  const decimals = Math.max(decimalsOf(printed), decimalsOf(text.replace(/0+$/, '')));
  return `${located.cell.factId}: ${printed} → ${decimals === 0 ? text.split('.')[0] : text.slice(0, text.length - (scale - decimals))}`;
}

const TAIL_NOTE = /尾差|尾数|四舍五入/;
const UNDISPUTED_TAILS = 3;

/**
 * Tails pass where the document prints a 尾差 note. Elsewhere those that one changed cell would mend together are looked at, as
 * a wrong last digit makes them; so are the others, unless there are several.
 */
function tails(document: ReconciledDocument, cells: ReadonlyMap<string, Located>): Draft[] {
  const found = document.equations.filter((equation) => equation.status === 'tail');
  if (document.tables.some((table) => table.notes.some((note) => TAIL_NOTE.test(note)))) return [];
  const disputed = disputedTails(found, document.equations);
  const taken = new Set([...disputed.values()].flat());
  const lone = found.filter((equation) => !taken.has(equation));
  return [
    ...[...disputed].map(([id, equations]) => tail(equations, [id], document, cells)),
    ...(lone.length < UNDISPUTED_TAILS ? lone : []).map((equation) =>
      tail(
        [equation],
        equation.terms.map((term) => term.id),
        document,
        cells,
      ),
    ),
  ];
}

function tail(
  equations: readonly Equation[],
  ids: readonly string[],
  document: ReconciledDocument,
  cells: ReadonlyMap<string, Located>,
): Draft {
  const [first] = equations;
  const total = cells.get(first!.terms[0]!.id);
  const at = ids.length === 1 ? (cells.get(ids[0]!) ?? total) : total;
  return {
    ...NOTHING,
    tableIndex: at?.table.index ?? null,
    tableTitle: at?.table.title ?? '',
    ruleId: 'equation/tail',
    kind: 'source',
    factIds: ids.filter((id) => cells.has(id)),
    places: at?.cell.places ?? [],
    actual: total ? `${name(total)} ${total.cell.value}` : '',
    expected: describe(first!.terms.slice(1), cells, document),
    residual: first!.residual,
    probability: ids.length === 1 ? 0.6 : 0.2,
    stake: 0,
  };
}

/** Cells in several tails and in no exact equation, by whose change all of them would become exact; those that mend most first. */
function disputedTails(found: readonly Equation[], all: readonly Equation[]): Map<string, Equation[]> {
  const exact = new Set(all.filter((equation) => equation.status === 'exact').flatMap((equation) => equation.terms.map((term) => term.id)));
  const touching = new Map<string, { equation: Equation; change: string }[]>();
  for (const equation of found) {
    const negative = equation.residual.startsWith('-');
    const size = negative ? equation.residual.slice(1) : equation.residual;
    for (const { id, sign } of equation.terms) {
      const change = `${negative === sign > 0 ? '+' : '-'}${size}`;
      if (exact.has(id)) continue;
      const list = touching.get(id);
      if (list) list.push({ equation, change });
      else touching.set(id, [{ equation, change }]);
    }
  }
  const taken = new Set<Equation>();
  const disputed = new Map<string, Equation[]>();
  const culprits = [...touching].filter(([, list]) => list.length > 1 && list.every(({ change }) => change === list[0]!.change));
  for (const [id, list] of culprits.sort(([, a], [, b]) => b.length - a.length)) {
    if (list.some(({ equation }) => taken.has(equation))) continue;
    for (const { equation } of list) taken.add(equation);
    disputed.set(
      id,
      list.map(({ equation }) => equation),
    );
  }
  return disputed;
}

/** One entry a table whose header cannot be trusted: cells that nothing else is held against. */
function headerDamage(table: Table): Draft[] {
  const cells = table.rows.flatMap((row) =>
    row.cells.filter(
      (cell) =>
        cell.review &&
        cell.value !== null &&
        cell.valueState !== 'contradicted' &&
        cell.placementState !== 'ambiguous' &&
        cell.confidence >= 0.4,
    ),
  );
  if (cells.length === 0) return [];
  const columns = [...new Set(cells.map((cell) => cell.column))].map(
    (column) => table.columns[column]!.path.join(' > ') || `#${column + 1}`,
  );
  return [
    {
      ...NOTHING,
      tableIndex: table.index,
      tableTitle: table.title,
      ruleId: 'header/damaged',
      kind: 'header',
      factIds: cells.map((cell) => cell.factId),
      places: cells[0]!.places,
      actual: columns.join(' | '),
      moneyAtStake: cells.reduce((most, cell) => (Number(cell.valueYuan ?? 0) > Number(most) ? cell.valueYuan! : most), '0'),
      probability: 0.5,
      stake: cells.reduce((most, cell) => Math.max(most, Number(cell.valueYuan ?? 0)), 0),
    },
  ];
}

function placement(table: Table, row: TableRow): Draft[] {
  const open = row.cells.filter((cell) => cell.placementState === 'ambiguous');
  if (open.length === 0) return [];
  const names = (columns: readonly number[]) => columns.map((column) => table.columns[column]!.path.join(' > '));
  return [
    {
      ...NOTHING,
      tableIndex: table.index,
      tableTitle: table.title,
      ruleId: 'placement/ambiguous',
      kind: 'placement',
      factIds: open.map((cell) => cell.factId),
      places: open[0]!.places,
      actual: `${row.code ?? ''} ${row.label} ${row.cells.map((cell) => cell.raw).join(' ')}`.trim(),
      expected: names(open.map((cell) => cell.column)).join(' | '),
      alternatives: [...new Set(open.flatMap((cell) => names(cell.alternatives)))].slice(0, MAX_ALTERNATIVES),
      moneyAtStake: open.reduce((max, cell) => (Number(cell.valueYuan ?? 0) > Number(max) ? cell.valueYuan! : max), '0'),
      probability: 0.6,
      stake: open.reduce((max, cell) => Math.max(max, Number(cell.valueYuan ?? 0)), 0),
    },
  ];
}

function unreadable(table: Table, row: TableRow, cell: FactCell): Draft[] {
  if (cell.value !== null && cell.confidence >= 0.35) return [];
  if (cell.valueState === 'contradicted' || cell.placementState === 'ambiguous') return [];
  return [
    {
      ...NOTHING,
      tableIndex: table.index,
      tableTitle: table.title,
      ruleId: 'value/unreadable-number',
      kind: 'misread',
      factIds: [cell.factId],
      places: cell.places,
      actual: cell.raw,
      expected: `${row.label} ${table.columns[cell.column]!.path.join(' > ')}`,
      moneyAtStake: cell.valueYuan ?? '0',
      probability: 0.8,
      stake: Number(cell.valueYuan ?? 0),
    },
  ];
}

function missing(entry: ExpectedTable): Draft {
  return {
    ...NOTHING,
    tableIndex: null,
    tableTitle: entry.title,
    ruleId: 'document/table-missing',
    kind: 'missing',
    places: entry.places,
    expected: entry.title,
    probability: 0.5,
    stake: 1,
  };
}

function missingForm({ table, row }: MissingForm): Draft {
  const cell = row.cells[0];
  return {
    ...missing({ number: table.number, title: table.title, found: true, tableIndex: table.index, places: row.places.slice(0, 1) }),
    tableIndex: table.index,
    ruleId: 'form/project-missing',
    factIds: row.cells.map(({ factId }) => factId),
    expected: row.label,
    moneyAtStake: cell?.valueYuan ?? '0',
    probability: 0.3,
  };
}

function money(residual: bigint): string {
  const text = fromScaled(residual < 0n ? -residual : residual, MICRO);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
