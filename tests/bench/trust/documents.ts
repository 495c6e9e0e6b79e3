import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractRead } from '../../../extractors/extract.ts';
import type { Extraction, ExtractOptions } from '../../../extractors/extraction.ts';
import type { SourceDocument } from '../../../extractors/model/source.ts';
import { readSource } from '../../../extractors/readers/index.ts';
import { ACCESS, extract } from '../../../pipeline/run/document/extract.ts';
import type { Profile } from '../../../schemas/profile.ts';
import { PDF_DIALECTS } from '../../generator/dialects/pdf.ts';
import type { Gold } from '../../generator/document.ts';
import type { FormBlock } from '../../generator/forms/blocks.ts';
import { FORMS } from '../../generator/forms/index.ts';
import { blocksOf, DIALECTS, type Dialect, generateFile, type PdfDialect, planDocument } from '../../generator/generate.ts';
import type { Random } from '../../generator/random.ts';
import type { Change, DamageKind } from './damage.ts';
import { damageBlocks } from './form-canvas.ts';
import { damage } from './source-canvas.ts';

/** A document to be damaged, and its undamaged extraction. */
export interface TrustDocument {
  /** The dialect, the form, or `corpus`. */
  group: string;
  name: string;
  extraction: Extraction;
  /** What is true of it, where that is known. */
  gold: Gold | null;
  damaged(kind: DamageKind, rate: number, random: Random): Promise<{ extraction: Extraction; changes: readonly Change[] }>;
}

/** One that is damaged as it was read. */
export interface ReadDocument extends TrustDocument {
  source: SourceDocument;
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
): Promise<ReadDocument | null> {
  const read = await readSource(bytes, ACCESS);
  if ('finding' in read) return null;
  const { source } = read;
  const extraction = await extract(bytes, optionsOf(profiles));
  return {
    group,
    name,
    source,
    extraction,
    gold,
    async damaged(kind, rate, random) {
      const { source: spoilt, changes } = damage(source, extraction.disclosure.tables, kind, rate, random);
      return { extraction: extractSource(spoilt, optionsOf(profiles)), changes };
    },
  };
}

/** PDFs are dear to read; a third as many are enough, since nine of the dialects are PDFs. */
const PDF_SHARE = 3;

export async function generatedDocuments(seeds: readonly number[], profiles: readonly Profile[]): Promise<ReadDocument[]> {
  const documents: ReadDocument[] = [];
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

/** Generated documents of pages in every form that is written of them, one dialect a form; damaged before they are written. */
export async function formDocuments(seeds: readonly number[], profiles: readonly Profile[]): Promise<TrustDocument[]> {
  const dialects = Object.keys(PDF_DIALECTS) as PdfDialect[];
  const documents = FORMS.flatMap(({ name, write }, i) =>
    seeds.map(async (seed): Promise<TrustDocument> => {
      const dialect = dialects[i % dialects.length]!;
      const { blocks, gold } = blocksOf(planDocument(dialect, seed));
      const extractionOf = async (printed: readonly FormBlock[]) => extract(bytesOf(await write(printed)), optionsOf(profiles));
      return {
        group: name,
        name: `${name} ${dialect}-${seed}`,
        extraction: await extractionOf(blocks),
        gold,
        async damaged(kind, rate, random) {
          return { extraction: await extractionOf(damageBlocks(blocks, kind, rate, random)), changes: [] };
        },
      };
    }),
  );
  return Promise.all(documents);
}

const bytesOf = (file: string | Uint8Array): Uint8Array => (typeof file === 'string' ? new TextEncoder().encode(file) : file);

/** Real documents all of whose equations hold: what they print is taken as true. */
export async function corpusDocuments(root: string, profiles: readonly Profile[]): Promise<ReadDocument[]> {
  const documents: ReadDocument[] = [];
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
