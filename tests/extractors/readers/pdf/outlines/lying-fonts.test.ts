import { describe, expect, test } from 'vitest';
import { factCells } from '../../../../../schemas/table.ts';
import { PRINTED } from '../../../../support/budget.ts';
import { embedded, standard } from '../../../../support/figure-fonts.ts';
import { extractPdf } from '../../../../support/pdf.ts';

const HONEST = '0123456789';

async function read(bytes: Uint8Array) {
  const { disclosure, report } = await extractPdf(bytes);
  const maps = report.findings.filter(({ ruleId }) => ruleId === 'pdf/character-map').map(({ actual }) => actual);
  return { cells: disclosure.tables.flatMap(factCells), maps };
}

/** The amounts of the page are 30.00, 20.00 and 10.00. */
describe('a map that calls a figure another than is drawn proves nothing', () => {
  test.each([
    ['3 for 8', '0128456789', '8 ≠ 3'],
    ['3 for 5', '0125456789', '5 ≠ 3'],
    ['1 for 7', '0723456789', '7 ≠ 1'],
    ['2 for 1', '0113456789', '1 ≠ 2'],
    ['0 for 6', '6123456789', '6 ≠ 0'],
    ['0 for 4', '4123456789', '4 ≠ 0'],
  ])('%s', async (_name, said, named) => {
    const { cells, maps } = await read(embedded(said));
    expect(maps).toEqual([`ABCDEF+Figures ${named}`]);
    const figure = named.charAt(0);
    const drawn = named.charAt(named.length - 1);
    expect(cells.map(({ raw }) => raw)).toEqual(PRINTED.map((text) => text.replaceAll(drawn, figure)));
    const isMeant = (i: number) => PRINTED[i]?.includes(drawn) ?? false;
    expect(cells.filter(({ review, valueState }, i) => isMeant(i) && (!review || valueState === 'proved'))).toEqual([]);
  });

  test('all figures moved on by one, so that all sums hold', async () => {
    const { cells } = await read(standard('1234567890'));
    expect(cells.filter(({ review, valueState }) => !review || valueState === 'proved')).toEqual([]);
  });

  test('in a code: the numbers of its row may be those of another subject', async () => {
    const { cells, maps } = await read(standard('0123458789'));
    expect(maps.join()).toMatch(/ 8 ≠ 6/);
    const isOfRow = (i: number) => i >= cells.length - 2;
    expect(cells.filter(({ review, valueState }, i) => isOfRow(i) !== (review && valueState !== 'proved'))).toEqual([]);
  });

  test('a font that is not embedded, with compact outlines', async () => {
    const { maps } = await read(standard('0128456789'));
    expect(maps.join()).toMatch(/ 8 ≠ 3/);
  });
});

describe('an honest map', () => {
  test.each(['Regular', 'Bold', 'Italic', 'BoldItalic'])('%s', async (style) => {
    const { cells, maps } = await read(embedded(HONEST, style));
    expect(maps).toEqual([]);
    expect(cells.map(({ raw }) => raw)).toEqual(PRINTED);
    expect(cells.filter(({ review, valueState }) => review || valueState !== 'proved')).toEqual([]);
  });

  test('of a font that is not embedded', async () => {
    const { cells, maps } = await read(standard(HONEST));
    expect(maps).toEqual([]);
    expect(cells.map(({ raw, review }) => [raw, review])).toEqual(PRINTED.map((text) => [text, false]));
  });
});
