import { describe, expect, it } from 'vitest';
import { layOutText } from '../../../../extractors/layout/padded/index.ts';
import { at } from '../../../../extractors/model/at.ts';
import type { GridBlock } from '../../../../extractors/model/blocks.ts';
import { flowDocument } from '../../../../extractors/readers/text/index.ts';
import { splitPages } from '../../../../extractors/readers/text/pages.ts';

/** Headers that several pages print, codes beside their rows, numbers that all but touch. */

const gridsOf = (text: string): GridBlock[] =>
  (layOutText(flowDocument('text', 'utf-8', splitPages(text)).pages) ?? []).filter((block) => block.kind === 'grid');
const shown = ({ rows }: GridBlock): string[] =>
  rows.map(({ cells }) => cells.map(({ text, covered }) => (covered === 'left' ? '<' : covered === 'above' ? '^' : text)).join('|'));

/** Texts that begin at the column before them. */
const line = (...texts: readonly (readonly [column: number, text: string])[]): string =>
  texts.reduce((all, [column, text]) => all.padEnd(column) + text, '');
const page = (...lines: readonly string[]): string => lines.join('\n');

const HEADER = line(
  [0, '序号'],
  [8, '类'],
  [14, '款'],
  [20, '单位编码'],
  [30, '采购项目'],
  [46, '采购目录'],
  [64, '数量'],
  [76, '预算金额'],
);
const row = (ordinal: string, code: string, unit: string, name: string, item: string, count: string, amount: string): string =>
  line(
    [1, ordinal],
    [8, code.slice(0, 3)],
    [14, code.slice(3)],
    [21, unit],
    [30, name],
    [46, item],
    [66 - count.length, count],
    [84 - amount.length, amount],
  );

describe('codes and numbers of a text whose columns are spaces', () => {
  it('puts a code below its row into the row, the one beside both as the others of the table stand', () => {
    const text = page(
      HEADER,
      row('1', '20508', '', '某市林业工作站', '', '3', '43200.00'),
      line([21, '251001']),
      line([30, '种苗质量管理']),
      row('2', '20508', '', '', 'C07住宿和餐饮服务', '1', '2400.00'),
      line([30, '项目']),
      row('3', '20508', '1', '某市展览馆', '', '2', '10500.00'),
      row('4', '20508', '', '某市气象台', '', '2', '10500.00'),
      line([21, '251002']),
      row('5', '20508', '', '规划业务费', 'C1806培训服务', '1', '10500.00'),
    );
    expect(gridsOf(text).flatMap(shown).slice(1)).toEqual([
      '1|205|08|251001|某市林业工作站||3|43200.00',
      '2|205|08||种苗质量管理项目|C07住宿和餐饮服务|1|2400.00',
      '3|205|08|1|某市展览馆||2|10500.00',
      '4|205|08|251002|某市气象台||2|10500.00',
      '5|205|08||规划业务费|C1806培训服务|1|10500.00',
    ]);
  });

  it('parts a count from the code right behind it', () => {
    const text = `
序号     采购项目           数量  类      预算金额
 1      规划业务费            1 302     43200.00
 2      种苗质量管理           1 302      2400.00
 3      培训               12 301     10500.00
`;
    expect(gridsOf(text).flatMap(shown).slice(1)).toEqual([
      '1|规划业务费|1|302|43200.00',
      '2|种苗质量管理|1|302|2400.00',
      '3|培训|12|301|10500.00',
    ]);
  });
});

describe('a header that several pages print', () => {
  it('ends where it ends on the others: what follows are the texts of the first row', () => {
    const first = page(
      HEADER,
      row('1', '20508', '251001', '某市林业工作站', 'C07住宿和餐饮服务', '3', '43200.00'),
      row('2', '20508', '251002', '某市展览馆', 'C1806培训服务', '1', '2400.00'),
      row('3', '20508', '251003', '某市气象台', 'C1806培训服务', '1', '2400.00'),
    );
    const second = page(
      HEADER,
      line([30, '不动产登记办事大厅'], [46, 'C07住宿和餐饮服务及']),
      row('4', '20508', '251003', '', '', '1', '2400.00'),
      line([30, '应急'], [46, '其他']),
      row('5', '20508', '251002', '某市展览馆', 'C1806培训服务', '1', '2400.00'),
      row('6', '20508', '251002', '某市展览馆', 'C1806培训服务', '1', '2400.00'),
    );
    expect(shown(at(gridsOf(`${first}\n\f${second}`), 1)).slice(0, 2)).toEqual([
      '序号|类|款|单位编码|采购项目|采购目录|数量|预算金额',
      '4|205|08|251003|不动产登记办事大厅应急|C07住宿和餐饮服务及其他|1|2400.00',
    ]);
  });

  it('names the same columns on a page where some of them are blank', () => {
    const first = page(HEADER, ...['1', '2', '3'].map((n) => row(n, '20508', `25100${n}`, '某市展览馆', 'C1806培训服务', '1', '2400.00')));
    const second = page(HEADER, ...['4', '5', '6'].map((n) => row(n, '20508', '', '某市展览馆', '', '1', '2400.00')));
    expect(shown(at(gridsOf(`${first}\n\f${second}`), 1)).slice(0, 2)).toEqual([
      '序号|类|款|单位编码|采购项目|采购目录|数量|预算金额',
      '4|205|08||某市展览馆||1|2400.00',
    ]);
  });
});
