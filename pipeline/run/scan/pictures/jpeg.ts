import type { PictureFile } from '../../../../extractors/readers/access/scan-library.ts';
import type { Drawings } from '../drawing/drawings.ts';
import { checkSize } from './size.ts';

/** What is known of a JPEG before it is decoded. */
interface JpegHead {
  width: number;
  height: number;
  components: number;
  dpi: number | null;
}

/** In points one dot is one point: drawn at 72 dpi the picture comes out dot by dot. */
const DPI = 72;

/** PDFium decodes JPEG of all kinds: the file goes into a PDF of one page as it is (PDF 32000-1, 7.4.8). */
export async function openJpeg(bytes: Uint8Array, drawings: Drawings): Promise<PictureFile> {
  const head = headOf(bytes);
  if (!head) throw new Error('no frame in the file');
  checkSize(head.width, head.height);
  const picture = () => {
    const document = drawings.open(pdfOf(bytes, head));
    try {
      return { ...document.draw(0, DPI), dpi: head.dpi };
    } finally {
      document.close();
    }
  };
  return { pictures: 1, picture };
}

/** ITU-T T.81, B.1.1: marks of frames are C0 … CF but for the tables C4, C8, CC. */
const isFrame = (mark: number): boolean => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);
const SCAN = 0xda;
const JFIF = 0xe0;
const CENTIMETRES_PER_INCH = 2.54;

function headOf(bytes: Uint8Array): JpegHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let dpi: number | null = null;
  for (let at = 2; at + 18 <= bytes.length; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const mark = view.getUint8(at + 1);
    if (mark === 0xff) {
      at++;
      continue;
    }
    if (isFrame(mark)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components: view.getUint8(at + 9), dpi };
    if (mark === SCAN) return null;
    if (mark === JFIF) dpi = densityOf(view, at + 4);
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** JFIF 1.02: after its name and version the unit (1 inch, 2 centimetre), then dots a unit. */
function densityOf(view: DataView, start: number): number | null {
  const isNamed = view.getUint32(start) === 0x4a464946;
  const unit = view.getUint8(start + 7);
  const density = view.getUint16(start + 8);
  if (!isNamed || density === 0 || (unit !== 1 && unit !== 2)) return null;
  return unit === 1 ? density : density * CENTIMETRES_PER_INCH;
}

const COLOURS: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' };
/** Programs that write four colours write them inverted. */
const INVERTED = '/Decode [1 0 1 0 1 0 1 0]';

function pdfOf(jpeg: Uint8Array, { width, height, components }: JpegHead): Uint8Array {
  const colours = COLOURS[components];
  if (colours === undefined) throw new Error(`${components} colours`);
  const paint = `q ${width} 0 0 ${height} 0 0 cm /P Do Q`;
  const before = [
    '%PDF-1.4',
    '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj',
    '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj',
    `3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources <</XObject <</P 5 0 R>>>>>> endobj`,
    `4 0 obj <</Length ${paint.length}>> stream\n${paint}\nendstream endobj`,
    `5 0 obj <</Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${colours} /BitsPerComponent 8` +
      ` ${components === 4 ? INVERTED : ''} /Filter /DCTDecode /Length ${jpeg.length}>> stream\n`,
  ].join('\n');
  // Without a table of places the library finds the objects itself.
  return Buffer.concat([Buffer.from(before), jpeg, Buffer.from('\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n')]);
}
