/** Everything is run where DUIZHANG_ALL=1 says so, as .ci/run does; elsewhere a sample of it, so that `npm test` stays short. */
export const ALL = process.env.DUIZHANG_ALL === '1';

/** The whole list, or `few` of it spread evenly. */
export function sampled<T>(list: readonly T[], few: number): T[] {
  if (ALL || list.length <= few) return [...list];
  return list.filter((_, i) => Math.floor((i * few) / list.length) !== Math.floor(((i - 1) * few) / list.length));
}
