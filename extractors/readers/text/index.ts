/** Bytes of a text in, pages of lines and blocks out; imports schemas, model, access, markup. */
import type { Finding } from '../../../schemas/diagnostic.ts';
import { REPORT_MARK } from '../../../schemas/version.ts';
import type { FlowDocument, Media } from '../../model/source.ts';
import type { Reader } from '../access/reader.ts';
import { blocksOf, type PrintedPage } from '../markup/blocks.ts';
import { decode } from './decode.ts';
import { splitPages } from './pages.ts';

const HTML_START = /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html)\b/i;

function mediaOf(text: string): Media {
  return HTML_START.test(text.slice(0, 1024)) ? 'html' : 'text';
}

/** The report of a document, by its first lines: as a source it would count everything twice. */
const isOwnReport = (text: string): boolean => mediaOf(text) === 'html' && text.slice(0, 2048).includes(REPORT_MARK);

/** The document that lines of text make up, each line with the number it has in the file. */
export function flowDocument(
  media: Media,
  encoding: string | null,
  pages: readonly PrintedPage[],
  report: (finding: Finding) => void = () => {},
): FlowDocument {
  const blocks = blocksOf(pages, report);
  return { kind: 'flow', media, encoding, pages: pages.map(({ number, lines }, i) => ({ number, lines, blocks: blocks[i] ?? [] })) };
}

/**
 * Reads a text: plain, tab-separated, markdown, or markup taken line by line.
 *
 * @returns the document, or the finding that says why there is none (see `decode`).
 */
export function readText(bytes: Uint8Array, report?: (finding: Finding) => void): FlowDocument | { finding: Finding } {
  const decoded = decode(bytes);
  if ('finding' in decoded) return decoded;
  if (isOwnReport(decoded.text)) return { finding: { ruleId: 'source/own-output' } };
  return flowDocument(mediaOf(decoded.text), decoded.encoding, splitPages(decoded.text), report);
}

/** Takes whatever no other reader knows: what is no text comes back with the finding that names it. */
export const textReader: Reader = {
  name: 'text',
  extensions: ['.txt', '.md', '.text', '.html', '.htm'],
  recognises: () => true,
  read(bytes) {
    const findings: Finding[] = [];
    const source = readText(bytes, (finding) => findings.push(finding));
    return 'finding' in source ? source : { source, findings };
  },
};
