import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { toCell } from '../../../pipeline/base/shown/cell.ts';
import { recordLines } from '../../../pipeline/publish/csv/csv.ts';
import { FIELDS } from '../../../pipeline/publish/csv/fields.ts';

/** The characters that quoting and escaping turn on, and some that they do not. */
const text = fc.string({ unit: fc.constantFrom('a', '科', ' ', ',', '"', '\r', '\n', '\uFEFF', '=', '-', '1', '\t', "'"), maxLength: 6 });
const scalar = fc.oneof(text, fc.constant(null), fc.integer(), fc.boolean(), fc.constantFrom('-12.30', '0.00', '合计'));
const fields = FIELDS['statements.csv'];
const row = fc.record(Object.fromEntries(fields.map(({ name }) => [name, scalar])));

test('records are written as Papa writes them', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const cells = rows.map((record) =>
        fields.map(({ name }) => {
          const value = record[name] ?? null;
          return typeof value === 'string' ? toCell(value) : value;
        }),
      );
      expect(recordLines('statements.csv', rows)).toBe(`${Papa.unparse(cells, { newline: '\r\n' })}\r\n`);
    }),
  );
});

test('Papa reads back what was written', () => {
  const record = { document_id: 'a', source_file: 'a,b.txt', concept: '"支出"\n合计', subject_code: null, value: '-1.50', quote: ' 末尾 ' };
  const [line] = Papa.parse<string[]>(recordLines('statements.csv', [record, record]).trimEnd()).data;
  expect(line).toEqual(fields.map(({ name }) => (record as Record<string, string | null>)[name] ?? ''));
});
