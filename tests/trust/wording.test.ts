import { expect, test } from 'vitest';
import { wordingFaults } from '../bench/trust/wording.ts';
import { read } from '../extractors/documents.ts';
import { planDocument } from '../generator/generate.ts';
import { reworded } from '../generator/unknown-words.ts';

const text = (header: string): string =>
  [
    '江川市水利局',
    '2026年部门预算',
    '',
    '支出总表',
    '单位：万元',
    `科目编码→科目名称→${header}`,
    '→合计→9.00→4.00→5.00',
    '208→甲→9.00→4.00→5.00',
  ].join('\n');

test('the same words mean the same', async () => {
  const { disclosure } = await read(text('合计→基本支出→项目支出'));
  expect(wordingFaults(disclosure, disclosure)).toEqual({ facts: 6, wrong: 0, faults: [] });
});

test('another component is a fault of each of its numbers', async () => {
  const [known, other] = await Promise.all(['合计→基本支出→项目支出', '合计→项目支出→基本支出'].map((header) => read(text(header))));
  const { facts, wrong, faults } = wordingFaults(known!.disclosure, other!.disclosure);
  expect([facts, wrong]).toEqual([6, 4]);
  expect(faults.filter(({ key }) => key === 'component').map(({ known: right, unknown }) => `${right} → ${unknown}`)).toEqual([
    'basic → project',
    'project → basic',
    'basic → project',
    'project → basic',
  ]);
});

test('words change where they are asked to, and nothing else does', () => {
  const document = planDocument('tabbed-budget', 1001);
  const titled = reworded(document, 'titles').sheets;
  expect(titled.map(({ columns, rows }) => ({ columns, rows }))).toEqual(document.sheets.map(({ columns, rows }) => ({ columns, rows })));
  expect(titled.map(({ title }) => title)).toContain('公共财力盘子支出表');
  expect(reworded(document, 'headers').sheets.map(({ title, rows }) => ({ title, rows }))).toEqual(
    document.sheets.map(({ title, rows }) => ({ title, rows })),
  );
});
