import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BOM, headerLine, recordLines } from '../../../pipeline/publish/csv/csv.ts';
import { dataPackage } from '../../../pipeline/publish/csv/datapackage.ts';
import { RECORD_FILES } from '../../../pipeline/publish/csv/fields.ts';
import { renderDocument, writeDocument } from '../../../pipeline/publish/document.ts';
import { toRecords } from '../../../pipeline/publish/records/records.ts';
import { makeCell, makeColumn, makeExtraction, makeRow, makeTable } from '../fixture.ts';

/** Amounts that a float would spoil, more decimals than a column keeps, and text that a spreadsheet would run. */
export const AMOUNTS = ['12.30', '-0.10', '9007199254740993.01', '0.12345678915'] as const;
export const FORMULA_LABEL = '=1+1, "办公费"';

/** An output folder with one document of four facts. */
export function makeOutput(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-dataset-'));
  const rows = AMOUNTS.map((amount, i) =>
    makeRow(i, i === 0 ? FORMULA_LABEL : `科目${i}`, [makeCell(`f${i}`, 0, amount, { valueYuan: amount, review: i === 1 })], {
      code: i === 0 ? '0301' : null,
    }),
  );
  const table = makeTable({ columns: [makeColumn(0, ['合计'])], rows });
  const extraction = makeExtraction({ documentId: 'a', sourceFile: 'a.txt' }, [table]);
  const records = toRecords(extraction.disclosure, extraction.report);
  for (const file of RECORD_FILES) writeFileSync(join(folder, file), BOM + headerLine(file) + recordLines(file, records[file]));
  writeFileSync(join(folder, 'datapackage.json'), JSON.stringify(dataPackage('2026-01-01T00:00:00.000Z')));
  writeDocument(join(folder, 'a'), renderDocument(extraction), null);
  return folder;
}
