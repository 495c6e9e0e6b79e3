import { describe, expect, it } from 'vitest';
import { sampled } from '../support/sample.ts';
import { DAMAGE_KINDS, type DamageKind, damageDocument } from './damage.ts';
import { PDF_DIALECTS } from './dialects/pdf.ts';
import type { Gold } from './document.ts';
import { generate, generateFile, type PdfDialect, planDocument, printDocument, TEXT_DIALECTS, type TextDialect } from './generate.ts';
import { columnsOf, type Sheet } from './sheet.ts';

const dialects = Object.keys(TEXT_DIALECTS) as TextDialect[];
const SEEDS = sampled([1, 2, 3, 4, 5, 6], 2);
const every = dialects.flatMap((dialect) => SEEDS.map((seed) => [dialect, seed] as const));

function hundredths(value: string): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  return BigInt(`${whole}${fraction.padEnd(2, '0')}`);
}

const bare = (text: string): string => text.normalize('NFKC').replace(/<[^>]*>|[\s,|]/g, '');

describe.each(every)('%s, seed %i', (dialect, seed) => {
  const { text, gold } = generate({ dialect, seed });
  const lines = text.split('\n');

  it('is the same each time', () => {
    expect(generate({ dialect, seed }).text).toBe(text);
  });

  it('stays small', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  });

  it('prints every value and every label of the truth on the lines that the truth names', () => {
    for (const table of gold.tables) {
      for (const row of table.rows) {
        const printed = bare(lines.slice(row.lines![0] - 1, row.lines![1]).join('\n'));
        for (const value of row.values) if (value !== null) expect(printed, `${table.title} ${row.label}`).toContain(value);
        // A label may go on below a page cut, with the values between its parts.
        const letters = printed.replace(/\d+(?:\.\d+)+/g, '');
        expect(printed.includes(bare(row.label)) || letters.includes(bare(row.label)), `${table.title} ${row.label}`).toBe(true);
      }
      expect(bare(lines.slice(table.startLine! - 1, table.endLine).join('\n')), table.title).toContain(
        table.number === null && table.shape === 'text-form' ? '' : bare(table.title),
      );
    }
  });

  it('names indicators, projects and statements where they stand', () => {
    for (const { level3, line } of gold.indicators) expect(lines[line! - 1]).toContain(level3);
    for (const { name, line } of gold.projects) expect(lines[line! - 1]).toContain(name);
    for (const { value, line } of gold.narrative) expect(bare(lines.slice(line! - 1, line! + 12).join('\n'))).toContain(value);
  });

  it('has as many values in a row as columns', () => {
    for (const table of gold.tables) {
      for (const row of table.rows)
        expect(row.values.length, table.title).toBe(columnsOf(table as unknown as Sheet, row.side as '收入' | null).length);
    }
  });

  it('parents are the sums of their children, up to rounding in final accounts', () => {
    const tolerance = dialect === 'final-accounts' ? 2n : 0n;
    for (const table of gold.tables.filter(({ shape }) => shape === 'coded')) {
      const rows = table.rows.filter(({ code }) => code !== null && /^[235]\d{2}(\d{2}){0,2}$/.test(code));
      for (const parent of rows) {
        const children = rows.filter(({ code }) => code!.length === parent.code!.length + 2 && code!.startsWith(parent.code!));
        if (children.length === 0) continue;
        parent.values.forEach((value, column) => {
          const of = (text: string | null | undefined): bigint => (text ? hundredths(text) : 0n);
          const residual = of(value) - children.reduce((sum, child) => sum + of(child.values[column]), 0n);
          expect(residual <= tolerance && residual >= -tolerance, `${table.title} ${parent.code} column ${column}`).toBe(true);
        });
      }
    }
  });
});

const pdfs = Object.keys(PDF_DIALECTS) as PdfDialect[];

describe.each(pdfs.flatMap((dialect) => [1, 2].map((seed) => [dialect, seed] as const)))('%s, seed %i', (dialect, seed) => {
  const { bytes, gold } = generateFile({ dialect, seed });

  it('is the same each time, and small', () => {
    expect(Buffer.compare(generateFile({ dialect, seed }).bytes, bytes)).toBe(0);
    expect(bytes.length).toBeLessThan(150_000);
  });

  it('says on which page everything stands', () => {
    for (const { pages, continuedParts, rows } of gold.tables) {
      expect(pages![1] - pages![0]).toBeLessThan(continuedParts);
      for (const { page } of rows) expect(page! >= pages![0] && page! <= pages![1]).toBe(true);
    }
    for (const { page } of [...gold.indicators, ...gold.projects, ...gold.narrative]) expect(page).toBeGreaterThan(1);
  });
});

describe('damage', () => {
  const whole = planDocument('tabbed-budget', 5);
  const valuesOf = (sheets: readonly Sheet[]): string[] =>
    sheets.map((sheet) => JSON.stringify([sheet.columns, sheet.rows.map(({ values }) => values)]));

  it.each(Object.keys(DAMAGE_KINDS) as DamageKind[])('%s is done, reported and in the truth', (kind) => {
    const { document, truth, damaged } = damageDocument(whole, { kind, rate: 0, seed: 5 });
    expect(truth).toBe(whole);
    expect(damaged).toHaveLength(1);
    expect(damaged[0]).toMatchObject({ kind });
    const [before, after] = [valuesOf(whole.sheets), valuesOf(document.sheets)];
    expect(document.sheets.filter((_, i) => before[i] !== after[i]).map(({ title }) => title)).toEqual([damaged[0]!.table]);
    const printed = printDocument(document);
    expect(Buffer.compare(printed.bytes, printDocument(whole).bytes)).not.toBe(0);
    const values = (gold: Gold): unknown => gold.tables.map((table) => [table.columns, table.rows.map((row) => row.values)]);
    expect(values(printed.gold)).not.toEqual(values(printDocument(whole).gold));
  });

  it('comes at the rate asked for, the same for the same seed', () => {
    const options = { kind: 'wrong-digit', rate: 0.1, seed: 3 } as const;
    const { document, damaged } = damageDocument(whole, options);
    const cells = whole.sheets
      .filter(({ shape }) => shape === 'coded')
      .flatMap(({ rows }) => rows.filter(({ code }) => code !== null).flatMap(({ values }) => values.filter((value) => value !== null)));
    expect(damaged).toHaveLength(Math.round(cells.length * 0.1));
    expect(damageDocument(whole, options).damaged).toEqual(damaged);
    expect(damageDocument(whole, { ...options, seed: 4 }).damaged).not.toEqual(damaged);
    expect(document.facts).toBe(whole.facts);
  });

  it('hits what it is told to hit', () => {
    const { damaged } = damageDocument(whole, { kind: 'blanked-cell', rate: 1, seed: 1, among: (sheet) => sheet.title === '收支预算总表' });
    expect([...new Set(damaged.map(({ table }) => table))]).toEqual(['收支预算总表']);
    expect(damaged.every(({ after }) => after === '')).toBe(true);
  });
});
