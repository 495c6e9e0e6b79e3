import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvChunks } from '../../../pipeline/dataset/csv-rows.ts';

const path = join(mkdtempSync(join(tmpdir(), 'duizhang-rows-')), 'x.csv');

function read(text: string, size: number): { header: string[]; chunks: string[][][] } {
  writeFileSync(path, text);
  let header: string[] = [];
  const chunks = [...csvChunks(path, size, (names) => (header = [...names]))];
  return { header, chunks };
}

test('a file larger than what is read at a time: every record whole, in order, in chunks of the size asked for', () => {
  const records = Array.from({ length: 60_000 }, (_, i) => [`d${i}`, `第${i}行, "引号"\n换行`, i % 3 === 0 ? '' : '1.00']);
  const { header, chunks } = read(`\ufeff${Papa.unparse([['id', 'text', 'value'], ...records], { newline: '\r\n' })}\r\n`, 25_000);
  expect(header).toEqual(['id', 'text', 'value']);
  expect(chunks.map(({ length }) => length)).toEqual([25_000, 25_000, 10_000]);
  expect(chunks.flat()).toEqual(records);
});

test('a file of its header alone has no records; a last line without a break is one', () => {
  expect(read('\ufeffa,b\r\n', 10)).toEqual({ header: ['a', 'b'], chunks: [] });
  expect(read('a,b\r\n1,2', 10)).toEqual({ header: ['a', 'b'], chunks: [[['1', '2']]] });
});
