/**
 * Subjects of one classification that name the same money as a subject of another. Of basic expenditure: what a unit pays for the pensions,
 * the occupational annuity and the housing fund of its staff is one item by function and one by economy (政府收支分类科目, 2080505, 2080506 and
 * 2210201 against 30108, 30109 and 30113). `item`: what the “三公” tables list of 商品和服务支出 and of 资本性支出.
 */
export interface Counterpart {
  departmentEconomic: string;
  functional?: string;
  item?: string;
}

export const COUNTERPARTS: readonly Counterpart[] = [
  { departmentEconomic: '30108', functional: '2080505' },
  { departmentEconomic: '30109', functional: '2080506' },
  { departmentEconomic: '30113', functional: '2210201' },
  { departmentEconomic: '30212', item: 'overseasTravel' },
  { departmentEconomic: '30217', item: 'officialReception' },
  { departmentEconomic: '30231', item: 'vehicleOperation' },
  { departmentEconomic: '31013', item: 'vehiclePurchase' },
];

/**
 * What an employer pays of the same pay: 16 % (until 2019 20 %) for 基本养老保险, 8 % for 职业年金 (国办发〔2019〕13号; 国办发〔2015〕18号), so that the
 * annuity is half of the pension insurance or less.
 */
export const RATES = [
  {
    pension: { functionalCode: '2080505', departmentEconomicCode: '30108' },
    annuity: { functionalCode: '2080506', departmentEconomicCode: '30109' },
  },
] as const;
