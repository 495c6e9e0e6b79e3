import type { ReviewItem } from '../../schemas/review.ts';
import type { ExpectedTable } from '../../schemas/report.ts';
import type { FactCell, Table, TableRow } from '../../schemas/table.ts';
import { fromScaled } from '../numbers.ts';
import type { Explanation } from '../solver/explain.ts';
import type { ReconciledDocument } from '../stages/reconcile.ts';

interface Located {
  table: Table;
  row: TableRow;
  cell: FactCell;
}

type Draft = Omit<ReviewItem, 'itemId' | 'message'> & { stake: number };

const MAX_ALTERNATIVES = 8;
const MICRO = 6;

/** What a person should look at: one entry a failed equation, ambiguous row, unreadable number or missing table; gravest first. */
export function reviewQueue(document: ReconciledDocument, tables: readonly Table[], expected: readonly ExpectedTable[]): ReviewItem[] {
  const cells = new Map<string, Located>();
  for (const table of tables) for (const row of table.rows) for (const cell of row.cells) cells.set(cell.factId, { table, row, cell });
  const drafts = [
    ...document.explanations.map((explanation) => broken(explanation, cells, document)),
    ...tables.flatMap((table) => table.rows.flatMap((row) => placement(table, row))),
    ...tables.flatMap((table) => table.rows.flatMap((row) => row.cells.flatMap((cell) => unreadable(table, row, cell)))),
    ...expected.filter((entry) => !entry.found).map(missing),
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
  const several = explanation.equations.length > 1;
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
    factIds: [...new Set([...explanation.equations.flatMap(({ equation }) => equation.terms.map((term) => term.id))])].filter((id) => cells.has(id)),
    places: total?.cell.places ?? [],
    actual: prose ? `${sum}` : rowsMissing ? `${first.equation.residual}${several ? ` (${explanation.equations.length} 列)` : ''}` : left,
    expected: prose ? left : sum,
    residual: first.equation.residual,
    proposal: proposals.length === 1 ? proposals[0]! : '',
    alternatives: proposals.length === 1 ? [] : proposals.slice(0, MAX_ALTERNATIVES),
    moneyAtStake: money(first.residual),
    probability: repairs.length > 0 ? 0.9 : 0.5,
    stake,
  };
}

function describe(terms: readonly { id: string; sign: number }[], cells: ReadonlyMap<string, Located>, document: ReconciledDocument): string {
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

function proposal(located: Located | undefined, delta: bigint): string {
  if (!located || located.cell.value === null) return '';
  const decimals = located.cell.value.split('.')[1]?.length ?? 0;
  const exponent = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 }[located.table.columns[located.cell.column]!.unit ?? '万元'] ?? 4;
  const scale = MICRO + exponent;
  const [whole = '0', fraction = ''] = located.cell.value.replace('-', '').split('.');
  const value = BigInt(whole + fraction.padEnd(scale, '0')) * (located.cell.value.startsWith('-') ? -1n : 1n) + delta;
  const text = fromScaled(value, scale);
  const needed = text.replace(/0+$/, '').split('.')[1]?.length ?? 0;
  const keep = Math.max(decimals, needed);
  return `${located.cell.factId}: ${located.cell.value} → ${keep === 0 ? text.split('.')[0] : text.slice(0, text.length - (scale - keep))}`;
}

function placement(table: Table, row: TableRow): Draft[] {
  const open = row.cells.filter((cell) => cell.placementState === 'ambiguous');
  if (open.length === 0) return [];
  const names = (columns: readonly number[]) => columns.map((column) => table.columns[column]!.path.join(' > '));
  return [
    {
      tableIndex: table.index,
      tableTitle: table.title,
      ruleId: 'placement/ambiguous',
      kind: 'placement',
      factIds: open.map((cell) => cell.factId),
      places: open[0]!.places,
      actual: `${row.code ?? ''} ${row.label} ${row.cells.map((cell) => cell.raw).join(' ')}`.trim(),
      expected: names(open.map((cell) => cell.column)).join(' | '),
      residual: '',
      proposal: '',
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
      tableIndex: table.index,
      tableTitle: table.title,
      ruleId: 'value/unreadable-number',
      kind: 'misread',
      factIds: [cell.factId],
      places: cell.places,
      actual: cell.raw,
      expected: `${row.label} ${table.columns[cell.column]!.path.join(' > ')}`,
      residual: '',
      proposal: '',
      alternatives: [],
      moneyAtStake: cell.valueYuan ?? '0',
      probability: 0.8,
      stake: Number(cell.valueYuan ?? 0),
    },
  ];
}

function missing(entry: ExpectedTable): Draft {
  return {
    tableIndex: null,
    tableTitle: entry.title,
    ruleId: 'document/table-missing',
    kind: 'missing',
    factIds: [],
    places: entry.places,
    actual: '',
    expected: entry.title,
    residual: '',
    proposal: '',
    alternatives: [],
    moneyAtStake: '0',
    probability: 0.5,
    stake: 1,
  };
}

function money(residual: bigint): string {
  const text = fromScaled(residual < 0n ? -residual : residual, MICRO);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
