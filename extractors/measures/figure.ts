import type { Base, Presence } from '../../schemas/disclosure.ts';
import type { Coordinates } from '../../schemas/lexicon/coordinates/coordinates.ts';
import type { MeasureSource, MeasureState, PreviousSource } from '../../schemas/records.ts';

/** Another amount that the document gives for the same: a number of a table or a statement of the prose. */
export interface OtherAmount {
  id: string;
  valueYuan: string;
}

/** Last year's amount of the same, where the document tells it, and which amount of last year it is. */
export interface Previous {
  /** In 元. */
  valueYuan: string;
  base: Base;
  source: PreviousSource;
  /** The fact or the statement that it is, or is reckoned from. */
  id: string;
}

/** What a document says of one measure of one body: a row of measures.csv. */
export interface Figure {
  measure: string;
  /** The body, where it is another than the document's. */
  entity: string | null;
  stage: Coordinates['stage'];
  presence: Presence;
  /** In 元; null unless presence is `value` or `zero`, and for a count. */
  valueYuan: string | null;
  /** Of a count; null for money. */
  quantity: { value: string; unit: string } | null;
  state: MeasureState | null;
  source: MeasureSource | null;
  /** Numbers and statements that it is made of; those that are taken off with `-` before them. */
  ids: readonly string[];
  fund: Coordinates['fund'];
  component: Coordinates['component'];
  vintage: Coordinates['vintage'];
  /** The table that it was taken from, or whose absence or emptiness decided. */
  table: { index: number | null; kind: string } | null;
  /** Other numbers of tables with the same coordinates that say the same. */
  agreeing: number;
  others: readonly OtherAmount[];
  /** Why there is no amount: a note of the document as printed, or the rule that tells of what could not be read. */
  reason: string;
  review: boolean;
  previous: Previous | null;
}
