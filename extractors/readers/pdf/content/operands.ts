import type { Box } from '../../../model/box.ts';
import type { PdfGlyph } from '../../access/pdf-library.ts';
import { type Matrix, matrixOf } from '../surface/matrix.ts';

/**
 * The operands of one operator as pdfjs hands them over: a list of anything. What is no number where PDF 32000-1 wants one is NaN: where
 * text stands then is not known, and it is not painted, until an operator says its place anew.
 */
export type Operands = ArrayLike<unknown>;
export type Handler = (operands: Operands) => void;

function numeric(operand: unknown): number {
  return typeof operand === 'number' ? operand : Number.NaN;
}

export const withNumber =
  (apply: (value: number) => void): Handler =>
  (operands) =>
    apply(numeric(operands[0]));

export const withPoint =
  (apply: (x: number, y: number) => void): Handler =>
  (operands) =>
    apply(numeric(operands[0]), numeric(operands[1]));

/** The document's name of a font and the size. */
export const withFont =
  (apply: (id: string, size: number) => void): Handler =>
  (operands) =>
    apply(String(operands[0]), numeric(operands[1]));

export const withMatrix =
  (apply: (matrix: Matrix) => void): Handler =>
  (operands) =>
    apply(numericMatrix(operands));

function numericMatrix(values: ArrayLike<unknown>): Matrix {
  return [numeric(values[0]), numeric(values[1]), numeric(values[2]), numeric(values[3]), numeric(values[4]), numeric(values[5])];
}

/** A matrix that is packed into one operand. */
export const withPackedMatrix =
  (apply: (matrix: Matrix) => void): Handler =>
  (operands) =>
    apply(numericMatrix(packedNumbers(operands[0]) ?? []));

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
