import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { read } from '../extractors/documents.ts';
import type { Gold } from '../generator/document.ts';
import { BlocksBuilder } from '../generator/forms/blocks.ts';
import { FORMS } from '../generator/forms/index.ts';
import { type GoldCodes, printGold } from '../generator/gold.ts';
import { writeOfd } from '../generator/ofd.ts';
import { writePdf } from '../generator/pdf.ts';
import { PdfBuilder, type PdfStyle } from '../generator/pdf-document.ts';
import { differences } from '../support/ratchet.ts';
import { score } from '../support/score.ts';
import { CORPUS, describeCorpus } from './corpus.ts';

/** What a person recorded of real documents, printed anew in every form, gives what was recorded. */
const FOLDER = join(CORPUS, 'gold');
const names = existsSync(FOLDER)
  ? readdirSync(FOLDER)
      .sort()
      .map((file) => basename(file, '.json'))
  : [];
const goldOf = (name: string): Gold => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Gold;

const LEAST_F1 = 0.995;
const MOST_SILENT = 0.001;
const MOST_FLAGGED = 0.01;

const STYLE: PdfStyle = {
  rules: 'ruled',
  repeat: 'header',
  wide: ['landscape'],
  standing: 12,
  flows: false,
  running: null,
  pageNumber: (n) => `- ${n} -`,
  captionOf: ({ number, title, unit }) => ({ number, title, unit }),
};

type Written = string | Uint8Array;

/** The document in each form, by name. */
const WRITERS: Readonly<Record<string, (gold: Gold, codes: GoldCodes) => Written | Promise<Written>>> = {
  ...Object.fromEntries(
    FORMS.map(({ name, write }) => [
      name,
      (gold: Gold, codes: GoldCodes) => {
        const builder = new BlocksBuilder(gold);
        printGold(gold, builder, codes);
        return write(builder.blocks);
      },
    ]),
  ),
  PDF: (gold, codes) => writePdf(pagesOf(gold, codes)),
  'OFD, offsets': (gold, codes) => writeOfd(pagesOf(gold, codes), 'offsets'),
  'OFD, codes': (gold, codes) => writeOfd(pagesOf(gold, codes), 'codes'),
  'OFD, characters': (gold, codes) => writeOfd(pagesOf(gold, codes), 'characters'),
};

function pagesOf(gold: Gold, codes: GoldCodes): ReturnType<PdfBuilder['finished']> {
  const builder = new PdfBuilder(gold, STYLE);
  printGold(gold, builder, codes);
  return builder.finished();
}

describeCorpus('truth printed in every form', names.length > 0, () => {
  const cases = names.flatMap((name) => Object.keys(WRITERS).map((form) => [name, form] as const));
  it.each(cases)('%s as %s', async (name, form) => {
    const gold = goldOf(name);
    // The records of PDFs put together codes that were printed over columns (a page in place of lines tells them).
    const codes = gold.source.endsWith('.pdf') ? 'levels' : 'whole';
    const { disclosure, report } = await read(await WRITERS[form]!(gold, codes));
    const result = score(gold, disclosure, report);
    const { facts, factsFull, units, statements, indicators, projects, review } = result;
    const seen = differences(result).join('\n');
    const compared = [facts, factsFull, units, ...(gold.kind === 'budget' ? [indicators, projects] : [])];
    for (const { f1 } of [...compared, ...(gold.narrative.length > 0 ? [statements] : [])])
      expect(f1, seen).toBeGreaterThanOrEqual(LEAST_F1);
    expect((review.wrongSilent + review.missingSilent) / facts.gold, seen).toBeLessThanOrEqual(MOST_SILENT);
    expect(review.rightFlagged / review.right, seen).toBeLessThanOrEqual(MOST_FLAGGED);
  });
});
