import { stream } from '../hostile-pdfs.ts';
import { BAND, covered, drawn, FONTS, form, inForm, inside, LAYER, latin, OFF, ON_BAND, plain, type Way, WHITE_IMAGE } from './page.ts';

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
  'a soft mask that is no group': {
    section: '11.6.5.3',
    content: () => 'q /G gs Q',
    resources: '/ExtGState << /G << /SMask << /S /Luminosity /G 7 0 R >> >> >>',
    objects: (amounts) => [form(drawn(amounts))],
  },
  'in a group behind a soft mask': {
    section: '11.6.6',
    content: () => 'q /G gs /X Do Q',
    resources: '/XObject << /X 8 0 R >> /ExtGState << /G << /SMask << /S /Luminosity /G 7 0 R >> >> >>',
    objects: (amounts) => [
      form('0 g 0 0 595 842 re f', '/Group << /S /Transparency /CS /DeviceGray >>'),
      form(drawn(amounts), '/Group << /S /Transparency >>'),
    ],
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
  'glyphs whose paths are not painted': {
    section: '9.6.5',
    content: plain,
    font: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /g 7 0 R >> /Encoding << /Type /Encoding /Differences [46 /g /g /g /g /g /g /g /g /g /g /g /g] >> /FirstChar 46 /LastChar 57 /Widths [500 500 500 500 500 500 500 500 500 500 500 500] /ToUnicode 8 0 R /Resources << >> >>',
    objects: () => [
      stream('500 0 0 0 500 700 d1 0 0 500 700 re n'),
      stream(
        '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <2e> <39> <002e> endbfrange endcmap end end',
      ),
    ],
  },
  'glyphs with empty procedures': {
    section: '9.6.5',
    content: plain,
    font: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /g 7 0 R >> /Encoding << /Type /Encoding /Differences [46 /g /g /g /g /g /g /g /g /g /g /g /g] >> /FirstChar 46 /LastChar 57 /Widths [500 500 500 500 500 500 500 500 500 500 500 500] /ToUnicode 8 0 R /Resources << >> >>',
    objects: () => [
      stream(''),
      stream(
        '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <2e> <39> <002e> endbfrange endcmap end end',
      ),
    ],
  },
};
