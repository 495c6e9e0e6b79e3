import type { Finding } from '../../schemas/diagnostic.ts';
import type { Profile } from '../../schemas/profile.ts';

export interface StageContext {
  readonly profile: Profile;
  report(finding: Finding): void;
}

/** One pure, synchronous, deterministic step. It never changes its input and speaks only through `report`. */
export interface Stage<In, Out> {
  readonly name: string;
  run(input: In, context: StageContext): Out;
}
