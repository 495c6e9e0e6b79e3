import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { extract } from '../../pipeline/run/document/extract.ts';
import { loadProfiles } from '../../pipeline/run/profiles/load-profiles.ts';
import { type Expected, judged, type Verdict } from '../support/cases.ts';
import { CORPUS, describeCorpus } from './corpus.ts';

/** Small inputs with exact truth, each of a kind of fault: none wrong in silence, no fewer right than there were. */

const CASES = join(CORPUS, 'cases');
const FEWEST_RIGHT = 57;
const MOST_FLAGGED = 0.05;

const slugs = existsSync(CASES)
  ? readdirSync(CASES)
      .filter((slug) => existsSync(join(CASES, slug, 'expected.json')))
      .sort()
  : [];

describeCorpus('cases', slugs.length > 0, () => {
  const verdicts: Verdict[] = [];

  it.each(slugs)('%s passes nothing wrong in silence', async (slug) => {
    const folder = join(CASES, slug);
    const file = readdirSync(folder).find((name) => name.startsWith('source.')) ?? '';
    const expected: Expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
    const profiles = await loadProfiles();
    const verdict = judged(expected, await extract(readFileSync(join(folder, file)), { sourceFile: file, documentId: slug, profiles }));
    verdicts.push(verdict);
    expect(verdict.silent).toEqual([]);
  });

  it('most are right', () => {
    const right = verdicts.reduce((sum, verdict) => sum + verdict.right, 0);
    const flagged = verdicts.reduce((sum, verdict) => sum + verdict.rightFlagged, 0);
    console.info(
      `${verdicts.filter(({ isRight }) => isRight).length} of ${verdicts.length} right, ${flagged} of ${right} right facts flagged`,
    );
    expect(verdicts.filter(({ isRight }) => isRight).length).toBeGreaterThanOrEqual(FEWEST_RIGHT);
    expect(flagged / right).toBeLessThanOrEqual(MOST_FLAGGED);
  });
});
