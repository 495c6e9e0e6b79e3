/** Attributes and elements of an OFD in, the numbers, boxes and matrices that they say out; imports model, package, pdf/surface. */
import type { Box } from '../../../model/box.ts';
import type { XmlElement } from '../../package/xml.ts';
import { IDENTITY, type Matrix, matrixOf } from '../../pdf/surface/matrix.ts';

/** Simple types of GB/T 33190—2016, 7.3, as they are written in attributes and elements. */

/** Numbers with blanks between them (ST_Array); NaN for what is no number. */
export function numbersOf(text: string): number[] {
  const trimmed = text.trim();
  return trimmed === '' ? [] : trimmed.split(/[\s,]+/).map(Number);
}

/** ST_Box: left, top, width, height; as left, top, right, bottom. Null where it is not that. */
export function boxFrom(text: string | undefined): Box | null {
  const [x, y, width, height] = numbersOf(text ?? '');
  const right = (x ?? Number.NaN) + (width ?? Number.NaN);
  const bottom = (y ?? Number.NaN) + (height ?? Number.NaN);
  if (x === undefined || y === undefined || !Number.isFinite(right) || !Number.isFinite(bottom)) return null;
  return [x, y, right, bottom];
}

/** A transformation; the identity where there is none, null where it is not six numbers. */
export function matrixFrom(text: string | undefined): Matrix | null {
  if (text === undefined || text.trim() === '') return IDENTITY;
  const matrix = matrixOf(numbersOf(text));
  return matrix?.every(Number.isFinite) ? matrix : null;
}

/** A number as an attribute; `missing` where there is none, NaN where it is no number. */
export function numberFrom(text: string | undefined, missing: number): number {
  return text === undefined || text.trim() === '' ? missing : Number(text);
}

/** A truth value as an attribute. */
export function isTrue(text: string | undefined, missing: boolean): boolean {
  const said = text?.trim().toLowerCase();
  return said === 'true' || said === '1' ? true : said === 'false' || said === '0' ? false : missing;
}

/** 0 (not seen) … 1, from 0 … 255. */
export function alphaFrom(text: string | undefined): number {
  const alpha = numberFrom(text, 255);
  return Number.isFinite(alpha) ? Math.max(0, Math.min(1, alpha / 255)) : 1;
}

export const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string';

export const childNamed = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child): child is XmlElement => isElement(child) && child.name === name);
