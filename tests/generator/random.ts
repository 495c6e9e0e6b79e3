/** Seeded pseudo-random numbers (mulberry32): the same seed gives the same document on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Both ends included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)]!;
  }

  /** `count` different members, in the order of the list. */
  sample<T>(list: readonly T[], count: number): T[] {
    const rest = list.map((_, i) => i);
    const chosen: number[] = [];
    while (chosen.length < count && rest.length > 0) chosen.push(rest.splice(this.int(0, rest.length - 1), 1)[0]!);
    return chosen.sort((a, b) => a - b).map((i) => list[i]!);
  }
}
