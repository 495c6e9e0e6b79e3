import { LABELS, VALUES } from '../budget.ts';
import { rawPdf, stream } from '../hostile-pdfs.ts';

/**
 * One small table again and again, whose amounts are drawn in a way that nobody sees, or that only looks suspicious. Written from ISO 32000-1;
 * the section that a way rests on stands beside it.
 */

/* Objects 1 to 5 are catalogue, pages, page, content and the Chinese font, 6 the font of the amounts; what a way adds follows. */

export interface Way {
  section: string;
  /** The amounts' part of the content; `each` writes one amount by its own template. */
  content: (amounts: readonly Amount[]) => string;
  /** Entries of /Resources beside /Font. */
  resources?: string;
  /** Entries of the page, of the catalogue. */
  page?: string;
  catalogue?: string;
  /** Objects from number 7. */
  objects?: (amounts: readonly Amount[]) => string[];
  /** The font of the amounts. */
  font?: string;
  /** What comes after all content of the page. */
  after?: string;
  /** What stands before all content, the labels included. */
  before?: string;
}

export interface Amount {
  x: number;
  y: number;
  text: string;
}

const hex = (text: string): string => [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');

const COLUMNS = [330, 420, 510];
const TOP = 660;
const ROW = 24;

const chinese = (x: number, y: number, text: string, size = 10): string => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`;
export const latin = ({ x, y, text }: Amount): string => `BT /F2 10 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`;
export const drawn = (amounts: readonly Amount[]): string => amounts.map(latin).join('\n');
export const inside =
  (before: string, after = ''): Way['content'] =>
  (amounts) =>
    `q ${before}\n${drawn(amounts)}\n${after} Q`;

export const LABELLED = [
  chinese(180, 760, '青禾市水务局2026年部门预算', 16),
  chinese(220, 720, '支出预算总表', 14),
  chinese(480, 700, '单位：万元'),
  ...['科目编码', '科目名称'].map((text, i) => chinese([56, 126][i] ?? 0, TOP + ROW, text)),
  ...['合计', '基本支出', '项目支出'].map((text, i) => chinese(COLUMNS[i] ?? 0, TOP + ROW, text)),
  ...LABELS.flatMap(([code, name], i) => [latin({ x: 56, y: TOP - i * ROW, text: code }), chinese(126, TOP - i * ROW, name)]),
].join('\n');

export const AMOUNTS = VALUES.flatMap((row, r) =>
  row.flatMap((text, c): Amount[] => (text === '' ? [] : [{ x: COLUMNS[c] ?? 0, y: TOP - r * ROW, text }])),
);

export const GB1 =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>';
export const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
export const FONTS = '/Font << /F1 5 0 R /F2 6 0 R >>';
/** All amounts, and nothing else. */
export const BAND = '320 555 260 120 re';

export function pageOf({
  content,
  resources = '',
  page = '',
  catalogue = '',
  objects = () => [],
  font = HELVETICA,
  after = '',
  before = '',
}: Omit<Way, 'section'>): string[] {
  return [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R ${/\/MediaBox/.test(page) ? '' : '/MediaBox [0 0 595 842]'} ${page} /Contents 4 0 R /Resources << ${FONTS} ${resources} >> >>`,
    stream(`${before}\n${LABELLED}\n${content(AMOUNTS)}\n${after}`),
    GB1,
    font,
    ...objects(AMOUNTS),
  ];
}

export const form = (content: string, entries = '', resources = ''): string =>
  stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${entries} /Resources << ${FONTS} ${resources} >>`);

export const WHITE_IMAGE = stream('\xff', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8');
export const OFF = '/OCProperties << /OCGs [7 0 R] /D << /OFF [7 0 R] >> >>';
export const LAYER = '<< /Type /OCG /Name (Layer) >>';
export const plain: Way['content'] = drawn;
export const inForm: Pick<Way, 'content' | 'resources'> = { content: () => 'q /X Do Q', resources: '/XObject << /X 7 0 R >>' };
export const covered = (paint: string, rest: Partial<Way>): Omit<Way, 'section'> => ({ content: plain, after: paint, ...rest });
export const ON_BAND = `q 320 555 260 120 re W n 260 0 0 120 320 555 cm`;

export const written = (way: Omit<Way, 'section'>): Uint8Array => rawPdf(pageOf(way));
