import { describe, expect, it } from 'vitest';
import { read, ruled, targets } from './form-rows.ts';

const HEADER = '项目名称|金额|绩效目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位';
const TITLE = '项目支出绩效目标表';

const projects = (...pages: string[]) => {
  const forms = read(ruled(TITLE, ...pages));
  return {
    rows: forms.indicators.map(({ project, level3, review }) => `${project}: ${level3}${review ? ' !' : ''}`),
    projects: forms.projects.map(({ name, amount, goal, review }) => [name, amount, goal, review]),
    fields: forms.tables[0]?.fields.map(({ label, value }) => `${label}=${value}`),
  };
};

const FIRST = `
${HEADER}
堤防养护|29.35|做好养护。|产出指标|数量指标|养护长度|≥|10|公里
^|^|^|产出指标|质量指标|合格率|≥|95|%`;

describe('projects in merged cells over pages', () => {
  it('gives the rows above the page break to the project whose name stands below it', () => {
    const cut = projects(
      `${FIRST}
||按期完成|产出指标|数量指标|维修水闸|＝|1|座
^|^|^|产出指标|时效指标|及时率|≥|90|%`,
      `
水闸维修|1.00|各项维修。|效益指标|社会效益指标|受益户数|≥|30|户
^|^|^|满意度指标|服务对象满意度指标|满意度|≥|90|%`,
    );
    expect(cut.rows).toEqual([
      '堤防养护: 养护长度',
      '堤防养护: 合格率',
      '水闸维修: 维修水闸',
      '水闸维修: 及时率',
      '水闸维修: 受益户数',
      '水闸维修: 满意度',
    ]);
    expect(cut.projects).toEqual([
      ['堤防养护', '29.35', '做好养护。', false],
      ['水闸维修', '1.00', '按期完成各项维修。', true],
    ]);
    expect(cut.fields?.slice(3)).toEqual(['项目名称=水闸维修', '金额=1.00', '绩效目标=按期完成各项维修。']);
  });

  it('joins a goal and an amount that go on below the page break without the name', () => {
    const goal = projects(FIRST, `\n||按时完成。|产出指标|时效指标|及时率|≥|90|%`);
    expect(goal.projects).toEqual([['堤防养护', '29.35', '做好养护。按时完成。', true]]);
    const amount = projects(
      `\n${HEADER}\n堤防养护||做好养护。|产出指标|数量指标|养护长度|≥|10|公里\n^|^|^|产出指标|质量指标|合格率|≥|95|%`,
      `\n|29.35||产出指标|时效指标|及时率|≥|90|%`,
    );
    expect(amount.projects).toEqual([['堤防养护', '29.35', '做好养护。', true]]);
    expect(goal.rows.at(-1)).toBe('堤防养护: 及时率');
  });

  it('tells projects of the same name apart by their amounts', () => {
    const twins = projects(
      `${FIRST}\n堤防养护|29.35|做好养护。|产出指标|数量指标|巡河次数|≥|12|次\n堤防养护|7.00|修好闸门。|产出指标|数量指标|闸门|＝|1|座`,
    );
    expect(twins.projects).toEqual([
      ['堤防养护', '29.35', '做好养护。', false],
      ['堤防养护', '7.00', '修好闸门。', false],
    ]);
  });

  it('leaves rows without a project, for review, where the name is lost', () => {
    const lost = projects(`${FIRST}\n|||产出指标|数量指标|维修水闸|＝|1|座`, '\n|||产出指标|时效指标|及时率|≥|90|%');
    expect(lost.rows.slice(2)).toEqual(['null: 维修水闸 !', 'null: 及时率 !']);
    expect(lost.projects).toHaveLength(1);
  });

  it('goes on with a project whose name stands above the page break, and with names printed once', () => {
    const above = projects(FIRST, '\n|||产出指标|时效指标|及时率|≥|90|%');
    expect(above.rows.at(-1)).toBe('堤防养护: 及时率');
    const once = projects(
      `${HEADER}\n堤防养护|1|养护。|产出指标|数量指标|养护长度|≥|10|公里\n|||产出指标|质量指标|合格率|≥|95|%`,
      `水闸维修|1.00|维修。|产出指标|数量指标|维修水闸|＝|1|座`,
    );
    expect(once.rows[1]).toBe('堤防养护: 合格率');
  });
});

describe('projects in merged cells', () => {
  it('reads their departments and goals from the columns left of the levels', () => {
    const forms = read(
      ruled(
        TITLE,
        `
序号|主管部门|项目单位|项目名称|预算金额|项目绩效总体目标|绩效指标|<|<|<
^|^|^|^|^|^|一级指标|二级指标|三级指标|绩效指标值
1|某局|某站|堤防养护|20.00|做好养护。|产出指标|数量指标|养护长度|≥10公里
^|^|^|^|^|^|^|质量指标|合格率|≥95%`,
      ),
    );
    const of = forms.projects.map(({ name, department, implementer, amount, goal }) => [name, department, implementer, amount, goal]);
    expect(of).toEqual([['堤防养护', '某局', '某站', '20.00', '做好养护。']]);
    expect(targets(forms)).toEqual(['产出指标/数量指标/养护长度 >= 10 公里 -', '产出指标/质量指标/合格率 >= 95 % -']);
  });
});

describe('cells of a printed grid', () => {
  it('stay in their columns, whatever they say', () => {
    const header = '项目名称|金额|一级指标|二级指标|三级指标|指标性质|指标值|度量单位';
    const forms = read(
      ruled(TITLE, `${header}\n堤防养护|20.00|效益指标|社会效益指标|应急|定性|优|其他\n^|^|产出指标|数量指标|养护长度|≥|10|公里`),
    );
    expect(targets(forms)).toEqual(['效益指标/社会效益指标/应急 - 优 其他 -', '产出指标/数量指标/养护长度 >= 10 公里 -']);
  });
});

describe('levels in merged cells over pages', () => {
  const TOP = `项目名称|堤防养护|||
绩效指标|一级指标|二级指标|三级指标|指标值
^|产出指标|数量指标|养护长度|≥10公里
^|^|^|巡河次数|≥12次
`;

  it('takes names that stand below the page break for the rows above it, for review', () => {
    const second = read(
      ruled(TITLE, `${TOP}^|^||合格率|≥95%\n^|^|^|完好率|≥90%`, `||质量指标|达标率|≥80%\n^|效益指标|社会效益指标|受益户数|≥30户`),
    );
    expect(targets(second).slice(2)).toEqual([
      '产出指标/质量指标/合格率 >= 95 % - !',
      '产出指标/质量指标/完好率 >= 90 % - !',
      '产出指标/质量指标/达标率 >= 80 % -',
      '效益指标/社会效益指标/受益户数 >= 30 户 -',
    ]);
    const first = read(ruled(TITLE, `${TOP}^|||受益户数|≥30户`, `|效益指标|社会效益指标|收入增长|≥5%`));
    expect(targets(first).slice(2)).toEqual(['效益指标/社会效益指标/受益户数 >= 30 户 - !', '效益指标/社会效益指标/收入增长 >= 5 % -']);
  });

  it('leaves a level open, for review, where its name is lost', () => {
    const lost = read(ruled(TITLE, `${TOP}^|^||合格率|≥95%`, `|||完好率|≥90%\n^|效益指标|社会效益指标|受益户数|≥30户`));
    expect(targets(lost).slice(2)).toEqual([
      '产出指标/-/合格率 >= 95 % - !',
      '产出指标/-/完好率 >= 90 % - !',
      '效益指标/社会效益指标/受益户数 >= 30 户 -',
    ]);
  });

  it('keeps the levels that the grid prints, also unusual ones', () => {
    const header = '绩效指标|一级指标|二级指标|三级指标|指标值';
    const odd = read(
      ruled(
        TITLE,
        `项目名称|堤防养护|||\n${header}\n^|效益指标|社会效益指标|受益户数|≥30户\n^|^|服务对象满意度指标|满意度|≥90%\n^|^|^|投诉率|≤1%`,
      ),
      ruled(TITLE, `项目名称|水闸维修|||\n${header}\n^|产出指标|数量指标|投诉率|≤1%\n^|^|^|养护长度|≥1公里`),
    );
    expect(targets(odd)).toEqual([
      '效益指标/社会效益指标/受益户数 >= 30 户 -',
      '效益指标/服务对象满意度指标/满意度 >= 90 % -',
      '效益指标/服务对象满意度指标/投诉率 <= 1 % -',
      '产出指标/数量指标/投诉率 <= 1 % -',
      '产出指标/数量指标/养护长度 >= 1 公里 -',
    ]);
    const text = read({
      ...ruled(TITLE, `项目名称|堤防养护|||\n${header}\n|效益指标|社会效益指标|受益户数|≥30户\n||服务对象满意度指标|满意度|≥90%`),
    });
    expect(targets(text).at(-1)).toBe('满意度指标/服务对象满意度指标/满意度 >= 90 % -');
  });
});
