import { describe, expect, it } from 'vitest';
import type { TextLine } from '../../../extractors/model/blocks.ts';
import type { Paragraph } from '../../../extractors/model/segments.ts';
import { buildParagraphs } from '../../../extractors/prose/paragraphs.ts';
import { MONEY_EXPONENT } from '../../../schemas/lexicon/money-units.ts';

const linesOf = (text: string): TextLine[] =>
  text.split('\n').map((line, index) => ({ kind: 'line', page: 1, line: index + 1, text: line, raw: line }));
const build = (text: string): Paragraph[] => buildParagraphs(linesOf(text));
const brief = (text: string): string[] =>
  build(text).map((paragraph) => `${paragraph.section} | ${paragraph.heading ?? ''} | ${paragraph.text}`);

describe('joining', () => {
  it('joins a sentence that a page break cuts in a document of whole paragraphs', () => {
    const paragraphs = build(
      [
        '第二部分 预算情况说明',
        '',
        '5. 单位资金收入 3 万元，其中：事业收入 2 万元，事业',
        '',
        '- 12 -',
        '',
        '单位经营收入 1 万元。',
        '',
        '6. 其他收入 0 万元。',
      ].join('\n'),
    );
    expect(paragraphs.map(({ text }) => text)).toEqual([
      '5. 单位资金收入 3 万元，其中：事业收入 2 万元，事业单位经营收入 1 万元。',
      '6. 其他收入 0 万元。',
    ]);
    expect(paragraphs[0]?.spans).toEqual([
      { from: 0, to: 30, place: { page: 1, line: 3, start: 0, end: 30, bbox: null } },
      { from: 30, to: 42, place: { page: 1, line: 7, start: 0, end: 12, bbox: null } },
    ]);
  });

  it.each(Object.keys(MONEY_EXPONENT))('joins a number and its %s, wherever a line break cuts them', (unit) => {
    for (let at = 0; at <= unit.length; at++) {
      const [head, tail] = [unit.slice(0, at), `${unit.slice(at)}。`];
      expect(build(`第二部分 情况说明\n\n债务余额 3${head}\n\n${tail}`).map(({ text }) => text)).toEqual([`债务余额 3${unit}。`]);
    }
  });

  it('joins lines of a wrapped document, also between a number and its unit, and keeps short headings apart', () => {
    const wrapped = [
      '第三部分 预算情况说明',
      '一、总体情况',
      '本单位今年继续按照从严从紧的要求安排各项支出，全部收入',
      '和支出均已经列入综合预算，没有在预算之外安排的资金，年',
      '度中间不再追加，确需增加的事项从已有的预算当中调剂解决',
      '并在年底之前完成支付。年初安排设备购置资金共计 1,204.5',
      '万元，其中面向中小企业采购的部分占到百分之六十以上，并',
      '且优先向残疾人就业单位和监狱企业购买，预留小微企业 30 ',
      '万元用于日常办公用品的零星采购，其余的部分通过公开招标',
      '的方式确定供应商，合同签订之后按照进度支付款项，验收合',
      '格之后再支付尾款，质量保证金在一年之后退还给供应单位。',
      '二、其他情况',
      '无。',
    ].join('\n\n');
    expect(build(wrapped).map(({ heading, text }) => `${heading}|${text.slice(0, 12)}|${text.slice(-6)}`)).toEqual([
      '一、总体情况|本单位今年继续按照从严从|给供应单位。',
      '二、其他情况|无。|无。',
    ]);
    expect(build(wrapped)[0]?.text).toContain('共计 1,204.5万元');
    expect(build(wrapped)[0]?.text).toContain('预留小微企业 30万元');
  });

  it('drops page numbers printed over three lines', () => {
    expect(build('一、总体情况\n今年安排会议费，\n—\n6\n—\n比去年少。').map(({ text }) => text)).toEqual(['今年安排会议费，比去年少。']);
  });

  it('joins subject paths and open brackets', () => {
    expect(
      build('二、支出情况\n（1）教育支出（类）进修及培训（款）\n\n培训支出（项）3.2万元。\n机关运行经费 0 万元（包括各下属\n\n单位）').map(
        ({ text }) => text,
      ),
    ).toEqual(['（1）教育支出（类）进修及培训（款）培训支出（项）3.2万元。', '机关运行经费 0 万元（包括各下属单位）']);
  });

  it('takes markup and list dashes out and leads back to the printed line', () => {
    const [first, second] = build('# 第二部分 预算情况说明\n- **总额**为 5 万元。\n- <b>其中</b>：货物 2 万元。');
    expect(first?.text).toBe('总额为 5 万元。');
    expect(first?.spans[1]?.place).toMatchObject({ line: 2, start: 8, end: 15 });
    expect(second?.text).toBe('其中：货物 2 万元。');
  });

  it('follows the offsets of a cleaned line', () => {
    const raw = '今年**共有**车辆 2 辆。';
    const offsets = [0, 1, 4, 5, 8, 9, 10, 11, 12, 13, 14];
    const [paragraph] = buildParagraphs([{ kind: 'line', page: 3, line: 9, text: '今年共有车辆 2 辆。', raw, offsets }]);
    expect(paragraph?.spans.map(({ from, to, place }) => [from, to, place.start, place.end])).toEqual([
      [0, 2, 0, 2],
      [2, 4, 4, 6],
      [4, 11, 8, 15],
    ]);
  });
});

describe('sections', () => {
  it('follows parts, the contents page before them, and headings below', () => {
    const text = [
      '某某局 2025 年部门预算',
      '目 录',
      '第一部分 某某局概况',
      '一、主要职责',
      '第二部分 预算公开表',
      '第三部分 预算情况说明',
      '第四部分 名词解释',
      '第一部分 某某局概况',
      '一、主要职责',
      '负责本市的园林管理，下设 4 个科室。',
      '第二部分',
      '2025年部门预算公开表',
      '收支预算总表',
      '单位：万元',
      '第三部分 预算情况说明',
      '一、收支情况',
      '收入预算 20 万元。',
      '第四部分 名词解释',
      '一、基本支出：指维持运转的支出。',
    ].join('\n');
    expect(brief(text)).toEqual([
      'cover |  | 某某局 2025 年部门预算',
      'overview | 一、主要职责 | 负责本市的园林管理，下设 4 个科室。',
      'tables | 第二部分2025年部门预算公开表 | 单位：万元',
      'explanation | 一、收支情况 | 收入预算 20 万元。',
      'glossary | 第四部分名词解释 | 一、基本支出：指维持运转的支出。',
    ]);
  });

  it('reads rules as rules', () => {
    expect(brief('关于印发《公开办法》的通知\n第一章 职责\n第一条 各处室应当在 20 日内公开。')).toEqual([
      'rules | 第一章职责 | 第一条 各处室应当在 20 日内公开。',
    ]);
  });

  it('finds the definitions inside an explanation', () => {
    expect(
      brief(
        '某某局预算编制说明\n九、其他公开信息\n（一）专业名词解释\n1.项目支出：指专项支出。\n（二）机关运行经费安排情况\n安排 3 万元。',
      ),
    ).toEqual(['glossary | （一）专业名词解释 | 1.项目支出：指专项支出。', 'explanation | （二）机关运行经费安排情况 | 安排 3 万元。']);
  });

  it('decides by content where no heading tells', () => {
    expect(brief('网站首页\n今年收入预算 12 万元，比去年多。')).toEqual([
      'cover |  | 网站首页',
      'explanation |  | 今年收入预算 12 万元，比去年多。',
    ]);
  });

  it('keeps a heading that is broken over lines in one piece', () => {
    expect(brief('第三部分 某某单位\n2024 年预算情况说明\n支出 1 万元。')).toEqual([
      'explanation | 第三部分某某单位2024年预算情况说明 | 支出 1 万元。',
    ]);
  });
});
