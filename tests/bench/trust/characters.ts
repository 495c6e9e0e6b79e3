/** What becomes of the characters of one printed number: a text in, the spoilt text out. */
import type { Random } from '../../generator/random.ts';

export type Spoil = (raw: string, random: Random) => string;

/** One digit replaced; the first one not by 0. */
export function otherDigit(raw: string, random: Random): string {
  const at = random.pick([...raw].flatMap((char, i) => (/\d/.test(char) ? [i] : [])));
  const first = !/\d/.test(raw.slice(0, at));
  const digits = [...'0123456789'].filter((digit) => digit !== raw[at] && !(first && digit === '0' && raw.length > 1));
  return raw.slice(0, at) + random.pick(digits) + raw.slice(at + 1);
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  0: '8O',
  1: '7l',
  2: 'Z7',
  3: '8',
  4: '9',
  5: '6S',
  6: '85',
  7: '1',
  8: '3B',
  9: '4',
};

/** What recognition of printed digits does: a lookalike, a lost or doubled character, a lost or mistaken point. */
export function confused(raw: string, random: Random): string {
  const digits = [...raw].flatMap((char, i) => (/\d/.test(char) ? [i] : []));
  const at = random.pick(digits);
  switch (random.int(0, 5)) {
    case 0:
      return raw.slice(0, at) + raw.slice(at + 1);
    case 1:
      return raw.slice(0, at) + raw[at] + raw.slice(at);
    case 2:
      return raw.includes('.') ? raw.replace('.', random.chance(0.5) ? '' : ',') : raw;
    case 3: {
      const pair = digits.filter((i) => /\d/.test(raw[i + 1] ?? '') && raw[i] !== raw[i + 1]);
      if (pair.length === 0) return raw;
      const i = random.pick(pair);
      return raw.slice(0, i) + raw[i + 1] + raw[i] + raw.slice(i + 2);
    }
    default:
      return raw.slice(0, at) + random.pick([...LOOKALIKES[raw[at]!]!]) + raw.slice(at + 1);
  }
}

const FOOTNOTES = '123';

/** The mark of a footnote that was printed small and high, as the digit that a text makes of it. */
export function withFootnote(raw: string, random: Random): string {
  return `${raw}${random.pick([...FOOTNOTES])}`;
}

export function withoutPoint(raw: string): string {
  return raw.replace('.', '');
}

/** As many times as much, in the same notation: `12.5` by two places is `1250`. */
export function moved(raw: string, places: number): string {
  const [whole = '', decimals = ''] = raw.split('.');
  const padded = decimals.padEnd(places, '0');
  const rest = padded.slice(places);
  return `${whole}${padded.slice(0, places)}${rest === '' ? '' : `.${rest}`}`.replace(/^(-?)0+(?=\d)/, '$1');
}

/** What a spreadsheet prints where the column is too narrow. */
export const TOO_NARROW = '###';
