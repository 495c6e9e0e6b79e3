import { readdirSync, readFileSync } from 'node:fs';

/** Processes as Linux tells of them in /proc; elsewhere there are none. */

interface Stat {
  pid: number;
  parent: number;
  /** Z: ended, and nobody has asked how. */
  state: string;
  /** Milliseconds of processor time: its own, and that of processes below it that have ended. */
  spent: number;
  /** Bytes of memory. */
  resident: number;
}

/** Of a second: the kernel's unit of processor time, the same on every platform that Node runs on. */
const TICK_MILLISECONDS = 10;
const PAGE_BYTES = 4096;

/** The name stands in brackets and may hold anything. */
function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // proc(5) counts fields from 1, and these begin at the third.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const field = (number: number): number => Number(fields[number - 3]);
    const ticks = field(14) + field(15) + field(16) + field(17);
    return { pid, parent: field(4), state: fields[0] ?? '', spent: ticks * TICK_MILLISECONDS, resident: field(24) * PAGE_BYTES };
  } catch {
    return null;
  }
}

export function isAlive(pid: number): boolean {
  const stat = statOf(pid);
  return stat !== null && stat.state !== 'Z';
}

/** Memory that a process and those below it hold together, in bytes. */
export function residentOf(pid: number): number {
  return [pid, ...descendants(pid)].reduce((sum, each) => sum + (statOf(each)?.resident ?? 0), 0);
}

/** Processor time of a process and of all below it, in milliseconds. */
export function spentBy(pid: number): number {
  return [pid, ...descendants(pid)].reduce((sum, each) => sum + (statOf(each)?.spent ?? 0), 0);
}

/** Every process that one has started, and those that these have. */
export function descendants(pid: number): number[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : []));
  const below = (parent: number): number[] =>
    all.filter((stat) => stat.parent === parent).flatMap((stat) => [stat.pid, ...below(stat.pid)]);
  return below(pid);
}
