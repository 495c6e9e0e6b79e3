import { expect, test } from 'vitest';
import { BEHIND_NAME, COVER_TITLE_END, kindNamedIn, NAME_IN_TITLE, NOT_NAME, scopeNamedIn } from '../../../schemas/lexicon/covers.ts';
import { MONEY_EXPONENT } from '../../../schemas/lexicon/money-units.ts';

test.each([
  ['2026年部门预算', 'budget'],
  ['2024年度部门决算', 'final-accounts'],
  ['预算执行和决算', 'final-accounts'],
  ['机构概况', null],
])('%s speaks of %s', (text, kind) => expect(kindNamedIn(text)).toBe(kind));

test.each([
  ['2026年单位预算', 'unit'],
  ['2026年部门预算', 'department'],
  ['部门决算和单位决算', 'unit'],
  ['2026年预算', null],
])('%s is that of a %s', (text, scope) => expect(scopeNamedIn(text)).toBe(scope));

test('the publisher stands before the title', () => {
  expect(NAME_IN_TITLE.exec('2026年江川市档案馆2026年部门预算公开')?.[1]).toBe('江川市档案馆');
  expect(NAME_IN_TITLE.exec('江川市档案馆（本级）2024年度决算')?.[1]).toBe('江川市档案馆（本级）');
});

test('titles, and lines that name no body', () => {
  for (const title of ['部门预算', '2026年部门预算公开说明', '单位决算公开报告']) expect(title).toMatch(COVER_TITLE_END);
  for (const line of ['一、部门概况', '1收支总表', '第二部分', '目录', '主要职责：']) expect(line).toMatch(NOT_NAME);
  expect('江川市档案馆').not.toMatch(NOT_NAME);
});

test('any unit of money may stand behind code and name', () => {
  for (const unit of ['', '单位', '金额单位', ...Object.keys(MONEY_EXPONENT)]) expect(unit).toMatch(BEHIND_NAME);
  expect('收支总表').not.toMatch(BEHIND_NAME);
});
