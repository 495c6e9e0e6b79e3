import { stream } from '../hostile-pdfs.ts';
import { BAND, covered, drawn, FONTS, form, HELVETICA, inForm, inside, LAYER, latin, OFF, plain, type Way } from './page.ts';

const TILES = '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 595 842] /XStep 595 /YStep 842';

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
  'after a soft mask that is set aside': {
    section: '11.6.5.3',
    content: inside('/G gs /N gs'),
    resources: '/ExtGState << /G << /SMask << /S /Luminosity /G 7 0 R >> >> /N << /SMask /None >> >>',
    objects: () => [form('0 g 0 0 595 842 re f', '/Group << /S /Transparency /CS /DeviceGray >>')],
  },
  'after a soft mask that was restored': {
    section: '11.6.5.3',
    content: (amounts) => `q /G gs Q\n${drawn(amounts)}`,
    resources: '/ExtGState << /G << /SMask << /S /Luminosity /G 7 0 R >> >> >>',
    objects: () => [form('0 g 0 0 595 842 re f', '/Group << /S /Transparency /CS /DeviceGray >>')],
  },
  'rules of a soft mask around them': {
    section: '11.6.5.3',
    content: (amounts) => `q /G gs Q\n${drawn(amounts)}`,
    resources: '/ExtGState << /G << /SMask << /S /Luminosity /G 7 0 R >> >> >>',
    objects: () => [
      form('300 500 m 300 700 l S 50 648 m 560 648 l S 375 500 m 375 700 l S', '/Group << /S /Transparency /CS /DeviceGray >>'),
    ],
  },
  'a square on a layer that is off over them': {
    section: '12.5.2',
    catalogue: OFF,
    page: '/Annots [8 0 R]',
    content: plain,
    objects: () => [
      LAYER,
      '<< /Type /Annot /Subtype /Square /Rect [320 555 580 675] /F 4 /OC 7 0 R /AP << /N 9 0 R >> >>',
      form(`1 g ${BAND} f`),
    ],
  },
  'a square around them that is not filled': {
    section: '12.5.6.8',
    page: '/Annots [7 0 R]',
    content: plain,
    objects: () => [
      '<< /Type /Annot /Subtype /Square /Rect [0 0 595 842] /F 4 /AP << /N 8 0 R >> >>',
      form('325 640 90 40 re 325 600 180 60 re S'),
    ],
  },
  'glyphs that are boxes': {
    section: '9.6.5',
    content: plain,
    font: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /g 7 0 R >> /Encoding << /Type /Encoding /Differences [46 /g /g /g /g /g /g /g /g /g /g /g /g] >> /FirstChar 46 /LastChar 57 /Widths [500 500 500 500 500 500 500 500 500 500 500 500] /ToUnicode 8 0 R /Resources << >> >>',
    objects: () => [
      stream('500 0 0 0 500 700 d1 0 0 500 700 re f'),
      stream(
        '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <2e> <39> <002e> endbfrange endcmap end end',
      ),
    ],
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
};

/** Amounts that are no text of the page, and that a reader sees all the same: a rule says so. */
export const ELSEWHERE: Readonly<Record<string, Way & { rule: string }>> = {
  'an annotation whose appearance holds the amounts': {
    rule: 'pdf/annotations-left-out',
    section: '12.5.5',
    content: () => '',
    page: '/Annots [7 0 R]',
    objects: (amounts) => ['<< /Type /Annot /Subtype /Stamp /Rect [0 0 595 842] /F 4 /AP << /N 8 0 R >> >>', form(drawn(amounts))],
  },
  'a pattern that holds the amounts': {
    rule: 'pdf/pattern-unread',
    section: '8.7.3',
    content: () => '/Pattern cs /P scn 0 0 595 842 re f',
    resources: '/Pattern << /P 7 0 R >>',
    objects: (amounts) => [stream(drawn(amounts), `${TILES} /Resources << ${FONTS} >>`)],
  },
  'a pattern in a pattern that holds the amounts': {
    rule: 'pdf/pattern-unread',
    section: '8.7.3',
    content: () => '/Pattern cs /P scn 0 0 595 842 re f',
    resources: '/Pattern << /P 7 0 R >>',
    objects: (amounts) => [
      stream('/Pattern cs /P scn 0 0 595 842 re f', `${TILES} /Resources << /Pattern << /P 8 0 R >> >>`),
      stream(drawn(amounts), `${TILES} /Resources << ${FONTS} >>`),
    ],
  },
};
