import type { Box } from '../../model/box.ts';
import type { PdfFont } from '../access/pdf-library.ts';
import type { Matrix } from './matrix.ts';

/** PDF 32000-1, 9.3. `scale` is 1 where the standard says 100. */
export interface TextState {
  font: PdfFont | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

/** What a content stream saves and restores (8.4); `ctm` leads to displayed coordinates, colours are #rrggbb. */
export interface GraphicsState extends TextState {
  ctm: Matrix;
  clip: Box | null;
  fill: string;
  stroke: string;
}

export function initialState(ctm: Matrix): GraphicsState {
  return {
    ctm,
    clip: null,
    font: null,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    fill: '#000000',
    stroke: '#000000',
  };
}
