import type { OperatorList, PdfAnnotation, PdfPage } from '../access/pdf-library.ts';

/** AnnotationMode of pdfjs. */
const DISABLE = 0;
const ENABLE = 1;
/** Annotations whose text a reader takes for part of the page: text boxes and form fields. Comments, stamps and marks are none. */
const OF_PAGE: ReadonlySet<string> = new Set(['FreeText', 'Widget']);
/** Flags by which an annotation is not shown: Hidden, NoView (ISO 32000-1, table 165). */
const NOT_SHOWN = 0x02 | 0x20;
const DIGIT = /\p{Nd}/u;

type Operand = OperatorList['argsArray'][number];

/** What a page paints, annotations that are part of it included. */
export interface Painted {
  list: OperatorList;
  /** Annotations with numbers that were read, and those that have no appearance to read them from: every viewer makes its own. */
  numbers: { read: number; unread: number };
}

/** The annotations of a page that are shown as part of it. */
export async function annotationsOf(page: PdfPage): Promise<readonly PdfAnnotation[]> {
  const all = await page.getAnnotations({ intent: 'display' });
  return all.filter(({ subtype, annotationFlags }) => OF_PAGE.has(subtype) && ((annotationFlags ?? 0) & NOT_SHOWN) === 0);
}

export const modeFor = (annotations: readonly PdfAnnotation[]): number => (annotations.length > 0 ? ENABLE : DISABLE);

/** Takes the operators of a page and, of its annotations, those that are given: each as a form within its rectangle, as viewers draw it. */
export function withAnnotations(list: OperatorList, ops: Readonly<Record<string, number>>, annotations: readonly PdfAnnotation[]): Painted {
  if (annotations.length === 0) return { list, numbers: { read: 0, unread: 0 } };
  const known = new Set(annotations.map(({ id }) => id));
  const withText = new Set<string>();
  const taken = new Operators(ops);
  let current: string | null = null;
  list.fnArray.forEach((operator, i) => {
    const operands = list.argsArray[i] ?? null;
    if (operator === ops.beginAnnotation) {
      current = String(operands?.[0]);
      taken.restart();
      if (operands && known.has(current)) taken.begin(operands);
    } else if (operator === ops.endAnnotation) {
      current = null;
      taken.restart();
    } else if (current === null || known.has(current)) {
      taken.take(operator, operands);
      if (current !== null && operator === ops.showText) withText.add(current);
    }
  });
  const numbers = annotations.filter((annotation) => DIGIT.test(textOf(annotation)));
  const read = numbers.filter(({ id }) => withText.has(id)).length;
  return { list: taken.list, numbers: { read, unread: numbers.length - read } };
}

function textOf({ contentsObj, fieldValue }: PdfAnnotation): string {
  const value = Array.isArray(fieldValue) ? fieldValue.join(' ') : fieldValue;
  return `${contentsObj?.str ?? ''} ${typeof value === 'string' ? value : ''}`;
}

/** A list of operators that can go back to the state in which the page began. */
class Operators {
  readonly list: { fnArray: number[]; argsArray: Operand[] } = { fnArray: [], argsArray: [] };
  /** States saved since then and not restored. */
  #depth = 0;
  readonly #saves: ReadonlySet<number | undefined>;
  readonly #restores: ReadonlySet<number | undefined>;

  constructor(private readonly ops: Readonly<Record<string, number>>) {
    this.#saves = new Set([ops.save, ops.paintFormXObjectBegin]);
    this.#restores = new Set([ops.restore, ops.paintFormXObjectEnd]);
    this.#add('save', null);
  }

  /** An operator as it came; what would restore more than was saved is left out. */
  take(operator: number, operands: Operand): void {
    if (this.#restores.has(operator)) {
      if (this.#depth === 0) return;
      this.#depth--;
    }
    if (this.#saves.has(operator)) this.#depth++;
    this.#push(operator, operands);
  }

  restart(): void {
    for (; this.#depth >= 0; this.#depth--) this.#add('restore', null);
    this.#depth = 0;
    this.#add('save', null);
  }

  /** Operands of beginAnnotation: identifier, rectangle, the matrix that fits the appearance into it, the matrix of its rotation. */
  begin(operands: ArrayLike<unknown>): void {
    this.#add('paintFormXObjectBegin', [null, operands[1]]);
    this.#depth++;
    for (const matrix of [operands[2], operands[3]]) if (isMatrix(matrix)) this.#add('transform', matrix);
  }

  #add(name: string, operands: Operand): void {
    const operator = this.ops[name];
    if (operator !== undefined) this.#push(operator, operands);
  }

  #push(operator: number, operands: Operand): void {
    this.list.fnArray.push(operator);
    this.list.argsArray.push(operands);
  }
}

const isMatrix = (value: unknown): value is ArrayLike<unknown> => Array.isArray(value) && value.length === 6;
