import { describe, expect, it } from 'vitest';
import { columns, read, targets } from './form-rows.ts';

const HEADER = '绩效指标|一级指标|二级指标|三级指标|运算符号|指标值|度量单位|完成时限|';

describe('levels of indicators', () => {
  it('takes the levels off the names where the header has no columns for them', () => {
    const forms = read(
      columns(
        '部门整体支出绩效目标表',
        `
部门名称||某局||||
整体绩效目标|整体绩效目标|做好养护。||||
|其他说明|||||
|活动|绩效指标|指标性质|指标值||度量单位
|养护经费|产出指标质量指标验收合格率|＝|100||%
|养护经费|产出指标质量指标抢险及时率|＝|100||%
|养护经费|满意度指标服务对象满意度指标居民满意度|≥|90||%
|养护经费|效益指标社会效益指标沿河环境|定性|优||
|养护经费|巡河次数|≥|30||次`,
      ),
    );
    expect(targets(forms)).toEqual([
      '产出指标/质量指标/验收合格率 = 100 % -',
      '产出指标/质量指标/抢险及时率 = 100 % -',
      '满意度指标/服务对象满意度指标/居民满意度 >= 90 % -',
      '效益指标/社会效益指标/沿河环境 - 优 - -',
      '-/-/巡河次数 >= 30 次 -',
    ]);
    expect(forms.tables[0]?.fields.map(({ label, value }) => `${label}=${value}`)).toContain('活动=养护经费');
  });

  it('reads indicators below 指标名称 where no level has a column', () => {
    const forms = read(
      columns(
        '部门整体绩效目标表',
        `
部门名称|某局|||||
绩效指标|指标名称|指标性质|指标值|计量单位|指标权重（%）|是否核心
绩效指标|水质合格率|≥|98|%|20|是
绩效指标|产出指标-数量指标-巡查次数|≥|12|次|10|否
绩效指标|质量指标：完好率|≥|90|%|5|否`,
      ),
    );
    expect(targets(forms)).toEqual([
      '-/-/水质合格率 >= 98 % -',
      '产出指标/数量指标/巡查次数 >= 12 次 -',
      '产出指标/质量指标/完好率 >= 90 % -',
    ]);
    expect(forms.indicators.map(({ weight }) => weight)).toEqual(['20', '10', '5']);
  });

  it('gives a level-2 name its own parent when the label of the merged cell stands a row too high', () => {
    const forms = read(
      columns(
        '项目绩效目标表',
        `
项目名称|路灯维护费||||||
${HEADER}
|产出指标|数量指标|维护路灯|=|800|盏|2025-12
|效益指标|时效指标|抢修时长|<=|24|小时|2025-12
|||巡检时长|<=|2|小时|2025-12
||社会效益指标|亮灯率提升||稳步提升||2025-12
||可持续影响指标|管护机制||持续健全||2025-12`,
      ),
    );
    expect(forms.indicators.map((i) => `${i.level1}/${i.level2}`)).toEqual([
      '产出指标/数量指标',
      '产出指标/时效指标',
      '产出指标/时效指标',
      '效益指标/社会效益指标',
      '效益指标/可持续影响指标',
    ]);
  });

  it('infers the parent of a level-2 name where no level 1 is printed', () => {
    const forms = read(
      columns(
        '项目绩效目标表',
        `项目名称|宣传费||||||\n${HEADER}\n|产出指标|成本指标|印刷成本|<=|3|万元|2025-12\n|经济效益指标|节约开支||有所节约||2025-12|`,
      ),
    );
    expect(targets(forms)).toEqual(['产出指标/成本指标/印刷成本 <= 3 万元 2025-12', '效益指标/经济效益指标/节约开支 - 有所节约 - 2025-12']);
  });

  it('keeps names of whole-department forms apart by position, also where level 2 and level 3 have the same name', () => {
    const forms = read(
      columns(
        '部门（单位）整体绩效目标表',
        `
部门（单位）名称|某市水务中心||||||
年度绩效指标|一级指标|二级指标|三级指标|运算符号|指标值|度量单位|完成时限
|履职效能|重点工作履行情况|重点工作办结率|=|100|%|2025-12
||基础管理|基础管理||规范有序||2025-12
|社会效应|社会公众满意度|社会公众满意度|>=|85|%|2025-12
||水文化建设|开放日场次|>=|2|场|2025-12`,
      ),
    );
    expect(targets(forms)).toEqual([
      '履职效能/重点工作履行情况/重点工作办结率 = 100 % 2025-12',
      '履职效能/基础管理/基础管理 - 规范有序 - 2025-12',
      '社会效应/社会公众满意度/社会公众满意度 >= 85 % 2025-12',
      '社会效应/水文化建设/开放日场次 >= 2 场 2025-12',
    ]);
    expect(forms.projects).toEqual([]);
  });
});
