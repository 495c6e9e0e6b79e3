import type { PictureLayout } from '../../model/picture.ts';
import type { ScanAccess } from '../access/scan-library.ts';

/** The layout of the page as its characters are read. */
export async function facedLayout(layout: PictureLayout, _access: ScanAccess): Promise<PictureLayout> {
  return layout;
}
