/**
 * What a browser or an office program saves beside a page: `x.html` and a folder `x_files`, `x.files`, `x_文件` of its pictures, scripts and
 * frames. Pages in it are frames and no documents, but for the sheets of a workbook that Excel saves there (`sheet001.htm`).
 */

import { isPictureName } from '../../../extractors/readers/scan/bundle.ts';
import { SAVED_PAGE_ENDINGS } from '../../../schemas/lexicon/writing/offices.ts';
import { oneOf } from '../../../schemas/lexicon/writing/words.ts';

const COMPANION = new RegExp(`^(.+)${oneOf(SAVED_PAGE_ENDINGS)}$`, 'i');
const SHEET = /^sheet\d{1,4}\.html?$/i;
const PAGES = ['.html', '.htm'];

/** Whether a file is a frame or a picture in such a folder. `stands`: whether there is a file of that name beside the folder, in lower case. */
export function isPartOfPage(folder: string, file: string, stands: (name: string) => boolean): boolean {
  const name = file.toLowerCase();
  const isFrame = PAGES.some((ending) => name.endsWith(ending)) && !SHEET.test(name);
  if (!isFrame && !isPictureName(name)) return false;
  const page = COMPANION.exec(folder)?.[1]?.toLowerCase();
  return page !== undefined && PAGES.some((ending) => stands(page + ending));
}
