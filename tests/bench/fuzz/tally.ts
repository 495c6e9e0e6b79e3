import type { Finding, Ran, Result } from '../../support/program.ts';
import { type Compared, compare, type Outcome, type SilentChange } from './compare.ts';
import type { Mutant } from './mutants.ts';

/** What became of the mutants of one form. */
export class Tally {
  mutants = 0;
  withFacts = 0;
  partial = 0;
  refused = 0;
  readonly reasons = new Map<string, number>();
  readonly timedOut: string[] = [];
  readonly internal: string[] = [];
  readonly withoutResult: string[] = [];
  readonly silent: SilentChange[] = [];
  compared = 0;
  flagged = 0;
  touched = 0;
  /** Bytes. */
  peak = 0;
  /** Seconds. */
  slowest = 0;
  seconds = 0;

  constructor(readonly form: string) {}

  add(mutant: Mutant, result: Result | undefined, base: Outcome): void {
    this.mutants++;
    if (!result || result.documents.length === 0) {
      this.withoutResult.push(`${mutant.id} ${mutant.mutator}`);
      return;
    }
    if (result.facts.length > 0) this.withFacts++;
    if (result.documents.some(({ status }) => status === 'partial')) this.partial++;
    if (result.documents.every(({ status }) => status === 'failed')) this.#refuse(result.findings);
    this.#note(mutant, result.findings);
    this.#compared(compare(mutant, base, result));
  }

  #refuse(findings: readonly Finding[]): void {
    this.refused++;
    const rule = findings.at(-1)?.ruleId ?? 'without a finding';
    this.reasons.set(rule, (this.reasons.get(rule) ?? 0) + 1);
  }

  #note({ id, mutator }: Mutant, findings: readonly Finding[]): void {
    for (const { ruleId, actual = '', stage = '' } of findings) {
      if (ruleId.startsWith('internal')) this.internal.push(`${id} ${mutator}: ${stage} ${actual.slice(0, 300)}`);
      if (ruleId === 'document/timed-out') this.timedOut.push(`${id} ${mutator}`);
    }
  }

  #compared({ compared, silent, flagged, touched }: Compared): void {
    this.compared += compared;
    this.silent.push(...silent);
    this.flagged += flagged;
    this.touched += touched;
  }

  ran({ peak }: Ran, gap: number, seconds: number): void {
    this.peak = Math.max(this.peak, peak);
    this.slowest = Math.max(this.slowest, gap);
    this.seconds += seconds;
  }
}
