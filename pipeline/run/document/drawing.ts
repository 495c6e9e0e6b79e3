import { type LatticeSteps, lattices } from '../../../extractors/layout/grids/lattice/index.ts';
import { layoutPage } from '../../../extractors/layout/pages/page.ts';
import type { Region } from '../../../extractors/layout/pages/regions.ts';
import { at } from '../../../extractors/model/at.ts';
import type { Box } from '../../../extractors/model/box.ts';
import type { DrawnPage } from '../../../extractors/model/source.ts';
import { readSource } from '../../../extractors/readers/index.ts';
import type { Finding } from '../../../schemas/diagnostic.ts';
import { shown } from '../../base/shown/terminal.ts';
import { escaped } from '../../publish/report/markup.ts';
import { ACCESS } from './extract.ts';
import { pictureElement } from './page-picture.ts';

/** A page drawn; or, where there is no such page, how many there are; or why nothing of the file can be drawn. */
export type Drawing = { svg: string } | { pages: number } | { finding: Finding };

/** `number` counts from 1. */
export async function drawingOf(bytes: Uint8Array, number: number): Promise<Drawing> {
  const read = await readSource(bytes, { ...ACCESS, wantsPicture: (page) => page === number });
  if ('finding' in read) return { finding: read.finding };
  const pages = read.source.kind === 'drawn' ? read.source.pages : [];
  const page = pages[number - 1];
  if (!page) return { pages: pages.length };
  const { recognised } = page;
  return { svg: drawPage(page, recognised ? await pictureElement(bytes, number, recognised.size, recognised.shown) : null) };
}

/** Layers of the drawing, bottom to top. */
const STYLE = `
  .page { fill: #fff; stroke: #999; }
  .word { fill: none; stroke: #2563eb; stroke-width: .3; }
  .clip { fill: none; stroke: #d97706; stroke-width: .3; stroke-dasharray: 2 1; }
  .ruling { stroke: #9ca3af; stroke-width: .4; }
  .edge { stroke: #16a34a; stroke-width: .9; }
  .crossing { fill: #dc2626; }
  .region { fill: none; stroke-width: 1.4; }
  .lattice { stroke: #7c3aed; } .clipped { stroke: #d97706; } .aligned { stroke: #db2777; }
  .cell { fill: #7c3aed; fill-opacity: .05; stroke: #7c3aed; stroke-width: .4; }
  text { font-family: sans-serif; }
  .recognised { fill: #b91c1c; fill-opacity: .75; }
  .name { fill: #7c3aed; font-size: 6px; }`;

const n = (value: number): string => value.toFixed(1);

/**
 * A page as a self-contained SVG: words and their clip boxes, ruling lines, joined edges, crossings, cells and table regions
 * drawn over each other, and below them the picture that the page was recognised in. Coordinates are points of the page turned upright.
 */
export function drawPage(page: DrawnPage, picture: string | null = null): string {
  const layout = layoutPage(page);
  const { words, rulings, width, height } = layout.upright;
  const steps = lattices(rulings);
  const body = [
    `<rect class="page" width="${n(width)}" height="${n(height)}"/>`,
    ...(picture === null ? [] : [picture]),
    ...rulings.map((r) => `<line class="ruling" x1="${n(r.x0)}" y1="${n(r.y0)}" x2="${n(r.x1)}" y2="${n(r.y1)}"/>`),
    ...drawSteps(steps),
    ...words.flatMap(({ text, box, fontSize, clip }) => [
      `<text${page.recognised ? ' class="recognised"' : ''} x="${n(box[0])}" y="${n(box[3] - 0.12 * fontSize)}" font-size="${n(fontSize)}" textLength="${n(box[2] - box[0])}" lengthAdjust="spacingAndGlyphs">${escaped(shown(text))}</text>`,
      rect('word', box),
      ...(clip && clip[2] - clip[0] < 0.9 * width ? [rect('clip', clip)] : []),
    ]),
    ...layout.regions.flatMap(drawRegion),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width * 1.5)}" height="${n(height * 1.5)}"><style>${STYLE}\n</style>\n${body.join('\n')}\n</svg>\n`;
}

function drawSteps({ edges, crossings, lattices: found }: LatticeSteps): string[] {
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    `<line class="edge" x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}"/>`;
  return [
    ...found.flatMap(({ xs, ys, cells }) =>
      cells.map((cell) =>
        rect('cell', [at(xs, cell.column), at(ys, cell.row), at(xs, cell.column + cell.columns), at(ys, cell.row + cell.rows)]),
      ),
    ),
    ...edges.horizontal.map((edge) => line(edge.from, edge.at, edge.to, edge.at)),
    ...edges.vertical.map((edge) => line(edge.at, edge.from, edge.at, edge.to)),
    ...crossings.map(({ x, y }) => `<circle class="crossing" cx="${n(x)}" cy="${n(y)}" r="1"/>`),
  ];
}

function drawRegion({ box, strategy, rows }: Region): string[] {
  const columns = (rows[0]?.borders?.length ?? 1) - 1;
  return [
    rect(`region ${strategy}`, box),
    `<text class="name" x="${n(box[0])}" y="${n(box[1] - 2)}">${strategy}, ${rows.length} × ${columns}</text>`,
  ];
}

function rect(name: string, [x0, y0, x1, y1]: Box): string {
  return `<rect class="${name}" x="${n(x0)}" y="${n(y0)}" width="${n(Math.max(0, x1 - x0))}" height="${n(Math.max(0, y1 - y0))}"/>`;
}
