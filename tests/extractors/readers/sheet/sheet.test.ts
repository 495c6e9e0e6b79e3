import { type BookType, CFB, utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { blocksOf, readable, refused, rulesOf, shown } from '../../../support/blocks.ts';
import { type BookParts, formats, ods, utf8, xlsx, xlsxRow, xlsxSheet } from '../../../support/office.ts';

const one = (xml: string, more: Partial<BookParts> = {}): Uint8Array => xlsx({ sheets: [{ name: '表', xml }], ...more });

const TABLE = [
  ['收支总表', null, null],
  [null, null, '单位：万元'],
  ['科目编码', '科目名称', '合计'],
  ['208', '社会保障和就业支出', '12.00'],
] as const;

describe('what is a line and what a row', () => {
  test('title, unit and note of a sheet are lines, with the cells that they stand in', async () => {
    const read = await readable(
      one(
        xlsxSheet(
          [...TABLE, ['注：本表金额保留两位小数。', null, null]],
          '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A5:C5"/></mergeCells>',
        ),
      ),
    );
    const blocks = blocksOf(read);
    expect(shown(blocks)).toEqual([
      '收支总表',
      '单位：万元',
      '科目编码|科目名称|合计',
      '208|社会保障和就业支出|12.00',
      '注：本表金额保留两位小数。',
    ]);
    expect(blocks.map(({ kind }) => kind)).toEqual(['line', 'line', 'grid', 'line']);
    expect(blocks[1]).toMatchObject({ page: 1, line: 2, cell: '表!C2', raw: '\t\t单位：万元' });
    expect(blocks[2]).toMatchObject({
      bounded: true,
      rows: [{}, { line: 4, cells: [{ places: [{ cell: '表!A4', line: 4 }] }, {}, { raw: '12.00' }] }],
    });
  });

  test('lines are the filled rows, counted over the document, with tabs between their cells', async () => {
    const sheet = { name: 'a', xml: `<sheetData>${xlsxRow(3, ['甲', null, '乙'])}${xlsxRow(9, ['丙'])}</sheetData>` };
    const { source } = await readable(xlsx({ sheets: [sheet, { ...sheet, name: 'b' }] }));
    expect(source.pages.map(({ number, lines }) => [number, lines.map(({ number: n, text }) => `${n} ${text}`)])).toEqual([
      [1, ['1 甲\t乙', '2 丙']],
      [2, ['3 甲\t乙', '4 丙']],
    ]);
  });

  test('publisher, year and unit beside each other are three lines; years beside each other are a header', async () => {
    const read = await readable(
      one(xlsxSheet([['收入预算表'], ['341-某市水务局', '2024年度', '单位：万元'], ['项目', '2023年', '2024年'], ['收入', 1, 2]])),
    );
    expect(shown(blocksOf(read))).toEqual(['收入预算表', '341-某市水务局', '2024年度', '单位：万元', '项目|2023年|2024年', '收入|1|2']);
  });

  test('tables below each other and beside each other are grids of their own', async () => {
    const below = await readable(one(xlsxSheet([['项目', '金额'], ['甲', 1], [], ['单位', '人数', '备注'], ['乙', 2, '无']])));
    expect(blocksOf(below).map((block) => block.kind === 'grid' && block.rows.length)).toEqual([2, 2]);
    const beside = await readable(
      one(
        xlsxSheet([
          ['收入表', null, null, '支出表'],
          ['项目', '金额', null, '项目', '金额'],
          ['甲', 1, null, '乙', 2],
        ]),
      ),
    );
    expect(shown(blocksOf(beside))).toEqual(['收入表', '项目|金额', '甲|1', '支出表', '项目|金额', '乙|2']);
  });

  test('a blank row within a table ends none of it', async () => {
    const read = await readable(one(xlsxSheet([['项目', '金额'], ['甲', 1], [], ['乙', 2]])));
    expect(blocksOf(read)).toHaveLength(1);
  });

  test('a title that its cell breaks is one line, a title and a unit in one cell are two', async () => {
    const read = await readable(one(xlsxSheet([['一般公共预算\n支出表'], ['项目支出表\n单位：元'], ['项目', '金额'], ['甲', 1]])));
    expect(shown(blocksOf(read)).slice(0, 3)).toEqual(['一般公共预算 支出表', '项目支出表', '单位：元']);
  });

  test('a list of the tables is their contents, and no table', async () => {
    const read = await readable(one(xlsxSheet([['目录'], ['序号', '名称'], [1, '收支总表'], [2, '收入总表'], [3, '支出总表']])));
    const contents = blocksOf(read).flatMap((block) => (block.kind === 'line' && block.contents ? [block.text] : []));
    expect(contents).toEqual(['1 收支总表', '2 收入总表', '3 支出总表']);
  });
});

describe('merged cells', () => {
  test('cover what they are merged over', async () => {
    const rows = [
      ['科目', null, '金额', null],
      ['编码', '名称', '本年', '上年'],
      ['208', '社保', 1, 2],
    ];
    const read = await readable(one(xlsxSheet(rows, '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:D1"/></mergeCells>')));
    expect(shown(blocksOf(read))[0]).toBe('科目|<|金额|<');
  });

  test('what stands below a merged cell is not seen', async () => {
    const read = await readable(
      one(
        xlsxSheet(
          [
            ['项目', '金额'],
            ['甲', 1],
            ['乙', 2],
          ],
          '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>',
        ),
      ),
    );
    expect(shown(blocksOf(read))).toEqual(['项目|金额', '甲|1', '乙|^']);
    expect(rulesOf(read)).toEqual(['office/hidden 1 cell 1']);
  });

  test('a merged cell whose first column is hidden is shown in the next', async () => {
    const rows = [
      ['x', '科目', null],
      ['y', '甲', 1],
    ];
    const read = await readable(
      one(xlsxSheet(rows, '<mergeCells><mergeCell ref="A2:B2"/></mergeCells>', '<cols><col min="1" max="1" hidden="1"/></cols>')),
    );
    expect(shown(blocksOf(read))).toEqual(['科目', 'y|1']);
  });
});

describe('what is hidden gives no line, and one finding counts it', () => {
  test('sheets, rows, columns and what a format does not show', async () => {
    const seen = {
      name: 'a',
      xml: `<cols><col min="3" max="3" hidden="1"/></cols><sheetData>${xlsxRow(1, ['项目', '金额', '备注'])}${xlsxRow(2, ['甲', 1, 7])}${xlsxRow(3, ['乙', 2, 8], 'hidden="1"')}${xlsxRow(4, ['丙', 3], 'ht="0" customHeight="1"')}<row r="5"><c r="A5" t="str"><v>丁</v></c><c r="B5" s="1"><v>4</v></c></row></sheetData>`,
    };
    const hidden = ['hidden', 'veryHidden'].map((state) => ({
      name: state,
      state,
      xml: xlsxSheet([
        ['项目', '金额'],
        ['甲', 5],
      ]),
    }));
    const read = await readable(xlsx({ sheets: [...hidden, seen], styles: formats('0', ';;;') }));
    expect(read.source.pages).toHaveLength(1);
    expect(shown(blocksOf(read))).toEqual(['项目|金额', '甲|1', '丁|']);
    expect(rulesOf(read)).toEqual(['office/hidden 2 sheets, 2 rows, 1 column, 1 cell 7']);
  });

  test('white text on no ground', async () => {
    const styles = `<fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"/></fill></fills><cellXfs><xf/><xf fontId="1"/><xf fontId="1" fillId="1"/></cellXfs>`;
    const xml =
      '<sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="2"><v>2</v></c></row></sheetData>';
    const read = await readable(one(xml, { styles }));
    expect(shown(blocksOf(read))).toEqual(['甲|2']);
    expect(rulesOf(read)).toEqual(['office/hidden 1 cell 1']);
  });

  test('of a sheet that shows no zeros they are blank', async () => {
    const read = await readable(one(xlsxSheet([['甲', 0, 1]], '', '<sheetViews><sheetView showZeros="0"/></sheetViews>')));
    expect(shown(blocksOf(read))).toEqual(['甲|1']);
    expect(read.findings).toEqual([]);
  });
});

describe('texts', () => {
  test('shared, in runs, without readings and without what is struck through', async () => {
    const strings =
      '<si><t>甲</t></si><si><r><t>乙</t></r><r><rPr><strike/></rPr><t>旧</t></r><r><t>丙</t></r><rPh><t>yi</t></rPh></si><si><t>a_x000D_b</t></si>';
    const read = await readable(
      one('<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row></sheetData>', { strings }),
    );
    expect(shown(blocksOf(read))).toEqual(['甲|乙丙|a b']);
  });

  test('indents: of the alignment and of spaces before the text', async () => {
    const styles = '<cellXfs><xf/><xf><alignment indent="2"/></xf></cellXfs>';
    const xml =
      '<sheetData><row r="1"><c r="A1" s="1" t="str"><v>甲</v></c><c r="B1" t="str"><v>　乙</v></c><c r="C1" t="str"><v>  丙</v></c></row></sheetData>';
    const [block] = blocksOf(await readable(one(xml, { styles })));
    expect(block?.kind === 'grid' && block.rows[0]?.cells.map(({ text, indent }) => [text, indent])).toEqual([
      ['甲', 18],
      ['乙', 11],
      ['丙', 11],
    ]);
  });

  test('of a strict workbook, and of one whose names have a prefix', async () => {
    const strict = one(xlsxSheet([['甲', 1]]), { namespace: 'http://purl.oclc.org/ooxml/spreadsheetml/main' });
    expect(shown(blocksOf(await readable(strict)))).toEqual(['甲|1']);
    const prefixed = one(
      '<x:sheetData xmlns:x="y"><x:row r="1"><x:c r="A1" t="str"><x:v>甲</x:v></x:c><x:c r="B1"><x:v>1</x:v></x:c></x:row></x:sheetData>',
    );
    expect(shown(blocksOf(await readable(prefixed)))).toEqual(['甲|1']);
  });
});

describe('the name of a sheet', () => {
  const named = async (name: string, rows: Parameters<typeof xlsxSheet>[0]): Promise<(string | undefined)[]> =>
    blocksOf(await readable(xlsx({ sheets: [{ name, xml: xlsxSheet(rows) }] }))).flatMap((block) =>
      block.kind === 'grid' ? [block.name] : [],
    );

  test('is a title where none is printed', async () => {
    expect(
      await named('Z02 收入决算表', [
        ['项目', '金额'],
        ['甲', 1],
      ]),
    ).toEqual(['收入决算表']);
    expect(
      await named('3、支出总表 (2)', [
        ['项目', '金额'],
        ['甲', 1],
      ]),
    ).toEqual(['支出总表']);
    expect(
      await named('Sheet1', [
        ['项目', '金额'],
        ['甲', 1],
      ]),
    ).toEqual([undefined]);
    expect(await named('收入决算表', [['支出决算表'], ['项目', '金额'], ['甲', 1]])).toEqual([undefined]);
  });
});

describe('OpenDocument', () => {
  const cell = (text: string, attributes = ''): string =>
    `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`;

  test('repeated cells, spans, hidden rows, columns and sheets, and no comments', async () => {
    const styles =
      '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style><style:style style:name="in"><style:paragraph-properties fo:margin-left="1cm"/></style:style>';
    const sheet = `<table:table table:name="甲"><table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>
      <table:table-row>${cell('科目', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell('金额')}${cell('9.00')}</table:table-row>
      <table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      <table:table-row>${cell('208')}${cell('社保<office:annotation><text:p>批注</text:p></office:annotation>', 'table:style-name="in"')}${cell('1<text:s text:c="2"/>2')}</table:table-row>
      <table:table-row table:visibility="filter">${cell('209')}${cell('x')}${cell('3.00')}</table:table-row></table:table>
      <table:table table:name="乙" table:style-name="off"><table:table-row>${cell('7.00')}</table:table-row></table:table>`;
    const read = await readable(ods(sheet, styles));
    expect(read.source.media).toBe('ods');
    expect(shown(blocksOf(read))).toEqual(['科目|<|金额', '208|社保|1 2']);
    expect(rulesOf(read)).toEqual(['office/hidden 1 sheet, 1 row, 1 column 3']);
    expect(blocksOf(read)).toMatchObject([{ rows: [{}, { cells: [{ places: [{ cell: '甲!A1000002' }] }, { indent: 28.35 }, {}] }] }]);
  });

  test('encrypted', async () => {
    expect(await refused(ods('', '', '<m><encryption-data/></m>'))).toMatchObject({ ruleId: 'office/encrypted' });
  });
});

describe('workbooks that are no packages', () => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([['收支总表'], ['项目', '金额'], ['甲', 1234.5], ['乙', 2], ['丙', 3]]);
  sheet.B3!.z = '#,##0.00';
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  sheet['!rows'] = [{}, {}, {}, { hidden: true }];
  utils.book_append_sheet(book, sheet, '收支');
  const hidden = utils.aoa_to_sheet([['乙', 5]]);
  utils.book_append_sheet(book, hidden, '其他');
  utils.book_set_sheet_visibility(book, 1, 2);
  const written = (bookType: BookType): Uint8Array => new Uint8Array(write(book, { type: 'array', bookType }));

  test.each(['biff8', 'xlml', 'xlsx'] as const)('%s', async (type) => {
    const read = await readable(written(type));
    expect(read.source.media).toBe(type === 'xlsx' ? 'xlsx' : 'xls');
    // Into BIFF the library writes no hidden rows; LibreOffice does (see tests/forms).
    const isHidden = type !== 'biff8';
    expect(shown(blocksOf(read))).toEqual(['收支总表', '项目|金额', '甲|1,234.50', ...(isHidden ? [] : ['乙|2']), '丙|3']);
    expect(rulesOf(read)).toEqual([isHidden ? 'office/hidden 1 sheet, 1 row 2' : 'office/hidden 1 sheet 1']);
    const [grid] = blocksOf(read).slice(-1);
    expect(grid?.kind === 'grid' && grid.rows.at(-1)?.cells[1]?.places[0]?.cell).toBe('收支!B5');
  });

  test('of Excel 95, whose texts are in the encoding of a country', async () => {
    const old = utils.book_new();
    utils.book_append_sheet(old, utils.aoa_to_sheet([['ABCD', 12]]), 'a');
    const bytes = new Uint8Array(write(old, { type: 'array', bookType: 'biff5' }));
    const at = (wanted: readonly number[]): number => bytes.findIndex((_, i) => wanted.every((byte, k) => bytes[i + k] === byte));
    bytes.set([0x42, 0x00, 0x02, 0x00, 0xa8, 0x03], at([0x42, 0x00, 0x02, 0x00]));
    bytes.set([0xca, 0xd5, 0xd6, 0xa7], at([0x41, 0x42, 0x43, 0x44]));
    expect(shown(blocksOf(await readable(bytes)))).toEqual(['收支|12']);
  });

  test('records that nothing is known of are counted; a container without its directory is damaged', async () => {
    const bytes = written('biff8');
    const number = bytes.findIndex((byte, i) => byte === 0x03 && bytes[i + 1] === 0x02 && bytes[i + 2] === 14 && bytes[i + 3] === 0);
    bytes[number + 1] = 0x7f;
    expect(rulesOf(await readable(bytes))).toContain('office/records-passed-over 1');
    expect(await refused(written('biff8').subarray(0, 600))).toMatchObject({ ruleId: 'office/damaged' });
  });

  test('encrypted', async () => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.from('x'));
    expect(await refused(new Uint8Array(CFB.write(container, { type: 'buffer' }) as Uint8Array))).toMatchObject({
      ruleId: 'office/encrypted',
    });
  });

  test('what is named .xls and is HTML or text goes to their readers', async () => {
    expect((await readable(utf8('<html><table><tr><td>甲</td><td>1</td></tr></table></html>'))).source.media).toBe('html');
    expect((await readable(utf8('甲\t1\n'))).source.media).toBe('text');
  });
});

describe('files that cannot be read, or hold too much, come back with a reason', () => {
  test('damaged', async () => {
    const whole = one(xlsxSheet(TABLE));
    expect(await refused(xlsx({ sheets: [{ name: 'a', xml: '<sheetData><row><c>' }] }))).toMatchObject({ ruleId: 'office/damaged' });
    expect(await refused(whole.subarray(0, -30))).toMatchObject({ ruleId: 'office/damaged' });
    const flipped = whole.slice();
    flipped.fill(0xff, 60, 90);
    expect(await refused(flipped)).toMatchObject({ ruleId: 'office/damaged' });
  });

  test('entities that a file declares are not expanded', async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`;
    expect(await refused(one('<sheetData/>', { others: { 'xl/sharedStrings.xml': bomb } }))).toMatchObject({ ruleId: 'office/damaged' });
  });

  test('a text that many cells share', async () => {
    const strings = `<si><t>${'a'.repeat(32_000)}</t></si>`;
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(600)}</row>`;
    expect(await refused(one(`<sheetData>${row}</sheetData>`, { strings }))).toMatchObject({
      ruleId: 'office/too-large',
      actual: '> 16777216 characters',
    });
  });

  test('the bound of cells', async () => {
    const sheet = (cells: number): Uint8Array =>
      one(
        `<sheetData>${`<row>${'<c><v>1</v></c>'.repeat(100)}</row>`.repeat(cells / 100)}${cells % 100 === 0 ? '' : '<row><c><v>1</v></c></row>'}</sheetData>`,
      );
    expect((await readable(sheet(200_000))).source.pages[0]?.lines).toHaveLength(2000);
    expect(await refused(sheet(200_001))).toMatchObject({ ruleId: 'office/too-large', actual: '> 200000 cells' });
  });

  test('cells that stand far from each other', async () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, i) => `<row r="${i + 1}"><c r="${utils.encode_cell({ r: i, c: i })}"><v>1</v></c></row>`,
    );
    expect(await refused(one(`<sheetData>${rows.join('')}</sheetData>`))).toMatchObject({
      ruleId: 'office/too-large',
      actual: '2000 × 2000 cells',
    });
  });

  test('merged cells upon merged cells', async () => {
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(90_000);
    const rows = Array.from({ length: 10 }, () => ['甲', 1, 2]);
    expect(await refused(one(xlsxSheet(rows, `<mergeCells>${merges}</mergeCells>`)))).toMatchObject({
      ruleId: 'office/too-large',
      actual: 'merged cells',
    });
  });

  test('a million blank rows and a range that claims all cells cost nothing', async () => {
    const blank = Array.from({ length: 20_000 }, (_, i) => `<row r="${i + 10}"><c r="A${i + 10}" s="0"/></row>`).join('');
    const read = await readable(one(`<dimension ref="A1:XFD1048576"/><sheetData>${xlsxRow(1, ['甲', 1])}${blank}</sheetData>`));
    expect(shown(blocksOf(read))).toEqual(['甲|1']);
  });

  test('macros and links are named, and neither run nor followed', async () => {
    const others = { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<externalLink/>' };
    expect(rulesOf(await readable(one(xlsxSheet([['甲', 1]]), { others })))).toEqual(['office/macros', 'office/links 1']);
  });
});
