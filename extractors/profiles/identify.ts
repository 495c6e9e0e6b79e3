/** Room: a document's beginning in, the profile that matches it out, and the profiles as data; imports schemas. */

import type { Profile } from '../../schemas/profile.ts';

export interface Identified {
  profile: Profile;
  /** Ids of the profiles that match equally well; empty unless the default was taken for that reason. */
  ambiguous: string[];
}

const found = (text: string, pattern: RegExp): boolean => text.search(pattern) !== -1;

/** How many of its patterns the text contains; 0 when the profile does not match. */
function matchingPatterns(profile: Profile, text: string): number {
  const { all, any } = profile.match;
  if (!all.every((pattern) => found(text, pattern))) return 0;
  const alternatives = any.filter((pattern) => found(text, pattern)).length;
  if (any.length > 0 && alternatives === 0) return 0;
  return all.length + alternatives;
}

function ancestorsOf(profile: Profile, byId: ReadonlyMap<string, Profile>): Set<string> {
  const ancestors = new Set<string>();
  let parent = profile.extends;
  while (parent !== null && !ancestors.has(parent)) {
    ancestors.add(parent);
    parent = byId.get(parent)?.extends ?? null;
  }
  return ancestors;
}

/**
 * The profile whose patterns the text contains most of. Nothing matches: `default`. Several match equally: the one that
 * extends the others, else `default` with their ids in `ambiguous`.
 *
 * @throws Error when the list has no profile `default`.
 */
export function identifyProfile(profiles: readonly Profile[], text: string): Identified {
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  const fallback = byId.get('default');
  if (!fallback) throw new Error('the list of profiles has no "default"');
  const scored = profiles.map((profile) => ({ profile, score: matchingPatterns(profile, text) })).filter(({ score }) => score > 0);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const tied = scored.filter(({ score }) => score === best).map(({ profile }) => profile);
  if (tied.length === 0) return { profile: fallback, ambiguous: [] };
  const outdone = new Set(tied.flatMap((profile) => [...ancestorsOf(profile, byId)]));
  const leaves = tied.filter((profile) => !outdone.has(profile.id));
  const only = leaves.length === 1 ? leaves[0] : undefined;
  return only ? { profile: only, ambiguous: [] } : { profile: fallback, ambiguous: leaves.map(({ id }) => id).sort() };
}
