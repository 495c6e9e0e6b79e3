import { html, raw } from 'hono/html';
import type { DrawnPage } from '../../../extractors/model/source.ts';
import type { Place } from '../../../schemas/place.ts';
import type { ReportIndex } from './facts.ts';
import { both, escaped, type Markup } from './markup.ts';
import { round, type Turn, turnedBox, turnedSize, turnTransform, uprightTurn, wordTransform } from './turning.ts';

/** Points of the page around what is outlined, and the most that a piece is high: a third of an A4 page. */
const MARGIN = 36;
const HIGHEST = 280;
/** Points between a number and its outline. */
const GAP = 1.5;

type Box = NonNullable<Place['bbox']>;

const boxesOn = (places: readonly Place[], page: number): Box[] =>
  places.flatMap((place) => (place.page === page && place.bbox ? [place.bbox] : []));

/** From top to bottom what is shown of a page: all boxes where they fit, else from the first on. In points of the page turned. */
export function pieceOf(boxes: readonly (readonly [number, number, number, number])[], height: number): { top: number; height: number } {
  const tops = boxes.map(([, y0]) => y0);
  const bottoms = boxes.map(([, , , y1]) => y1);
  const top = Math.max(0, Math.min(...tops) - MARGIN);
  const bottom = Math.min(height, Math.max(...bottoms) + MARGIN, top + HIGHEST);
  return { top, height: Math.max(1, bottom - top) };
}

export const pageAnchor = (page: number): string => `page-${page}`;

/** The piece of the page on which an item has the most places, with these outlined; empty where the page was not drawn. */
export function pagePiece(index: ReportIndex, places: readonly Place[], shown: Set<number>): Markup | '' {
  const counts = new Map<number, number>();
  for (const { page, bbox } of places) if (bbox && index.pages.has(page)) counts.set(page, (counts.get(page) ?? 0) + 1);
  const [number] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const page = number === undefined ? undefined : index.pages.get(number);
  if (!page || page.width === null || page.height === null) return '';
  shown.add(page.number);
  const { width, height } = page;
  const turn = uprightTurn(page.words);
  const size = turnedSize(width, height, turn);
  const boxes = boxesOn(places, page.number);
  const piece = pieceOf(
    boxes.map((box) => turnedBox(box, width, height, turn)),
    size.height,
  );
  const outlines = boxes.map(
    ([x0, y0, x1, y1]) =>
      html`<rect x="${round(x0 - GAP)}" y="${round(y0 - GAP)}" width="${round(x1 - x0 + 2 * GAP)}" height="${round(y1 - y0 + 2 * GAP)}"/>`,
  );
  const view = `0 ${round(piece.top)} ${round(size.width)} ${round(piece.height)}`;
  const label = both(`原文第 ${page.number} 页（按所读到的画出）`, `Source page ${page.number}, drawn from what was read`);
  return html`<figure class="piece"><svg viewBox="${view}" role="img" aria-label="p. ${page.number}"><use href="#${pageAnchor(page.number)}"/><g class="marks" transform="${turnTransform(width, height, turn)}">${outlines}</g></svg>
<figcaption class="dim">${label}</figcaption></figure>`;
}

function drawnWords({ words }: DrawnPage): string {
  return words
    .map(({ text, box, rotation }) => {
      const [x0, y0, x1, y1] = box;
      const [long, high] = rotation % 180 === 0 ? [x1 - x0, y1 - y0] : [y1 - y0, x1 - x0];
      const size = Math.max(1, high);
      return `<text transform="${wordTransform(box, rotation, size)}" font-size="${round(size * 0.9)}" textLength="${round(Math.max(0.1, long))}">${escaped(text)}</text>`;
    })
    .join('');
}

function drawnRulings({ rulings }: DrawnPage): string {
  if (rulings.length === 0) return '';
  const path = rulings.map(({ x0, y0, x1, y1 }) => `M${round(x0)} ${round(y0)}L${round(x1)} ${round(y1)}`).join('');
  return `<path d="${path}"/>`;
}

function drawnPage(page: DrawnPage, turn: Turn): Markup {
  const width = page.width ?? 0;
  const height = page.height ?? 0;
  const { width: across, height: down } = turnedSize(width, height, turn);
  // Words and lines are only read by whoever sees: the numbers stand beside the piece.
  return html`<g id="${pageAnchor(page.number)}" class="page"><rect width="${round(across)}" height="${round(down)}"/><g transform="${turnTransform(width, height, turn)}">${raw(drawnRulings(page))}${raw(drawnWords(page))}</g></g>`;
}

/** The pages that pieces show, each once. */
export function drawnPages({ pages }: ReportIndex, shown: ReadonlySet<number>): Markup | '' {
  const drawn = [...shown].flatMap((number) => pages.get(number) ?? []);
  if (drawn.length === 0) return '';
  return html`<svg class="pages" aria-hidden="true" width="0" height="0"><defs>${drawn.map((page) => drawnPage(page, uprightTurn(page.words)))}</defs></svg>`;
}
