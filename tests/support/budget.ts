/** The table that pages with hidden numbers show: its sums hold, and every number is proved. */
export const LABELS: readonly (readonly [code: string, name: string])[] = [
  ['', '合计'],
  ['213', '农林水支出'],
  ['21303', '水利'],
  ['2130301', '行政运行'],
  ['2130306', '水利工程运行与维护'],
];
export const VALUES: readonly (readonly string[])[] = [
  ['30.00', '20.00', '10.00'],
  ['30.00', '20.00', '10.00'],
  ['30.00', '20.00', '10.00'],
  ['20.00', '20.00', ''],
  ['10.00', '', '10.00'],
];

/** Numbers that are printed. */
export const PRINTED = VALUES.flat().filter((value) => value !== '');

/** 208 is printed as 4.00, and its parts and the total say 3.00; 201 is right. */
export const WRONG_BUDGET = `江川市档案馆
2026年部门预算公开

支出预算总表
单位：万元
科目编码→科目名称→合计→基本支出→项目支出
→合计→9.00→5.00→4.00
201→一般公共服务支出→6.00→3.00→3.00
208→社会保障和就业支出→4.00→2.00→1.00
`;
