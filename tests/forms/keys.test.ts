import { expect, test } from 'vitest';
import { read } from '../extractors/documents.ts';
import { PDF_DIALECTS } from '../generator/dialects/pdf.ts';
import { FORMS } from '../generator/forms/index.ts';
import { blocksOf, generateFile, type PdfDialect, planDocument } from '../generator/generate.ts';
import { factsByKey, missing } from '../support/keys.ts';
import { sampled } from '../support/sample.ts';

test.each(sampled(Object.keys(PDF_DIALECTS) as PdfDialect[], 1))(
  '%s: in every form each number has the key that it has in the PDF',
  async (dialect) => {
    const printed = factsByKey(await read(generateFile({ dialect, seed: 1 }).bytes));
    const { blocks } = blocksOf(planDocument(dialect, 1));
    for (const { name, write } of FORMS) expect(missing(printed, factsByKey(await read(await write(blocks)))), name).toEqual([]);
  },
);
