import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractRead } from '../../../extractors/extract.ts';
import type { Extraction, ExtractOptions } from '../../../extractors/extraction.ts';
import type { SourceDocument } from '../../../extractors/model/source.ts';
import { readSource } from '../../../extractors/readers/index.ts';
import { ACCESS, extract } from '../../../pipeline/run/document/extract.ts';
import type { Profile } from '../../../schemas/profile.ts';
import type { Gold } from '../../generator/document.ts';
import { DIALECTS, type Dialect, generateFile } from '../../generator/generate.ts';

/** A document to be damaged, and its undamaged extraction. */
export interface TrustDocument {
  /** The dialect, or `corpus`. */
  group: string;
  name: string;
  source: SourceDocument;
  extraction: Extraction;
  /** What is true of it, where that is known. */
  gold: Gold | null;
}

/** A source that was spoilt has no file. */
export function extractSource(source: SourceDocument, options: ExtractOptions): Extraction {
  return extractRead({ source, findings: [] }, { sha256: '', bytes: 0 }, options);
}

export const optionsOf = (profiles: readonly Profile[]): ExtractOptions => ({ sourceFile: 'a', documentId: 'a', profiles });

async function documentOf(
  group: string,
  name: string,
  bytes: Uint8Array,
  profiles: readonly Profile[],
  gold: Gold | null,
): Promise<TrustDocument | null> {
  const read = await readSource(bytes, ACCESS);
  if ('finding' in read) return null;
  return { group, name, source: read.source, extraction: await extract(bytes, optionsOf(profiles)), gold };
}

/** PDFs are dear to read; a third as many are enough, since nine of the dialects are PDFs. */
const PDF_SHARE = 3;

export async function generatedDocuments(seeds: readonly number[], profiles: readonly Profile[]): Promise<TrustDocument[]> {
  const documents: TrustDocument[] = [];
  for (const dialect of Object.keys(DIALECTS) as Dialect[]) {
    const own = dialect.startsWith('pdf-') ? seeds.slice(0, Math.ceil(seeds.length / PDF_SHARE)) : seeds;
    for (const seed of own) {
      const { bytes, gold } = generateFile({ dialect, seed });
      const document = await documentOf(dialect, `${dialect}-${seed}`, bytes, profiles, gold);
      if (document) documents.push(document);
    }
  }
  return documents;
}

/** Real documents all of whose equations hold: what they print is taken as true. */
export async function corpusDocuments(root: string, profiles: readonly Profile[]): Promise<TrustDocument[]> {
  const documents: TrustDocument[] = [];
  for (const folder of ['seeds', 'pdf'].map((name) => join(root, '../shared/corpus', name)).filter(existsSync)) {
    for (const name of readdirSync(folder)
      .filter((name) => /\.(?:txt|pdf)$/.test(name))
      .sort()) {
      const document = await documentOf('corpus', name, readFileSync(join(folder, name)), profiles, null);
      if (
        document?.extraction.report.equations.some(({ status }) => status === 'exact') &&
        !document.extraction.report.equations.some(({ status }) => status === 'broken')
      )
        documents.push(document);
    }
  }
  return documents;
}
