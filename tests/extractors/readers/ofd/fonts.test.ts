import { describe, expect, test } from 'vitest';
import { OpenType } from '../../../../extractors/readers/pdf/outlines/open-type.ts';
import { factCells } from '../../../../schemas/table.ts';
import { PRINTED } from '../../../support/budget.ts';
import { liberation } from '../../../support/figure-fonts.ts';
import { drawn, type Way, written } from '../../../support/ofd/page.ts';
import { read } from '../../documents.ts';

const FONT = liberation('Regular');
const glyphOf = (char: string): number => new OpenType(FONT).glyphOf(char.charCodeAt(0));

/** The amounts in an embedded font; `glyphs` of each amount, as the transformation names them. */
function way(glyphs: ((text: string) => string) | null): Way {
  const transform = (text: string): string =>
    glyphs
      ? `<o:CGTransform CodePosition="0" CodeCount="${text.length}" GlyphCount="${text.length}"><o:Glyphs>${glyphs(text)}</o:Glyphs></o:CGTransform>`
      : '';
  return {
    content: (amounts) => amounts.map((one) => drawn([one], { children: transform(one.text) }).replace('Font="3"', 'Font="8"')).join(''),
    resources: () => '<o:Fonts><o:Font ID="8" FontName="Figures"><o:FontFile>f.ttf</o:FontFile></o:Font></o:Fonts>',
    parts: () => ({ 'Doc_0/Res/f.ttf': FONT }),
  };
}

async function figuresOf(one: Way) {
  const { disclosure, report } = await read(written(one));
  const maps = report.findings.filter(({ ruleId }) => ruleId === 'pdf/character-map').map(({ actual }) => actual);
  return { cells: disclosure.tables.flatMap(factCells), maps };
}

const named =
  (draws: (char: string) => string) =>
  (text: string): string =>
    [...text].map((char) => glyphOf(draws(char))).join(' ');

describe('figures of a font that the file holds', () => {
  test.each([
    ['chosen by the font', null],
    ['named', named((char) => char)],
    ['shared by several characters: nobody knows whose they are', () => '1 2'],
    ['numbered beyond the font', () => '60000 60000 60000 60000 60000'],
  ])('honest: %s', async (_name, glyphs) => {
    const { cells, maps } = await figuresOf(way(glyphs));
    expect([cells.map(({ raw }) => raw), maps]).toEqual([PRINTED, []]);
    expect(cells.filter(({ review, valueState }) => review || valueState !== 'proved')).toEqual([]);
  });

  test('another figure is drawn than the text says', async () => {
    const { cells, maps } = await figuresOf(way(named((char) => (char === '3' ? '8' : char))));
    expect(maps).toEqual(['Figures 3 ≠ 8']);
    const lies = cells.filter(({ raw }) => raw.includes('3'));
    expect(lies.length).toBeGreaterThan(0);
    expect(lies.filter(({ review, valueState }) => !review || valueState === 'proved')).toEqual([]);
  });
});
