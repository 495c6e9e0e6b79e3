import { CITIES, DOMAINS, type Domain } from './domains.ts';
import type { Random } from './random.ts';

export const FUNDS = ['general', 'governmentFund', 'stateCapital', 'specialAccount', 'own'] as const;
export type Fund = (typeof FUNDS)[number];

/** One indivisible amount. Every table is a pivot over these, so that all tables agree by construction. */
export interface Entry {
  /** Function item, department economic section, government economic section. */
  item: string;
  economic: string;
  government: string;
  kind: 'personnel' | 'operating' | 'project';
  fund: Fund;
  origin: 'current' | 'carryover';
  /** Index into `projects`, or null for basic expenditure. */
  project: number | null;
  /** Index into `units`. */
  unit: number;
  amount: bigint;
}

export interface ProjectFact {
  name: string;
  goal: string;
  unit: number;
  amount: bigint;
  executed: bigint;
  output: { name: string; unit: string; target: number };
}

export interface ThreePublic {
  overseas: bigint;
  reception: bigint;
  purchase: bigint;
  operation: bigint;
}

export interface Facts {
  year: number;
  province: string;
  city: string;
  entity: { code: string; name: string };
  authority: string;
  institution: boolean;
  ownRevenue: '事业收入' | '其他收入';
  units: { code: string; name: string }[];
  domain: Domain;
  entries: Entry[];
  projects: ProjectFact[];
  threePublic: { previous: ThreePublic; current: ThreePublic };
  previousTotal: bigint;
  vehicles: number;
  indicatorSeed: number;
}

export interface FactsOptions {
  year: [number, number];
  province: string;
  /** Amounts get this factor: 1 for hundredths of 万元, 10000 for hundredths of 元. */
  scale: number;
  units: 1 | 2;
  /** Pays some projects from other funds and from last year's money. */
  mixedFunds: boolean;
}

const INSTITUTION: Readonly<Record<string, string>> = { '301': '50501', '302': '50502', '310': '50601', '313': '51002' };
const ADMINISTRATION: Readonly<Record<string, string>> = {
  '30101': '50101',
  '30102': '50101',
  '30103': '50101',
  '30107': '50101',
  '30108': '50102',
  '30109': '50102',
  '30110': '50102',
  '30112': '50102',
  '30113': '50103',
  '30199': '50199',
  '30213': '50209',
  '30215': '50202',
  '30216': '50203',
  '30218': '50204',
  '30226': '50205',
  '30227': '50205',
  '30217': '50206',
  '30231': '50208',
  '30299': '50299',
  '313': '51002',
};
const INDIVIDUALS: Readonly<Record<string, string>> = { '30302': '50905', '30304': '50901', '30305': '50901' };

function governmentCode(economic: string, institution: boolean): string {
  const category = economic.slice(0, 3);
  if (category === '303') return INDIVIDUALS[economic] ?? '50999';
  if (institution) return INSTITUTION[category] ?? '59999';
  if (category === '310') return economic === '31013' ? '50303' : '50306';
  return ADMINISTRATION[economic] ?? ADMINISTRATION[category] ?? (category === '302' ? '50201' : '50199');
}

/** [item or running, economic, kind, low, high] in whole 万元; `run` is the entity's own running item. */
const BASIC: readonly (readonly [string, string, Entry['kind'], number, number, number])[] = [
  ['run', '30101', 'personnel', 60, 900, 1],
  ['run', '30102', 'personnel', 40, 500, 1],
  ['2210203', '30102', 'personnel', 5, 60, 0.6],
  ['run', '30103', 'personnel', 5, 90, 0.9],
  ['run', '30107', 'personnel', 30, 400, 0.7],
  ['2080505', '30108', 'personnel', 20, 200, 1],
  ['2080506', '30109', 'personnel', 8, 90, 0.8],
  ['2101102', '30110', 'personnel', 9, 90, 1],
  ['run', '30112', 'personnel', 1, 12, 0.9],
  ['2210201', '30113', 'personnel', 25, 220, 1],
  ['run', '30199', 'personnel', 1, 40, 0.5],
  ['run', '30201', 'operating', 2, 40, 1],
  ['run', '30202', 'operating', 1, 9, 0.6],
  ['run', '30205', 'operating', 1, 10, 0.7],
  ['run', '30206', 'operating', 1, 18, 0.7],
  ['run', '30207', 'operating', 1, 30, 0.8],
  ['run', '30208', 'operating', 2, 25, 0.5],
  ['run', '30209', 'operating', 3, 60, 0.6],
  ['run', '30211', 'operating', 1, 20, 0.9],
  ['run', '30213', 'operating', 1, 9, 0.5],
  ['run', '30215', 'operating', 1, 3, 0.4],
  ['run', '30216', 'operating', 1, 4, 0.6],
  ['run', '30217', 'operating', 1, 3, 0.6],
  ['run', '30228', 'operating', 3, 40, 1],
  ['run', '30229', 'operating', 1, 9, 0.5],
  ['run', '30231', 'operating', 2, 12, 0.8],
  ['run', '30239', 'personnel', 4, 60, 0.8],
  ['run', '30299', 'operating', 2, 30, 1],
  ['2080502', '30299', 'operating', 1, 6, 0.7],
  ['2080502', '30302', 'personnel', 2, 90, 1],
  ['2080801', '30304', 'personnel', 1, 20, 0.6],
  ['run', '31002', 'operating', 1, 6, 0.5],
];

export function generateFacts(random: Random, options: FactsOptions): Facts {
  const { scale } = options;
  const money = (low: number, high: number): bigint => {
    const whole = random.int(low, high);
    return (
      BigInt(whole) * 100n * BigInt(scale) + BigInt(random.int(1, 99)) * BigInt(scale) + (scale > 1 ? BigInt(random.int(0, scale - 1)) : 0n)
    );
  };
  const domain = random.pick(DOMAINS);
  const city = `${random.pick(CITIES)}市`;
  const institution = random.chance(0.75);
  const authority = `${city}${domain.authority}`;
  const base = random.int(101, 799);
  const own = `${base}00${random.int(2, 8)}`;
  const entity = { code: own, name: institution ? `${city}${domain.institution}` : authority };
  const units =
    options.units === 1
      ? [entity]
      : [
          { code: `${base}001`, name: `${authority}本级` },
          { code: own, name: `${city}${domain.institution}` },
        ];
  const running = domain.running[institution ? 'institution' : 'administration'];

  const entries: Entry[] = [];
  const add = (entry: Omit<Entry, 'government'>): void => {
    entries.push({ ...entry, government: governmentCode(entry.economic, institution) });
  };
  units.forEach((_, unit) => {
    for (const [item, economic, kind, low, high, probability] of BASIC) {
      if (!random.chance(probability)) continue;
      const at =
        item === 'run' ? running : item === '2080502' && !institution ? '2080501' : item === '2101102' && !institution ? '2101101' : item;
      add({ item: at, economic, kind, fund: 'general', origin: 'current', project: null, unit, amount: money(low, high) });
    }
  });

  const year = random.int(...options.year);
  const projects = random.sample(domain.projects, random.int(3, 5)).map((plan, index): ProjectFact => {
    const unit = units.length - 1 - (index % units.length);
    const large = plan.economic === '313';
    const amount = plan.economic === '31302' ? money(900, 40000) : money(large ? 900 : 3, large ? 9000 : 320);
    const carried = options.mixedFunds && index === 1;
    const fund: Fund = options.mixedFunds && index === 2 ? 'own' : 'general';
    add({
      item: plan.item,
      economic: plan.economic,
      kind: 'project',
      fund,
      origin: carried ? 'carryover' : 'current',
      project: index,
      unit,
      amount,
    });
    let total = amount;
    if (options.mixedFunds && index === 0) {
      const rest = money(1, 30);
      add({ item: plan.item, economic: '30299', kind: 'project', fund, origin: 'carryover', project: index, unit, amount: rest });
      total += rest;
    }
    const name = carried ? `${plan.name}（${year - 1}年结转）` : `${plan.name}经费`;
    const executed = (total * BigInt(random.int(8000, 10000))) / 10000n;
    return {
      name,
      goal: plan.goal,
      unit,
      amount: total,
      executed,
      output: { name: plan.output, unit: plan.outputUnit, target: random.int(2, 900) },
    };
  });
  if (options.mixedFunds && random.chance(0.5)) {
    const amount = money(4, 80);
    add({
      item: '2296002',
      economic: '30227',
      kind: 'project',
      fund: 'governmentFund',
      origin: 'current',
      project: projects.length,
      unit: units.length - 1,
      amount,
    });
    projects.push({
      name: '公益金助老活动',
      goal: '用公益金为社区老年人开展活动。',
      unit: units.length - 1,
      amount,
      executed: amount,
      output: { name: '活动场次', unit: '场', target: random.int(5, 60) },
    });
  }

  const spent = (economic: string): bigint =>
    entries.filter((entry) => entry.economic === economic && entry.fund === 'general').reduce((sum, entry) => sum + entry.amount, 0n);
  const current: ThreePublic = { overseas: 0n, reception: spent('30217'), purchase: 0n, operation: spent('30231') };
  const previous: ThreePublic = {
    overseas: 0n,
    reception: current.reception === 0n ? 0n : current.reception + BigInt(random.int(-40, 90)) * BigInt(scale),
    purchase: random.chance(0.4) ? money(12, 18) : 0n,
    operation: current.operation === 0n ? money(1, 4) : current.operation + BigInt(random.int(-90, 200)) * BigInt(scale),
  };
  const total = entries.reduce((sum, entry) => sum + entry.amount, 0n);
  return {
    year,
    province: options.province,
    city,
    entity: units.length === 1 ? entity : { code: `${base}`, name: authority },
    authority,
    institution,
    ownRevenue: random.chance(0.5) ? '事业收入' : '其他收入',
    units,
    domain,
    entries,
    projects,
    threePublic: { previous, current },
    previousTotal: (total * BigInt(random.int(8800, 11200))) / 10000n,
    vehicles: current.operation === 0n ? 0 : random.int(1, 6),
    indicatorSeed: random.int(1, 1_000_000),
  };
}

export function sum(entries: readonly Entry[], where: (entry: Entry) => boolean = () => true): bigint {
  let total = 0n;
  for (const entry of entries) if (where(entry)) total += entry.amount;
  return total;
}

export function threePublicTotal(amounts: ThreePublic): bigint {
  return amounts.overseas + amounts.reception + amounts.purchase + amounts.operation;
}
