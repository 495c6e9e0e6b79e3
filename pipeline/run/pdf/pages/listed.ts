/** Objects of a PDF in, what they say of its pages out: their order, and the damage that each has; imports objects, bounds, extractors. */
import { Exceeded } from '../objects/exceeded.ts';
import type { PdfObjects } from '../objects/index.ts';
import { isArray, isDictionary, Reference, type Value } from '../objects/values.ts';

/** A sound file has far fewer; what comes after them is not looked at. */
const MAX_LISTED = 200_000;

/** The root of the page tree in the newest version of the file. */
function pagesOf(objects: PdfObjects): Value {
  const roots = objects.dictionaries
    .filter((dictionary) => dictionary.has('Root'))
    .map((dictionary) => objects.resolved(dictionary.get('Root')));
  const catalogs = roots.filter(isDictionary).filter((root) => root.has('Pages'));
  return catalogs.at(-1)?.get('Pages') ?? null;
}

/**
 * The numbers of the page objects in the order of the page tree (ISO 32000-1, 7.7.3), null for a page that is no object of its own. A
 * page may be listed again; a node that is its own child is entered once.
 *
 * @throws Exceeded
 */
export function pagesListed(objects: PdfObjects, maxLevels: number): readonly (number | null)[] {
  const pages: (number | null)[] = [];
  const entered = new Set<number>();
  const open: [node: Value, level: number][] = [[pagesOf(objects), 1]];
  for (let item = open.pop(); item !== undefined && pages.length < MAX_LISTED; item = open.pop()) {
    const [next, level] = item;
    if (level > maxLevels) throw new Exceeded(`a page tree of more than ${maxLevels} levels`);
    const node = objects.resolved(next);
    if (!isDictionary(node)) continue;
    const number = next instanceof Reference ? next.number : null;
    if (!node.has('Kids') || node.get('Type') === 'Page') {
      pages.push(number);
      continue;
    }
    if (number !== null && entered.has(number)) continue;
    if (number !== null) entered.add(number);
    const kids = objects.resolved(node.get('Kids'));
    if (isArray(kids)) for (let i = kids.length - 1; i >= 0; i--) open.push([kids[i] ?? null, level + 1]);
  }
  return pages;
}
