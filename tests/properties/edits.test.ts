import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dumpPhase } from '../../extractors/extract.ts';
import { amend, EditError } from '../../extractors/judgement/amend.ts';
import type { Case } from '../../extractors/judgement/case.ts';
import { evaluate, type Verdict } from '../../extractors/judgement/evaluate.ts';
import type { KeyedTable } from '../../extractors/model/tables.ts';
import { readSource } from '../../extractors/readers/index.ts';
import { ACCESS } from '../../pipeline/run/document/extract.ts';
import type { Edit } from '../../schemas/review.ts';
import { generate, TEXT_DIALECTS, type TextDialect } from '../generator/generate.ts';
import { Random } from '../generator/random.ts';
import { ALL, sampled } from '../support/sample.ts';
import { PROFILES } from '../support/samples.ts';

const dialects = Object.keys(TEXT_DIALECTS) as TextDialect[];
const SEEDS = sampled([11, 12, 13, 14], 1);
const EDITS = 8;

async function caseOf(text: string): Promise<Case> {
  const read = await readSource(new TextEncoder().encode(text), ACCESS);
  if ('finding' in read) throw new Error(read.finding.ruleId);
  return dumpPhase(read, { sourceFile: 'source', documentId: 'source', profiles: PROFILES }, 'reconcile').output as Case;
}

const kept = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const written = ({ evidence, ...verdict }: Verdict): string => JSON.stringify({ ...verdict, evidence: [...evidence] });

const EDITORS: readonly ((table: KeyedTable, random: Random) => Edit)[] = [
  (table, random) => ({ edit: 'value', factId: anyCell(table, random), value: String(random.int(1, 99_999)) }),
  (table, random) => ({ edit: 'confirm', factId: anyCell(table, random) }),
  (table, random) => ({ edit: 'move', factId: anyCell(table, random), column: random.int(0, table.columns.length - 1) }),
  (table, random) => ({ edit: 'role', table: table.key, row: anyRow(table, random), role: random.pick(['memo', 'item', 'total']) }),
  (table, random) => ({ edit: 'parent', table: table.key, row: anyRow(table, random), parent: anyRow(table, random) }),
  (table, random) => ({ edit: 'unit', table: table.key, unit: random.pick(['元', '万元']) }),
  (table, random) => ({ edit: 'title', table: table.key, title: random.pick(['政府性基金预算支出表', '支出预算总表']) }),
  (table, random) => ({ edit: 'column', table: table.key, column: random.int(0, table.columns.length - 1), path: ['项目支出'] }),
  (table) => ({ edit: 'no-table', table: table.key }),
];

const anyRow = ({ items }: KeyedTable, random: Random): string => random.pick(items).key;
const anyCell = ({ items }: KeyedTable, random: Random): string => random.pick(items.flatMap(({ cells }) => cells)).id;

/** The case after an edit that can be made. */
function editedAnyhow(stated: Case, random: Random): Case {
  for (;;) {
    const filled = stated.tables.filter(({ items }) => items.some(({ cells }) => cells.length > 0));
    const edit = random.pick(EDITORS)(random.pick(filled), random);
    try {
      const amended = amend(stated, [edit]);
      expect(JSON.stringify(amend(kept(stated), [edit]))).toBe(JSON.stringify(amended));
      return amended;
    } catch (error) {
      if (!(error instanceof EditError)) throw error;
    }
  }
}

describe('what is known of a case from before changes no verdict', () => {
  test.each(dialects)('%s: one edit after the other, as from a case that is read for the first time', async (dialect) => {
    for (const seed of SEEDS) {
      const random = new Random(seed);
      let stated = await caseOf(generate({ dialect, seed }).text);
      evaluate(stated);
      for (let i = 0; i < EDITS; i++) {
        stated = editedAnyhow(stated, random);
        expect(written(evaluate(stated)), `seed ${seed}, edit ${i}`).toBe(written(evaluate(kept(stated))));
      }
    }
  });

  /** A department and its unit publish in one file: their tables are held against each other, and many equations are broken. */
  const disclosures = [1, 2].map((seed) => generate({ dialect: 'tabbed-budget', seed }).text).join('\f');

  test('decisions in any order and number about two disclosures in one file', async () => {
    const read = await caseOf(disclosures);
    const before = written(evaluate(read));
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (seeds) => {
        const edited = seeds.reduce((stated, seed) => editedAnyhow(stated, new Random(seed)), read);
        expect(written(evaluate(edited))).toBe(written(evaluate(kept(edited))));
        expect(written(evaluate(read))).toBe(before);
      }),
      { numRuns: ALL ? 60 : 6 },
    );
  });

  test('a decision that changes no table changes nothing that is declared', async () => {
    const read = await caseOf(disclosures);
    const factId = read.tables.flatMap(({ items }) => items.flatMap(({ cells }) => cells))[0]?.id ?? '';
    const confirmed = amend(read, [{ edit: 'confirm', factId }]);
    expect(confirmed.tables).toBe(read.tables);
    expect(confirmed.equations).toBe(read.equations);
    expect(kept(amend(kept(read), [{ edit: 'confirm', factId }]))).toEqual(kept(confirmed));
  });
});
