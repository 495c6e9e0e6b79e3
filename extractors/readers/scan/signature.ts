const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte);

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const TIFF_LITTLE = [0x49, 0x49, 0x2a, 0x00];
const TIFF_BIG = [0x4d, 0x4d, 0x00, 0x2a];

export const isPng = (bytes: Uint8Array): boolean => startsWith(bytes, PNG);
export const isJpeg = (bytes: Uint8Array): boolean => startsWith(bytes, JPEG);
export const isTiff = (bytes: Uint8Array): boolean => startsWith(bytes, TIFF_LITTLE) || startsWith(bytes, TIFF_BIG);
/** A file that is a picture, or several. */
export const isPictureFile = (bytes: Uint8Array): boolean => isPng(bytes) || isJpeg(bytes) || isTiff(bytes);
