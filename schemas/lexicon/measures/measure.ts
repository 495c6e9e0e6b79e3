import type { Coordinates } from '../coordinates/coordinates.ts';

type Value<K extends keyof Coordinates> = readonly Coordinates[K][];

/**
 * The coordinates of which an amount is the measure; of each the values that will do, the preferred one first. What is not named has to be
 * empty (`vintage`: all years' money, else this year's alone; `component`: total). `classification` and `stage` are free.
 */
export interface Selection {
  flow: 'revenue' | 'expenditure';
  fund: Value<'fund'>;
  component?: Value<'component'>;
  vintage?: Value<'vintage'>;
  memo?: Coordinates['memo'];
  item?: Value<'item'>;
  functionalCode?: string;
  departmentEconomicCode?: string;
}

/** A sum of other measures; `-` before an id takes it off. */
export interface MeasureSum {
  of: readonly string[];
  /** All must be printed; otherwise one is enough, and what is left blank adds nothing. */
  all?: true;
}

/** An amount that researchers add up and compare over entities and years, and where a document has it. */
export interface StandardMeasure {
  id: string;
  zh: string;
  en: string;
  /** One of the columns of panel.csv. */
  wide: boolean;
  select: Selection;
  /** Kinds of tables that print it, the best first. Amounts of other tables are taken where none of these has one. */
  tables: readonly string[];
  /** Identities that give it where it is not printed, tried in order. */
  sums?: readonly MeasureSum[];
  /** What prose calls it: keys of schemas/lexicon/prose/concepts.ts. */
  said?: readonly string[];
  /** What a sentence calls it that says that there is none; a regular expression. */
  none?: string;
  /** Kinds of tables that, printed empty with a note, say that there is none. */
  declaredBy?: readonly string[];
  /** The measure that contains it: never add the two. */
  within: string | null;
}
