/**
 * Bytes of a Word file in, pages of lines and grids out; imports schemas, model, notation, access, package, cells, body, docx.
 */
import type { Finding } from '../../../schemas/diagnostic.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import type { Read, Reader, Unreadable } from '../access/reader.ts';
import { isPackage, memberNames, TooMuchUnpacked, unpack } from '../package/index.ts';
import { type Body, TooMuchText } from './body/body.ts';
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

/**
 * DOCX. A line is a paragraph or a row of a table, counted over the document; a cell is known by its table (`表3!B7`). Deleted and hidden
 * text, headers, footers and notes are no text of the document.
 *
 * @returns the document, or why nothing can be read: `office/damaged`, `office/too-large`.
 */
export const wordReader: Reader = {
  name: 'word',
  extensions: ['.docx', '.docm', '.dotx'],
  recognises: isDocx,
  read(bytes) {
    try {
      const names = memberNames(bytes);
      const body = readDocx(unpack(bytes, isDocxMember));
      return documentOf(
        body,
        names.some((name) => /vbaProject\.bin$/i.test(name)),
      );
    } catch (error) {
      return unreadable(error);
    }
  },
};

function unreadable(error: unknown): Unreadable {
  const actual = error instanceof Error ? error.message : String(error);
  return {
    finding: { ruleId: error instanceof TooMuchText || error instanceof TooMuchUnpacked ? 'office/too-large' : 'office/damaged', actual },
  };
}

function documentOf({ parts, hidden, embedded }: Body, macros: boolean): Read {
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
  return { source: { kind: 'flow', media: 'docx', encoding: null, pages: pagesOf(parts) }, findings };
}
