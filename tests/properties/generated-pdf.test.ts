import { describe, expect, test } from 'vitest';
import type { Extraction } from '../../extractors/extraction.ts';
import { read } from '../extractors/documents.ts';
import { type Damage, type DamageKind, damageDocument } from '../generator/damage.ts';
import { PDF_DIALECTS } from '../generator/dialects/pdf.ts';
import { type GeneratedDocument, type PdfDialect, planDocument, printDocument } from '../generator/generate.ts';
import type { Row, Sheet } from '../generator/sheet.ts';
import { ALL, sampled } from '../support/sample.ts';
import { score } from '../support/score.ts';

const dialects = sampled(Object.keys(PDF_DIALECTS) as PdfDialect[], 5);
const SEEDS = sampled([1, 2, 3, 5, 8], 1);
const DAMAGE_SEEDS = [1, 2, 3];
/** Share of right numbers that are flagged: that of one document can be three times that of many. */
const MOST_FLAGGED = ALL ? 0.01 : 0.03;
/** Of these so many that have damage to look at. */
const LOOKED_AT = ALL ? DAMAGE_SEEDS.length : 1;
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s"“”、.：:〔〕[\]]/g, '');

const wholes = new Map<string, Promise<Extraction>>();

function readWhole(document: GeneratedDocument): Promise<Extraction> {
  const key = `${document.dialect} ${document.seed}`;
  const known = wholes.get(key) ?? read(printDocument(document).bytes);
  wholes.set(key, known);
  return known;
}

describe('PDFs without damage', () => {
  test.each(dialects)('%s: no equation is broken, nothing is silently wrong or missing, few right numbers are flagged', async (dialect) => {
    let right = 0;
    let flagged = 0;
    for (const seed of SEEDS) {
      const document = planDocument(dialect, seed);
      const { disclosure, report } = await readWhole(document);
      const { review, facts } = score(printDocument(document).gold, disclosure, report);
      expect([review.wrongSilent, review.missingSilent], `seed ${seed}: ${facts.missing.slice(0, 3)}`).toEqual([0, 0]);
      expect(facts.f1, `seed ${seed}`).toBeGreaterThan(0.99);
      right += review.right;
      flagged += review.rightFlagged;
    }
    expect(flagged / right).toBeLessThanOrEqual(MOST_FLAGGED);
  });
});

/** The cells in the place of a number that read as it was before it was damaged. */
function cellsAsBefore({ disclosure }: Extraction, { table, code, column, before }: Damage): { valueState: string }[] {
  return disclosure.tables
    .filter(({ title }) => bare(title) === bare(table))
    .flatMap(({ rows, columns }) =>
      rows
        .filter((row) => row.code === code)
        .flatMap(({ cells }) => cells)
        .filter((cell) => bare(columns[cell.column]!.path.join()) === bare(column.split(' > ').join())),
    )
    .filter(({ value }) => Number(value) === Number(before.replaceAll(',', '')));
}

/** Of whole documents: what equations prove cannot be changed unseen. */
const isProved = (extraction: Extraction, damage: Damage): boolean =>
  cellsAsBefore(extraction, damage).some(({ valueState }) => valueState === 'proved');

/** A thing to look at in the table that was damaged: a flagged number, or an item for review that names a number of it or the table. */
function isReported({ disclosure, report }: Extraction, { table }: Damage): boolean {
  return disclosure.tables
    .filter(({ title }) => bare(title) === bare(table))
    .some(
      ({ index, rows }) =>
        rows.some((row) => row.cells.some((cell) => cell.review)) ||
        report.review.some((item) => item.tableIndex === index || item.factIds.some((id) => id.startsWith(`t${index}r`))),
    );
}

/** Within what a document that prints a note on rounding allows. */
const isTail = (document: GeneratedDocument, { before, after }: Damage): boolean =>
  document.sheets.some(({ notes }) => notes.some((note) => note.includes('尾差'))) && Math.abs(Number(before) - Number(after)) < 0.045;

/** Of a subject with several parts one part: no sum misses a level between, or the only part of a subject. */
const isPart = ({ shape, rows }: Sheet, { code }: Row): boolean => {
  if (shape !== 'coded' || code === null || code.length < 5) return false;
  const others = rows.filter((row) => row.code !== code);
  const isBeside = (other: string): boolean => other.length === code.length && other.startsWith(code.slice(0, -2));
  return !others.some((row) => row.code?.startsWith(code)) && others.some((row) => row.code !== null && isBeside(row.code));
};

const KINDS: readonly DamageKind[] = ['wrong-digit', 'lost-digit', 'blanked-cell', 'fused-cells', 'missing-row'];

/** Each kind in each dialect; of a sample each kind and each dialect, but not each of the one in each of the other. */
const COMBINATIONS = KINDS.flatMap((kind, k) =>
  dialects.filter((_, d) => ALL || (k + d) % 3 === 0).map((dialect) => [kind, dialect] as const),
);

describe('PDFs damaged on purpose: one place in a number that equations prove', () => {
  test.each(COMBINATIONS)('%s in %s is reported', async (kind, dialect) => {
    let covered = 0;
    for (const seed of DAMAGE_SEEDS) {
      if (covered === LOOKED_AT) break;
      const whole = planDocument(dialect, seed);
      const { document, damaged } = damageDocument(whole, { kind, rate: 0, seed, ...(kind === 'missing-row' ? { among: isPart } : {}) });
      const [damage] = damaged;
      if (!damage || isTail(whole, damage) || !isProved(await readWhole(whole), damage)) continue;
      covered++;
      const extraction = await read(printDocument(document).bytes);
      const { code, label, column, before, after } = damage;
      // Two amounts in one cell are parted, and the sums say where they belong.
      const isMended = kind === 'fused-cells' && cellsAsBefore(extraction, damage).length > 0;
      expect(
        isMended || isReported(extraction, damage),
        `seed ${seed}: ${damage.table} ${code} ${label} ${column} ${before} → ${after}`,
      ).toBe(true);
    }
    expect(covered).toBeGreaterThan(0);
  });
});
