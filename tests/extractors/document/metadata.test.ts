import { describe, expect, test } from 'vitest';
import { metadataOf } from '../../../extractors/document/metadata.ts';
import { run } from '../documents.ts';

const TABLE = '单位：万元\n科目编码→科目名称→合计\n208→甲→1.00';
const meta = (text: string) => {
  const { blocks, nested } = run(text);
  return metadataOf({ blocks, tables: nested.tables });
};

describe('who, when and what', () => {
  test('from the cover', () => {
    expect(meta(`江川市档案馆\n\n2026年部门预算公开说明\n\n目录\n\n支出预算总表\n${TABLE}`)).toEqual({
      kind: 'budget',
      entity: { code: null, name: '江川市档案馆' },
      entityId: '江川市档案馆',
      scope: 'aggregated',
      level: null,
      parentEntity: null,
      year: 2026,
      title: '江川市档案馆2026年部门预算公开说明',
      region: { province: null, city: null, county: null, code: null },
    });
  });

  test('final accounts of a unit', () => {
    expect(meta(`2024年度江川市档案馆单位决算\n\n支出决算表\n${TABLE}`)).toMatchObject({
      kind: 'final-accounts',
      scope: 'subordinate',
      year: 2024,
    });
  });

  test('from the captions where there is no cover', () => {
    expect(meta(`支出预算总表\n单位名称：江川市档案馆 单位：万元\n科目编码→科目名称→2026年预算数\n208→甲→1.00`)).toMatchObject({
      kind: 'budget',
      entity: { name: '江川市档案馆' },
      year: 2026,
    });
  });

  test('the code of a unit row', () => {
    expect(meta(`江川市档案馆\n2026年部门预算\n支出预算总表\n${TABLE.replace('208→甲→1.00', '→578002 江川市档案馆→1.00')}`).entity).toEqual(
      {
        code: '578002',
        name: '江川市档案馆',
      },
    );
  });

  test('the code before the publisher’s name above the tables', () => {
    const captioned = (above: string) => meta(`江川市档案馆\n2026年部门预算\n支出预算总表\n${above}\n${TABLE}`).entity;
    expect(captioned('341-江川市档案馆')).toEqual({ code: '341', name: '江川市档案馆' });
    expect(captioned('部门：341-江川市档案馆')).toEqual({ code: '341', name: '江川市档案馆' });
    expect(captioned('341-江川市档案馆新馆')).toEqual({ code: null, name: '江川市档案馆' });
  });

  test('several units: no code is the publisher’s', () => {
    const rows = '→578001 江川市文书馆→1.00\n→578002 江川市图书馆→1.00';
    expect(meta(`江川市文化局\n2026年部门预算\n支出预算总表\n${TABLE.replace('208→甲→1.00', rows)}`).entity).toEqual({
      code: null,
      name: '江川市文化局',
    });
  });

  test('from a form’s field or the only unit, where neither cover nor captions say it', () => {
    const form = '整体支出绩效目标表\n部门名称→江川市信访办公室→→\n年度目标→接待→→';
    expect(meta(`支出预算总表\n${TABLE}\n${form}`).entity).toEqual({ code: null, name: '江川市信访办公室' });
    const units = (...names: string[]) =>
      meta(`收入总表\n单位：万元\n单位名称→合计\n${names.map((name) => `${name}→1.00`).join('\n')}`).entity.name;
    expect(units('江川市商务局')).toBe('江川市商务局');
    expect(units('江川市商务局', '江川市会展中心')).toBeNull();
  });

  test('the code beside the name, unless there are several', () => {
    const form = (...codes: string[]) =>
      codes.map((code) => `项目支出绩效目标表\n单位代码→单位名称→项目\n${code}→江川市信访局→接待`).join('\n');
    const text = (...codes: string[]) => `江川市信访局\n2026年部门预算\n支出预算总表\n${TABLE}\n${form(...codes)}`;
    expect(meta(text('126001', '126001')).entity).toEqual({ code: '126001', name: '江川市信访局' });
    expect(meta(text('126001', '126002')).entity.code).toBeNull();
  });

  test('nothing of it is guessed', () => {
    expect(meta('支出表\n单位：万元\n科目编码→科目名称→合计\n208→甲→1.00')).toEqual({
      kind: null,
      entity: { code: null, name: null },
      entityId: null,
      scope: null,
      level: null,
      parentEntity: null,
      year: null,
      title: null,
      region: { province: null, city: null, county: null, code: null },
    });
  });

  test('a year in the prose is not the year of the document', () => {
    expect(meta(`江川市档案馆\n2026年部门预算\n2025年决算数为比较口径。\n支出预算总表\n${TABLE}`).year).toBe(2026);
  });
});
