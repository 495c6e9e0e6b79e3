import { describe, expect, it } from 'vitest';
import type { GridRow } from '../../../../extractors/model/blocks.ts';
import { columns, read, targets } from './form-rows.ts';

const onPage = (cell: GridRow['cells'][number], page: number) => ({ ...cell, places: cell.places.map((place) => ({ ...place, page })) });
const HEADER = '绩效指标|一级指标|二级指标|三级指标|运算符号|指标值|度量单位|完成时限|';

describe('indicators in columns', () => {
  it('fills levels down and follows rows that are shifted as a whole or from some cell on', () => {
    const forms = read(
      columns(
        '部门预算项目（政策）绩效目标表',
        `
|项目(政策)名称|河道清淤经费||||||
${HEADER}
|产出指标|数量指标|清淤长度|>=|12|公里|2025-11|
|||巡河次数|\\geq|30|次|2025-12|
|质量指标||验收合格率|=|100|%|2025-12|
效益指标|社会效益指标|沿河环境||明显好转||2025-12||
||居民参与||热情参与|||2025-12
满意度指标|服务对象满意度指|居民满意度|≥|90|%|2025-12||`,
      ),
    );
    expect(targets(forms)).toEqual([
      '产出指标/数量指标/清淤长度 >= 12 公里 2025-11',
      '产出指标/数量指标/巡河次数 >= 30 次 2025-12',
      '产出指标/质量指标/验收合格率 = 100 % 2025-12',
      '效益指标/社会效益指标/沿河环境 - 明显好转 - 2025-12',
      '效益指标/社会效益指标/居民参与 - 热情参与 - 2025-12',
      '满意度指标/服务对象满意度指/居民满意度 >= 90 % 2025-12',
    ]);
    expect(forms.projects.map((project) => project.name)).toEqual(['河道清淤经费']);
    expect(new Set(forms.indicators.map((i) => i.project))).toEqual(new Set(['河道清淤经费']));
    expect(forms.findings).toEqual([]);
  });

  it('takes the columns left of the levels from the row above them, on every page', () => {
    const header = `
单位编码|单位（项目）名称|资金总额|绩效目标|绩效指标||||||
||||一级指标|二级指标|三级指标|指标值|指标值内容|度量单位|指标值类型`;
    const forms = read(
      columns(
        '项目支出绩效目标表',
        `${header}
合计||46.00||||||||
126001|某局|46.00||||||||
126001|堤防养护专项|35.78|按时完成养护。|成本指标|经济成本指标|总成本|35.78|不超过预算|万元|≤
||||产出指标|数量指标|养护长度|10|实际养护的长度|公里|≥
|||||时效指标|养护及时性|按时|按期完成||定性
${header.trim()}
126001|堤防养护专项|35.78|按时完成养护。|产出指标|时效指标|抢险及时率|95|抢险及时率达到95%以上|%|≥`,
      ),
    );
    expect(targets(forms)).toEqual([
      '成本指标/经济成本指标/总成本 <= 35.78 万元 -',
      '产出指标/数量指标/养护长度 >= 10 公里 -',
      '产出指标/时效指标/养护及时性 - 按时 - -',
      '产出指标/时效指标/抢险及时率 >= 95 % -',
    ]);
    expect(forms.projects.map(({ name, amount, goal }) => [name, amount, goal])).toEqual([['堤防养护专项', '35.78', '按时完成养护。']]);
    expect(forms.findings).toEqual([]);
  });

  it('takes a header of three rows whose lower rows divide what stands left of the levels', () => {
    const forms = read(
      columns(
        '部门整体支出绩效目标表',
        `
单位编码|单位名称|年度预算申请|||整体绩效目标|部门整体支出年度绩效目标|||||
||资金总额|按支出性质分|||||||||
|||基本支出|项目支出||一级指标|二级指标|三级指标|指标值类型|指标值|计量单位
126001|某局|50.00|40.00|10.00|做好养护。|成本指标|经济成本指标|总成本|≤|50|万元
||||||产出指标|数量指标|养护长度|≥|10|公里`,
      ),
    );
    expect(targets(forms)).toEqual(['成本指标/经济成本指标/总成本 <= 50 万元 -', '产出指标/数量指标/养护长度 >= 10 公里 -']);
    expect(forms.tables[0]?.fields.map(({ label, value }) => `${label}=${value}`)).toEqual([
      '单位编码=126001',
      '单位名称=某局',
      '资金总额=50.00',
      '基本支出=40.00',
      '项目支出=10.00',
      '整体绩效目标=做好养护。',
    ]);
  });

  it('goes on with a project whose merged cells a page break cut', () => {
    const table = columns(
      '项目支出绩效目标表',
      `
项目名称|年度资金总额(元)|其中：||绩效目标|一级指标|二级指标|三级指标|绩效指标性质|本年绩效指标值|绩效度量单位
||财政资金|其他资金|||||||
堤防养|29.35|29.35||做好养护，保|产出指标|数量指标|养护长度|≥|10|公里
护专项||||障安全。|产出指标|质量指标|合格率|≥|95|%
水闸维修|1.00|1.00||修好水闸。|产出指标|数量指标|维修水闸|＝|1|座`,
    );
    const rows = table.rows.map((row, i) => (i < 3 ? row : { ...row, cells: row.cells.map((cell) => onPage(cell, 2)) }));
    const forms = read({ ...table, rows });
    expect(forms.projects.map(({ name, amount, unit, goal, review }) => [name, amount, unit, goal, review])).toEqual([
      ['堤防养护专项', '29.35', '元', '做好养护，保障安全。', true],
      ['水闸维修', '1.00', '元', '修好水闸。', false],
    ]);
    expect(forms.indicators.map(({ project }) => project)).toEqual(['堤防养护专项', '堤防养护专项', '水闸维修']);
    expect(targets(forms)).toEqual([
      '产出指标/数量指标/养护长度 >= 10 公里 -',
      '产出指标/质量指标/合格率 >= 95 % -',
      '产出指标/数量指标/维修水闸 = 1 座 -',
    ]);
  });

  it('takes the columns right of the levels from the row above them', () => {
    const forms = read(
      columns(
        '项目支出绩效目标表',
        `
项目名称|堤防养护|||||||
年度目标|做好养护。|||||||
年度绩效指标|绩效指标|||指标值|指标性质|计量单位|分值|备注
|一级指标|二级指标|三级指标|||||
|产出指标|数量指标|养护长度|10|≥|公里|5|
|||巡河质量|良好|定性||5|
|效益指标|社会效益指标|受益户数|30|≥|户|10|`,
      ),
    );
    expect(targets(forms)).toEqual([
      '产出指标/数量指标/养护长度 >= 10 公里 -',
      '产出指标/数量指标/巡河质量 - 良好 - -',
      '效益指标/社会效益指标/受益户数 >= 30 户 -',
    ]);
    expect(forms.indicators.map(({ weight }) => weight)).toEqual(['5', '5', '10']);
  });

  it('parts two values that are printed in one cell, for review; 99 alone is a number', () => {
    const forms = read(
      columns(
        '项目绩效自评表',
        `
项目名称|甲||||||
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
|产出指标|数量指标|巡河次数|≥20次≥20次||10|10
|||养护长度|28公里28公里||10|10
|||受益户数|99|99|10|10`,
      ),
    );
    expect(forms.indicators.map(({ operator, target, actual, review }) => [operator, target, actual, review])).toEqual([
      ['>=', '20', '≥20次', true],
      [null, '28', '28公里', true],
      [null, '99', '99', false],
    ]);
  });

  it('reads a list of projects with their goals, each row its own', () => {
    const forms = read(
      columns(
        '市级部门项目支出绩效表',
        `
单位名称|项目名称|金额|绩效目标
**|**|**|**
||9.00|
某支队|堤防养护|5.00|做好养护，
|||保障安全。
某大队|堤防养护|4.00|修好堤防。`,
      ),
    );
    expect(forms.projects.map(({ name, implementer, amount, goal, review }) => [name, implementer, amount, goal, review])).toEqual([
      ['堤防养护', '某支队', '5.00', '做好养护，保障安全。', true],
      ['堤防养护', '某大队', '4.00', '修好堤防。', false],
    ]);
    expect(forms.indicators).toEqual([]);
    expect(forms.findings).toEqual([]);
  });

  it('reads a date below 指标值 as the target where no column is for deadlines', () => {
    const forms = read(
      columns(
        '项目绩效目标表',
        `
项目名称|堤防养护费||||
绩效指标|一级指标|二级指标|三级指标|指标值|权重
|产出指标|时效指标|完成时间|2026年10月底前|5
|||启动时间|7月底前|4`,
      ),
    );
    expect(targets(forms)).toEqual(['产出指标/时效指标/完成时间 - 2026年10月底前 - -', '产出指标/时效指标/启动时间 - 7月底前 - -']);
    expect(forms.findings).toEqual([]);
  });

  it('leaves the empty template empty', () => {
    const forms = read(
      columns(
        '专项资金总体绩效目标表',
        `
项目名称||||
绩效指标|一级指标|二级指标|指标内容|指标值
|产出指标|数量指标|指标1：|
|||指标2：|
|||……|`,
      ),
    );
    expect(targets(forms)).toEqual([]);
    expect(forms.findings).toEqual([]);
  });

  it('keeps units and targets as printed', () => {
    const forms = read(
      columns(
        '项目绩效目标表',
        `
项目名称|培训费||||||
${HEADER}
|产出指标|数量指标|培训人数|>=|60|人次/年|2025-12
||质量指标|考核通过率|=|95|100%|2025-12
|||出勤率|=|100%||2025-12
||时效指标|开班时间|不晚于|6月底前||2025-12
||成本指标|人均费用|<=|400|% 2025年12月|`,
      ),
    );
    expect(targets(forms)).toEqual([
      '产出指标/数量指标/培训人数 >= 60 人次/年 2025-12',
      '产出指标/质量指标/考核通过率 = 95 100% 2025-12',
      '产出指标/质量指标/出勤率 = 100% - 2025-12',
      '产出指标/时效指标/开班时间 <= 6月底前 - 2025-12',
      '产出指标/成本指标/人均费用 <= 400 % 2025年12月',
    ]);
  });

  it('splits operator and unit off the target where the form has no columns for them', () => {
    const forms = read(
      columns(
        '项目支出绩效目标表',
        `
项目名称|体检费|||
绩效指标|一级指标|二级指标|三级指标|指标值
|产出指标（40分）|数量指标|体检人数|≥120人
|||体检次数|1次
|成本指标|经济成本指标|体检成本|不超过6万元
||社会成本指标|误工时间|无
|满意度指标|满意度指标|职工满意度|≥95%
|||家属满意度|90%（含）以上
|||投诉率|≤5%以内`,
      ),
    );
    expect(targets(forms)).toEqual([
      '产出指标（40分）/数量指标/体检人数 >= 120 人 -',
      '产出指标（40分）/数量指标/体检次数 - 1 次 -',
      '成本指标/经济成本指标/体检成本 <= 6 万元 -',
      '成本指标/社会成本指标/误工时间 - 无 - -',
      '满意度指标/满意度指标/职工满意度 >= 95 % -',
      '满意度指标/满意度指标/家属满意度 >= 90 % -',
      '满意度指标/满意度指标/投诉率 <= 5 % -',
    ]);
  });

  it('keeps a target whole whose number is inexact, is part of a date or contradicts itself', () => {
    const whole = ['10余次', '3月前完成', '2年内', '50人左右', '大于5%以内', '约6类'];
    const rows = whole.map((target, i) => `|||第${i + 1}项|${target}`).join('\n');
    const forms = read(
      columns(
        '项目支出绩效目标表',
        `项目名称|体检费|||\n绩效指标|一级指标|二级指标|三级指标|指标值\n|产出指标|数量指标|体检次数|12月\n${rows}`,
      ),
    );
    expect(forms.indicators.map(({ operator, target, targetUnit }) => [operator, target, targetUnit])).toEqual([
      [null, '12', '月'],
      ...whole.map((target) => [null, target, null]),
    ]);
  });

  it('reads tables with the project in a column of the indicator rows', () => {
    const forms = read(
      columns(
        '部门项目支出绩效目标表',
        `
单位名称|项目名称|项目年度绩效目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|指标属性
某单位|图书购置|充实馆藏|产出指标|数量指标|购书册数|>=|5000|册|定量指标
||||质量指标|破损率|<=|1|%|定量指标
某单位|讲座补助|办好讲座|产出指标|数量指标|讲座场次|=|12|场|定量指标`,
      ),
    );
    expect(forms.indicators.map((i) => `${i.project}: ${i.level2} ${i.level3}`)).toEqual([
      '图书购置: 数量指标 购书册数',
      '图书购置: 质量指标 破损率',
      '讲座补助: 数量指标 讲座场次',
    ]);
    expect(forms.projects.map((project) => `${project.name}: ${project.goal}`)).toEqual(['图书购置: 充实馆藏', '讲座补助: 办好讲座']);
  });

  it('reports rows without values and appends what a page break cut off', () => {
    const forms = read(
      columns(
        '项目绩效目标表',
        `项目名称|搬迁费||||||\n${HEADER}\n|产出指标|数量指标|搬迁办公室和|=|20|间|2025-12\n|||档案室间数||||\n零散文字|||||||`,
      ),
    );
    expect(targets(forms)).toEqual(['产出指标/数量指标/搬迁办公室和档案室间数 = 20 间 2025-12 !']);
    expect(forms.findings.map((finding) => [finding.ruleId, finding.actual, finding.places?.[0]?.line])).toEqual([
      ['form/row-unread', '零散文字', 5],
    ]);
  });
});
