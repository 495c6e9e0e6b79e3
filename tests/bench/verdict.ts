/** Collects what a benchmark promises, prints each promise with its figures, and knows whether all were kept. */
export class Verdict {
  #broken = 0;

  /** `actual` must not exceed `limit`. */
  atMost(what: string, actual: number, limit: number): void {
    this.#judge(actual <= limit, `${what}: ${actual.toFixed(2)}, at most ${limit.toFixed(2)}`);
  }

  /** `actual` must reach `limit`. */
  atLeast(what: string, actual: number, limit: number): void {
    this.#judge(actual >= limit, `${what}: ${actual.toFixed(2)}, at least ${limit.toFixed(2)}`);
  }

  fail(what: string): void {
    this.#judge(false, what);
  }

  /** A figure without a promise. */
  note(what: string): void {
    process.stdout.write(`--   ${what}\n`);
  }

  /** What could not be measured here. */
  skip(what: string): void {
    process.stdout.write(`SKIP ${what}\n`);
  }

  #judge(kept: boolean, text: string): void {
    if (!kept) this.#broken++;
    process.stdout.write(`${kept ? 'ok  ' : 'FAIL'} ${text}\n`);
  }

  get exitCode(): number {
    return this.#broken === 0 ? 0 : 1;
  }
}
