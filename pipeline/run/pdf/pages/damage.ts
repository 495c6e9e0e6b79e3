import type { StreamDamage } from '../../../../extractors/readers/access/pdf-library.ts';
import type { Damage } from '../bounds/streams.ts';
import type { PdfObjects } from '../objects/index.ts';
import { type Dictionary, isArray, isDictionary, Reference, type Value } from '../objects/values.ts';

/** Entries that lead to what the reader takes from a page; other pages, annotations and descriptions are none of it. */
const OF_PAGE = ['Contents', 'Resources'] as const;
/** Entries of resources that say nothing of the text. */
const ASIDE: ReadonlySet<string> = new Set(['Parent', 'Metadata', 'PieceInfo', 'StructParent', 'StructParents', 'Properties', 'OC']);
/** Levels of the page tree through which resources are inherited. */
const MAX_LEVELS = 100;

/** The damaged streams that a page's text comes from: content, forms, fonts, character maps. Images and colour profiles are left out. */
export function damageOfPage(page: number, objects: PdfObjects, damage: ReadonlyMap<number, Damage>): readonly StreamDamage[] {
  const reached = new Set<number>();
  const open: Value[] = startOf(objects.versionsOf(page).at(-1)?.value ?? null, objects);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next instanceof Reference) {
      const value = objects.versionsOf(next.number).at(-1)?.value;
      if (value === undefined || reached.has(next.number) || isImage(value)) continue;
      reached.add(next.number);
      open.push(value);
    } else if (isArray(next)) {
      if (next[0] !== 'ICCBased') for (const item of next) if (isCompound(item)) open.push(item);
    } else if (isDictionary(next)) {
      for (const [key, item] of next) if (isCompound(item) && !ASIDE.has(key)) open.push(item);
    }
  }
  return [...damage].filter(([number]) => reached.has(number)).map(([, { flaw, bytes, share }]) => ({ flaw, bytes, share }));
}

const isCompound = (value: Value): boolean => typeof value === 'object' && value !== null;
const isImage = (value: Value): boolean => isDictionary(value) && value.get('Subtype') === 'Image';

/** A page's content and its resources, which a node above it may hold. */
function startOf(page: Value, objects: PdfObjects): Value[] {
  if (!isDictionary(page)) return [];
  let holder: Dictionary | null = page;
  for (let level = 0; holder && !holder.has('Resources') && level < MAX_LEVELS; level++) {
    const above = objects.resolved(holder.get('Parent'));
    holder = isDictionary(above) ? above : null;
  }
  return OF_PAGE.flatMap((key) => (key === 'Resources' ? holder : page)?.get(key) ?? []);
}
