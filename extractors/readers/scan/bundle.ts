import { isPackage, memberNames, unpack } from '../package/index.ts';
import { MOST_BUNDLED } from './settings.ts';

/** Endings of pictures that are read. */
export const PICTURE_ENDINGS: readonly string[] = ['.png', '.jpg', '.jpeg', '.tif', '.tiff'];

export const isPictureName = (name: string): boolean => PICTURE_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));

/** Whether a package holds pictures and nothing else: so the pages of a document come that lie in a folder, one a file. */
export function isBundle(bytes: Uint8Array): boolean {
  if (!isPackage(bytes)) return false;
  const names = memberNames(bytes);
  return names.length > 0 && names.every(isPictureName);
}

/** The pictures of a package in its order, each taken out when it is asked for. @throws Error where one is damaged. */
export function bundled(bytes: Uint8Array): (() => Uint8Array)[] {
  return memberNames(bytes).map((wanted) => () => {
    const picture = unpack(bytes, (name) => name === wanted, MOST_BUNDLED).get(wanted);
    if (!picture) throw new Error(`${wanted} is missing`);
    return picture;
  });
}
