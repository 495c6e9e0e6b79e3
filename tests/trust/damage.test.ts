import { describe, expect, test } from 'vitest';
import { factCells } from '../../schemas/table.ts';
import { DAMAGES } from '../bench/trust/damage.ts';
import { extractSource, generatedDocuments, optionsOf } from '../bench/trust/documents.ts';
import { experiment, SETTINGS } from '../bench/trust/experiment.ts';
import { damage } from '../bench/trust/source-canvas.ts';
import { PROFILES } from '../extractors/documents.ts';
import { Random } from '../generator/random.ts';
import { sampled } from '../support/sample.ts';

const SEEDS = sampled([501, 502, 503], 1);
const documents = await generatedDocuments(SEEDS, PROFILES);
const [first] = documents;

describe('damage to a document as it was read', () => {
  test.each(DAMAGES)('%s: the same seed spoils the same places, and the source is not touched', (kind) => {
    const { source, extraction } = first!;
    const before = JSON.stringify(source);
    const spoil = () => damage(source, extraction.disclosure.tables, kind, 0.02, new Random(5));
    const [one, two] = [spoil(), spoil()];
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
    expect(JSON.stringify(source)).toBe(before);
    expect(JSON.stringify(one.source)).not.toBe(before);
  });

  test('a wrong digit is printed where it says, in texts and in PDFs', () => {
    for (const { name, source, extraction } of documents) {
      const { source: spoilt, changes } = damage(source, extraction.disclosure.tables, 'wrong-digit', 0.02, new Random(3));
      // Where the layout was lost a wrong digit may put a number in another column, where it has another key.
      const placeOf = new Map(extraction.disclosure.tables.flatMap(factCells).map((cell) => [cell.factId, JSON.stringify(cell.places)]));
      const printed = new Map(
        extractSource(spoilt, optionsOf(PROFILES))
          .disclosure.tables.flatMap(factCells)
          .map((cell) => [JSON.stringify(cell.places), cell.raw]),
      );
      expect(changes.length, name).toBeGreaterThan(0);
      for (const { factId, after } of changes) expect(printed.get(placeOf.get(factId) ?? ''), `${name} ${factId}`).toBe(after);
    }
  });
});

const result = await experiment(documents, SETTINGS.find(({ name }) => name === 'wrong digit, 1 %')!);

describe('promises of the trust benchmark, on a few documents of every dialect', () => {
  const wrong = result.outcomes.filter(({ right }) => !right);
  const covered = wrong.filter((outcome) => outcome.covered);

  test('of wrong numbers in equations hardly one passes in silence', () => {
    expect(covered.length).toBeGreaterThan(25 * SEEDS.length);
    expect(covered.filter(({ flagged }) => !flagged).length).toBeLessThanOrEqual(Math.ceil(covered.length / 100));
  });

  test('of what is not damaged nothing counts as wrong, and the numbers of forms are none of the truth', async () => {
    const texts = documents.filter(({ source }) => source.kind !== 'drawn');
    const { outcomes } = await experiment(texts, SETTINGS.find(({ name }) => name === 'undamaged')!);
    expect(outcomes.filter(({ right, flagged }) => !right && !flagged)).toEqual([]);
  });

  test('few right ones are flagged, and most repairs are right', () => {
    expect(result.outcomes.filter(({ right, flagged }) => right && flagged).length).toBeLessThanOrEqual(2 * wrong.length);
    expect(result.repaired).toBeGreaterThanOrEqual(0.9 * result.determined);
  });
});
