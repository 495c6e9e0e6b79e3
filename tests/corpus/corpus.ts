import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../pipeline/run/document/extract.ts';
import { loadProfiles } from '../../pipeline/run/profiles/load-profiles.ts';
import { compareReference, digest, type Reference } from '../support/reference.ts';

/** Real disclosures lie beside the checkout, never in it. DUIZHANG_REQUIRE_CORPUS=1 makes their absence a failure. */
export const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
export const UPDATE = process.env.UPDATE_SCORES === '1';

/** Tests of what the corpus holds: without it they fail where it is required, and are skipped with a word elsewhere. */
export function describeCorpus(name: string, isThere: boolean, tests: () => void): void {
  describe.skipIf(!isThere)(name, tests);
  it(`${name}: the corpus is there, or its absence is allowed`, ({ skip }) => {
    if (isThere) return;
    const reason = `nothing for it in ../shared/corpus beside the checkout`;
    expect(process.env.DUIZHANG_REQUIRE_CORPUS, `DUIZHANG_REQUIRE_CORPUS=1 but there is ${reason}`).not.toBe('1');
    skip(reason);
  });
}

function documentsIn(folder: string): string[] {
  const at = join(CORPUS, folder);
  return existsSync(at)
    ? readdirSync(at)
        .filter((name) => ['.txt', '.pdf'].includes(extname(name)))
        .sort()
    : [];
}

/**
 * Each document of a folder against what it gave when its output was last accepted (reference/<folder>.json): what it lost fails, and
 * so does what is better or new and not recorded. No document's gain makes up for another's loss. UPDATE_SCORES=1 records.
 */
export function ratchetOf(folder: string): void {
  const documents = documentsIn(folder);
  const recordFile = join(import.meta.dirname, 'reference', `${folder}.json`);
  const recorded = existsSync(recordFile) ? (JSON.parse(readFileSync(recordFile, 'utf8')) as Record<string, Reference>) : {};
  const accepted: Record<string, Reference> = { ...recorded };

  describeCorpus(`reference of ${folder}/`, documents.length > 0, () => {
    it.each(documents)('%s', async (file) => {
      const profiles = await loadProfiles();
      const documentId = basename(file, extname(file));
      const extraction = await extract(readFileSync(join(CORPUS, folder, file)), { sourceFile: file, documentId, profiles });
      const now = digest(extraction);
      const before = recorded[file];
      const { worse, other } = before ? compareReference(before, now) : { worse: [], other: ['not recorded yet'] };
      if (UPDATE) {
        accepted[file] = { counts: now.counts, hashes: now.hashes };
        writeFileSync(recordFile, `${JSON.stringify(sorted(accepted), null, 2)}\n`);
        if (worse.length + other.length > 0) console.warn([`${file}: accepted`, ...worse, ...other].join('\n  '));
        return;
      }
      expect(worse, `${file} lost what it had; accept it with UPDATE_SCORES=1 only where the loss is right`).toEqual([]);
      expect(other, `${file} gives what is not recorded; look at it and keep it with UPDATE_SCORES=1`).toEqual([]);
    });

    it('every recorded document is there', () => {
      expect(Object.keys(recorded).filter((file) => !documents.includes(file))).toEqual([]);
    });
  });
}

const sorted = (references: Record<string, Reference>): Record<string, Reference> =>
  Object.fromEntries(Object.entries(references).sort(([a], [b]) => (a < b ? -1 : 1)));
