import type { Place } from '../../../../schemas/place.ts';
import type { PageView } from '../../../../schemas/reviewing/api.ts';
import { type Turn, turnedSize, turnTransform, wordTransform } from '../../../publish/report/turning.ts';
import { svg } from '../base/dom.ts';
import { type Marking, markClass } from './marking.ts';

export type DrawnView = Extract<PageView, { form: 'drawn' }>;

/** Points around a number, so that its outline does not touch its digits. */
const MARGIN = 1.5;

function rectOf(bbox: NonNullable<Place['bbox']>, attributes: Record<string, string>): SVGRectElement {
  const [x0, y0, x1, y1] = bbox;
  const size = { width: Math.max(1, x1 - x0) + 2 * MARGIN, height: Math.max(1, y1 - y0) + 2 * MARGIN };
  return svg('rect', { x: x0 - MARGIN, y: y0 - MARGIN, ...size, rx: 1, ...attributes });
}

/** The layer of outlines over a page, in its points. The grid says the same to a screen reader. */
export function overlay(page: DrawnView, turn: Turn, marking: Marking): SVGSVGElement {
  const { width, height } = turnedSize(page.width, page.height, turn);
  const marks = marking.marks.flatMap((mark) =>
    mark.place.bbox ? [rectOf(mark.place.bbox, { class: markClass(mark, marking), 'data-fact': mark.factId })] : [],
  );
  const places = marking.places.flatMap(({ bbox }) => (bbox ? [rectOf(bbox, { class: 'm of-item place' })] : []));
  const layer = svg('g', { transform: turnTransform(page.width, page.height, turn) || null }, marks, places);
  return svg('svg', { class: 'overlay', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }, layer);
}

/** What was read of a page: its words and lines, drawn where they stand. */
export function drawnAsRead(page: DrawnView, turn: Turn): SVGSVGElement {
  const words = page.words.map(({ text, box, rotation }) => {
    const [x0, y0, x1, y1] = box;
    const [long, high] = rotation % 180 === 0 ? [x1 - x0, y1 - y0] : [y1 - y0, x1 - x0];
    const size = Math.max(1, high);
    const place = { transform: wordTransform(box, rotation, size), 'font-size': size * 0.9 };
    return svg('text', { ...place, textLength: Math.max(0.1, long), lengthAdjust: 'spacingAndGlyphs' }, text);
  });
  const rulings = page.rulings.map(([x1, y1, x2, y2]) => svg('line', { x1, y1, x2, y2 }));
  const { width, height } = turnedSize(page.width, page.height, turn);
  const layer = svg('g', { transform: turnTransform(page.width, page.height, turn) || null }, rulings, words);
  return svg('svg', { class: 'as-read', viewBox: `0 0 ${width} ${height}`, lang: 'zh-CN' }, layer);
}
