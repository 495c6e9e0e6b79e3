import { CHINESE_FORMATS } from '../../../../../schemas/lexicon/writing/offices.ts';
import { childrenNamed, parseXml, type XmlElement } from '../../../package/xml.ts';
import { COMMON_FORMATS } from '../../workbook/shown.ts';

/** How cells of one style look (ECMA-376 part 1, 18.8). */
export interface CellStyle {
  code: string;
  /** Points. */
  indent: number;
  red: boolean;
  /** White text on no ground, which nobody sees. */
  white: boolean;
}

export const PLAIN_STYLE: CellStyle = { code: '', indent: 0, red: false, white: false };

/** A step of indentation is three spaces wide (18.8.1): about nine points at the usual size. */
export const INDENT_STEP = 9;

const RED = /^(?:FF)?(?:FF0000|C00000)$/i;
const WHITE = /^(?:FF)?FFFFFF$/i;
/** Colours of the old palette (18.8.27). */
const RED_INDEXES = new Set(['2', '10']);
const WHITE_INDEXES = new Set(['1', '9']);
/** The first colour of a theme is what it writes upon. */
const WHITE_THEME = '0';

const numbered = (value: string | undefined): number => Number(value ?? 0) || 0;

/** The styles of a workbook, by their number. @throws Error when the text is no XML. */
export function stylesOf(text: string): CellStyle[] {
  const root = parseXml(text);
  const list = (name: string): XmlElement[] =>
    childrenNamed(root, name).flatMap(({ children }) => children.filter((c) => typeof c !== 'string'));
  const codes = new Map(list('numFmts').map(({ attributes }) => [numbered(attributes.numFmtId), attributes.formatCode ?? '']));
  const fonts = list('fonts').map(colourOf);
  const filled = list('fills').map(isFilled);
  return list('cellXfs').map((xf): CellStyle => {
    const { numFmtId, fontId, fillId } = xf.attributes;
    const id = numbered(numFmtId);
    const colour = fonts[numbered(fontId)];
    const [alignment] = childrenNamed(xf, 'alignment');
    return {
      code: codes.get(id) ?? CHINESE_FORMATS[id] ?? COMMON_FORMATS[id] ?? '',
      indent: numbered(alignment?.attributes.indent) * INDENT_STEP,
      red: colour === 'red',
      white: colour === 'white' && filled[numbered(fillId)] !== true,
    };
  });
}

function colourOf(font: XmlElement): 'red' | 'white' | null {
  const [colour] = childrenNamed(font, 'color');
  const { rgb = '', indexed = '', theme = '', tint } = colour?.attributes ?? {};
  if (RED.test(rgb) || RED_INDEXES.has(indexed)) return 'red';
  const white = WHITE.test(rgb) || WHITE_INDEXES.has(indexed) || (theme === WHITE_THEME && tint === undefined);
  return white ? 'white' : null;
}

function isFilled(fill: XmlElement): boolean {
  const [pattern] = childrenNamed(fill, 'patternFill');
  if (!pattern) return fill.children.some((child) => typeof child !== 'string');
  return !['none', undefined].includes(pattern.attributes.patternType);
}
