import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readPdf } from '../../extractors/readers/pdf/index.ts';
import { isPdf } from '../../extractors/readers/pdf/signature.ts';
import { renderMessage } from '../../schemas/rules/index.ts';
import { EXIT, systemReason, UserError } from '../base/errors.ts';
import { drawPage } from '../run/document/inspect.ts';
import { readInput } from '../run/inputs/read-input.ts';
import { pdfAccess } from '../run/pdf/pdf-access.ts';
import { print } from './talk.ts';

/** Prints one page of a PDF as SVG, with what the reader and the grid strategies made of it drawn over it. */
export async function inspectCommand(path: string, flags: { page: number; out?: string }): Promise<number> {
  const bytes = await readInput({ path: resolve(path), sourceFile: path, documentId: '' });
  if (!(bytes instanceof Uint8Array)) {
    const { ruleId, actual } = bytes.failure;
    throw new UserError(EXIT.input, {
      en: `${path}: ${renderMessage(ruleId, actual, '', 'en')}`,
      zh: `${path}：${renderMessage(ruleId, actual, '', 'zh')}`,
    });
  }
  if (!isPdf(bytes)) {
    throw new UserError(EXIT.input, {
      en: `${path} is no PDF; only pages of PDFs can be drawn.`,
      zh: `${path} 不是 PDF，只有 PDF 的页可以绘制。`,
    });
  }
  const read = await readPdf(bytes, await pdfAccess());
  if ('finding' in read) {
    const { ruleId, actual = '', expected = '' } = read.finding;
    throw new UserError(EXIT.input, {
      en: `${path}: ${renderMessage(ruleId, actual, expected, 'en')}`,
      zh: `${path}：${renderMessage(ruleId, actual, expected, 'zh')}`,
    });
  }
  const pages = read.source.pages;
  const page = pages[flags.page - 1];
  if (!page) {
    throw new UserError(EXIT.usage, {
      en: `${path} has no page ${flags.page}; its last page is ${pages.length}.`,
      zh: `${path} 共 ${pages.length} 页，没有第 ${flags.page} 页。`,
    });
  }
  const svg = drawPage(page);
  if (flags.out === undefined) print(svg);
  else {
    await writeFile(flags.out, svg).catch((error: unknown) => {
      throw new UserError(EXIT.write, {
        en: `${flags.out}: cannot be written (${systemReason(error)}).`,
        zh: `${flags.out}：无法写入（${systemReason(error)}）。`,
      });
    });
  }
  return EXIT.ok;
}
