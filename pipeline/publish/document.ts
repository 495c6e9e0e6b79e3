/** An extraction in, the files of its folder out; nothing is decided here; imports schemas, extractors, base, csv, report. */
import { join } from 'node:path';
import type { Extraction } from '../../extractors/extraction.ts';
import { Disclosure } from '../../schemas/disclosure.ts';
import { Report } from '../../schemas/report.ts';
import { makeFolder, writeFolder } from '../base/files.ts';
import { toJson } from './csv/json.ts';
import { tableCsv, tableFileName } from './csv/table-csv.ts';

/** Down to the rows of a table; down to each equation, finding and review item. */
const DISCLOSURE_DEPTH = 4;
const REPORT_DEPTH = 2;

/** The texts of one document's folder. */
export interface DocumentFiles {
  disclosure: string;
  report: string;
  tables: Map<string, string>;
}

/**
 * Renders and validates everything but the HTML report.
 *
 * @throws OutputError (exit code 4) when disclosure or report is not what its schema promises.
 */
export function renderDocument({ disclosure, report }: Extraction): DocumentFiles {
  const tables = new Map<string, string>();
  for (const table of disclosure.tables) {
    const indicators = disclosure.indicators.filter(({ tableIndex }) => tableIndex === table.index);
    tables.set(tableFileName(table), tableCsv(table, indicators));
  }
  return {
    disclosure: toJson('disclosure.json', Disclosure, disclosure, DISCLOSURE_DEPTH),
    report: toJson('report.json', Report, report, REPORT_DEPTH),
    tables,
  };
}

const TABLE_FILE = /^\d{2,}-.*\.csv(?:\.part)?$/;
const REPORT_FILE = /^(?:disclosure\.json|report\.json|report\.html)(?:\.part)?$/;
const TABLES = 'tables';

/** Writes the folder of a document. @returns name and bytes of each file. */
export function writeDocument(folder: string, files: DocumentFiles, html: string | null): [string, number][] {
  const own = new Map([
    ['disclosure.json', files.disclosure],
    ['report.json', files.report],
    ...(html === null ? [] : [['report.html', html] as const]),
  ]);
  makeFolder(folder);
  writeFolder(join(folder, TABLES), files.tables, TABLE_FILE);
  writeFolder(folder, own, REPORT_FILE);
  const written = [...own, ...[...files.tables].map(([name, text]) => [`${TABLES}/${name}`, text] as const)];
  return written.map(([name, text]) => [name, Buffer.byteLength(text)]);
}
