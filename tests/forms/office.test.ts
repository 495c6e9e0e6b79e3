import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils } from '@e965/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { read } from '../extractors/documents.ts';
import { writeDocx } from '../generator/forms/docx.ts';
import { sheetATable, writeBook } from '../generator/forms/sheets.ts';
import { blocksOf, planDocument } from '../generator/generate.ts';
import { blocksOf as blocksRead, readable, rulesOf, shown } from '../support/blocks.ts';
import { score } from '../support/score.ts';

/** Files that an office wrote: LibreOffice converts what the generator wrote. Skipped where it is not installed. */

const hasOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const folder = mkdtempSync(join(tmpdir(), 'duizhang-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The file in another form. A profile of its own, so that no office that is open is in the way. */
function converted(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const source = join(folder, `source.${from}`);
  writeFileSync(source, bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', join(folder, 'out'), source], { stdio: 'ignore' });
  return new Uint8Array(readFileSync(join(folder, 'out', `source.${to}`)));
}

describe.skipIf(!hasOffice)('as an office writes it', () => {
  const { blocks, gold } = blocksOf(planDocument('pdf-ruled', 1));
  const book = (): Uint8Array => writeBook(sheetATable(blocks), 'xlsx');

  test.each([
    ['xlsx', 'xls', book],
    ['xlsx', 'ods', book],
    ['docx', 'doc', () => writeDocx(blocks)],
  ] as const)('%s → %s: the same facts', async (from, to, write) => {
    const { disclosure, report } = await read(converted(write(), from, to));
    const { facts, statements, review } = score(gold, disclosure, report);
    expect([report.media, facts.f1, statements.f1, review.wrongSilent + review.missingSilent]).toEqual([to, 1, 1, 0]);
  });

  test.each(['xls', 'ods'])('what is hidden, in %s', async (to) => {
    const sheet = utils.aoa_to_sheet([
      ['项目', '金额', '备注'],
      ['甲', 1, 7],
      ['乙', 2, 8],
      ['丙', 3, 9],
    ]);
    sheet['!rows'] = [{}, {}, { hidden: true }];
    sheet['!cols'] = [{}, {}, { hidden: true }];
    const hidden = utils.book_new();
    utils.book_append_sheet(hidden, sheet, '甲');
    utils.book_append_sheet(hidden, utils.aoa_to_sheet([['丁', 5]]), '乙');
    utils.book_set_sheet_visibility(hidden, 1, 1);
    const result = await readable(converted(writeBook(hidden, 'xlsx'), 'xlsx', to));
    expect(shown(blocksRead(result))).toEqual(['项目|金额', '甲|1', '丙|3']);
    expect(rulesOf(result)).toEqual(['office/hidden 1 sheet, 1 row, 1 column 5']);
  });
});
