import { describe, expect, test } from 'vitest';
import type { DrawnPage } from '../../../extractors/model/source.ts';
import { batchEntries, renderBatch } from '../../../pipeline/publish/batch-page.ts';
import { renderReport } from '../../../pipeline/publish/html.ts';
import { pieceOf } from '../../../pipeline/publish/report/page-piece.ts';
import { type Turn, turnedBox, turnedSize, uprightTurn } from '../../../pipeline/publish/report/turning.ts';
import { DocumentRecord, TableRecord } from '../../../schemas/records.ts';
import { sampleFixture } from './report-fixture.ts';

const word = (text: string, rotation: 0 | 90 | 180 | 270 = 0) => ({
  text,
  rotation,
  box: [10, 20, 40, 30] as const,
  fontSize: 9,
  clip: null,
  starts: [],
});

describe('turned pages', () => {
  test.each([
    [0, 0],
    [90, 270],
    [180, 180],
    [270, 90],
  ] as const)('text at %i° is turned by %i°', (rotation, turn) => expect(uprightTurn([word('abc', rotation), word('x')])).toBe(turn));

  test('a box stays on the page, and a whole turn leads back', () => {
    const box = [10, 20, 40, 30] as const;
    for (const turn of [0, 90, 180, 270] as const) {
      const size = turnedSize(200, 100, turn);
      const turned = turnedBox(box, 200, 100, turn);
      expect(turned[0] >= 0 && turned[1] >= 0 && turned[2] <= size.width && turned[3] <= size.height).toBe(true);
      const back = turnedBox(turned, size.width, size.height, ((360 - turn) % 360) as Turn);
      expect(back).toEqual(box);
    }
  });
});

test('a piece holds what is outlined with a margin, and no more than is read at once', () => {
  expect(pieceOf([[10, 100, 20, 110]], 800)).toEqual({ top: 64, height: 82 });
  expect(pieceOf([[10, 10, 20, 20]], 800)).toEqual({ top: 0, height: 56 });
  expect(
    pieceOf(
      [
        [0, 100, 1, 110],
        [0, 700, 1, 710],
      ],
      800,
    ),
  ).toEqual({ top: 64, height: 280 });
  expect(pieceOf([[0, 790, 1, 799]], 800)).toEqual({ top: 754, height: 46 });
});

test('a report draws each page that its items are about once, with what they are about outlined', () => {
  const { disclosure, report, lines } = sampleFixture();
  const place = { page: 1, line: 1, start: null, end: null, bbox: [10, 20, 40, 30] as [number, number, number, number] };
  const review = report.review.map((item) => ({ ...item, factIds: [], places: [place] }));
  const pages: DrawnPage[] = [{ number: 1, lines: [], words: [word('<b>12.30')], rulings: [], width: 600, height: 800 }];
  const page = renderReport(disclosure, { ...report, review }, lines, 'zh', pages);
  expect(page.match(/id="page-1"/g)).toHaveLength(1);
  expect(page.match(/<use href="#page-1"/g)).toHaveLength(review.length);
  expect(page).toContain('<rect x="8.5" y="18.5" width="33" height="13"/>');
  expect(page).toContain('&lt;b&gt;12.30');
  expect(page).not.toContain('<b>12.30');
});

describe('the page of a batch', () => {
  const fields = (values: Record<string, string | number>, names: string[]) => names.map((name) => values[name] ?? '').join(',');
  const DOCUMENT = Object.keys(DocumentRecord.shape);
  const TABLE = Object.keys(TableRecord.shape);
  const entry = (id: string, over: Record<string, string | number>) =>
    batchEntries({
      documents: `${fields({ document_id: id, source_file: `${id}.txt`, status: 'succeeded', facts: 10, year: 2025, ...over }, DOCUMENT)}\r\n`,
      tables: `${fields({ proved: 7, consistent: 2, contradicted: 1 }, TABLE)}\r\n`,
    });

  test('lists documents by city and year, the worst first', () => {
    const entries = [
      ...entry('a', { region_city: '甲市', review_items: 1 }),
      ...entry('b', { region_city: '乙市', review_items: 5 }),
      ...entry('c', { region_city: '乙市', status: 'failed' }),
      ...entry('d', { region_city: '乙市', year: 2026 }),
    ];
    expect(entries.map(({ states }) => states.proved)).toEqual([7, 7, 7, 7]);
    const page = renderBatch(entries, 'en');
    expect([...page.matchAll(/<a href="(\w)\/report\.html" /g)].map(([, id]) => id)).toEqual(['d', 'c', 'b', 'a']);
  });

  test('names are no markup, and nothing is loaded or run', () => {
    const page = renderBatch(entry('x', { entity_name: '<img src=x onerror=hacked=1>' }), 'zh');
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<script');
    expect(page).toContain("default-src 'none'");
  });
});
