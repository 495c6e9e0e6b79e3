import type { Language } from '../../schemas/rules/index.ts';
import { EXIT } from '../base/errors.ts';
import { counted } from '../base/shown/counted.ts';
import { openDataset } from '../dataset/open.ts';
import type { Inexact, Written } from '../publish/workbooks/parquet.ts';
import { print, say } from './talk.ts';

export type ExportFormat = 'parquet' | 'xlsx';

export interface ExportFlags {
  lang: Language;
  quiet?: boolean | undefined;
}

const firstOf = (numbers: ReadonlySet<string>): string => [...numbers][0] ?? '';

const TEXT = {
  en: {
    rows: (file: string, rows: number) => `${file}\t${counted(rows, 'row')}`,
    inexact: ({ table, column, numbers }: Inexact) =>
      `${table}.${column}: ${counted(numbers.size, 'number')} too long (the first is ${firstOf(numbers)}): rounded, or text in a workbook. ${table}.csv has them whole.`,
  },
  zh: {
    rows: (file: string, rows: number) => `${file}\t${rows} 行`,
    inexact: ({ table, column, numbers }: Inexact) =>
      `${table}.${column}：有 ${numbers.size} 个数超出可表示的位数（首个为 ${firstOf(numbers)}），已舍入，或在工作簿中存为文本；${table}.csv 中保留原样。`,
  },
} as const;

/** Writes Parquet files or workbooks into a finished output folder; each file is named on stdout. */
export async function exportCommand(format: ExportFormat, folder: string, { lang, quiet = false }: ExportFlags): Promise<number> {
  const dataset = openDataset(folder);
  const onWritten = ({ file, rows, inexact }: Written): void => {
    if (!quiet) print(`${TEXT[lang].rows(file, rows)}\n`);
    for (const each of inexact) say(`${TEXT[lang].inexact(each)}\n`);
  };
  if (format === 'parquet') (await import('../publish/workbooks/parquet.ts')).exportParquet(dataset, onWritten);
  else await (await import('../publish/workbooks/xlsx.ts')).exportXlsx(dataset, onWritten);
  return EXIT.ok;
}
