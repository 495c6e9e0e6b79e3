import { describe, expect, test } from 'vitest';
import type { Extraction } from '../../extractors/extraction.ts';
import { factCells } from '../../schemas/table.ts';
import { read } from '../extractors/documents.ts';
import { PDF_DIALECTS } from '../generator/dialects/pdf.ts';
import { type PdfDialect, pagesOf, planDocument } from '../generator/generate.ts';
import { type OfdManner, writeOfd } from '../generator/ofd.ts';
import { writePdf } from '../generator/pdf.ts';
import { ALL, sampled } from '../support/sample.ts';
import { score } from '../support/score.ts';

const dialects = Object.keys(PDF_DIALECTS) as PdfDialect[];
const MANNERS: readonly OfdManner[] = ['offsets', 'codes', 'characters'];
const SEEDS = sampled([1, 2, 3, 5, 8], 1);
const LEAST_F1 = 0.995;
const MOST_SILENT = 0.001;
/** Share of facts that may differ: of a number between two columns, characters that are clipped one by one can tell more; the other of its row is asked about with it. */
const MOST_DIFFERING = 0.007;
/** How far two places of one number may lie apart, in points. */
const NEAR = 1;

/** Each fact of each table, where it comes from and what became of it. */
function factsOf({ disclosure }: Extraction) {
  return disclosure.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.cells.map((cell) => ({
        fact: [table.title, row.code, row.label, table.columns[cell.column]?.path.join(' > '), cell.raw, cell.valueState, cell.review].join(
          ' | ',
        ),
        boxes: cell.places.flatMap(({ bbox }) => bbox ?? []),
        review: cell.review,
        pages: cell.places.map(({ page }) => page),
      })),
    ),
  );
}

/** Of a sample each manner and each dialect, but not each of the one in each of the other. */
const COMBINATIONS = MANNERS.flatMap((manner, m) =>
  dialects.filter((_, d) => ALL || d % MANNERS.length === m).map((dialect) => [manner, dialect] as const),
);

describe('pages as OFD give what they give as PDF', () => {
  test.each(COMBINATIONS)('%s: %s', async (manner, dialect) => {
    for (const seed of SEEDS) {
      const { pages, gold } = pagesOf(planDocument(dialect, seed));
      const ofd = await read(writeOfd(pages, manner));
      const pdf = await read(writePdf(pages));
      const { facts, review } = score(gold, ofd.disclosure, ofd.report);
      const seen = `seed ${seed}: missing ${facts.missing.slice(0, 3)}, extra ${facts.extra.slice(0, 3)}`;
      expect(facts.f1, seen).toBeGreaterThanOrEqual(LEAST_F1);
      expect((review.wrongSilent + review.missingSilent) / facts.gold, seen).toBeLessThanOrEqual(MOST_SILENT);
      // What is flagged, too, is the same; where it is not, one of the two is no fact but a question.
      const [own, others] = [factsOf(ofd), factsOf(pdf)];
      expect(own.length).toBe(others.length);
      const differing = own.flatMap((one, i) => {
        const other = others[i]!;
        return one.fact === other.fact && one.pages.join() === other.pages.join() ? [] : [[one, other]];
      });
      expect(differing.filter(([one, other]) => !one?.review && !other?.review)).toEqual([]);
      expect(differing.length / own.length).toBeLessThanOrEqual(MOST_DIFFERING);
      const apart = own.filter(({ boxes }, i) => boxes.some((side, k) => !(Math.abs(side - (others[i]?.boxes[k] ?? Number.NaN)) <= NEAR)));
      expect(apart).toEqual([]);
      expect(own.every(({ boxes }) => boxes.length >= 4)).toBe(true);
      expect(factCells(ofd.disclosure.tables[0]!).length).toBeGreaterThan(0);
    }
  });
});
