/**
 * Bytes of a workbook in, a page of lines and grids for each sheet that is seen out; imports schemas, model, notation, access,
 * package, text, formats, page, workbook.
 */
import type { Finding } from '../../../schemas/diagnostic.ts';
import type { Place } from '../../../schemas/place.ts';
import type { FlowDocument, FlowPage, Media } from '../../model/source.ts';
import type { Read, Reader, Unreadable } from '../access/reader.ts';
import type { SheetLibrary } from '../access/sheet-library.ts';
import { isPackage, memberNames, unpack } from '../package/index.ts';
import { isOle, openOle } from '../package/ole.ts';
import { xmlText } from '../package/xml.ts';
import { findingOf } from './findings.ts';
import { readLegacy } from './formats/legacy.ts';
import { isOdsMember, readOds } from './formats/ods.ts';
import { isXlsxMember, readXlsx } from './formats/xlsx/index.ts';
import { pageOfSheet } from './page/index.ts';
import { type Hidden, hideSheet, nothingHidden } from './page/view.ts';
import type { Workbook } from './workbook/workbook.ts';

const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
/** Bytes of a member that holds no more than a type. */
const MOST_TYPE = 1024;
const XML_MARKS = /<\?mso-application\s+progid="Excel\.Sheet"|<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/;
const HEAD = 2048;

const headOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));

/** What an OpenDocument file says that it is; empty for none. */
function typeOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder().decode(unpack(bytes, (name) => name === 'mimetype', MOST_TYPE).get('mimetype'));
  } catch {
    return '';
  }
}

/** What form of workbook the bytes are; null for none. */
function formOf(bytes: Uint8Array): Media | 'xlsb' | 'encrypted' | 'damaged' | null {
  if (isPackage(bytes)) {
    const names = memberNames(bytes);
    // Cut short: its directory stood at the end.
    if (names.length === 0 && /xl\/(?:workbook|worksheets|_rels)/.test(headOf(bytes))) return 'xlsx';
    if (names.length === 0 && headOf(bytes).includes(ODS_TYPE)) return 'ods';
    if (names.some((name) => /^xl[\\/]workbook\.xml$/i.test(name))) return 'xlsx';
    if (names.some((name) => /^xl[\\/]workbook\.bin$/i.test(name))) return 'xlsb';
    return names.includes('content.xml') && typeOf(bytes).startsWith(ODS_TYPE) ? 'ods' : null;
  }
  const streams = openOle(bytes)?.names;
  if (!streams) return isOle(bytes) ? 'damaged' : XML_MARKS.test(headOf(bytes)) ? 'xls' : null;
  if (streams.some((name) => name === 'Workbook' || name === 'Book')) return 'xls';
  // Any newer office file with a password is a container of this kind (MS-OFFCRYPTO 2.3.4).
  if (streams.includes('EncryptedPackage')) return 'encrypted';
  return null;
}

/**
 * Workbooks: XLSX, XLSM, XLTX, ODS, XLS and what WPS writes like these, XML of 2003. A page is a sheet, counted over those that are seen;
 * what is hidden gives no line and is counted in one finding.
 *
 * @returns the document, or why nothing can be read: `office/encrypted`, `office/damaged`, `office/too-large`, `source/unsupported`.
 */
export const sheetReader: Reader = {
  name: 'sheet',
  extensions: ['.xlsx', '.xls', '.xlsm', '.xltx', '.xltm', '.et', '.ods'],
  recognises: (bytes) => formOf(bytes) !== null,
  async read(bytes, access) {
    const form = formOf(bytes);
    if (form === 'damaged') return { finding: { ruleId: 'office/damaged', actual: 'OLE container without a directory' } };
    if (form === 'encrypted') return { finding: { ruleId: 'office/encrypted' } };
    if (form === null || form === 'xlsb') return { finding: { ruleId: 'source/unsupported', actual: 'XLSB', expected: 'XLSX, XLS, ODS' } };
    return readWorkbook(bytes, form, await access.sheets(openOle(bytes)?.names.includes('Book') === true));
  },
};

function readWorkbook(bytes: Uint8Array, media: Media, library: SheetLibrary): Read | Unreadable {
  try {
    return documentOf(workbookOf(bytes, media, library), media);
  } catch (error) {
    return { finding: findingOf(error) };
  }
}

function workbookOf(bytes: Uint8Array, media: Media, library: SheetLibrary): Workbook {
  if (media === 'xls') return readLegacy(bytes, library);
  const names = memberNames(bytes);
  if (media === 'xlsx') return readXlsx(unpack(bytes, isXlsxMember), names, library);
  const members = unpack(bytes, (name) => isOdsMember(name) || name === 'META-INF/manifest.xml');
  const manifest = members.get('META-INF/manifest.xml');
  if (manifest && xmlText(manifest).includes('encryption-data')) throw new Error('password-protected');
  const content = members.get('content.xml');
  if (!content) throw new Error('no content.xml');
  return readOds(xmlText(content), names);
}

function documentOf({ sheets, macros, links, passedOver, spansKnown }: Workbook, media: Media): Read {
  const hidden = nothingHidden();
  const pages: FlowPage[] = [];
  const formulas: Place[] = [];
  let line = 1;
  for (const sheet of sheets) {
    if (sheet.hidden) {
      hideSheet(sheet, hidden);
      continue;
    }
    const read = pageOfSheet(sheet, { page: pages.length + 1, line }, spansKnown, hidden);
    pages.push(read.page);
    line += read.page.lines.length;
    for (const place of read.formulas) formulas.push(place);
  }
  const source: FlowDocument = { kind: 'flow', media, encoding: null, pages };
  const findings = findingsOf(hidden, formulas, macros, links);
  if (passedOver > 0) findings.push({ ruleId: 'office/records-passed-over', actual: String(passedOver) });
  return { source, findings };
}

/** Places of a finding that are told one by one. */
const MOST_PLACES = 20;

function findingsOf(hidden: Hidden, formulas: readonly Place[], macros: boolean, links: number): Finding[] {
  const findings: Finding[] = [];
  const counted = [
    [hidden.sheets, 'sheet'],
    [hidden.rows, 'row'],
    [hidden.columns, 'column'],
    [hidden.cells, 'cell'],
  ] as const;
  const parts = counted.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`]));
  if (parts.length > 0) findings.push({ ruleId: 'office/hidden', actual: parts.join(', '), expected: String(hidden.amounts) });
  if (formulas.length > 0)
    findings.push({ ruleId: 'office/formula-without-result', places: formulas.slice(0, MOST_PLACES), actual: String(formulas.length) });
  if (macros) findings.push({ ruleId: 'office/macros' });
  if (links > 0) findings.push({ ruleId: 'office/links', actual: String(links) });
  return findings;
}
