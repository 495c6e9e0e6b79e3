import type { Language } from '../../schemas/rules/index.ts';
import { EXIT, UserError } from '../base/errors.ts';
import { openDataset } from '../dataset/open.ts';
import { answerApart } from '../query/apart.ts';
import { DEFAULT_LIMITS } from '../query/limits.ts';
import { ANSWER_FORMATS, type AnswerFormat } from '../query/render.ts';
import { say } from './talk.ts';

export interface QueryFlags {
  out: string;
  table?: boolean | undefined;
  csv?: boolean | undefined;
  json?: boolean | undefined;
  timeout?: number | undefined;
  memory?: number | undefined;
  lang: Language;
}

/** A person at a terminal reads a table, a program a file. */
function formatOf({ table, csv, json }: QueryFlags): AnswerFormat {
  const asked = ANSWER_FORMATS.filter((format) => ({ table, csv, json })[format]);
  if (asked.length > 1) {
    throw new UserError(EXIT.usage, {
      en: `--${asked.join(' and --')} exclude each other; give one of them.`,
      zh: `--${asked.join(' 与 --')} 不能同时使用，请只给一个。`,
    });
  }
  return asked[0] ?? (process.stdout.isTTY ? 'table' : 'csv');
}

const UNFIT: Readonly<Record<Language, (count: number, first: string) => string>> = {
  en: (count, first) =>
    `${count} ${count === 1 ? 'number is' : 'numbers are'} too large for the engine and empty in the answer: ${first}${count > 1 ? ' …' : ''}`,
  zh: (count, first) => `有 ${count} 个数超出引擎可表示的范围，在结果中为空：${first}${count > 1 ? ' …' : ''}`,
};

/** Answers an SQL question about a finished output folder on stdout. */
export async function queryCommand(sql: string, flags: QueryFlags): Promise<number> {
  const format = formatOf(flags);
  const { folder } = openDataset(flags.out);
  const { timeout = DEFAULT_LIMITS.timeout, memory = DEFAULT_LIMITS.memory } = flags;
  const unfit = await answerApart({ sql, folder, format, limits: { timeout, memory } });
  const [first] = unfit;
  if (first !== undefined) say(`${UNFIT[flags.lang](unfit.length, first)}\n`);
  return EXIT.ok;
}
