/** A measure that tables hardly ever print: prose states it, under the names of `pattern` (without spaces). */
export interface SpokenMeasure {
  id: string;
  zh: string;
  en: string;
  /** `money`, or units of a count as they begin. A count may be that of another day than the year's: of the end of the year before. */
  unit: 'money' | RegExp;
  pattern: RegExp;
  within: string | null;
}

/** 政府采购货物预算, 政府采购项目-货物类项目, 政府采购支出预算总额-拟采购货物支出. */
const procurement = (id: string, kind: string, en: string): SpokenMeasure => ({
  id,
  zh: `政府采购${kind}`,
  en,
  unit: 'money',
  pattern: new RegExp(`^(?=.*采购)(?:政府采购[^-]{0,12}-)?(?:政府采购|拟采购)?${kind}类?(?:采购)?(?:项目)?(?:预算|支出)?(?:金额)?$`),
  within: 'governmentProcurement',
});

const PERSONS = /^[人名]/;

export const SPOKEN_MEASURES: readonly SpokenMeasure[] = [
  procurement('procurementOfGoods', '货物', 'goods procured'),
  procurement('procurementOfWorks', '工程', 'works procured'),
  procurement('procurementOfServices', '服务', 'services procured'),
  { id: 'establishment', zh: '编制', en: 'authorised posts', unit: PERSONS, pattern: /^[^-]{0,12}人员编制数?$/, within: null },
  {
    id: 'staff',
    zh: '在职人员',
    en: 'persons in service',
    unit: PERSONS,
    pattern: /^[^-]{0,12}(?:实有人员|在职(?:人员|职工))$/,
    within: null,
  },
  { id: 'retired', zh: '离退休人员', en: 'retired persons', unit: PERSONS, pattern: /^[^-]{0,12}离退休(?:人员|干部)$/, within: null },
  {
    id: 'vehicleCount',
    zh: '车辆',
    en: 'vehicles owned',
    unit: /^[辆台]/,
    pattern: /^(?!.*(?:购置|更新|报废))[^-]{0,30}车辆$/,
    within: null,
  },
  {
    id: 'equipmentCount',
    zh: '大型设备',
    en: 'pieces of equipment above the price that the document names (its quote says which)',
    unit: /^[台套件]/,
    pattern: /^(?!.*(?:购置|新增|配备))[^-]{0,20}单(?:价|位价值)(?:在)?\d+万元(?:（含）)?以上的?(?:通用|专用)?设备(?:（[^）]*）)?$/,
    within: null,
  },
];
