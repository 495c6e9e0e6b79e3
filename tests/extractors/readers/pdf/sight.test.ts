import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../../extractors/readers/pdf/index.ts';
import { pdfAccess } from '../../../../pipeline/run/pdf/pdf-access.ts';
import { onePage, rawPdf, stream } from '../../../support/hostile-pdfs.ts';

const access = await pdfAccess();

/** What is read of a page: its words in order, and its findings. */
async function read(bytes: Uint8Array) {
  const read = await readPdf(bytes, access);
  if ('finding' in read) return { words: [], findings: [`${read.finding.ruleId}: ${read.finding.actual}`], doubts: 0 };
  const pages = read.source.pages;
  return {
    words: pages.flatMap(({ words }) => words.map(({ text }) => text)),
    findings: read.findings.map(({ ruleId, actual }) => `${ruleId}: ${actual}`),
    doubts: pages.flatMap(({ doubts = [] }) => doubts).length,
  };
}

/** `12.00` in black stands on every page, so that something is seen. */
const SEEN = 'BT /F1 10 Tf 72 100 Td (12.00) Tj ET';
const number = (before = '', text = '345.67') => `q ${before} BT /F1 10 Tf 72 700 Td (${text}) Tj ET Q`;
const page = (content: string, resources = '', further: readonly string[] = []) =>
  read(onePage(stream(`${SEEN} ${content}`), resources, further));

/** Box around the number. */
const BOX = '70 695 60 15 re';
const STATES = (entries: string) => `/ExtGState << /G << ${entries} >> >>`;
const form = (content: string, entries: string) => stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${entries}`);

describe('text that nobody sees is left out and counted, text that looks like it is read', () => {
  const white = '1 g';
  test.each<[name: string, content: string, reason: string | null, resources?: string]>([
    ['black on white', number(), null],
    ['white on white', number(white), 'same-colour'],
    ['white on a black box', `0 g ${BOX} f ${number(white)}`, null],
    ['black on a black box', `0 g ${BOX} f ${number()}`, 'same-colour'],
    ['black on a box that is lighter again', `0 g ${BOX} f 0.9 g ${BOX} f ${number('0 g')}`, null],
    ['white beside a black box', `0 g 70 400 60 15 re f ${number(white)}`, 'same-colour'],
    ['white on black strips', `0 g 70 695 60 7 re f 70 702 60 8 re f ${number(white)}`, null],
    ['white on a picture', `q 60 0 0 15 70 695 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q ${number(white)}`, null],
    ['white on a black line as wide as a row', `0 G 15 w 70 702.5 m 130 702.5 l S ${number(white)}`, null],
    ['white on a black line in larger units', `q 10 0 0 10 0 0 cm 0 G 1.5 w 7 70.25 m 13 70.25 l S Q ${number(white)}`, null],
    ['white on a leaning black line', `0 G 30 w 60 680 m 140 725 l S ${number(white)}`, null],
    ['white beside a black line', `0 G 15 w 70 602.5 m 130 602.5 l S ${number(white)}`, 'same-colour'],
    ['white in a black frame', `0 G 3 w 40 650 200 100 re S ${number(white)}`, 'same-colour'],
    ['below a white line as wide as a row', `${number()} 1 G 15 w 70 702.5 m 130 702.5 l S`, 'covered'],
    ['240 of 255 on white', number('0.9412 g'), 'same-colour'],
    ['239 of 255 on white', number('0.9373 g'), null],
    ['white with a black outline', `q 1 g 0 G 2 Tr BT /F1 10 Tf 72 700 Td (345.67) Tj ET Q`, null],
    ['alpha 0', number('/G gs'), 'transparent', STATES('/ca 0')],
    ['alpha 0.05', number('/G gs'), 'transparent', STATES('/ca 0.05')],
    ['alpha 0.06', number('/G gs'), null, STATES('/ca 0.06')],
    ['alpha of strokes alone', number('/G gs'), null, STATES('/CA 0')],
    ['outlines without alpha', number('/G gs 1 Tr'), 'transparent', STATES('/CA 0')],
    ['of 0.99 points', `q BT /F1 0.99 Tf 72 700 Td (345.67) Tj ET Q`, 'too-small'],
    ['of 1 point', `q BT /F1 1 Tf 72 700 Td (345.67) Tj ET Q`, null],
    ['of 1 point in larger units', `q 10 0 0 10 0 0 cm BT /F1 1 Tf 7 70 Td (345.67) Tj ET Q`, null],
    [
      'so small that steps of its size are none',
      `q 0.00000000000000000001 0 0 0.00000000000000000001 72 700 cm BT /F1 10 Tf (345.67) Tj ET Q`,
      'too-small',
    ],
    ['narrowed to a line', number('4 Tz'), 'too-small'],
    ['narrow', number('5 Tz'), null],
    ['mode 3', number('3 Tr'), 'no-ink'],
    ['mode 7', number('7 Tr'), 'no-ink'],
    ['mode 7, filled through', `q 7 Tr BT /F1 10 Tf 72 700 Td (345.67) Tj ET 1 0 0 rg ${BOX} f Q`, null],
    ['a clip path beside it, box around', number('0 0 m 595 842 l 595 841 l h W n'), 'clipped'],
    ['a triangle around it', number('0 600 m 300 600 l 72 842 l h W n'), null],
    ['the hole of a ring, even-odd', number('0 0 595 842 re 60 690 80 30 re W* n'), 'clipped'],
    ['the same, nonzero', number('0 0 595 842 re 60 690 80 30 re W n'), null],
    ['a hole of the other direction, nonzero', number('0 0 595 842 re 60 690 m 60 720 l 140 720 l 140 690 l h W n'), 'clipped'],
    ['a circle around it', number('200 700 m 200 810 0 810 0 700 c 0 590 200 590 200 700 c h W n'), null],
    ['a circle beside it', number('400 700 m 400 810 200 810 200 700 c 200 590 400 590 400 700 c h W n'), 'clipped'],
    ['off the page', 'BT /F1 10 Tf 700 700 Td (345.67) Tj ET', 'outside'],
    ['below a white box', `${number()} 1 g ${BOX} f`, 'covered'],
    ['below a white triangle', `${number()} 1 g 0 650 m 300 650 l 72 842 l h f`, 'covered'],
    ['beside a triangle, within its box', `${number()} 1 g 0 600 m 595 600 l 595 842 l h f`, null],
    ['struck through', `${number()} 0 g 70 703 60 1.2 re f`, null],
    ['below a box of alpha 0.5', `${number()} /G gs 1 g ${BOX} f`, null, STATES('/ca 0.5')],
    ['below a box that multiplies', `${number()} /G gs 1 g ${BOX} f`, null, STATES('/BM /Multiply')],
    ['below a box that paints no area', `${number()} ${BOX} n`, null],
    ['below a box that is clipped away', `${number()} q 0 0 10 10 re W n 1 g ${BOX} f Q`, null],
    ['in the alpha of its own colour, on white', `/G gs 1 g ${BOX} f ${number(white)}`, 'same-colour', STATES('/ca 0.5')],
  ])('%s', async (_name, content, reason, resources = '') => {
    const { words, findings } = await page(content, resources);
    expect(words).toEqual(reason === null ? ['12.00', '345.67'] : ['12.00']);
    expect(findings).toEqual(reason === null ? [] : [`pdf/hidden-amounts: 1: 6 × ${reason} (345.67)`]);
  });

  test('text without amounts is only mentioned', async () => {
    expect(await page(number('1 g', 'draft 2026'))).toEqual({
      words: ['12.00'],
      findings: ['pdf/hidden-text: 1: 9 × same-colour'],
      doubts: 0,
    });
  });

  test.each([
    ['below a form of alpha 0', '/G gs /X Do', STATES('/ca 0'), [form(number(), '/Group << /S /Transparency >>')], 'transparent'],
    ['in a form of alpha 1', '/G gs /X Do', STATES('/ca 1'), [form(number(), '/Group << /S /Transparency >>')], null],
    [
      'in a group that its box cuts off',
      '/X Do',
      '',
      [stream(number(), '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Group << /S /Transparency >>')],
      'clipped',
    ],
  ] as const)('%s', async (_name, content, states, further, reason) => {
    const { words, findings } = await page(content, `${states} /XObject << /X 6 0 R >>`, further);
    expect(words).toEqual(reason === null ? ['12.00', '345.67'] : ['12.00']);
    expect(findings).toEqual(reason === null ? [] : [`pdf/hidden-amounts: 1: 6 × ${reason} (345.67)`]);
  });
});

/** A document with a layer that is switched off or on. */
function layered(content: string, state: 'OFF' | 'ON', xobject = ''): Uint8Array {
  return rawPdf([
    `<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << /${state} [6 0 R] >> >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /Properties << /L 6 0 R >> /XObject << /X 7 0 R >> >> >>',
    stream(`${SEEN} ${content}`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /OCG /Name (Draft) >>',
    xobject,
  ]);
}

describe('layers', () => {
  const OFF = ['pdf/hidden-amounts: 1: 6 × layer-off (345.67)'];
  const marked = `/OC /L BDC ${number()} EMC`;
  const inForm = stream(number(), '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /OC 6 0 R /Resources << /Font << /F1 5 0 R >> >>');
  test.each([
    ['marked content, off', layered(marked, 'OFF'), OFF],
    ['marked content, on', layered(marked, 'ON'), []],
    ['after the marked content', layered(`/OC /L BDC EMC ${number()}`, 'OFF'), []],
    ['within further marks', layered(`/OC /L BDC /P BMC EMC ${number()} EMC`, 'OFF'), OFF],
    ['a form, off', layered('/X Do', 'OFF', inForm), OFF],
    ['a form, on', layered('/X Do', 'ON', inForm), []],
    ['below a box that is off', layered(`${number()} /OC /L BDC 1 g ${BOX} f EMC`, 'OFF'), []],
    ['below a box that is on', layered(`${number()} /OC /L BDC 1 g ${BOX} f EMC`, 'ON'), ['pdf/hidden-amounts: 1: 6 × covered (345.67)']],
  ])('%s', async (_name, bytes, expected) => {
    const { words, findings } = await read(bytes);
    expect(findings).toEqual(expected);
    expect(words).toEqual(expected.length > 0 ? ['12.00'] : ['12.00', '345.67']);
  });
});

describe('pictures', () => {
  /** Too large to be decoded: the library leaves it out. */
  const scan = (entries = '') =>
    stream('x'.repeat(7000), `/Type /XObject /Subtype /Image /Width 70 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8 ${entries}`);
  const SCAN = 'q 595 0 0 842 0 0 cm /X Do Q';
  const text = (before: string) => `q ${before} BT /F1 10 Tf 72 700 Td (345.67) Tj 0 -20 Td (22.22) Tj ET Q`;
  const scanned = (content: string, entries = '') => read(onePage(stream(content), '/XObject << /X 6 0 R >>', [scan(entries)]));

  test.each([
    ['below it', `${text('')} ${SCAN}`],
    ['without ink upon it', `${SCAN} ${text('3 Tr')}`],
    ['without ink below it', `${text('3 Tr')} ${SCAN}`],
    ['below it, with the number of the page upon it', `${text('')} ${SCAN} BT /F1 9 Tf 300 20 Td (7) Tj ET`],
  ])('the text of a scan is read, and doubted: %s', async (_name, content) => {
    expect(await scanned(content)).toEqual({ words: ['345.67', '22.22'], findings: ['pdf/text-layer: 1'], doubts: 1 });
  });

  test('text upon a picture is seen', async () => {
    expect(await scanned(`${SCAN} ${text('')}`)).toEqual({ words: ['345.67', '22.22'], findings: [], doubts: 0 });
  });

  test('text below a picture with a mask is seen: a seal, a watermark', async () => {
    expect(await scanned(`${text('')} ${SCAN}`, '/Mask [0 1]')).toEqual({ words: ['345.67', '22.22'], findings: [], doubts: 0 });
  });

  test('text without ink on a page without a picture is read by nobody', async () => {
    const { words, findings } = await read(onePage(stream(text('3 Tr'))));
    expect({ words, findings }).toEqual({ words: [], findings: ['pdf/needs-ocr: 1; 1: 11 × no-ink'] });
  });

  test('a small picture covers a number', async () => {
    const patch = 'q 60 0 0 15 70 695 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q';
    expect(await page(`${text('')} ${patch}`)).toEqual({
      words: ['12.00', '22.22'],
      findings: ['pdf/hidden-amounts: 1: 6 × image-layer (345.67)'],
      doubts: 0,
    });
  });
});

describe('two texts on one place', () => {
  const at = (text: string, x: number) => `BT /F1 10 Tf ${x} 700 Td (${text}) Tj ET`;

  test('are two words, all characters kept, and in doubt', async () => {
    const { words, findings, doubts } = await page(`${at('210.00', 72)} ${at('30.00', 77.56)}`);
    expect(words).toEqual(['12.00', '210.00', '30.00']);
    expect({ findings, doubts }).toEqual({ findings: ['pdf/overprinted: 1'], doubts: 1 });
  });

  test.each([
    ['a shadow', `${at('210.00', 72)} ${at('210.00', 72.4)}`, ['12.00', '210.00']],
    ['side by side', `${at('210.00', 72)} ${at('30.00', 112)}`, ['12.00', '210.00', '30.00']],
    ['a number in a circle of text', `${at('7', 72)} ${at('O', 71)}`, ['12.00', '7', 'O']],
    ['covered by a white box between', `${at('210.00', 72)} 1 g ${BOX} f 0 g ${at('30.00', 77.56)}`, ['12.00', '30.00']],
  ])('%s: no doubt', async (_name, content, expected) => {
    const { words, doubts } = await page(content);
    expect({ words, doubts }).toEqual({ words: expected, doubts: 0 });
  });
});

describe('a watermark is overlooked', () => {
  const printed = (count: number, colour: string, text = 'Draft 20250118', size = 12) =>
    Array.from({ length: count }, (_, i) => `q ${colour} BT /F1 ${size} Tf 72 ${700 - 40 * i} Td (${text}) Tj ET Q`).join(' ');
  const left = async (content: string) => (await page(content)).words.filter((word) => word !== '12.00').length > 0;

  test('where a pale text is printed three times', async () => {
    expect(await page(printed(3, '0.8 g'))).toEqual({ words: ['12.00'], findings: ['pdf/hidden-text: 1: 39 × watermark'], doubts: 0 });
    expect(await left(printed(2, '0.8 g'))).toBe(true);
  });
  test('paler than 159 of 255', async () => {
    expect(await left(printed(3, '0.6275 g'))).toBe(false);
    expect(await left(printed(3, '0.6235 g'))).toBe(true);
  });
  test('but no greyed amounts, no texts that differ, none of several sizes', async () => {
    expect(await left(printed(3, '0.8 g', '0.00'))).toBe(true);
    expect(await left(`${printed(2, '0.8 g')} ${printed(1, '0.8 g', 'Draft 20250119')}`)).toBe(true);
    expect(await left(`${printed(2, '0.8 g')} ${printed(1, '0.8 g', 'Draft 20250118', 9)}`)).toBe(true);
  });
});
