/** What the phases hand on: a type for each, and the few functions that make or check them; nothing enters; imports schemas. */
import type { Finding } from '../../schemas/diagnostic.ts';
import type { Profile } from '../../schemas/profile.ts';

/** The phases of an extraction, in their order. What each takes and gives stands in extractors/phases.ts. */
export const PHASES = [
  'layout',
  'readings',
  'segment',
  'join',
  'header',
  'rows',
  'values',
  'subjects',
  'metadata',
  'periods',
  'coordinates',
  'candidates',
  'forms',
  'paragraphs',
  'statements',
  'reconcile',
  'score',
  'declarations',
] as const;
export type PhaseName = (typeof PHASES)[number];

export interface StageContext {
  readonly profile: Profile;
  report(finding: Finding): void;
}

/** One pure, synchronous, deterministic phase. It never changes its input and speaks only through `report`. */
export interface Stage<In, Out> {
  readonly name: PhaseName;
  run(input: In, context: StageContext): Out;
}
