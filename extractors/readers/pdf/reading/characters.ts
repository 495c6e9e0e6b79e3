import { RADICALS_AND_CHARACTERS } from '../../../../schemas/lexicon/writing/radicals.ts';

/** Characters as fonts' maps spell them: radicals that stand for the whole character, and codes that stand for nothing. */

const RADICALS: ReadonlyMap<string, string> = new Map(
  RADICALS_AND_CHARACTERS.match(/../g)?.map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** CJK radicals and compatibility forms as the characters that they look like; everything else as it is. */
export function unify(text: string): string {
  const code = text.charCodeAt(0);
  if (code < 0x2e80) return text;
  if (code < 0x2f00) return RADICALS.get(text) ?? text;
  if (code < 0x2fe0 || (code >= 0xf900 && code < 0xfb00)) return text.normalize('NFKC');
  return text;
}

/** Private use, control and replacement characters: what a font without a usable character map leaves. */
export function isUnreadable(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xe000 && code < 0xf8ff) || code === 0xfffd;
}
