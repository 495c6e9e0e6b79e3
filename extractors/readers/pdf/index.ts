/**
 * Bytes of a PDF in, pages of words, ruling lines and printed lines out; imports schemas, model, access,
 * layout/geometry, content, reading, surface, scan.
 */
import type { Finding } from '../../../schemas/diagnostic.ts';
import type { DrawnDocument, DrawnPage } from '../../model/source.ts';
import type { PdfAccess, PdfChannel, PdfDocument, PdfFont, PdfInspection, PdfPage } from '../access/pdf-library.ts';
import type { Read, Reader, Unreadable } from '../access/reader.ts';
import { annotationsOf, modeFor, type Taken, withAnnotations } from './annotations.ts';
import { Interpreter, type Surroundings } from './content/interpreter.ts';
import { toPage, withPaintOver } from './page.ts';
import { mediaOf, type Scans, withPictures } from './pictures.ts';
import { showsAmounts } from './reading/index.ts';
import { isPdf } from './signature.ts';
import { imagesIn } from './surface/images.ts';
import { matrixOf } from './surface/matrix.ts';
import { Tally } from './tally.ts';

/** Larger images are not decoded; smaller ones may be rules of a table. */
const MAX_IMAGE_PIXELS = 4096;
/** More than any page of text and lines has; beyond stand forms that paint each other without end, and they would fill the memory. */
const MAX_OPERATORS = 1_000_000;
const MAX_PAGES = 20_000;

/** A PDF has pages of fixed layout. */
export interface PdfRead extends Read {
  source: DrawnDocument;
}

/** What a file has too much of. */
class TooLarge extends Error {}

/**
 * Reads words and ruling lines of every page in one pass over its operators. Coordinates are points as displayed, origin
 * top left, after the page's own rotation and crop box. Pages that are pictures are recognised, where `scans` gives what that takes.
 *
 * @returns the document with findings about single pages, or the finding that says why nothing can be read:
 * `pdf/encrypted`, `pdf/damaged`, `pdf/too-large`, `pdf/no-pages`, `pdf/needs-ocr`, `pdf/broken-characters`.
 */
export async function readPdf(bytes: Uint8Array, access: PdfAccess, scans: Scans = NO_SCANS): Promise<PdfRead | Unreadable> {
  const inspection = access.inspect(bytes, MAX_IMAGE_PIXELS);
  if (inspection.tooMuch !== null) return tooLarge(inspection.tooMuch);
  if (inspection.objects === 0) return { finding: { ruleId: 'pdf/damaged', actual: 'no objects' } };
  const { value: taken, passedOver } = await access.alone(() => readInspected(bytes, access, inspection));
  if ('finding' in taken) return taken;
  const { tally } = taken;
  const pages = await withPictures(taken.pages, bytes, tally, scans);
  const finding = tally.fatal();
  if (finding) return { finding };
  const { findings } = tally;
  if (passedOver !== null) findings.push({ ruleId: 'pdf/objects-passed-over', actual: passedOver });
  return { source: { kind: 'drawn', media: mediaOf(pages), encoding: null, pages }, findings };
}

const NO_SCANS: Scans = { scans: () => null };

interface PagesRead {
  pages: DrawnPage[];
  tally: Tally;
}

async function readInspected(bytes: Uint8Array, access: PdfAccess, inspection: PdfInspection): Promise<PagesRead | Unreadable> {
  const channel = access.connect(MAX_OPERATORS);
  const task = access.pdfjs.getDocument({
    // The library takes the buffer over; the caller still needs its bytes.
    data: new Uint8Array(bytes),
    worker: channel.worker,
    ownerDocument: access.ownerDocument,
    cMapUrl: access.cMapUrl,
    cMapPacked: true,
    standardFontDataUrl: access.standardFontDataUrl,
    verbosity: 0,
    disableFontFace: false,
    useSystemFonts: false,
    isEvalSupported: false,
    stopAtErrors: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    fontExtraProperties: true,
  });
  try {
    const document = await task.promise;
    if (document.numPages <= 0) return { finding: { ruleId: 'pdf/no-pages' } };
    if (document.numPages > MAX_PAGES) return tooLarge(`${document.numPages} pages`);
    const tally = new Tally(document.numPages);
    const reading: Reading = { access, channel, inspection, isLayerOn: await layersOf(document), images: once(() => imagesIn(bytes)) };
    return { pages: await readPages(document, reading, tally), tally };
  } catch (error) {
    return { finding: findingOf(error) };
  } finally {
    await task.destroy().catch(() => undefined);
    channel.close();
  }
}

/** What the pages of a document are read with. */
interface Reading extends Pick<Surroundings, 'isLayerOn' | 'images'> {
  access: PdfAccess;
  channel: PdfChannel;
  inspection: PdfInspection;
}

/** What is said of layers may be damaged: then all are on. */
async function layersOf(document: PdfDocument): Promise<Surroundings['isLayerOn']> {
  try {
    const layers = await document.getOptionalContentConfig();
    return (content) => layers.isVisible(content);
  } catch {
    return () => true;
  }
}

function once<T>(work: () => T): () => T {
  let done: { value: T } | null = null;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

/** Each page object is read once: where it is listed again the page is blank, so that its numbers do not count twice. */
async function readPages(document: PdfDocument, reading: Reading, tally: Tally): Promise<DrawnPage[]> {
  const { pages: listed } = reading.inspection;
  let areListed = listed.length === document.numPages;
  const firsts = new Map<number, number>();
  const pages: DrawnPage[] = [];
  let line = 1;
  for (let number = 1; number <= document.numPages; number++) {
    const known = areListed ? listed[number - 1] : null;
    const open = async (): Promise<PdfPage | 'repeated'> => {
      // The library goes through all pages before one to find it: those that are known are not asked for.
      if (typeof known === 'number' && tally.isRepeated(number, firsts.get(known))) return 'repeated';
      const page = await document.getPage(number);
      const object = page.ref?.num;
      areListed &&= known === null || known === object;
      if (object === undefined) return page;
      if (tally.isRepeated(number, firsts.get(object))) return 'repeated';
      firsts.set(object, number);
      return page;
    };
    const page = await readPage(number, line, reading, open, tally);
    line += page.lines.length;
    pages.push(page);
  }
  return pages;
}

async function readPage(
  number: number,
  firstLine: number,
  { access, channel, inspection, isLayerOn, images }: Reading,
  open: () => Promise<PdfPage | 'repeated'>,
  tally: Tally,
): Promise<DrawnPage> {
  const blank: DrawnPage = { number, lines: [], words: [], rulings: [], width: null, height: null };
  try {
    const page = await open();
    if (page === 'repeated') return blank;
    if (page.ref) tally.addDamage(number, inspection.damageOf(page.ref.num));
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const viewport = matrixOf(transform);
    if (!viewport) throw new Error(`page ${number} has no viewport`);
    channel.reset();
    const annotations = inspection.isAnnotated ? await annotationsOf(page) : [];
    const operators = await Promise.race([page.getOperatorList({ annotationMode: modeFor(annotations) }), channel.overflow]);
    if (operators === 'overflow') throw new TooLarge(`page ${number}: more than ${MAX_OPERATORS} operators`);
    const { list, over, numbers } = withAnnotations(operators, access.pdfjs.OPS, annotations);
    const fonts = new Map<string, PdfFont | null>();
    const fontOf = (id: string): PdfFont | null => {
      if (!fonts.has(id)) fonts.set(id, lookUp(page, id));
      return fonts.get(id) ?? null;
    };
    const interpret = (taken: Taken) =>
      new Interpreter(access.pdfjs.OPS, viewport, width, height, { fontOf, isLayerOn, images }).run(taken);
    const notes = over && interpret(over);
    const content = withPaintOver(interpret(list), notes);
    tally.addAnnotations(number, { ...numbers, isLeftOut: notes !== null && showsAmounts(notes.glyphs) });
    if (showsAmounts(content.patterned)) tally.patterned.push(number);
    page.cleanup();
    return toPage(number, firstLine, [width, height], content, tally);
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    tally.failed.push(number);
    return blank;
  }
}

/** All that is asked of a font may be missing. */
const isFont = (value: unknown): value is PdfFont => typeof value === 'object' && value !== null;

function lookUp(page: PdfPage, id: string): PdfFont | null {
  try {
    const font = page.commonObjs.get(id);
    return isFont(font) ? font : null;
  } catch {
    return null;
  }
}

const tooLarge = (actual: string): { finding: Finding } => ({ finding: { ruleId: 'pdf/too-large', actual } });

function findingOf(error: unknown): Finding {
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof TooLarge) return { ruleId: 'pdf/too-large', actual: message };
  if (name === 'PasswordException') return { ruleId: 'pdf/encrypted' };
  return { ruleId: 'pdf/damaged', actual: message.replace(/[.。]+$/, '') };
}

export const pdfReader: Reader = {
  name: 'pdf',
  extensions: ['.pdf'],
  recognises: isPdf,
  async read(bytes, access) {
    return readPdf(bytes, await access.pdf(), access);
  },
};
