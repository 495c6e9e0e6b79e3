import type { Box } from '../../../model/box.ts';
import type { Picture, PictureLine } from '../../../model/picture.ts';
import type { LineImage } from '../../access/scan-library.ts';
import { resampled } from './resampling.ts';
import { LINE_HEIGHT, PADDING_ACROSS, PADDING_ALONG, PAPER_RANK, WIDTH_STEP } from './settings.ts';

/**
 * What the picture of a line shows of the upright page, in its dots: the ink with a margin, as wide as makes its picture a whole number
 * of steps wide. Column x of a picture `width` wide shows window[0] + (x + 0.5) / width · (window[2] − window[0]).
 */
export function windowOf({ box }: PictureLine): Box {
  const [x0, y0, x1, y1] = box;
  const margin = PADDING_ACROSS * (y1 - y0);
  const height = y1 - y0 + 2 * margin;
  const width = x1 - x0 + 2 * PADDING_ALONG * height;
  const steps = Math.max(1, Math.ceil(((width / height) * LINE_HEIGHT) / WIDTH_STEP));
  const along = ((steps * WIDTH_STEP * height) / LINE_HEIGHT - (x1 - x0)) / 2;
  return [x0 - along, y0 - margin, x1 + along, y1 + margin];
}

/** A line as the recogniser takes it, cut from the upright page: what lies beyond its bound (rulings, other cells) is paper. */
export function cropped(upright: Picture, line: PictureLine): LineImage {
  const window = windowOf(line);
  const width = Math.round((LINE_HEIGHT * (window[2] - window[0])) / (window[3] - window[1]));
  const area = LINE_HEIGHT * width;
  const planes = new Float32Array(3 * area);
  planes.set(resampled(bounded(upright, window, line.bound), width, LINE_HEIGHT));
  for (let i = 0; i < area; i++) planes[i] = (planes[i] ?? 0) / 127.5 - 1;
  planes.copyWithin(area, 0, area);
  planes.copyWithin(2 * area, 0, area);
  return { width, height: LINE_HEIGHT, planes };
}

/** The dots of a window and where it lies among them; those outside the bound or the picture are as light as most within. */
function bounded({ width, height, grey }: Picture, [x0, y0, x1, y1]: Box, bound: Box): { picture: Picture; window: Box } {
  const [left, top, right, bottom] = [Math.floor(x0), Math.floor(y0), Math.ceil(x1), Math.ceil(y1)];
  const picture: Picture = { width: right - left, height: bottom - top, grey: new Uint8Array((right - left) * (bottom - top)) };
  const [from, to] = [Math.max(left, Math.floor(bound[0]), 0), Math.min(right, Math.ceil(bound[2]), width)];
  const [first, last] = [Math.max(top, Math.floor(bound[1]), 0), Math.min(bottom, Math.ceil(bound[3]), height)];
  picture.grey.fill(paperOf(grey, width, [from, first, to, last]));
  for (let y = first; y < last; y++) {
    if (to > from) picture.grey.set(grey.subarray(y * width + from, y * width + to), (y - top) * picture.width + from - left);
  }
  return { picture, window: [x0 - left, y0 - top, x1 - left, y1 - top] };
}

function paperOf(grey: Uint8Array, width: number, [x0, y0, x1, y1]: Box): number {
  const counts = new Int32Array(256);
  for (let y = y0; y < y1; y++)
    for (let i = y * width + x0; i < y * width + x1; i++) counts[grey[i] ?? 0] = (counts[grey[i] ?? 0] ?? 0) + 1;
  const rank = Math.max(0, x1 - x0) * Math.max(0, y1 - y0) * PAPER_RANK;
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += counts[value] ?? 0;
    if (seen > rank) return value;
  }
  return 255;
}
