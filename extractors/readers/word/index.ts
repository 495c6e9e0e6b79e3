/**
 * Bytes of a Word file in, pages of lines and grids out; imports schemas, model, notation, access, package, cells, body,
 * doc, docx.
 */
import type { Finding } from '../../../schemas/diagnostic.ts';
import type { Media } from '../../model/source.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import type { Read, Reader } from '../access/reader.ts';
import { isPackage, memberNames, TooMuchUnpacked, unpack } from '../package/index.ts';
import { openOle } from '../package/ole.ts';
import { type Body, TooMuchText } from './body/body.ts';
import { readDoc } from './doc/document.ts';
import { isDocxMember, readDocx } from './docx/document.ts';
import { pagesOf } from './page.ts';

const HEAD = 2048;

function isDocx(bytes: Uint8Array): boolean {
  if (!isPackage(bytes)) return false;
  const names = memberNames(bytes);
  if (names.length > 0) return names.some((name) => /^word\/document\d*\.xml$/.test(name));
  // Cut short: its directory stood at the end.
  return /word\/(?:document|_rels|styles)/.test(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)));
}

const isDoc = (bytes: Uint8Array): boolean => openOle(bytes)?.names.includes('WordDocument') === true;

/**
 * DOCX, and DOC as Word 97 to 2003 and WPS write it. A line is a paragraph or a row of a table, counted over the document; a cell is known by
 * its table (`表3!B7`). Deleted and hidden text, headers, footers and notes are no text of the document.
 *
 * @returns the document, or why nothing can be read: `office/encrypted`, `office/damaged`, `office/too-large`.
 */
export const wordReader: Reader = {
  name: 'word',
  extensions: ['.docx', '.doc', '.docm', '.dotx', '.wps'],
  recognises: (bytes) => isDocx(bytes) || isDoc(bytes),
  read(bytes) {
    try {
      if (!isPackage(bytes)) return documentOf(readDoc(bytes), 'doc', openOle(bytes)?.names.includes('_VBA_PROJECT') === true);
      const names = memberNames(bytes);
      const body = readDocx(unpack(bytes, isDocxMember));
      return documentOf(
        body,
        'docx',
        names.some((name) => /vbaProject\.bin$/i.test(name)),
      );
    } catch (error) {
      return { finding: findingOf(error) };
    }
  },
};

function findingOf(error: unknown): Finding {
  const actual = error instanceof Error ? error.message : String(error);
  if (error instanceof TooMuchText || error instanceof TooMuchUnpacked) return { ruleId: 'office/too-large', actual };
  return actual === 'password-protected' ? { ruleId: 'office/encrypted' } : { ruleId: 'office/damaged', actual };
}

function documentOf({ parts, hidden, embedded }: Body, media: Media, macros: boolean): Read {
  const findings: Finding[] = [];
  const amounts = hidden.flatMap((text) => text.split(/\s+/)).filter(isAmount).length;
  if (hidden.length > 0)
    findings.push({
      ruleId: 'office/hidden',
      actual: `${hidden.length} ${hidden.length === 1 ? 'text' : 'texts'}`,
      expected: String(amounts),
    });
  if (embedded > 0) findings.push({ ruleId: 'office/embedded', actual: String(embedded) });
  if (macros) findings.push({ ruleId: 'office/macros' });
  return { source: { kind: 'flow', media, encoding: null, pages: pagesOf(parts) }, findings };
}
