/** An embedded font in, the figures that its glyphs look like out; imports model, access. */
import type { PdfFont, PdfGlyph } from '../../access/pdf-library.ts';
import { compactPath } from './compact.ts';
import { figuresLike } from './figures.ts';
import { OpenType } from './open-type.ts';
import { silhouetteOf } from './silhouette.ts';
import { trueTypePath } from './true-type.ts';

/** Which figures a glyph of a font looks like; none where it looks like none, or where nobody knows what is drawn. */
export type DrawnFigures = (glyph: PdfGlyph) => readonly string[];

const NONE: readonly string[] = [];

/** A document's pages share its fonts. */
const KNOWN = new WeakMap<PdfFont, DrawnFigures>();

export function drawnFigures(font: PdfFont): DrawnFigures {
  const known = KNOWN.get(font) ?? remembering(font);
  KNOWN.set(font, known);
  return known;
}

/** Each glyph is looked at once, when it is first met as a figure. */
function remembering({ data }: PdfFont): DrawnFigures {
  const seen = new Map<string, readonly string[]>();
  let font: OpenType | null = null;
  return ({ fontChar = '', fontGlyph }) => {
    const key = fontGlyph === undefined ? fontChar : `glyph ${fontGlyph}`;
    const known = seen.get(key);
    if (known) return known;
    const code = fontChar.codePointAt(0);
    const figures = attempt(() => {
      if (!data || (code === undefined && !fontGlyph)) return NONE;
      font ??= new OpenType(data);
      const glyph = fontGlyph ?? (code === undefined ? 0 : font.glyphOf(code));
      const silhouette = glyph > 0 ? silhouetteOf(pathOf(font, glyph)) : null;
      return silhouette ? figuresLike(silhouette) : NONE;
    });
    seen.set(key, figures);
    return figures;
  };
}

function pathOf(font: OpenType, glyph: number): number[] {
  const compact = font.table('CFF ');
  return compact ? compactPath(compact, glyph) : trueTypePath(font, glyph);
}

/** What a damaged font draws is not known. */
function attempt(look: () => readonly string[]): readonly string[] {
  try {
    return look();
  } catch (error) {
    if (error instanceof RangeError) return NONE;
    throw error;
  }
}
