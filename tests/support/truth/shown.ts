import type { Comparison } from './compare.ts';

/** The differences by aspect, expected and actual, with how often each is silent and where it is first met: a line each. */
export function shown({ numbers, silent, differences }: Comparison): string {
  const groups = new Map<string, { count: number; silent: number; where: string }>();
  for (const { aspect, expected, actual, where, isSilent } of differences) {
    const key = `${aspect}: ${expected || '∅'} → ${actual || '∅'}`;
    const group = groups.get(key) ?? { count: 0, silent: 0, where };
    groups.set(key, { ...group, count: group.count + 1, silent: group.silent + (isSilent ? 1 : 0) });
  }
  const lines = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => `${String(group.silent).padStart(5)} silent of ${String(group.count).padStart(4)}  ${key}  (${group.where})`);
  return [`${silent} of ${numbers} numbers wrong in silence`, ...lines].join('\n');
}
