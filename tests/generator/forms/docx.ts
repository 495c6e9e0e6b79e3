import { zipSync } from 'fflate';
import type { FormBlock, FormCell, FormRow, FormTable } from './blocks.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const COLUMN_TWIPS = 1200;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const run = (text: string): string => (text === '' ? '' : `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`);
const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;

const DIGITS = '一二三四五六七八九';

/** 十二 is 12; below twenty. */
const valueOfNumeral = (numeral: string): number =>
  numeral.startsWith('十') ? 10 + DIGITS.indexOf(numeral.charAt(1)) + 1 : DIGITS.indexOf(numeral) + 1;

/** Lists that number one heading each. */
class Lists {
  readonly #nums: string[] = [];

  /** The properties of a heading that begins with `numeral`. */
  number(numeral: string): string {
    const id = this.#nums.length + 1;
    const start = `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${valueOfNumeral(numeral)}"/></w:lvlOverride>`;
    this.#nums.push(`<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${start}</w:num>`);
    return `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;
  }

  get xml(): string {
    const level =
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>';
    return `<w:numbering xmlns:w="${MAIN}"><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum>${this.#nums.join('')}</w:numbering>`;
  }
}

/** Cells of a row with those that merged cells of rows above leave, and blank ones. */
function rowXml(cells: FormRow, width: number, hanging: { rows: number; columns: number }[]): string {
  let xml = '';
  for (let column = 0; column < width; ) {
    const own: FormCell | undefined = cells.find((cell) => cell.column === column);
    const left = hanging[column];
    if (own) {
      if (own.rows > 1) hanging[column] = { rows: own.rows - 1, columns: own.columns };
      xml += cellXml(own.text, own.columns, own.rows > 1 ? '<w:vMerge w:val="restart"/>' : '', own.kind);
      column += own.columns;
    } else if (left && left.rows > 0) {
      left.rows--;
      xml += cellXml('', left.columns, '<w:vMerge/>', 'text');
      column += left.columns;
    } else {
      xml += cellXml('', 1, '', 'text');
      column += 1;
    }
  }
  return `<w:tr>${xml}</w:tr>`;
}

function cellXml(text: string, columns: number, merge: string, kind: FormCell['kind']): string {
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
  const width = `<w:tcW w:w="${columns * COLUMN_TWIPS}" w:type="dxa"/>`;
  return `<w:tc><w:tcPr>${width}${span}${merge}</w:tcPr>${paragraph(text, kind === 'number' ? '<w:jc w:val="right"/>' : '')}</w:tc>`;
}

function tableXml({ number, title, unit, width, header, rows, notes }: FormTable): string {
  const hanging: { rows: number; columns: number }[] = [];
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${COLUMN_TWIPS}"/>`.repeat(width)}</w:tblGrid>`;
  return [
    number === null ? '' : paragraph(number),
    paragraph(title, '<w:jc w:val="center"/>'),
    unit === null ? '' : paragraph(`单位：${unit}`, '<w:jc w:val="right"/>'),
    `<w:tbl><w:tblPr/>${grid}${[...header, ...rows].map((cells) => rowXml(cells, width, hanging)).join('')}</w:tbl>`,
    ...notes.map((note) => paragraph(note)),
    paragraph(''),
  ].join('');
}

function blockXml(block: FormBlock, lists: Lists): string {
  if (block.kind === 'table') return tableXml(block);
  if (block.kind === 'page') return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  if (block.kind === 'entry') return paragraph(block.name);
  const numbered = block.kind === 'heading' ? /^([一二三四五六七八九十]{1,2})、(.+)$/.exec(block.text) : null;
  return numbered ? paragraph(numbered[2]!, lists.number(numbered[1]!)) : paragraph(block.text);
}

const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...targets: [type: string, target: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([type, target], i) => `<Relationship Id="r${i}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** A document as Word writes it: headings numbered by lists, merged cells by spans and vertical merges. */
export function writeDocx(blocks: readonly FormBlock[]): Uint8Array {
  const lists = new Lists();
  const body = blocks.map((block) => blockXml(block, lists)).join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
    'word/_rels/document.xml.rels': relations(['numbering', 'numbering.xml']),
    'word/document.xml': `<w:document xmlns:w="${MAIN}"><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': lists.xml,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)])));
}
