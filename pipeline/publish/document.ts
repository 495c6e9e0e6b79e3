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

/** Name of a file in a document's folder → what stands in it. @throws OutputError when that is not what its schema promises. */
export const OUTPUTS: Readonly<Record<string, (extraction: Extraction) => string>> = {
  'disclosure.json': ({ disclosure }) => toJson('disclosure.json', Disclosure, disclosure, DISCLOSURE_DEPTH),
  'report.json': ({ report }) => toJson('report.json', Report, report, REPORT_DEPTH),
};
const HTML = 'report.html';
const TABLES = 'tables';
const TABLE_FILE = /^\d{2,}-.*\.csv(?:\.part)?$/;
const OWN_FILES = new Set([...Object.keys(OUTPUTS), HTML].flatMap((name) => [name, `${name}.part`]));

/** The texts of one document's folder, by name. */
export interface DocumentFiles {
  own: Map<string, string>;
  tables: Map<string, string>;
}

/**
 * Renders and validates everything but the HTML report.
 *
 * @throws OutputError (exit code 4) when disclosure or report is not what its schema promises.
 */
export function renderDocument(extraction: Extraction): DocumentFiles {
  const { tables, indicators } = extraction.disclosure;
  const tableFiles = tables.map((table): [string, string] => {
    const own = indicators.filter(({ tableIndex }) => tableIndex === table.index);
    return [tableFileName(table), tableCsv(table, own)];
  });
  const own = Object.entries(OUTPUTS).map(([name, render]): [string, string] => [name, render(extraction)]);
  return { own: new Map(own), tables: new Map(tableFiles) };
}

/** Writes the folder of a document. @returns name and bytes of each file. */
export function writeDocument(folder: string, files: DocumentFiles, html: string | null): [string, number][] {
  const own = html === null ? files.own : new Map([...files.own, [HTML, html]]);
  makeFolder(folder);
  writeFolder(join(folder, TABLES), files.tables, (name) => TABLE_FILE.test(name));
  writeFolder(folder, own, (name) => OWN_FILES.has(name));
  const written = [...own, ...[...files.tables].map(([name, text]): [string, string] => [`${TABLES}/${name}`, text])];
  return written.map(([name, text]) => [name, Buffer.byteLength(text)]);
}
