import type { Blob } from 'node:buffer';
import { renameSync, rmSync } from 'node:fs';
import type Stream from 'node:stream';
import writeExcelFile, { type CellObject, type Feature, type Row } from 'write-excel-file/node';
import { getCellAddress } from 'write-excel-file/utility';
import { at } from '../../../extractors/model/at.ts';
import type { PrintedCell } from '../csv/table-csv.ts';

/** What the library's files can be made of. */
type FileContent = Stream | Buffer | Blob;

/** A sheet: its rows, of which the first is the header; `filter`: whether they are one list below one header. */
export interface WorkSheet {
  name: string;
  rows: readonly (readonly PrintedCell[])[];
  filter: boolean;
}

const REVIEW = '#FFF2CC';
const HEADER = '#E7E6E6';
/** Digits that a spreadsheet's number holds exactly. */
const EXACT_DIGITS = 15;
const NAME_LENGTH = 31;
const MIN_WIDTH = 8;
const MAX_WIDTH = 48;
const WIDTH_SAMPLE = 200;

/** Whether a decimal string is the same number in a spreadsheet. */
export function isExactNumber(text: string): boolean {
  return text.replace(/[^\d]/g, '').replace(/^0+/, '').length <= EXACT_DIGITS;
}

const formatOf = (text: string): string => {
  const decimals = text.split('.')[1]?.length ?? 0;
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
};

/** Amounts are numbers with the printed decimals; all else is text, so that a code keeps its zeros. */
function excelCell({ text, kind, review }: PrintedCell): CellObject | null {
  const style = review ? { backgroundColor: REVIEW } : {};
  if (text === '') return review ? { value: '', type: String, ...style } : null;
  if (kind === 'count') return { value: Number(text), type: Number, format: '0', ...style };
  if (kind === 'amount' && isExactNumber(text)) return { value: Number(text), type: Number, format: formatOf(text), ...style };
  return { value: text, type: String, ...(/^[+-]?[\d.,]+%?$/.test(text) ? { format: '@' } : {}), ...style };
}

const headerCell = ({ text }: PrintedCell): CellObject => ({
  value: text,
  type: String,
  fontWeight: 'bold',
  backgroundColor: HEADER,
  wrap: true,
});

const widthOf = (text: string): number => [...text].reduce((width, char) => width + (char > '\u2e7f' ? 2 : 1), 2);

function columnsOf(rows: WorkSheet['rows']): { width: number }[] {
  const widths: number[] = [];
  for (const row of rows.slice(0, WIDTH_SAMPLE)) {
    for (const [i, { text }] of row.entries()) widths[i] = Math.max(widths[i] ?? MIN_WIDTH, widthOf(text));
  }
  return widths.map((width) => ({ width: Math.min(width, MAX_WIDTH) }));
}

/** Names that Excel takes: no `[]:*?/\`, 31 characters, each once whatever the case. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const clean =
      name
        .replace(/[[\]:*?/\\]/g, '_')
        .replace(/^'+|'+$/g, '')
        .trim() || 'sheet';
    for (let n = 1; ; n++) {
      const suffix = n === 1 ? '' : ` ${n}`;
      const unique = clean.slice(0, NAME_LENGTH - suffix.length) + suffix;
      if (taken.has(unique.toLowerCase())) continue;
      taken.add(unique.toLowerCase());
      return unique;
    }
  });
}

/** The library freezes rows but knows no filters: one element behind the data of each sheet that is a list. */
function autoFilter(sheets: readonly WorkSheet[]): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            const width = sheet?.rows[0]?.length ?? 0;
            if (!sheet?.filter || width === 0) return xml;
            const ref = `${getCellAddress(0, 0)}:${getCellAddress(sheet.rows.length - 1, width - 1)}`;
            return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${ref}"/>`);
          },
        },
      },
    },
  };
}

/** Writes a workbook; it takes its name when it is whole. */
export async function writeWorkbook(path: string, sheets: readonly WorkSheet[]): Promise<void> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const part = `${path}.part`;
  const content = sheets.map(({ rows, filter }, i) => ({
    sheet: at(names, i),
    data: rows.map((row, n): Row => (filter && n === 0 ? row.map(headerCell) : row.map(excelCell))),
    columns: columnsOf(rows),
    ...(filter ? { stickyRowsCount: 1 } : {}),
  }));
  try {
    await writeExcelFile(content, { features: [autoFilter(sheets)] }).toFile(part);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
