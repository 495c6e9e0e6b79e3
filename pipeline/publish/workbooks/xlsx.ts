/** A finished output folder in, Parquet files and workbooks out; imports schemas, extractors, base, dataset, publish/csv. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Disclosure } from '../../../schemas/disclosure.ts';
import { Report } from '../../../schemas/report.ts';
import { codeOf } from '../../base/errors.ts';
import { cannotWrite } from '../../base/files.ts';
import { csvBatches, csvChunks } from '../../dataset/csv-rows.ts';
import type { Dataset, DatasetTable } from '../../dataset/open.ts';
import { type PrintedCell, tableCells } from '../csv/table-csv.ts';
import type { Inexact, Written } from './parquet.ts';
import { isExactNumber, type WorkSheet, writeWorkbook } from './workbook.ts';

/** Rows that Excel takes, without the header. */
const EXCEL_ROWS = 1_048_575;
/** A workbook is made in memory, here and in the program that opens it: it is split long before Excel's limit. */
const CELLS_PER_WORKBOOK = 1_000_000;

const text = (value: string | number | null): PrintedCell => ({ text: value === null ? '' : String(value), kind: 'text', review: false });

const page = (range: readonly [number, number]): string => (range[0] === range[1] ? String(range[0]) : `${range[0]}..${range[1]}`);

/** What the tables of a document are, one a line, above them what the document is. */
function overview({ disclosure }: Content): WorkSheet {
  const { entity, region, year, kind, scope, level, parentEntity, title, sourceFile, tables } = disclosure;
  const facts: [string, string | number | null][] = [
    ['来源文件', sourceFile],
    ['标题', title],
    ['单位', entity.name],
    ['单位编码', entity.code],
    ['省', region.province],
    ['市', region.city],
    ['县', region.county],
    ['区划代码', region.code],
    ['年度', year],
    ['类别', kind],
    ['范围', scope],
    ['级次', level],
    ['上级单位', parentEntity],
  ];
  return {
    name: '概览',
    filter: false,
    rows: [
      ...facts.map(([name, value]) => [text(name), text(value)]),
      [],
      ['序号', '编号', '标题', '类型', '计量单位', '页', '空表'].map(text),
      ...tables.map((table) =>
        [table.index, table.number, table.title, table.kind, table.unit, page(table.pages), table.empty ? '是' : ''].map(text),
      ),
    ],
  };
}

function reviewSheet({ report }: Content): WorkSheet[] {
  if (report.review.length === 0) return [];
  const rows = report.review.map((item) => [
    ...[item.itemId, item.tableTitle, item.places[0]?.page ?? null, item.places[0]?.line ?? null].map(text),
    ...[item.message, item.actual, item.expected, item.proposal].map(text),
  ]);
  return [{ name: '待核', filter: true, rows: [['编号', '表', '页', '行', '说明', '实际', '应为', '建议'].map(text), ...rows] }];
}

interface Content {
  disclosure: Disclosure;
  report: Report;
}

function readContent(folder: string): Content | null {
  const disclosure = join(folder, 'disclosure.json');
  const report = join(folder, 'report.json');
  if (!existsSync(disclosure) || !existsSync(report)) return null;
  return {
    disclosure: Disclosure.parse(JSON.parse(readFileSync(disclosure, 'utf8'))),
    report: Report.parse(JSON.parse(readFileSync(report, 'utf8'))),
  };
}

/** Amounts that a spreadsheet's numbers cannot hold, by column. */
class Longest {
  readonly #byColumn = new Map<string, Set<string>>();
  readonly #table: string;

  constructor(table: string) {
    this.#table = table;
  }

  see(column: string, { text: value, kind }: PrintedCell): void {
    if (kind !== 'amount' || isExactNumber(value)) return;
    const numbers = this.#byColumn.get(column) ?? new Set();
    this.#byColumn.set(column, numbers.add(value));
  }

  list(): Inexact[] {
    return [...this.#byColumn].map(([column, numbers]) => ({ table: this.#table, column, numbers }));
  }
}

async function writeDocument(folder: string, documentId: string): Promise<Written | null> {
  const content = readContent(join(folder, documentId));
  if (content === null || content.disclosure.tables.length === 0) return null;
  const { tables, indicators } = content.disclosure;
  const long = new Longest(documentId);
  const sheets = tables.map((table): WorkSheet => {
    const rows = tableCells(
      table,
      indicators.filter(({ tableIndex }) => tableIndex === table.index),
    );
    for (const row of rows) for (const cell of row) long.see(table.title, cell);
    return { name: `${String(table.index).padStart(2, '0')} ${table.title}`, rows, filter: table.shape !== 'text-form' };
  });
  await writeWorkbook(join(folder, documentId, 'tables.xlsx'), [overview(content), ...reviewSheet(content), ...sheets]);
  return { file: `${documentId}/tables.xlsx`, rows: sheets.reduce((sum, { rows }) => sum + rows.length, 0), inexact: long.list() };
}

const KINDS = { number: 'amount', integer: 'count', string: 'text', boolean: 'text' } as const;

/** One CSV file as workbooks of one list: `facts.xlsx`, or `facts-1.xlsx` and so on where it is too long for one. */
async function writeTable(
  folder: string,
  { name, path, fields }: DatasetTable,
  rowsPerWorkbook: number,
  onWritten: (written: Written) => void,
): Promise<void> {
  const stale = new RegExp(`^${name}(?:-\\d+)?\\.xlsx$`);
  for (const file of readdirSync(folder)) if (stale.test(file)) rmSync(join(folder, file));
  const types = new Map(fields.map((field) => [field.name, field.type]));
  let columns: { name: string; kind: PrintedCell['kind'] }[] = [];
  const size = Math.min(rowsPerWorkbook, EXCEL_ROWS, Math.floor(CELLS_PER_WORKBOOK / fields.length));
  const chunks = csvChunks(path, size, (header) => {
    columns = header.map((each) => ({ name: each, kind: KINDS[types.get(each) ?? 'string'] }));
  });
  let part = 0;
  let next = chunks.next();
  while (!next.done || part === 0) {
    const records = next.done ? [] : next.value;
    next = next.done ? next : chunks.next();
    const file = part === 0 && next.done ? `${name}.xlsx` : `${name}-${part + 1}.xlsx`;
    const long = new Longest(name);
    const rows = records.map((record) =>
      columns.map((column, i): PrintedCell => {
        const made = { text: record[i] ?? '', kind: column.kind, review: false };
        long.see(column.name, made);
        return made;
      }),
    );
    await writeWorkbook(join(folder, file), [{ name, filter: true, rows: [columns.map((column) => text(column.name)), ...rows] }]);
    onWritten({ file, rows: rows.length, inexact: long.list() });
    part++;
  }
}

/** The ids in documents.csv, which name the folders of the documents. */
function documentIds(dataset: Dataset): string[] {
  const documents = dataset.tables.find(({ name }) => name === 'documents');
  const ids: string[] = [];
  if (documents) for (const records of csvBatches(documents.path)) ids.push(...records.map(([id]) => id ?? ''));
  return ids.slice(1).filter((id) => id !== '' && !/^\.|[/\\]/.test(id));
}

/**
 * A workbook for each document (tables.xlsx in its folder, a sheet a table as printed) and one for each CSV file, split where it
 * would be too large to open. One workbook is held in memory at a time.
 *
 * @throws UserError (exit code 5) when the folder cannot be written.
 */
export async function exportXlsx(
  dataset: Dataset,
  onWritten: (written: Written) => void,
  rowsPerWorkbook: number = EXCEL_ROWS,
): Promise<void> {
  const { folder, tables } = dataset;
  try {
    for (const documentId of documentIds(dataset)) {
      const written = await writeDocument(folder, documentId);
      if (written) onWritten(written);
    }
    for (const table of tables) await writeTable(folder, table, rowsPerWorkbook, onWritten);
  } catch (error) {
    throw codeOf(error) === null ? error : cannotWrite(folder, error);
  }
}
