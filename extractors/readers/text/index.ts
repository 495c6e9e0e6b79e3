/** Bytes of a text in, pages of lines and blocks out; imports schemas, model, access, markup. */
import type { Finding } from '../../../schemas/diagnostic.ts';
import { REPORT_MARK } from '../../../schemas/version.ts';
import type { FlowDocument, Media } from '../../model/source.ts';
import type { Reader } from '../access/reader.ts';
import { blocksOf, blocksOfHtml } from '../markup/blocks.ts';
import type { PrintedPage } from '../markup/clean.ts';
import { decode } from './decode.ts';
import { splitLines, splitPages } from './pages.ts';

const PAGE = /(?:<!doctype\s+html|<(?:html|head|body|meta|title))\b/iy;
const SPACE = /[\s\ufeff]*/y;
/** The longest beginning in which a page of HTML is told. */
const BEGINNING = 8192;
const HTML_END = /<\/html\s*>/i;

/** Whether a text begins with a page, behind comments and the declaration of XML. */
function beginsPage(text: string): boolean {
  let from = 0;
  for (;;) {
    SPACE.lastIndex = from;
    from += SPACE.exec(text)?.[0].length ?? 0;
    const [opening, closing] = text.startsWith('<!--', from) ? ['<!--', '-->'] : ['<?', '>'];
    const end = text.startsWith(opening, from) ? text.indexOf(closing, from) : -1;
    if (end < 0) break;
    from = end + closing.length;
  }
  PAGE.lastIndex = from;
  return PAGE.test(text);
}

/** A page that ends before the text does is a table that a converter left in it, page and all: `<html><body><table>` … `</html>`. */
function mediaOf(text: string): Media {
  if (!beginsPage(text.slice(0, BEGINNING))) return 'text';
  const end = HTML_END.exec(text);
  const rest = end ? text.slice(end.index + end[0].length).trimStart() : '';
  return rest === '' || rest.startsWith('<') ? 'html' : 'text';
}

/** The report of a document, by its first lines: as a source it would count everything twice. */
const isOwnReport = (media: Media, text: string): boolean => media === 'html' && text.slice(0, 2048).includes(REPORT_MARK);

/** The document that a page of HTML makes up: one page, whatever it would be printed on. */
function htmlDocument(encoding: string | null, text: string, report: (finding: Finding) => void): FlowDocument {
  const page: PrintedPage = { number: 1, lines: splitLines(text) };
  return { kind: 'flow', media: 'html', encoding, pages: [{ ...page, blocks: blocksOfHtml(page, report) }] };
}

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
 * Reads a text: plain, tab-separated, markdown, or HTML as a browser shows it.
 *
 * @returns the document, or the finding that says why there is none (see `decode`).
 */
export function readText(bytes: Uint8Array, report: (finding: Finding) => void = () => {}): FlowDocument | { finding: Finding } {
  const decoded = decode(bytes);
  if ('finding' in decoded) return decoded;
  const { text, encoding } = decoded;
  const media = mediaOf(text);
  if (isOwnReport(media, text)) return { finding: { ruleId: 'source/own-output' } };
  return media === 'html' ? htmlDocument(encoding, text, report) : flowDocument('text', encoding, splitPages(text), report);
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
