import { describe, expect, test } from 'vitest';
import { read } from '../extractors/documents.ts';
import { PDF_DIALECTS } from '../generator/dialects/pdf.ts';
import { FORMS } from '../generator/forms/index.ts';
import { blocksOf, type PdfDialect, planDocument } from '../generator/generate.ts';
import { ALL, sampled } from '../support/sample.ts';
import { score } from '../support/score.ts';

const dialects = Object.keys(PDF_DIALECTS) as PdfDialect[];
const SEEDS = sampled([1, 2, 3, 5, 8], 1);
/** Facts of a form against those of the truth. */
const LEAST_F1 = 0.995;
const MOST_SILENT = 0.001;
/** Share of right numbers that are flagged: that of one document can be three times that of many. */
const MOST_FLAGGED = ALL ? 0.01 : 0.03;

describe.each(FORMS)('$name', ({ write }) => {
  test.each(dialects)('%s: the same facts, none silently wrong or missing', async (dialect) => {
    for (const seed of SEEDS) {
      const { blocks, gold } = blocksOf(planDocument(dialect, seed));
      const { disclosure, report } = await read(await write(blocks));
      const { facts, review } = score(gold, disclosure, report);
      const seen = `seed ${seed}: missing ${facts.missing.slice(0, 3)}, extra ${facts.extra.slice(0, 3)}`;
      expect(facts.f1, seen).toBeGreaterThanOrEqual(LEAST_F1);
      expect((review.wrongSilent + review.missingSilent) / facts.gold, seen).toBeLessThanOrEqual(MOST_SILENT);
      expect(review.rightFlagged / review.right, seen).toBeLessThanOrEqual(MOST_FLAGGED);
    }
  });
});
