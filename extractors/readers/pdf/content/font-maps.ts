import type { PdfFont } from '../../access/pdf-library.ts';

/**
 * Codes of the figure nought where the nine others follow in order: ASCII and the encodings that contain it (PDF 32000-1, annex D);
 * glyph numbers in the order of Macintosh fonts, which nearly all TrueType fonts keep (OpenType, `post` format 1); Adobe's character
 * collections for Chinese, Japanese and Korean (Adobe-GB1 and its kin).
 */
const NOUGHTS = [48, 19, 17] as const;
const DIGITS = 10;
/** A font that gives so many figures in that order has the order, and was not numbered as its characters came to be used. */
const IN_ORDER = 5;
const NAMES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const FIGURE_OF: ReadonlyMap<string | undefined, string> = new Map(NAMES.map((name, figure) => [name, `${figure}`]));

/** What a code of a font is called by its character map, and by everything else. */
export interface Misnamed {
  said: string;
  expected: string;
}

export const NONE_MISNAMED: ReadonlyMap<number, Misnamed> = new Map();

/**
 * Codes that the character map of a font (9.10.3) calls one figure, while the name of their glyph, or the order that the other figures
 * are in, says another. Which of the two is drawn is not known; a map that lies about figures is no evidence for a number.
 */
export function misnamedFigures(font: PdfFont): ReadonlyMap<number, Misnamed> {
  const known = KNOWN.get(font) ?? findMisnamed(font);
  KNOWN.set(font, known);
  return known;
}

/** A document's pages share its fonts. */
const KNOWN = new WeakMap<PdfFont, ReadonlyMap<number, Misnamed>>();

function findMisnamed(font: PdfFont): ReadonlyMap<number, Misnamed> {
  const { toUnicode } = font;
  if (!toUnicode) return NONE_MISNAMED;
  const wrong = new Map<number, Misnamed>();
  for (const nought of NOUGHTS) {
    const said = Array.from({ length: DIGITS }, (_, i) => toUnicode.get(nought + i));
    if (said.filter((text, i) => text === `${i}`).length < IN_ORDER) continue;
    said.forEach((text, i) => {
      if (isFigure(text) && text !== `${i}`) wrong.set(nought + i, { said: text, expected: `${i}` });
    });
  }
  for (const [code, expected] of namedFigures(font)) {
    const text = toUnicode.get(code);
    if (isFigure(text) && text !== expected) wrong.set(code, { said: text, expected });
  }
  return wrong.size === 0 ? NONE_MISNAMED : wrong;
}

const isFigure = (text: string | undefined): text is string => text !== undefined && /^\d$/.test(text);

/** Codes whose glyph has the name of a figure: by the differences of an encoding, or by an encoding that the font keeps to (9.6.6). */
function namedFigures({ composite, isSymbolicFont, defaultEncoding, differences }: PdfFont): [code: number, figure: string][] {
  if (composite === true) return [];
  const figures: [number, string][] = [];
  for (let code = 0; code < 256; code++) {
    const name = differences?.[code] ?? (isSymbolicFont ? undefined : defaultEncoding?.[code]);
    const figure = FIGURE_OF.get(name);
    if (figure !== undefined) figures.push([code, figure]);
  }
  return figures;
}
