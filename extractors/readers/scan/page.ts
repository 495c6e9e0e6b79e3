import { uprightPage } from '../../layout/geometry/upright.ts';
import { lineText, visualLines } from '../../layout/geometry/visual-lines.ts';
import type { ColourPicture, Picture, PictureLayout, PictureMap } from '../../model/picture.ts';
import type { DrawnPage, Word } from '../../model/source.ts';
import type { ScanAccess } from '../access/scan-library.ts';
import { facedLayout } from './facing.ts';
import { readLines } from './lines.ts';
import { greyOf, halfTurned, type Illegible, illegible, isBlank, layoutOf } from './picture/index.ts';
import { FINE_DPI, READABLE, SMALL_PRINT, USUAL_DPI } from './settings.ts';

/** A picture of a page and its resolution. */
export interface Sheet {
  picture: ColourPicture;
  dpi: number;
}

/** Draws a page about as finely as wished; null where it is too large for that. @throws Error where it cannot be drawn. */
export type DrawSheet = (wish: number) => Sheet | null;

/**
 * What came of a page: read; nothing printed on it; print that shows at once that it cannot be read; hardly a character sure (`sureness`: the mean of them); too large to be drawn. Its lines
 * are numbered from 1.
 */
export type Recognised =
  | { kind: 'read'; page: DrawnPage }
  | ({ kind: 'illegible' } & Illegible)
  | { kind: 'unsure'; sureness: number }
  | { kind: 'blank' | 'too-large' };

const POINTS = 72;

/** A page recognised in its picture, in points, straight and upright; `shown` leads back to the page as it was given. */
export async function recognisedPage(draw: DrawSheet, number: number, access: ScanAccess): Promise<Recognised> {
  const drawn = finelyDrawn(draw);
  if (drawn === null) return { kind: 'too-large' };
  const { grey, dpi, layout } = drawn;
  if (isBlank(layout)) return { kind: 'blank' };
  const hopeless = illegible(layout);
  if (hopeless) return { kind: 'illegible', ...hopeless };
  const faced = await facedLayout({ layout, others: [() => halfTurned(layout)] }, access);
  const { words, sureness } = await readLines(faced, access);
  if (words.length === 0) return { kind: 'blank' };
  return sureness < READABLE ? { kind: 'unsure', sureness } : { kind: 'read', page: pageOf(faced, words, number, sizeOf(grey, dpi)) };
}

interface Looked {
  grey: Picture;
  dpi: number;
  layout: PictureLayout;
}

/** Small print is drawn once more, finer. */
function finelyDrawn(draw: DrawSheet): Looked | null {
  const usual = lookedAt(draw(USUAL_DPI));
  if (!usual || usual.layout.lines.length === 0 || usual.layout.characterHeight >= SMALL_PRINT || usual.dpi > USUAL_DPI) return usual;
  const fine = draw(FINE_DPI);
  return fine !== null && fine.dpi > usual.dpi ? lookedAt(fine) : usual;
}

function lookedAt(sheet: Sheet | null): Looked | null {
  if (sheet === null) return null;
  const grey = greyOf(sheet.picture);
  return { grey, dpi: sheet.dpi, layout: layoutOf(grey, sheet.dpi) };
}

function pageOf(layout: PictureLayout, words: readonly Word[], number: number, size: readonly [number, number]): DrawnPage {
  const scale = POINTS / layout.dpi;
  const page: DrawnPage = {
    number,
    lines: [],
    words: words.map((word) => scaled(word, scale)),
    rulings: layout.rulings.map(({ x0, y0, x1, y1 }) => ({ x0: x0 * scale, y0: y0 * scale, x1: x1 * scale, y1: y1 * scale })),
    width: layout.upright.width * scale,
    height: layout.upright.height * scale,
    recognised: { shown: inPoints(layout.toOriginal, scale), size },
  };
  page.lines = visualLines(uprightPage(page).words).map((line, i) => ({ number: 1 + i, text: lineText(line) }));
  return page;
}

const sizeOf = ({ width, height }: Picture, dpi: number): [number, number] => [(width * POINTS) / dpi, (height * POINTS) / dpi];

function scaled(word: Word, scale: number): Word {
  const [x0, y0, x1, y1] = word.box;
  return {
    ...word,
    box: [x0 * scale, y0 * scale, x1 * scale, y1 * scale],
    fontSize: word.fontSize * scale,
    starts: word.starts.map((start) => start * scale),
  };
}

/** The same map where both sides count in points. */
function inPoints([a, b, c, d, e, f]: PictureMap, scale: number): PictureMap {
  return [a, b, c, d, e * scale, f * scale];
}
