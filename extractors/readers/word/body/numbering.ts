import { COUNTING, HEAVENLY_STEMS, LEGAL_COUNTING } from '../../../../schemas/lexicon/writing/numerals.ts';

/** One level of a list (ECMA-376 part 1, 17.9.6); `format` by the names of 17.18.59. */
export interface Level {
  start: number;
  format: string;
  /** `%1、`: the number of each level by its place. */
  text: string;
  /** Levels above are written in Arabic digits. */
  legal: boolean;
}

/** A list; those of one `abstract` count on. */
export interface List {
  abstract: string;
  levels: readonly (Level | undefined)[];
}

/** Levels of a list. */
export const LEVELS = 9;
/** Numbers of lists are small; beyond this they are written in digits. */
const LARGEST_NAMED = 99;

function counting(n: number, { digits, ten }: { digits: string; ten: string }): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const unit = ones === 0 && n > 0 ? '' : digits.charAt(ones);
  if (tens === 0) return digits.charAt(ones);
  return `${tens === 1 && ten === COUNTING.ten ? '' : digits.charAt(tens)}${ten}${unit}`;
}

function roman(n: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let [left, text] = [n, ''];
  for (const [value, sign] of signs)
    while (left >= value) {
      text += sign;
      left -= value;
    }
  return text;
}

const chinese = (n: number): string => counting(n, COUNTING);
const letter = (n: number): string => String.fromCharCode(65 + ((n - 1) % 26));

/** Ways of writing a number (17.18.59) that Chinese offices use; the others are written in digits. */
const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: (n) => [...String(n)].map((digit) => (digit === '0' ? COUNTING.zero : COUNTING.digits.charAt(Number(digit)))).join(''),
  chineseLegalSimplified: (n) => counting(n, LEGAL_COUNTING),
  ideographTraditional: (n) => HEAVENLY_STEMS.charAt((n - 1) % 10),
  decimalEnclosedCircle: (n) => (n <= 20 ? String.fromCharCode(0x2460 + n - 1) : String(n)),
  decimalEnclosedCircleChinese: (n) => (n <= 20 ? String.fromCharCode(0x2460 + n - 1) : String(n)),
  decimalFullWidth: (n) => [...String(n)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join(''),
  decimalZero: (n) => String(n).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: letter,
  lowerLetter: (n) => letter(n).toLowerCase(),
  none: () => '',
};

/** A number as a list writes it: 12 is 十二 in `chineseCounting`. */
export function listNumber(n: number, format: string): string {
  return n > LARGEST_NAMED || n < 1 ? String(n) : (FORMATS[format] ?? String)(n);
}

/** The lists of a document: each paragraph that belongs to one is given its number, in the order of the document. */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #counts = new Map<string, (number | undefined)[]>();

  constructor(lists: ReadonlyMap<string, List>) {
    this.#lists = lists;
  }

  /** The number printed before the next paragraph of the list at that level, '' for a bullet or none. */
  next(list: string, level: number): string {
    const found = this.#lists.get(list);
    const own = found?.levels[level];
    if (!found || !own) return '';
    const counts = this.#counts.get(found.abstract) ?? [];
    this.#counts.set(found.abstract, counts);
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    if (own.format === 'bullet') return '';
    return own.text.replace(/%([1-9])/g, (_, place: string) => {
      const index = Number(place) - 1;
      const described = found.levels[index];
      return listNumber(counts[index] ?? described?.start ?? 1, own.legal ? 'decimal' : (described?.format ?? 'decimal'));
    });
  }
}
