import { describe, expect, it } from 'vitest';
import { read, sequence, targets } from './form-rows.ts';

describe('forms whose layout was lost', () => {
  it('carries level names that stand on lines of their own', () => {
    const forms = read(
      sequence(
        '部门预算项目（政策）绩效目标表',
        `
项目(政策)名称 公园绿化养护费
主管部门 某市园林局 实施单位 某市园林中心
预算资金情况 56.30
总体目标
养护全市公园绿地，保持
景观质量。
绩效指标
一级指标 二级指标 三级指标
运算
符号
指标值
度量
单位
完成时限
产出指标
数量指标
养护面积 >= 40 公顷 2025-12
补植乔木 >= 300 株 2025-10
质量指标
景观维护 整洁美观 2025-12
绩效指标
产出指标
时效指标 养护及时性 及时养护 2025-12
效益指标
社会效益指标 市民休闲条件 有所改善 2025-12
满意度指标
服务对象
满意度指标 游园市民满意度 >= 92 % 2025-12`,
      ),
    );
    expect(targets(forms)).toEqual([
      '产出指标/数量指标/养护面积 >= 40 公顷 2025-12',
      '产出指标/数量指标/补植乔木 >= 300 株 2025-10',
      '产出指标/质量指标/景观维护 - 整洁美观 - 2025-12',
      '产出指标/时效指标/养护及时性 - 及时养护 - 2025-12',
      '效益指标/社会效益指标/市民休闲条件 - 有所改善 - 2025-12',
      '满意度指标/服务对象满意度指标/游园市民满意度 >= 92 % 2025-12',
    ]);
    expect(forms.projects.map((p) => [p.name, p.amount, p.goal])).toEqual([
      ['公园绿化养护费', '56.30', '养护全市公园绿地，保持景观质量。'],
    ]);
    expect(forms.findings).toEqual([]);
  });

  it('joins a name that lines break with the values after it', () => {
    const forms = read(
      sequence(
        '部门（单位）整体绩效目标表',
        `
年度绩效指标 一级指标 二级指标 三级指标 运算符号 指标值 度量单位 完成时限
管理效率
业务管理
集中采购制度执行中发现的
违规次数
= 0 次 2025-12
可持续性 体制机制改革
推动内部管理制度持续完
善
逐步完善 2025-12`,
      ),
    );
    expect(targets(forms)).toEqual([
      '管理效率/业务管理/集中采购制度执行中发现的违规次数 = 0 次 2025-12',
      '可持续性/体制机制改革/推动内部管理制度持续完善 - 逐步完善 - 2025-12',
    ]);
  });

  it('gives first rows the level names that follow them, for review', () => {
    const forms = read(
      sequence(
        '项目绩效目标表',
        `
一级指标 二级指标 三级指标 运算符号 指标值 度量单位 完成时限
采集样本数 >= 500 份 2025-12
产出指标 数量指标
出具报告数 >= 50 份 2025-12`,
      ),
    );
    expect(targets(forms)).toEqual(['产出指标/数量指标/采集样本数 >= 500 份 2025-12 !', '产出指标/数量指标/出具报告数 >= 50 份 2025-12']);
  });

  it('reports text that belongs to no row', () => {
    const forms = read(
      sequence(
        '项目绩效目标表',
        '一级指标 二级指标 三级指标 运算符号 指标值 度量单位 完成时限\n产出指标 数量指标 检测数 >= 5 次 2025-12\n无人认领的文字\n项目名称 另一项目',
      ),
    );
    expect(targets(forms)).toEqual(['产出指标/数量指标/检测数 >= 5 次 2025-12']);
    expect(forms.findings.map((finding) => finding.actual)).toEqual(['无人认领的文字']);
  });
});
