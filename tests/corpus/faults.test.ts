import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { extract } from '../../pipeline/run/document/extract.ts';
import { loadProfiles } from '../../pipeline/run/profiles/load-profiles.ts';
import { CORPUS, describeCorpus } from './corpus.ts';

/** Small documents that were once read wrong, with what is right. */

const FAULTS = join(CORPUS, 'faults');

async function read(name: string) {
  const profiles = await loadProfiles();
  const { disclosure, report } = await extract(readFileSync(join(FAULTS, `${name}.txt`)), {
    sourceFile: `${name}.txt`,
    documentId: name,
    profiles,
  });
  return { ...disclosure, review: report.review, equations: report.equations };
}

describeCorpus('faults that were once met', existsSync(FAULTS), () => {
  it('kinds and measures', async () => {
    const { tables } = await read('kinds-and-measures');
    expect(tables.map(({ kind }) => kind)).toEqual([
      'expenditureSummary',
      'projectExpenditure',
      'generalPublicBudgetExpenditure',
      'governmentProcurement',
      'generalPublicBudgetExpenditure',
    ]);
    expect(tables[2]!.columns.map(({ path, measure }) => [path.at(-1), measure])).toEqual([
      ['合计', 'total'],
      ['人员经费支出', 'personnelExpenses'],
      ['公用经费支出', 'operatingExpenses'],
      ['专项业务经费支出', 'projectExpenditure'],
    ]);
  });

  it('running numbers of units are no amounts, and no header', async () => {
    const { tables } = await read('list-of-units-without-header');
    expect(tables.map(({ rows }) => rows.flatMap(({ cells }) => cells).length)).toEqual([0, 13]);
  });

  it('one fund is not compared with all', async () => {
    const { review, equations } = await read('one-fund-against-all');
    expect([review.length, equations.filter(({ status }) => status !== 'exact').length]).toEqual([0, 0]);
  });

  it('prose that leaves out its last digits agrees', async () => {
    const { statements, tables } = await read('prose-truncates');
    expect(statements.map(({ value, agrees }) => [value, agrees])).toEqual([
      ['128138600', false],
      ['12813.86', null],
      ['1361', true],
    ]);
    expect(tables[0]!.panels.map(({ side }) => side)).toEqual(['revenue', 'expenditure']);
  });

  it('a publisher on two lines', async () => {
    const { entity } = await read('publisher-on-two-lines');
    expect(entity.name).toBe('青禾市水文监测与技术保障中心');
  });
});
