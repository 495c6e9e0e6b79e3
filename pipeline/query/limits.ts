import { EXIT, UserError } from '../base/errors.ts';

/** What an answer may cost. */
export interface QueryLimits {
  /** Seconds from the start to the last row. */
  timeout: number;
  /** Megabytes (10^6 bytes) that the process may hold, the engine and what it runs in included. */
  memory: number;
}

export const DEFAULT_LIMITS: QueryLimits = { timeout: 60, memory: 1024 };

/** What the process holds before it is asked anything (100 MB), and as much again for the rows that are on their way out. */
const AROUND_ENGINE = 200;
/** Below this the engine cannot read the tables. */
export const LEAST_QUERY_MEMORY = 2 * AROUND_ENGINE;
/** Each thread of the engine needs buffers of its own; more of them answer no question of this size faster. */
export const ENGINE_THREADS = 4;

/** Megabytes that the engine may use for tables, hashes and sorting; it spills nothing to disk. */
export const engineMegabytes = ({ memory }: QueryLimits): number => memory - AROUND_ENGINE;

export function overTime({ timeout }: QueryLimits): UserError {
  return new UserError(EXIT.usage, {
    en: `The query was ended after ${timeout} s (--timeout); rows that were printed before are not all. Ask for less, or give it more time: --timeout ${2 * timeout}.`,
    zh: `查询已在 ${timeout} 秒后终止（--timeout）；此前输出的行不完整。请缩小查询范围，或延长时限：--timeout ${2 * timeout}。`,
  });
}

export function overMemory({ memory }: QueryLimits): UserError {
  return new UserError(EXIT.usage, {
    en: `The query was ended: it needs more than ${memory} MB of memory (--memory); rows that were printed before are not all. Ask for less, or give it more: --memory ${2 * memory}.`,
    zh: `查询已终止：所需内存超过 ${memory} MB（--memory）；此前输出的行不完整。请缩小查询范围，或放宽上限：--memory ${2 * memory}。`,
  });
}

export function engineGone(how: string): UserError {
  return new UserError(EXIT.internal, {
    en: `The query took its engine down (${how}). Nothing was written; put the question in another way.`,
    zh: `查询使引擎崩溃（${how}）。未写入任何内容，请换一种写法。`,
  });
}
