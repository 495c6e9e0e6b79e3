import { at } from '../model/at.ts';
import type { Agreement, SaidQuantity } from '../model/said.ts';
import type { PlacedTable } from '../model/tables.ts';
import { fromScaled, toScaled, unitExponent } from '../notation/numbers.ts';
import { comparableFacets, counterpart, type Facet, restates } from './identities/across/restatement.ts';
import { type Ledger, MICRO } from './ledger/ledger.ts';
import { perList, perPair } from './ledger/per-list.ts';
import { FEWEST_SAID, FEWEST_SCALED, LEAST_AMOUNT, MOST_SCALED, REACH } from './settings.ts';

/**
 * A table whose numbers are 10^exponent times those that say the same elsewhere: its unit is not the one printed (元 below 万元), or its
 * decimal points were lost. `table` is a position. `against`: the title of the other table, or what the prose says.
 */
export interface ScaleSlip {
  table: number;
  exponent: number;
  against: string;
}

/** Tables that others or the prose contradict by one power of ten in nearly all numbers. Nothing is changed: it may be either side. */
export function scaleSlips(ledger: Ledger, statements: readonly SaidQuantity[], agreements: readonly Agreement[]): ScaleSlip[] {
  const said = saidOf(ledger.tables, statements, agreements);
  const { pairs, equals } = tablePairs(ledger);
  const trust = (table: number): number => (said.agreed.has(table) ? 2 : 0) + (equals.has(table) ? 1 : 0);
  const slips = new Map<number, ScaleSlip>(said.slips.map((slip) => [slip.table, slip]));
  for (const [a, b, exponent] of pairs) {
    const difference = slips.has(a) === slips.has(b) ? trust(a) - trust(b) : Number(slips.has(b)) - Number(slips.has(a));
    if (difference >= 0 && !slips.has(b)) slips.set(b, { table: b, exponent, against: ledger.table(a).title });
    if (difference <= 0 && !slips.has(a)) slips.set(a, { table: a, exponent: -exponent, against: ledger.table(b).title });
  }
  return [...slips.values()].sort((x, y) => x.table - y.table);
}

/** The numbers of such tables are in doubt, all of them. */
export function withScaleDoubts(tables: readonly PlacedTable[], slips: readonly ScaleSlip[]): PlacedTable[] {
  const slipped = new Set(slips.map(({ table }) => table));
  return tables.map((table, t) => {
    if (!slipped.has(t)) return table;
    const doubted = DOUBTED.get(table) ?? doubtedTable(table);
    DOUBTED.set(table, doubted);
    return doubted;
  });
}

/** The same object each time, so that what is known of it stays known. */
const DOUBTED = new WeakMap<PlacedTable, PlacedTable>();

function doubtedTable(table: PlacedTable): PlacedTable {
  const items = table.items.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, doubtful: true, doubt: cell.doubt ?? 'value/scale-doubtful' })),
  }));
  return { ...table, items };
}

/** The factor as it is said to a person: × 10000, ÷ 100. */
export function factorOf({ exponent }: ScaleSlip): string {
  return `${exponent > 0 ? '×' : '÷'} 1${'0'.repeat(Math.abs(exponent))}`;
}

interface Said {
  /** Tables with numbers that the prose restates. */
  agreed: Set<number>;
  slips: ScaleSlip[];
}

function saidOf(tables: readonly PlacedTable[], statements: readonly SaidQuantity[], agreements: readonly Agreement[]): Said {
  const wanted = new Set(agreements.flatMap(({ factId }) => factId ?? []));
  const places = wanted.size === 0 ? new Map<string, Fact>() : factsOf(tables, wanted);
  const agreed = new Set<number>();
  const against = new Map<number, { exponent: number | null; quote: string; facts: Set<string> }>();
  for (const [i, { factId, agrees }] of agreements.entries()) {
    const fact = factId === null ? undefined : places.get(factId);
    if (!fact || factId === null) continue;
    if (agrees === true && fact.amount !== 0n) agreed.add(fact.table);
    if (agrees !== false) continue;
    const statement = at(statements, i);
    const exponent = powerBetween(saidAmount(statement), fact);
    const own = against.get(fact.table) ?? { exponent, quote: statement.raw, facts: new Set<string>() };
    if (own.exponent !== exponent) own.exponent = null;
    own.facts.add(factId);
    against.set(fact.table, own);
  }
  const slips = [...against].flatMap(([table, { exponent, quote, facts }]): ScaleSlip[] =>
    exponent === null || agreed.has(table) || facts.size < FEWEST_SAID ? [] : [{ table, exponent, against: quote }],
  );
  return { agreed, slips };
}

/** In 10^-6 元, with the value of its last printed place. */
interface Printed {
  amount: bigint;
  unit: bigint;
}

interface Fact extends Printed {
  table: number;
}

function factsOf(tables: readonly PlacedTable[], wanted: ReadonlySet<string>): Map<string, Fact> {
  const found = new Map<string, Fact>();
  for (const [table, { items, columns, caption }] of tables.entries()) {
    for (const { cells } of items) {
      for (const { id, value, column } of cells) {
        if (value === null || !wanted.has(id)) continue;
        const printed = printedAmount(value, (column === null ? null : columns[column]?.unit) ?? caption.unit);
        if (printed) found.set(id, { table, ...printed });
      }
    }
  }
  return found;
}

function saidAmount({ value, unit }: SaidQuantity): Printed | null {
  return value === null ? null : printedAmount(value, unit);
}

function printedAmount(value: string, unit: string | null): Printed | null {
  const exponent = unitExponent(unit);
  if (exponent === null) return null;
  const scale = MICRO + exponent;
  const decimals = value.includes('.') ? value.length - value.indexOf('.') - 1 : 0;
  if (decimals > scale) return null;
  return { amount: toScaled(value, scale), unit: 10n ** BigInt(scale - decimals) };
}

/** `to` is 10^n times `from`, within the last printed places of both: n; null where it is not, or as much. */
function powerBetween(from: Printed | null, to: Printed): number | null {
  if (!from || from.amount === 0n || to.amount === 0n || from.amount < 0n !== to.amount < 0n) return null;
  const [x, y] = [magnitude(from), magnitude(to)];
  const isMore = y.amount > x.amount;
  const [less, more] = isMore ? [x, y] : [y, x];
  if (less.amount < LEAST_AMOUNT * less.unit) return null;
  const digits = more.amount.toString().length - less.amount.toString().length;
  for (const n of [digits - 1, digits, digits + 1]) {
    if (n < 1) continue;
    const factor = 10n ** BigInt(n);
    const difference = more.amount - less.amount * factor;
    const tolerance = (less.unit * factor + more.unit) / 2n;
    if ((difference < 0n ? -difference : difference) <= tolerance) return isMore ? n : -n;
  }
  return null;
}

function magnitude({ amount, unit }: Printed): Printed {
  return { amount: amount < 0n ? -amount : amount, unit };
}

interface Pairs {
  pairs: [a: number, b: number, exponent: number][];
  equals: Set<number>;
}

/** Pairs of tables [a, b, n] of which b's numbers are 10^n times those of a; and the tables that agree with another. */
function tablePairs(ledger: Ledger): Pairs {
  const equals = new Set<number>();
  const pairs = new Map<string, [number, number, number]>();
  for (const facets of comparableFacets(ledger)) {
    const own = pairsIn(ledger, facets);
    for (const table of own.equals) equals.add(table);
    for (const pair of own.pairs) pairs.set(`${pair[0]}|${pair[1]}`, pair);
  }
  return { pairs: [...pairs.values()], equals };
}

const pairsIn = perList((ledger, facets: readonly Facet[]): Pairs => {
  const found: Pairs = { pairs: [], equals: new Set() };
  for (const [i, facet] of facets.entries()) {
    for (const other of facets.slice(Math.max(0, i - REACH), i)) {
      if (other.table === facet.table) continue;
      const relation = relationOf(ledger, other, facet);
      if (relation === 'equal') found.equals.add(other.table).add(facet.table);
      else if (relation !== null) found.pairs.push([other.table, facet.table, relation]);
    }
  }
  return found;
});

/** Whether two columns say the same, or the power of ten between their numbers; null where there is none. */
const relationOf = perPair((ledger, a: Facet, b: Facet): 'equal' | number | null =>
  restates(ledger, a, b) ? 'equal' : scaleBetween(ledger, a, b),
);

function scaleBetween(ledger: Ledger, a: Facet, b: Facet): number | null {
  const powers = new Map<number, Set<string>>();
  let shared = 0;
  let missed = 0;
  for (const [key, slot] of b.slots) {
    const other = counterpart(a, b, key);
    const [x, y] = [other ? ledger.amount(other) : null, ledger.amount(slot)];
    if (x === null || y === null || x === 0n || y === 0n) continue;
    shared++;
    const power = powerBetween({ amount: x, unit: ledger.unitOf(a.table) }, { amount: y, unit: ledger.unitOf(b.table) });
    if (power === null) missed++;
    else powers.set(power, (powers.get(power) ?? new Set()).add(fromScaled(x, MICRO)));
    if (missed > FEWEST_SCALED && missed > (1 - MOST_SCALED) * b.slots.size) return null;
  }
  const [only, ...others] = powers;
  if (!only || others.length > 0) return null;
  const [exponent, amounts] = only;
  return amounts.size >= FEWEST_SCALED && shared - missed >= MOST_SCALED * shared ? exponent : null;
}
