import type { Box } from '../../model/box.ts';
import type { DrawnPage } from '../../model/source.ts';
import type { PdfFont } from '../access/pdf-library.ts';
import { childrenNamed, textOf } from '../package/xml.ts';
import { Interpreter, type PageContent } from '../pdf/content/interpreter.ts';
import { toPage, withPaintOver } from '../pdf/page.ts';
import { showsAmounts } from '../pdf/reading/index.ts';
import type { Tally } from '../pdf/tally.ts';
import { type Meter, TooLarge } from './base/limits.ts';
import { childNamed } from './base/values.ts';
import type { Scene } from './content/objects.ts';
import { OPS, Operators } from './content/operators.ts';
import { paintAnnotations, paintPage, type Template } from './content/pages.ts';
import { type Container, folderOf } from './document/container.ts';
import { type Areas, addFrom, areasOf, type Missing, type OfdDocument, type Page, part } from './document/document.ts';
import { isOpaque } from './document/pictures.ts';

/** Points in a millimetre, the unit of OFD. */
const POINTS = 72 / 25.4;
/** A4, for a page that nothing says the size of. */
const PAPER: Box = [0, 0, 210, 297];

/** What the pages of a document are read with. */
export interface Reading {
  container: Container;
  document: OfdDocument;
  meter: Meter;
  tally: Tally;
  missing: Missing;
  /** Objects that were left out, by page and kind. */
  passedOver: Map<number, Map<string, number>>;
  /** Templates that were read, by path. */
  templates: Map<string, Template | null>;
  /** What is known of pictures, by path. */
  pictures: Map<string, boolean | null>;
  /** Fonts that were asked for, by path. */
  fonts: Map<string, PdfFont>;
}

/** Words and ruling lines of one page. Coordinates in points, origin top left of its physical area (GB/T 33190—2016, 7.5). */
export function readPage(page: Page, number: number, firstLine: number, reading: Reading): DrawnPage {
  const { container, document, meter, tally } = reading;
  meter.nextPage();
  try {
    const { root, bytes, isSound } = container.xml(page.path);
    if (!isSound) tally.addDamage(number, [{ flaw: 'checksum', bytes, share: 1 }]);
    for (const file of childrenNamed(root, 'PageRes')) {
      addFrom(container.pathOf(folderOf(page.path), textOf(file)), container, document.resources, reading.missing);
    }
    const own = areasOf(childNamed(root, 'Area'));
    const areas: Areas = own.physical ? own : { ...document.areas, ...(own.application ? { application: own.application } : {}) };
    const physical = areas.physical ?? areas.application ?? PAPER;
    const size = [POINTS * (physical[2] - physical[0]), POINTS * (physical[3] - physical[1])] as const;
    const scene = sceneOf(number, reading);
    paintPage(root, (id) => templateOf(id, reading), scene);
    const content = interpret(scene.ops, size, 0, reading);
    const notes = annotationsOf(page, number, reading, size, scene.ops.fnArray.length);
    tally.addAnnotations(number, { read: 0, unread: 0, isLeftOut: notes !== null && showsAmounts(notes.glyphs) });
    if (showsAmounts(content.patterned)) tally.patterned.push(number);
    return toPage(number, firstLine, size, withPaintOver(doubted(content, areas), notes), tally);
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    tally.failed.push(number);
    return { number, lines: [], words: [], rulings: [], width: null, height: null };
  }
}

function sceneOf(number: number, { document, meter, container, passedOver, pictures }: Reading): Scene & { ops: Operators } {
  return {
    ops: new Operators(meter),
    resources: document.resources,
    isInPattern: false,
    isOpaque: (path) => {
      const known = pictures.get(path);
      if (known !== undefined) return known;
      const bytes = container.media(path);
      const opaque = bytes && isOpaque(bytes);
      pictures.set(path, opaque);
      return opaque;
    },
    passOver: (kind) => {
      const kinds = passedOver.get(number) ?? new Map<string, number>();
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      passedOver.set(number, kinds);
    },
  };
}

function templateOf(id: string, { document, container, templates, missing }: Reading): Template | null {
  const named = document.templates.get(id);
  if (!named) return null;
  const known = templates.get(named.path);
  if (known !== undefined) return known;
  const root = part(named.path, container, missing);
  const template = root && { root, order: named.order };
  templates.set(named.path, template);
  return template;
}

/** What is painted, from millimetres to points; all that is marked as optional is not shown. `first`: what was painted before. */
function interpret(
  { fnArray, argsArray }: Operators,
  [width, height]: readonly [number, number],
  first: number,
  reading: Reading,
): PageContent {
  const surroundings = { fontOf: (id: string) => fontOf(id, reading), isLayerOn: () => false, images: () => [] };
  const order = fnArray.map((_, i) => first + i);
  return new Interpreter(OPS, [POINTS, 0, 0, POINTS, 0, 0], width, height, surroundings).run({ fnArray, argsArray, order });
}

/** A font of the document that has its program in the file; what others draw is the viewer's to choose. */
function fontOf(id: string, { container, document, fonts }: Reading): PdfFont | null {
  const named = document.resources.fonts.get(id);
  if (named?.path === null || named?.path === undefined) return null;
  const { name, path } = named;
  const known = fonts.get(path);
  if (known) return known;
  const data = container.media(path);
  const font: PdfFont = data ? { name, data } : { name };
  fonts.set(path, font);
  return font;
}

function annotationsOf(page: Page, number: number, reading: Reading, size: readonly [number, number], first: number): PageContent | null {
  const files = reading.document.annotations.get(page.id) ?? [];
  const scene = sceneOf(number, reading);
  for (const path of files) {
    const root = part(path, reading.container, reading.missing);
    if (root) paintAnnotations(root, scene);
  }
  return scene.ops.fnArray.length === 0 ? null : interpret(scene.ops, size, first, reading);
}

/**
 * Beside the area that is displayed by the standard some viewers show the rest of the page, too: whether text there is seen is not
 * known.
 */
function doubted(content: PageContent, { physical, application }: Areas): PageContent {
  if (!physical || !application) return content;
  const isBeside = ([left, top, right, bottom]: Box): boolean => {
    const [x, y] = [(left + right) / 2 / POINTS, (top + bottom) / 2 / POINTS];
    return x < application[0] || y < application[1] || x > application[2] || y > application[3];
  };
  if (!content.glyphs.some(({ box }) => isBeside(box))) return content;
  return {
    ...content,
    glyphs: content.glyphs.map((glyph) => (isBeside(glyph.box) ? { ...glyph, look: { ...glyph.look, isDoubtful: true } } : glyph)),
  };
}
