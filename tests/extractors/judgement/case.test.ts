import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { dumpPhase } from '../../../extractors/extract.ts';
import { amend, EditError } from '../../../extractors/judgement/amend.ts';
import type { Case } from '../../../extractors/judgement/case.ts';
import { evaluate, type Verdict } from '../../../extractors/judgement/evaluate.ts';
import { readSource } from '../../../extractors/readers/index.ts';
import { ACCESS } from '../../../pipeline/run/document/extract.ts';
import { CaseError, type CaseFile, readCase } from '../../../schemas/case/case.ts';
import type { Edit } from '../../../schemas/review.ts';
import { WRONG_BUDGET } from '../../support/budget.ts';
import { extractionOf, PROFILES, SAMPLES } from '../../support/samples.ts';
import { tabs } from '../documents.ts';

async function caseOf(bytes: Uint8Array): Promise<Case> {
  const read = await readSource(bytes, ACCESS);
  if ('finding' in read) throw new Error(read.finding.ruleId);
  return dumpPhase(read, { sourceFile: 'source', documentId: 'source', profiles: PROFILES }, 'reconcile').output as Case;
}

const caseOfText = (text: string): Promise<Case> => caseOf(new TextEncoder().encode(tabs(text)));
const kept = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const written = ({ evidence, ...verdict }: Verdict): string => JSON.stringify({ ...verdict, evidence: [...evidence] });

describe('a case that was written and read back', () => {
  test.each(SAMPLES.map((sample) => [`${sample.profile}/${sample.slug}`, sample] as const))('%s: the same verdict', async (_, sample) => {
    const stated = await caseOf(await readFile(join(sample.folder, sample.source)));
    const verdict = evaluate(stated);
    expect(readCase(kept(stated))).toEqual(stated);
    expect(written(evaluate(readCase(kept(stated))))).toBe(written(verdict));
    const { disclosure, report } = await extractionOf(sample);
    expect(verdict.tables).toEqual(disclosure.tables);
    expect(verdict.equations).toEqual(report.equations);
  });
});

const first = <T>([item]: readonly T[]): T => {
  if (item === undefined) throw new Error('empty');
  return item;
};

describe('what is read as a case is one', () => {
  test('the schema is that of the type', () => {
    expectTypeOf<CaseFile>().toExtend<Case>();
    expectTypeOf<Case>().toExtend<CaseFile>();
  });

  test.each<[string, RegExp, (stated: Case) => unknown]>([
    ['nothing', /Invalid input/, () => null],
    ['a field that nobody knows', /Unrecognized key: "more"/, (stated) => ({ ...stated, more: 1 })],
    [
      'no number',
      /tables\[0\]\.items\[1\]\.cells\[0\]\.value/,
      (stated) => {
        if (stated.tables[0]?.items[1]?.cells[0]) stated.tables[0].items[1].cells[0].value = 'much';
        return stated;
      },
    ],
    [
      'a column that is not there',
      /no column 7/,
      (stated) => {
        first(first(first(stated.tables).items).cells).column = 7;
        return stated;
      },
    ],
    [
      'a parent that is not there',
      /no row 9/,
      (stated) => {
        first(first(stated.tables).items).parent = 9;
        return stated;
      },
    ],
    [
      'a row within itself',
      /is part of itself/,
      (stated) => {
        first(first(stated.tables).items).parent = 0;
        return stated;
      },
    ],
    [
      'a row at another position',
      /is 5 at position 0/,
      (stated) => {
        first(first(stated.tables).items).index = 5;
        return stated;
      },
    ],
    [
      'an equation about nothing',
      /no such place in the tables/,
      (stated) => {
        first(stated.equations).terms[0].row = 99;
        return stated;
      },
    ],
    [
      'a slip of no table',
      /no table at position 4/,
      (stated) => {
        stated.slips.push({ table: 4, exponent: 1, against: '' });
        return stated;
      },
    ],
    [
      'agreements of nothing',
      /1 for 0 statements/,
      (stated) => {
        stated.agreements.push({ statementId: 's', factId: null, agrees: null });
        return stated;
      },
    ],
  ])('%s is refused', async (_, message, spoil) => {
    const spoilt = spoil(kept(await caseOfText(WRONG_BUDGET)));
    expect(() => readCase(spoilt)).toThrow(CaseError);
    expect(() => readCase(spoilt)).toThrow(message);
  });
});

/** `t1r2c0`: the key of the number in this row and column of a table of the case. */
function keyAt({ tables }: Pick<Case, 'tables'>, place: string): string {
  const [, table, row, column] = /^t(\d+)r(\d+)c(\d+)$/.exec(place) ?? [];
  const cells = tables.find(({ index }) => index === Number(table))?.items[Number(row)]?.cells;
  return cells?.find((cell) => cell.column === Number(column))?.id ?? place;
}

const state = ({ tables }: Verdict, place: string): string[] => {
  const [, table, row, column] = /^t(\d+)r(\d+)c(\d+)$/.exec(place) ?? [];
  const cells = tables.find(({ index }) => index === Number(table))?.rows[Number(row)]?.cells;
  const cell = cells?.find((it) => it.column === Number(column));
  return cell ? [cell.raw, String(cell.value), cell.valueState, String(cell.review)] : [];
};
const asked = ({ review }: Verdict): string[] => review.map(({ ruleId, proposal }) => `${ruleId} ${proposal}`.trim());

describe('edits', () => {
  /** Numbers are named by their place here. */
  const judgedWith = async (...edits: Edit[]): Promise<Verdict> => {
    const stated = await caseOfText(WRONG_BUDGET);
    const keyed = edits.map((edit) => ('factId' in edit ? { ...edit, factId: keyAt(stated, edit.factId) } : edit));
    return evaluate(amend(stated, keyed));
  };

  test('before them a total and a row are off', async () => {
    expect((await judgedWith()).review).toHaveLength(1);
    expect(state(await judgedWith(), 't1r2c0')).toEqual(['4.00', '4.00', 'contradicted', 'true']);
  });

  test('a typed value is what counts, the print stays, and nothing is asked any more', async () => {
    const verdict = await judgedWith({ edit: 'value', factId: 't1r2c0', value: '3.00' });
    expect(state(verdict, 't1r2c0')).toEqual(['4.00', '3.00', 'confirmed', 'false']);
    expect(asked(verdict)).toEqual([]);
    expect(verdict.equations.every(({ status }) => status === 'exact')).toBe(true);
  });

  test('a number found right is blamed for nothing', async () => {
    const verdict = await judgedWith({ edit: 'confirm', factId: 't1r2c0' });
    expect(state(verdict, 't1r2c0')).toEqual(['4.00', '4.00', 'confirmed', 'false']);
    expect(verdict.review.flatMap(({ proposal, alternatives }) => [proposal, ...alternatives]).join()).not.toContain('4.00 →');
    expect(verdict.review.length).toBeGreaterThan(0);
  });

  test('the case given stays as it is', async () => {
    const stated = await caseOfText(WRONG_BUDGET);
    const before = JSON.stringify(stated);
    amend(stated, [
      { edit: 'value', factId: keyAt(stated, 't1r2c0'), value: '3.00' },
      { edit: 'role', table: 1, row: 2, role: 'memo' },
      { edit: 'parent', table: 1, row: 2, parent: 1 },
    ]);
    expect(JSON.stringify(stated)).toBe(before);
  });

  test('rows: part of another, outside the sums', async () => {
    const nested = await judgedWith({ edit: 'parent', table: 1, row: 2, parent: 1 });
    expect(nested.tables[0]?.rows[2]).toMatchObject({ parent: 1, labelPath: ['一般公共服务支出'] });
    expect(nested.tables[0]?.rows[1]?.isLeaf).toBe(false);
    const stated = await caseOfText(WRONG_BUDGET);
    const memo = await judgedWith({ edit: 'role', table: 1, row: 2, role: 'memo' });
    expect(memo.equations.some(({ terms }) => terms.some(({ id }) => id === keyAt(stated, 't1r2c1')) && terms.length > 3)).toBe(false);
  });

  test('columns, titles and units', async () => {
    const named = await judgedWith({ edit: 'column', table: 1, column: 2, path: ['人员经费'] });
    expect(named.tables[0]?.columns[2]).toMatchObject({
      path: ['人员经费'],
      pathRaw: ['项目支出'],
      measure: 'personnelExpenses',
      period: 2026,
    });
    const titled = await judgedWith({ edit: 'title', table: 1, title: '政府性基金预算支出表' });
    expect(titled.tables[0]).toMatchObject({ title: '政府性基金预算支出表', kind: 'governmentFundBudget' });
    const ofThree = await judgedWith(
      { edit: 'title', table: 1, title: '“三公”经费支出表' },
      { edit: 'column', table: 1, column: 2, path: ['总计', '一般公共预算'] },
    );
    expect(ofThree.tables[0]?.columns[2]?.measure).toBe('threePublicExpenses.generalPublicBudget');
    const measured = await judgedWith({ edit: 'unit', table: 1, unit: '元' });
    expect(measured.tables[0]?.rows[0]?.cells[0]).toMatchObject({ value: '9.00', valueYuan: '9' });
    expect((await judgedWith({ edit: 'no-table', table: 1 })).tables).toEqual([]);
  });

  test('a number in another column', async () => {
    const text = WRONG_BUDGET.replace('→4.00→2.00→1.00', '→3.00→2.00→').replace('9.00→5.00→4.00', '9.00→5.00→4.00');
    const stated = await caseOfText(text.replace('201→一般公共服务支出→6.00→3.00→3.00', '201→一般公共服务支出→6.00→6.00→'));
    const moved = evaluate(amend(stated, [{ edit: 'move', factId: keyAt(stated, 't1r1c1'), column: 2 }]));
    expect(moved.tables[0]?.rows[1]?.cells.map(({ column, raw }) => [column, raw])).toEqual([
      [0, '6.00'],
      [2, '6.00'],
    ]);
  });

  test('by keys: in another form of the document, with a row more, the same decisions are made', async () => {
    const edits = (stated: Case): Edit[] => {
      const table = first(stated.tables);
      const [, general, security] = table.items;
      return [
        { edit: 'value', factId: keyAt(stated, 't1r2c0'), value: '3.00' },
        { edit: 'role', table: table.key, row: general?.key ?? '', role: 'memo' },
        { edit: 'parent', table: table.key, row: security?.key ?? '', parent: general?.key ?? '' },
        { edit: 'column', table: table.key, column: table.columns[2]?.key ?? '', path: ['人员经费'] },
        { edit: 'title', table: table.key, title: '支出预算总表（一）' },
        { edit: 'unit', table: table.key, unit: '元' },
      ];
    };
    const decided = edits(await caseOfText(WRONG_BUDGET));
    const longer = WRONG_BUDGET.replace('201→', '205→教育支出→1.00→1.00→\n201→');
    const cells = (line: string): string =>
      `<tr>${line
        .split('→')
        .map((text) => `<td>${text}</td>`)
        .join('')}</tr>`;
    const [head = '', table = ''] = longer.split('单位：万元\n');
    const html = `<p>${head.trim().split('\n').join('</p><p>')}</p><p>单位：万元</p><table>${table.trim().split('\n').map(cells).join('')}</table>`;
    for (const document of [longer, html]) {
      const amended = amend(await caseOfText(document), decided);
      const [only] = amended.tables;
      expect(only?.items.map(({ label, role, parent }) => [label, role, parent])).toEqual([
        ['合计', 'total', null],
        ['教育支出', 'item', null],
        ['一般公共服务支出', 'memo', null],
        ['社会保障和就业支出', 'item', 2],
      ]);
      expect(only?.columns[2]?.path).toEqual(['人员经费']);
      expect(only?.caption).toMatchObject({ title: '支出预算总表（一）', unit: '元' });
      expect(state(evaluate(amended), 't1r3c0')).toEqual(['4.00', '3.00', 'confirmed', 'false']);
    }
  });

  test.each<[string, Edit]>([
    ['no fact t9r0c0', { edit: 'confirm', factId: 't9r0c0' }],
    ['no table 2', { edit: 'no-table', table: 2 }],
    ['no row 7 in table 1', { edit: 'role', table: 1, row: 7, role: 'memo' }],
    ['no row 7 in table 1', { edit: 'parent', table: 1, row: 2, parent: 7 }],
    ['row 2 would be part of itself', { edit: 'parent', table: 1, row: 2, parent: 2 }],
    ['no column 5 in table 1', { edit: 'move', factId: 't1r2c0', column: 5 }],
    ['column 1 holds 2.00 in this row', { edit: 'move', factId: 't1r2c0', column: 1 }],
    ['no column 5 in table 1', { edit: 'column', table: 1, column: 5, path: ['合计'] }],
  ])('%s', async (message, edit) => {
    await expect(judgedWith(edit)).rejects.toThrow(new EditError(message));
  });
});
