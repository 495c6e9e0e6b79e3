import { describe, expect, it, test } from 'vitest';
import type { DrawnPage } from '../../../../extractors/model/source.ts';
import { readOfd } from '../../../../extractors/readers/ofd/index.ts';
import { isOfd } from '../../../../extractors/readers/ofd/signature.ts';
import { packed } from '../../../generator/ofd.ts';
import { writePdf } from '../../../generator/pdf.ts';
import { SOUND } from '../../../support/ofd/hostile.ts';
import { BOX, partsOf, type Way, written } from '../../../support/ofd/page.ts';

const POINTS = 72 / 25.4;

function pageOf(content: string, way: Partial<Way> = {}): DrawnPage {
  const parts = partsOf({ content: () => '', ...way });
  const page = String(parts['Doc_0/Pages/Page_0/Content.xml']);
  // The labels are left out.
  const layer = page.replace(/(<o:Layer ID="2" >).*(<\/o:Layer>)/, `$1${content}$2`);
  const read = readOfd(packed({ ...parts, 'Doc_0/Pages/Page_0/Content.xml': layer }));
  if ('finding' in read) throw new Error(read.finding.ruleId);
  return read.source.pages[0]!;
}

const text = (attributes: string, code: string, chars: string, inside = ''): string =>
  `<o:TextObject Boundary="10 20 100 50" Font="3" ${attributes}>${inside}<o:TextCode ${code}>${chars}</o:TextCode></o:TextObject>`;
const wordsOf = ({ words }: DrawnPage): [text: string, x: number, right: number, rotation: number][] =>
  words.map((word) => [
    word.text,
    Math.round((word.box[0] / POINTS) * 100) / 100,
    Math.round((word.box[2] / POINTS) * 100) / 100,
    word.rotation,
  ]);

describe('recognised by its members', () => {
  test('whatever its name', () => {
    expect([isOfd(packed(SOUND)), isOfd(packed({ 'OFD.XML': 'x' })), isOfd(packed({ 'Encryptions.xml': 'x' }))]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isOfd(packed({ 'word/document.xml': 'x' })), isOfd(writePdf([])), isOfd(new Uint8Array(0))]).toEqual([false, false, false]);
  });
  test('also without its directory', () => expect(isOfd(packed(SOUND).subarray(0, 600))).toBe(true));
});

describe('characters stand where their offsets put them, in points of the page', () => {
  it.each([
    ['a number', 'Size="4"', 'X="1" Y="4" DeltaX="2 2 2 2"', '12.34', [['12.34', 11, 21, 0]]],
    ['figures that are wider, the last one, too', 'Size="4"', 'X="0" Y="4" DeltaX="g 4 2.2"', '12345', [['12345', 10, 21, 0]]],
    [
      'a gap parts words',
      'Size="4"',
      'X="0" Y="4" DeltaX="2 10"',
      '123',
      [
        ['12', 10, 14, 0],
        ['3', 22, 24, 0],
      ],
    ],
    ['as wide as figures are at most', 'Size="10"', 'X="0" Y="10" DeltaX="6.2"', '12', [['12', 10, 22.4, 0]]],
    ['wider steps are gaps', 'Size="10"', 'X="0" Y="10" DeltaX="6.3"', '12', [['12', 10, 21.3, 0]]],
    ['Chinese characters', 'Size="4"', 'X="0" Y="4" DeltaX="g 2 4"', '合计数', [['合计数', 10, 22, 0]]],
    [
      'two lines in one code',
      'Size="4"',
      'X="0" Y="4" DeltaX="2 -2 2" DeltaY="0 6 0"',
      '1234',
      [
        ['12', 10, 14, 0],
        ['34', 10, 14, 0],
      ],
    ],
    ['turned by its coordinates', 'Size="4" CTM="0 1 -1 0 0 0"', 'X="0" Y="-4" DeltaX="2 2"', '123', [['123', 13.52, 17.52, 90]]],
    [
      'turned character by character',
      'Size="4" CharDirection="90" ReadDirection="90"',
      'X="1" Y="1" DeltaY="2 2"',
      '123',
      [['123', 10.52, 14.52, 90]],
    ],
    ['upside down', 'Size="4" CTM="-1 0 0 -1 40 20"', 'X="0" Y="4" DeltaX="2 2"', '123', [['123', 44, 50, 180]]],
    ['scaled along the line', 'Size="4" HScale="0.5"', 'X="0" Y="4" DeltaX="1 1"', '123', [['123', 10, 13, 0]]],
    [
      'blanks take an offset',
      'Size="4"',
      'X="0" Y="4" DeltaX="2 2 2"',
      ' 1 2',
      [
        ['1', 12, 14, 0],
        ['2', 16, 18, 0],
      ],
    ],
    ['line breaks around do not', 'Size="4"', 'X="0" Y="4" DeltaX="2"', '\n   12\n  ', [['12', 10, 14, 0]]],
  ])('%s', (_name, attributes, code, chars, expected) => {
    expect(wordsOf(pageOf(text(attributes, code, chars)))).toEqual(expected);
  });

  test('a code without a place goes on from where the one before began', () => {
    const codes = text('Size="4"', 'X="0" Y="4" DeltaX="2"', '12').replace(
      '</o:TextObject>',
      '<o:TextCode Y="14" DeltaX="2">34</o:TextCode></o:TextObject>',
    );
    expect(pageOf(codes).lines.map((line) => line.text)).toEqual(['12', '34']);
  });
});

describe('ruling lines', () => {
  const LABEL = text('Size="4"', 'X="0" Y="4"', '1');
  const rulingsOf = (content: string): number[][] =>
    pageOf(LABEL + content).rulings.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map((value) => Math.round((value / POINTS) * 100) / 100));
  const path = (attributes: string, data: string, inside = ''): string =>
    `<o:PathObject Boundary="10 30 100 1" ${attributes}>${inside}<o:AbbreviatedData>${data}</o:AbbreviatedData></o:PathObject>`;
  const BLACK = '<o:FillColor Value="0 0 0"/>';
  it.each([
    ['a stroke', path('', 'M 0 0.5 L 100 0.5'), [[10, 30.5, 110, 30.5]]],
    ['a thin box', path('Fill="true" Stroke="false"', 'M 0 0 L 100 0 L 100 0.2 L 0 0.2 C', BLACK), [[10, 30.1, 110, 30.1]]],
    ['transformed', path('CTM="0.5 0 0 1 0 0"', 'M 0 0.5 L 100 0.5'), [[10, 30.5, 60, 30.5]]],
    ['of no height', path('', 'M 0 0 L 100 0').replace('100 1', '100 0'), [[10, 30, 110, 30]]],
    ['neither stroked nor filled', path('Stroke="false"', 'M 0 0.5 L 100 0.5'), []],
    ['white', path('', 'M 0 0.5 L 100 0.5', '<o:StrokeColor Value="255 255 255"/>'), []],
    ['not visible', path('Visible="false"', 'M 0 0.5 L 100 0.5'), []],
    ['transparent', path('Alpha="0"', 'M 0 0.5 L 100 0.5'), []],
  ])('%s', (_name, content, expected) => expect(rulingsOf(content)).toEqual(expected));
});

describe('the size of a page', () => {
  const sizeOf = (area: string): (number | null)[] => {
    const { width, height } = pageOf(text('Size="4"', 'X="0" Y="4"', '1'), { area });
    return [width, height].map((side) => Math.round((side ?? 0) / POINTS));
  };
  it.each([
    ['its own', '<o:PhysicalBox>0 0 100 80</o:PhysicalBox>', [100, 80]],
    ['that of the document', '', [210, 297]],
    ['not what is displayed of it', '<o:PhysicalBox>0 0 100 80</o:PhysicalBox><o:ApplicationBox>0 0 90 70</o:ApplicationBox>', [100, 80]],
  ])('%s', (_name, area, expected) => expect(sizeOf(area)).toEqual(expected));
});

test('lines are numbered over the whole document', () => {
  const read = readOfd(written({ content: () => '', before: BOX('', '') }));
  if ('finding' in read) throw new Error(read.finding.ruleId);
  const [page] = read.source.pages;
  expect(page?.lines.map(({ number }) => number)).toEqual(page?.lines.map((_, i) => i + 1));
  expect(read.source).toMatchObject({ kind: 'drawn', media: 'ofd', encoding: null });
});
