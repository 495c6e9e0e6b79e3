/**
 * What numbers are amounts of, as data: the words that give coordinates, what adds up to what, and how a table's, a row's and a
 * column's are merged into a number's; imports nothing.
 */
export { coordinatesOf, within } from './merging.ts';
export { hasParts, isPartOf, PARTITIONS, type Partition, wholeOf } from './partitions.ts';
export { COORDINATE_TERMS, type CoordinateTerm } from './terms.ts';
