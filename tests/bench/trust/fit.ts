import type { Evidence } from '../../../extractors/judgement/confidence/evidence.ts';
import { FEATURE_NAMES, FEATURES, type Weights } from '../../../extractors/judgement/confidence/model.ts';

export interface Example {
  evidence: Evidence;
  right: boolean;
}

interface Group {
  features: number[];
  right: number;
  count: number;
}

const STEPS = 60;
const TOLERANCE = 1e-9;
/** Strength of the pull of all weights towards 0, in examples; keeps weights of rare evidence finite. */
const RIDGE = 1;

/** Logistic regression by Newton's method (iteratively reweighted least squares), three decimals. */
export function fitWeights(examples: readonly Example[]): Weights {
  const groups = grouped(examples);
  const size = FEATURE_NAMES.length;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => -RIDGE * weight);
    const hessian = weights.map((_, i) => weights.map((_, j) => (i === j ? RIDGE : 0)));
    for (const { features, right, count } of groups) {
      const p = 1 / (1 + Math.exp(-features.reduce((sum, feature, i) => sum + feature * weights[i]!, 0)));
      const curvature = Math.max(count * p * (1 - p), 1e-12);
      for (let i = 0; i < size; i++) {
        if (features[i] === 0) continue;
        gradient[i]! += features[i]! * (right - count * p);
        for (let j = 0; j < size; j++) hessian[i]![j]! += curvature * features[i]! * features[j]!;
      }
    }
    const move = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight + move[i]!);
    if (Math.max(...move.map(Math.abs)) < TOLERANCE) break;
  }
  return Object.fromEntries(FEATURE_NAMES.map((name, i) => [name, Math.round(weights[i]! * 1000) / 1000])) as Weights;
}

/** Equal evidence is one row. */
function grouped(examples: readonly Example[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { evidence, right } of examples) {
    const features = FEATURE_NAMES.map((name) => Math.round(FEATURES[name](evidence) * 1000) / 1000);
    const key = features.join();
    const group = groups.get(key) ?? { features, right: 0, count: 0 };
    group.count++;
    if (right) group.right++;
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, vector[i]!]);
  const size = rows.length;
  for (let i = 0; i < size; i++) {
    const pivot = rows.slice(i).reduce((best, row, k) => (Math.abs(row[i]!) > Math.abs(rows[best]![i]!) ? i + k : best), i);
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    for (let k = i + 1; k < size; k++) {
      const factor = rows[k]![i]! / rows[i]![i]!;
      for (let j = i; j <= size; j++) rows[k]![j]! -= factor * rows[i]![j]!;
    }
  }
  const result = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    const rest = rows[i]!.slice(i + 1, size).reduce((sum, value, k) => sum + value * result[i + 1 + k]!, 0);
    result[i] = (rows[i]![size]! - rest) / rows[i]![i]!;
  }
  return result;
}
