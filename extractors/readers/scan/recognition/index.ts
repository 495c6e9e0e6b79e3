/**
 * A printed line of an upright page in, its words with what each of them may be out; imports schemas, model, notation, access, picture, decoding, amounts, wording.
 */
export { type RecognisedLine, type RecognisedWord, readLine } from './read-line.ts';
export { wordsOf } from './words.ts';
