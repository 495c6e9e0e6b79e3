import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isOfd } from '../../extractors/readers/ofd/signature.ts';
import { isPdf } from '../../extractors/readers/pdf/signature.ts';
import { scanReader } from '../../extractors/readers/scan/index.ts';
import { renderMessage } from '../../schemas/rules/index.ts';
import { EXIT, systemReason, UserError } from '../base/errors.ts';
import { readInput } from '../run/inputs/read-input.ts';
import { drawPage } from '../run/isolation/isolated.ts';
import { print } from './talk.ts';

/** Prints one page of a PDF, OFD or picture as SVG, with what the reader and the grid strategies made of it drawn over it. */
export async function inspectCommand(path: string, flags: { page: number; out?: string }): Promise<number> {
  const bytes = await readInput({ path: resolve(path), sourceFile: path, documentId: '' });
  if (!(bytes instanceof Uint8Array)) {
    const { ruleId, actual } = bytes.failure;
    throw new UserError(EXIT.input, {
      en: `${path}: ${renderMessage(ruleId, actual, '', 'en')}`,
      zh: `${path}：${renderMessage(ruleId, actual, '', 'zh')}`,
    });
  }
  if (!isPdf(bytes) && !isOfd(bytes) && !scanReader.recognises(bytes)) {
    throw new UserError(EXIT.input, {
      en: `${path} is no PDF, OFD or picture; only their pages can be drawn.`,
      zh: `${path} 不是 PDF、OFD 或图片，只有它们的页可以绘制。`,
    });
  }
  const drawing = await drawPage(bytes, flags.page);
  if ('finding' in drawing) {
    const { ruleId, actual = '', expected = '' } = drawing.finding;
    throw new UserError(EXIT.input, {
      en: `${path}: ${renderMessage(ruleId, actual, expected, 'en')}`,
      zh: `${path}：${renderMessage(ruleId, actual, expected, 'zh')}`,
    });
  }
  if ('pages' in drawing) {
    const { pages } = drawing;
    throw new UserError(EXIT.usage, {
      en: `${path} has no page ${flags.page}; its last page is ${pages}.`,
      zh: `${path} 共 ${pages} 页，没有第 ${flags.page} 页。`,
    });
  }
  const { svg } = drawing;
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
