import { MAX_DOTS } from '../drawing/settings.ts';

/** @throws Error for a picture without dots, or with more than are decoded. */
export function checkSize(width: number, height: number): void {
  if (!(width > 0 && height > 0 && width * height <= MAX_DOTS)) throw new Error(`${width} × ${height} dots`);
}
