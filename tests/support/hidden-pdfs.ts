import { encrypted, rawPdf, stream } from './hostile-pdfs.ts';

/**
 * One small table again and again, whose amounts are drawn in a way that nobody sees, or that only looks suspicious. Written from ISO 32000-1;
 * the section that a way rests on stands beside it.
 */

/* Objects 1 to 5 are catalogue, pages, page, content and the Chinese font, 6 the font of the amounts; what a way adds follows. */

interface Way {
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

interface Amount {
  x: number;
  y: number;
  text: string;
}

const hex = (text: string): string => [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');

const COLUMNS = [330, 420, 510];
const TOP = 660;
const ROW = 24;
const LABELS: readonly (readonly [code: string, name: string])[] = [
  ['', '合计'],
  ['213', '农林水支出'],
  ['21303', '水利'],
  ['2130301', '行政运行'],
  ['2130306', '水利工程运行与维护'],
];
const VALUES: readonly (readonly string[])[] = [
  ['30.00', '20.00', '10.00'],
  ['30.00', '20.00', '10.00'],
  ['30.00', '20.00', '10.00'],
  ['20.00', '20.00', ''],
  ['10.00', '', '10.00'],
];

/** Numbers that are printed. */
export const PRINTED = VALUES.flat().filter((value) => value !== '');

const chinese = (x: number, y: number, text: string, size = 10): string => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`;
const latin = ({ x, y, text }: Amount): string => `BT /F2 10 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`;
const drawn = (amounts: readonly Amount[]): string => amounts.map(latin).join('\n');
const inside =
  (before: string, after = ''): Way['content'] =>
  (amounts) =>
    `q ${before}\n${drawn(amounts)}\n${after} Q`;

const LABELLED = [
  chinese(180, 760, '青禾市水务局2026年部门预算', 16),
  chinese(220, 720, '支出预算总表', 14),
  chinese(480, 700, '单位：万元'),
  ...['科目编码', '科目名称'].map((text, i) => chinese([56, 126][i] ?? 0, TOP + ROW, text)),
  ...['合计', '基本支出', '项目支出'].map((text, i) => chinese(COLUMNS[i] ?? 0, TOP + ROW, text)),
  ...LABELS.flatMap(([code, name], i) => [latin({ x: 56, y: TOP - i * ROW, text: code }), chinese(126, TOP - i * ROW, name)]),
].join('\n');

const AMOUNTS = VALUES.flatMap((row, r) =>
  row.flatMap((text, c): Amount[] => (text === '' ? [] : [{ x: COLUMNS[c] ?? 0, y: TOP - r * ROW, text }])),
);

const GB1 =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>';
const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
const FONTS = '/Font << /F1 5 0 R /F2 6 0 R >>';
/** All amounts, and nothing else. */
const BAND = '320 555 260 120 re';

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

const form = (content: string, entries = '', resources = ''): string =>
  stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${entries} /Resources << ${FONTS} ${resources} >>`);

const WHITE_IMAGE = stream('\xff', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8');
const OFF = '/OCProperties << /OCGs [7 0 R] /D << /OFF [7 0 R] >> >>';
const LAYER = '<< /Type /OCG /Name (Layer) >>';
const plain: Way['content'] = drawn;
const inForm: Pick<Way, 'content' | 'resources'> = { content: () => 'q /X Do Q', resources: '/XObject << /X 7 0 R >>' };
const covered = (paint: string, rest: Partial<Way>): Omit<Way, 'section'> => ({ content: plain, after: paint, ...rest });
const ON_BAND = `q 320 555 260 120 re W n 260 0 0 120 320 555 cm`;

/** Amounts that nobody sees. */
export const HIDDEN: Readonly<Record<string, Way>> = {
  'white in CMYK': { section: '8.6.4.4', content: inside('0 0 0 0 k') },
  'white in a calibrated space': {
    section: '8.6.5.2',
    content: inside('/W cs 1 sc'),
    resources: '/ColorSpace << /W [/CalGray << /WhitePoint [0.95 1 1.09] >>] >>',
  },
  'white of a palette': {
    section: '8.6.6.3',
    content: inside('/W cs 1 sc'),
    resources: '/ColorSpace << /W [/Indexed /DeviceRGB 1 <000000FFFFFF>] >>',
  },
  'no tint of a separation': {
    section: '8.6.6.4',
    content: inside('/W cs 0 scn'),
    resources: '/ColorSpace << /W [/Separation /Spot /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 0 1] /N 1 >>] >>',
  },
  'nearly white': { section: '8.6.4.2', content: inside('0.995 g') },
  'the colour of the band below': { section: '8.6', before: `0.25 0.3 0.5 rg ${BAND} f 0 g`, content: inside('0.25 0.3 0.5 rg') },
  'alpha 0': { section: '11.6.4.4', content: inside('/G gs'), resources: '/ExtGState << /G << /ca 0 >> >>' },
  'alpha 0 set inside a form': {
    section: '11.6.4.4',
    ...inForm,
    objects: (amounts) => [form(`/G gs ${drawn(amounts)}`, '', '/ExtGState << /G << /ca 0 >> >>')],
  },
  'a group drawn with alpha 0': {
    section: '11.6.6',
    content: () => 'q /G gs /X Do Q',
    resources: '/XObject << /X 7 0 R >> /ExtGState << /G << /ca 0 >> >>',
    objects: (amounts) => [form(drawn(amounts), '/Group << /S /Transparency >>')],
  },
  'behind a soft mask that is black': {
    section: '11.6.5.3',
    content: inside('/G gs'),
    resources: '/ExtGState << /G << /SMask << /S /Luminosity /G 7 0 R >> >> >>',
    objects: () => [
      stream('0 g 0 0 595 842 re f', '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >>'),
    ],
  },
  'the soft mask itself': {
    section: '11.6.5.3',
    content: () => 'q /G gs Q',
    resources: '/ExtGState << /G << /SMask << /S /Luminosity /G 7 0 R >> >> >>',
    objects: (amounts) => [form(drawn(amounts), '/Group << /S /Transparency /CS /DeviceGray >>')],
  },
  'mode 3': { section: '9.3.6', content: inside('3 Tr') },
  'mode 7, nothing painted in it': { section: '9.3.6', content: inside('7 Tr') },
  'stroked without a colour to be seen': { section: '9.3.6', content: inside('1 Tr 1 G') },
  'font size 0.01': {
    section: '9.3.4',
    content: (amounts) => amounts.map((amount) => latin(amount).replace('10 Tf', '0.01 Tf')).join('\n'),
  },
  'scaled to nothing': {
    section: '8.3.4',
    content: (amounts) => amounts.map(({ x, y, text }) => `BT /F2 10 Tf 0.001 0 0 0.001 ${x} ${y} Tm (${text}) Tj ET`).join('\n'),
  },
  'horizontal scale 0': { section: '9.3.4', content: inside('0 Tz') },
  'outside the crop box': { section: '14.11.2', page: '/CropBox [0 0 315 842]', content: plain },
  'clipped to an empty box': { section: '8.5.4', content: inside('0 0 0 0 re W n') },
  'clipped to a circle elsewhere': { section: '8.5.4', content: inside('20 20 m 40 20 40 40 20 40 c h W n') },
  'outside the box of its form': {
    section: '8.10.2',
    ...inForm,
    objects: (amounts) => [stream(drawn(amounts), `/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << ${FONTS} >>`)],
  },
  'a layer that is off by the base state': {
    section: '8.11.4.3',
    catalogue: '/OCProperties << /OCGs [7 0 R] /D << /BaseState /OFF >> >>',
    resources: '/Properties << /L 7 0 R >>',
    content: (amounts) => `/OC /L BDC\n${drawn(amounts)}\nEMC`,
    objects: () => [LAYER],
  },
  'a layer in a membership that is off': {
    section: '8.11.2.2',
    catalogue: OFF,
    resources: '/Properties << /L << /Type /OCMD /OCGs [7 0 R] /P /AllOn >> >>',
    content: (amounts) => `/OC /L BDC\n${drawn(amounts)}\nEMC`,
    objects: () => [LAYER],
  },
  'a membership by an expression': {
    section: '8.11.2.2',
    catalogue: '/OCProperties << /OCGs [7 0 R] /D << /ON [7 0 R] >> >>',
    resources: '/Properties << /L << /Type /OCMD /VE [/Not 7 0 R] >> >>',
    content: (amounts) => `/OC /L BDC\n${drawn(amounts)}\nEMC`,
    objects: () => [LAYER],
  },
  'a form on a layer that is off': {
    section: '8.11.3.3',
    catalogue: OFF,
    content: () => '/Y Do',
    resources: '/XObject << /Y 8 0 R >>',
    objects: (amounts) => [LAYER, form(drawn(amounts), '/OC 7 0 R')],
  },
  'covered by an image': {
    section: '8.9',
    ...covered(`${ON_BAND} /I Do Q`, { resources: '/XObject << /I 7 0 R >>', objects: () => [WHITE_IMAGE] }),
  },
  'covered by an inline image': { section: '8.9.7', ...covered(`${ON_BAND} BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q`, {}) },
  'covered by a shading': {
    section: '8.7.4.2',
    ...covered(`q ${BAND} W n /S sh Q`, {
      resources:
        '/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 595 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0.9] /N 1 >> >> >>',
    }),
  },
  'covered by a form': {
    section: '8.10',
    ...covered('q /X Do Q', { resources: '/XObject << /X 7 0 R >>', objects: () => [form(`1 g ${BAND} f`)] }),
  },
  'covered by a pattern': {
    section: '8.7.3',
    ...covered(`/Pattern cs /P scn ${BAND} f`, {
      resources: '/Pattern << /P 7 0 R >>',
      objects: () => [
        stream(
          '1 g 0 0 10 10 re f',
          '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 10 10] /XStep 10 /YStep 10 /Resources << >>',
        ),
      ],
    }),
  },
  'covered by a thick line': { section: '8.4.3.2', ...covered('1 G 130 w 320 615 m 580 615 l S', {}) },
  'covered by an annotation': {
    section: '12.5.5',
    ...covered('', {
      page: '/Annots [7 0 R]',
      objects: () => [
        '<< /Type /Annot /Subtype /Square /Rect [320 555 580 675] /F 4 /IC [1 1 1] /C [1 1 1] /AP << /N 8 0 R >> >>',
        stream('1 g 0 0 260 120 re f', '/Type /XObject /Subtype /Form /BBox [0 0 260 120]'),
      ],
    }),
  },
  'glyphs that draw nothing': {
    section: '9.6.5',
    content: plain,
    font: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /g 7 0 R >> /Encoding << /Type /Encoding /Differences [46 /g /g /g /g /g /g /g /g /g /g /g /g] >> /FirstChar 46 /LastChar 57 /Widths [500 500 500 500 500 500 500 500 500 500 500 500] /ToUnicode 8 0 R /Resources << >> >>',
    objects: () => [
      stream('500 0 d0'),
      stream(
        '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <2e> <39> <002e> endbfrange endcmap end end',
      ),
    ],
  },
};

/** Amounts that are printed, however odd the way. */
export const SEEN: Readonly<Record<string, Way>> = {
  'as usual': { section: '9.4', content: plain },
  'white on a dark band': { section: '8.6', before: `0.1 0.2 0.5 rg ${BAND} f 0 g`, content: inside('1 g') },
  'over a white box': { section: '8.6', before: `1 g ${BAND} f 0 g`, content: plain },
  'light grey': { section: '8.6', content: inside('0.6 g') },
  'alpha one half': { section: '11.6.4.4', content: inside('/G gs'), resources: '/ExtGState << /G << /ca 0.5 >> >>' },
  'a box with alpha 0 over them': {
    section: '11.6.4.4',
    ...covered(`q /G gs 1 g ${BAND} f Q`, { resources: '/ExtGState << /G << /ca 0 >> >>' }),
  },
  'a highlight that multiplies over them': {
    section: '11.3.5.2',
    ...covered(`q /G gs 1 1 0 rg ${BAND} f Q`, { resources: '/ExtGState << /G << /BM /Multiply >> >>' }),
  },
  'a box on a layer that is off over them': {
    section: '8.11.3.2',
    ...covered(`/OC /L BDC 1 g ${BAND} f EMC`, { catalogue: OFF, resources: '/Properties << /L 7 0 R >>', objects: () => [LAYER] }),
  },
  'filled and stroked': { section: '9.3.6', content: inside('2 Tr') },
  'a layer that is on': {
    section: '8.11.4.3',
    catalogue: '/OCProperties << /OCGs [7 0 R] /D << /BaseState /OFF /ON [7 0 R] >> >>',
    resources: '/Properties << /L 7 0 R >>',
    content: (amounts) => `/OC /L BDC\n${drawn(amounts)}\nEMC`,
    objects: () => [LAYER],
  },
  'in a form': { section: '8.10', ...inForm, objects: (amounts) => [form(drawn(amounts))] },
  'with another text for readers aloud': {
    section: '14.9.4',
    content: (amounts) => amounts.map((amount) => `/Span << /ActualText (99.99) >> BDC ${latin(amount)} EMC`).join('\n'),
  },
  'a larger unit': { section: '14.11.2', page: '/UserUnit 3', content: plain },
  'a turned page': { section: '7.7.3.3', page: '/Rotate 180', before: '-1 0 0 -1 595 842 cm', content: plain },
  'a crop box around them': { section: '14.11.2', page: '/MediaBox [-200 -200 1000 1200] /CropBox [0 0 595 842]', content: plain },
  'a page that begins elsewhere': {
    section: '14.11.2',
    page: '/MediaBox [1000 1000 1595 1842]',
    before: '1 0 0 1 1000 1000 cm',
    content: plain,
  },
  'size in the matrix, not in the font': {
    section: '9.4.2',
    content: (amounts) => amounts.map(({ x, y, text }) => `BT /F2 1 Tf 10 0 0 10 ${x} ${y} Tm (${text}) Tj ET`).join('\n'),
  },
};

/** What a reader might trip over; the amounts are printed as usual unless the name says otherwise. */
export const ODD: Readonly<Record<string, Way>> = {
  'a script that runs on opening': {
    section: '12.6.4.16',
    catalogue: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>',
    content: plain,
  },
  'a program that starts on opening': { section: '12.6.4.5', catalogue: '/OpenAction << /S /Launch /F (calc.exe) >>', content: plain },
  'an embedded file': {
    section: '7.11.4',
    catalogue: '/Names << /EmbeddedFiles << /Names [(a.pdf) 7 0 R] >> >>',
    content: plain,
    objects: () => ['<< /Type /Filespec /F (a.pdf) /EF << /F 8 0 R >> >>', stream('%PDF-1.7 no file', '/Type /EmbeddedFile')],
  },
  'an XFA form': {
    section: '12.7.8',
    catalogue: '/AcroForm << /Fields [] /XFA 7 0 R >>',
    content: plain,
    objects: () => [stream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template/></xdp:xdp>')],
  },
  'resources that hold themselves': {
    section: '7.8.3',
    content: (amounts) => `${drawn(amounts)}\n/X Do`,
    resources: '/XObject << /X 7 0 R >>',
    objects: () => [
      stream('/X Do', '/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources 8 0 R'),
      '<< /XObject << /X 7 0 R >> /Font << /F1 8 0 R >> >>',
    ],
  },
  'a glyph that shows itself': {
    section: '9.6.5',
    content: (amounts) => `${drawn(amounts)}\nBT /F3 10 Tf 10 10 Td (aaaa) Tj ET`,
    resources: '/Font << /F1 5 0 R /F2 6 0 R /F3 7 0 R >>',
    objects: () => [
      '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 8 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1] /Resources << /Font << /F3 7 0 R >> >> >>',
      stream('1 0 d0 BT /F3 1 Tf (aaaa) Tj ET'),
    ],
  },
  'a map that uses itself': {
    section: '9.7.5.4',
    content: plain,
    font: HELVETICA.replace('>>', '/ToUnicode 7 0 R >>'),
    objects: () => [
      stream(
        '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /Own usecmap 1 begincodespacerange <00> <ff> endcodespacerange endcmap end end',
        '/Type /CMap /CMapName /Own /UseCMap 7 0 R',
      ),
    ],
  },
  'outlines in a circle': {
    section: '12.3.3',
    catalogue: '/Outlines 7 0 R',
    content: plain,
    objects: () => [
      '<< /Type /Outlines /First 8 0 R /Last 8 0 R /Count 1 >>',
      '<< /Title (a) /Parent 7 0 R /Next 8 0 R /First 8 0 R /Last 8 0 R >>',
    ],
  },
  'layers in a circle': {
    section: '8.11.4.3',
    catalogue: '/OCProperties << /OCGs [7 0 R] /D << /Order 8 0 R >> >>',
    content: plain,
    objects: () => [LAYER, '[7 0 R 8 0 R]'],
  },
  'an annotation whose appearance holds the amounts': {
    section: '12.5.5',
    content: () => '',
    page: '/Annots [7 0 R]',
    objects: (amounts) => ['<< /Type /Annot /Subtype /Stamp /Rect [0 0 595 842] /F 4 /AP << /N 8 0 R >> >>', form(drawn(amounts))],
  },
  'a pattern that holds the amounts': {
    section: '8.7.3',
    content: () => '/Pattern cs /P scn 0 0 595 842 re f',
    resources: '/Pattern << /P 7 0 R >>',
    objects: (amounts) => [
      stream(
        drawn(amounts),
        `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 595 842] /XStep 595 /YStep 842 /Resources << ${FONTS} >>`,
      ),
    ],
  },
};

export const written = (way: Omit<Way, 'section'>): Uint8Array => rawPdf(pageOf(way));

const whole = (): string[] => pageOf({ content: plain });
const changed = (number: number, change: (object: string) => string): string[] =>
  whole().map((object, i) => (i + 1 === number ? change(object) : object));

/** The objects with a cross-reference stream (7.5.8) in place of a table; `rows` may lie: [type, second, third] by object number. */
function streamed(
  objects: readonly string[],
  rows: Readonly<Record<number, readonly [number, number, number]>>,
  entries: (own: number) => string,
): Uint8Array {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const own = objects.length + 1;
  const start = file.length;
  const table = Buffer.alloc((own + 1) * 6);
  const all: (readonly [number, number, number])[] = [[0, 0, 255], ...places.map((at) => [1, at, 0] as const), [1, start, 0]];
  all.forEach((row, number) => {
    const [type, second, third] = rows[number] ?? row;
    table.writeUInt8(type, number * 6);
    table.writeUInt32BE(second, number * 6 + 1);
    table.writeUInt8(third, number * 6 + 5);
  });
  const head = `/Type /XRef /Size ${own + 1} /W [1 4 1] /Root 1 0 R ${entries(start)}`;
  file += `${own} 0 obj\n${stream(table.toString('latin1'), head)}\nendobj\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

/** An object stream (7.5.7) that holds one object. */
const packing = (number: number, object: string, entries = ''): string =>
  stream(`${number} 0 ${object}`, `/Type /ObjStm /N 1 /First ${`${number} 0 `.length} ${entries}`);

/** The file with a later version of object 4, the content. */
function updated(): Uint8Array {
  const older = Buffer.from(
    rawPdf(changed(4, () => stream(`${LABELLED}\n${drawn(AMOUNTS.map((amount) => ({ ...amount, text: '99.00' })))}`))),
  ).toString('latin1');
  const table = older.lastIndexOf('xref\n0');
  const at = older.length;
  const file = `${older}4 0 obj\n${whole()[3]}\nendobj\n`;
  const xref = `xref\n4 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 7 /Root 1 0 R /Prev ${table} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file + xref, 'latin1'));
}

/** The same table in files whose structure is odd; the amounts are printed as usual. */
export const STRUCTURES: Readonly<Record<string, () => Uint8Array>> = {
  'a page that is its own parent': () => rawPdf(changed(3, (page) => page.replace('/Parent 2 0 R', '/Parent 3 0 R'))),
  'a page that is its own parent and inherits its size': () =>
    rawPdf(changed(3, (page) => page.replace('/Parent 2 0 R', '/Parent 3 0 R').replace('/MediaBox [0 0 595 842]', ''))),
  'pages in a circle beside the page': () => rawPdf(changed(2, () => '<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>')),
  'resources of a page that are the page': () =>
    rawPdf([...whole(), '<< /X 7 0 R >>'].map((object) => object.replace('/Font <<', '/Properties 7 0 R /Font <<'))),
  'a cross-reference stream before itself': () => streamed(whole(), {}, (own) => `/Prev ${own}`),
  'object streams in each other': () =>
    streamed([...whole(), packing(6, HELVETICA), packing(7, '<< >>')], { 6: [2, 7, 0], 7: [2, 8, 0], 8: [2, 7, 0] }, () => ''),
  'an object stream that extends itself': () => streamed([...whole(), packing(6, HELVETICA, '/Extends 7 0 R')], { 6: [2, 7, 0] }, () => ''),
  'a content that an update replaced': updated,
  'nothing allowed, no password': () => encrypted(rawPdf(whole()), '', -3904),
};
