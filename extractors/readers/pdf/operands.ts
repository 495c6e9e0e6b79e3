import type { Box } from '../../model/box.ts';
import type { PdfGlyph } from '../access/pdf-library.ts';
import { type Matrix, matrixOf } from './matrix.ts';

/**
 * The operands of one operator as pdfjs hands them over: a list of anything. An operator whose operands are not what PDF 32000-1
 * says of it is passed over.
 */
export type Operands = ArrayLike<unknown>;
export type Handler = (operands: Operands) => void;

export const withNumber =
  (apply: (value: number) => void): Handler =>
  (operands) => {
    const value = operands[0];
    if (typeof value === 'number') apply(value);
  };

export const withPoint =
  (apply: (x: number, y: number) => void): Handler =>
  (operands) => {
    const x = operands[0];
    const y = operands[1];
    if (typeof x === 'number' && typeof y === 'number') apply(x, y);
  };

/** The document's name of a font and the size. */
export const withFont =
  (apply: (id: string, size: number) => void): Handler =>
  (operands) => {
    const id = operands[0];
    const size = operands[1];
    if (typeof id === 'string' && typeof size === 'number') apply(id, size);
  };

export const withMatrix =
  (apply: (matrix: Matrix) => void): Handler =>
  (operands) => {
    const matrix = matrixOf(operands);
    if (matrix) apply(matrix);
  };

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Numbers packed into one operand: a matrix, a rectangle, a path; null for anything else. */
export function packedNumbers(value: unknown): ArrayLike<number> | null {
  if (value instanceof Float32Array) return value;
  return isList(value) && value.every((item) => typeof item === 'number') ? value : null;
}

export function packedMatrix(value: unknown): Matrix | null {
  const numbers = packedNumbers(value);
  return numbers && matrixOf(numbers);
}

export function packedBox(value: unknown): Box | null {
  const numbers = packedNumbers(value);
  if (!numbers || numbers.length < 4) return null;
  return [numberAt(numbers, 0), numberAt(numbers, 1), numberAt(numbers, 2), numberAt(numbers, 3)];
}

/** One of packed numbers. @throws RangeError where they end before it */
export function numberAt(numbers: ArrayLike<number>, index: number): number {
  const number = numbers[index];
  if (number === undefined) throw new RangeError(`number ${index} of ${numbers.length}`);
  return number;
}

export function isGlyph(value: unknown): value is PdfGlyph {
  return (
    typeof value === 'object' &&
    value !== null &&
    'unicode' in value &&
    typeof value.unicode === 'string' &&
    'width' in value &&
    typeof value.width === 'number'
  );
}
