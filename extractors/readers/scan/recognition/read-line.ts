import { LOST_AT_START } from '../../../../schemas/lexicon/writing/lookalikes.ts';
import { at } from '../../../model/at.ts';
import type { Likely, Reading } from '../../../model/blocks.ts';
import type { Box } from '../../../model/box.ts';
import type { Picture, PictureLine } from '../../../model/picture.ts';
import type { LineProbabilities, ScanAccess } from '../../access/scan-library.ts';
import { cropped, windowOf } from '../picture/index.ts';
import { isOfNumber, withBlanks } from './amounts/index.ts';
import { bestPath } from './decoding/best-path.ts';
import { placesOf } from './decoding/places.ts';
import { stepsOf } from './decoding/steps.ts';
import { type Columns, inkRuns, type Run } from './ink.ts';
import { inkOf, type Piece, piecesOf, widestGap } from './pieces.ts';
import { readPiece } from './read-piece.ts';
import { LEAST_SURE, LOST_CHARACTER, LOST_START, LOWEST, UNCOVERED } from './settings.ts';
import { knownCharacters } from './wording/known-words.ts';

/** A word as it was recognised; lengths in dots of the upright picture. */
export interface RecognisedWord {
  text: string;
  box: Box;
  /** Left edge of each UTF-16 character. */
  starts: number[];
  reading: Reading;
}

/** A printed line with its words, from left to right: none where nothing was recognised. */
export interface RecognisedLine {
  line: PictureLine;
  words: RecognisedWord[];
}

/**
 * Reads one printed line of an upright page; lines depend on nothing but their own dots. `characterHeight`: that of a usual character of
 * the page, in dots: a line that is lower (a dash, a lone 。) is shown as small as it is.
 */
export async function readLine(
  upright: Picture,
  printed: PictureLine,
  { alphabet, recognise }: Pick<ScanAccess, 'alphabet' | 'recognise'>,
  characterHeight = 0,
): Promise<RecognisedLine> {
  const line = { ...printed, box: heightened(printed, LOWEST * characterHeight) };
  const image = cropped(upright, line);
  const probabilities = await recognise(image);
  return { line: printed, words: wordsIn(line, inkRuns(image), probabilities, { alphabet, width: image.width, height: image.height }) };
}

/** The box of a line, made as high as asked for around its middle, within its bound. */
function heightened({ box: [x0, y0, x1, y1], bound }: PictureLine, height: number): Box {
  const lacking = (height - (y1 - y0)) / 2;
  return lacking <= 0 ? [x0, y0, x1, y1] : [x0, Math.max(bound[1], y0 - lacking), x1, Math.min(bound[3], y1 + lacking)];
}

interface LineFrame {
  alphabet: readonly string[];
  width: number;
  height: number;
}

/** The words of a line by the inked columns of its picture and what was recognised in it. */
export function wordsIn(
  line: PictureLine,
  runs: readonly Run[],
  probabilities: LineProbabilities,
  { alphabet, width, height }: LineFrame,
): RecognisedWord[] {
  const steps = stepsOf(probabilities, alphabet);
  const perStep = width / steps.length;
  const columnOf = (step: number): number => (step + 0.5) * perStep;
  const [left, top, right, bottom] = windowOf(line);
  const ink = (height * (line.box[3] - line.box[1])) / (bottom - top);
  const dotOf = (column: number): number => left + ((right - left) * column) / width;
  const pieces = piecesOf(bestPath(steps), runs, columnOf, { width, height: ink });
  // Ink in which nothing is likelier than something: a lone thin digit.
  if (pieces.length === 0 && runs.length > 0) pieces.push({ from: 0, to: width, text: '', blanks: [] });
  return pieces.flatMap((piece): RecognisedWord[] => {
    const first = Math.round(piece.from / perStep);
    const gaps = piece.blanks.map((column) => Math.floor(column / perStep) - first);
    const own = withBlanks(steps.slice(first, Math.round(piece.to / perStep)), gaps);
    const columnsOf = (text: string): number[] => placesOf(text, own).map((step) => columnOf(first + step));
    const [best, ...alternatives] = mended(readPiece(own, piece.text), (text) => uncovered(piece, columnsOf(text), runs, ink));
    if (!best || best.posterior < LEAST_SURE) return [];
    const extent = inkOf(piece, runs) ?? [piece.from, piece.to];
    const box: Box = [dotOf(extent[0]), line.box[1], dotOf(extent[1]), line.box[3]];
    const starts = startsOf(best.text, columnsOf(best.text), extent, runs).map(dotOf);
    return [{ text: best.text, box, starts, reading: { posterior: best.posterior, alternatives } }];
  });
}

/** Ink of a word that none of its characters covers; `start`: a flat stroke before the first of them. */
type Uncovered = 'nothing' | 'start' | 'within';

function uncovered(piece: Piece, columns: readonly number[], runs: readonly Run[], ink: number): Uncovered {
  const isNumber = [...piece.text].every(isOfNumber);
  const nearest = (column: number): number => Math.min(...columns.map((known) => Math.abs(known - column)));
  const lost = runs.find(([from, to]) => {
    if (to <= piece.from || from >= piece.to || to - from < UNCOVERED.width * ink) return false;
    // Digits are narrow, and touch seldom: what is far from them is told by its middle.
    if (isNumber) return nearest((from + to) / 2) > UNCOVERED.digit * ink;
    return Math.max(nearest(Math.max(from, piece.from)), nearest(Math.min(to, piece.to))) > UNCOVERED.distance * ink;
  });
  if (!lost) return 'nothing';
  return lost[1] <= (columns[0] ?? piece.to) && lost[2] <= UNCOVERED.flat * ink ? 'start' : 'within';
}

/** Readings of a word; where its likeliest leaves ink over, a character was lost: a minus before a number, 一 before what it makes a known word. */
function mended(readings: readonly Likely[], uncoveredBy: (text: string) => Uncovered): Likely[] {
  const [best, ...others] = readings;
  const lost = best ? uncoveredBy(best.text) : 'nothing';
  if (!best || lost === 'nothing') return [...readings];
  const longer = lost === 'start' ? withLostStart(best.text) : null;
  if (longer === null) return [{ ...best, posterior: best.posterior * LOST_CHARACTER }, ...others];
  const [sure, unsure] = [best.posterior * LOST_START, best.posterior * (1 - LOST_START)];
  return [{ text: longer, posterior: sure }, { ...best, posterior: unsure }, ...others.filter(({ text }) => text !== longer)];
}

function withLostStart(text: string): string | null {
  if (UNSIGNED.test(text)) return `-${text}`;
  const longer = LOST_AT_START + text;
  return knownCharacters(longer) > knownCharacters(text) + 1 ? longer : null;
}

const UNSIGNED = /^\d[\d,. ]*$/;

/** The columns that the UTF-16 characters of a text start at: in the middle of the gap before each, or spread evenly where that is not known. */
function startsOf(text: string, columns: readonly number[], [first, last]: Columns, runs: readonly Run[]): number[] {
  const characters = [...text];
  const isKnown = columns.length === characters.length;
  return characters.flatMap((character, i) => {
    const even = first + ((last - first) * i) / characters.length;
    const gap = i > 0 && isKnown ? widestGap(at(columns, i - 1), at(columns, i), runs) : null;
    const start = gap ? (gap[0] + gap[1]) / 2 : i === 0 ? first : even;
    return Array.from({ length: character.length }, () => start);
  });
}
