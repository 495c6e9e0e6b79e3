import { lzw } from './lzw.ts';

/** Writes small PDFs with exact contents: text in a GB1 font that every reader maps by its name, lines, clips, rotation. */

export interface PdfText {
  x: number;
  /** Baseline, from the top of the page as displayed. */
  y: number;
  size: number;
  text: string;
  clip?: readonly [x0: number, y0: number, x1: number, y1: number];
  /** Rendering mode 3: no ink. */
  hidden?: boolean;
}

export interface PdfLine {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Drawn as a thin filled box instead of a stroke. */
  filled?: boolean;
  /** Grey from 0 (black) to 1 (white). */
  grey?: number;
}

export interface PdfPageSpec {
  width: number;
  height: number;
  texts: PdfText[];
  lines: PdfLine[];
  /** 'page': the page carries /Rotate 90; 'content': upright page whose text and lines are turned by 90°. */
  turned?: 'page' | 'content';
  /** A picture over the whole page, painted last. */
  picture?: boolean;
}

const n = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Advance of a text in ems: Chinese characters are square, others half as wide. */
export function emsOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x7f ? 0.5 : 1), 0);
}

/** Breaks a text at a width in ems: between Chinese characters, inside words and numbers only where one alone is too wide.
 * Punctuation may hang over by `hang` ems. */
export function wrapped(text: string, ems: number, hang = 0): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\x21-\x7e]+|./gu) ?? []) {
    const isClosing = /^[，。；：、）》”]$/.test(piece) && line !== '';
    if (emsOf(line + piece) <= ems + (isClosing ? hang : 0) + 1e-6) line += piece;
    else if (emsOf(piece) <= ems) {
      if (line !== '') lines.push(line);
      line = piece;
    } else {
      for (const char of piece) {
        if (line !== '' && emsOf(line + char) > ems) {
          lines.push(line);
          line = '';
        }
        line += char;
      }
    }
  }
  return [...lines, line];
}

function hex(text: string): string {
  return [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
}

function content(page: PdfPageSpec): string {
  const flip = (y: number) => n(page.height - y);
  const lines = page.lines.map(({ x0, y0, x1, y1, filled, grey = 0 }) =>
    filled
      ? `${n(grey)} g ${n(x0 - 0.2)} ${flip(y1 + 0.2)} ${n(x1 - x0 + 0.4)} ${n(y1 - y0 + 0.4)} re f`
      : `${n(grey)} G ${n(x0)} ${flip(y0)} m ${n(x1)} ${flip(y1)} l S`,
  );
  const texts = page.texts.map(({ x, y, size, text, clip, hidden }) => {
    const box = clip ? `${n(clip[0])} ${flip(clip[3])} ${n(clip[2] - clip[0])} ${n(clip[3] - clip[1])} re W n ` : '';
    return `q ${box}BT 0 g ${hidden ? '3 Tr ' : ''}/F1 ${n(size)} Tf 1 0 0 1 ${n(x)} ${flip(y)} Tm <${hex(text)}> Tj ET Q`;
  });
  const picture = page.picture ? [`q ${n(page.width)} 0 0 ${n(page.height)} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q`] : [];
  const body = [...lines, ...texts, ...picture].join('\n');
  // Turned content reads downwards on a page that is as wide as the sheet is high.
  if (page.turned === 'content') return `q 0 -1 1 0 0 ${n(page.width)} cm\n${body}\nQ`;
  return page.turned === 'page' ? `q 0 1 -1 0 ${n(page.height)} 0 cm\n${body}\nQ` : body;
}

/** A character a byte. */
function bytesAsText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** The pages as a PDF file: compressed to be kept, or not, so that a test's failure can be read. */
export function writePdf(pages: readonly PdfPageSpec[], { compressed = false } = {}): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ');
  objects.push('<< /Type /Catalog /Pages 2 0 R >>');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>');
  objects.push(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500 814 939 500] >>',
  );
  objects.push(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  );
  for (const page of pages) {
    const stream = compressed ? bytesAsText(lzw(new TextEncoder().encode(content(page)))) : content(page);
    const filter = compressed ? ' /Filter /LZWDecode' : '';
    const size = page.turned ? `[0 0 ${n(page.height)} ${n(page.width)}]` : `[0 0 ${n(page.width)} ${n(page.height)}]`;
    const rotate = page.turned === 'page' ? ' /Rotate 90' : '';
    const next = objects.length + 2;
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox ${size}${rotate} /Resources << /Font << /F1 3 0 R >> >> /Contents ${next} 0 R >>`);
    objects.push(`<< /Length ${stream.length}${filter} >>\nstream\n${stream}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (char) => char.charCodeAt(0));
}
