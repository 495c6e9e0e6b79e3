import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { fromCell, toCell } from '../../../pipeline/base/shown/cell.ts';
import { csvLines, recordLines } from '../../../pipeline/publish/csv/csv.ts';
import { FIELDS, RECORD_FILES } from '../../../pipeline/publish/csv/fields.ts';
import { tableCsv } from '../../../pipeline/publish/csv/table-csv.ts';
import { makeCell, makeColumn, makeRow, makeTable } from '../fixture.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd', "'+cmd"],
  ['-其中', "'-其中"],
  ['-', "'-"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['\nx', "'\nx"],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－5.36', "'－5.36"],
  ['＠x', "'＠x"],
  ['  =1', "'  =1"],
  ['\u3000=1', "'\u3000=1"],
  ['\uFEFF=1', "'\uFEFF=1"],
  ['\u200b\u00a0-x', "'\u200b\u00a0-x"],
  ['\0=1', "'\0=1"],
  ["'=1", "''=1"],
  ['-1+2', "'-1+2"],
  ['-5.36e1', "'-5.36e1"],
  ['- 5', "'- 5"],
  ['-5\n', "'-5\n"],
  ['-5.36', '-5.36'],
  ['+3%', '+3%'],
  ['-1,234.50', '-1,234.50'],
  ['5.36', '5.36'],
  ["'-5", "'-5"],
  ["'90年代", "'90年代"],
  ['≥95%', '≥95%'],
  ['（-5）', '（-5）'],
  ['行政=运行', '行政=运行'],
  ['', ''],
])('%j is written as %j and read back', (text, written) => {
  expect(toCell(text)).toBe(written);
  expect(fromCell(written)).toBe(text);
});

/** Characters that decide; written apart from the code that decides. */
const hostile = fc.string({
  unit: fc.constantFrom(...'=+-@＝＋－＠\t\r\n \u3000\u00a0\uFEFF\u200b\0\'",;5.,%a科|!('),
  maxLength: 6,
});
const text = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 6 }));

/** What a spreadsheet does with a cell: passes over blanks and invisible characters, then looks whether a formula begins. */
function isRun(cell: string): boolean {
  if (/^[+-]?\d[\d,]*(?:\.\d+)?%?$/.test(cell)) return false;
  return /^[\t\r]/.test(cell) || '=+-@＝＋－＠'.includes([...cell.replace(/^[\s\0\uFEFF\u200b]+/, '')][0] ?? ' ');
}
const cellsOf = (csv: string): string[] =>
  Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { delimiter: ',', newline: '\r\n' }).data.flat();

describe('no cell is run', () => {
  test('what is written is read back, whatever it is', () => {
    fc.assert(fc.property(text, (each) => void expect(fromCell(toCell(each))).toBe(each)));
  });

  test.each(RECORD_FILES)('%s: any text in any column', (file) => {
    const columns = FIELDS[file].map(({ name }) => name);
    const rows = fc.array(fc.record(Object.fromEntries(columns.map((name) => [name, text]))), { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(rows, (records) => void expect(cellsOf(recordLines(file, records)).filter(isRun)).toEqual([])));
  });

  test('tables: headers, names, keys, attributes, what is printed', () => {
    fc.assert(
      fc.property(fc.tuple(text, text, text, text, text), ([header, label, code, raw, key]) => {
        const row = makeRow(0, label, [makeCell('f', 0, null, { raw })], {
          code,
          lineNo: raw,
          keys: { [key]: label },
          attributes: { [label]: key },
        });
        expect(cellsOf(tableCsv(makeTable({ columns: [makeColumn(0, [header])], rows: [row] }))).filter(isRun)).toEqual([]);
      }),
    );
  });

  test('answers of queries, names of columns included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 })),
        (rows) => void expect(cellsOf(csvLines(rows)).filter(isRun)).toEqual([]),
      ),
    );
  });
});
