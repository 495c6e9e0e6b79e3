import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OpenType } from '../../extractors/readers/pdf/outlines/open-type.ts';
import { type Amount, pageOf } from './hidden/page.ts';
import { rawPdf, stream } from './hostile-pdfs.ts';

/** Fonts whose character map says of some figures what they are not. */

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts');

/** A TrueType font that the PDF library brings with it. */
export const liberation = (style: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, `LiberationSans-${style}.ttf`)));

/** As a program numbers the characters that it embeds: by use. */
const USED = '3.07182946-5';
const codeOf = (char: string): number => USED.indexOf(char) + 1;

const four = (value: number): string => value.toString(16).padStart(4, '0');

/** `said`: what the map calls each character of `drawn`, in that order. */
function characterMap(code: (char: string) => string, drawn: string, said: string): string {
  const pairs = [...drawn].map((char, i) => `<${code(char)}> <${four(said.charCodeAt(i))}>`);
  const width = code('0').length === 2 ? '<00> <ff>' : '<0000> <ffff>';
  return stream(
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange ${width} endcodespacerange ${pairs.length} beginbfchar ${pairs.join(' ')} endbfchar endcmap end end`,
  );
}

/** The usual table, its amounts in a font embedded whole whose characters are numbered by use; `said`: what its map calls 0 to 9. */
export function embedded(said: string, style = 'Regular'): Uint8Array {
  const bytes = liberation(style);
  const font = new OpenType(bytes);
  const glyphs = ['\0', ...USED].map((char) =>
    String.fromCharCode(...[8, 0].map((shift) => (font.glyphOf(char.charCodeAt(0)) >> shift) & 255)),
  );
  const shown = ({ x, y, text }: Amount): string =>
    `BT /F3 10 Tf 1 0 0 1 ${x} ${y} Tm <${[...text].map((char) => four(codeOf(char))).join('')}> Tj ET`;
  const file = Buffer.from(bytes).toString('latin1');
  return rawPdf(
    pageOf({
      content: () => 'q /X Do Q',
      resources: '/XObject << /X 7 0 R >>',
      objects: (amounts) => [
        stream(amounts.map(shown).join('\n'), '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F3 8 0 R >> >>'),
        '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Figures /Encoding /Identity-H /DescendantFonts [9 0 R] /ToUnicode 12 0 R >>',
        '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Figures /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 556 /CIDToGIDMap 10 0 R /FontDescriptor 11 0 R >>',
        stream(glyphs.join('')),
        '<< /Type /FontDescriptor /FontName /ABCDEF+Figures /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 13 0 R >>',
        characterMap((char) => four(codeOf(char)), '0123456789.', `${said}.`),
        stream(file, `/Length1 ${file.length}`),
      ],
    }),
  );
}

/** The same in Times, which is not embedded: the library puts a font of its own in its place, whose outlines are compact. */
export function standard(said: string): Uint8Array {
  const code = (char: string): string => char.charCodeAt(0).toString(16);
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 7 0 R >>';
  const map = characterMap(code, '0123456789.', `${said}.`);
  return rawPdf(
    pageOf({
      font,
      content: (amounts) => amounts.map(({ x, y, text }) => `BT /F2 10 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`).join('\n'),
      objects: () => [map],
    }),
  );
}
