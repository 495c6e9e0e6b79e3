import { read as readBook, type WorkBook } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../../schemas/disclosure.ts';
import { read } from '../extractors/documents.ts';
import { PDF_DIALECTS } from '../generator/dialects/pdf.ts';
import type { FormBlock, FormTable } from '../generator/forms/blocks.ts';
import { FORMS } from '../generator/forms/index.ts';
import { blocksOf, type PdfDialect, planDocument } from '../generator/generate.ts';
import { ALL } from '../support/sample.ts';

/** The address of every number is looked up in the file, by another way than the reader's. */

const dialects = ALL ? (Object.keys(PDF_DIALECTS) as PdfDialect[]) : (['pdf-ruled', 'pdf-grey'] as const);

interface Printed {
  raw: string;
  cell: string;
}

/** Numbers of tables and forms that stand in cells. */
function numbersOf({ tables }: Disclosure): Printed[] {
  return tables.flatMap(({ rows }) =>
    rows.flatMap((row) => row.cells.flatMap(({ raw, places }) => places.map(({ cell }) => ({ raw, cell: cell ?? '' })))),
  );
}

const compact = (text: string): string => text.replace(/\s/g, '');

/** By the library that wrote it: what the cell shows. */
function sheetText(book: WorkBook, address: string): string {
  const [at, ...sheet] = address.split('!').reverse();
  const cell = book.Sheets[sheet.reverse().join('!') || book.SheetNames[0]!]?.[at!] as { w?: string; v?: unknown } | undefined;
  return String(cell?.w ?? cell?.v ?? '');
}

/** By the blocks that it was written from: `表3!B7`. */
function tableText(tables: readonly FormTable[], address: string): string {
  const [, number, letter, row] = /^表(\d+)!([A-Z])(\d+)$/.exec(address) ?? [];
  const table = tables[Number(number) - 1];
  const cells = table && [...table.header, ...table.rows][Number(row) - 1];
  return cells?.find(({ column }) => column === letter!.charCodeAt(0) - 65)?.text ?? '';
}

function lookUp(name: string, file: string | Uint8Array, blocks: readonly FormBlock[]): (address: string) => string {
  if (name.startsWith('DOC')) {
    const tables = blocks.filter((block) => block.kind === 'table');
    return (address) => tableText(tables, address);
  }
  const book = typeof file === 'string' ? readBook(file, { type: 'string', raw: true }) : readBook(file, { type: 'array' });
  return (address) => sheetText(book, address);
}

describe.each(FORMS.filter(({ name }) => /^(?:XLS|ODS|XML|CSV|DOC)/.test(name)))('$name', ({ name, write }) => {
  test.each(dialects)('%s: at the address of every number stands what was read', async (dialect) => {
    const { blocks } = blocksOf(planDocument(dialect, 1));
    const file = await write(blocks);
    const { disclosure } = await read(file);
    const textAt = lookUp(name, file, blocks);
    const numbers = numbersOf(disclosure);
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.filter(({ raw, cell }) => cell === '' || compact(textAt(cell)) !== compact(raw))).toEqual([]);
  });
});
