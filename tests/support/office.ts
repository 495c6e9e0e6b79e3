import { zipSync } from 'fflate';

/** Small office files, written by hand, so that a test says which part of the standard it is about. */

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface SheetParts {
  name: string;
  /** What `<worksheet>` holds. */
  xml: string;
  state?: string;
}

export interface BookParts {
  sheets: readonly SheetParts[];
  strings?: string;
  styles?: string;
  others?: Readonly<Record<string, string>>;
  namespace?: string;
}

/** A workbook from the XML of its parts. */
export function xlsx({ sheets, strings, styles, others = {}, namespace = MAIN }: BookParts): Uint8Array {
  const listed = sheets.map(
    ({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"${state ? ` state="${state}"` : ''}/>`,
  );
  const rels = sheets.map((_, i) => `<Relationship Id="r${i}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i}.xml"/>`);
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${namespace}" xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${rels.join('')}</Relationships>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${namespace}">${strings}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet xmlns="${namespace}">${styles}</styleSheet>` }),
    ...others,
  };
  for (const [i, { xml }] of sheets.entries()) parts[`xl/worksheets/sheet${i}.xml`] = `<worksheet xmlns="${namespace}">${xml}</worksheet>`;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, utf8(text)])));
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const letter = (column: number): string => String.fromCharCode(65 + column);

/** A row of `<c>` elements: texts and numbers from column A on, null for a blank one. `r` counts from 1. */
export function xlsxRow(r: number, values: readonly (string | number | null)[], attributes = ''): string {
  const cells = values.map((value, c) => {
    if (value === null) return '';
    const at = `r="${letter(c)}${r}"`;
    return typeof value === 'number'
      ? `<c ${at}><v>${value}</v></c>`
      : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  });
  return `<row r="${r}" ${attributes}>${cells.join('')}</row>`;
}

/** A sheet of such rows, the first of them row 1. */
export function xlsxSheet(rows: readonly (readonly (string | number | null)[])[], after = '', before = ''): string {
  return `${before}<sheetData>${rows.map((values, i) => xlsxRow(i + 1, values)).join('')}</sheetData>${after}`;
}

/** A spreadsheet of OpenDocument from what its `<office:spreadsheet>` holds. */
export function ods(spreadsheet: string, styles = '', manifest = '<manifest/>'): Uint8Array {
  const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:fo="f"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${spreadsheet}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [utf8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': utf8(content),
    'META-INF/manifest.xml': utf8(manifest),
  });
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word file from what its `<w:body>` holds. */
export function docx(body: string, others: Readonly<Record<string, string>> = {}, namespace = WORD): Uint8Array {
  const parts: Record<string, string> = {
    'word/document.xml': `<w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`,
    ...others,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, utf8(text)])));
}

/** A paragraph of one run. */
export const wordParagraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

/** A cell of one paragraph; `properties` of the cell. */
export const wordCell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${wordParagraph(text)}</w:tc>`;

/** A table from the XML of its cells, row by row. */
export const wordTable = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;

/** Styles of a workbook that number each of the formats. */
export function formats(...codes: string[]): string {
  const numFmts = codes.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`);
  return `<numFmts>${numFmts.join('')}</numFmts><cellXfs>${codes.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs>`;
}
