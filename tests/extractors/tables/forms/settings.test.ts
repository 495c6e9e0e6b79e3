import { describe, expect, test } from 'vitest';
import { headedMoney } from '../../../../extractors/tables/forms/head/headed-money.ts';
import { fitOf, traitsOf } from '../../../../extractors/tables/forms/indicators/fit.ts';
import { readRow } from '../../../../extractors/tables/forms/indicators/indicator.ts';
import { fusedLevels } from '../../../../extractors/tables/forms/indicators/levels.ts';
import { type AlignRole, align } from '../../../../extractors/tables/forms/tokens/align.ts';
import { type IndicatorColumn, upperHeaderRows } from '../../../../extractors/tables/forms/tokens/header.ts';
import { type FormRow, joinBrokenLines } from '../../../../extractors/tables/forms/tokens/sequence.ts';
import { isDate, leadingOperator, operatorOf, type Token, trailingOperator } from '../../../../extractors/tables/forms/tokens/tokens.ts';
import type { IndicatorRole } from '../../../../extractors/tables/forms/vocabulary/columns.ts';
import { wordOf } from '../../../../extractors/tables/forms/vocabulary/word.ts';
import { columns, read, sequence } from './form-rows.ts';

/** Each bound just kept, and just passed. */

const tokenAt = (text: string, column: number | null): Token => ({ text, column, places: [] });
const words = (length: number): string => '文'.repeat(length);

describe('texts', () => {
  test('a word has 40 characters', () => expect([40, 41].map((length) => wordOf(words(length)).length)).toEqual([40, 0]));
  test('a number with its sign of comparison 40', () => {
    expect([40, 41].map((length) => leadingOperator(`≥${'9'.repeat(length - 1)}`) !== null)).toEqual([true, false]);
    expect([40, 41].map((length) => trailingOperator(`${'9'.repeat(length - 2)}以上`) !== null)).toEqual([true, false]);
  });
  test('a date 19', () => expect([19, 20].map((length) => isDate('2026年12月31日'.padEnd(length)))).toEqual([true, false]));
  test('a sign of comparison 16', () => expect([16, 17].map((length) => operatorOf('≥'.padEnd(length)))).toEqual(['>=', null]));
});

describe('cells dealt out to columns', () => {
  /** The column of the last token, by where columns and tokens stand and how well the last token fits the second column. */
  const last = (roles: readonly number[], tokens: readonly number[], score: number) => {
    const columnsAt = roles.map((column, i): AlignRole<string> => ({ name: `${i}`, column, whenEmpty: 0, whenJoined: 30 }));
    const aligned = align(
      tokens.map((column) => tokenAt('文', column)),
      columnsAt,
      (_, { name }, index) => {
        if (index < tokens.length - 1) return name === '0' ? 10 : -10;
        return name === `${roles.length - 2}` ? score : name === `${roles.length - 1}` ? 0 : -10;
      },
    );
    return aligned?.roles.at(-1);
  };
  test('are shifted along a row for 1.5 a column', () => expect([1.4, 1.6].map((score) => last([0, 1, 2], [0, 2], score))).toEqual([2, 1]));
  test('two at most', () => expect([2.9, 3.1].map((score) => last([0, 1, 5], [0, 5], score))).toEqual([2, 1]));
  test('for 0.3 as a whole', () => expect([0.2, 0.4].map((score) => last([0, 1], [1], score))).toEqual([1, 0]));
});

describe('rows of headings', () => {
  test('three stand above the levels', () => {
    const upper = (count: number) =>
      upperHeaderRows([
        [tokenAt('项目名称', 0), tokenAt('绩效指标', 1)],
        ...Array.from({ length: count - 1 }, () => [tokenAt('其他', 5)]),
        [tokenAt('一级指标', 1), tokenAt('二级指标', 2)],
      ]);
    expect([3, 4].map(upper)).toEqual([3, 0]);
  });

  test('two above a row of amounts', () => {
    const rows = (count: number) =>
      headedMoney([
        [tokenAt('总体资金情况', 0), tokenAt('预算支出总额', 1), tokenAt('财政拨款', 2)],
        ...Array.from({ length: count - 1 }, () => [tokenAt('甲', 1), tokenAt('乙', 2)]),
        [tokenAt('10.00', 1), tokenAt('5.00', 2)],
      ])?.rows;
    expect([2, 3].map(rows)).toEqual([3, undefined]);
  });
});

describe('lines whose layout was lost', () => {
  const line = (...texts: string[]): FormRow => ({
    tokens: texts.map((text) => tokenAt(text, null)),
    page: 1,
    line: 1,
    startsAtEdge: true,
    doubtful: false,
  });
  const HEADER = line('一级指标', '二级指标', '三级指标', '指标值', '度量单位');
  const rows = (...lines: FormRow[]) => joinBrokenLines([HEADER, ...lines], false).length - 1;

  test('eight are one name', () => {
    const name = (lines: number) => rows(...Array.from({ length: lines }, () => line('文文')), line('长度', '≥', '10', '公里'));
    expect([8, 9].map(name)).toEqual([1, 10]);
  });

  test('have 100 words', () => {
    const of = (count: number) => rows(line('文文'), line('≥', ...Array<string>(count - 1).fill('10')));
    expect([100, 101].map(of)).toEqual([1, 2]);
  });

  test('a value of ten characters goes on in the next', () => {
    const name = (length: number) =>
      read(
        sequence(
          '部门预算项目（政策）绩效目标表',
          `\n项目(政策)名称 ${words(length)}\n经费\n一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 长度 10`,
        ),
      ).projects[0]?.name.length;
    expect([9, 10].map(name)).toEqual([9, 12]);
  });
});

describe('cells of an indicator', () => {
  const columnOf = (name: IndicatorRole, column: number | null): IndicatorColumn => ({ name, column, whenEmpty: 0, whenJoined: 0 });
  const around = { isHeaded: true, inColumn: true, isCurrent: false, qualitative: true };

  test('are 30', () => {
    const of = (count: number) =>
      readRow(
        Array.from({ length: count }, () => tokenAt('文', null)),
        [columnOf('note', null)],
        null,
      );
    expect([30, 31].map((count) => of(count) !== null)).toEqual([true, false]);
  });

  test('that fit by -4 are in doubt', () => {
    const isDoubtful = (text: string, role: IndicatorRole) => readRow([tokenAt(text, 0)], [columnOf(role, 0)], null)?.doubtful;
    expect([isDoubtful('12', 'note'), isDoubtful('文', 'deadline')]).toEqual([false, true]);
  });

  test('of a printed grid fit by 4 more', () => {
    const role = (name: IndicatorRole) =>
      Object.keys(readRow([tokenAt('2025年11月', 0)], [columnOf(name, 0), columnOf('deadline', 1)], null, true)?.cells ?? {});
    // A date fits a deadline by 7, and 0.3 less where it stands beside it.
    expect([role('level3'), role('actual')]).toEqual([['level3'], ['deadline']]);
  });

  test('a name has 40 characters, an unknown one of a level 14, a known one 16', () => {
    expect([40, 41].map((length) => traitsOf(tokenAt('文 '.repeat(30).slice(0, length), 0)).name.length)).toEqual([20, 41]);
    expect([14, 15].map((length) => fitOf(traitsOf(tokenAt(words(length), 0)), 'level2', around))).toEqual([0, -3]);
    expect([16, 17].map((length) => fusedLevels(`满意度指标${words(length - 5)}满意度指标甲率`)?.level3)).toEqual(['甲率', undefined]);
  });
});

describe('rows of a form', () => {
  const form = (...rows: string[]) => read(columns('项目支出绩效目标表', `\n项目名称|河道清淤\n${rows.join('\n')}`));

  test('of 400 cells are read, 200 characters shown of a longer one', () => {
    const unread = (cells: number) => form(Array<string>(cells).fill('文').join('|')).findings.map(({ actual }) => actual?.length);
    expect([400, 401].map(unread)).toEqual([[], [200]]);
  });

  test('begin with two cells before the name of a level, where the header was lost', () => {
    const indicators = (before: number) => form(`${'甲|'.repeat(before)}数量指标|清淤长度|≥|10`).indicators.length;
    expect([2, 3].map(indicators)).toEqual([1, 0]);
  });

  test('above the indicators have 24 cells', () => {
    const fields = (cells: number) => form(['主管部门', '某局', ...Array<string>(cells - 2).fill('文')].join('|')).tables[0]?.fields.length;
    expect([24, 25].map(fields)).toEqual([13, 2]);
  });

  test('are a header where two headings of amounts stand beside each other', () => {
    const of = (...heads: string[]) =>
      form(`资金情况|${heads.join('|')}`, '甲|10.00|5.00').tables[0]?.rows.flatMap(({ values }) =>
        values.map(({ column }) => column.join('>')),
      );
    expect([of('全年预算数', '全年执行数'), of('全年预算数', '说明')]).toEqual([
      ['全年预算数', '全年执行数'],
      ['资金情况', '资金情况'],
    ]);
  });
});
