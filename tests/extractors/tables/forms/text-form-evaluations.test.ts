import { describe, expect, it } from 'vitest';
import { columns, read, results, sequence, targets } from './form-rows.ts';

const HEADER = '绩效指标|一级指标|二级指标|三级指标|运算符号|指标值|度量单位|完成时限|';

describe('self-evaluations', () => {
  const FORM = `
项目(政策)名称||老旧小区改造|||||||||||||||||
主管部门||某市住建局-|||||||||||||||||
实施单位||某市住建中心-|||||||||||||||||
项目预算金额(万元)||1,200.5|||全年执行数(万元)|||1180|||执行率|||98.29%||||
年度总体目标|年初设定目标|||||||||全年实际完成情况||||||||
年度总体目标|改造三个小区。|||||||||三个小区均已完工。||||||||
绩效指标|一级指标|二级指标|三级指标|年度目标值|||全年完成值|完成程度|分值|得分|未完成原因分析||||||改进措施|
||||运算符号|内容|度量单位|||||经费保障|制度保障|人员保障|硬件条件保障|其他|原因说明||
|产出指标|数量指标|改造小区数|=|3|个|3|100%|25|25|||||||
|||惠及户数|>=|900|户|880|97.8%|25|24.45|||||√|其他:两户未签约|尽快签约|
质量指标||验收合格率|=|100|%|100|100%|20|20|||||||
绩效指标|满意度指标|服务对象满意度指标|居民感受||明显改善||全部或基本达成预期指标100%-80%(含)|100%|20|20||||||
指标自评得分小计|||89.45|||预算执行率得分|||9.83|||减分项|||0||绩效自评总得分||99.28`;

  it('reads results, whatever follows them', () => {
    expect(results(read(columns('预算项目(政策)绩效自评表', FORM)))).toEqual([
      '改造小区数: 3 100% 25 25',
      '惠及户数: 880 97.8% 25 24.45',
      '验收合格率: 100 100% 20 20',
      '居民感受: 全部或基本达成预期指标100%-80%(含) 100% 20 20',
    ]);
  });

  it('does not depend on how the two header rows and the rows stand to each other', () => {
    const expected = results(read(columns('预算项目(政策)绩效自评表', FORM)));
    const shifted = FORM.split('\n').map((line, index) =>
      index % 3 === 0 ? `|${line}` : index % 3 === 1 ? line.replace(/\|\|\|/g, '||') : line,
    );
    expect(results(read(columns('预算项目(政策)绩效自评表', shifted.join('\n').trim())))).toEqual(expected);
    const collapsed = FORM.split('\n').map((line) => line.replace(/\|+/g, ' '));
    expect(results(read(sequence('预算项目(政策)绩效自评表', collapsed.join('\n'))))).toEqual(expected);
  });

  it('asks for review where an inherited level 2 contradicts the name', () => {
    const forms = read(
      columns(
        '项目绩效目标表',
        `项目名称|甲||||||\n${HEADER}\n|产出指标|质量指标|合格率|=|100|%|2025-12\n|||单位建设成本|<=|9|万元|2025-12`,
      ),
    );
    expect(targets(forms)[1]).toBe('产出指标/质量指标/单位建设成本 <= 9 万元 2025-12 !');
  });

  it('reads the project block', () => {
    const forms = read(columns('预算项目(政策)绩效自评表', FORM));
    const [project] = forms.projects;
    expect({ ...project, places: [] }).toEqual({
      tableIndex: 1,
      name: '老旧小区改造',
      department: '某市住建局',
      implementer: '某市住建中心',
      unit: '万元',
      amount: '1200.5',
      executed: '1180',
      executionRate: '98.29%',
      totalScore: '99.28',
      goal: '改造三个小区。',
      places: [],
      review: false,
    });
    expect(forms.tables[0]?.fields.map((field) => `${field.label}=${field.value}`)).toEqual([
      '项目(政策)名称=老旧小区改造',
      '主管部门=某市住建局-',
      '实施单位=某市住建中心-',
      '项目预算金额(万元)=1,200.5',
      '全年执行数(万元)=1180',
      '执行率=98.29%',
      '年初设定目标=改造三个小区。',
      '全年实际完成情况=三个小区均已完工。',
      '指标自评得分小计=89.45',
      '预算执行率得分=9.83',
      '减分项=0',
      '绩效自评总得分=99.28',
    ]);
  });

  it('takes ticked opinions as fields, by the order of their lists where a section label slid', () => {
    const forms = read(
      columns(
        '预算项目(政策)绩效自评表',
        `${FORM}
结果应用建议||结果应用建议选项||||具体建议内容||||
||改进预算项目管理||||||||
主管部门审核意见||规范财政资金管理||||||||
||其他建议|||√|建议继续实施||||
||建议继续全额安排||||||||
||其他意见|||√ 同意||||||
||建议继续全额安排|||√|||||
财政部门总体意见||按计划安排||||||||`,
      ),
    );
    expect(forms.indicators).toHaveLength(4);
    expect(forms.tables[0]?.fields.slice(-4).map((field) => `${field.label}=${field.value}`)).toEqual([
      '结果应用建议/其他建议=建议继续实施',
      '主管部门审核意见/其他意见=同意',
      '财政部门审核意见/建议继续全额安排=√',
      '财政部门总体意见=按计划安排',
    ]);
  });

  it('restores a lost level-2 label from other forms of the document, and says so', () => {
    const form = (name: string, rows: string, index: number) =>
      columns('项目绩效目标表', `项目名称|${name}||||||\n${HEADER}\n${rows}`, index);
    const forms = read(
      form('甲', '|产出指标|时效指标|按期开工率|=|100|%|2025-12', 1),
      form('乙', '|产出指标|质量指标|合格率|=|100|%|2025-12\n|||按期开工率|=|100|%|2025-12', 2),
    );
    expect(targets(forms)).toEqual([
      '产出指标/时效指标/按期开工率 = 100 % 2025-12',
      '产出指标/质量指标/合格率 = 100 % 2025-12',
      '产出指标/时效指标/按期开工率 = 100 % 2025-12 !',
    ]);
    expect(forms.findings.map((finding) => finding.ruleId)).toEqual(['form/level-inferred']);
  });
});
