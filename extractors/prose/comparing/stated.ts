import type { Statement } from '../../../schemas/disclosure.ts';
import { BASIC_PARTS, FUNDS, RULES, THREE_PUBLIC } from './vocabulary.ts';

/**
 * A standard concept that prose and tables share, as keys: `revenue.total` and its like, `code.2080505` for a functional or economic
 * subject, `named.204` for one that a table names without its code, `basic.301` for a part of 基本支出.
 */
export interface StatedConcept {
  keys: readonly [string, ...string[]];
  /** The prose can only mean this: a different value then is a contradiction. */
  sure: boolean;
}

type Spoken = Pick<Statement, 'concept' | 'subjectCode'>;

const DERIVED = /比(?:上年|年初预算|预算).*(?:额|率|数|百分点)$|占.*比重$|完成.*比例$/;
const ECONOMIC_CODE = /^[35]\d{2}(?:\d{2})?$/;
const FUNCTIONAL_CODE = /^2\d{2}(?:\d{2}){0,2}$/;
/** A part of 财政拨款收支总预算 is of all its funds, with what was carried over. */
const FISCAL_PART = /^财政拨款收、?支(?:总预算|总决算|总计)-[^-]+$/;

/** The standard concept of a statement; null where no table can say the same. */
export function conceptOfStatement(statement: Spoken): StatedConcept | null {
  return DERIVED.test(statement.concept) ? null : (namedConcept(statement) ?? economicConcept(statement));
}

/** By economic subject the prose may speak of all expenditure or of 基本支出 alone. */
function economicConcept({ concept, subjectCode }: Spoken): StatedConcept | null {
  if (subjectCode === null || !ECONOMIC_CODE.test(subjectCode) || concept.includes('-')) return null;
  return { keys: [`code.${subjectCode}`, `basic.${subjectCode}`], sure: false };
}

function namedConcept({ concept, subjectCode }: Spoken): StatedConcept | null {
  const name = concept.replace(/^上年(?=收支|收入预算|支出预算|机关|“三公”|财政拨款)/, '');
  if (subjectCode !== null && FISCAL_PART.test(name)) return { keys: [`fiscal.${subjectCode}`], sure: false };
  if (subjectCode !== null && FUNCTIONAL_CODE.test(subjectCode))
    return concept.includes('-') ? null : { keys: [`code.${subjectCode}`, `named.${subjectCode}`], sure: true };
  const rule = RULES.find(({ pattern }) => pattern.test(name));
  if (rule) return { keys: rule.keys, sure: rule.sure ?? true };
  const carried = /^(?:上年|年初)结转(?:和)?(?:结余)?-(.+)$/.exec(name)?.[1];
  if (carried) return carried.includes('超收') ? null : fundConcept('carryoverIn', carried);
  const basic = BASIC_PARTS.find(({ pattern }) => pattern.test(name.replace(/^(?:一般公共预算(?:财政拨款)?)?基本支出-/, '')));
  if (basic) return name.includes('基本支出-') ? { keys: [`basic.${basic.code}`], sure: true } : null;
  return threePublicConcept(name) ?? revenueConcept(name);
}

function threePublicConcept(name: string): StatedConcept | null {
  const part = name
    .replace(/^“三公”经费(?:财政拨款)?(?:支出)?-/, '')
    .replace(/-?(?:财政拨款)?(?:支出)?(?:预算|支出|决算)(?:数|支出)?$/, '');
  if (part.includes('-') || !/费用?$/.test(part)) return null;
  const known = THREE_PUBLIC.find(({ pattern }) => pattern.test(part));
  return known ? { keys: [`three.${known.id}`], sure: true } : null;
}

function revenueConcept(name: string): StatedConcept | null {
  const revenue = name.replace(/^(?:单位资金收入|财务总收入|财政拨款收入)-/, '');
  if (!revenue.endsWith('收入') || revenue.includes('-') || revenue.includes('超收')) return null;
  return fundConcept('revenue', revenue);
}

function fundConcept(area: 'revenue' | 'carryoverIn', name: string): StatedConcept | null {
  const fund = FUNDS.find(({ pattern }) => pattern.test(name));
  return fund ? { keys: [`${area}.${fund.id}`], sure: true } : null;
}
