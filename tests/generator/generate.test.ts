import { describe, expect, it } from 'vitest';
import { DIALECTS, type Dialect, generate } from './generate.ts';
import { columnsOf, type Sheet } from './sheet.ts';

const dialects = Object.keys(DIALECTS) as Dialect[];
const SEEDS = [1, 2, 3, 4, 5, 6];
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
        const printed = bare(lines.slice(row.lines[0] - 1, row.lines[1]).join('\n'));
        for (const value of row.values) if (value !== null) expect(printed, `${table.title} ${row.label}`).toContain(value);
        // A label may go on below a page cut, with the values between its parts.
        const letters = printed.replace(/\d+(?:\.\d+)+/g, '');
        expect(printed.includes(bare(row.label)) || letters.includes(bare(row.label)), `${table.title} ${row.label}`).toBe(true);
      }
      expect(bare(lines.slice(table.startLine - 1, table.endLine).join('\n')), table.title).toContain(
        table.number === null && table.shape === 'text-form' ? '' : bare(table.title),
      );
    }
  });

  it('names indicators, projects and statements where they stand', () => {
    for (const { level3, line } of gold.indicators) expect(lines[line - 1]).toContain(level3);
    for (const { name, line } of gold.projects) expect(lines[line - 1]).toContain(name);
    for (const { value, line } of gold.narrative) expect(bare(lines.slice(line - 1, line + 12).join('\n'))).toContain(value);
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

describe('damage', () => {
  it.each(['wrong-digit', 'missing-row', 'dropped-column', 'blanked-cell', 'swapped-cells'] as const)(
    '%s is done, reported and in the truth',
    (kind) => {
      const whole = generate({ dialect: 'tabbed-budget', seed: 5 });
      const spoilt = generate({ dialect: 'tabbed-budget', seed: 5, damage: [kind] });
      expect(spoilt.damaged).toHaveLength(1);
      expect(spoilt.damaged[0]).toMatchObject({ kind });
      expect(spoilt.text).not.toBe(whole.text);
      const changed = spoilt.gold.tables.filter(
        (table, i) =>
          JSON.stringify(table.rows.map((row) => row.values)) !== JSON.stringify(whole.gold.tables[i]!.rows.map((row) => row.values)),
      );
      expect(changed.map(({ title }) => title)).toEqual([spoilt.damaged[0]!.table]);
    },
  );
});
