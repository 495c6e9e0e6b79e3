import type { Step } from './steps.ts';

/** A character as the likeliest class of each place gives it; `step` is where it is most probable. */
export interface PathCharacter {
  text: string;
  probability: number;
  step: number;
}

/** The likeliest class of each place: runs of the same are one character, those that none parts. */
export function bestPath(steps: readonly Step[]): PathCharacter[] {
  const path: PathCharacter[] = [];
  let open: PathCharacter | null = null;
  steps.forEach(({ blank, options: [best] }, step) => {
    if (!best || best.probability <= blank) {
      open = null;
    } else if (open?.text === best.text) {
      if (best.probability > open.probability) Object.assign(open, { probability: best.probability, step });
    } else {
      open = { text: best.text, probability: best.probability, step };
      path.push(open);
    }
  });
  return path;
}
