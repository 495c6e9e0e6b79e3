import { Exceeded } from '../objects/exceeded.ts';
import type { PdfObject, PdfObjects } from '../objects/index.ts';
import { type Dictionary, isDictionary, Reference, type Value } from '../objects/values.ts';
import type { Budgets } from './budgets.ts';

/** Painting a form or with a pattern, by its name in the resources (ISO 32000-1, 8.6.8 and 8.8). */
const USE = /\/([^\s()<>[\]{}/%]+)\s+(scn|SCN|Do)(?![^\s()<>[\]{}/%])/g;
const TILING = 1;

type Resource = 'Pattern' | 'XObject';

interface Use {
  resource: Resource;
  name: string;
  times: number;
}

interface Painter {
  isPattern: boolean;
  resources: Dictionary | null;
  uses: readonly Use[];
}

/**
 * How often forms and patterns are painted within patterns and glyphs. The library makes the operators of these anew each time, before
 * anything is handed over, so that nothing counts them: a pattern that paints itself has no end.
 */
export class Painting {
  readonly #painters = new Map<number, Painter>();
  readonly #glyphs = new Set<number>();
  readonly #weights = new Map<number, number>();
  /** What any resources of the file mean by a name, for those that lack it: the library looks there, too. */
  readonly #named: Record<Resource, Map<string, Set<number>>> = { Pattern: new Map(), XObject: new Map() };
  readonly #isNeeded: boolean;

  constructor(
    private readonly objects: PdfObjects,
    private readonly budgets: Budgets,
  ) {
    const { dictionaries } = objects;
    this.#isNeeded = dictionaries.some((dictionary) => dictionary.get('PatternType') !== undefined || dictionary.has('CharProcs'));
    if (!this.#isNeeded) return;
    for (const dictionary of dictionaries) {
      for (const resource of ['Pattern', 'XObject'] as const) this.#addNames(resource, objects.resolved(dictionary.get(resource)));
      for (const glyph of referencesIn(objects.resolved(dictionary.get('CharProcs')))) this.#glyphs.add(glyph);
    }
  }

  /** Takes note of what a stream paints. */
  add({ number, value }: PdfObject, data: Buffer): void {
    if (!this.#isNeeded || number === null || !isDictionary(value)) return;
    const isPattern = this.objects.resolved(value.get('PatternType')) === TILING;
    if (!isPattern && !this.#glyphs.has(number) && this.objects.resolved(value.get('Subtype')) !== 'Form') return;
    const resources = this.objects.resolved(value.get('Resources'));
    this.#painters.set(number, { isPattern, resources: isDictionary(resources) ? resources : null, uses: usesIn(data) });
  }

  /** @throws Exceeded */
  check(): void {
    for (const [number, { isPattern }] of this.#painters) {
      if (!isPattern && !this.#glyphs.has(number)) continue;
      const weight = this.#weight(number, []);
      if (weight === Number.POSITIVE_INFINITY) throw new Exceeded(`a ${isPattern ? 'pattern' : 'glyph'} that is painted with itself`);
      if (weight > this.budgets.painted)
        throw new Exceeded(`${weight} forms and patterns painted in one ${isPattern ? 'pattern' : 'glyph'}`);
    }
  }

  #addNames(resource: Resource, names: Value): void {
    if (!isDictionary(names)) return;
    for (const [name, target] of names) {
      if (!(target instanceof Reference)) continue;
      const targets = this.#named[resource].get(name) ?? new Set();
      this.#named[resource].set(name, targets.add(target.number));
    }
  }

  /**
   * How often anything is painted when this is: a form for each of its uses, a pattern once for all uses in one stream. Forms that paint
   * themselves the library ends by itself.
   */
  #weight(number: number, above: readonly number[]): number {
    const known = this.#weights.get(number);
    if (known !== undefined) return known;
    const painter = this.#painters.get(number);
    if (!painter) return 1;
    const place = above.indexOf(number);
    if (place !== -1) return above.slice(place).some((other) => this.#painters.get(other)?.isPattern) ? Number.POSITIVE_INFINITY : 0;
    if (above.length > this.budgets.paintedLevels) return Number.POSITIVE_INFINITY;
    let weight = 1;
    const patterns = new Set<number>();
    for (const use of painter.uses) {
      const targets = this.#targets(painter, use);
      if (use.resource === 'XObject')
        weight += use.times * Math.max(0, ...targets.map((target) => this.#weight(target, [...above, number])));
      else for (const target of targets) patterns.add(target);
    }
    for (const pattern of patterns) weight += this.#weight(pattern, [...above, number]);
    this.#weights.set(number, weight);
    return weight;
  }

  #targets({ resources }: Painter, { resource, name }: Use): number[] {
    const own = this.objects.resolved(resources?.get(resource));
    const target = isDictionary(own) ? own.get(name) : undefined;
    if (target !== undefined) return target instanceof Reference ? [target.number] : [];
    return [...(this.#named[resource].get(name) ?? [])];
  }
}

function referencesIn(value: Value): number[] {
  if (!isDictionary(value)) return [];
  return [...value.values()].flatMap((item) => (item instanceof Reference ? [item.number] : []));
}

function usesIn(data: Buffer): Use[] {
  const uses = new Map<string, Use>();
  for (const [, name = '', operator] of data.toString('latin1').matchAll(USE)) {
    const resource = operator === 'Do' ? 'XObject' : 'Pattern';
    const plain = name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const use = uses.get(`${resource} ${plain}`) ?? { resource, name: plain, times: 0 };
    use.times++;
    uses.set(`${resource} ${plain}`, use);
  }
  return [...uses.values()];
}
