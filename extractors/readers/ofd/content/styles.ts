import { childrenNamed, type XmlElement } from '../../package/xml.ts';
import { UNKNOWN } from '../../pdf/surface/colour.ts';
import { alphaFrom, childNamed, isElement, numberFrom, numbersOf } from '../base/values.ts';
import type { Resources } from '../document/resources.ts';

/** Drawing parameters refer to each other (Relative); more in a row are a circle. */
const MOST_RELATIVES = 16;
/** One point (GB/T 33190—2016, table 17), in millimetres. */
const LINE_WIDTH = 0.353;

export interface Ink {
  /** #rrggbb; UNKNOWN for a pattern or a shading. */
  colour: string;
  /** 0 … 1. */
  alpha: number;
  /** What a pattern is made of. */
  pattern: XmlElement | null;
}

/** How an object is painted; null: it says no colour. Lengths in millimetres of its own coordinates. */
export interface Style {
  fill: Ink | null;
  stroke: Ink | null;
  lineWidth: number;
  isDashed: boolean;
}

/** By the object itself, else by its drawing parameters and what they refer to, else by those of its layer (8.2). */
export function styleOf(object: XmlElement, layerParam: string | undefined, resources: Resources): Style {
  const sources = [object, ...paramsFrom(object.attributes.DrawParam, resources), ...paramsFrom(layerParam, resources)];
  const first = <T>(find: (source: XmlElement) => T | undefined): T | undefined => {
    for (const source of sources) {
      const found = find(source);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const ink = (name: string): Ink | null => {
    const colour = first((source) => childNamed(source, name));
    return colour ? inkOf(colour, resources) : null;
  };
  return {
    fill: ink('FillColor'),
    stroke: ink('StrokeColor'),
    lineWidth: numberFrom(
      first(({ attributes }) => attributes.LineWidth),
      LINE_WIDTH,
    ),
    isDashed: first(({ attributes }) => attributes.DashPattern) !== undefined,
  };
}

function paramsFrom(id: string | undefined, { drawParams }: Resources): XmlElement[] {
  const params: XmlElement[] = [];
  for (let next = id; next !== undefined && params.length < MOST_RELATIVES; ) {
    const param = drawParams.get(next);
    if (!param) break;
    params.push(param);
    next = param.attributes.Relative;
  }
  return params;
}

/** CT_Color (8.3.2): a value, a place in a palette, a pattern or a shading. */
function inkOf(colour: XmlElement, { colourSpaces }: Resources): Ink {
  const { Value, Index, ColorSpace, Alpha } = colour.attributes;
  const alpha = alphaFrom(Alpha);
  const pattern = childNamed(colour, 'Pattern') ?? null;
  if (colour.children.some(isElement)) return { colour: UNKNOWN, alpha, pattern };
  const space = colourSpaces.get(ColorSpace ?? '');
  const value = Value ?? (space && paletteValue(space, Index));
  return { colour: value === undefined ? '#000000' : rgbOf(value, space), alpha, pattern };
}

function paletteValue(space: XmlElement, index: string | undefined): string | undefined {
  const palette = childNamed(space, 'Palette');
  const value = palette && childrenNamed(palette, 'CV')[numberFrom(index, -1)];
  return value?.children.filter((child) => typeof child === 'string').join('');
}

/** Values in decimals or, with a number sign, in hexadecimals; three without a space are RGB, which is the default. */
function rgbOf(value: string, space: XmlElement | undefined): string {
  const most = 2 ** numberFrom(space?.attributes.BitsPerComponent, 8) - 1;
  const parts = value.includes('#')
    ? value
        .split(/[\s#]+/)
        .filter((part) => part !== '')
        .map((part) => Number.parseInt(part, 16))
    : numbersOf(value);
  const [one = 0, two = 0, three = 0, four = 0] = parts.map((part) => Math.max(0, Math.min(1, part / most)));
  if (parts.length === 0 || parts.some(Number.isNaN)) return UNKNOWN;
  if (parts.length === 1) return hex(one, one, one);
  if (parts.length === 4) return hex((1 - one) * (1 - four), (1 - two) * (1 - four), (1 - three) * (1 - four));
  return hex(one, two, three);
}

function hex(...channels: readonly number[]): string {
  return `#${channels
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
