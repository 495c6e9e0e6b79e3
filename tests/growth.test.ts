import { expect, test } from 'vitest';
import type { TextLine } from '../extractors/model/blocks.ts';
import { compareStatements } from '../extractors/prose/comparing/compare.ts';
import { buildParagraphs } from '../extractors/prose/paragraphs.ts';
import { extractStatements } from '../extractors/prose/statements.ts';
import { readText } from '../extractors/readers/text/index.ts';
import { renderReport } from '../pipeline/publish/html.ts';
import { run } from './extractors/documents.ts';
import { columns, read, sequence } from './extractors/tables/forms/form-rows.ts';
import { largeFixture } from './pipeline/publish/report-fixture.ts';
import { AMOUNT } from './support/about.ts';
import { sampled } from './support/sample.ts';
import { countWork } from './support/work.ts'; // first: what runs before it is not counted in full

/** Twice the size may cost so many times the work; sorting needs a little more than twice, a loop in a loop four times. */
const MOST = 2.25;

type Fact = Parameters<typeof compareStatements>[1][number];
type Said = Parameters<typeof compareStatements>[0][number];

const repeated = (count: number, text: string, between = ''): string => Array.from({ length: count }, () => text).join(between);
const linesOf = (text: string) =>
  text.split('\n').map((line, i): TextLine => ({ kind: 'line', page: 1, line: i + 1, text: line, raw: line }));
const explanation = (line: string) => buildParagraphs(linesOf(`第三部分 情况说明\n${line}`));
const statementsOf = (line: string) => extractStatements(explanation(line), { year: 2025, kind: 'budget', subjectCode: () => null });

const fact = (i: number): Fact => ({
  id: `f${i}`,
  tableKind: 'generalPublicBudgetExpenditure',
  tableTitle: '一般公共预算支出表',
  side: null,
  role: 'item',
  code: String(2010000 + i),
  hasKeys: false,
  label: '',
  concept: null,
  labelPath: [],
  columnPath: ['合计'],
  measure: 'total',
  period: 2025,
  unit: '万元',
  value: '1.00',
});
const statement = (i: number): Said => ({
  id: `s${i}`,
  concept: '行政运行',
  subjectCode: String(2010000 + i),
  raw: '1.00',
  value: '1.00',
  unit: '万元',
  period: 2025,
  quote: '',
  places: [],
  about: AMOUNT,
});
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

const wide = (size: number): string => repeated(size, '社会效益', '|');
const goals = (size: number): string => repeated(size, '完善服务流程', '\n');
const lostForm = (size: number): string =>
  `项目名称 某项目\n总体目标\n${goals(size)}\n一级指标 二级指标 三级指标\n${wide(size).replaceAll('|', ' ')}\n${goals(size)}`;
const unequalSums = (size: number): string =>
  `专项经费支出表\n单位：元\n序号→项目名称→项目金额\n→合计→99999.99\n${many(size, (i) => `→项目${i}→${(i % 7) + 1}.00`).join('\n')}`;

/* Texts that no publisher prints: a row, a header or a table of thousands; their work, too, grows as the text does. */

const CAPTION = '表3 支出预算总表\n单位：万元\n';
const COLUMNS = '科目编码→科目名称→合计→基本支出→项目支出';
const amount = (i: number): string => `${((i * 37) % 991) + 1}.${String((i * 13) % 100).padStart(2, '0')}`;
const amounts = (count: number): string => many(count, amount).join('→');
const table = (...lines: string[]): string => CAPTION + lines.join('\n');
const rowsBelow = (header: string, count: number, row: (i: number) => string): string => table(header, ...many(count, row));
/** Columns made with spaces. */
const padded = (...lines: string[]): string => `${CAPTION}科目编码   科目名称              合计          基本支出\n${lines.join('\n')}\n`;
const html = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

/** What the phases make of a text; the smallest sizes at which a loop in a loop shows. */
const HOSTILE: readonly (readonly [name: string, size: number, text: (size: number) => string])[] = [
  ['a row of more cells than its header', 400, (size) => table(COLUMNS, `2010301→行政运行→${amounts(size)}`)],
  [
    'a header of many columns',
    400,
    (size) => rowsBelow(`${COLUMNS}→${repeated(size, '其他', '→')}`, 3, (i) => `201030${i}→甲→${amounts(size)}`),
  ],
  [
    'a header of many columns above short rows',
    400,
    (size) => rowsBelow(`${COLUMNS}→${repeated(size, '其他', '→')}`, 3, (i) => `201030${i}→甲→3→2→1`),
  ],
  [
    'one long row among many short ones',
    600,
    (size) => rowsBelow(COLUMNS, size, (i) => (i === 5 ? amounts(size) : `${2010000 + i}→甲→3→2→1`)),
  ],
  [
    'one long row of HTML among many short ones',
    600,
    (size) =>
      `${CAPTION}<table>\n${html(COLUMNS.split('→'))}\n${html(many(size, amount))}\n${repeated(size, html(['2010301', '甲', '3']), '\n')}\n</table>`,
  ],
  [
    'panels side by side',
    300,
    (size) => table(repeated(size, '项目→预算数', '→'), ...many(4, (r) => many(size, (i) => `项→${amount(i + r)}`).join('→'))),
  ],
  [
    'panels side by side, and one filled',
    200,
    (size) => rowsBelow(repeated(size, '项目→预算数', '→'), size, (i) => `项目${i}→${amount(i)}`),
  ],
  ['totals, each above its like', 800, (size) => rowsBelow('项目→合计→基本支出', size, (i) => `${i % 2 ? '合计' : '一、办公费'}→10→10`)],
  ['rows without numbering', 400, (size) => rowsBelow('项目→合计', size, (i) => `办公费${i}→${amount(i)}`)],
  ['points that begin again', 400, (size) => rowsBelow('项目→合计', size, (i) => `${(i % 7) + 1}、办公费→1`)],
  [
    'parts below points',
    300,
    (size) => rowsBelow('项目→合计→基本支出', size, (i) => `${i % 2 ? '（一）' : '一、'}费→${amount(i)}→${amount(i)}`),
  ],
  [
    'years and what differs between them',
    300,
    (size) => rowsBelow('项目→合计', size, (i) => `${['2023年', '2024年', '增减'][i % 3]}→${amount(i)}`),
  ],
  [
    'columns of years and what differs between them',
    300,
    (size) =>
      rowsBelow(
        `科目编码→科目名称→${many(size, (i) => ['2023年', '2024年', '增减'][i % 3]).join('→')}`,
        2,
        () => `2010301→甲→${amounts(size)}`,
      ),
  ],
  ['units whose codes begin others', 150, (size) => rowsBelow('单位编码→单位名称→合计', size, (i) => `${245000 + i}→某局→${amount(i)}`)],
  [
    'sums that hold nowhere',
    150,
    (size) => rowsBelow(COLUMNS, size, (i) => `${['201', '20101', '2010101', '2010102'][i % 4]}→某→${amount(i)}→${amount(i + 1)}→`),
  ],
  ['lines that belong to captions', 1500, (size) => `${table(COLUMNS, '2010301→甲→3→2→1')}\n${repeated(size, '2024年', '\n')}`],
  ['right halves of one table', 150, (size) => table(COLUMNS, '2010301→甲→3→2→1', ...many(size, (i) => `单位：万元\n甲${i}→乙${i}\n`))],
  [
    'rows whose columns are spaces',
    300,
    (size) => padded(...many(size, (i) => `${2010000 + i}   甲${i}          ${amount(i).padStart(10)}    ${amount(i).padStart(10)}`)),
  ],
  [
    'labels that wrap between columns of spaces',
    150,
    (size) =>
      padded(
        ...many(size, (i) => `          某项目的一段名称\n${2010000 + i}              ${amount(i).padStart(10)}\n          以及另外一段`),
      ),
  ],
  [
    'a line of many cells between columns of spaces',
    400,
    (size) =>
      padded(`2010301   ${many(size, amount).join('   ')}`, ...many(3, (i) => `201030${i}   甲          ${amount(i).padStart(10)}`)),
  ],
  ['the same table again and again', 60, (size) => repeated(size, `${table(COLUMNS, '合计→→3→2→1', '2010301→甲→3→2→1')}\n\n`)],
];

const page = (body: string): Uint8Array => new TextEncoder().encode(`<html><body>${body}`);

/** Pages that no publisher makes: what a browser bounds, or a parser searches again for each tag. */
const PAGES: readonly (readonly [name: string, size: number, body: (size: number) => string])[] = [
  ['cells of one row', 3000, (size) => `<table><tr>${repeated(size, '<td>1')}`],
  ['rows of one table', 2000, (size) => `<table>${repeated(size, '<tr><td>甲<td>1.00')}`],
  ['elements within elements', 3000, (size) => repeated(size, '<div>甲')],
  ['tables within tables', 1500, (size) => repeated(size, '<table><tr><td>1.00<td>')],
  ['fonts that are never closed', 800, (size) => many(size, (i) => `<p><font size=${i}>甲`).join('')],
  ['text that rows push before their table', 2000, (size) => `<table>${repeated(size, '甲<div>乙<tr>')}`],
  ['attributes of one tag', 3000, (size) => `<p ${many(size, (i) => `a${i}`).join(' ')}>甲`],
  ['classes of one tag', 3000, (size) => `<style>.a{display:none}</style><p class="${repeated(size, 'a ')}">甲`],
  [
    'rules that name what lies around',
    1500,
    (size) => `<style>${repeated(60, '.x p{display:none}')}</style>${repeated(30, '<div>')}${repeated(size, '<p>甲')}`,
  ],
  ['comments of a style that never end', 5000, (size) => `<style>display ${repeated(size, '/*')}</style>甲`],
  ['lines of one paragraph', 2000, (size) => `<p>${repeated(size, '一二三\n')}`],
  ['words of one paragraph', 3000, (size) => `<p>${repeated(size, '<span>a</span> ')}`],
  ['raised marks of one paragraph', 2000, (size) => `<p>${repeated(size, 'x<sup>1</sup>')}`],
  ['references', 2000, (size) => many(size, (i) => `<td>&not${i};&#${i + 200};`).join('')],
  ['lines of one cell', 3000, (size) => `<table><tr><td>甲<td>${repeated(size, '1<br>')}`],
  ['hidden amounts', 1500, (size) => `<table>${repeated(size, '<tr hidden><td>9.99')}`],
];

/** Texts with markup in them. */
const MARKUP: readonly (readonly [name: string, size: number, text: (size: number) => string])[] = [
  ['tables that are never closed, each on its line', 300, (size) => `甲\n${repeated(size, '<table><tr><td>1\n乙\n')}`],
  ['tables on one line', 3000, (size) => `甲\n${repeated(size, '<table>')}`],
  ['struck text', 3000, (size) => `甲\n${repeated(size, '~~a')}`],
  ['cells of a row of pipes', 3000, (size) => `${repeated(size, '|甲')}|\n|-|\n${repeated(size, '|甲')}|`],
];

interface Case {
  name: string;
  /** Of the smaller input. */
  size: number;
  /** So many times the work for twice the size, at most. */
  most: number;
  /** Makes the input, which is not counted, and gives what is. */
  prepare: (size: number) => () => unknown;
}

function growing<T>(name: string, size: number, make: (size: number) => T, work: (input: T) => unknown, most = MOST): Case {
  return {
    name,
    size,
    most,
    prepare: (given) => {
      const input = make(given);
      return () => work(input);
    },
  };
}

const CASES: readonly Case[] = [
  growing(
    'lines of a text',
    20_000,
    (size) => new TextEncoder().encode(repeated(size, '2010301\t1.00\n')),
    (bytes) => readText(bytes),
  ),
  ...PAGES.map(([name, size, body]) =>
    growing(
      name,
      size,
      (given) => page(body(given)),
      (bytes) => readText(bytes),
    ),
  ),
  ...MARKUP.map(([name, size, text]) =>
    growing(
      name,
      size,
      (given) => new TextEncoder().encode(text(given)),
      (bytes) => readText(bytes),
    ),
  ),
  // Each row looks down the rows after it: four times. The search for levels, which could be exponential, is given up.
  growing('rows whose sums show no levels', 300, unequalSums, (text) => run(text), 4.1),
  growing('cells of a form', 5000, (size) => columns('项目绩效目标表', `一级指标|二级指标|三级指标|指标值\n${wide(size)}`), read),
  growing('words of a form whose layout was lost', 5000, (size) => sequence('项目绩效目标表', lostForm(size)), read),
  growing(
    'facts and statements',
    1500,
    (size) => ({ said: many(size, statement), facts: many(size, fact) }),
    ({ said, facts }) => compareStatements(said, facts),
  ),
  growing(
    'rows of a report',
    20,
    (size) => largeFixture(20, size),
    ({ disclosure, report, lines }) => renderReport(disclosure, report, lines, 'zh'),
  ),
  ...['（', '1 ', '<', '一', '1,', '一、'].map((text) =>
    growing(`a paragraph of ${text}`, 50_000, (size) => repeated(size, text), explanation),
  ),
  ...['“1万元', '1 ', '其中', '比上年'].map((text) =>
    growing(`statements among ${text}`, 20_000, (size) => `${repeated(size, text)}3万元`, statementsOf),
  ),
  ...HOSTILE.map(([name, size, text]) =>
    growing(
      name,
      size,
      (given) => text(given),
      (given) => run(given),
    ),
  ),
];

test.each(sampled(CASES, 15).map((one) => [one.name, one] as const))(
  'the work grows no faster than its input: %s',
  (_name, { size, most, prepare }) => {
    prepare(size)(); // what is built once, at the first call
    const [once, twice] = [countWork(prepare(size)), countWork(prepare(2 * size))];
    expect(once).toBeGreaterThan(0);
    expect(twice / once, `${once} → ${twice}`).toBeLessThan(most);
  },
);
