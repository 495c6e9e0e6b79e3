import Papa from 'papaparse';
import { SENTENCE_END } from '../../../schemas/lexicon/writing/punctuation.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import type { Reader } from '../access/reader.ts';
import { decode } from '../text/decode.ts';
import { findingOf } from './findings.ts';
import { pageOfSheet } from './page/index.ts';
import { nothingHidden } from './page/view.ts';
import { Budget, type Sheet, type SheetCell } from './workbook/workbook.ts';

/** How much of a file is looked at to tell what it is. */
const SAMPLE_BYTES = 64 * 1024;
const LF = 0x0a;
/** Commas first: where several fit, the one that parts most files. */
const DELIMITERS = [',', ';', '\t'] as const;
/** Records of several fields that a file needs to be told from prose. */
const LEAST_RECORDS = 3;
/** Share of these that stand beside one of as many fields: files of several tables change it at each, prose at each line. */
const REGULAR_SHARE = 0.9;
/** Share of separators that may be part of an amount (1,234) where nothing is quoted. */
const MOST_THOUSANDS = 0.5;
/** Share of records that may end as sentences do. */
const MOST_SENTENCES = 0.2;
const MARKUP = /<(?:!doctype|html|table|tr|td|\?xml)\b/i;
const THOUSANDS = /\d, ?(?=\d{3}(?!\d))/g;
/** Share of the lines that are records of several fields; prose has few lines that all have as many commas. */
const LEAST_SHARE = 0.3;
/** What parts the cells of texts and markdown: where there is more of it, commas are part of what is written. */
const OTHER_SEPARATORS = /[\t|]/g;

const recordsOf = (text: string, delimiter: string): string[][] => Papa.parse<string[]>(text, { delimiter, quoteChar: '"' }).data;

/** What parts the fields of a text; null where it is no list of them. */
export function delimiterOf(text: string): string | null {
  if (MARKUP.test(text)) return null;
  return DELIMITERS.find((delimiter) => text.includes(delimiter) && isRegular(text, delimiter)) ?? null;
}

function isRegular(text: string, delimiter: string): boolean {
  // Texts with tabs have a reader of their own; quoted fields are what it cannot read.
  if (delimiter === '\t' && !/(?:^|\t)"(?:[^"]|"")*[\t\n](?:[^"]|"")*"(?:\t|\r?$)/m.test(text)) return false;
  const records = recordsOf(text, delimiter);
  const several = records.filter(({ length }) => length > 1);
  const filled = records.filter((fields) => fields.some((field) => field.trim() !== ''));
  if (several.length < Math.max(LEAST_RECORDS, LEAST_SHARE * filled.length)) return false;
  const regular = several.filter(({ length }, i) => several[i - 1]?.length === length || several[i + 1]?.length === length);
  if (regular.length < REGULAR_SHARE * several.length) return false;
  const sentences = several.filter(isPartedSentence);
  if (sentences.length > MOST_SENTENCES * several.length) return false;
  const separators = text.split(delimiter).length - 1;
  if (delimiter !== '\t' && (text.match(OTHER_SEPARATORS)?.length ?? 0) > separators) return false;
  if (delimiter === ',' && !text.includes('"') && (text.match(THOUSANDS)?.length ?? 0) > MOST_THOUSANDS * separators) return false;
  return several.some((fields) => fields.some((field) => isAmount(field.trim())));
}

/** Fields of which the last one ends a sentence. A sentence alone in its record, blanks beside it, is none that commas parted. */
function isPartedSentence(fields: readonly string[]): boolean {
  const filled = fields.filter((field) => field.trim() !== '');
  return filled.length > 1 && SENTENCE_END.test(filled.at(-1) ?? '');
}

/** The first whole lines of a file. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const end = bytes.subarray(0, SAMPLE_BYTES).lastIndexOf(LF);
  return bytes.subarray(0, end < 0 ? SAMPLE_BYTES : end + 1);
}

/** `="0201"` is how a file of values says that a code is a text. */
const AS_TEXT = /^="((?:[^"]|"")*)"$/;

function sheetOf(text: string, delimiter: string): Sheet {
  const budget = new Budget();
  const rows = recordsOf(text, delimiter).flatMap((fields, row) => {
    const cells = fields.flatMap((field, column): SheetCell[] => {
      if (field.trim() === '') return [];
      budget.take(field);
      return [{ column, text: AS_TEXT.exec(field.trim())?.[1]?.replaceAll('""', '"') ?? field }];
    });
    return cells.length === 0 ? [] : [{ row, hidden: false, cells }];
  });
  return { name: '', hidden: false, rows, merges: [], columns: [] };
}

/**
 * Files of values with commas, semicolons, or tabs and quotes between them (RFC 4180), in the encodings of texts. Told by content: as many
 * fields record for record, and amounts among them.
 *
 * @returns one page, or why nothing can be read (see `decode`): also `office/too-large`.
 */
export const csvReader: Reader = {
  name: 'csv',
  extensions: ['.csv', '.tsv'],
  recognises(bytes) {
    const decoded = decode(sampleOf(bytes));
    return 'text' in decoded && delimiterOf(decoded.text) !== null;
  },
  read(bytes) {
    const decoded = decode(bytes);
    if ('finding' in decoded) return decoded;
    try {
      const sample = decode(sampleOf(bytes));
      const delimiter = ('text' in sample ? delimiterOf(sample.text) : null) ?? ',';
      const { page } = pageOfSheet(sheetOf(decoded.text, delimiter), { page: 1, line: 1 }, false, nothingHidden());
      return { source: { kind: 'flow', media: 'csv', encoding: decoded.encoding, pages: [page] }, findings: [] };
    } catch (error) {
      return { finding: findingOf(error) };
    }
  },
};
