import { describe, expect, test } from 'vitest';
import { blocksOf, readable, shown } from '../../../support/blocks.ts';
import { type BookParts, formats, xlsx } from '../../../support/office.ts';

const one = (xml: string, more: Partial<BookParts> = {}): Uint8Array => xlsx({ sheets: [{ name: '表', xml }], ...more });

/** What the first cell of column B shows, a row for each style. */
async function shownWith(styles: string, values: readonly number[]): Promise<(string | undefined)[]> {
  const rows = values.map(
    (value, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="str"><v>项目</v></c><c r="B${i + 1}" s="${i}"><v>${value}</v></c></row>`,
  );
  const read = await readable(one(`<sheetData>${rows.join('')}</sheetData>`, { styles }));
  return blocksOf(read).flatMap((block) => (block.kind === 'grid' ? block.rows.map(({ cells }) => cells[1]?.raw) : []));
}

describe('numbers are read as they are shown', () => {
  test('by the format of their cell', async () => {
    const codes = [
      '#,##0.00',
      '0000',
      '0.0%',
      '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
      '#,##0.00_);(#,##0.00)',
      'yyyy"年"m"月"d"日"',
      '0!.0,"万"',
    ];
    expect(await shownWith(formats(...codes), [1234.567, 201, 0.125, 0, -3, 45000, 123456])).toEqual([
      '1,234.57',
      '0201',
      '12.5%',
      '-',
      '(3.00)',
      '2023年3月15日',
      '12.3万',
    ]);
  });

  test('half a unit is rounded as it was typed, not as it is in binary', async () => {
    expect(await shownWith(formats('0.00', '0.00', '0.00'), [1.005, 2.675, -1.005])).toEqual(['1.01', '2.68', '-1.01']);
  });

  test('without a format as many digits as were typed, and never an exponent', async () => {
    expect(
      await shownWith(formats('General', 'General', 'G/通用格式', 'General', '0.00E+00'), [
        123456789.12,
        0.1 + 0.2,
        1234567890123,
        0.00000012,
        1e12,
      ]),
    ).toEqual(['123456789.12', '0.3', '1234567890123', '0.00000012', '1000000000000']);
  });

  test('a minus that is stored and not shown makes the number red: it may be less than it looks', async () => {
    const read = await readable(
      one(
        `<sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1" s="0"><v>-5</v></c><c r="C1" s="1"><v>-5</v></c></row></sheetData>`,
        { styles: formats('0.00;[Red]0.00', '0.00;[Red]-0.00') },
      ),
    );
    const [block] = blocksOf(read);
    expect(block?.kind === 'grid' && block.rows[0]?.cells.map(({ raw, red }) => [raw, red])).toEqual([
      ['甲', undefined],
      ['5.00', true],
      ['-5.00', undefined],
    ]);
  });

  test('dates that a file names by number are those of Chinese offices', async () => {
    const styles = `<cellXfs>${[14, 31, 57].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
    expect(await shownWith(styles, [45000, 45000, 45000])).toEqual(['2023/3/15', '2023年3月15日', '2023年3月']);
  });

  test('formulas count by their stored results; without one they are named and cannot be read', async () => {
    const read = await readable(
      one(
        '<sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>SUM(B1)</f></c></row></sheetData>',
      ),
    );
    expect(shown(blocksOf(read))).toEqual(['甲|2|=SUM(B1)']);
    expect(read.findings).toMatchObject([{ ruleId: 'office/formula-without-result', actual: '1', places: [{ cell: '表!C1' }] }]);
  });
});
