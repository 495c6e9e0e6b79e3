import { describe, expect, test } from 'vitest';
import { blocksOf, readable, refused, rulesOf, shown } from '../../../support/blocks.ts';
import { wordCell as cell, docx, wordParagraph as paragraph, wordTable as table } from '../../../support/office.ts';

const textsOf = async (body: string, others: Record<string, string> = {}): Promise<string[]> =>
  shown(blocksOf(await readable(docx(body, others)))).filter((text) => text !== '');

const run = (inner: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr>${inner}</w:r>`;
const text = (value: string): string => `<w:t xml:space="preserve">${value}</w:t>`;

describe('tables', () => {
  test('spans over columns and rows, cells left free, and the place of each cell', async () => {
    const body = `${paragraph('收支总表')}${paragraph('单位：万元')}${table(
      [cell('科目', '<w:gridSpan w:val="2"/>'), cell('金额', '<w:vMerge w:val="restart"/>')],
      [cell('编码'), cell('名称'), cell('', '<w:vMerge/>')],
      [cell('208'), cell('社会保障和就业支出'), cell('12.00')],
    )}`;
    const read = await readable(docx(body));
    const blocks = blocksOf(read);
    expect(shown(blocks)).toEqual(['收支总表', '单位：万元', '科目|<|金额', '编码|名称|^', '208|社会保障和就业支出|12.00']);
    const grid = blocks.at(-1);
    if (grid?.kind !== 'grid') throw new Error('no grid');
    expect(grid.rows[2]).toMatchObject({
      line: 5,
      page: 1,
      cells: [{}, {}, { raw: '12.00', places: [{ page: 1, line: 5, cell: '表1!C3' }] }],
    });
    expect(read.source.pages[0]?.lines.at(-1)).toEqual({ number: 5, text: '208\t社会保障和就业支出\t12.00' });
  });

  test('a row that begins further right', async () => {
    const free = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('1.00')}</w:tr>`;
    const xml = table([cell('项目'), cell('金额')], [cell('甲'), cell('2.00')]).replace('</w:tbl>', `${free}</w:tbl>`);
    expect(await textsOf(xml)).toEqual(['项目|金额', '甲|2.00', '|1.00']);
  });

  test('title, unit and notes in rows of the table are lines', async () => {
    const wide = '<w:gridSpan w:val="2"/>';
    const body = table(
      [cell('收支总表', wide)],
      [cell('单位：万元', wide)],
      [cell('项目'), cell('金额')],
      [cell('甲'), cell('1.00')],
      [cell('注：无', wide)],
    );
    const blocks = blocksOf(await readable(docx(body)));
    expect(blocks.map((block) => (block.kind === 'line' ? block.text : block.rows.length))).toEqual([
      '收支总表',
      '单位：万元',
      2,
      '注：无',
    ]);
    expect(blocks[0]).toMatchObject({ cell: '表1!A1' });
  });

  test('a table that holds others puts them in their places; one within a cell is its text', async () => {
    const inner = table([cell('项目'), cell('金额')], [cell('甲'), cell('1.00')]);
    const outer = `<w:tbl><w:tr><w:tc>${paragraph('收入表')}${inner}</w:tc><w:tc>${paragraph('支出表')}${inner}</w:tc></w:tr></w:tbl>`;
    expect(await textsOf(outer)).toEqual(['收入表', '项目|金额', '甲|1.00', '支出表', '项目|金额', '甲|1.00']);
    const small = `<w:tc>${table([cell('乙')])}${paragraph('')}</w:tc>`;
    const large = table([cell('项目'), cell('金额')], [cell('甲'), cell('1.00')], [small, cell('2.00')], [cell('丙'), cell('3.00')]);
    expect(await textsOf(large)).toEqual(['项目|金额', '甲|1.00', '乙|2.00', '丙|3.00']);
  });

  test('paragraphs of a cell are one text; indents, and red', async () => {
    const two = `<w:tc>${paragraph('一般公共预算', '<w:ind w:leftChars="200" w:left="420"/>')}${paragraph('财政拨款')}</w:tc>`;
    const red = `<w:tc><w:p>${run(text('5.00'), '<w:color w:val="FF0000"/>')}</w:p></w:tc>`;
    const [grid] = blocksOf(await readable(docx(table([two, red]))));
    expect(grid?.kind === 'grid' && grid.rows[0]?.cells).toMatchObject([
      { text: '一般公共预算财政拨款', indent: 21 },
      { raw: '5.00', red: true },
    ]);
  });
});

describe('what is no text of the document', () => {
  test('deleted and moved text, inserted text is', async () => {
    const body = `<w:p>${run(text('甲'))}<w:del>${run('<w:delText>1</w:delText>')}</w:del><w:ins>${run(text('乙'))}</w:ins><w:moveFrom>${run(text('2'))}</w:moveFrom><w:moveTo>${run(text('丙'))}</w:moveTo></w:p>`;
    expect(await textsOf(body)).toEqual(['甲乙丙']);
    const joined = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run(text('收支'))}</w:p>${paragraph('总表')}`;
    expect(await textsOf(joined)).toEqual(['收支总表']);
    const row = table([cell('甲'), cell('1')]).replace(
      '</w:tbl>',
      `<w:tr><w:trPr><w:del/></w:trPr>${cell('乙')}${cell('2')}</w:tr></w:tbl>`,
    );
    expect(await textsOf(row)).toEqual(['甲|1']);
  });

  test('hidden text is counted, with its amounts', async () => {
    const read = await readable(
      docx(`<w:p>${run(text('甲'))}${run(text(' 12.00 乙 3'), '<w:vanish/>')}${run(text('丙'), '<w:vanish w:val="0"/>')}</w:p>`),
    );
    expect(shown(blocksOf(read))).toEqual(['甲丙']);
    expect(rulesOf(read)).toEqual(['office/hidden 1 text 2']);
  });

  test('codes of fields, readings, struck text, and what is drawn twice', async () => {
    const field = `${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>SUM(ABOVE)</w:instrText>')}${run(text('x'))}${run('<w:fldChar w:fldCharType="separate"/>')}${run(text('12.00'))}${run('<w:fldChar w:fldCharType="end"/>')}`;
    const ruby = '<w:r><w:ruby><w:rt><w:r><w:t>jia</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby></w:r>';
    expect(await textsOf(`<w:p>${field}${ruby}${run(text('旧'), '<w:strike/>')}</w:p>`)).toEqual(['12.00甲']);
    const box = `<mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('框中')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('框中')}</w:txbxContent></mc:Fallback></mc:AlternateContent>`;
    expect(await textsOf(`<w:p>${run(text('前'))}<w:r>${box}</w:r>${run(text('后'))}</w:p>`)).toEqual(['框中', '前后']);
  });

  test('sheets that are shown as pictures are told', async () => {
    const read = await readable(docx('<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>'));
    expect(rulesOf(read)).toEqual(['office/embedded 1']);
  });
});

describe('numbers of lists are printed', () => {
  const level = (format: string, lvlText: string, index = 0): string =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${lvlText}"/></w:lvl>`;
  const numbering = (levels: string, nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'): Record<string, string> => ({
    'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}</w:numbering>`,
  });
  const item = (value: string, ilvl = 0, numId = 1): string =>
    paragraph(value, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`);

  test('by level; a level begins anew below the next number of the one above', async () => {
    const levels = level('chineseCounting', '%1、') + level('chineseCounting', '（%2）', 1) + level('decimal', '%3.', 2);
    const body = item('甲') + item('乙', 1) + item('丙', 2) + item('丁', 2) + item('戊', 1) + item('己') + item('庚', 1);
    expect(await textsOf(body, numbering(levels))).toEqual(['一、甲', '（一）乙', '1.丙', '2.丁', '（二）戊', '二、己', '（一）庚']);
  });

  test('a list that starts at another number, one of several levels, bullets, and none', async () => {
    const nums =
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="12"/></w:lvlOverride></w:num>';
    expect(await textsOf(item('甲', 0, 2) + item('乙', 0, 2) + item('丙'), numbering(level('chineseCounting', '第%1部分 '), nums))).toEqual(
      ['第十二部分 甲', '第十三部分 乙', '第一部分 丙'],
    );
    expect(await textsOf(item('甲') + item('乙', 1), numbering(level('upperRoman', '%1') + level('decimal', '%1.%2 ', 1)))).toEqual([
      'I甲',
      'I.1 乙',
    ]);
    expect(await textsOf(item('甲') + item('乙', 0, 0), numbering(level('bullet', '●')))).toEqual(['甲', '乙']);
  });

  test('of a style, and in the cells of a table', async () => {
    const styles =
      '<w:styles><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>';
    const others = { ...numbering(level('decimal', '%1')), 'word/styles.xml': styles };
    const numbered = `<w:tc>${paragraph('', '<w:pStyle w:val="a"/>')}</w:tc>`;
    expect(await textsOf(table([numbered, cell('甲')], [numbered, cell('乙')]), others)).toEqual(['1|甲', '2|乙']);
  });
});

describe('pages', () => {
  const pagesOf = async (body: string): Promise<string[][]> =>
    (await readable(docx(body))).source.pages.map(({ lines }) => lines.map((line) => line.text));

  test('as Word noted them, else by breaks that are typed and sections', async () => {
    const noted = `<w:p>${run(`${text('甲')}<w:br w:type="page"/>`)}</w:p><w:p>${run(`<w:lastRenderedPageBreak/>${text('乙')}`)}</w:p>`;
    expect(await pagesOf(noted)).toEqual([['甲'], ['乙']]);
    const typed = `${paragraph('甲')}${paragraph('乙', '<w:pageBreakBefore/>')}${paragraph('丙', '<w:sectPr/>')}${paragraph('丁', '<w:sectPr><w:type w:val="continuous"/></w:sectPr>')}${paragraph('戊')}`;
    expect(await pagesOf(typed)).toEqual([['甲'], ['乙', '丙'], ['丁', '戊']]);
  });

  test('a line that is broken is one title or several lines, of one paragraph', async () => {
    const broken = (first: string, second: string): string => `<w:p>${run(`${text(first)}<w:br/>${text(second)}`)}</w:p>`;
    expect(await textsOf(broken('一般公共预算', '支出表') + broken('收支总表', '单位：万元'))).toEqual([
      '一般公共预算 支出表',
      '收支总表',
      '单位：万元',
    ]);
  });
});

test('Strict files are read, damaged ones and those that nest without end are not', async () => {
  const strict = docx(table([cell('甲'), cell('1')]), {}, 'http://purl.oclc.org/ooxml/wordprocessingml/main');
  expect(shown(blocksOf(await readable(strict)))).toEqual(['甲|1']);
  expect(await refused(strict.subarray(0, -30))).toMatchObject({ ruleId: 'office/damaged' });
  expect(await refused(docx('<w:p>'))).toMatchObject({ ruleId: 'office/damaged' });
  expect(await refused(docx('<w:sdt>'.repeat(300) + '</w:sdt>'.repeat(300)))).toMatchObject({ ruleId: 'office/damaged' });
});
