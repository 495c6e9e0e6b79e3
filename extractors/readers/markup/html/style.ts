import { attributeOf, DECIDES_SIGHT, type HtmlElement, type Sight } from './tree.ts';

/**
 * Whether a page shows an element, as far as its own styles say so: `display`, `visibility` and the like in `style` attributes and in the
 * rules of `<style>` whose selectors are made of names, classes, ids and descent. What scripts do is not known.
 */

type Property = keyof Sight;

interface Declared {
  property: Property;
  value: boolean;
  important: boolean;
}

/** `tag.class#id`: an element that has them all. */
interface Compound {
  tag: string | null;
  id: string | null;
  classes: readonly string[];
}

interface Rule {
  /** The last is the element itself, those before it lie around it. */
  compounds: readonly Compound[];
  declared: readonly Declared[];
  /** Of two rules the one with the greater weight holds, of equal ones the later. */
  weight: number;
  order: number;
}

const DECLARATIONS: readonly (readonly [name: string, property: Property, holds: (value: string) => boolean])[] = [
  ['display', 'gone', (value) => value === 'none'],
  ['mso-hide', 'gone', (value) => value === 'all'],
  ['visibility', 'unseen', (value) => value === 'hidden' || value === 'collapse'],
  ['opacity', 'unseen', (value) => Number.parseFloat(value) === 0],
  ['font-size', 'unseen', (value) => /^0+(?:\.0+)?(?:px|pt|em|rem|%)?$/.test(value)],
  ['text-decoration', 'struck', (value) => value.includes('line-through')],
  ['text-decoration-line', 'struck', (value) => value.includes('line-through')],
  ['vertical-align', 'raised', (value) => value === 'super'],
];

const SELECTOR = /^(?:[a-z][\w-]*|\*)?(?:[.#][\w\u0080-\uffff-]+)*$/i;
/** Rules with one tag, class or id that are held against each element that has it; pages have a handful that hide anything. */
const MOST_ALIKE = 50;
/** Classes of an element that are looked up. */
const MOST_CLASSES = 32;
/** Different `style` attributes that are remembered. */
const MOST_KNOWN = 1000;
const NOTHING: readonly Declared[] = [];
const NO_RULES: readonly Rule[] = [];
/** Elements around others that rules with several names are held against, in a whole page: beyond that such rules are not met. */
const MOST_CLIMBED = 10_000_000;
/** Names in a row that a selector may be made of. */
const MOST_COMPOUNDS = 8;

function declaredIn(text: string): Declared[] {
  if (!DECIDES_SIGHT.test(text)) return [];
  return text.split(';').flatMap((declaration): Declared[] => {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const written = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const mark = written.lastIndexOf('!');
    const important = mark >= 0 && written.slice(mark + 1).trim() === 'important';
    const value = important ? written.slice(0, mark).trim() : written;
    return DECLARATIONS.filter(([known]) => known === name).map(([, property, holds]) => ({ property, value: holds(value), important }));
  });
}

function compoundOf(text: string): Compound | null {
  if (text === '' || !SELECTOR.test(text)) return null;
  const names = text.match(/[.#]?[^.#]+/g) ?? [];
  const tag = names.find((name) => !/^[.#]/.test(name))?.toLowerCase() ?? null;
  const id = names.find((name) => name.startsWith('#'))?.slice(1) ?? null;
  const classes = names.filter((name) => name.startsWith('.')).map((name) => name.slice(1));
  return { tag: tag === '*' ? null : tag, id, classes };
}

/** null where a selector says more than is understood (`:hover`, `[type=x]`, `+`). `>` is taken as descent. */
function compoundsOf(selector: string): Compound[] | null {
  const names = selector.replaceAll('>', ' ').trim().split(/\s+/);
  if (names.length > MOST_COMPOUNDS) return null;
  const compounds: Compound[] = [];
  for (const name of names) {
    const compound = compoundOf(name);
    if (compound === null) return null;
    compounds.push(compound);
  }
  return compounds;
}

const weightOf = (compounds: readonly Compound[]): number =>
  compounds.reduce((sum, { tag, id, classes }) => sum + (id ? 10_000 : 0) + 100 * classes.length + (tag ? 1 : 0), 0);

/** Comments and the marks that hide a sheet from browsers of the last century are white space. */
function withoutComments(css: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = css.indexOf('/*'); start >= 0; start = css.indexOf('/*', from)) {
    parts.push(css.slice(from, start));
    const end = css.indexOf('*/', start + 2);
    if (end < 0) return parts.join(' ');
    from = end + 2;
  }
  parts.push(css.slice(from));
  return parts.join(' ').replace(/<!--|-->/g, ' ');
}

/** The blocks `selectors { declarations }` of a style sheet; of at-rules only `@media` for screens is looked into. */
function* blocksIn(css: string): Generator<[selectors: string, declarations: string]> {
  const text = withoutComments(css);
  let passing = 0;
  let depth = 0;
  let selectors = '';
  let from = 0;
  for (const { 0: bracket, index } of text.matchAll(/[{}]/g)) {
    const before = text.slice(from, index);
    from = index + 1;
    if (bracket === '{') {
      depth++;
      const head = before.slice(before.lastIndexOf(';') + 1).trim();
      const isMedia = /^@media\b/i.test(head) && !/print|speech|width|height|orient/i.test(head);
      if (head.startsWith('@') && !isMedia && passing === 0) passing = depth;
      selectors = head.startsWith('@') ? '' : head;
    } else {
      if (passing === 0 && selectors !== '') yield [selectors, before];
      selectors = '';
      if (passing === depth) passing = 0;
      depth = Math.max(0, depth - 1);
    }
  }
}

/** The rules of a page's `<style>` elements. */
export class Styles {
  readonly #byId = new Map<string, Rule[]>();
  readonly #byClass = new Map<string, Rule[]>();
  readonly #byTag = new Map<string, Rule[]>();
  readonly #known = new Map<string, readonly Declared[]>();
  #count = 0;
  #climbed = 0;

  add(css: string): void {
    if (!DECIDES_SIGHT.test(css)) return;
    for (const [selectors, text] of blocksIn(css)) {
      const declared = declaredIn(text);
      if (declared.length > 0) for (const selector of selectors.split(',')) this.#addRule(selector, declared);
    }
  }

  #addRule(selector: string, declared: readonly Declared[]): void {
    const compounds = compoundsOf(selector);
    const last = compounds?.at(-1);
    if (!compounds || !last) return;
    const rule: Rule = { compounds, declared, weight: weightOf(compounds), order: this.#count++ };
    const [index, key] =
      last.id !== null
        ? [this.#byId, last.id]
        : last.classes[0] !== undefined
          ? [this.#byClass, last.classes[0]]
          : [this.#byTag, last.tag ?? '*'];
    const rules = index.get(key);
    if (!rules) index.set(key, [rule]);
    else if (rules.length < MOST_ALIKE) rules.push(rule);
  }

  /** What is declared of an element, its own `style` last; null: nothing. */
  sightOf(element: HtmlElement): Sight | null {
    if (element.sight === undefined)
      element.sight = element.attributes === null && this.#byTag.size === 0 ? null : this.#declaredOf(element);
    return element.sight;
  }

  #declaredOf(element: HtmlElement): Sight | null {
    const rules = this.#count === 0 ? NO_RULES : this.#rulesFor(element);
    const style = attributeOf(element, 'style');
    if (style === null && this.#count === 0) return null;
    const own = style === null ? NOTHING : this.#own(style);
    if (rules.length === 0 && own.length === 0) return null;
    const ordered = [...rules.toSorted((a, b) => a.weight - b.weight || a.order - b.order).flatMap(({ declared }) => declared), ...own];
    const sight: Sight = {};
    for (const { property, value } of ordered) sight[property] = value;
    for (const { property, value, important } of ordered) if (important) sight[property] = value;
    return sight;
  }

  /** Pages say the same of thousands of elements. */
  #own(style: string): readonly Declared[] {
    const known = this.#known.get(style);
    if (known) return known;
    const declared = declaredIn(style);
    if (this.#known.size < MOST_KNOWN) this.#known.set(style, declared);
    return declared;
  }

  #rulesFor(element: HtmlElement): Rule[] {
    const classes = classesOf(element);
    const id = attributeOf(element, 'id');
    const candidates = [
      ...(this.#byTag.get('*') ?? []),
      ...(this.#byTag.get(element.tag) ?? []),
      ...classes.flatMap((name) => this.#byClass.get(name) ?? []),
      ...(id === null ? [] : (this.#byId.get(id) ?? [])),
    ];
    return candidates.filter(({ compounds }) => this.#isMet(compounds, element));
  }

  #isMet(compounds: readonly Compound[], element: HtmlElement): boolean {
    let left = compounds.length - 1;
    if (!has(element, compounds[left])) return false;
    for (let around = element.parent; around && left > 0; around = around.parent) {
      if (this.#climbed++ > MOST_CLIMBED) return false;
      if (has(around, compounds[left - 1])) left--;
    }
    return left === 0;
  }
}

const classesOf = (element: HtmlElement): string[] => attributeOf(element, 'class')?.split(/\s+/, MOST_CLASSES).filter(Boolean) ?? [];

function has(element: HtmlElement, compound: Compound | undefined): boolean {
  if (!compound) return false;
  if (compound.tag !== null && compound.tag !== element.tag) return false;
  if (compound.id !== null && attributeOf(element, 'id') !== compound.id) return false;
  if (compound.classes.length === 0) return true;
  const own = classesOf(element);
  return compound.classes.every((name) => own.includes(name));
}
