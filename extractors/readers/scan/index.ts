/**
 * Bytes of a picture (PNG, JPEG, TIFF) or of a bundle of them in, pages of words, rules and printed lines out, recognised line by line;
 * imports schemas, model, access, package, layout/geometry, picture, recognition.
 */
import type { DrawnPage } from '../../model/source.ts';
import type { Access, Read, Reader, Unreadable } from '../access/reader.ts';
import type { PagePicture, PictureFile, ScanAccess } from '../access/scan-library.ts';
import { bundled, isBundle, PICTURE_ENDINGS } from './bundle.ts';
import { recognisedPage, type Sheet } from './page.ts';
import { pictureDpi, shrinking, shrunk } from './resolution.ts';
import { Settled } from './settled.ts';
import { isPictureFile } from './signature.ts';

/**
 * Each picture is a page. Coordinates are points at the resolution of the picture (of an unknown one: as if it were A4), origin top left.
 *
 * @returns the document with findings about single pages, or the finding that says why nothing can be read: `scan/needs-ocr`,
 * `scan/damaged`, `scan/unreadable`, `scan/blank`.
 */
async function readPictures(bytes: Uint8Array, { scans, wantsPicture = () => true }: Access): Promise<Read | Unreadable> {
  const loading = scans();
  if (loading === null) return { finding: { ruleId: 'scan/needs-ocr' } };
  const access = await loading;
  const settled = new Settled();
  const pages: DrawnPage[] = [];
  for (const file of isBundle(bytes) ? bundled(bytes) : [() => bytes]) {
    try {
      const pictures = await access.decode(file());
      for (let i = 0; i < pictures.pictures; i++) {
        const number = pages.length + 1;
        pages.push(wantsPicture(number) ? await pageOf(pictures, i, number, settled, access) : nothingOn(number));
      }
    } catch (error) {
      if (!isBundle(bytes)) return { finding: { ruleId: 'scan/damaged', actual: reasonOf(error) } };
      const number = pages.length + 1;
      settled.add(number, { kind: 'failed', reason: reasonOf(error) });
      pages.push(nothingOn(number));
    }
  }
  const finding = settled.fatal(pages.length);
  if (finding) return { finding };
  let line = 1;
  const numbered = pages.map((page) => ({ ...page, lines: page.lines.map(({ text }) => ({ number: line++, text })) }));
  return { source: { kind: 'drawn', media: 'scan', encoding: null, pages: numbered }, findings: settled.findings(pages.length) };
}

async function pageOf(file: PictureFile, index: number, number: number, settled: Settled, access: ScanAccess): Promise<DrawnPage> {
  try {
    const sheet = sheetOf(file.picture(index));
    const result = await recognisedPage(() => sheet, number, access);
    settled.add(number, result);
    return result.kind === 'read' ? result.page : nothingOn(number);
  } catch (error) {
    settled.add(number, { kind: 'failed', reason: reasonOf(error) });
    return nothingOn(number);
  }
}

function sheetOf(picture: PagePicture): Sheet {
  const dpi = pictureDpi(picture, picture.dpi);
  const side = shrinking(picture, dpi);
  return { picture: shrunk(picture, side), dpi: dpi / side };
}

const nothingOn = (number: number): DrawnPage => ({ number, lines: [], words: [], rulings: [], width: null, height: null });

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/[.。]+$/, '');

export const scanReader: Reader = {
  name: 'scan',
  extensions: PICTURE_ENDINGS,
  recognises: (bytes) => isPictureFile(bytes) || isBundle(bytes),
  read: (bytes, access) => readPictures(bytes, access),
};
