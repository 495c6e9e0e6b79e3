import type { Finding } from '../../../schemas/diagnostic.ts';
import type { Coordinate } from '../../../schemas/lexicon/coordinates/coordinates.ts';
import { PARTITIONS } from '../../../schemas/lexicon/coordinates/index.ts';
import { at } from '../../model/at.ts';
import { type Facet, facetsAlikeIn } from '../identities/across/facets.ts';
import type { Ledger, Slot } from '../ledger/ledger.ts';
import { FEWEST_OVER } from './settings.ts';

/** A total, and those of its parts without which no disclosure divides it. */
interface Divided {
  coordinate: Coordinate;
  whole: string;
  always: ReadonlySet<string>;
}

const DIVIDED: readonly Divided[] = [
  { coordinate: 'component', whole: 'total', always: new Set(['basic', 'personnel', 'public', 'project']) },
  { coordinate: 'component', whole: 'basic', always: new Set(['personnel', 'public']) },
  { coordinate: 'fund', whole: 'fiscalAppropriation', always: new Set(['generalPublicBudget']) },
];

/** A column that its total counts (合计 beside 基本支出 alone, 项目支出 being lost with its header). */
export function lackingParts(ledger: Ledger, t: number): Finding[] {
  const { index, caption } = ledger.table(t);
  return DIVIDED.flatMap((divided) =>
    facetsAlikeIn(ledger, t, divided.coordinate).flatMap((group): Finding[] => {
      const byValue = new Map(group.map((facet) => [facet.coordinates[divided.coordinate], facet]));
      const whole = byValue.get(divided.whole);
      const { printed, lacking } = partsOf(divided.coordinate, divided.whole, byValue);
      const lost = lacking.filter((part) => divided.always.has(part));
      if (!whole || printed.length === 0 || lost.length === 0) return [];
      if (!areColumns(whole, printed) || !isOver(ledger, whole, printed)) return [];
      const expected = nameOf(ledger, whole);
      return [
        {
          ruleId: 'column/part-missing',
          tableIndex: index,
          places: caption.places.slice(0, 1),
          actual: nameOf(ledger, at(printed, 0)),
          expected,
        },
      ];
    }),
  );
}

interface Parts {
  printed: Facet[];
  lacking: string[];
}

/** The printed parts of a value, or the parts of those that are not printed themselves. */
function partsOf(coordinate: Coordinate, whole: string, byValue: ReadonlyMap<string | null, Facet>): Parts {
  const parts = PARTITIONS.filter((each) => each.coordinate === coordinate && each.whole === whole && !each.open).flatMap(
    (each) => each.parts,
  );
  return parts.reduce<Parts>(
    (found, part) => {
      const own = byValue.get(part);
      const inner = own ? { printed: [own], lacking: [] } : partsOf(coordinate, part, byValue);
      const isLost = inner.printed.length === 0;
      return { printed: [...found.printed, ...inner.printed], lacking: [...found.lacking, ...(isLost ? [part] : inner.lacking)] };
    },
    { printed: [], lacking: [] },
  );
}

/** The header divides the total, and not the rows of one column. */
function areColumns(whole: Facet, parts: readonly Facet[]): boolean {
  const columns = columnsOf(whole);
  return parts.every((part) => [...columnsOf(part)].every((column) => !columns.has(column)));
}

const columnsOf = ({ slots }: Facet): Set<number> => new Set([...slots.values()].map(({ column }) => column));

/** In several rows the total is more than the parts, and in none it is less. */
function isOver(ledger: Ledger, whole: Facet, parts: readonly Facet[]): boolean {
  const slack = ledger.unitOf(whole.table) * BigInt(parts.length + 1);
  const amountOf = (slot: Slot | undefined): bigint => (slot ? (ledger.amount(slot) ?? 0n) : 0n);
  let over = 0;
  for (const [subject, slot] of whole.slots) {
    if (ledger.isOpen(slot)) return false;
    const rest = parts.reduce((left, { slots }) => left - amountOf(slots.get(subject)), amountOf(slot));
    if (rest < -slack) return false;
    if (rest > slack) over++;
  }
  return over >= FEWEST_OVER;
}

function nameOf(ledger: Ledger, { table, slots }: Facet): string {
  const [slot] = slots.values();
  return slot ? ledger.column(table, slot.column).path.join(' > ') : '';
}
