import type { FormBlock } from './blocks.ts';
import { writeDoc } from './doc.ts';
import { writeDocx } from './docx.ts';
import { writeHtml } from './html.ts';
import { writeDocling, writeMarker, writeMinerU, writePaddle } from './markdown.ts';
import { writeExcelHtml, writeWordHtml } from './office-html.ts';
import { writeCellLines, writeMinifiedHtml } from './packed-html.ts';
import { oneSheet, sheetATable, writeBook, writeCsv } from './sheets.ts';

/** A document as a file of one form; text is UTF-8. */
export type FormWriter = (blocks: readonly FormBlock[]) => string | Uint8Array | Promise<string | Uint8Array>;

/** Every form, by its name and the ending of its files. */
export const FORMS: readonly { name: string; extension: string; write: FormWriter }[] = [
  { name: 'HTML', extension: '.html', write: writeHtml },
  { name: 'HTML of Word', extension: '.html', write: writeWordHtml },
  { name: 'HTML of Excel', extension: '.html', write: writeExcelHtml },
  { name: 'HTML on one line', extension: '.html', write: writeMinifiedHtml },
  { name: 'HTML, one cell a line', extension: '.html', write: writeCellLines },
  { name: 'markdown of Docling', extension: '.md', write: writeDocling },
  { name: 'markdown of Marker', extension: '.md', write: writeMarker },
  { name: 'markdown of MinerU', extension: '.md', write: writeMinerU },
  { name: 'markdown of PaddleOCR', extension: '.md', write: writePaddle },
  { name: 'XLSX, one sheet', extension: '.xlsx', write: (blocks) => writeBook(oneSheet(blocks), 'xlsx') },
  { name: 'XLSX, a sheet a table', extension: '.xlsx', write: (blocks) => writeBook(sheetATable(blocks), 'xlsx') },
  { name: 'XLS', extension: '.xls', write: (blocks) => writeBook(sheetATable(blocks), 'biff8') },
  { name: 'ODS', extension: '.ods', write: (blocks) => writeBook(sheetATable(blocks), 'ods') },
  { name: 'CSV', extension: '.csv', write: writeCsv },
  { name: 'XML of 2003', extension: '.xml', write: (blocks) => writeBook(sheetATable(blocks), 'xlml') },
  { name: 'DOCX', extension: '.docx', write: writeDocx },
  { name: 'DOC', extension: '.doc', write: writeDoc },
];
