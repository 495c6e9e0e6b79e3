import type { Random } from '../../../generator/random.ts';
import { bytesOf, edited, latin1, type Mutation, type Mutator, type Range } from '../mutation.ts';

/**
 * Damage to markup. What a tag governs is touched with it: a browser, too, shows what follows an open comment, or beside a cell that claims
 * more rows, in another place or not at all.
 */

function found(base: Uint8Array, pattern: RegExp): Range[] {
  return [...latin1(base).matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

/** From `at` to the end of the table around it, or of the document. */
function restOfTable(base: Uint8Array, at: number): Range {
  const end = latin1(base).indexOf('</table', at);
  return { start: at, end: end === -1 ? base.length : end };
}

const restOfDocument = (base: Uint8Array, at: number): Range => ({ start: at, end: base.length });
const rowOf = (base: Uint8Array, at: number): Range => {
  const end = latin1(base).indexOf('</tr', at);
  return { start: at, end: end === -1 ? base.length : end };
};

interface Kind {
  where: RegExp;
  /** What becomes of the text found there. */
  becomes(text: string, random: Random): string;
  /** What the change governs. */
  reach(base: Uint8Array, at: number): Range;
}

const TAG = /<\/?(?:table|thead|tbody|tr|td|th|p|div|span)\b[^>]*>/g;
const OPEN_CELL = /<t[dh]\b[^>]*>/g;
const IN_CELL = /(?<=<t[dh]\b[^>]*>)[^<]+/g;
const SPANS = ['-1', '0', '65535', '99999999999', '1e9', 'x', '2.5', '', '３', '1000', '2'];
const ENTITIES = [
  '&nbsp;',
  '&#48;',
  '&#x31;',
  '&amp;lt;',
  '&#0;',
  '&#xD800;',
  '&#99999999;',
  '&lt;td&gt;',
  '&notanentity;',
  '&#x202E;',
  '&',
];
const FOREIGN = [
  '<script>var a = "<td>9,999.00</td>";</script>',
  '<style>td { display: none }</style>',
  '<svg><td>1.00</td></svg>',
  '<template><tr><td>8.88</td></tr></template>',
  '<textarea><td>7.77</td></textarea>',
  '<noscript>6.66</noscript>',
  '<math><mi>5.55</mi></math>',
  '<title>3.33</title>',
];

const KINDS: Readonly<Record<string, Kind>> = {
  'html/tag-lost': { where: TAG, becomes: () => '', reach: restOfTable },
  'html/tag-doubled': { where: TAG, becomes: (tag) => tag + tag, reach: restOfTable },
  'html/tag-other': {
    where: TAG,
    becomes: (_, random) => random.pick(['<tr>', '</tr>', '<td>', '</td>', '<table>', '</table>', '<td', '</', '<tbody>', '<th>']),
    reach: restOfDocument,
  },
  'html/tag-open': { where: TAG, becomes: (tag) => tag.slice(0, -1), reach: restOfTable },
  'html/quote-open': { where: OPEN_CELL, becomes: (tag) => tag.replace('>', ' title="x>'), reach: restOfDocument },
  'html/span': {
    where: OPEN_CELL,
    becomes: (tag, random) => tag.replace('>', ` ${random.pick(['colspan', 'rowspan'])}="${random.pick(SPANS)}">`),
    reach: restOfTable,
  },
  'html/many-attributes': {
    where: OPEN_CELL,
    becomes: (tag, random) => tag.replace('>', `${' a="b"'.repeat(random.int(100, 5000))}>`),
    reach: rowOf,
  },
  'html/comment-open': { where: OPEN_CELL, becomes: (tag) => `<!-- ${tag}`, reach: restOfDocument },
  'html/comment-odd': {
    where: OPEN_CELL,
    becomes: (tag, random) => `${tag}${random.pick(['<!-->', '<!--x--!>', '<![CDATA[', '<!x>', '<?x'])}`,
    reach: restOfDocument,
  },
  'html/foreign': { where: IN_CELL, becomes: (text, random) => random.pick(FOREIGN) + text, reach: rowOf },
  'html/raw-open': {
    where: IN_CELL,
    becomes: (text, random) => `${random.pick(['<script>', '<style>', '<textarea>', '<title>', '<plaintext>'])}${text}`,
    reach: restOfDocument,
  },
  'html/entity': {
    where: IN_CELL,
    becomes: (text, random) => random.pick([random.pick(ENTITIES) + text, text + random.pick(ENTITIES)]),
    reach: rowOf,
  },
  'html/nested-table': { where: IN_CELL, becomes: (text) => `<table><tr><td>${text}</td><td>2</td></tr></table>`, reach: rowOf },
  'html/deep': {
    where: IN_CELL,
    becomes: (text, random) => `${random.pick(['<div>', '<b>', '<table><tr><td>', '<td>', '<span>']).repeat(random.int(50, 3000))}${text}`,
    reach: restOfTable,
  },
  'html/hidden': { where: IN_CELL, becomes: (text) => `<span style="display:none">4.44</span>${text}`, reach: rowOf },
};

function damage({ where, becomes, reach }: Kind, base: Uint8Array, random: Random): Mutation | null {
  const places = found(base, where);
  if (places.length === 0) return null;
  const chosen = random.sample(places, Math.min(places.length, random.int(1, 2)));
  const edits = chosen.map(({ start, end }) => {
    const text = Buffer.from(base.subarray(start, end)).toString('utf8');
    return { at: start, removed: end - start, inserted: bytesOf(becomes(text, random)) };
  });
  return edited(
    base,
    edits,
    chosen.map(({ start }) => reach(base, start)),
  );
}

export const HTML_MUTATORS: readonly Mutator[] = Object.entries(KINDS).map(([name, kind]) => ({
  name,
  damage: (base, random) => damage(kind, base, random),
}));
