import { readdirSync, readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;
const MILLISECONDS = 100;
/** Ended, and nobody has asked how. */
const ENDED = 'Z';

/** Processes of a group, by /proc: number and resident bytes. Empty where there is no /proc. */
function members(group: number): { pid: number; resident: number }[] {
  const found: { pid: number; resident: number }[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      // The name in brackets may hold anything; after it: state, parent, group.
      const [state, , own] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(own) !== group || state === ENDED) continue;
      const pages = Number(readFileSync(`/proc/${name}/statm`, 'latin1').split(' ')[1]);
      found.push({ pid: Number(name), resident: pages * PAGE_BYTES });
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}

/** Processes of the group that run. */
export const alive = (group: number): number[] => members(group).map(({ pid }) => pid);

/** Looks at a process group ten times a second. @returns a function that ends it and gives the highest sum of resident bytes. */
export function watchMemory(group: number): () => number {
  let peak = 0;
  const look = (): void => {
    peak = Math.max(
      peak,
      members(group).reduce((sum, { resident }) => sum + resident, 0),
    );
  };
  const timer = setInterval(look, MILLISECONDS);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
