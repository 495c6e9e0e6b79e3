import { expect, test } from 'vitest';
import { read } from '../extractors/documents.ts';
import { compareReference, type Difference, digest } from './reference.ts';

const TABLE = `某局
2026年部门预算
支出预算总表
单位：万元
科目编码→科目名称→合计→基本支出→项目支出
→合计→6.00→2.00→4.00
201→甲→1.00→1.00→
202→乙→2.00→1.00→1.00
203→丙→3.00→→3.00
`;

async function change(from: string, to: string): Promise<Difference> {
  return compareReference(digest(await read(TABLE)), digest(await read(TABLE.replace(from, to))));
}

test('the same document has nothing to report', async () => {
  expect(await change('', '')).toEqual({ worse: [], other: [] });
});

test('a fact that is lost and one that is new are counted apart, each with its table', async () => {
  const { worse, other } = await change('乙→2.00→1.00→1.00', '丁→2.00→1.00→1.00');
  expect(worse).toEqual(['3 lost facts (table 1 expenditureSummary 支出预算总表)']);
  expect(other).toEqual(['3 new facts (table 1 expenditureSummary 支出预算总表)']);
});

test('a row printed twice is two facts, and losing one of them shows', async () => {
  const twice = digest(await read(TABLE.replace('203→', '202→乙→2.00→1.00→1.00\n203→')));
  const { worse } = compareReference(twice, digest(await read(TABLE)));
  expect(worse[0]).toBe('3 lost facts (table 1 expenditureSummary 支出预算总表)');
});

test('a broken equation and what is not proved any more are worse; equations that hold besides are only other', async () => {
  const sound = digest(await read(TABLE));
  const broken = digest(await read(TABLE.replace('3.00→→3.00', '3.00→→3.70')));
  expect(compareReference(sound, broken).worse).toEqual(expect.arrayContaining([expect.stringMatching(/^broken: 0 → \d+$/)]));
  const back = compareReference(broken, sound);
  expect(back.worse).toEqual(['1 lost facts (table 1 expenditureSummary 支出预算总表)']);
  expect(back.other).toEqual(expect.arrayContaining([expect.stringMatching(/^broken: \d+ → 0$/)]));
});

test('nothing of the document is in what is recorded', async () => {
  const { counts, hashes } = digest(await read(TABLE));
  expect(JSON.stringify({ counts, hashes })).not.toMatch(/\p{Script=Han}/u);
  expect(Object.keys(hashes)).toEqual(['1 expenditureSummary']);
});
