import { Random } from '../../generator/random.ts';
import type { Base } from './bases.ts';
import type { Form } from './forms.ts';
import type { Touched } from './mutation.ts';

/** A damaged document: `<form>-<number>` with its form's ending. */
export interface Mutant {
  id: string;
  file: string;
  form: string;
  mutator: string;
  base: Base;
  bytes: Uint8Array;
  touched: Touched;
}

export const idOf = (form: string, number: number): string => `${form}-${String(number).padStart(5, '0')}`;

/** Far enough from each other that the numbers drawn have nothing in common. */
function seedOf(seed: number, form: string, number: number): number {
  let mixed = seed >>> 0;
  for (const char of `${form} ${number}`) mixed = Math.imul(mixed ^ char.charCodeAt(0), 0x01000193) >>> 0;
  return mixed;
}

/** The same seed, form, bases and number give the same bytes. A mutator that finds nothing to damage gives way to another. */
export function mutantOf(seed: number, form: Form, bases: readonly Base[], number: number): Mutant {
  const random = new Random(seedOf(seed, form.name, number));
  const id = idOf(form.name, number);
  for (;;) {
    const base = random.pick(bases);
    const mutator = random.pick(form.mutators);
    const mutation = mutator.damage(base.bytes, random);
    if (mutation) return { id, file: `${id}.${base.ending}`, form: form.name, mutator: mutator.name, base, ...mutation };
  }
}
