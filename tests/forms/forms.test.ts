import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../../schemas/disclosure.ts';
import { read } from '../extractors/documents.ts';
import { PDF_DIALECTS } from '../generator/dialects/pdf.ts';
import { FORMS } from '../generator/forms/index.ts';
import { blocksOf, type PdfDialect, planDocument } from '../generator/generate.ts';
import { ALL, sampled } from '../support/sample.ts';
import { score } from '../support/score.ts';

const dialects = sampled(Object.keys(PDF_DIALECTS) as PdfDialect[], 2);
const SEEDS = sampled([1, 2], 1);
/** Facts of a form against those of the truth. */
const LEAST_F1 = 0.995;
const MOST_SILENT = 0.001;
/** Share of right numbers that are flagged: that of one document can be three times that of many. */
const MOST_FLAGGED = ALL ? 0.01 : 0.03;

/**
 * Of each number the characters at its place in a text, without the markup among them, and what is said to be printed there. Addresses of
 * cells are looked up in places.test.ts.
 */
function printed(text: string, { tables }: Disclosure): [string, string][] {
  const lines = text.split('\n');
  const cells = tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
  const inLines = cells.filter(({ places }) => places.every(({ cell }) => cell === undefined));
  return inLines.map(({ raw, places }) => [places.map(({ line, start, end }) => lines[line! - 1]!.slice(start!, end!)).join(''), raw]);
}

describe.each(FORMS)('$name', ({ write }) => {
  test.each(dialects)('%s: the same facts in their places, none silently wrong or missing', async (dialect) => {
    for (const seed of SEEDS) {
      const { blocks, gold } = blocksOf(planDocument(dialect, seed));
      const file = await write(blocks);
      const { disclosure, report } = await read(file);
      const { facts, indicators, projects, statements, review } = score(gold, disclosure, report);
      const seen = `seed ${seed}: missing ${facts.missing.slice(0, 3)}, extra ${facts.extra.slice(0, 3)}`;
      expect(facts.f1, seen).toBeGreaterThanOrEqual(LEAST_F1);
      for (const { f1 } of [indicators, projects, statements]) expect(f1, `seed ${seed}`).toBeGreaterThanOrEqual(LEAST_F1);
      expect((review.wrongSilent + review.missingSilent) / facts.gold, seen).toBeLessThanOrEqual(MOST_SILENT);
      expect(review.rightFlagged / review.right, seen).toBeLessThanOrEqual(MOST_FLAGGED);
      if (typeof file === 'string') for (const [shown, raw] of printed(file, disclosure)) expect(shown).toBe(raw);
    }
  });
});
