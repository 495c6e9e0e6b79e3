/** The lists of the lexicon in, every word of them that is printed whole out; imports lexicon, classification, forms, measures, regions, tables. */
import { allSubjects } from '../classification/index.ts';
import { HEADER_WORDS } from '../forms/indicator-columns.ts';
import { STANDARD_MEASURES } from '../measures/index.ts';
import { COUNTIES, REGION_NAMES } from '../regions/index.ts';
import { ROW_CONCEPTS } from '../row-concepts.ts';
import { KEY_WORDS, LEAF_WORDS, TOTAL_WORDS, WHOLE_WORDS } from '../tables/header-words.ts';
import { SPACED_WORDS } from '../tables/spaced-words.ts';
import { TITLE_WORDS } from '../tables/titles.ts';
import { MEASURES, TABLE_KINDS } from '../vocabulary.ts';

const TERMS = [...TABLE_KINDS, ...MEASURES, ...ROW_CONCEPTS, ...STANDARD_MEASURES];
const CATALOGUES = [KEY_WORDS, TOTAL_WORDS, LEAF_WORDS, WHOLE_WORDS, SPACED_WORDS, HEADER_WORDS] as const;

/** Words that stand whole in titles, headers, labels and names, those of subjects and places included: what a misread text is likelier to be. */
export function printedWords(): Set<string> {
  return new Set([
    ...TERMS.map(({ zh }) => zh),
    ...CATALOGUES.flat(),
    ...TITLE_WORDS,
    ...allSubjects().flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]),
    ...REGION_NAMES.map(({ name }) => name),
    ...COUNTIES.map(({ name }) => name),
  ]);
}
