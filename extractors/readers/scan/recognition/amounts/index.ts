/**
 * The places of a word in, the numbers that they may hold out: a grammar of printed amounts, and characters that are taken for those of
 * numbers; imports schemas, model, decoding.
 */
export { isOfNumber, withBlanks } from './amount-steps.ts';
export { priorOfNumber, readAmount } from './read-amount.ts';
