import type { Box } from '../../../model/box.ts';
import type { PdfFont } from '../../access/pdf-library.ts';
import type { DrawnFigures } from '../outlines/index.ts';
import { FAINTEST, type Inkless, type Look, type Region, SOLID } from '../surface/areas.ts';
import { UNKNOWN } from '../surface/colour.ts';
import type { Matrix } from '../surface/matrix.ts';
import { type Misnamed, NONE_MISNAMED } from './font-maps.ts';
import { isList } from './operands.ts';
import type { GlyphInks } from './procedures.ts';

/** PDF 32000-1, 9.3. `scale` is 1 where the standard says 100. */
export interface TextState {
  font: PdfFont | null;
  misnamed: ReadonlyMap<number, Misnamed>;
  /** Null without a font. */
  drawn: DrawnFigures | null;
  /** Of a Type 3 font. */
  inks: GlyphInks | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

/** How paint mixes with what is below it (11.3, 11.6): of each kind, what the state says and what the groups around it add. */
export interface Mixing {
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
  readonly groupAlpha: number;
  /** A blend mode other than the normal one, a soft mask: paint has not the colour that it says. */
  readonly blends: boolean;
  readonly softMask: boolean;
  readonly groupMixes: boolean;
  readonly groupMasked: boolean;
  /** What is painted makes a soft mask and is not seen itself. */
  readonly masking: boolean;
  /** The next image has a soft mask of its own: the library sets the one of the state aside, and says nothing else at once. */
  readonly ownMask: boolean;
}

/** What a content stream saves and restores (8.4); `ctm` leads to displayed coordinates, colours are #rrggbb or not known. */
export interface GraphicsState extends TextState {
  ctm: Matrix;
  mixing: Mixing;
  /** Around all clip paths. */
  clip: Box | null;
  region: Region | null;
  /** Text that clips what is painted (modes 4 to 7), which is how it is filled with pictures. */
  textClip: readonly Look[] | null;
  fill: string;
  stroke: string;
  pen: Pen;
}

/** What lines are drawn with (8.4.3); the width in the coordinates of the time when a line is drawn. */
export interface Pen {
  readonly width: number;
  readonly isDashed: boolean;
}

const UNMIXED: Mixing = {
  fillAlpha: 1,
  strokeAlpha: 1,
  groupAlpha: 1,
  blends: false,
  softMask: false,
  groupMixes: false,
  groupMasked: false,
  masking: false,
  ownMask: false,
};

export function initialState(ctm: Matrix): GraphicsState {
  return {
    ctm,
    clip: null,
    region: null,
    textClip: null,
    font: null,
    misnamed: NONE_MISNAMED,
    drawn: null,
    inks: null,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    fill: '#000000',
    stroke: '#000000',
    pen: { width: 1, isDashed: false },
    mixing: UNMIXED,
  };
}

/** How text is painted in this state. Modes: 0 fills, 1 strokes, 2 does both, 3 neither; 4 to 7 the same, and clip (9.3.6). */
export function lookOf(state: GraphicsState, order: number, isLayerOff: boolean): Look {
  const { mode, region, mixing } = state;
  const kind = mode % 4;
  // A font of procedures paints in colours of its own.
  const isKnown = !mixes(mixing) && state.font?.isType3Font !== true;
  const ink = (paints: boolean, alpha: number, colour: string): string | null =>
    paints && alpha * mixing.groupAlpha > FAINTEST ? (isKnown ? colour : UNKNOWN) : null;
  const fill = ink(kind === 0 || kind === 2, mixing.fillAlpha, state.fill);
  const stroke = ink(kind === 1 || kind === 2, mixing.strokeAlpha, state.stroke);
  const inkless = mixing.masking ? 'mask' : inklessness(kind, fill ?? stroke, isLayerOff);
  return { order, fill, stroke, inkless, isDoubtful: mixing.softMask || mixing.groupMasked, region };
}

function inklessness(kind: number, ink: string | null, isLayerOff: boolean): Inkless | null {
  if (isLayerOff) return 'layer-off';
  if (kind === 3) return 'no-ink';
  return ink === null ? 'transparent' : null;
}

/** Whether what is filled hides what is below it. */
export function isSolid(state: Mixing, alpha: number): boolean {
  return alpha * state.groupAlpha >= SOLID && !mixes(state);
}

export function mixes({ blends, softMask, groupMixes }: Mixing): boolean {
  return blends || softMask || groupMixes;
}

export function isFaint({ groupAlpha }: Mixing, alpha: number): boolean {
  return !(alpha * groupAlpha > FAINTEST);
}

/** How paint mixes within a transparency group: it begins anew, and what it gives is mixed as the state around it says (11.6.6). */
export function mixingInGroup(around: Mixing, masking: boolean): Mixing {
  return {
    ...UNMIXED,
    groupAlpha: around.groupAlpha * around.fillAlpha,
    groupMixes: mixes(around),
    groupMasked: around.softMask || around.groupMasked,
    masking: around.masking || masking,
  };
}

/** The pen after these entries of a graphics state. */
export function penAfter(before: Pen, entries: readonly unknown[]): Pen {
  const width = entries.flatMap((entry) => (isList(entry) && entry[0] === 'LW' && typeof entry[1] === 'number' ? [entry[1]] : [])).at(-1);
  return width === undefined ? before : { ...before, width };
}

/** Whether these entries of a graphics state begin a soft mask (11.6.5). */
export function setsMask(entries: readonly unknown[]): boolean {
  return entries.some((entry) => isList(entry) && entry[0] === 'SMask' && entry[1] !== false);
}

/** Documents say again and again what holds already. */
function isSameMixing(one: Mixing, other: Mixing): boolean {
  return (
    one.fillAlpha === other.fillAlpha &&
    one.strokeAlpha === other.strokeAlpha &&
    one.blends === other.blends &&
    one.softMask === other.softMask &&
    one.ownMask === other.ownMask
  );
}

/** How paint mixes after these entries of a graphics state (8.4.5): pairs of a key and its value. */
export function mixingAfter(before: Mixing, entries: readonly unknown[]): Mixing {
  let { fillAlpha, strokeAlpha, blends, softMask, ownMask } = before;
  for (const entry of entries) {
    const [key, value] = isList(entry) ? entry : [];
    if (key === 'ca' && typeof value === 'number') fillAlpha = value;
    else if (key === 'CA' && typeof value === 'number') strokeAlpha = value;
    else if (key === 'BM') blends = value !== 'source-over';
    else if (key === 'SMask') {
      softMask = value !== false;
      ownMask ||= !softMask && entries.length === 1;
    }
  }
  const after: Mixing = { ...before, fillAlpha, strokeAlpha, blends, softMask, ownMask };
  return isSameMixing(before, after) ? before : after;
}
