import type { EquationStatus } from '../../../schemas/equation.ts';
import { IDENTITY_NAMES } from '../../../schemas/lexicon/identities.ts';
import { TABLE_KINDS } from '../../../schemas/lexicon/vocabulary.ts';
import type { Status } from '../../../schemas/report.ts';
import type { ReviewKind } from '../../../schemas/review.ts';
import type { PlacementState, ValueState } from '../../../schemas/table.ts';
import { keysOf } from '../../base/keys.ts';

export interface Name {
  zh: string;
  en: string;
}

const name = (zh: string, en: string): Name => ({ zh, en });

const NAME_OF_IDENTITY: ReadonlyMap<string, Name> = new Map<string, Name>(Object.entries(IDENTITY_NAMES));

/** The name of an identity; its id where it has none yet. */
export function identityName(identity: string): Name {
  return NAME_OF_IDENTITY.get(identity) ?? name(identity, identity);
}

export const VALUE_STATES: Readonly<Record<ValueState, Name & { mark: string }>> = {
  proved: { ...name('已证', 'proved'), mark: 'p' },
  confirmed: { ...name('人工确认', 'confirmed'), mark: 'k' },
  consistent: { ...name('一致', 'consistent'), mark: 'c' },
  unconstrained: { ...name('无约束', 'unconstrained'), mark: 'u' },
  contradicted: { ...name('有矛盾', 'contradicted'), mark: 'x' },
  repaired: { ...name('已修正', 'repaired'), mark: 'r' },
};

export const STATE_ORDER = keysOf(VALUE_STATES);

export const PLACEMENT_STATES: Readonly<Record<PlacementState, Name>> = {
  printed: name('列由版面给出', 'column printed'),
  unique: name('列由等式唯一确定', 'column determined by equations'),
  ambiguous: name('列不能确定', 'column ambiguous'),
};

export const EQUATION_STATUSES: Readonly<Record<EquationStatus, Name>> = {
  exact: name('恰好成立', 'exact'),
  tail: name('仅差尾数', 'rounding tail'),
  broken: name('不成立', 'broken'),
};

export const EQUATION_STATUS_ORDER = keysOf(EQUATION_STATUSES);

export const REVIEW_KINDS: Readonly<Record<ReviewKind, Name>> = {
  misread: name('误读', 'misread'),
  source: name('来源有误', 'source slip'),
  placement: name('归列', 'placement'),
  missing: name('缺失', 'missing'),
  header: name('表头', 'header'),
  other: name('其他', 'other'),
};

export const STATUSES: Readonly<Record<Status, Name>> = {
  succeeded: name('成功', 'succeeded'),
  partial: name('部分成功', 'partial'),
  failed: name('失败', 'failed'),
};

export const KINDS: Readonly<Record<'budget' | 'final-accounts', Name>> = {
  budget: name('预算', 'budget'),
  'final-accounts': name('决算', 'final accounts'),
};

export function tableKindName(kind: string): Name {
  return TABLE_KINDS.find((term) => term.id === kind) ?? name('其他表', 'other table');
}
