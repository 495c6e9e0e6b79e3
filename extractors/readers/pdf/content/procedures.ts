import type { OperatorList, PdfFont } from '../../access/pdf-library.ts';
import { isList, type Operands } from './operands.ts';

/** Whether the procedure of a glyph draws anything; null where that is not known. */
export type GlyphInks = (name: string) => boolean | null;

/** Operators that leave something on the page, by the library's names of them; paths are looked at. */
const PAINTING = /^(?:show|nextLineShow|paint(?!FormXObject)|shadingFill|rawFillPath)/;

/** A document's pages share its fonts. */
const KNOWN = new WeakMap<PdfFont, GlyphInks>();

/**
 * Which glyphs of a Type 3 font are drawn (PDF 32000-1, 9.6.5); null for other fonts. Of a procedure that the library could not follow, it
 * gives an empty list.
 */
export function inksOf(font: PdfFont, ops: Readonly<Record<string, number>>): GlyphInks | null {
  const { charProcOperatorList: procedures } = font;
  if (font.isType3Font !== true || !procedures) return null;
  const known = KNOWN.get(font);
  if (known) return known;
  const painting = paintingOps(ops);
  const found = new Map<string, boolean | null>();
  const inks: GlyphInks = (name) => {
    let draws = found.get(name);
    if (draws === undefined) {
      draws = drawsAnything(procedures[name], painting, ops);
      found.set(name, draws);
    }
    return draws;
  };
  KNOWN.set(font, inks);
  return inks;
}

const paintingOps = (ops: Readonly<Record<string, number>>): ReadonlySet<number> =>
  new Set(Object.entries(ops).flatMap(([name, number]) => (PAINTING.test(name) ? [number] : [])));

function drawsAnything(
  procedure: OperatorList | undefined,
  painting: ReadonlySet<number>,
  ops: Readonly<Record<string, number>>,
): boolean | null {
  if (!procedure || procedure.fnArray.length === 0) return null;
  return procedure.fnArray.some((operator, i) => {
    if (operator !== ops.constructPath) return painting.has(operator);
    return procedure.argsArray[i]?.[0] !== ops.endPath;
  });
}

/** The operators of a tiling pattern (8.7.3), as the library sets it for a colour; null for any other colour. */
export function tilesOf(operands: Operands): OperatorList | null {
  return operands[0] === 'TilingPattern' && isOperatorList(operands[2]) ? operands[2] : null;
}

function isOperatorList(value: unknown): value is OperatorList {
  return (
    typeof value === 'object' &&
    value !== null &&
    'fnArray' in value &&
    isList(value.fnArray) &&
    'argsArray' in value &&
    isList(value.argsArray)
  );
}
