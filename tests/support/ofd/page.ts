import { packed } from '../../generator/ofd.ts';
import { LABELS, VALUES } from '../budget.ts';

/**
 * One small table again and again in OFD (GB/T 33190—2016), whose amounts are drawn in a way that nobody sees, or that only looks
 * suspicious. Millimetres; the prefix is `o:`.
 */

export interface Amount {
  x: number;
  /** Baseline, from the top. */
  y: number;
  text: string;
}

export interface Way {
  /** The amounts' part of the page, within its layer. */
  content: (amounts: readonly Amount[]) => string;
  /** Before and behind the labels and amounts, within the layer. */
  before?: string;
  after?: string;
  /** Layers and templates beside the layer of labels and amounts. */
  layers?: string;
  /** Attributes of that layer. */
  layer?: string;
  /** Of the page: its areas, and what names templates. */
  page?: string;
  area?: string;
  /** What resources hold. */
  resources?: (amounts: readonly Amount[]) => string;
  /** Entries of the document, of its common data. */
  document?: string;
  common?: string;
  /** Other members. */
  parts?: (amounts: readonly Amount[]) => Record<string, string | Uint8Array>;
}

const COLUMNS = [115, 145, 175];
const TOP = 60;
const ROW = 8;
const SIZE = 3.5;
const ems = (char: string): number => (char < '\x7f' ? 0.5 : 1);

export const AMOUNTS = VALUES.flatMap((row, r) =>
  row.flatMap((text, c): Amount[] => (text === '' ? [] : [{ x: COLUMNS[c]!, y: TOP + r * ROW, text }])),
);
/** All amounts, and nothing else: a box, and a path around it in its own coordinates. */
export const BAND = '110 54 80 44';
export const AROUND = '<o:AbbreviatedData>M 0 0 L 80 0 L 80 44 L 0 44 C</o:AbbreviatedData>';
export const WHITE = '<o:FillColor Value="255 255 255"/>';

export interface Manner {
  attributes?: string;
  children?: string;
  boundary?: string;
  size?: number;
  /** Of its text code. */
  code?: string;
}

/** A text object; its boundary is the box of its characters. */
export function textObject({ x, y, text }: Amount, { attributes = '', children = '', boundary, size = SIZE, code }: Manner = {}): string {
  const chars = [...text];
  const width = chars.reduce((sum, char) => sum + ems(char) * size, 0);
  const deltas = chars.slice(0, -1).map((char) => ems(char) * size);
  const place = code ?? `X="0" Y="${0.88 * size}" DeltaX="${deltas.join(' ')}"`;
  return `<o:TextObject Boundary="${boundary ?? `${x} ${y - 0.88 * size} ${width} ${size}`}" Font="3" Size="${size}" ${attributes}>${children}<o:TextCode ${place}>${text}</o:TextCode></o:TextObject>`;
}

export const drawn = (amounts: readonly Amount[], manner: Manner = {}): string => amounts.map((one) => textObject(one, manner)).join('');
export const plain: Way['content'] = (amounts) => drawn(amounts);
export const each =
  (manner: Manner): Way['content'] =>
  (amounts) =>
    drawn(amounts, manner);

const LABELLED = [
  textObject({ x: 60, y: 25, text: '青禾市水务局2026年部门预算' }, { size: 5.5 }),
  textObject({ x: 80, y: 38, text: '支出预算总表' }, { size: 5 }),
  textObject({ x: 170, y: 45, text: '单位：万元' }),
  ...['科目编码', '科目名称'].map((text, i) => textObject({ x: [20, 45][i]!, y: TOP - ROW, text })),
  ...['合计', '基本支出', '项目支出'].map((text, i) => textObject({ x: COLUMNS[i]!, y: TOP - ROW, text })),
  ...LABELS.flatMap(([code, name], i) => [
    ...(code === '' ? [] : [textObject({ x: 20, y: TOP + i * ROW, text: code })]),
    textObject({ x: 45, y: TOP + i * ROW, text: name }),
  ]),
].join('');

export const BOX = (attributes: string, inside: string): string =>
  `<o:PathObject Boundary="${BAND}" ${attributes}>${inside}${AROUND}</o:PathObject>`;
/** A white box over all amounts. */
export const WHITE_BOX = BOX('Fill="true" Stroke="false"', WHITE);

/** The members of the file that prints the table in this way. */
export function partsOf(way: Way): Record<string, string | Uint8Array> {
  const { content, before = '', after = '', layers = '', layer = '', page = '', document = '', common = '' } = way;
  const area = way.area ?? '<o:PhysicalBox>0 0 210 297</o:PhysicalBox>';
  const parts: Record<string, string | Uint8Array> = {
    'OFD.xml': '<o:OFD Version="1.1" DocType="OFD"><o:DocBody><o:DocInfo/><o:DocRoot>Doc_0/Document.xml</o:DocRoot></o:DocBody></o:OFD>',
    'Doc_0/Document.xml': `<o:Document><o:CommonData><o:PageArea><o:PhysicalBox>0 0 210 297</o:PhysicalBox></o:PageArea><o:PublicRes>PublicRes.xml</o:PublicRes>${common}</o:CommonData><o:Pages><o:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></o:Pages>${document}</o:Document>`,
    'Doc_0/PublicRes.xml': `<o:Res BaseLoc="Res"><o:Fonts><o:Font ID="3" FontName="宋体"/></o:Fonts>${way.resources?.(AMOUNTS) ?? ''}</o:Res>`,
    'Doc_0/Pages/Page_0/Content.xml': `<o:Page><o:Area>${area}</o:Area>${page}<o:Content>${layers}<o:Layer ID="2" ${layer}>${before}${LABELLED}${content(AMOUNTS)}${after}</o:Layer></o:Content></o:Page>`,
    ...way.parts?.(AMOUNTS),
  };
  return Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? declared(part) : part]));
}

export const declared = (xml: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${xml.replace(/^<(o:\w+)/, '<$1 xmlns:o="http://www.ofdspec.org/2016"')}`;

export const written = (way: Way): Uint8Array => packed(partsOf(way));

/** Grey, one pixel: an opaque picture; with `hasAlpha` one of which nobody knows what it lets through. */
export function png(hasAlpha = false): Uint8Array {
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, ...Buffer.from('IHDR'), 0, 0, 0, 1, 0, 0, 0, 1, 8];
  return Uint8Array.from([...head, hasAlpha ? 4 : 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...Buffer.from('IDAT')]);
}
