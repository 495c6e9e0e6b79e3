/**
 * What the recogniser says of the places of a line in; the likeliest texts with their probabilities, and where their characters stand, out;
 * imports model, access.
 */

export { ANY_TEXT, type Grammar, likeliestTexts } from './beam.ts';
export { bestPath, type PathCharacter } from './best-path.ts';
export { placesOf } from './places.ts';
export { type Option, type Step, stepsOf } from './steps.ts';
