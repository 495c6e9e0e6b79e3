/**
 * A printed line of an upright page in, its words with what each of them may be out; imports model, access, picture, decoding, amounts.
 */
export { type RecognisedLine, type RecognisedWord, readLine } from './read-line.ts';
export { wordsOf } from './words.ts';
