import type { DisclosureKind, Relation } from '../../../schemas/disclosure.ts';

/** A quantity of a paragraph with what it is said of. Positions count in the paragraph's compact text. */
export interface Mention {
  quantity: { from: number; to: number; value: string; unit: string };
  /** The amount that is spoken of: of a change the amount that changed. */
  noun: string;
  subjectCode: string | null;
  relation: Relation;
  /** Which way a change goes; null where its word is missing or leaves it open. */
  direction: 'up' | 'down' | null;
  period: number | null;
  /** Where the clause around the quantity begins. */
  clauseFrom: number;
}

/** What a paragraph stands in. */
export interface Setting {
  year: number | null;
  kind: DisclosureKind | null;
  /** The headings above it, outermost first. */
  headings: readonly string[];
  subjectCode: (names: string[]) => string | null;
}

/** From the end of the sentence before `position` on. */
export const sentenceStart = (text: string, position: number): number => text.lastIndexOf('。', position - 1) + 1;

/** Where the sentence around `position` ends: at its full stop, or with the text. */
export function sentenceEnd(text: string, position: number): number {
  const end = text.indexOf('。', position);
  return end < 0 ? text.length : end;
}
