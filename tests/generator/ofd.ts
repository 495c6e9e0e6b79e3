import { type Zippable, zipSync } from 'fflate';
import type { PdfLine, PdfPageSpec, PdfText } from './pdf.ts';

/**
 * Writes pages as OFD (GB/T 33190—2016) in the manner of different producers. `offsets`: a text object a text, with all its offsets,
 * ruling lines as strokes, the prefix `ofd:`. `codes`: short text codes with repeated offsets, ruling lines as thin filled boxes in a
 * template, colours and widths in drawing parameters, paths from the root, another prefix. `characters`: an object a character with the
 * boundary of its ink, everything in blocks and transformed, no prefix.
 */
export type OfdManner = 'offsets' | 'codes' | 'characters';

const MM = 25.4 / 72;
const ASCENT = 0.88;
/** As many characters of one text code. */
const CODE = 6;
/** Grid lines are as thick as this, in points. */
const THICK = 0.5;

const n = (value: number): string => String(Math.round(value * 1e6) / 1e6);
const mm = (...points: readonly number[]): string => points.map((value) => n(value * MM)).join(' ');
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const emOf = (char: string): number => (char.charCodeAt(0) < 0x7f ? 0.5 : 1);
const emsOf = (text: string): number => [...text].reduce((sum, char) => sum + emOf(char), 0);

/** `3 3 1.5` as `g 2 3 1.5`. */
function repeated(offsets: readonly string[]): string {
  const parts: string[] = [];
  for (let i = 0; i < offsets.length; ) {
    let count = 1;
    while (offsets[i + count] === offsets[i]) count++;
    parts.push(count > 1 ? `g ${count} ${offsets[i]}` : offsets[i]!);
    i += count;
  }
  return parts.join(' ');
}

function offsetsOf(text: string, size: number): string[] {
  return [...text].slice(0, -1).map((char) => mm(emOf(char) * size));
}

/** The place of something on a page, turned by 90° where the content of the page is. */
interface Sheet {
  page: PdfPageSpec;
  isTurned: boolean;
}

/** A box of the page as left, top, width, height. */
function boundary([x0, y0, x1, y1]: readonly [number, number, number, number], { page, isTurned }: Sheet): string {
  return isTurned ? mm(page.height - y1, x0, y1 - y0, x1 - x0) : mm(x0, y0, x1 - x0, y1 - y0);
}

/** Coordinates of an object whose boundary is the box of its characters: turned, its baseline stands. */
function transformOf(size: number, { isTurned }: Sheet): string {
  return isTurned ? ` CTM="0 1 -1 0 ${mm(size)} 0"` : '';
}

function clipsOf({ clip, x, y, size }: PdfText): string {
  if (!clip) return '';
  const [x0, y0, x1, y1] = clip;
  const [left, top] = [x0 - x, y0 - (y - ASCENT * size)];
  const corners = [
    [left, top],
    [left + x1 - x0, top],
    [left + x1 - x0, top + y1 - y0],
    [left, top + y1 - y0],
  ].map((corner) => mm(...corner));
  return `<o:Clips><o:Clip><o:Area><o:Path Boundary="0 0 10000 10000"><o:AbbreviatedData>M ${corners.join(' L ')} C</o:AbbreviatedData></o:Path></o:Area></o:Clip></o:Clips>`;
}

/** The same for a character whose own coordinates are not those of the page: beside its transformation. */
function clipsBeside({ clip }: PdfText, ink: readonly [number, number, number, number], sheet: Sheet): string {
  if (!clip) return '';
  const [x, y] = boundary(ink, sheet).split(' ').map(Number);
  const [left, top, width, height] = boundary([clip[0], clip[1], clip[2], clip[3]], sheet).split(' ').map(Number);
  const [x0, y0] = [left! - x!, top! - y!];
  const [x1, y1] = [x0 + width!, y0 + height!];
  const corners = `M ${n(x0)} ${n(y0)} L ${n(x1)} ${n(y0)} L ${n(x1)} ${n(y1)} L ${n(x0)} ${n(y1)} C`;
  return `<o:Clips TransFlag="false"><o:Clip><o:Area><o:Path Boundary="0 0 1 1"><o:AbbreviatedData>${corners}</o:AbbreviatedData></o:Path></o:Area></o:Clip></o:Clips>`;
}

function codesOf(text: string, size: number, manner: OfdManner): string {
  const y = mm(ASCENT * size);
  if (manner !== 'codes') return `<o:TextCode X="0" Y="${y}" DeltaX="${offsetsOf(text, size).join(' ')}">${escaped(text)}</o:TextCode>`;
  const chars = [...text];
  const codes: string[] = [];
  for (let i = 0; i < chars.length; i += CODE) {
    const piece = chars.slice(i, i + CODE).join('');
    const x = mm(emsOf(chars.slice(0, i).join('')) * size);
    codes.push(`<o:TextCode X="${x}" Y="${y}" DeltaX="${repeated(offsetsOf(piece, size))}">${escaped(piece)}</o:TextCode>`);
  }
  return codes.join('');
}

function textObject(text: PdfText, sheet: Sheet, manner: OfdManner): string {
  const { x, y, size, hidden } = text;
  // The clip cuts, the boundary does not: it is around all characters.
  const top = y - ASCENT * size;
  const around = boundary([x, top, x + emsOf(text.text) * size, top + size], sheet);
  const attributes = `Boundary="${around}"${transformOf(size, sheet)} Font="3" Size="${mm(size)}"${hidden ? ' Fill="false"' : ''}`;
  return `<o:TextObject ${attributes}>${clipsOf(text)}${codesOf(text.text, size, manner)}</o:TextObject>`;
}

/** Each character by itself, in millimetres of which ten are one. */
function characterObjects(text: PdfText, sheet: Sheet): string {
  const { x, y, size, hidden } = text;
  let before = 0;
  return [...text.text]
    .map((char) => {
      const left = x + before * size;
      before += emOf(char);
      // Points and commas have their ink at the foot of the line.
      const isLow = /[.,，。、]/.test(char);
      const ink: readonly [number, number, number, number] = [
        left + 0.05 * size,
        y - (isLow ? 0.15 : 0.75) * size,
        left + (isLow ? 0.25 : emOf(char) - 0.05) * size,
        y + 0.05 * size,
      ];
      const ctm = sheet.isTurned ? '0 0.1 -0.1 0 0 0' : '0.1 0 0 0.1 0 0';
      // From the corner of the ink to where the character stands.
      const [fromX, fromY] = [10 * (left - ink[0]), 10 * (y - (sheet.isTurned ? ink[3] : ink[1]))];
      const attributes = `Boundary="${boundary(ink, sheet)}" CTM="${ctm}" Font="3" Size="${mm(10 * size)}"${hidden ? ' Stroke="false" Fill="false"' : ''}`;
      return `<o:TextObject ${attributes}>${clipsBeside(text, ink, sheet)}<o:TextCode X="${mm(fromX)}" Y="${mm(fromY)}">${escaped(char)}</o:TextCode></o:TextObject>`;
    })
    .join('');
}

function lineObject({ x0, y0, x1, y1, filled = false, grey = 0 }: PdfLine, sheet: Sheet, manner: OfdManner): string {
  const half = THICK / 2;
  const box = [Math.min(x0, x1) - half, Math.min(y0, y1) - half, Math.max(x0, x1) + half, Math.max(y0, y1) + half] as const;
  const value = Array(3)
    .fill(Math.round(grey * 255))
    .join(' ');
  const [width, height] = sheet.isTurned ? [box[3] - box[1], box[2] - box[0]] : [box[2] - box[0], box[3] - box[1]];
  if (filled || manner === 'codes') {
    const corners = [mm(0, 0), mm(width, 0), mm(width, height), mm(0, height)];
    return `<o:PathObject Boundary="${boundary(box, sheet)}" Fill="true" Stroke="false"><o:FillColor Value="${value}"/><o:AbbreviatedData>M ${corners.join(' L ')} C</o:AbbreviatedData></o:PathObject>`;
  }
  const ends = width > height ? [mm(half, half), mm(width - half, half)] : [mm(half, half), mm(half, height - half)];
  return `<o:PathObject Boundary="${boundary(box, sheet)}" LineWidth="${mm(THICK)}"><o:StrokeColor Value="${value}"/><o:AbbreviatedData>M ${ends.join(' L ')}</o:AbbreviatedData></o:PathObject>`;
}

const XMLNS = 'http://www.ofdspec.org/2016';
const PREFIXES: Readonly<Record<OfdManner, string>> = { offsets: 'ofd:', codes: 'o:', characters: '' };

/** The parts that a file is made of, by their paths, before they are packed; every element has the prefix `o:`. */
export function ofdParts(pages: readonly PdfPageSpec[], manner: OfdManner): Record<string, string> {
  const root = manner === 'codes' ? '/Doc_0/' : '';
  const parts: Record<string, string> = {
    'OFD.xml': `<o:OFD DocType="OFD" Version="1.1"><o:DocBody><o:DocInfo><o:DocID>0</o:DocID></o:DocInfo><o:DocRoot>Doc_0/Document.xml</o:DocRoot></o:DocBody></o:OFD>`,
    'Doc_0/PublicRes.xml': `<o:Res BaseLoc="Res"><o:Fonts><o:Font ID="3" FontName="宋体"/></o:Fonts></o:Res>`,
  };
  const listed: string[] = [];
  const templates: string[] = [];
  pages.forEach((page, i) => {
    const sheet: Sheet = { page, isTurned: page.turned === 'content' };
    const size = sheet.isTurned ? mm(0, 0, page.height, page.width) : mm(0, 0, page.width, page.height);
    const lines = page.lines.map((line) => lineObject(line, sheet, manner)).join('');
    const texts = page.texts
      .map((text) => (manner === 'characters' ? characterObjects(text, sheet) : textObject(text, sheet, manner)))
      .join('');
    const picture = page.picture
      ? `<o:ImageObject Boundary="${size}" CTM="${size.split(' ')[2]} 0 0 ${size.split(' ')[3]} 0 0" ResourceID="9"/>`
      : '';
    const area = `<o:Area><o:PhysicalBox>${size}</o:PhysicalBox></o:Area>`;
    const frame = manner === 'codes' ? `<o:Template TemplateID="${1000 + i}" ZOrder="Background"/>` : '';
    const body = manner === 'codes' ? texts : `${lines}${texts}`;
    const held = manner === 'characters' ? `<o:PageBlock>${body}${picture}</o:PageBlock>` : `${body}${picture}`;
    parts[`Doc_0/Pages/Page_${i}/Content.xml`] =
      `<o:Page>${area}${frame}<o:Content><o:Layer Type="Body">${held}</o:Layer></o:Content></o:Page>`;
    listed.push(`<o:Page ID="${100 + i}" BaseLoc="${root}Pages/Page_${i}/Content.xml"/>`);
    if (manner === 'codes') {
      parts[`Doc_0/Tpls/Tpl_${i}/Content.xml`] = `<o:Page><o:Content><o:Layer>${lines}</o:Layer></o:Content></o:Page>`;
      templates.push(`<o:TemplatePage ID="${1000 + i}" BaseLoc="${root}Tpls/Tpl_${i}/Content.xml"/>`);
    }
  });
  const area = '<o:PageArea><o:PhysicalBox>0 0 210 297</o:PhysicalBox></o:PageArea>';
  parts['Doc_0/Document.xml'] =
    `<o:Document><o:CommonData>${area}<o:PublicRes>PublicRes.xml</o:PublicRes>${templates.join('')}</o:CommonData><o:Pages>${listed.join('')}</o:Pages></o:Document>`;
  return Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, named(xml, PREFIXES[manner])]));
}

/** The declared prefix in place of `o:`. */
function named(xml: string, prefix: string): string {
  const declaration = prefix === '' ? `xmlns="${XMLNS}"` : `xmlns:${prefix.slice(0, -1)}="${XMLNS}"`;
  const withPrefix = xml.replaceAll(/<(\/?)o:/g, `<$1${prefix}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${withPrefix.replace(/^<([\w:]+)/, `<$1 ${declaration}`)}`;
}

/** Parts as a file; `level` 0 packs nothing. */
export function packed(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [path, part] of Object.entries(parts)) files[path] = typeof part === 'string' ? new TextEncoder().encode(part) : part;
  return zipSync(files, { level: 6, mtime: new Date(2026, 0, 1) });
}

/** The pages as an OFD file. */
export function writeOfd(pages: readonly PdfPageSpec[], manner: OfdManner): Uint8Array {
  return packed(ofdParts(pages, manner));
}
