/** Lines of a text in, words with the columns that they take and the texts that gaps part out; imports schemas, model, notation, geometry, grids/aligned. */
import { at } from '../../../model/at.ts';
import type { Word } from '../../../model/source.ts';
import { numberingLevel } from '../../../notation/roles.ts';
import { isAmount } from '../../../notation/row-kinds.ts';
import { lineText } from '../../geometry/visual-lines.ts';
import { type Segment, type SplitLine, splitLine } from '../../grids/aligned/index.ts';
import { LOOSE } from './settings.ts';
import { isSpacedWord } from './spaced-words.ts';
import { COLUMN } from './words.ts';

/** A line cut where columns part, letter-spaced names of totals (支   出       总   计) in one piece. */
export function segmentsOf(words: readonly Word[]): SplitLine {
  const line = splitLine(words);
  const segments: Segment[] = [];
  for (const segment of line.segments) {
    const last = segments.at(-1);
    if (last && isLoose(last) && isLoose(segment) && segment.x0 - last.x1 <= LOOSE * COLUMN && isSpacedWord(plain(last) + plain(segment))) {
      last.words.push(...segment.words);
      last.x1 = segment.x1;
      last.text += segment.text;
    } else segments.push({ ...segment, words: [...segment.words] });
  }
  return { ...line, segments: partCodes(partRowNumber(segments.flatMap(partAmount))) };
}

/**
 * 98,880.78 一、一般公共服务支出, 46,733.64 77,027.38, 1 302: a number all but touches the label of the other side, or the next number. None is
 * grouped by spaces.
 */
function partAmount(segment: Segment): Segment[] {
  const [amount, ...others] = segment.words;
  const [first] = others;
  if (!amount || !first || !areApart(amount.text, first.text)) return [segment];
  const rest = { words: others, text: lineText(others), x0: first.box[0], x1: segment.x1 };
  return [{ words: [amount], text: amount.text, x0: amount.box[0], x1: amount.box[2] }, ...partAmount(rest)];
}

const areApart = (left: string, right: string): boolean =>
  isPrecise(left) ? isPrecise(right) || numberingLevel(right) > 0 : isWhole(left) && (isWhole(right) || isPrecise(right));

const isWhole = (text: string): boolean => /^\d+$/.test(text);

/** Printed as money is; numbers of rows and codes are not. */
const isPrecise = (text: string): boolean => /\d\.\d\d$/.test(text) && isAmount(text);

/** 201 | 06 | 01 行政运行: the last part of a code all but touches the name. */
function partCodes(segments: readonly Segment[]): Segment[] {
  const first = segments.findIndex(({ text }) => !/^\d{1,3}$/.test(text));
  const segment = segments[first];
  const [code, ...name] = segment?.words ?? [];
  if (!segment || !code || name.length === 0 || first === 0 || !/^\d{1,2}$/.test(code.text)) return [...segments];
  const x0 = at(name, 0).box[0];
  if (x0 <= code.box[2]) return [...segments];
  const parts = [
    { words: [code], text: code.text, x0: code.box[0], x1: code.box[2] },
    { words: name, text: lineText(name), x0, x1: segment.x1 },
  ];
  return partCodes([...segments.slice(0, first), ...parts, ...segments.slice(first + 1)]);
}

const ROW_NUMBER = /^\d{1,3}$/;
/** Of a subject or a body. */
const CODE = /^\d{3,9}$/;

/** 2 201   一般公共服务支出: the row's own number all but touches a code. */
function partRowNumber([first, ...others]: readonly Segment[]): Segment[] {
  const [number, ...code] = first?.words ?? [];
  const [only] = code;
  if (!first || !number || !only || code.length > 1 || !ROW_NUMBER.test(number.text) || !CODE.test(only.text))
    return first ? [first, ...others] : [];
  return [
    { words: [number], text: number.text, x0: number.box[0], x1: number.box[2] },
    { words: code, text: only.text, x0: only.box[0], x1: only.box[2] },
    ...others,
  ];
}

const plain = ({ words }: Segment): string => words.map(({ text }) => text).join('');

const isLoose = ({ words }: Segment): boolean => words.every(({ text }) => text.length === 1 && at([...text], 0) > '\u3400');
