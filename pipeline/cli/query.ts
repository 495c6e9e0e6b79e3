import type { Language } from '../../schemas/rules/index.ts';
import { EXIT, UserError } from '../base/errors.ts';
import { openDataset } from '../dataset/open.ts';
import { answerApart } from '../query/apart.ts';
import { DEFAULT_LIMITS } from '../query/limits.ts';
import { ANSWER_FORMATS, type AnswerFormat } from '../query/render.ts';

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

/** Answers an SQL question about a finished output folder on stdout. */
export async function queryCommand(sql: string, flags: QueryFlags): Promise<number> {
  const format = formatOf(flags);
  const { folder } = openDataset(flags.out);
  const { timeout = DEFAULT_LIMITS.timeout, memory = DEFAULT_LIMITS.memory } = flags;
  await answerApart({ sql, folder, format, limits: { timeout, memory } });
  return EXIT.ok;
}
